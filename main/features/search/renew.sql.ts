import { prepared, type WritableDb } from '../../db/sql';
import { type IndexProgress, rebuildIndex } from './rebuild.sql';

/** Makes the index anew where a step of the schema has said that its keys are of an older kind. */
export function renewStaleIndex(db: WritableDb, onProgress?: IndexProgress): void {
  const mark = prepared(db, "SELECT 1 FROM meta WHERE key = 'search_index' AND value = 'stale'").get();
  if (mark) rebuildIndex(db, onProgress);
}
