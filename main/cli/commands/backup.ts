import { basename, resolve } from 'node:path';
import type { BackupResult } from '@shared/contract/backups';
import type { Command } from 'commander';
import { exitCodes, textOf } from '../output';
import { type CommandContext, withShop } from '../with-shop';

/** `shop backup`: a copy to every place, each opened with its key and checked, as at the end of a day. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the shop to each of its places, and open and check every copy')
    .option('--place <folder>', 'make this folder one of the places first')
    .action(({ place }: { place?: string }, command: Command) =>
      withShop(command, async (context) => {
        if (place) await addPlace(context, resolve(place));
        const results = await context.call('backups.run', {});
        context.output.answer(results, results.map(lineOf));
        if (results.some(({ outcome }) => outcome === 'failed')) process.exitCode = exitCodes.refused;
      }),
    );
}

async function addPlace({ call }: CommandContext, chosen: string): Promise<void> {
  const known = await call('backups.places', {});
  if (known.some(({ folder }) => folder === chosen)) return;
  const { folder, kind } = await call('backups.checkPlace', { folder: chosen });
  await call('backups.addPlace', { folder, kind, label: basename(folder) || folder });
}

function lineOf({
  outcome,
  label,
  error,
  folder,
  sizeBytes,
  durationMs,
  logHead,
  logCount,
}: BackupResult): string {
  if (outcome === 'failed') return `FAILED  ${label}: ${textOf(error ?? 'UNEXPECTED', {})}`;
  const size = `${((sizeBytes ?? 0) / 2 ** 20).toFixed(1)} MB in ${(durationMs / 1000).toFixed(1)} s`;
  return `proved  ${label}: ${folder} (${size}; log head ${logHead?.slice(0, 16)} at entry ${logCount})`;
}
