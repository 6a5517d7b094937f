import { parentPort } from 'node:worker_threads';
import { prepareDriver } from '../db/open';
import { sharedBlocks } from '../features/imports/blocks';
import { FileProblem } from '../features/imports/files/problems';
import type { ImportTask } from '../features/imports/import-job-types';
import { readers } from '../features/imports/import-threads';
import { BATCH_LINE_VALUES } from '../features/imports/line-columns';
import { stagePurchaseFile } from '../features/imports/stage-purchase-file';
import type { FromStager, LineBatch, ToStager } from '../features/imports/stager-messages';
import { Failure } from '../kernel/errors';
import { atMost } from './at-most';

/**
 * The entry of the thread that stages a purchase file ahead of the one that writes into the shop. It is a few batches of lines
 * ahead at most, so that memory is bounded.
 */
const batches = atMost(4);

const blocks = sharedBlocks(BATCH_LINE_VALUES);
/** The lines that are under way, the oldest first. */
const underWay: LineBatch[] = [];

const send = (message: FromStager) => parentPort?.postMessage(message);

// It is wanted in a moment, and takes as long to start as this one takes to look at the shop.
readers.prepare();
prepareDriver();

parentPort?.on('message', (message: ToStager) => {
  if (message.kind === 'stage') void stage(message.task);
  else {
    const done = underWay.shift();
    if (done) blocks.give(done);
    batches.end();
  }
});

async function stage(task: ImportTask): Promise<void> {
  try {
    for await (const news of stagePurchaseFile(task, blocks)) {
      if (news.kind !== 'lines') {
        send(news);
        continue;
      }
      await batches.begin();
      underWay.push(news.lines);
      send(news);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (error instanceof FileProblem || error instanceof Failure)
      send({ kind: 'refused', code: error.code, params: error.params });
    else send({ kind: 'broken', error, code });
  }
}
