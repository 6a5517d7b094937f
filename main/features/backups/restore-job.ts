import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure, fail } from '../../kernel/errors';
import { keyFileName, syncFolder, writeFileDurably } from '../../kernel/key-file';
import { databaseName } from '../../kernel/open-shop';
import { updateDatabase } from '../../kernel/update-database';
import { firstDifference, verifyDatabase } from '../../kernel/verify';
import type { JobContext } from '../../workers/job-context';
import { renewStaleIndex } from '../search/renew.sql';
import { type Manifest, readBackupFolder, sha256Of, sizeOf } from './backup-files';

/** What staging a restore needs. */
export interface RestoreInput {
  /** The backup's own folder. */
  readonly folder: string;
  readonly keyHex: string;
  /** Where the copy is put together; made anew. */
  readonly staged: string;
  /** The key file's text that the restored shop will have. */
  readonly keyFileText: string;
}

const missing = (): never => fail('BACKUP_NOT_FOUND');

/**
 * Takes a backup's fingerprint, copies it into the staging folder, opens the copy with its key and checks it whole:
 * what will be swapped in is what was opened. Returns the manifest. Fails with BACKUP_NOT_FOUND, BACKUP_DAMAGED, BACKUP_DIFFERS, LOG_BROKEN or
 * CANCELLED; the staging folder is then gone and the current shop was not touched.
 */
export async function stageRestore(input: RestoreInput, context: JobContext): Promise<Manifest> {
  const { folder, keyHex, staged } = input;
  const stopIfCancelled = () => {
    if (context.isCancelled()) throw new Failure('CANCELLED');
  };
  try {
    const { manifest } = readBackupFolder(folder) ?? missing();
    const source = join(folder, databaseName);
    const size = Math.max(1, sizeOf(source));
    // The backup itself is not opened: a stray write-ahead log beside it would be taken for its own.
    const sha256 = await sha256Of(source, (done) => {
      stopIfCancelled();
      context.progress('backups.step.fingerprint', Math.round((done / size) * 200), 1000);
    });
    if (sha256 !== manifest.sha256) throw new Failure('BACKUP_DAMAGED', { check: 'fingerprint' });
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(staged, { recursive: true, mode: 0o700 });
    const target = join(staged, databaseName);
    await copyDurably(source, target, (done, total) => {
      stopIfCancelled();
      context.progress('backups.step.restoreCopy', 200 + Math.round((done / total) * 300), 1000);
    });
    context.progress('backups.step.check', 500, 1000);
    const difference = firstDifference(manifest, verifyDatabase(target, keyHex));
    if (difference) throw new Failure('BACKUP_DIFFERS', { where: difference });
    stopIfCancelled();
    // Of an older version of the app: what is swapped in is up to date. The backup itself is the copy from before.
    updateDatabase({ file: target, keyHex }, { keepsCopy: false, derive: renewStaleIndex });
    // Last: its presence says that the staged copy is whole (see swap.ts).
    writeFileDurably(join(staged, keyFileName), input.keyFileText);
    syncFolder(staged);
    context.progress('backups.step.swap', 980, 1000);
    return manifest;
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
}

async function copyDurably(
  from: string,
  to: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = Math.max(1, sizeOf(from));
  const counting = async function* (chunks: AsyncIterable<Buffer>) {
    let done = 0;
    for await (const chunk of chunks) {
      done += chunk.length;
      onProgress(done, total);
      yield chunk;
    }
  };
  const source = createReadStream(from, { highWaterMark: 1 << 20 });
  await pipeline(source, counting, createWriteStream(to, { mode: 0o600 }));
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
