import type { Worker } from 'node:worker_threads';
import type { ErrorParams } from '@shared/contract/errors';
import { Failure } from '../kernel/errors';
import type { ActionContext } from '../kernel/handlers';
import type { JobContext } from './job-context';
import type { JobName, JobOf } from './jobs';
import { type Threads, threadsOf } from './threads';

/** What a worker tells the main thread. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly code: string | null;
      readonly params: ErrorParams;
      readonly stack: string;
    };

/** How a job is stopped, and whom it tells how far it is. */
export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onProgress: JobContext['progress'];
}

/** The action's own: whoever called it follows the job and can stop it. */
export const followedBy = ({ signal, progress }: Pick<ActionContext, 'signal' | 'progress'>): RunOptions => ({
  signal,
  onProgress: progress,
});

/** What a thread that was started for a job gets to do it with. */
export interface JobOrder {
  readonly input: unknown;
  /** One number: 1 once the person cancelled. */
  readonly cancelled: SharedArrayBuffer;
}

type JobInput<N extends JobName> = Parameters<JobOf<N>>[0];
type JobOutput<N extends JobName> = Awaited<ReturnType<JobOf<N>>>;

/**
 * Runs a job on a thread of its own; rejects with the job's Failure, or CANCELLED when the signal fired. Where there
 * is no built worker the same function runs on this thread.
 */
export function runJob<N extends JobName>(
  job: N,
  input: JobInput<N>,
  options: RunOptions,
): Promise<JobOutput<N>> {
  const worker = threadsFor(job).take();
  return worker ? runInWorker(worker, job, input, options) : runHere(job, input, options);
}

const threads = new Map<JobName, Threads>();

function threadsFor(job: JobName): Threads {
  // Jobs last long enough to be collected often: that keeps the memory of a large import down.
  const known =
    threads.get(job) ??
    threadsOf('worker.js', { workerData: { job }, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  threads.set(job, known);
  return known;
}

/** Starts the thread of a job that is about to be run. It knows nothing yet and touches nothing. */
export function prepareJob(job: JobName): void {
  threadsFor(job).prepare();
}

async function runHere<N extends JobName>(
  job: N,
  input: JobInput<N>,
  { signal, onProgress }: RunOptions,
): Promise<JobOutput<N>> {
  const { jobs } = await import('./jobs');
  const run = (await jobs[job]()) as unknown as (
    input: JobInput<N>,
    context: JobContext,
  ) => Promise<JobOutput<N>>;
  return run(input, { progress: onProgress, isCancelled: () => signal.aborted });
}

function runInWorker<N extends JobName>(
  worker: Worker,
  job: N,
  input: JobInput<N>,
  { signal, onProgress }: RunOptions,
): Promise<JobOutput<N>> {
  const cancelled = new SharedArrayBuffer(4);
  worker.postMessage({ input, cancelled } satisfies JobOrder);
  const cancel = () => Atomics.store(new Int32Array(cancelled), 0, 1);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  return new Promise<JobOutput<N>>((resolve, reject) => {
    worker.on('message', (message: JobMessage) => {
      if (message.kind === 'progress') onProgress(message.step, message.done, message.total);
      else if (message.kind === 'done') resolve(message.value as JobOutput<N>);
      else reject(asError(message));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`worker for ${job} ended with ${code} before it answered`)));
  }).finally(() => signal.removeEventListener('abort', cancel));
}

function asError(message: JobMessage & { kind: 'failed' }): Error {
  if (message.name === 'Failure' && message.code) return new Failure(message.code, message.params);
  const error = new Error('job failed');
  error.stack = message.stack;
  return Object.assign(error, message.code ? { code: message.code } : {});
}
