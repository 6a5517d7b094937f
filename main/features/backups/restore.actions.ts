import type { restoreContract } from '@shared/contract/backups';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { runJob } from '../../workers/run-job';
import { readBackupFolder } from './backup-files';
import { isOfShop, restoreHere, restoreOver, summaryOf, undoRestore } from './restore';
import { asFailure } from './run-copies';
import { listKeptShops } from './swap';

export const restoreActions: ActionHandlers<typeof restoreContract> = {
  'restore.chooseFolder': ({ devices }) => devices.chooseFolder('Vitrine'),
  'restore.list': async ({ signal }, { folder }) => {
    const [surveyed] = await runJob('surveyPlaces', { folders: [folder] }, { signal, onProgress: () => {} });
    if (!surveyed?.isReachable) return fail('PLACE_NOT_FOUND');
    return surveyed.copies.map(summaryOf);
  },
  'restore.inspect': async ({ shop, signal }, { folder }) => {
    const found = readBackupFolder(folder) ?? fail('BACKUP_NOT_FOUND');
    const backup = summaryOf(found);
    if (!shop || !isOfShop(found, shop)) return { backup, isThisShop: false, lost: null };
    const { counts, logHeads } = found.manifest;
    const lost = await runJob(
      'compareSince',
      { location: shop.location, counts, logHeads },
      { signal, onProgress: () => {} },
    );
    return { backup, isThisShop: true, lost: { ...lost, records: [...lost.records] } };
  },
  'restore.run': (context, { folder }) => told(folder, () => restoreOver(context, folder)),
  'restore.runHere': (context, { folder, secret, newPassphrase }) =>
    told(folder, () => restoreHere(context, folder, secret, newPassphrase)),
  'restore.kept': ({ home, shop }) => (shop?.isSample ? [] : listKeptShops(home)),
  'restore.undo': async (context, { folder }) => {
    try {
      const { keptFolder, carried } = await undoRestore(context, folder);
      return { keptFolder, carried };
    } catch (error) {
      throw ownWords(error);
    }
  },
};

/** What was restored, and where the database before it lies; a failure of the disk in words. */
async function told(folder: string, restore: () => ReturnType<typeof restoreOver>) {
  const found = readBackupFolder(folder);
  try {
    const { keptFolder, carried } = await restore();
    return { backup: summaryOf(found ?? fail('BACKUP_NOT_FOUND')), keptFolder, carried };
  } catch (error) {
    throw ownWords(error);
  }
}

/** A full disk has the kernel's own words; what else a disk may say stays as it is and is logged. */
function ownWords(error: unknown): unknown {
  const failure = asFailure(error);
  return failure.code === 'PLACE_FAILED' ? error : failure;
}
