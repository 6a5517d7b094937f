import type { ScarceProduct } from '@shared/contract/interests';
import type { Insertable, Selectable } from 'kysely';
import type { InterestEvents, Interests } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { brandedWords } from '../products/branded.sql';
import { indexCustomer } from '../search/search.sql';

/** Product `p` in a few words: the brand not said twice, the reference at the end. */
export const productWords = `${brandedWords('p.brand', 'p.name')} || coalesce(' ' || p.reference, '')`;

export type InterestRow = Selectable<Interests>;

/**
 * The condition that the sale of event `x` still ends its offer: it was not cancelled, and the receipt did not turn out to be
 * somebody else's: neither was the step taken back that made it the customer's, nor did a later one make it another's.
 */
export const standsAsSold = `NOT EXISTS (SELECT 1 FROM sales v WHERE v.returns_sale_id = x.sale_id AND v.kind = 'cancellation')
  AND NOT EXISTS (SELECT 1 FROM sale_attachments t WHERE t.sale_id = x.sale_id
    AND (t.at = x.at AND t.undone_at IS NOT NULL OR t.at > x.at AND t.undone_at IS NULL AND t.to_customer_id <>
      (SELECT w.customer_id FROM allocation_offers y JOIN interests w ON w.id = y.interest_id WHERE y.id = x.offer_id)))`;

/** The condition that offer `o` led to a sale that stands. */
export const isOfferSold = `EXISTS (SELECT 1 FROM allocation_events x WHERE x.offer_id = o.id AND x.kind = 'sold'
  AND ${standsAsSold})`;

/** The last day on which offer `o` is kept: as it was made, or as it was extended last. */
export const heldUntil = `coalesce((SELECT x.until FROM allocation_hold_extensions x WHERE x.offer_id = o.id
  ORDER BY x.id DESC LIMIT 1), o.hold_until)`;

/** The answer to offer `o` that counts: the last one; null where there is none yet. */
export const offerAnswer = `(SELECT x.answer FROM allocation_events x WHERE x.offer_id = o.id AND x.kind = 'answered'
  ORDER BY x.id DESC LIMIT 1)`;

/** The condition that offer `o` stands: nobody has said no to it yet. */
export const isOfferStanding = `coalesce(${offerAnswer}, 'open') IN ('open', 'accepted')`;

/** The condition that interest `i` was withdrawn and not taken up again. */
export const isWithdrawn = `coalesce((SELECT w.kind FROM interest_events w
  WHERE w.interest_id = i.id AND w.kind IN ('withdrawn', 'reinstated') ORDER BY w.id DESC LIMIT 1), '') = 'withdrawn'`;

/** How interest `i` stands, from its events and its offers. */
export const interestState = `CASE
  WHEN EXISTS (SELECT 1 FROM allocation_offers o WHERE o.interest_id = i.id AND ${isOfferSold}) THEN 'served'
  WHEN ${isWithdrawn} THEN 'withdrawn'
  WHEN EXISTS (SELECT 1 FROM allocation_offers o WHERE o.interest_id = i.id AND ${isOfferStanding}) THEN 'offered'
  ELSE 'waiting' END`;

/** An interest with the names it is shown with and how it stands. */
export interface ShownInterestRow extends InterestRow, CustomerOfRow {
  readonly state: string;
  readonly registrar_name: string;
  readonly advisor_name: string;
  readonly brand: string | null;
  readonly product_name: string;
  readonly product_chinese_name: string | null;
  readonly reference: string | null;
}

const shown = `SELECT i.*, ${interestState} AS state, r.name AS registrar_name, d.name AS advisor_name,
    p.brand, p.name AS product_name, p.chinese_name AS product_chinese_name, p.reference, ${customerColumns}
  FROM interests i JOIN customers c ON c.id = i.customer_id JOIN products p ON p.id = i.product_id
    JOIN staff r ON r.id = i.registered_by JOIN staff d ON d.id = i.advisor_id`;

/** Writes an interest into the register with its first event, and what finds it. */
export function insertInterest(db: WritableDb, row: Insertable<Interests>, eventId: string): void {
  run(db, sqlBuilder.insertInto('interests').values(row));
  insertInterestEvent(db, {
    id: eventId,
    interest_id: row.id,
    at: row.registered_at,
    staff_id: row.registered_by,
    kind: 'registered',
  });
  indexCustomer(db, row.customer_id);
}

