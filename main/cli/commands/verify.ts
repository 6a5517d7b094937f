import { resolve } from 'node:path';
import type { BackupSummary } from '@shared/contract/backups';
import type { Command } from 'commander';
import { withShop } from '../with-shop';

/** `shop verify <folder>`: opens one copy with the shop's key and checks it whole. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('open one backup with its key and check every page, every reference and the log')
    .argument('<folder>', "the backup's own folder")
    .action((folder: string, _options: object, command: Command) =>
      withShop(command, async ({ call, output }) => {
        const backup = await call('backups.verify', { folder: resolve(folder) });
        output.answer(backup, [
          'The backup opens with its key, is whole, and equals what was backed up.',
          ...linesOf(backup),
        ]);
      }),
    );
}

/** What is in a backup, for people. */
export function linesOf({ shopName, madeAt, counts, logHeads }: BackupSummary): string[] {
  const { customers = 0, sales = 0 } = counts;
  return [
    `${shopName}, made ${new Date(madeAt).toISOString()}: ${customers} customers, ${sales} receipts`,
    ...logHeads.map(
      ({ counter, count, hash }) => `log of counter ${counter}: ${count} entries, head ${hash}`,
    ),
  ];
}
