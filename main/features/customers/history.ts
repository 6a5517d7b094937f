import type { RecordPart } from '@shared/contract/customer-shapes';
import type { ReadableDb } from '../../db/sql';
import { findCustomer, listStaffNames } from './customers.sql';
import { isSame, type Profile, type ProfileChanges, type ProfileField, readProfile } from './profile';
import { listRevisions } from './revisions.sql';

/** The edits of a record with what each replaced, and whether it can still be taken back. */
export function readHistory(db: ReadableDb, customerId: string) {
  const row = findCustomer(db, customerId);
  const current = row ? readProfile(db, row) : null;
  const staffNames = listStaffNames(db);
  return listRevisions(db, customerId).map((revision) => {
    const before = JSON.parse(revision.before) as ProfileChanges;
    const after = JSON.parse(revision.after) as ProfileChanges;
    return {
      id: revision.id,
      at: revision.at,
      by: revision.staff_id ? (staffNames.get(revision.staff_id) ?? null) : null,
      operation: revision.operation,
      before: partOf(before, staffNames),
      after: partOf(after, staffNames),
      isUndone: revision.undone_at !== null,
      canUndo:
        revision.undone_at === null &&
        current !== null &&
        !row?.merged_into_id &&
        stillStands(current, after),
    };
  });
}

/** True while the record still says what an edit made it say. */
export function stillStands(current: Profile, after: ProfileChanges): boolean {
  return (Object.keys(after) as ProfileField[]).every((field) => isSame(current[field], after[field]));
}

/** A revision's side as it crosses the boundary: an advisor by name. */
function partOf(
  { primaryAdvisorId, secondaryAdvisorId, ...part }: ProfileChanges,
  staffNames: ReadonlyMap<string, string>,
): RecordPart {
  const name = (id: string | null) => (id ? (staffNames.get(id) ?? '') : null);
  return {
    ...part,
    ...(primaryAdvisorId !== undefined && { primaryAdvisor: name(primaryAdvisorId) }),
    ...(secondaryAdvisorId !== undefined && { secondaryAdvisor: name(secondaryAdvisorId) }),
  };
}
