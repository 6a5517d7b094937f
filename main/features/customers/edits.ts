import type { CommandContext } from '../../kernel/handlers';
import { indexCustomer } from '../search/search.sql';
import type { CustomerRow } from './customers.sql';
import { checkProfile, differences, type ProfileChanges, readProfile, writeProfile } from './profile';
import { insertRevision } from './revisions.sql';

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId' | 'about'>;

/**
 * Writes changes to a record, remembers what they replaced, and brings the search index up to date.
 * Returns the new version and the revision's id (null when nothing differed).
 */
export function editCustomer(
  { db, now, staff, newId, about }: Context,
  row: CustomerRow,
  changes: ProfileChanges,
  { operation, batchId = null }: { operation: string; batchId?: string | null },
): { version: number; revisionId: string | null } {
  const profile = readProfile(db, row);
  const { fields, before, after } = differences(profile, changes);
  about('customer', row.id, fields);
  if (fields.length === 0) return { version: row.version, revisionId: null };
  checkProfile(db, { ...profile, ...after }, fields);
  const version = row.version + 1;
  writeProfile(db, row.id, after, { version, updated_at: now });
  const revisionId = newId();
  insertRevision(db, {
    id: revisionId,
    customer_id: row.id,
    at: now,
    staff_id: staff.staffId,
    operation,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    batch_id: batchId,
  });
  indexCustomer(db, row.id);
  return { version, revisionId };
}
