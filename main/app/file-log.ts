import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../kernel/log';

const largestBytes = 2_000_000;

/** Appends JSON lines to `vitrine.log`, keeping one older file. Never holds personal data (see Log). */
export function fileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'vitrine.log');
  const write = (level: string, message: string, facts: object) => {
    try {
      rotate(file);
      appendFileSync(
        file,
        `${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`,
        { mode: 0o600 },
      );
    } catch {
      // A full disk must not turn a refused save into a crash; the person was told on the screen.
    }
  };
  return {
    info: (message, facts = {}) => write('info', message, facts),
    error: (message, error, facts = {}) => write('error', message, { ...facts, ...factsOf(error) }),
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestBytes) renameSync(file, `${file}.1`);
}

/** Kind, code and stack of an error, without its message: a driver's message may quote a value. */
function factsOf(error: unknown): { error: string; code: string; stack: string[] } {
  const known = error instanceof Error ? error : new Error('not an error');
  const stack = (known.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: known.name,
    code: String((error as { code?: unknown })?.code ?? ''),
    stack: stack.slice(0, 8),
  };
}
