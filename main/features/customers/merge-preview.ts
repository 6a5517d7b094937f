import { type MergeField, mergeFields } from '@shared/contract/customer-shapes';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import { findMembership } from '../vip/vip.sql';
import { listCards } from './cards.sql';
import { type CustomerRow, findCustomer } from './customers.sql';
import { listMovingRows, movingColumns } from './merges.sql';
import { isSame, type Profile, readProfile } from './profile';

/** Both records of a merge, each standing on its own; fails with MERGE_SAME or CUSTOMER_NOT_FOUND. */
export function findPair(db: ReadableDb, keptId: string, mergedId: string) {
  if (keptId === mergedId) fail('MERGE_SAME');
  return { kept: findOwn(db, keptId), merged: findOwn(db, mergedId) };
}

function findOwn(db: ReadableDb, id: string): CustomerRow {
  const row = findCustomer(db, id);
  return row && !row.merged_into_id && row.deleted_at === null ? row : fail('CUSTOMER_NOT_FOUND');
}

/** What merging would do: the fields that differ, how many rows of what move, and whether two cards meet. */
export function previewMerge(db: ReadableDb, keptId: string, mergedId: string) {
  const { kept, merged } = findPair(db, keptId, mergedId);
  const ofKept = readProfile(db, kept);
  const ofMerged = readProfile(db, merged);
  const [keptCard, mergedCard] = listCards(db, [keptId, mergedId]);
  if (!keptCard || !mergedCard) fail('CUSTOMER_NOT_FOUND');
  const keptMembership = findMembership(db, keptId);
  const mergedMembership = findMembership(db, mergedId);
  const counts = new Map<string, number>();
  for (const pair of movingColumns) {
    const count = listMovingRows(db, pair, keptId, mergedId).length;
    counts.set(pair[0], (counts.get(pair[0]) ?? 0) + count);
  }
  return {
    kept: keptCard,
    merged: mergedCard,
    conflicts: conflictsOf(ofKept, ofMerged),
    moves: [...counts].filter(([, count]) => count > 0).map(([what, count]) => ({ what, count })),
    cards:
      keptMembership && mergedMembership
        ? { kept: keptMembership.card_number, merged: mergedMembership.card_number }
        : null,
  };
}

const birthFields: readonly MergeField[] = ['birthYear', 'birthMonth', 'birthDay'];

/** The fields on which the records disagree. A birthday is one answer: where a part of it differs, all parts are given. */
function conflictsOf(kept: Profile, merged: Profile) {
  const areBoth = (field: MergeField) => kept[field] !== null && merged[field] !== null;
  const differs = (field: MergeField) => areBoth(field) && !isSame(kept[field], merged[field]);
  const isOtherBirthday = birthFields.some(differs);
  return mergeFields
    .filter((field) => differs(field) || (isOtherBirthday && birthFields.includes(field) && areBoth(field)))
    .map((field) => ({ field, kept: kept[field], merged: merged[field] }));
}
