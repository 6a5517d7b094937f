import { type DatabaseLocation, openForWriting } from '../../db/open';
import type { JobContext } from '../../workers/job-context';
import { mergeIndexStep } from '../search/search.sql';

const mostSteps = 20_000;

/**
 * After an erasure: the search index keeps what was taken out of it in its older pieces until they are rewritten. Does so in
 * short steps and folds the write-ahead log into the database. False where it was stopped before the end; the rest goes the next
 * time, or when the index is made anew.
 */
export function tidyIndex(
  { location }: { location: DatabaseLocation },
  { progress, isCancelled }: JobContext,
): boolean {
  const db = openForWriting(location, { isPatient: true });
  try {
    db.pragma('secure_delete = ON');
    for (const kind of ['customer', 'item'] as const)
      for (let step = 0; step < mostSteps; step += 1) {
        if (isCancelled()) return false;
        progress('privacy.erase.tidy', step, null);
        if (mergeIndexStep(db, kind, { isFirst: step === 0 })) break;
      }
    db.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } finally {
    db.close();
  }
}
