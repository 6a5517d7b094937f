import { type MergeField, mergeFields, type Preferences } from '@shared/contract/customer-shapes';
import type { WritableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { rebuildTotals } from '../sales/totals.sql';
import { indexCustomer, removeFromIndex } from '../search/search.sql';
import { findMembership } from '../vip/vip.sql';
import { findCustomer, updateCustomer } from './customers.sql';
import { findPair } from './merge-preview';
import {
  findMerge,
  hasLaterMerge,
  insertMerge,
  listMovingRows,
  markMergeUndone,
  movingColumns,
  repointRows,
  setMembershipEnd,
} from './merges.sql';
import {
  columnsOf,
  differences,
  isSame,
  type Profile,
  type ProfileChanges,
  readPreferences,
  readProfile,
  writeParts,
} from './profile';

type Context = Pick<CommandContext, 'db' | 'now' | 'today' | 'staff' | 'newId' | 'about'>;

interface Moved {
  /** Row ids by position in `movingColumns`, written as `table.column`. */
  rows: Record<string, string[]>;
  /** The kept record's fields that the merge changed, before and after. */
  before: ProfileChanges;
  after: ProfileChanges;
  /** The kept record's version and time before, and the version the merge gave it. */
  version: number;
  updatedAt: number;
  mergedUpdatedAt: number;
  /** The membership that ended because its holder had two cards. */
  endedMembershipId: string | null;
}

/**
 * Makes one record of two. What the kept record lacks is filled in; `fromMerged` names fields whose value comes from the
 * other one; whoever is a minor on either stays one. Consent needs nothing but the move: the permission is computed from
 * the events of both in the shop's one sequence, so a withdrawal on either ends what was given before it on both.
 */
export function mergeCustomers(
  { db, now, today, staff, newId, about }: Context,
  input: { keptId: string; mergedId: string; fromMerged: readonly MergeField[]; keepMergedCard: boolean },
): string {
  const { keptId, mergedId } = input;
  const { kept, merged } = findPair(db, keptId, mergedId);
  const ofKept = readProfile(db, kept);
  const changes = joinedFields(ofKept, readProfile(db, merged), input.fromMerged);
  const { before, after } = differences(ofKept, changes);
  const endedMembershipId = endOneCard(db, keptId, mergedId, input.keepMergedCard, today);

  const rows: Moved['rows'] = {};
  for (const pair of movingColumns) {
    const ids = listMovingRows(db, pair, keptId, mergedId);
    repointRows(db, pair, ids, mergedId, keptId);
    if (ids.length > 0) rows[pair.join('.')] = ids;
  }
  updateCustomer(db, keptId, { ...columnsOf(after), version: kept.version + 1, updated_at: now });
  writeParts(db, keptId, after);
  updateCustomer(db, mergedId, { merged_into_id: keptId, updated_at: now });
  const moved: Moved = {
    rows,
    before,
    after,
    version: kept.version,
    updatedAt: kept.updated_at,
    mergedUpdatedAt: merged.updated_at,
    endedMembershipId,
  };
  const id = newId();
  insertMerge(db, {
    id,
    kept_id: keptId,
    merged_id: mergedId,
    at: now,
    staff_id: staff.staffId,
    moved: JSON.stringify(moved),
  });
  about('customer', keptId, ['merged', ...Object.keys(after)]);
  removeFromIndex(db, 'customer', mergedId);
  refresh(db, keptId, mergedId);
  return id;
}

function joinedFields(kept: Profile, merged: Profile, fromMerged: readonly MergeField[]): ProfileChanges {
  const chosen = mergeFields.filter(
    (field) => merged[field] !== null && (kept[field] === null || fromMerged.includes(field)),
  );
  return {
    ...(Object.fromEntries(chosen.map((field) => [field, merged[field]])) as ProfileChanges),
    isMinor: kept.isMinor || merged.isMinor,
    preferences: joinedPreferences(kept.preferences, merged.preferences),
  };
}

function joinedPreferences(kept: Preferences | null, merged: Preferences | null): Preferences | null {
  if (!kept || !merged) return kept ?? merged;
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    wristMm: kept.wristMm ?? merged.wristMm,
    strap: kept.strap ?? merged.strap,
    metals: both(kept.metals, merged.metals),
    brands: both(kept.brands, merged.brands),
    colours: both(kept.colours, merged.colours),
    budgetMinMinor: kept.budgetMinMinor ?? merged.budgetMinMinor,
    budgetMaxMinor: kept.budgetMaxMinor ?? merged.budgetMaxMinor,
    note: [kept.note, merged.note].filter(Boolean).join('\n') || null,
  };
}

