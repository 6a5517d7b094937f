import type { Insertable, Selectable, Updateable } from 'kysely';
import type { HandoverMessages, Handovers } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { indexCustomer } from '../search/search.sql';

export type HandoverRow = Selectable<Handovers>;
export type MessageRow = Selectable<HandoverMessages> & { readonly staff_name: string };

/** Writes a new hand-over; its question is the first line of the thread. */
export function insertHandover(db: WritableDb, row: Insertable<Handovers>): void {
  run(db, sqlBuilder.insertInto('handovers').values(row));
}

/** Adds a line to a thread. */
export function insertMessage(db: WritableDb, row: Insertable<HandoverMessages>): void {
  run(db, sqlBuilder.insertInto('handover_messages').values(row));
  const handover = findHandover(db, row.handover_id);
  if (handover) indexCustomer(db, handover.customer_id);
}

/** One hand-over. */
export function findHandover(db: ReadableDb, id: string): HandoverRow | undefined {
  return one(db, sqlBuilder.selectFrom('handovers').selectAll().where('id', '=', id));
}

/** Closes or opens a hand-over; the line of the thread is the caller's to write. */
export function updateHandover(db: WritableDb, id: string, columns: Updateable<Handovers>): void {
  run(db, sqlBuilder.updateTable('handovers').set(columns).where('id', '=', id));
}

/** A hand-over with the names it is shown with. */
export interface ShownHandoverRow extends HandoverRow, CustomerOfRow {
  readonly opener_name: string;
  readonly item_name: string | null;
  readonly job_number: string | null;
}

const shown = `SELECT h.*, s.name AS opener_name, i.description AS item_name, j.number AS job_number,
    ${customerColumns}
  FROM handovers h JOIN staff s ON s.id = h.opened_by JOIN customers c ON c.id = h.customer_id
  LEFT JOIN items i ON i.id = h.item_id LEFT JOIN service_jobs j ON j.id = h.job_id`;
const byDue = `h.due_on, coalesce(h.due_time, '24:00'), h.id`;

/** Hand-overs of a department (null: of all): open ones by the time they are due, closed ones the last first. */
export function listHandovers(
  db: ReadableDb,
  filter: { department: string | null; isOpen: boolean; limit: number },
): ShownHandoverRow[] {
  const { department, isOpen, limit } = filter;
  return prepared(
    db,
    `${shown} WHERE h.closed_at IS ${isOpen ? '' : 'NOT'} NULL
       AND (@department IS NULL OR h.from_department = @department OR h.to_department = @department)
     ORDER BY ${isOpen ? byDue : 'h.closed_at DESC, h.id'} LIMIT @limit`,
  ).all({ department, limit }) as ShownHandoverRow[];
}

/** All hand-overs about one customer: open ones by the time they are due, then closed ones. */
export function listHandoversOf(db: ReadableDb, customerId: string): ShownHandoverRow[] {
  return prepared(
    db,
    `${shown} WHERE h.customer_id = ? ORDER BY h.closed_at IS NOT NULL, h.closed_at DESC, ${byDue}`,
  ).all(customerId) as ShownHandoverRow[];
}

/** The thread of one hand-over, oldest line first. */
export function listMessages(db: ReadableDb, handoverId: string): MessageRow[] {
  return prepared(
    db,
    `SELECT m.*, s.name AS staff_name FROM handover_messages m JOIN staff s ON s.id = m.staff_id
     WHERE m.handover_id = ? ORDER BY m.at, m.id`,
  ).all(handoverId) as MessageRow[];
}
