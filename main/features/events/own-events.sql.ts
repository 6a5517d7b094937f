import type { Reply } from '@shared/domain/events';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { CustomerEvents } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { indexCustomer } from '../search/search.sql';

export type OwnEventRow = Selectable<CustomerEvents>;

/** A customer's own event with the name of whoever sees to it. */
export interface ShownOwnEventRow extends OwnEventRow {
  readonly owner_name: string;
}

/** Notes an event of a customer's own, and makes it findable. */
export function insertOwnEvent(db: WritableDb, row: Insertable<CustomerEvents>): void {
  run(db, sqlBuilder.insertInto('customer_events').values(row));
  indexCustomer(db, row.customer_id);
}

/** Changes columns of one, and what finds it. */
export function updateOwnEvent(
  db: WritableDb,
  { id, customer_id }: OwnEventRow,
  columns: Updateable<CustomerEvents>,
): void {
  run(db, sqlBuilder.updateTable('customer_events').set(columns).where('id', '=', id));
  if ('name' in columns) indexCustomer(db, customer_id);
}

/** One. */
export function findOwnEvent(db: ReadableDb, id: string): OwnEventRow | undefined {
  return one(db, sqlBuilder.selectFrom('customer_events').selectAll().where('id', '=', id));
}

/** Those of a customer, the earliest first. */
export function listOwnEvents(db: ReadableDb, customerId: string): ShownOwnEventRow[] {
  return prepared(
    db,
    `SELECT o.*, s.name AS owner_name FROM customer_events o JOIN staff s ON s.id = o.owner_id
     WHERE o.customer_id = ? ORDER BY o.held_on, o.id`,
  ).all(customerId) as ShownOwnEventRow[];
}

/** Our events on whose lists a customer stands, the last first. */
export function listInvitationsOf(db: ReadableDb, customerId: string) {
  return prepared(
    db,
    `SELECT e.id AS event_id, e.name, e.starts_at, e.status, g.invited_at, g.reply, g.arrived_at
     FROM event_guests g JOIN events e ON e.id = g.event_id
     WHERE g.customer_id = ? AND g.removed_at IS NULL ORDER BY e.starts_at DESC LIMIT 20`,
  ).all(customerId) as {
    event_id: string;
    name: string;
    starts_at: number;
    status: string;
    invited_at: number | null;
    reply: Reply | null;
    arrived_at: number | null;
  }[];
}
