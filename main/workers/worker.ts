import { parentPort, workerData } from 'node:worker_threads';
import { type Job, jobs } from './jobs';
import { preparations } from './preparations';
import type { JobMessage, JobOrder } from './run-job';

/**
 * The one entry of every worker thread: runs the named job on connections of its own. Jobs are plain functions in
 * their features; the main thread waits with progress and cancel in `run-job.ts`.
 */
const { job } = workerData as { job: string };
const send = (message: JobMessage) => parentPort?.postMessage(message);

// Before the modules of the job, which take longer to read than a thread to start.
(preparations as Record<string, () => void>)[job]?.();
const run = await (jobs as Record<string, () => Promise<Job>>)[job]?.();
parentPort?.once('message', (order: JobOrder) => void perform(order));

async function perform({ input, cancelled }: JobOrder): Promise<void> {
  const isCancelled = new Int32Array(cancelled);
  try {
    if (!run) throw new Error(`no job named ${job}`);
    const value = await run(input as never, {
      progress: (step, done, total) => send({ kind: 'progress', step, done, total }),
      isCancelled: () => Atomics.load(isCancelled, 0) === 1,
    });
    send({ kind: 'done', value });
  } catch (error) {
    const failure = error as { code?: unknown; params?: unknown; stack?: string; name?: string };
    send({
      kind: 'failed',
      name: failure.name ?? 'Error',
      code: typeof failure.code === 'string' ? failure.code : null,
      params: (failure.params ?? {}) as Record<string, string | number>,
      stack: failure.stack ?? '',
    });
  }
}
