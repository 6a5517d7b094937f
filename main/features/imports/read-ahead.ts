import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../../workers/built-file';
import { FileProblem } from './files/problems';
import type { ImportTask } from './import-job-types';
import { type PurchaseBatch, readPurchases } from './purchase-batches';
import type { FromReader, ToReader } from './reader-messages';

/** A batch that was read, and how to come by the cells of the few rows of it that are refused afterwards. */
export interface BatchAhead {
  readonly batch: PurchaseBatch;
  /** Only until the next batch is asked for. */
  readonly cellsOf: (rows: readonly number[]) => Promise<readonly (readonly string[])[]>;
}

/**
 * The batches of `readPurchases`, read on a thread of their own a few batches ahead of whoever takes them: splitting and
 * checking half a million rows costs as much as staging them. Unbuilt (unit tests) they are read on this thread.
 */
export async function* readPurchasesAhead(task: ImportTask): AsyncGenerator<BatchAhead, void, undefined> {
  const file = builtFile('reader.js');
  if (file !== null && existsSync(file)) {
    yield* fromThread(file, task);
    return;
  }
  for await (const { batch, cellsOf } of readPurchases(task)) {
    yield { batch, cellsOf: (rows) => Promise.resolve(rows.map(cellsOf)) };
  }
}

async function* fromThread(file: string, task: ImportTask): AsyncGenerator<BatchAhead, void, undefined> {
  const worker = new Worker(file, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  const arrived: FromReader[] = [];
  let wake = () => {};
  const receive = (message: FromReader) => {
    arrived.push(message);
    wake();
  };
  worker.on('message', receive);
  worker.on('error', (error) => receive({ kind: 'broken', error }));
  const next = async (): Promise<FromReader> => {
    for (;;) {
      const message = arrived.shift();
      if (message) return message;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const tell = (message: ToReader) => worker.postMessage(message);
  const cellsOf = (rows: readonly number[]) =>
    new Promise<readonly (readonly string[])[]>((resolve, reject) => {
      const answer = (message: FromReader) => {
        if (message.kind === 'cells') resolve(message.cells);
        else if (message.kind === 'broken') reject(message.error);
        else {
          arrived.push(message);
          return;
        }
        worker.off('message', answer);
        worker.on('message', receive);
      };
      worker.off('message', receive);
      worker.on('message', answer);
      tell({ kind: 'cells', rows });
    });
  try {
    for (;;) {
      const message = await next();
      if (message.kind === 'end') return;
      if (message.kind === 'problem') throw new FileProblem(message.code, message.params);
      if (message.kind === 'broken') throw message.error;
      if (message.kind !== 'batch') continue;
      yield { batch: message.batch, cellsOf };
      tell({ kind: 'taken' });
    }
  } finally {
    await worker.terminate();
  }
}
