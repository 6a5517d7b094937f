import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../kernel/errors';
import { type OpenedShop, openAsManager, usualHome } from './open';
import { CliError, exitCodes, Output } from './output';

interface GlobalOptions {
  readonly home?: string;
  readonly shop?: string;
  readonly json?: boolean;
}

/** What a command works with. */
export interface CommandContext extends OpenedShop {
  readonly output: Output;
  readonly home: string;
}

/** Runs a command that needs no open shop, turning every refusal into words and an exit code. */
export async function withOutput(
  command: Command,
  work: (context: { output: Output; home: string; folder: string | undefined }) => Promise<void>,
): Promise<void> {
  const { shop, json = false, ...given } = command.optsWithGlobals<GlobalOptions>();
  // A shop named by its own folder has its home around it, as every shop does.
  const home = given.home ?? (shop ? dirname(resolve(shop)) : usualHome());
  const output = new Output(json);
  try {
    await work({ output, home, folder: shop });
  } catch (error) {
    const known = asCliError(error);
    output.error(known);
    process.exitCode = known.exitCode;
  }
}

/** Runs a command on the open shop, signed in as a manager. */
export function withShop(command: Command, work: (context: CommandContext) => Promise<void>): Promise<void> {
  return withOutput(command, async ({ output, home, folder }) => {
    const shop = await openAsManager({ home, folder, output });
    try {
      await work({ ...shop, output, home });
    } finally {
      shop.close();
    }
  });
}

/** Every failure in words: what the disk refused by its path, and anything nobody foresaw by what it says of itself. */
function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (error instanceof Failure) return new CliError(error.code, error.params, exitCodes.refused);
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code && path) return new CliError('DISK_REFUSED', { path, problem: code });
  return new CliError('NOT_FORESEEN', { problem: message ?? String(error) });
}
