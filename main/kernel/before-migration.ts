import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseLocation } from '../db/open';
import type { WritableDb } from '../db/sql';
import { Failure } from './errors';
import { keyFileName, syncFolder } from './key-file';
import { firstDifference, readContents, verifyDatabase } from './verify';

/** Where a shop's database is on its way to this version's schema; `step` is a key in the word lists. */
export type UpdateProgress = (step: string, done: number, total: number | null) => void;

/**
 * Copies a database that is about to be migrated into a folder beside the shop's (`before-migration-<version>`),
 * opens the copy with its key, checks it and compares it. Returns the folder; a copy of the same version that was
 * made earlier is kept and a number added. Fails as `verifyDatabase` does, or with BACKUP_DIFFERS: nothing was
 * migrated then.
 */
export function copyBeforeMigration(
  db: WritableDb,
  { file, keyHex }: DatabaseLocation,
  onProgress: UpdateProgress = () => {},
): string {
  const shopFolder = dirname(file);
  const version = db.pragma('user_version', { simple: true }) as number;
  const folder = freeFolder(join(dirname(shopFolder), `before-migration-${version}`));
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    const copy = join(partial, basename(file));
    onProgress('setup.update.copy', 0, null);
    const original = readContents(db);
    db.prepare('VACUUM INTO ?').run(copy);
    onProgress('setup.update.check', 0, null);
    const difference = firstDifference(original, verifyDatabase(copy, keyHex));
    if (difference) throw new Failure('BACKUP_DIFFERS', { where: difference });
    const keyFile = join(shopFolder, keyFileName);
    if (existsSync(keyFile)) copyFileSync(keyFile, join(partial, keyFileName));
    syncFolder(partial);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  renameSync(partial, folder);
  syncFolder(dirname(folder));
  return folder;
}

function freeFolder(wanted: string): string {
  let folder = wanted;
  for (let number = 2; existsSync(folder); number += 1) folder = `${wanted}-${number}`;
  return folder;
}
