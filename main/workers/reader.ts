import { parentPort } from 'node:worker_threads';
import { FileProblem } from '../features/imports/files/problems';
import type { ImportTask } from '../features/imports/import-job-types';
import { readPurchases } from '../features/imports/purchase-batches';
import type { FromReader, ToReader } from '../features/imports/reader-messages';
import { atMost } from './at-most';

/**
 * The entry of the thread that reads a purchase file ahead of the one that stages it. It has no database and holds the cells
 * of a few batches at most, so that its memory is bounded.
 */
const batches = atMost(4);

const send = (message: FromReader, transfer: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, [...transfer]);

/** The batches that are under way, the oldest first, by how their cells are come by. */
const underWay: ((row: number) => string[])[] = [];
parentPort?.on('message', (message: ToReader) => {
  if (message.kind === 'read') void read(message.task);
  else if (message.kind === 'cells')
    send({ kind: 'cells', cells: message.rows.map((row) => underWay[0]?.(row) ?? []) });
  else {
    underWay.shift();
    batches.end();
  }
});

async function read(task: ImportTask): Promise<void> {
  try {
    for await (const { batch, cellsOf } of readPurchases(task)) {
      await batches.begin();
      underWay.push(cellsOf);
      send({ kind: 'batch', batch }, [batch.values.buffer as ArrayBuffer]);
    }
    send({ kind: 'end' });
  } catch (error) {
    if (error instanceof FileProblem) send({ kind: 'problem', code: error.code, params: error.params });
    else send({ kind: 'broken', error });
  }
}
