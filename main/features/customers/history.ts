import type { ReadableDb } from '../../db/sql';
import { findCustomer, listStaffNames } from './customers.sql';
import { isSame, type Profile, type ProfileChanges, type ProfileField, readProfile } from './profile';
import { listRevisions } from './revisions.sql';

/** The edits of a record with their values as text, and whether each can still be taken back. */
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
      changes: (Object.keys(after) as ProfileField[]).map((field) => ({
        field,
        before: valueText(before, field, staffNames),
        after: valueText(after, field, staffNames),
      })),
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

function valueText(
  from: ProfileChanges,
  field: ProfileField,
  staffNames: ReadonlyMap<string, string>,
): string {
  if (field === 'contacts') return (from.contacts ?? []).map(({ value }) => value).join(', ');
  if (field === 'dates')
    return (from.dates ?? [])
      .map(({ label, kind, month, day }) => `${label ?? kind} ${day}/${month}`)
      .join(', ');
  if (field === 'preferences') {
    const likes = from.preferences;
    if (!likes) return '';
    const size = likes.wristMm ? [`${likes.wristMm} mm`] : [];
    return [...size, likes.strap, ...likes.metals, ...likes.brands, ...likes.colours, likes.note]
      .filter(Boolean)
      .join(', ');
  }
  const value = from[field];
  if (field === 'primaryAdvisorId' || field === 'secondaryAdvisorId')
    return value ? (staffNames.get(String(value)) ?? '') : '';
  return value === null || value === undefined ? '' : String(value);
}
