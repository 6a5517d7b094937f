import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Needs } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { indexCustomer } from '../search/search.sql';

export { listAnswers, listComparedProducts } from './answers.sql';
export { factsOf, matchArrivals, matchArrivalsOfImport, matchArrivalsSince } from './arrivals.sql';
export { knownFacts } from './facts';
export { wishesOf } from './wishes';

export type NeedRow = Selectable<Needs>;

/** Adds one need. */
export function insertNeed(db: WritableDb, row: Insertable<Needs>): void {
  run(db, sqlBuilder.insertInto('needs').values(row));
  indexCustomer(db, row.customer_id);
}

/** One need that was not taken back. */
export function findNeed(db: ReadableDb, id: string): NeedRow | undefined {
  const row = findNeedEvenRemoved(db, id);
  return row?.deleted_at === null ? row : undefined;
}

/** One need, taken back or not: what undo puts back. */
export function findNeedEvenRemoved(db: ReadableDb, id: string): NeedRow | undefined {
  return one(db, sqlBuilder.selectFrom('needs').selectAll().where('id', '=', id));
}

/** What the search finds a need by. */
const foundColumns = ['brand', 'reference', 'for_whom', 'seen', 'asked', 'answered', 'deleted_at'] as const;

/** Changes columns of one need. */
export function updateNeed(db: WritableDb, id: string, columns: Updateable<Needs>): void {
  run(db, sqlBuilder.updateTable('needs').set(columns).where('id', '=', id));
  const isFoundAnew = foundColumns.some((column) => column in columns);
  const customerId = isFoundAnew ? findNeedEvenRemoved(db, id)?.customer_id : undefined;
  if (customerId !== undefined) indexCustomer(db, customerId);
}

/** Everything a customer asked for, newest first. */
export function listNeeds(db: ReadableDb, customerId: string): NeedRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('needs')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('deleted_at', 'is', null)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc'),
  );
}

/**
 * The sale met the need: closes it. False where there is no such need of this customer, or where it was lost or met by
 * another sale; a need already met by hand gets its sale.
 */
export function meetNeed(
  db: WritableDb,
  met: { needId: string; customerId: string; saleId: string; now: number },
): boolean {
  const row = findNeed(db, met.needId);
  if (!row || row.customer_id !== met.customerId) return false;
  if (row.status === 'lost' || row.sale_id !== null) return false;
  updateNeed(db, met.needId, {
    status: 'met',
    status_reason: null,
    postponed_until: null,
    sale_id: met.saleId,
    closed_at: met.now,
    version: row.version + 1,
    updated_at: met.now,
  });
  return true;
}

/** True while this need still waits for an answer, also where it was put off. */
export function isAwaited(db: ReadableDb, needId: string): boolean {
  const status = findNeed(db, needId)?.status;
  return status === 'open' || status === 'postponed';
}

/** The sale never took place: what it met is open again. */
export function releaseNeedsOfSale(db: WritableDb, saleId: string, now: number): void {
  prepared(
    db,
    `UPDATE needs SET status = 'open', sale_id = NULL, closed_at = NULL, version = version + 1, updated_at = ?
     WHERE sale_id = ? AND status = 'met'`,
  ).run(now, saleId);
}

/** A match waits no longer: dismissed, or put back. */
export function setMatchDismissed(
  db: WritableDb,
  needId: string,
  productId: string,
  at: number | null,
): void {
  prepared(db, 'UPDATE need_matches SET dismissed_at = ? WHERE need_id = ? AND product_id = ?').run(
    at,
    needId,
    productId,
  );
}

/** Somebody looked at everything that arrived for this need. */
export function setMatchesSeen(db: WritableDb, needId: string, at: number): void {
  prepared(db, 'UPDATE need_matches SET seen_at = ? WHERE need_id = ? AND seen_at IS NULL').run(at, needId);
}

/** What arrived for a need and was neither looked at nor dismissed; and what was dismissed. */
export function listMatchStates(
  db: ReadableDb,
  needId: string,
): { fresh: Set<string>; dismissed: Set<string> } {
  const rows = prepared(
    db,
    'SELECT product_id, seen_at, dismissed_at FROM need_matches WHERE need_id = ?',
  ).all(needId) as { product_id: string; seen_at: number | null; dismissed_at: number | null }[];
  return {
    fresh: new Set(rows.filter((row) => !row.seen_at && !row.dismissed_at).map((row) => row.product_id)),
    dismissed: new Set(rows.filter((row) => row.dismissed_at).map((row) => row.product_id)),
  };
}

/** An arrival that waits to be told. */
export interface WaitingMatch {
  readonly need_id: string;
  readonly customer_id: string;
  readonly product_id: string;
  readonly matched_at: number;
  readonly score: number;
  readonly is_discreet: number;
}

// "Mine" is a need I noted, or one of a customer I look after.
export const isMine = (need: string, customer: string) =>
  `(@staff IS NULL OR ${need}.staff_id = @staff OR ${customer}.primary_advisor_id = @staff
    OR ${customer}.secondary_advisor_id = @staff)`;

/** Arrivals that answer open needs and nobody looked at, newest first, of one member of staff, one customer, or of all. */
export function listWaitingMatches(
  db: ReadableDb,
  {
    staffId,
    customerId = null,
    limit,
  }: { staffId: string | null; customerId?: string | null; limit: number },
): WaitingMatch[] {
  const waits = 'm.seen_at IS NULL AND m.dismissed_at IS NULL';
  // One customer's are found by their needs; the whole shop's are walked as they arrived, in the order the index has.
  const isOne = customerId !== null;
  const from = isOne
    ? `needs n CROSS JOIN need_matches m ON m.need_id = n.id`
    : `need_matches m INDEXED BY need_matches_waiting CROSS JOIN needs n ON n.id = m.need_id`;
  return prepared(
    db,
    `SELECT m.need_id, n.customer_id, m.product_id, m.matched_at, m.score, n.is_discreet
     FROM ${from} CROSS JOIN customers c ON c.id = n.customer_id AND c.deleted_at IS NULL
     CROSS JOIN products p ON p.id = m.product_id AND p.deleted_at IS NULL
     WHERE ${waits} AND ${isOne ? '+' : ''}n.status = 'open' AND n.deleted_at IS NULL
       AND ${isOne ? 'n.customer_id = @customerId' : isMine('n', 'c')}
     ORDER BY m.matched_at DESC, m.need_id DESC, m.product_id DESC LIMIT @limit`,
  ).all({ ...(isOne ? { customerId } : { staff: staffId }), limit }) as WaitingMatch[];
}

/** How many needs were noted from this instant on, by one member of staff or by all. */
export function countNoted(db: ReadableDb, staffId: string | null, from: number): number {
  return prepared(
    db,
    `SELECT count(*) FROM needs WHERE id >= ? AND at >= ? AND deleted_at IS NULL AND (? IS NULL OR staff_id = ?)`,
  )
    .pluck()
    .get(firstIdAt(from), from, staffId, staffId) as number;
}

/** Ids are made in the order of time, so that a day's needs are found by theirs. */
function firstIdAt(at: number): string {
  const hex = at.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
