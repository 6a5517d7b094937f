import type { ErrorParams } from '@shared/contract/errors';
import { type Blocks, ownBlocks } from './blocks';
import { refusalColumns } from './files/header';
import { FileProblem } from './files/problems';
import { assertDialect, readPieces } from './files/read-rows';
import { cellsOf, type RowInText, RowSplitter } from './files/row-splitter';
import { RecordScanner } from './files/scanner';
import type { ImportTask } from './import-job-types';
import { BATCH_ROWS, BATCH_VALUES, purchaseColumn, VALUES_A_ROW } from './purchase-columns';
import { startPurchaseRows } from './purchase-rows';
import { RowRefused } from './row-values';

/** A row that says something no purchase can. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly code: string;
  readonly params: ErrorParams;
}

/**
 * Rows of a purchase file, read and checked by themselves (`purchaseColumn`). They are numbers only, so that they cross to another thread
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
  /** Since the file was opened, waiting for whoever takes the batches included; without the start of the thread. */
  readonly readingMs: number;
}

/** A batch, and the cells a row was read from: wanted again only for a row that is refused later. */
export interface ReadBatch {
  readonly batch: PurchaseBatch;
  readonly cellsOf: (row: number) => string[];
}

/**
 * Reads a purchase file batch by batch, in bounded memory. Whoever gives `blocks` gives back what batches have taken of them.
 * Throws FileProblem where the file as a whole is wrong.
 */
export async function* readPurchases(
  task: ImportTask,
  blocks: Blocks = ownBlocks(BATCH_VALUES),
): AsyncGenerator<ReadBatch, void, undefined> {
  const started = performance.now();
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
  let open = startBatch(detected, blocks.take());
  const close = () => {
    full.push(open.close({ ...takeTexts(), ...bytes, readingMs: performance.now() - started }));
    open = startBatch(detected, blocks.take());
  };
  const visit = ({ line, record, start, end, cells, problem }: RowInText) => {
    if (problem) open.refuse(line, cells ?? cellsOf(record, detected.header.length), problem, {});
    else {
      const at = open.room();
      try {
        open.values[at + purchaseColumn.line] = line;
        read(record, open.values, at);
        open.values[at + purchaseColumn.origin] = refusedBefore
          ? Number(record.cell(refusedBefore.line)) || 0
          : 0;
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
function startBatch({ delimiter, quote, newline, header }: ImportTask['detected'], values: Float64Array) {
  const refused: RefusedRow[] = [];
  const bounds: number[] = [];
  let text = '';
  let rows = 0;
  return {
    values,
    room: () => rows * VALUES_A_ROW,
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
    close(more: Omit<PurchaseBatch, 'rows' | 'values' | 'refused'>): ReadBatch {
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
