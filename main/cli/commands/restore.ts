import { resolve } from 'node:path';
import type { Output as OutputOf } from '@shared/contract';
import type { Command } from 'commander';
import { shopExists, shopFolder } from '../../kernel/open-shop';
import { openHome } from '../open';
import { CliError, type Output } from '../output';
import { secret } from '../secrets';
import { type CommandContext, withOutput, withShop } from '../with-shop';
import { linesOf } from './verify';

/** `shop restore <folder>`: brings a backup back, over the shop of this home or where there is none. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'bring a backup back; the current database is kept aside. Where there is no shop yet it opens with the recovery key (VITRINE_RECOVERY_KEY) and VITRINE_PASSPHRASE becomes the passphrase here',
    )
    .argument('<folder>', "the backup's own folder")
    .option('--dry-run', 'say what is in the backup and what would be lost, and change nothing')
    .action((folder: string, { dryRun = false }: { dryRun?: boolean }, command: Command) =>
      withOutput(command, async ({ home, output }) => {
        const chosen = resolve(folder);
        if (shopExists(shopFolder(home)))
          await withShop(command, (context) => restoreOver(context, chosen, dryRun));
        else await restoreHere(home, chosen, dryRun, output);
      }),
    );
}

async function restoreOver({ call, output }: CommandContext, folder: string, dryRun: boolean): Promise<void> {
  const { backup, lost } = await call('restore.inspect', { folder });
  const losses = (lost?.records ?? []).map(
    ({ kind, count }) => `${count} of kind ${kind} were added or changed since`,
  );
  if (dryRun) return output.answer({ backup, lost }, [...linesOf(backup), ...losses]);
  const restored = await call('restore.run', { folder });
  output.answer(restored, [...restoredLines(restored), ...losses]);
}

async function restoreHere(home: string, folder: string, dryRun: boolean, output: Output): Promise<void> {
  const { call, close } = openHome(home, output);
  try {
    const backups = await call('restore.list', { folder });
    // Nobody types a key for a folder that holds nothing.
    const isThere = dryRun ? backups.length > 0 : backups.some((backup) => backup.folder === folder);
    if (!isThere) throw new CliError('BACKUP_NOT_FOUND');
    if (dryRun)
      return output.answer(
        { backups },
        backups.flatMap((backup) => [backup.folder, ...linesOf(backup)]),
      );
    const recoveryKey = await secret('VITRINE_RECOVERY_KEY', 'Recovery key, from the printed sheet');
    const newPassphrase = await secret('VITRINE_PASSPHRASE', 'New passphrase for this computer');
    const restored = await call('restore.runHere', {
      folder,
      secret: { kind: 'recovery', recoveryKey },
      newPassphrase,
    });
    output.answer(restored, restoredLines(restored));
  } finally {
    close();
  }
}

function restoredLines({ backup, keptFolder }: OutputOf<'restore.run'>): string[] {
  return [
    'Restored.',
    ...linesOf(backup),
    ...(keptFolder ? [`What was here before is kept in ${keptFolder}`] : []),
  ];
}
