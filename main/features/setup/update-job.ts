import type { DatabaseLocation } from '../../db/open';
import { updateDatabase } from '../../kernel/update-database';
import type { JobContext } from '../../workers/job-context';

/** Migrates the shop on a thread of its own, with the verified copy before; it cannot be cancelled, only finished. */
export function updateShop({ location }: { location: DatabaseLocation }, { progress }: JobContext): null {
  updateDatabase(location, { keepsCopy: true, onProgress: progress });
  return null;
}
