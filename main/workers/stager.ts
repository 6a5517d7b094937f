import { parentPort } from 'node:worker_threads';
import { FileProblem } from '../features/imports/files/problems';
import type { ImportTask } from '../features/imports/import-job-types';
import { readers } from '../features/imports/import-threads';
import { stagePurchaseFile } from '../features/imports/stage-purchase-file';
import type { FromStager, ToStager } from '../features/imports/stager-messages';
import { Failure } from '../kernel/errors';

/**
 * The entry of the thread that stages a purchase file ahead of the one that writes into the shop. It is a few batches of lines
 * ahead at most, so that memory is bounded.
 */
const AHEAD = 4;

const send = (message: FromStager, transfer: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, [...transfer]);

// It is wanted in a moment, and takes as long to start as this one takes to look at the shop.
readers.prepare();

let underWay = 0;
let onTaken = () => {};
parentPort?.on('message', (message: ToStager) => {
  if (message.kind === 'stage') {
    void stage(message.task);
    return;
  }
  underWay -= 1;
  onTaken();
});

async function stage(task: ImportTask): Promise<void> {
  try {
    for await (const news of stagePurchaseFile(task)) {
      if (news.kind !== 'lines') {
        send(news);
        continue;
      }
      while (underWay >= AHEAD)
        await new Promise<void>((resolve) => {
          onTaken = resolve;
        });
      underWay += 1;
      send(news, [news.lines.buffer as ArrayBuffer]);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (error instanceof FileProblem || error instanceof Failure)
      send({ kind: 'refused', code: error.code, params: error.params });
    else send({ kind: 'broken', error, code });
  }
}
