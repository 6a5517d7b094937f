import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ImportReport } from '@shared/contract/imports';
import type { WritableDb } from '../../db/sql';
import { type AuditHead, appendAudit } from '../../kernel/audit';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import type { ImportTask } from './import-job-types';
import { insertImport, saveMapping } from './imports.sql';
import { signatureOf } from './signature';
import { type Findings, type Refusals, writeStageMeta } from './stage';

/** What a file came to, as it was staged. */
export interface Staged {
  readonly report: ImportReport;
  readonly fileHash: string;
}

/** What the stages of every import count of their rows. */
export interface RowsTaken {
  readonly rowsRead: number;
  readonly rowsUnchanged: number;
}

/** Puts the report together, and leaves the file's header in the stage for the refused rows. */
export function importReport(
  db: WritableDb,
  task: ImportTask,
  { rowsRead, rowsUnchanged }: RowsTaken,
  refusals: Refusals,
  findings: Findings,
  brings: Pick<ImportReport, 'created' | 'changed' | 'totals'>,
): ImportReport {
  writeStageMeta(db, 'header', JSON.stringify(task.detected.header));
  const rowsRefused = refusals.rows();
  return {
    rowsRead,
    rowsRefused,
    rowsUnchanged,
    rowsImported: rowsRead - rowsRefused - rowsUnchanged,
    refusals: refusals.summary(),
    findings: findings.summary(),
    ...brings,
  };
}

/** Fails with IMPORT_FILE_CHANGED where the file is not the one that was checked. */
export function refuseOtherFile({ expectedHash }: ImportTask, fileHash: string): void {
  if (expectedHash !== null && fileHash !== expectedHash) throw new Failure('IMPORT_FILE_CHANGED');
}

/**
 * Readies a connection for publishing. Every reference is to a row of this very transaction or of the stage's snapshot; looking
 * each up again would take a quarter of the time. The log is folded into the database afterwards, when nobody waits for it.
 */
export function preparePublishing(db: WritableDb): void {
  db.pragma('foreign_keys = OFF');
  db.pragma('wal_autocheckpoint = 0');
}

/** Writes the import and its entry in the log, commits, and folds the log into the database. */
export function finishPublishing(
  db: WritableDb,
  task: ImportTask,
  staged: Staged,
  context: JobContext,
): AuditHead {
  const head = recordImport(db, task, staged);
  stopIfCancelled(context);
  db.exec('COMMIT');
  context.progress('imports.step.finish', 0, null);
  db.pragma('main.wal_checkpoint(PASSIVE)');
  return head;
}

function recordImport(db: WritableDb, task: ImportTask, { report, fileHash }: Staged): AuditHead {
  const { importId, kind, fileName, options, staffId, now } = task;
  insertImport(db, {
    id: importId,
    kind,
    fileName,
    fileHash,
    options,
    report,
    staffId,
    startedAt: now,
    finishedAt: now,
  });
  saveMapping(db, kind, signatureOf(task.detected.header), task.mapping, options, now);
  return appendAudit(db, task.counter, {
    at: now,
    staffId,
    operation: 'imports.run',
    outcome: 'done',
    entityKind: 'import',
    entityId: importId,
    fields: [kind],
    requestId: task.requestId,
  });
}

/** Fails with CANCELLED where the person did. */
export function stopIfCancelled(context: JobContext): void {
  if (context.isCancelled()) throw new Failure('CANCELLED');
}

/** SHA-256 of a file, read beside whatever else is done with it; '' where it cannot be read. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch {
    // The reader says more exactly what is wrong with the file.
    return '';
  }
  return hash.digest('hex');
}
