import type { ImportReport } from '@shared/contract/imports';
import type { WritableDb } from '../../db/sql';
import { type Blocks, ownBlocks } from './blocks';
import type { ImportTask } from './import-job-types';
import { importReport } from './import-steps';
import { fingerprint } from './imports.sql';
import { BATCH_LINE_VALUES } from './line-columns';
import type { PurchaseBatch } from './purchase-batches';
import { readPurchasesAhead } from './read-ahead';
import { reportPurchases } from './report-purchases';
import { openWithStage, startFindings, startRefusals } from './stage';
import { startPurchases } from './stage-purchases';
import type { LineBatch, NewCustomer, StagerNews } from './stager-messages';

/** Slower than this, a file is read whole before anything is written: the counter would wait for a disk. */
const LINES_A_SECOND = 20_000;
/** Their search keys are made many at a time. */
const CUSTOMERS_AT_ONCE = 500;

/**
 * Reads a purchase file, checks and resolves every row against one snapshot of the shop, and leaves in the stage what publishing
 * needs. Lines that are ready are handed over on the way, so that they can be written meanwhile; of a slow file they are kept
 * in the stage until the end. Whoever gives `blocks` gives back those whose lines were handed over. Throws FileProblem where the file
 * as a whole is wrong.
 */
export async function* stagePurchaseFile(
  task: ImportTask,
  blocks: Blocks = ownBlocks(BATCH_LINE_VALUES),
): AsyncGenerator<StagerNews, void, undefined> {
  const db = openWithStage(task.location, task.stageFile);
  let report: ImportReport;
  try {
    // One snapshot of the shop for all rows; it keeps nobody from writing.
    db.exec('BEGIN');
    yield { kind: 'seen', fingerprint: fingerprint(db) };
    report = yield* stageRows(db, task, blocks);
    db.exec('COMMIT');
  } finally {
    // Also what a cancelled import leaves open.
    db.close();
  }
  yield { kind: 'staged', report };
}

async function* stageRows(
  db: WritableDb,
  task: ImportTask,
  blocks: Blocks,
): AsyncGenerator<StagerNews, ImportReport, undefined> {
  const refusals = startRefusals(db);
  const findings = startFindings();
  const stager = startPurchases(db, task, findings, blocks);
  const isFast = paceOf(task);
  const keep = lineKeeper(db);
  let rowsRead = 0;
  let said = 0;
  let areCustomersWritten = true;
  const made: NewCustomer[] = [];
  for await (const { batch, cellsOf } of readPurchasesAhead(task)) {
    // Another thread is woken to hear it: once a hundredth is enough.
    if (batch.bytesRead >= said) {
      yield { kind: 'read', bytesRead: batch.bytesRead, bytesTotal: batch.bytesTotal };
      said = batch.bytesRead + batch.bytesTotal / 100;
    }
    rowsRead += batch.rows + batch.refused.length;
    for (const { line, cells, code, params } of batch.refused) refusals.add(line, cells, code, params);
    const { refused, lines, customers } = stager.take(batch);
    const cells = refused.length === 0 ? [] : await cellsOf(refused.map(({ row }) => row));
    refused.forEach(({ line, refusal }, index) => {
      refusals.add(line, cells[index] ?? [], refusal.code, refusal.params);
    });
    if (!task.publish) {
      blocks.give(lines);
      continue;
    }
    const isNow = isFast(batch);
    // Those of a slow beginning are left for the end, and with them all after: they are numbered in their order.
    areCustomersWritten &&= isNow || customers.length === 0;
    if (areCustomersWritten) made.push(...customers);
    // The last few are in the stage like all others.
    if (made.length >= CUSTOMERS_AT_ONCE) yield { kind: 'customers', customers: made.splice(0) };
    if (isNow && lines.length > 0) yield { kind: 'lines', lines };
    else {
      keep(lines);
      blocks.give(lines);
    }
  }
  yield { kind: 'checking' };
  const rowsUnchanged = stager.finish();
  return importReport(db, task, { rowsRead, rowsUnchanged }, refusals, findings, reportPurchases(db));
}

/** Says of each batch whether lines come fast enough to be written as they come. */
function paceOf({ writesMeanwhile }: ImportTask): (batch: PurchaseBatch) => boolean {
  let read = 0;
  return ({ rows, readingMs }) => {
    read += rows;
    return writesMeanwhile && read * 1000 >= LINES_A_SECOND * readingMs;
  };
}

function lineKeeper(db: WritableDb): (lines: LineBatch) => void {
  const insert = db.prepare('INSERT INTO stage.batches (lines) VALUES (?)');
  return (lines) => {
    if (lines.length === 0) return;
    insert.run(Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength));
  };
}
