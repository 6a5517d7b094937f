import type { ImportReport } from '@shared/contract/imports';
import type { WritableDb } from '../../db/sql';
import type { AuditHead } from '../../kernel/audit';
import type { JobContext } from '../../workers/job-context';
import { matchArrivalsOfImport } from '../needs/arrivals.sql';
import { publishCustomerRecords, reportCustomers, startCustomerRecords } from './customer-records';
import { readRows } from './files/read-rows';
import type { ImportJobOutput, ImportTask } from './import-job-types';
import {
  finishPublishing,
  hashOf,
  importReport,
  preparePublishing,
  refuseOtherFile,
  type Staged,
  stopIfCancelled,
} from './import-steps';
import { fingerprint } from './imports.sql';
import { publishProductRecords, reportProducts, startProductRecords } from './product-records';
import type { StepReport } from './publish-purchases';
import { openWithStage, startFindings, startRefusals } from './stage';

/** Imports a list of customers or products: staged whole, then published. Null where the shop changed meanwhile. */
export async function importRecords(task: ImportTask, context: JobContext): Promise<ImportJobOutput | null> {
  const db = openWithStage(task.location, task.stageFile);
  try {
    const { staged, seen } = await stageFile(db, task, context);
    if (!task.publish) return { ...staged, head: null };
    const head = publish(db, task, staged, seen, context);
    return head && { ...staged, head };
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
    // Read beside the rows: another thread waits for the disk meanwhile.
    const hashing = hashOf(task.path);
    const report = await stageRows(db, task, context);
    const fileHash = await hashing;
    refuseOtherFile(task, fileHash);
    db.exec('COMMIT');
    return { staged: { report, fileHash }, seen };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

async function stageRows(db: WritableDb, task: ImportTask, context: JobContext): Promise<ImportReport> {
  const refusals = startRefusals(db);
  const findings = startFindings();
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
  const taken = { rowsRead, rowsUnchanged: stager.finish() };
  const brings = task.kind === 'products' ? reportProducts(db) : reportCustomers(db);
  return importReport(db, task, taken, refusals, findings, brings);
}

/** Moves the stage into the shop; null where somebody changed the shop meanwhile and the rows must be looked at again. */
function publish(
  db: WritableDb,
  task: ImportTask,
  staged: Staged,
  seen: string,
  context: JobContext,
): AuditHead | null {
  const step: StepReport = (name, done, total) => {
    stopIfCancelled(context);
    context.progress(`imports.step.${name}`, done, total);
  };
  preparePublishing(db);
  db.exec('BEGIN IMMEDIATE');
  try {
    if (fingerprint(db) !== seen) {
      db.exec('ROLLBACK');
      return null;
    }
    if (task.kind === 'products') {
      publishProductRecords(db, task, step);
      matchArrivalsOfImport(db, task.importId, task.now);
    } else publishCustomerRecords(db, task, step);
    return finishPublishing(db, task, staged, context);
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
