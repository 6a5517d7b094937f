import type { ErrorParams } from '@shared/contract/errors';
import { refusalColumns } from './files/header';
import { readRows } from './files/read-rows';
import type { ImportTask } from './import-job-types';
import { startPurchaseRows } from './purchase-rows';
import { RowRefused } from './row-values';

/** What one row of a batch says, in this order. Texts stand by their numbers, 0 for none. */
export const purchaseColumns = [
  'line',
  'receiptNumber',
  'soldAt',
  'customer',
  'productCode',
  'description',
  'quantity',
  'unitMinor',
  'discountMinor',
  'currency',
  'serial',
  'staff',
  'country',
  'origin',
] as const;

/** A row that says something no purchase can. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly code: string;
  readonly params: ErrorParams;
}

/**
 * Rows of a purchase file, read and checked by themselves. They are numbers only, so that they cross to another thread
 * without being copied: a text is sent once, with the first batch that needs it, and the numbers of texts go on from batch to
 * batch until `startsOver` says that they begin at 1 again.
 */
export interface PurchaseBatch {
  readonly rows: number;
  readonly values: Float64Array;
  readonly texts: readonly string[];
  readonly startsOver: boolean;
  readonly refused: readonly RefusedRow[];
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** A batch, and the cells its rows were read from: wanted again only for a row that is refused later. */
export interface ReadBatch {
  readonly batch: PurchaseBatch;
  readonly cells: readonly (readonly string[])[];
}

/** Rows in a batch: enough that sending one costs nothing, few enough that several are nothing in memory. */
export const BATCH_ROWS = 2000;

/** Reads a purchase file batch by batch, in bounded memory. Throws FileProblem where the file as a whole is wrong. */
export async function* readPurchases(task: ImportTask): AsyncGenerator<ReadBatch, void, undefined> {
  const { read, takeTexts } = startPurchaseRows(task);
  // In a file of refused rows, corrected and fed back, the line each had is what it is known by.
  const refusedBefore = refusalColumns(task.detected.header);
  let bytes = { bytesRead: 0, bytesTotal: 0 };
  const onProgress = (now: typeof bytes) => {
    bytes = now;
  };
  const options = { ...task.detected, batchSize: BATCH_ROWS, onProgress };
  for await (const rows of readRows(task.path, options)) {
    const values = new Float64Array(rows.length * purchaseColumns.length);
    const kept: (readonly string[])[] = [];
    const refused: RefusedRow[] = [];
    let at = 0;
    for (const { line, cells, problem } of rows) {
      if (problem) {
        refused.push({ line, cells, code: problem, params: {} });
        continue;
      }
      try {
        values[at] = line;
        read(cells, values, at);
        values[at + 13] = refusedBefore ? Number(cells[refusedBefore.line]) || 0 : 0;
        kept.push(cells);
        at += purchaseColumns.length;
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        refused.push({ line, cells, code: error.code, params: error.params });
      }
    }
    yield { batch: { rows: kept.length, values, refused, ...takeTexts(), ...bytes }, cells: kept };
  }
}
