import type { ErrorParams } from '@shared/contract/errors';
import { refusalColumns } from './files/header';
import { FileProblem } from './files/problems';
import { assertDialect, readPieces } from './files/read-rows';
import { cellsOf, type RowInText, RowSplitter } from './files/row-splitter';
import { RecordScanner } from './files/scanner';
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

/** A batch, and the cells a row was read from: wanted again only for a row that is refused later. */
export interface ReadBatch {
  readonly batch: PurchaseBatch;
  readonly cellsOf: (row: number) => string[];
}

/** Rows in a batch: enough that sending one costs nothing, few enough that several are nothing in memory. */
const BATCH_ROWS = 3000;

/** Reads a purchase file batch by batch, in bounded memory. Throws FileProblem where the file as a whole is wrong. */
export async function* readPurchases(task: ImportTask): AsyncGenerator<ReadBatch, void, undefined> {
  const { detected, path } = task;
  assertDialect(detected.delimiter, detected.quote);
  const splitter = new RowSplitter(detected);
  const { read, takeTexts } = startPurchaseRows(task);
  // In a file of refused rows, corrected and fed back, the line each had is what it is known by.
  const refusedBefore = refusalColumns(detected.header);
  let bytes = { bytesRead: 0, bytesTotal: 0 };
  const onProgress = (now: typeof bytes) => {
    bytes = now;
  };
  const full: ReadBatch[] = [];
  let open = startBatch(detected);
  const close = () => {
    full.push(open.close({ ...takeTexts(), ...bytes }));
    open = startBatch(detected);
  };
  const visit = ({ line, record, start, end, cells, problem }: RowInText) => {
    if (problem) open.refuse(line, cells ?? cellsOf(record, detected.header.length), problem, {});
    else {
      const at = open.room();
      try {
        open.values[at] = line;
        read(record, open.values, at);
        open.values[at + 13] = refusedBefore ? Number(record.cell(refusedBefore.line)) || 0 : 0;
        open.take(record.text, start, end);
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        open.refuse(line, cellsOf(record, detected.header.length), error.code, error.params);
      }
    }
    if (open.isFull()) close();
  };
  for await (const { text, isLast } of readPieces(path, { encoding: detected.encoding, onProgress })) {
    splitter.walk(text, isLast, visit);
    // What is left of a piece is little; with it the texts of the piece can go.
    if (!open.isEmpty()) close();
    yield* full.splice(0);
  }
  if (splitter.header === null) throw new FileProblem('FILE_EMPTY');
}

/** A batch that is being filled. Its rows are remembered by where they lie, and split again where their cells are wanted. */
function startBatch({ delimiter, quote, newline, header }: ImportTask['detected']) {
  const values = new Float64Array(BATCH_ROWS * purchaseColumns.length);
  const refused: RefusedRow[] = [];
  const bounds: number[] = [];
  let text = '';
  let rows = 0;
  return {
    values,
    room: () => rows * purchaseColumns.length,
    isFull: () => rows + refused.length >= BATCH_ROWS,
    isEmpty: () => rows + refused.length === 0,
    take(piece: string, start: number, end: number) {
      text = piece;
      bounds.push(start, end);
      rows += 1;
    },
    refuse(line: number, cells: readonly string[], code: string, params: ErrorParams) {
      refused.push({ line, cells, code, params });
    },
    close(more: Pick<PurchaseBatch, 'texts' | 'startsOver' | 'bytesRead' | 'bytesTotal'>): ReadBatch {
      return {
        batch: { rows, values, refused, ...more },
        cellsOf(row) {
          const record = new RecordScanner({ delimiter, quote, newline });
          record.scan(text.slice(bounds[row * 2], bounds[row * 2 + 1]), 0, true);
          return cellsOf(record, header.length);
        },
      };
    },
  };
}
