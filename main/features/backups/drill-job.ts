import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../kernel/errors';
import { closeShop, openShop } from '../../kernel/open-shop';
import { firstDifference, readContents } from '../../kernel/verify';
import type { JobContext } from '../../workers/job-context';
import type { Manifest } from './backup-files';
import { stageRestore } from './restore-job';

/**
 * A practice restore: stages the backup into a new folder of its own (`workFolder`, removed afterwards), opens it as
 * the app opens a shop, and compares what it holds with the manifest. Returns the manifest; fails as a restore does.
 */
export async function drillRestore(
  input: { folder: string; keyHex: string; workFolder: string; keyFileText: string },
  context: JobContext,
): Promise<Manifest> {
  const { folder, keyHex, workFolder, keyFileText } = input;
  rmSync(workFolder, { recursive: true, force: true });
  const staged = join(workFolder, 'shop');
  try {
    const manifest = await stageRestore({ folder, keyHex, staged, keyFileText }, context);
    const shop = openShop(staged, keyHex);
    try {
      const { logHeads, counts } = readContents(shop.reader);
      const isMigrated = shop.reader.pragma('user_version', { simple: true }) !== manifest.schemaVersion;
      const opened = isMigrated
        ? { ...manifest, logHeads }
        : { schemaVersion: manifest.schemaVersion, counts, logHeads };
      const difference = firstDifference(manifest, opened);
      if (difference) throw new Failure('BACKUP_DIFFERS', { where: difference });
    } finally {
      closeShop(shop);
    }
    context.progress('backups.step.done', 1000, 1000);
    return manifest;
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}
