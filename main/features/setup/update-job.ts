import type { DatabaseLocation } from '../../db/open';
import { updateDatabase } from '../../kernel/update-database';
import type { JobContext } from '../../workers/job-context';
import { renewStaleIndex } from '../search/renew.sql';

interface UpdateInput {
  readonly location: DatabaseLocation;
  /** False where the database is itself a copy. */
  readonly keepsCopy: boolean;
}

/** Migrates a shop on a thread of its own, with the verified copy before; it cannot be cancelled, only finished. */
export function updateShop({ location, keepsCopy }: UpdateInput, { progress }: JobContext): null {
  updateDatabase(location, { keepsCopy, derive: renewStaleIndex, onProgress: progress });
  return null;
}
