import type { Incident } from '@shared/contract/privacy';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { IncidentEvents, Incidents } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** Writes an incident down. */
export function insertIncident(db: WritableDb, row: Insertable<Incidents>): void {
  run(db, sqlBuilder.insertInto('incidents').values(row));
}

/** Adds what was done or who was told. */
export function insertIncidentEvent(db: WritableDb, row: Insertable<IncidentEvents>): void {
  run(db, sqlBuilder.insertInto('incident_events').values(row));
}

/** One incident. */
export function findIncident(db: ReadableDb, id: string): Selectable<Incidents> | undefined {
  return one(db, sqlBuilder.selectFrom('incidents').selectAll().where('id', '=', id));
}

/** Changes columns of one incident. */
export function updateIncident(db: WritableDb, id: string, columns: Updateable<Incidents>): void {
  run(db, sqlBuilder.updateTable('incidents').set(columns).where('id', '=', id));
}

type ShownIncident = Selectable<Incidents> & { staff_name: string };
type ShownEvent = Selectable<IncidentEvents> & { staff_name: string };

/** Incidents with what was done about them, newest first; one of them where it is named. */
export function listIncidents(db: ReadableDb, id: string | null = null): Incident[] {
  const rows = prepared(
    db,
    `SELECT i.*, s.name AS staff_name FROM incidents i JOIN staff s ON s.id = i.made_by
     WHERE @id IS NULL OR i.id = @id ORDER BY i.made_at DESC, i.id DESC LIMIT 200`,
  ).all({ id }) as ShownIncident[];
  const events = prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM incident_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.incident_id = ? ORDER BY e.id`,
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind as Incident['kind'],
    happenedOn: row.happened_on,
    noticedOn: row.noticed_on,
    what: row.what,
    dataKinds: row.data_kinds,
    people: row.people,
    measures: row.measures,
    madeBy: { id: row.made_by, name: row.staff_name },
    closed: row.closed_on !== null && row.lesson !== null ? { on: row.closed_on, lesson: row.lesson } : null,
    version: row.version,
    events: (events.all(row.id) as ShownEvent[]).map((event) => ({
      id: event.id,
      at: event.at,
      by: { id: event.staff_id, name: event.staff_name },
      kind: event.kind as Incident['events'][number]['kind'],
      whom: event.whom as Incident['events'][number]['whom'],
      onDay: event.on_day,
      words: event.words,
    })),
  }));
}
