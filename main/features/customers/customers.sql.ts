import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Customers } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type CustomerRow = Selectable<Customers>;

/** One record as stored, deleted and merged ones too. */
export function findCustomer(db: ReadableDb, id: string): CustomerRow | undefined {
  // Written out: lists ask for one customer after the other, and building the text costs more than the answer.
  return prepared(db, 'SELECT * FROM customers WHERE id = ?').get(id) as CustomerRow | undefined;
}

/** The record that stands for this id today: follows merges. Undefined where there never was one. */
export function findStandingCustomer(db: ReadableDb, id: string): CustomerRow | undefined {
  let row = findCustomer(db, id);
  while (row?.merged_into_id) row = findCustomer(db, row.merged_into_id);
  return row;
}

/** Adds a record; the caller indexes it for the search in the same transaction. */
export function insertCustomer(db: WritableDb, row: Insertable<Customers>): void {
  run(db, sqlBuilder.insertInto('customers').values(row));
}

/** Changes columns of one record. */
export function updateCustomer(db: WritableDb, id: string, columns: Updateable<Customers>): void {
  run(db, sqlBuilder.updateTable('customers').set(columns).where('id', '=', id));
}

/** Remembers that somebody opened a record. */
export function insertView(db: WritableDb, staffId: string, customerId: string, at: number): void {
  run(
    db,
    sqlBuilder
      .insertInto('customer_views')
      .values({ staff_id: staffId, customer_id: customerId, at })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Ids of the records somebody opened last, newest first, each once. */
export function listRecentlyViewed(db: ReadableDb, staffId: string, limit: number): string[] {
  const rows = prepared(
    db,
    'SELECT customer_id FROM customer_views WHERE staff_id = ? ORDER BY at DESC LIMIT ?',
  ).all(staffId, limit * 10) as { customer_id: string }[];
  return [...new Set(rows.map((row) => row.customer_id))].slice(0, limit);
}

/** Names of all staff who ever worked here, by id; on Chinese paper the Chinese one, where there is one. */
export function listStaffNames(db: ReadableDb, language = 'en'): Map<string, string> {
  const rows = all(db, sqlBuilder.selectFrom('staff').select(['id', 'name', 'chinese_name']));
  return new Map(rows.map((row) => [row.id, (language !== 'en' && row.chinese_name) || row.name]));
}

/** True for somebody who works here now. */
export function isActiveStaff(db: ReadableDb, id: string): boolean {
  return (
    one(
      db,
      sqlBuilder.selectFrom('staff').select('id').where('id', '=', id).where('deactivated_at', 'is', null),
    ) !== undefined
  );
}

/** True when the record belongs to somebody who works here. */
export function isStaffRecord(db: ReadableDb, customerId: string): boolean {
  return prepared(db, 'SELECT 1 FROM staff WHERE own_customer_id = ?').get(customerId) !== undefined;
}

/** What the shop earned with one customer, or undefined before the first purchase. */
export function findTotals(db: ReadableDb, customerId: string) {
  return one(db, sqlBuilder.selectFrom('customer_totals').selectAll().where('customer_id', '=', customerId));
}

/** The condition that record `c` no longer stands, for `INDEXED BY customers_gone`: they are few, so counts leave them out by it. */
export const isGone = '(c.deleted_at IS NOT NULL OR c.merged_into_id IS NOT NULL)';

/** How many customers each member of staff looks after, those who left included. Counted in indexes, without a record read. */
export function countByAdvisor(db: ReadableDb) {
  return prepared(
    db,
    `SELECT s.id, s.name, s.deactivated_at IS NULL AS is_active,
       (SELECT count(*) FROM customers c INDEXED BY customers_by_advisor WHERE c.primary_advisor_id = s.id)
       + (SELECT count(*) FROM customers c INDEXED BY customers_by_second_advisor
          WHERE c.secondary_advisor_id = s.id AND c.primary_advisor_id IS NOT s.id)
       - (SELECT count(*) FROM customers c INDEXED BY customers_gone
          WHERE ${isGone} AND s.id IN (c.primary_advisor_id, c.secondary_advisor_id)) AS customers
     FROM staff s ORDER BY s.created_at`,
  ).all() as { id: string; name: string; is_active: number; customers: number }[];
}

/** Records that somebody looks after, as primary or secondary advisor. */
export function listAdvised(db: ReadableDb, staffId: string) {
  return prepared(
    db,
    `SELECT id, primary_advisor_id, secondary_advisor_id FROM customers
     WHERE (primary_advisor_id = ? OR secondary_advisor_id = ?) AND deleted_at IS NULL AND merged_into_id IS NULL`,
  ).all(staffId, staffId) as {
    id: string;
    primary_advisor_id: string | null;
    secondary_advisor_id: string | null;
  }[];
}
