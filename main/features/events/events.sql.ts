import type { CountedGuest, Reply } from '@shared/domain/events';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Events } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type EventRow = Selectable<Events>;

/** An event with the name of whoever sees to it. */
export interface ShownEventRow extends EventRow {
  readonly owner_name: string;
  readonly found: number;
}

const mostShown = 100;

/** Adds an event. */
export function insertEvent(db: WritableDb, row: Insertable<Events>): void {
  run(db, sqlBuilder.insertInto('events').values(row));
}

/** Changes columns of one event. */
export function updateEvent(db: WritableDb, id: string, columns: Updateable<Events>): void {
  run(db, sqlBuilder.updateTable('events').set(columns).where('id', '=', id));
}

/** One event. */
export function findEvent(db: ReadableDb, id: string): EventRow | undefined {
  return one(db, sqlBuilder.selectFrom('events').selectAll().where('id', '=', id));
}

/** One event with its names. */
export function findShownEvent(db: ReadableDb, id: string): ShownEventRow | undefined {
  return prepared(
    db,
    `SELECT e.*, s.name AS owner_name, 1 AS found FROM events e JOIN staff s ON s.id = e.owner_id WHERE e.id = ?`,
  ).get(id) as ShownEventRow | undefined;
}

/** Events by how they stand: those to come the next first, past and cancelled ones the last first. */
export function listEvents(
  db: ReadableDb,
  { show, now }: { show: 'coming' | 'past' | 'cancelled'; now: number },
): ShownEventRow[] {
  const which = {
    coming: `e.status = 'planned' AND e.ends_at >= @now ORDER BY e.starts_on, e.id`,
    past: `e.status = 'planned' AND e.ends_at < @now ORDER BY e.starts_on DESC, e.id`,
    cancelled: `e.status = 'cancelled' ORDER BY e.starts_on DESC, e.id`,
  }[show];
  return prepared(
    db,
    `SELECT e.*, s.name AS owner_name, count(*) OVER () AS found FROM events e JOIN staff s ON s.id = e.owner_id
     WHERE ${which} LIMIT ${mostShown}`,
  ).all(show === 'cancelled' ? {} : { now }) as ShownEventRow[];
}

/** Everybody on the list of an event, as the figures count them. */
export function listCountedGuests(db: ReadableDb, eventId: string): CountedGuest[] {
  const rows = prepared(
    db,
    `SELECT g.source, g.invited_at, g.reply, g.persons, g.arrived_persons FROM event_guests g
     JOIN customers c ON c.id = g.customer_id AND c.merged_into_id IS NULL
     WHERE g.event_id = ? AND g.removed_at IS NULL`,
  ).all(eventId) as {
    source: string;
    invited_at: number | null;
    reply: Reply | null;
    persons: number | null;
    arrived_persons: number | null;
  }[];
  return rows.map((row) => ({
    isWalkIn: row.source === 'walk-in',
    isInvited: row.invited_at !== null,
    reply: row.reply,
    persons: row.persons,
    arrivedPersons: row.arrived_persons,
  }));
}

/** How many guests are still to be told that the event is cancelled: asked, and not said no. */
export function countToTell(db: ReadableDb, eventId: string): number {
  return prepared(
    db,
    `SELECT count(*) FROM event_guests WHERE event_id = ? AND removed_at IS NULL AND invited_at IS NOT NULL
       AND reply IS NOT 'not-coming' AND told_at IS NULL`,
  )
    .pluck()
    .get(eventId) as number;
}

/** True where some guest knows of the cancellation. */
export function wasAnyoneTold(db: ReadableDb, eventId: string): boolean {
  return (
    prepared(db, `SELECT 1 FROM event_guests WHERE event_id = ? AND told_at IS NOT NULL LIMIT 1`).get(
      eventId,
    ) !== undefined
  );
}
