import { type DatabaseLocation, openForReading, openForWriting } from '../../db/open';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import { countCoPurchases, writeCoPurchases } from './co-purchases.sql';

/** What counting needs; plain data, since it runs on another thread. */
export interface CoPurchaseInput {
  readonly location: DatabaseLocation;
  readonly now: number;
}

const tries = 50;
const pauseMs = 100;

/** It is counted when somebody begins their day, whose typing comes first: a quarter of a processor is enough. */
const workMs = 5;
const restMs = 15;

const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Rests whenever it has worked for a while; throws what `stop` throws. */
function resting(stop: () => void): () => void {
  let calls = 0;
  let since = performance.now();
  return () => {
    calls += 1;
    if (calls % 16 !== 0 || performance.now() - since < workMs) return;
    stop();
    sleep(restMs);
    since = performance.now();
  };
}

/**
 * Counts what is bought together on a thread of its own, and puts the figures in place in one short transaction. Derived
 * data: nothing in the log. Gives up quietly where the database stays busy; the old figures hold until the next time.
 */
export function refreshCoPurchases({ location, now }: CoPurchaseInput, context: JobContext): boolean {
  const reader = openForReading(location);
  const counted = (() => {
    try {
      return countCoPurchases(
        reader,
        resting(() => {
          if (context.isCancelled()) throw new Failure('CANCELLED');
        }),
      );
    } finally {
      reader.close();
    }
  })();
  const writer = openForWriting(location);
  try {
    for (let round = 0; round < tries && !context.isCancelled(); round += 1) {
      try {
        writer.transaction(() => writeCoPurchases(writer, counted, now)).immediate();
        return true;
      } catch (error) {
        if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
        sleep(pauseMs);
      }
    }
    return false;
  } finally {
    writer.close();
  }
}