function endOneCard(
  db: WritableDb,
  keptId: string,
  mergedId: string,
  keepMergedCard: boolean,
  today: string,
): string | null {
  const ofKept = findMembership(db, keptId);
  const ofMerged = findMembership(db, mergedId);
  if (!ofKept || !ofMerged) return null;
  const ended = keepMergedCard ? ofKept : ofMerged;
  setMembershipEnd(db, ended.id, today, 'merged');
  return ended.id;
}

/** Derived data of both records, computed anew. */
function refresh(db: WritableDb, keptId: string, mergedId: string): void {
  rebuildTotals(db, keptId);
  rebuildTotals(db, mergedId);
  indexCustomer(db, keptId);
}

/**
 * Takes a merge back. Every row that moved returns; the kept record's fields return too unless they were edited since,
 * and what was added to it since stays with it. Fails with MERGE_LATER_FIRST while a later merge stands on top.
 */
export function unmergeCustomers(
  { db, now, about }: Pick<Context, 'db' | 'now' | 'about'>,
  mergeId: string,
): { keptId: string; mergedId: string } {
  const merge = findMerge(db, mergeId) ?? fail('MERGE_NOT_FOUND');
  if (merge.undone_at !== null) fail('MERGE_NOT_FOUND');
  const { kept_id: keptId, merged_id: mergedId } = merge;
  const kept = findCustomer(db, keptId) ?? fail('MERGE_NOT_FOUND');
  if (kept.merged_into_id || hasLaterMerge(db, keptId, merge)) fail('MERGE_LATER_FIRST');
  const moved = JSON.parse(merge.moved) as Moved;

  restoreFields(db, keptId, moved, now);
  for (const pair of movingColumns) {
    repointRows(db, pair, moved.rows[pair.join('.')] ?? [], keptId, mergedId);
  }
  updateCustomer(db, mergedId, { merged_into_id: null, updated_at: moved.mergedUpdatedAt });
  if (moved.endedMembershipId) setMembershipEnd(db, moved.endedMembershipId, null, null);
  markMergeUndone(db, mergeId, now);
  about('customer', keptId, ['unmerged']);
  refresh(db, keptId, mergedId);
  indexCustomer(db, mergedId);
  return { keptId, mergedId };
}

function restoreFields(db: WritableDb, keptId: string, moved: Moved, now: number): void {
  const row = findCustomer(db, keptId) ?? fail('MERGE_NOT_FOUND');
  const current: ProfileChanges = { ...readProfile(db, row), preferences: readPreferences(db, keptId) };
  const untouched = (Object.keys(moved.after) as (keyof ProfileChanges)[]).filter((field) =>
    isSame(current[field], moved.after[field]),
  );
  const back = Object.fromEntries(untouched.map((field) => [field, moved.before[field]])) as ProfileChanges;
  // Nothing happened since: the record is exactly what it was, its version included.
  const isAsLeft = row.version === moved.version + 1;
  updateCustomer(db, keptId, {
    ...columnsOf(back),
    version: isAsLeft ? moved.version : row.version + 1,
    updated_at: isAsLeft ? moved.updatedAt : now,
  });
  writeParts(db, keptId, back);
}
