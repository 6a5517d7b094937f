import type { Worker } from 'node:worker_threads';
import { Failure } from '../../kernel/errors';
import type { ImportTask } from './import-job-types';
import { stagers } from './import-threads';
import type { FromStager, StagerNews, ToStager } from './stager-messages';

/** The disk or network that a file lies on may sleep; nobody at the counter waits for it longer than this. */
const STALLED_MS = 5000;

/**
 * What `stagePurchaseFile` says, done on a thread of its own a few batches ahead of whoever takes them: reading and resolving
 * half a million rows costs as much as writing them into the shop. Unbuilt (unit tests) it is done on this thread.
 */
export async function* stageAhead(task: ImportTask): AsyncGenerator<StagerNews, void, undefined> {
  const thread = stagers.take();
  if (thread) {
    yield* fromThread(thread, task);
    return;
  }
  const { stagePurchaseFile } = await import('./stage-purchase-file');
  yield* stagePurchaseFile(task);
}

async function* fromThread(worker: Worker, task: ImportTask): AsyncGenerator<StagerNews, void, undefined> {
  worker.postMessage({ kind: 'stage', task } satisfies ToStager);
  const arrived: FromStager[] = [];
  let wake = () => {};
  const receive = (message: FromStager) => {
    arrived.push(message);
    wake();
  };
  worker.on('message', receive);
  worker.on('error', (error) => receive({ kind: 'broken', error, code: undefined }));
  // Finding out what is there already may take long, and waits for no disk.
  let isReading = true;
  const next = async (): Promise<FromStager> => {
    for (;;) {
      const message = arrived.shift();
      if (message) return message;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, STALLED_MS);
      });
      clearTimeout(timer);
      if (arrived.length === 0 && isReading) return { kind: 'stalled' };
    }
  };
  try {
    for (;;) {
      const message = await next();
      if (message.kind === 'refused') throw new Failure(message.code, message.params);
      if (message.kind === 'broken') throw withCode(message);
      if (message.kind === 'checking') isReading = false;
      yield message;
      if (message.kind === 'lines') worker.postMessage({ kind: 'taken' } satisfies ToStager);
      if (message.kind === 'staged') return;
    }
  } finally {
    await worker.terminate();
  }
}

function withCode({ error, code }: Extract<FromStager, { kind: 'broken' }>): unknown {
  return error instanceof Error && code !== undefined ? Object.assign(error, { code }) : error;
}
