import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copiesToDelete } from '@shared/domain/retention';
import { type DatabaseLocation, openForReading } from '../../db/open';
import type { ReadableDb } from '../../db/sql';
import { Failure } from '../../kernel/errors';
import { databaseName } from '../../kernel/open-shop';
import { type Contents, firstDifference, readContents, verifyDatabase } from '../../kernel/verify';
import type { JobContext } from '../../workers/job-context';
import {
  type BackupName,
  backupFolders,
  type FoundBackup,
  listBackupFolders,
  type Manifest,
  publishBackup,
  readBackupFolder,
  removeBackupFolder,
  removePartials,
  sha256Of,
  sizeOf,
} from './backup-files';

/** What a backup needs to know; plain data, since it runs on another thread. */
export interface BackupInput extends BackupName {
  readonly location: DatabaseLocation;
  /** Where the key file lies. */
  readonly shopFolder: string;
  readonly shopName: string;
  readonly counter: string;
  readonly day: string;
  /** Copies that failed a later check: retention does not count on them. */
  readonly doubtedIds: readonly string[];
}

/** A backup that was made, and which older ones retention removed for it. */
export interface MadeBackup extends FoundBackup {
  readonly prunedIds: readonly string[];
}

/** How far each step of a backup is when it begins, in thousandths. */
export const backupShares = { copy: 0, check: 450, fingerprint: 880, sync: 970, done: 1000 } as const;

/**
 * Copies the open database into the place, reopens the copy with its key, checks it, compares it with what the
 * original held at that moment, and only then lists it; then removes what retention no longer keeps. Fails with
 * BACKUP_DIFFERS, BACKUP_DAMAGED, LOG_BROKEN, CANCELLED, or the file system's own error; nothing half-made is left
 * behind. Progress is in thousandths.
 */
export async function backUp(input: BackupInput, context: JobContext): Promise<MadeBackup> {
  const { progress } = context;
  const stopIfCancelled = () => {
    if (context.isCancelled()) throw new Failure('CANCELLED');
  };
  stopIfCancelled();
  removePartials(input.place, input.shopId);
  const folders = backupFolders(input);
  // Not recursive: a stick that was pulled out must not become a folder on the disk beneath it.
  mkdirSync(folders.partial, { mode: 0o700 });
  try {
    const file = join(folders.partial, databaseName);
    const { contents, verifyMs } = copyVerified(input.location, file, progress, stopIfCancelled);
    const size = sizeOf(file);
    const sha256 = await sha256Of(file, (done) => {
      stopIfCancelled();
      const { fingerprint, sync } = backupShares;
      progress(
        'backups.step.fingerprint',
        Math.round(fingerprint + (sync - fingerprint) * (done / size)),
        1000,
      );
    });
    progress('backups.step.sync', backupShares.sync, 1000);
    publishBackup(folders, input.shopFolder, makeManifest(input, contents, size, sha256, verifyMs));
  } catch (error) {
    rmSync(folders.partial, { recursive: true, force: true });
    throw error;
  }
  const made = readBackupFolder(folders.final);
  if (!made) throw new Failure('BACKUP_DAMAGED', { check: 'manifest' });
  const prunedIds = prune(input);
  progress('backups.step.done', backupShares.done, 1000);
  return { ...made, prunedIds };
}

const mostTries = 3;

/**
 * Copies and checks until copy and original hold the same. Two connections cannot begin to read at one instant: where
 * somebody saved in the moment between, the copy is a sale ahead and is made once more.
 */
function copyVerified(
  location: DatabaseLocation,
  file: string,
  progress: JobContext['progress'],
  stopIfCancelled: () => void,
): { contents: Contents; verifyMs: number } {
  for (let tries = 1; ; tries += 1) {
    progress('backups.step.copy', backupShares.copy, 1000);
    const original = beginReading(location);
    try {
      copyDatabase(location, file);
      stopIfCancelled();
      progress('backups.step.check', backupShares.check, 1000);
      const startedAt = Date.now();
      const contents = verifyDatabase(file, location.keyHex);
      stopIfCancelled();
      const difference = firstDifference(readContents(original), contents);
      if (!difference) return { contents, verifyMs: Date.now() - startedAt };
      if (tries === mostTries) throw new Failure('BACKUP_DIFFERS', { where: difference });
      rmSync(file);
    } finally {
      original.close();
    }
  }
}

/** A connection that from now on sees the database as it is at this moment, whatever is saved meanwhile. */
function beginReading(location: DatabaseLocation): ReadableDb {
  const db = openForReading(location);
  db.exec('BEGIN');
  db.prepare('SELECT count(*) FROM meta').get();
  return db;
}

/** `db.backup()` cannot copy an encrypted database; `VACUUM INTO` can, and keeps the key. */
function copyDatabase(location: DatabaseLocation, target: string): void {
  const db = openForReading(location);
  try {
    // VACUUM INTO writes only its target, but counts as a write for this guard.
    db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
}

/** Removes the copies of this shop that retention no longer keeps in this place; returns their ids. */
function prune({ place, shopId, doubtedIds }: BackupInput): string[] {
  const copies = listBackupFolders(place).filter(({ manifest }) => manifest.shopId === shopId);
  const superfluous = new Set(
    copiesToDelete(
      copies.map(({ manifest: { id, day, sequence } }) => ({
        id,
        day,
        sequence,
        isVerified: !doubtedIds.includes(id),
      })),
    ),
  );
  const removed = copies.filter(({ manifest }) => superfluous.has(manifest.id));
  for (const { folder } of removed) removeBackupFolder(folder);
  return removed.map(({ manifest }) => manifest.id);
}

function makeManifest(
  input: BackupInput,
  contents: Contents,
  sizeBytes: number,
  sha256: string,
  verifyMs: number,
): Manifest {
  const earlier = listBackupFolders(input.place).map(({ manifest }) => manifest.sequence);
  return {
    version: 1,
    id: input.id,
    shopId: input.shopId,
    shopName: input.shopName,
    counter: input.counter,
    madeAt: input.madeAt,
    day: input.day,
    sequence: Math.max(0, ...earlier) + 1,
    schemaVersion: contents.schemaVersion,
    sizeBytes,
    sha256,
    counts: contents.counts,
    logHeads: contents.logHeads,
    verifyMs,
  };
}

/**
 * Checks a listed backup again as a restore would: fingerprint, pages, references, log, counts. Returns its manifest.
 * Fails with BACKUP_NOT_FOUND, BACKUP_DAMAGED, BACKUP_DIFFERS, LOG_BROKEN, WRONG_KEY_OR_DAMAGED or CANCELLED.
 */
export async function verifyBackup(
  input: { folder: string; keyHex: string },
  { progress, isCancelled }: JobContext,
): Promise<Manifest> {
  const found = readBackupFolder(input.folder);
  if (!found) throw new Failure('BACKUP_NOT_FOUND');
  const { manifest } = found;
  const file = join(input.folder, databaseName);
  const size = Math.max(1, sizeOf(file));
  const sha256 = await sha256Of(file, (done) => {
    if (isCancelled()) throw new Failure('CANCELLED');
    progress('backups.step.fingerprint', Math.round((done / size) * 300), 1000);
  });
  if (sha256 !== manifest.sha256) throw new Failure('BACKUP_DAMAGED', { check: 'fingerprint' });
  progress('backups.step.check', 300, 1000);
  const difference = firstDifference(manifest, verifyDatabase(file, input.keyHex));
  if (difference) throw new Failure('BACKUP_DIFFERS', { where: difference });
  progress('backups.step.done', 1000, 1000);
  return manifest;
}