/** Adds a line to an interest's history. */
export function insertInterestEvent(db: WritableDb, row: Insertable<InterestEvents>): void {
  run(db, sqlBuilder.insertInto('interest_events').values(row));
}

/** One interest with its names. */
export function findShownInterest(db: ReadableDb, id: string): ShownInterestRow | undefined {
  return prepared(db, `${shown} WHERE i.id = ?`).get(id) as ShownInterestRow | undefined;
}

/** Everything one customer registered, the last first. */
export function listInterestsOf(db: ReadableDb, customerId: string): ShownInterestRow[] {
  return prepared(db, `${shown} WHERE i.customer_id = ? ORDER BY i.registered_at DESC, i.id DESC`).all(
    customerId,
  ) as ShownInterestRow[];
}

/** Who waits for a product or holds an offer of one, by the moment of registration. */
export function listStandingOf(db: ReadableDb, productId: string, limit: number): ShownInterestRow[] {
  return prepared(
    db,
    `SELECT * FROM (${shown} WHERE i.product_id = ? AND c.deleted_at IS NULL AND c.merged_into_id IS NULL)
     WHERE state IN ('waiting', 'offered') ORDER BY registered_at, id LIMIT ?`,
  ).all(productId, limit) as ShownInterestRow[];
}

/** The interest of a customer in a product that waits or holds an offer, the oldest first. */
export function findStanding(
  db: ReadableDb,
  { customerId, productId }: { customerId: string; productId: string },
): { id: string; state: string } | undefined {
  return prepared(
    db,
    `SELECT id, state FROM (SELECT i.id, i.registered_at, ${interestState} AS state FROM interests i
       WHERE i.customer_id = ? AND i.product_id = ?)
     WHERE state IN ('waiting', 'offered') ORDER BY registered_at, id LIMIT 1`,
  ).get(customerId, productId) as { id: string; state: string } | undefined;
}

/** How many wait for a product. */
export function countWaiting(db: ReadableDb, productId: string): number {
  return prepared(
    db,
    `SELECT count(*) FROM interests i JOIN customers c ON c.id = i.customer_id
     WHERE i.product_id = ? AND c.deleted_at IS NULL AND c.merged_into_id IS NULL AND ${interestState} = 'waiting'`,
  )
    .pluck()
    .get(productId) as number;
}

/** Every reference of the register: how many wait, hold an offer, were served, and since when the first waits. */
export function listReferences(db: ReadableDb) {
  return prepared(
    db,
    `SELECT t.*, p.brand, p.name AS product_name, p.chinese_name AS product_chinese_name, p.reference, p.stock_count
     FROM (
       SELECT product_id, sum(state = 'waiting') AS waiting, sum(state = 'offered') AS offered,
         sum(state = 'served') AS served, min(CASE WHEN state = 'waiting' THEN registered_on END) AS first_on
       FROM (SELECT i.product_id, i.registered_on, ${interestState} AS state
             FROM interests i JOIN customers c ON c.id = i.customer_id
             WHERE c.deleted_at IS NULL AND c.merged_into_id IS NULL)
       GROUP BY product_id) t
     JOIN products p ON p.id = t.product_id
     ORDER BY t.waiting DESC, p.name, p.id`,
  ).all() as {
    product_id: string;
    waiting: number;
    offered: number;
    served: number;
    first_on: string | null;
    brand: string | null;
    product_name: string;
    product_chinese_name: string | null;
    reference: string | null;
    stock_count: number | null;
  }[];
}

/** Withdrawals of one interest and what took them back, the last first. */
export function listInterestChanges(db: ReadableDb, interestId: string) {
  return prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM interest_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.interest_id = ? AND e.kind <> 'registered' ORDER BY e.id DESC`,
  ).all(interestId) as (Selectable<InterestEvents> & { staff_name: string })[];
}

interface ProductColumns {
  readonly product_id: string;
  readonly brand: string | null;
  readonly product_name: string;
  readonly product_chinese_name: string | null;
  readonly reference: string | null;
}

/** A product's names as they cross the process boundary. */
export function scarceProductOf(row: ProductColumns): ScarceProduct {
  return {
    id: row.product_id,
    brand: row.brand,
    name: row.product_name,
    chineseName: row.product_chinese_name,
    reference: row.reference,
  };
}
