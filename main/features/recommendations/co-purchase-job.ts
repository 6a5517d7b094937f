import { type DatabaseLocation, openForReading, openForWriting } from '../../db/open';
import type { JobContext } from '../../workers/job-context';
import { countCoPurchases, writeCoPurchases } from './co-purchases.sql';

/** What counting needs; plain data, since it runs on another thread. */
export interface CoPurchaseInput {
  readonly location: DatabaseLocation;
  readonly now: number;
}

const tries = 50;
const pauseMs = 100;

/**
 * Counts what is bought together on a thread of its own, and puts the figures in place in one short transaction. Derived
 * data: nothing in the log. Gives up quietly where the database stays busy; the old figures hold until the next time.
 */
export function refreshCoPurchases({ location, now }: CoPurchaseInput, context: JobContext): boolean {
  const reader = openForReading(location);
  const counted = (() => {
    try {
      return countCoPurchases(reader);
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
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
      }
    }
    return false;
  } finally {
    writer.close();
  }
}
