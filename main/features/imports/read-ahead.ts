import type { Worker } from 'node:worker_threads';
import { FileProblem } from './files/problems';
import type { ImportTask } from './import-job-types';
import { readers } from './import-threads';
import type { PurchaseBatch } from './purchase-batches';
import type { FromReader, ToReader } from './reader-messages';

/** The cells of rows, in the order in which they were asked for. */
type Cells = readonly (readonly string[])[];

/** A batch that was read, and how to come by the cells of the few rows of it that are refused afterwards. */
export interface BatchAhead {
  readonly batch: PurchaseBatch;
  /** Only until the next batch is asked for. */
  readonly cellsOf: (rows: readonly number[]) => Promise<Cells>;
}

/**
 * The batches of `readPurchases`, read on a thread of their own a few batches ahead of whoever takes them: splitting and
 * checking half a million rows costs as much as staging them. Unbuilt (unit tests) they are read on this thread.
 */
export async function* readPurchasesAhead(task: ImportTask): AsyncGenerator<BatchAhead, void, undefined> {
  const thread = readers.take();
  if (thread) {
    yield* fromThread(thread, task);
    return;
  }
  const { readPurchases } = await import('./purchase-batches');
  for await (const { batch, cellsOf } of readPurchases(task)) {
    yield { batch, cellsOf: (rows) => Promise.resolve(rows.map(cellsOf)) };
  }
}

async function* fromThread(worker: Worker, task: ImportTask): AsyncGenerator<BatchAhead, void, undefined> {
  const arrived: Exclude<FromReader, { kind: 'cells' }>[] = [];
  let wake = () => {};
  /** Whoever waits for cells: one question at a time. */
  let asking = { resolve: (_cells: Cells) => {}, reject: (_error: unknown) => {} };
  const receive = (message: FromReader) => {
    if (message.kind === 'cells') {
      asking.resolve(message.cells);
      return;
    }
    if (message.kind === 'broken') asking.reject(message.error);
    arrived.push(message);
    wake();
  };
  worker.on('message', receive);
  worker.on('error', (error) => receive({ kind: 'broken', error }));
  const next = async () => {
    for (;;) {
      const message = arrived.shift();
      if (message) return message;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const tell = (message: ToReader) => worker.postMessage(message);
  tell({ kind: 'read', task });
  const cellsOf = (rows: readonly number[]) =>
    new Promise<Cells>((resolve, reject) => {
      asking = { resolve, reject };
      tell({ kind: 'cells', rows });
    });
  try {
    for (;;) {
      const message = await next();
      if (message.kind === 'end') return;
      if (message.kind === 'problem') throw new FileProblem(message.code, message.params);
      if (message.kind === 'broken') throw message.error;
      yield { batch: message.batch, cellsOf };
      tell({ kind: 'taken' });
    }
  } finally {
    await worker.terminate();
  }
}
