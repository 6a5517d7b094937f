import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ImportReport } from '@shared/contract/imports';
import { civilDateOf } from '@shared/domain/dates';
import type { WritableDb } from '../../db/sql';
import { type AuditHead, appendAudit } from '../../kernel/audit';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import { matchArrivalsOfImport } from '../needs/arrivals.sql';
import { publishCustomerRecords, reportCustomers, startCustomerRecords } from './customer-records';
import { FileProblem } from './files/problems';
import { readRows } from './files/read-rows';
import type { ImportJobInput, ImportJobOutput, ImportTask } from './import-job-types';
import { fingerprint, insertImport, saveMapping } from './imports.sql';
import { signatureOf } from './mapping';
import { publishProductRecords, reportProducts, startProductRecords } from './product-records';
import { publishPurchases, reportPurchases, type StepReport } from './publish-purchases';
import { readPurchasesAhead } from './read-ahead';
import {
  emptyStage,
  type Findings,
  openWithStage,
  type Refusals,
  startFindings,
  startRefusals,
  writeStageMeta,
} from './stage';
import { startPurchases } from './stage-purchases';

const ATTEMPTS = 3;

interface Staged {
  readonly report: ImportReport;
  readonly fileHash: string;
}

/**
 * The import itself, on a worker's thread: reads the whole file into the stage, checks and resolves every row there, and
 * moves the stage into the shop in one transaction. A dry run is the same without the last step, hence exactly its result.
 * Fails with a file's code, CANCELLED, IMPORT_FILE_CHANGED, or BUSY where the shop never stood still long enough.
 */
export async function importFile(input: ImportJobInput, context: JobContext): Promise<ImportJobOutput> {
  const task: ImportTask = { ...input, today: civilDateOf(input.now, input.timeZone) };
  const db = openWithStage(task.location, task.stageFile);
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { staged, seen } = await stageFile(db, task, context);
      if (!task.publish) return { ...staged, head: null };
      const head = publish(db, task, staged, seen, context);
      if (head) return { ...staged, head };
      emptyStage(db);
    }
    throw new Failure('BUSY');
  } catch (error) {
    if (error instanceof FileProblem) throw new Failure(error.code, error.params);
    throw error;
  } finally {
    db.close();
  }
}

