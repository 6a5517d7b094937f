import { rowInserter } from '../../db/bulk';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';

/** Every record that is this customer today: their own and those that were merged into it. */
const sameCustomer = `WITH RECURSIVE same (id) AS (
    SELECT @customerId UNION SELECT c.id FROM customers c JOIN same ON c.merged_into_id = same.id)`;

/**
 * True where the lot left this customer out of a programme, whether it still runs or not: nothing of the programme is to reach
 * them, or its result says nothing. To be asked before anybody is contacted for a programme.
 */
export function isHeldOut(db: ReadableDb, customerId: string, programmeId: string): boolean {
  return (
    prepared(
      db,
      `${sameCustomer} SELECT 1 FROM same JOIN programme_members m ON m.customer_id = same.id
       WHERE m.programme_id = @programmeId AND m.is_held_out = 1 LIMIT 1`,
    ).get({ customerId, programmeId }) !== undefined
  );
}

/** The running programme to which an event belongs and from which this customer is held out, by name; null where none is. */
export function heldOutOf(
  db: ReadableDb,
  customerId: string,
  { eventId }: { eventId: string },
): string | null {
  const name = prepared(
    db,
    `${sameCustomer} SELECT p.name FROM programme_actions a
     JOIN programmes p ON p.id = a.programme_id AND p.status = 'running'
     JOIN programme_members m ON m.programme_id = p.id AND m.is_held_out = 1
     WHERE a.event_id = @eventId AND m.customer_id IN (SELECT id FROM same) LIMIT 1`,
  )
    .pluck()
    .get({ customerId, eventId }) as string | undefined;
  return name ?? null;
}

/** A running programme other than this one that holds this customer out, by name; null where none does. */
export function heldOutElsewhere(
  db: ReadableDb,
  customerId: string,
  programmeId: string | null,
): string | null {
  const name = prepared(
    db,
    `${sameCustomer} SELECT p.name FROM same CROSS JOIN programme_members m ON m.customer_id = same.id AND m.is_held_out = 1
     JOIN programmes p ON p.id = m.programme_id AND p.status = 'running' AND p.id IS NOT @programmeId
     ORDER BY p.started_at, p.id LIMIT 1`,
  )
    .pluck()
    .get({ customerId, programmeId }) as string | undefined;
  return name ?? null;
}

/** Everybody on the list of an event whom a running programme holds out of it, with the programme's name. */
export function heldOutOfEvent(db: ReadableDb, eventId: string): Map<string, string> {
  const isAction = prepared(db, `SELECT 1 FROM programme_actions WHERE event_id = ? LIMIT 1`).get(eventId);
  if (!isAction) return new Map();
  const guests = prepared(
    db,
    `SELECT customer_id FROM event_guests WHERE event_id = ? AND removed_at IS NULL`,
  )
    .pluck()
    .all(eventId) as string[];
  return new Map(
    guests.flatMap((customerId) => {
      const name = heldOutOf(db, customerId, { eventId });
      return name === null ? [] : [[customerId, name] as const];
    }),
  );
}

/** Writes the audience; only before the start. */
export function insertMembers(
  db: WritableDb,
  programmeId: string,
  members: readonly string[],
  heldOut: ReadonlySet<string>,
): void {
  const insert = rowInserter(db, 'programme_members');
  for (const id of members)
    insert({ programme_id: programmeId, customer_id: id, is_held_out: heldOut.has(id) ? 1 : 0 });
}

/** How many are in the audience, and held out. */
export function countMembers(db: ReadableDb, programmeId: string): { audience: number; heldOut: number } {
  return prepared(
    db,
    `SELECT count(*) AS audience, coalesce(sum(is_held_out), 0) AS heldOut FROM programme_members WHERE programme_id = ?`,
  ).get(programmeId) as { audience: number; heldOut: number };
}

/** The audience as it was drawn. */
export function listMembers(db: ReadableDb, programmeId: string) {
  return prepared(db, `SELECT customer_id, is_held_out FROM programme_members WHERE programme_id = ?`).all(
    programmeId,
  ) as { customer_id: string; is_held_out: number }[];
}

/** One group of the audience with names, as the records stand today. */
export function listShownMembers(
  db: ReadableDb,
  programmeId: string,
  { isHeldOut: held, limit }: { isHeldOut: boolean; limit: number },
) {
  return prepared(
    db,
    `SELECT m.customer_id, ${customerColumns}, count(*) OVER () AS found
     FROM programme_members m JOIN customers c ON c.id = m.customer_id AND c.deleted_at IS NULL
     WHERE m.programme_id = ? AND m.is_held_out = ?
     ORDER BY coalesce(c.family_name, c.english_name, c.chinese_name, c.number), c.number LIMIT ?`,
  ).all(programmeId, held ? 1 : 0, limit) as (CustomerOfRow & { customer_id: string; found: number })[];
}

/** What counts towards a goal, from the moment of the start to the last day. */
export interface GoalWindow {
  readonly programmeId: string;
  readonly from: number;
  readonly lastDay: string;
  readonly currency: string;
}

/** One member as the result counts them. */
export interface MeasuredMember {
  readonly isHeldOut: boolean;
  /** Purchases less returns in the programme's currency. */
  readonly netMinor: number;
  /** Came to an event of the programme. */
  readonly hasCome: boolean;
}

const net = (customer: string) => `coalesce((SELECT sum(s.total_minor) FROM sales s
  WHERE s.customer_id = ${customer} AND s.deleted_at IS NULL AND s.currency = @currency AND s.sold_at >= @from
    AND s.sold_on <= @lastDay), 0)`;
const came = (
  customer: string,
) => `EXISTS (SELECT 1 FROM programme_actions a JOIN event_guests g ON g.event_id = a.event_id
  WHERE a.programme_id = @programmeId AND g.customer_id = ${customer} AND g.arrived_at IS NOT NULL)`;

/**
 * What each member did. A record that was merged counts once, with what stands on the record it became; where both groups
 * meet in one record, it tells nothing and is left out.
 */
export function measureMembers(
  db: ReadableDb,
  window: GoalWindow,
): { members: MeasuredMember[]; leftOut: number } {
  const rows = prepared(
    db,
    `SELECT m.customer_id, m.is_held_out, c.merged_into_id, ${net('m.customer_id')} AS net, ${came('m.customer_id')} AS came
     FROM programme_members m JOIN customers c ON c.id = m.customer_id WHERE m.programme_id = @programmeId`,
  ).all({ ...window }) as {
    customer_id: string;
    is_held_out: number;
    merged_into_id: string | null;
    net: number;
    came: number;
  }[];
  const standing = new Map<string, MeasuredMember | null>();
  for (const row of rows) {
    const id = row.merged_into_id
      ? (findStandingCustomer(db, row.customer_id)?.id ?? row.customer_id)
      : row.customer_id;
    const isHeldOut = row.is_held_out === 1;
    const before = standing.get(id);
    if (before !== undefined) {
      if (before !== null && before.isHeldOut !== isHeldOut) standing.set(id, null);
      continue;
    }
    const measured = row.merged_into_id ? measureOne(db, id, window) : row;
    standing.set(id, { isHeldOut, netMinor: measured.net, hasCome: measured.came === 1 });
  }
  const all = [...standing.values()];
  const members = all.filter((member) => member !== null);
  return { members, leftOut: all.length - members.length };
}

function measureOne(db: ReadableDb, customerId: string, window: GoalWindow): { net: number; came: number } {
  return prepared(db, `SELECT ${net('@customerId')} AS net, ${came('@customerId')} AS came`).get({
    ...window,
    customerId,
  }) as { net: number; came: number };
}
