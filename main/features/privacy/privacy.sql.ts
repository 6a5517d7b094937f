import type { Insertable, Selectable, Updateable } from 'kysely';
import type { PrivacyRequestEvents, PrivacyRequests, RefusalLog } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { customerColumns, type NamesRow } from '../customers/cards.sql';

export type RequestRow = Selectable<PrivacyRequests>;

/** A request with the names it is shown with. */
export interface ShownRequestRow extends RequestRow, NamesRow {
  readonly customer_number: string | null;
  readonly is_erased: number;
  readonly maker_name: string;
  readonly answerer_name: string | null;
  readonly found: number;
}

const shown = `SELECT q.*, ${customerColumns}, m.name AS maker_name, a.name AS answerer_name,
    EXISTS (SELECT 1 FROM erasures e WHERE e.customer_id = q.customer_id) AS is_erased`;
const joined = `FROM privacy_requests q LEFT JOIN customers c ON c.id = q.customer_id JOIN staff m ON m.id = q.made_by
    LEFT JOIN staff a ON a.id = q.answered_by`;

/** Open requests by their last day, or answered ones the last first; `found` counts those beyond the limit, too. */
export function listRequests(
  db: ReadableDb,
  { show, limit }: { show: 'open' | 'answered'; limit: number },
): ShownRequestRow[] {
  const which =
    show === 'open'
      ? `q.status = 'open' ORDER BY q.due_on, q.id`
      : 'q.answered_at IS NOT NULL ORDER BY q.answered_at DESC, q.id';
  return prepared(db, `${shown}, count(*) OVER () AS found ${joined} WHERE ${which} LIMIT ?`).all(
    limit,
  ) as ShownRequestRow[];
}

/** Every request of one customer, the last first. */
export function listRequestsOf(db: ReadableDb, customerId: string): ShownRequestRow[] {
  return prepared(
    db,
    `${shown}, 1 AS found ${joined} WHERE q.customer_id = ? ORDER BY q.made_at DESC, q.id`,
  ).all(customerId) as ShownRequestRow[];
}

/** One request with its names. */
export function findShownRequest(db: ReadableDb, id: string): ShownRequestRow | undefined {
  return prepared(db, `${shown}, 1 AS found ${joined} WHERE q.id = ?`).get(id) as ShownRequestRow | undefined;
}

/** One request. */
export function findRequest(db: ReadableDb, id: string): RequestRow | undefined {
  return one(db, sqlBuilder.selectFrom('privacy_requests').selectAll().where('id', '=', id));
}

/** Writes a request down. */
export function insertRequest(db: WritableDb, row: Insertable<PrivacyRequests>): void {
  run(db, sqlBuilder.insertInto('privacy_requests').values(row));
}

/** Changes columns of one request; its history is the caller's to write. */
export function updateRequest(db: WritableDb, id: string, columns: Updateable<PrivacyRequests>): void {
  run(db, sqlBuilder.updateTable('privacy_requests').set(columns).where('id', '=', id));
}

/** Adds a step to a request. */
export function insertRequestEvent(db: WritableDb, row: Insertable<PrivacyRequestEvents>): void {
  run(db, sqlBuilder.insertInto('privacy_request_events').values(row));
}

/** The steps of one request, oldest first. */
export function listRequestEvents(db: ReadableDb, requestId: string) {
  return prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM privacy_request_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.request_id = ? ORDER BY e.id`,
  ).all(requestId) as (Selectable<PrivacyRequestEvents> & { staff_name: string })[];
}

export type RefusalRow = Selectable<RefusalLog> & { readonly staff_name: string };

/** Enters a refusal in the log book. */
export function insertRefusal(db: WritableDb, row: Insertable<RefusalLog>): void {
  run(db, sqlBuilder.insertInto('refusal_log').values(row));
}

/** The log book of refusals, newest first; of one request where it is named. */
export function listRefusals(db: ReadableDb, requestId: string | null = null): RefusalRow[] {
  return prepared(
    db,
    `SELECT r.*, s.name AS staff_name FROM refusal_log r JOIN staff s ON s.id = r.staff_id
     WHERE @requestId IS NULL OR r.request_id = @requestId ORDER BY r.at DESC, r.id DESC LIMIT 500`,
  ).all({ requestId }) as RefusalRow[];
}

/** Something open that speaks against erasing a record now. */
export interface Obstacle {
  readonly kind: 'job' | 'complaint' | 'request' | 'staff';
  readonly number: string;
}

/** What is open with a person: something in the house, a complaint, another request; a record of somebody who works here. */
export function listObstacles(db: ReadableDb, ids: readonly string[]): Obstacle[] {
  const among = 'IN (SELECT value FROM json_each(@ids))';
  return prepared(
    db,
    `SELECT 'job' AS kind, number FROM service_jobs WHERE customer_id ${among} AND ended_at IS NULL
     UNION ALL SELECT 'complaint', number FROM complaints WHERE customer_id ${among} AND status = 'open'
     UNION ALL SELECT 'request', number FROM privacy_requests WHERE customer_id ${among} AND status = 'open' AND kind <> 'erasure'
     UNION ALL SELECT 'staff', '' FROM staff WHERE own_customer_id ${among} AND deactivated_at IS NULL`,
  ).all({ ids: JSON.stringify(ids) }) as Obstacle[];
}