async function stageFile(
  db: WritableDb,
  task: ImportTask,
  context: JobContext,
): Promise<{ staged: Staged; seen: string }> {
  // One snapshot of the shop for all rows; it keeps nobody from writing.
  db.exec('BEGIN');
  try {
    const seen = fingerprint(db);
    const staged = await stageRows(db, task, context);
    db.exec('COMMIT');
    return { staged, seen };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

async function stageRows(db: WritableDb, task: ImportTask, context: JobContext): Promise<Staged> {
  const refusals = startRefusals(db);
  const findings = startFindings();
  // Read beside the rows: another thread waits for the disk and splits them meanwhile.
  const hashing = hashOf(task.path);
  const take = task.kind === 'purchases' ? takePurchases : takeRecords;
  const { rowsRead, rowsUnchanged } = await take(db, task, context, refusals, findings);
  const fileHash = await hashing;
  if (task.expectedHash !== null && fileHash !== task.expectedHash) throw new Failure('IMPORT_FILE_CHANGED');
  const rowsRefused = refusals.rows();
  const counts = {
    rowsRead,
    rowsRefused,
    rowsUnchanged,
    rowsImported: rowsRead - rowsRefused - rowsUnchanged,
  };
  writeStageMeta(db, 'header', JSON.stringify(task.detected.header));
  const report: ImportReport = {
    ...counts,
    refusals: refusals.summary(),
    findings: findings.summary(),
    ...reportOf(db, task),
  };
  return { report, fileHash };
}

interface Taken {
  readonly rowsRead: number;
  readonly rowsUnchanged: number;
}

/** Rows of purchases are read and checked on another thread, several batches ahead. */
async function takePurchases(
  db: WritableDb,
  task: ImportTask,
  context: JobContext,
  refusals: Refusals,
  findings: Findings,
): Promise<Taken> {
  const stager = startPurchases(db, task, findings);
  let rowsRead = 0;
  let said = 0;
  for await (const { batch, cellsOf } of readPurchasesAhead(task)) {
    // Another thread is woken to hear it: once a hundredth is enough.
    if (batch.bytesRead >= said) {
      context.progress('imports.step.read', batch.bytesRead, batch.bytesTotal);
      said = batch.bytesRead + batch.bytesTotal / 100;
    }
    stopIfCancelled(context);
    rowsRead += batch.rows + batch.refused.length;
    for (const { line, cells, code, params } of batch.refused) refusals.add(line, cells, code, params);
    const refused = stager.take(batch);
    if (refused.length === 0) continue;
    const cells = await cellsOf(refused.map(({ row }) => row));
    refused.forEach(({ line, refusal }, index) => {
      refusals.add(line, cells[index] ?? [], refusal.code, refusal.params);
    });
  }
  context.progress('imports.step.check', 0, null);
  return { rowsRead, rowsUnchanged: stager.finish() };
}

async function takeRecords(
  db: WritableDb,
  task: ImportTask,
  context: JobContext,
  refusals: Refusals,
  findings: Findings,
): Promise<Taken> {
  const start = task.kind === 'products' ? startProductRecords : startCustomerRecords;
  const stager = start(db, task, refusals, findings);
  let rowsRead = 0;
  const onProgress = ({ bytesRead, bytesTotal }: { bytesRead: number; bytesTotal: number }) =>
    context.progress('imports.step.read', bytesRead, bytesTotal);
  for await (const batch of readRows(task.path, { ...task.detected, onProgress })) {
    stopIfCancelled(context);
    for (const { line, cells, problem } of batch) {
      rowsRead += 1;
      if (problem) refusals.add(line, cells, problem);
      else stager.take(line, cells);
    }
  }
  context.progress('imports.step.check', 0, null);
  return { rowsRead, rowsUnchanged: stager.finish() };
}

function reportOf(db: WritableDb, task: ImportTask) {
  if (task.kind === 'purchases') return reportPurchases(db);
  return task.kind === 'products' ? reportProducts(db) : reportCustomers(db);
}

/** Moves the stage into the shop; null where somebody changed the shop meanwhile and the rows must be looked at again. */
function publish(
  db: WritableDb,
  task: ImportTask,
  { report, fileHash }: Staged,
  seen: string,
  context: JobContext,
): AuditHead | null {
  const step: StepReport = (name, done, total) => {
    stopIfCancelled(context);
    context.progress(`imports.step.${name}`, done, total);
  };
  // Every reference is to a row of this very transaction or of the stage's snapshot; looking each up again would take a
  // quarter of the time. The log is folded into the database afterwards, when nobody waits for it.
  db.pragma('foreign_keys = OFF');
  db.pragma('wal_autocheckpoint = 0');
  db.exec('BEGIN IMMEDIATE');
  try {
    if (fingerprint(db) !== seen) {
      db.exec('ROLLBACK');
      return null;
    }
    if (task.kind === 'purchases') publishPurchases(db, task, step);
    else if (task.kind === 'products') {
      publishProductRecords(db, task, step);
      matchArrivalsOfImport(db, task.importId, task.now);
    } else publishCustomerRecords(db, task, step);
    const head = recordImport(db, task, report, fileHash);
    stopIfCancelled(context);
    db.exec('COMMIT');
    context.progress('imports.step.finish', 0, null);
    db.pragma('wal_checkpoint(PASSIVE)');
    return head;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function recordImport(db: WritableDb, task: ImportTask, report: ImportReport, fileHash: string): AuditHead {
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

function stopIfCancelled(context: JobContext): void {
  if (context.isCancelled()) throw new Failure('CANCELLED');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    // The reader says more exactly what is wrong with the file.
    return '';
  }
  return hash.digest('hex');
}
