import { prepared, type ReadableDb } from '../../db/sql';
import { standsAsSold } from '../interests/interests.sql';

/** What of the register is counted: one product's, or all (null). */
export interface FairnessPeriod {
  readonly from: string;
  readonly to: string;
  readonly productId: string | null;
}

/** An interest as it stood at the end of the period. */
export interface RegisterRow {
  readonly product_id: string;
  readonly registered_on: string;
  readonly is_withdrawn: number;
  readonly sold_at: number | null;
}

const ofProduct = '(@productId IS NULL OR i.product_id = @productId)';

/** Everybody who had registered by the end of the period, and how they stood then. */
export function listRegister(db: ReadableDb, { to, productId }: FairnessPeriod, end: number): RegisterRow[] {
  return prepared(
    db,
    `SELECT i.product_id, i.registered_on,
       coalesce((SELECT w.kind FROM interest_events w WHERE w.interest_id = i.id AND w.at <= @end
         AND w.kind IN ('withdrawn', 'reinstated') ORDER BY w.id DESC LIMIT 1), '') = 'withdrawn' AS is_withdrawn,
       (SELECT max(x.at) FROM allocation_offers o JOIN allocation_events x ON x.offer_id = o.id AND x.kind = 'sold'
        WHERE o.interest_id = i.id AND x.at <= @end AND ${standsAsSold}) AS sold_at
     FROM interests i WHERE i.registered_on <= @to AND ${ofProduct}`,
  ).all({ to, productId, end }) as RegisterRow[];
}

interface Counted {
  readonly product_id: string;
  readonly count: number;
}

/** How many withdrew in the period, by product. */
export function countWithdrawn(
  db: ReadableDb,
  { productId }: FairnessPeriod,
  moments: { start: number; end: number },
): Counted[] {
  return prepared(
    db,
    `SELECT i.product_id, count(*) AS count FROM interests i JOIN interest_events e ON e.interest_id = i.id
     WHERE e.kind = 'withdrawn' AND e.at BETWEEN @start AND @end AND ${ofProduct} GROUP BY i.product_id`,
  ).all({ productId, ...moments }) as Counted[];
}

/** How many pieces arrived in the period, by product. */
export function countPieces(db: ReadableDb, { from, to, productId }: FairnessPeriod): Counted[] {
  return prepared(
    db,
    `SELECT i.product_id, count(*) AS count FROM allocations i
     WHERE i.opened_on BETWEEN @from AND @to AND ${ofProduct} GROUP BY i.product_id`,
  ).all({ from, to, productId }) as Counted[];
}

/** How many pieces left their list unsold in the period, by product. */
export function countClosed(
  db: ReadableDb,
  { productId }: FairnessPeriod,
  moments: { start: number; end: number },
): Counted[] {
  return prepared(
    db,
    `SELECT i.product_id, count(*) AS count FROM allocations i JOIN allocation_events e ON e.allocation_id = i.id
     WHERE e.kind = 'closed' AND e.at BETWEEN @start AND @end AND ${ofProduct} GROUP BY i.product_id`,
  ).all({ productId, ...moments }) as Counted[];
}
