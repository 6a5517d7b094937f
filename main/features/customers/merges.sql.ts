import type { Insertable } from 'kysely';
import type { CustomerMerges } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/**
 * Every table and column that names a customer, and therefore moves when two records become one. A test compares it with
 * the schema, so that a new table cannot be forgotten.
 */
export const movingColumns = [
  ['customer_contacts', 'customer_id'],
  ['customer_dates', 'customer_id'],
  ['customer_links', 'customer_id'],
  ['customer_links', 'other_customer_id'],
  ['customer_notes', 'customer_id'],
  ['sales', 'customer_id'],
  ['items', 'customer_id'],
  ['needs', 'customer_id'],
  ['recommendations', 'customer_id'],
  ['promises', 'customer_id'],
  ['contact_plans', 'customer_id'],
  ['follow_ups', 'customer_id'],
  ['duty_moves', 'customer_id'],
  ['complaints', 'customer_id'],
  ['feedback', 'customer_id'],
  ['conversations', 'customer_id'],
  ['enquiries', 'customer_id'],
  ['quotations', 'customer_id'],
  ['interests', 'customer_id'],
  ['resale_flags', 'customer_id'],
  ['service_jobs', 'customer_id'],
  ['handovers', 'customer_id'],
  ['gifts', 'customer_id'],
  ['review_meetings', 'customer_id'],
  ['event_guests', 'customer_id'],
  ['customer_events', 'customer_id'],
  ['campaign_entries', 'customer_id'],
  ['consent_events', 'customer_id'],
  ['vip_invitations', 'customer_id'],
  ['vip_memberships', 'customer_id'],
  ['privacy_requests', 'customer_id'],
  ['staff', 'own_customer_id'],
] as const;
export type MovingColumn = (typeof movingColumns)[number];

/**
 * What names a customer and stays: a record's own history and who looked at it belong to that record; preferences are
 * joined field by field; totals, the contact plan's clock and the search index are computed anew; the audience of a
 * programme is as it was drawn, and whoever asks follows the merge.
 */
export const stayingTables = [
  'customer_revisions',
  'customer_views',
  'lookup_reasons',
  'customer_merges',
  'customer_preferences',
  'customer_totals',
  'programme_members',
  'sale_attachments',
  'contact_clock',
  'erasures',
  'erasing',
] as const;

/** Rows that would say the same thing twice stay with the record that disappears. */
const skippedWhere: Partial<Record<string, string>> = {
  customer_contacts: `AND normalised NOT IN (SELECT normalised FROM customer_contacts WHERE customer_id = @kept)`,
  customer_dates: `AND NOT EXISTS (SELECT 1 FROM customer_dates k WHERE k.customer_id = @kept
    AND k.kind = customer_dates.kind AND k.month = customer_dates.month AND k.day = customer_dates.day)`,
  event_guests: `AND event_id NOT IN (SELECT event_id FROM event_guests WHERE customer_id = @kept)`,
  customer_links: `AND customer_id <> @kept AND other_customer_id <> @kept`,
};

/** Ids of the rows of one table that would move. */
export function listMovingRows(
  db: ReadableDb,
  [table, column]: MovingColumn,
  keptId: string,
  mergedId: string,
): string[] {
  const rows = prepared(
    db,
    `SELECT id FROM ${table} WHERE ${column} = @merged ${skippedWhere[table] ?? ''} ORDER BY id`,
  ).all({ merged: mergedId, ...(skippedWhere[table] ? { kept: keptId } : {}) }) as { id: string }[];
  return rows.map((row) => row.id);
}

/** Points rows of one table at another customer; rows that meanwhile point elsewhere are left alone. */
export function repointRows(
  db: WritableDb,
  [table, column]: MovingColumn,
  ids: readonly string[],
  fromId: string,
  toId: string,
): void {
  const statement = prepared(db, `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`);
  for (const id of ids) statement.run(toId, id, fromId);
}

/** Ends a membership because its holder has two, or lets it stand again (nulls). */
export function setMembershipEnd(
  db: WritableDb,
  id: string,
  endedOn: string | null,
  reason: string | null,
): void {
  run(
    db,
    sqlBuilder
      .updateTable('vip_memberships')
      .set({ ended_on: endedOn, end_reason: reason })
      .where('id', '=', id),
  );
}

/** Remembers a merge. */
export function insertMerge(db: WritableDb, row: Insertable<CustomerMerges>): void {
  run(db, sqlBuilder.insertInto('customer_merges').values(row));
}

/** One merge. */
export function findMerge(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('customer_merges').selectAll().where('id', '=', id));
}

/** Marks a merge as taken back. */
export function markMergeUndone(db: WritableDb, id: string, at: number): void {
  run(db, sqlBuilder.updateTable('customer_merges').set({ undone_at: at }).where('id', '=', id));
}

/** Merges into this record that still stand, newest first, with the number of each record that disappeared. */
export function listMerges(db: ReadableDb, keptId: string) {
  return prepared(
    db,
    `SELECT m.id, m.at, m.merged_id, c.number FROM customer_merges m JOIN customers c ON c.id = m.merged_id
     WHERE m.kept_id = ? AND m.undone_at IS NULL ORDER BY m.at DESC, m.id DESC`,
  ).all(keptId) as { id: string; at: number; merged_id: string; number: string }[];
}

/** True when a later merge that still stands brought rows into the same record. */
export function hasLaterMerge(db: ReadableDb, keptId: string, merge: { at: number; id: string }): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM customer_merges
       WHERE kept_id = ? AND undone_at IS NULL AND (at, id) > (?, ?) LIMIT 1`,
    ).get(keptId, merge.at, merge.id) !== undefined
  );
}
