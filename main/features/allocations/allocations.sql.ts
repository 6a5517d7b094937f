import type { Insertable, Selectable } from 'kysely';
import type { AllocationEvents, AllocationRanks, Allocations } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import type { CommandContext } from '../../kernel/handlers';
import { isOfferSold, isOfferStanding, offerAnswer } from '../interests/interests.sql';

export type AllocationRow = Selectable<Allocations>;

const offerOfIt = 'SELECT 1 FROM allocation_offers o WHERE o.allocation_id = a.id';

/** How piece `a` stands, from its events and its offers. */
export const allocationState = `CASE
  WHEN EXISTS (${offerOfIt} AND ${isOfferSold}) THEN 'sold'
  WHEN EXISTS (SELECT 1 FROM allocation_events e WHERE e.allocation_id = a.id AND e.kind = 'closed') THEN 'closed'
  WHEN EXISTS (${offerOfIt} AND ${offerAnswer} = 'accepted') THEN 'accepted'
  WHEN EXISTS (${offerOfIt} AND ${isOfferStanding}) THEN 'offered'
  ELSE 'waiting' END`;

/** A piece with its names, and who holds the offer that stands. */
export interface ShownAllocationRow extends AllocationRow {
  readonly state: string;
  readonly opener_name: string;
  readonly brand: string | null;
  readonly product_name: string;
  readonly product_chinese_name: string | null;
  readonly reference: string | null;
  readonly candidates: number;
  readonly offers: number;
  readonly overrides: number;
  readonly closed_reason: string | null;
}

const shown = `SELECT a.*, ${allocationState} AS state, s.name AS opener_name, p.brand, p.name AS product_name,
    p.chinese_name AS product_chinese_name, p.reference,
    (SELECT count(*) FROM allocation_ranks r WHERE r.allocation_id = a.id) AS candidates,
    (SELECT count(*) FROM allocation_offers o WHERE o.allocation_id = a.id) AS offers,
    (SELECT count(o.override_reason) FROM allocation_offers o WHERE o.allocation_id = a.id) AS overrides,
    (SELECT e.words FROM allocation_events e WHERE e.allocation_id = a.id AND e.kind = 'closed') AS closed_reason
  FROM allocations a JOIN products p ON p.id = a.product_id JOIN staff s ON s.id = a.opened_by`;

/** Writes a piece with the list as it is now and its first event. */
export function insertAllocation(
  db: WritableDb,
  row: Insertable<Allocations>,
  ranks: readonly Omit<Insertable<AllocationRanks>, 'allocation_id'>[],
  eventId: string,
): void {
  run(db, sqlBuilder.insertInto('allocations').values(row));
  for (const rank of ranks)
    run(db, sqlBuilder.insertInto('allocation_ranks').values({ ...rank, allocation_id: row.id }));
  insertAllocationEvent(db, {
    id: eventId,
    allocation_id: row.id,
    at: row.opened_at,
    staff_id: row.opened_by,
    kind: 'opened',
  });
}

/** Adds a line to the history of a piece. */
export function insertAllocationEvent(db: WritableDb, row: Insertable<AllocationEvents>): void {
  run(db, sqlBuilder.insertInto('allocation_events').values(row));
}

/** One piece. */
export function findShownAllocation(db: ReadableDb, id: string): ShownAllocationRow | undefined {
  return prepared(db, `${shown} WHERE a.id = ?`).get(id) as ShownAllocationRow | undefined;
}

/** Pieces that wait for their customer, the oldest first; or those that ended, the last first. */
export function listAllocations(
  db: ReadableDb,
  show: 'open' | 'ended',
  limit: number,
): (ShownAllocationRow & { found: number })[] {
  const which = show === 'open' ? 'NOT IN' : 'IN';
  return prepared(
    db,
    `SELECT t.*, count(*) OVER () AS found FROM (${shown}) t WHERE t.state ${which} ('sold', 'closed')
     ORDER BY t.opened_at ${show === 'open' ? '' : 'DESC'}, t.id LIMIT ?`,
  ).all(limit) as (ShownAllocationRow & { found: number })[];
}

/** How many pieces of a product are being allocated. */
export function countOpenPieces(db: ReadableDb, productId: string): number {
  return prepared(
    db,
    `SELECT count(*) FROM allocations a WHERE a.product_id = ? AND ${allocationState} NOT IN ('sold', 'closed')`,
  )
    .pluck()
    .get(productId) as number;
}

/** True where this very piece is being allocated already. */
export function isInAllocation(db: ReadableDb, productId: string, serial: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM allocations a WHERE a.product_id = ? AND a.serial = ?
         AND ${allocationState} NOT IN ('sold', 'closed')`,
    ).get(productId, serial) !== undefined
  );
}

/** Pieces without an offer on whose list an interest stands, the first that came first. */
export function listOpenPlacesOf(db: ReadableDb, interestId: string) {
  return prepared(
    db,
    `SELECT a.id AS allocationId, a.number, r.rank FROM allocation_ranks r JOIN allocations a ON a.id = r.allocation_id
     WHERE r.interest_id = ? AND ${allocationState} = 'waiting' ORDER BY a.opened_at, a.id`,
  ).all(interestId) as { allocationId: string; number: string; rank: number }[];
}

type SaleContext = Pick<CommandContext, 'db' | 'now' | 'newId'> & {
  readonly staff: { readonly staffId: string };
};

/**
 * A customer buys: where they accepted an offer of this very product (and piece, if its serial is known), the sale ends
 * that allocation. Inside the transaction of the sale.
 */
export function sellAccepted(
  { db, now, staff, newId }: SaleContext,
  bought: {
    readonly customerId: string;
    readonly productId: string;
    readonly serial: string | null;
    readonly saleId: string;
  },
): void {
  const offer = prepared(
    db,
    `SELECT o.id, o.allocation_id FROM interests i JOIN allocation_offers o ON o.interest_id = i.id
       JOIN allocations a ON a.id = o.allocation_id
     WHERE i.customer_id = @customerId AND i.product_id = @productId AND ${allocationState} = 'accepted'
       AND ${offerAnswer} = 'accepted' AND (a.serial IS NULL OR @serial IS NULL OR a.serial = @serial)
     ORDER BY a.serial IS NULL, o.id LIMIT 1`,
  ).get({ customerId: bought.customerId, productId: bought.productId, serial: bought.serial || null }) as
    | { id: string; allocation_id: string }
    | undefined;
  if (!offer) return;
  insertAllocationEvent(db, {
    id: newId(),
    allocation_id: offer.allocation_id,
    offer_id: offer.id,
    at: now,
    staff_id: staff.staffId,
    kind: 'sold',
    sale_id: bought.saleId,
  });
}
