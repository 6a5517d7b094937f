import type { Insertable, Selectable, Updateable } from 'kysely';
import type { EventGuests } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import type { CommandContext } from '../../kernel/handlers';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { indexCustomer } from '../search/search.sql';

export type GuestRow = Selectable<EventGuests>;

/** A guest with what the list and the door show. */
export interface ShownGuestRow extends GuestRow, CustomerOfRow {
  readonly phone_end: string | null;
  readonly card: string | null;
  readonly promise_number: string | null;
}

export type StepKind =
  | 'added'
  | 'removed'
  | 'invited'
  | 'replied'
  | 'arrived'
  | 'arrival-undone'
  | 'followed-up'
  | 'told';

type Context = Pick<CommandContext, 'db' | 'now' | 'newId' | 'nextNumber'> & {
  readonly staff: { readonly staffId: string };
};

/** What makes a guest: who, from where, and by which segment. */
export interface NewGuest {
  readonly eventId: string;
  readonly customerId: string;
  readonly source: 'segment' | 'added' | 'walk-in';
  readonly segmentId?: string | null;
}

/** Puts a customer on the list, or back on it; returns the guest's id. The caller has seen that they are not on it. */
export function addGuest(
  context: Context,
  { eventId, customerId, source, segmentId = null }: NewGuest,
): string {
  const { db, now, staff, newId, nextNumber } = context;
  const gone = findGuestOf(db, eventId, customerId);
  const guestId = gone?.id ?? newId();
  const from = { source, segment_id: segmentId, added_by: staff.staffId, added_at: now, updated_at: now };
  if (gone) updateGuest(db, gone, { ...from, removed_at: null });
  else
    insertGuest(db, {
      ...from,
      id: guestId,
      event_id: eventId,
      customer_id: customerId,
      number: `G${nextNumber('event-guest')}`,
    });
  rememberStep(context, guestId, 'added', { source });
  return guestId;
}

/** Adds one guest's row. */
export function insertGuest(db: WritableDb, row: Insertable<EventGuests>): void {
  run(db, sqlBuilder.insertInto('event_guests').values(row));
}

/** Changes columns of one guest. */
export function updateGuest(
  db: WritableDb,
  { id, customer_id }: Pick<GuestRow, 'id' | 'customer_id'>,
  columns: Updateable<EventGuests>,
): void {
  run(db, sqlBuilder.updateTable('event_guests').set(columns).where('id', '=', id));
  // The event finds those who were asked or came.
  if ('invited_at' in columns || 'arrived_at' in columns) indexCustomer(db, customer_id);
}

/** Adds a line to a guest's history. */
export function rememberStep(
  { db, now, staff, newId }: Pick<Context, 'db' | 'now' | 'staff' | 'newId'>,
  guestId: string,
  kind: StepKind,
  detail: Readonly<Record<string, string | number | null>> = {},
): void {
  run(
    db,
    sqlBuilder.insertInto('event_steps').values({
      id: newId(),
      guest_id: guestId,
      at: now,
      staff_id: staff.staffId,
      kind,
      detail: JSON.stringify(detail),
    }),
  );
}

/** One guest who is on the list. */
export function findGuest(db: ReadableDb, id: string): GuestRow | undefined {
  return one(
    db,
    sqlBuilder.selectFrom('event_guests').selectAll().where('id', '=', id).where('removed_at', 'is', null),
  );
}

/** The row of a customer on an event's list, taken off or not. */
export function findGuestOf(db: ReadableDb, eventId: string, customerId: string): GuestRow | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('event_guests')
      .selectAll()
      .where('event_id', '=', eventId)
      .where('customer_id', '=', customerId),
  );
}

/** How many are on the list. */
export function countGuests(db: ReadableDb, eventId: string): number {
  return prepared(db, `SELECT count(*) FROM event_guests WHERE event_id = ? AND removed_at IS NULL`)
    .pluck()
    .get(eventId) as number;
}

/** Who is on the list of an event. */
export function listGuestCustomers(db: ReadableDb, eventId: string): Set<string> {
  const ids = prepared(db, `SELECT customer_id FROM event_guests WHERE event_id = ? AND removed_at IS NULL`)
    .pluck()
    .all(eventId) as string[];
  return new Set(ids);
}

/** Everybody on the list of an event, by name. */
export function listGuests(db: ReadableDb, eventId: string): ShownGuestRow[] {
  return prepared(
    db,
    `SELECT g.*, ${customerColumns}, p.number AS promise_number,
       (SELECT substr(k.normalised, -4) FROM customer_contacts k WHERE k.customer_id = g.customer_id
         AND k.kind IN ('phone', 'whatsapp') ORDER BY k.kind, k.position LIMIT 1) AS phone_end,
       (SELECT m.card_number FROM vip_memberships m WHERE m.customer_id = g.customer_id AND m.ended_on IS NULL
         ORDER BY m.created_at DESC LIMIT 1) AS card
     FROM event_guests g JOIN customers c ON c.id = g.customer_id LEFT JOIN promises p ON p.id = g.promise_id
     WHERE g.event_id = ? AND g.removed_at IS NULL AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
     ORDER BY coalesce(c.family_name, c.english_name, c.chinese_name, c.number), c.given_name, g.number`,
  ).all(eventId) as ShownGuestRow[];
}

/** The customer whose invitation, member card or number this is; undefined where nobody's. */
export function findByCode(
  db: ReadableDb,
  eventId: string,
  code: string,
): { id: string; name: string } | undefined {
  return prepared(
    db,
    `SELECT c.id, coalesce(nullif(trim(coalesce(c.english_name, c.given_name, '') || ' ' || coalesce(c.family_name, '')), ''),
       c.chinese_name, c.number) AS name
     FROM customers c WHERE c.deleted_at IS NULL AND c.id = coalesce(
       (SELECT g.customer_id FROM event_guests g WHERE g.number = @code AND g.event_id = @eventId),
       (SELECT m.customer_id FROM vip_memberships m WHERE m.card_number = @code AND m.ended_on IS NULL LIMIT 1),
       (SELECT coalesce(n.merged_into_id, n.id) FROM customers n WHERE n.number = @code))`,
  ).get({ eventId, code }) as { id: string; name: string } | undefined;
}

/** Customers whom an event finds: they are indexed anew when its name changes. */
export function listFoundGuests(db: ReadableDb, eventId: string): string[] {
  return prepared(
    db,
    `SELECT customer_id FROM event_guests WHERE event_id = ? AND (invited_at IS NOT NULL OR arrived_at IS NOT NULL)`,
  )
    .pluck()
    .all(eventId) as string[];
}
