import { existsSync } from 'node:fs';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { builtFile } from './built-file';

/** Threads of one kind: each reads its modules, and begins its work with the first message. */
export interface Threads {
  /** Starts the next one ahead of time; where it is never taken, it ends with this thread. */
  prepare(): void;
  /** The one that waits, or a new one; null where the sources run as they are, unbuilt (unit tests). */
  take(): Worker | null;
}

/** The threads whose built entry has this name. */
export function threadsOf(name: string, options: WorkerOptions = {}): Threads {
  let waiting: Worker | null = null;
  const forget = () => {
    waiting = null;
  };
  const start = (): Worker | null => {
    const file = builtFile(name);
    return file !== null && existsSync(file) ? new Worker(file, options) : null;
  };
  return {
    prepare() {
      if (waiting) return;
      waiting = start();
      waiting?.on('error', forget).on('exit', forget).unref();
    },
    take() {
      const worker = waiting ?? start();
      waiting = null;
      worker?.off('error', forget).off('exit', forget).ref();
      return worker;
    },
  };
}
