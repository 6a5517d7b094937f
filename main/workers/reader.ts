import { parentPort } from 'node:worker_threads';
import { sharedBlocks } from '../features/imports/blocks';
import { FileProblem } from '../features/imports/files/problems';
import type { ImportTask } from '../features/imports/import-job-types';
import { type ReadBatch, readPurchases } from '../features/imports/purchase-batches';
import { BATCH_VALUES } from '../features/imports/purchase-columns';
import type { FromReader, ToReader } from '../features/imports/reader-messages';
import { atMost } from './at-most';

/**
 * The entry of the thread that reads a purchase file ahead of the one that stages it. It has no database and holds the cells
 * of a few batches at most, so that its memory is bounded.
 */
const batches = atMost(4);

const blocks = sharedBlocks(BATCH_VALUES);

const send = (message: FromReader) => parentPort?.postMessage(message);

/** The batches that are under way, the oldest first. */
const underWay: ReadBatch[] = [];
parentPort?.on('message', (message: ToReader) => {
  if (message.kind === 'read') void read(message.task);
  else if (message.kind === 'cells')
    send({ kind: 'cells', cells: message.rows.map((row) => underWay[0]?.cellsOf(row) ?? []) });
  else {
    const done = underWay.shift();
    if (done) blocks.give(done.batch.values);
    batches.end();
  }
});

async function read(task: ImportTask): Promise<void> {
  try {
    for await (const read of readPurchases(task, blocks)) {
      await batches.begin();
      underWay.push(read);
      send({ kind: 'batch', batch: read.batch });
    }
    send({ kind: 'end' });
  } catch (error) {
    if (error instanceof FileProblem) send({ kind: 'problem', code: error.code, params: error.params });
    else send({ kind: 'broken', error });
  }
}
