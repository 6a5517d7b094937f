import { type DatabaseLocation, openForWriting } from '../../db/open';
import type { JobContext } from '../../workers/job-context';
import { gatherPieces, mergeIndexStep } from './write.sql';

/** What is not gathered by then is so on the next day. */
const mostMs = 15_000;

const kinds = ['customer', 'item', 'product'] as const;

/**
 * At the end of a day: what its writes left in the search index as many small pieces is gathered into few. Every key that is typed
 * looks into each of them: with 42 pieces a name took five times as long as with two (1,000,000 customers). True when it
 * came to the end.
 */
export function gatherIndex(
  { location }: { location: DatabaseLocation },
  { isCancelled }: Pick<JobContext, 'isCancelled'>,
): boolean {
  const db = openForWriting(location, { isPatient: true });
  const began = performance.now();
  try {
    for (const kind of kinds) {
      gatherPieces(db, kind);
      while (!mergeIndexStep(db, kind)) if (isCancelled() || performance.now() - began > mostMs) return false;
    }
    return true;
  } finally {
    db.close();
  }
}
