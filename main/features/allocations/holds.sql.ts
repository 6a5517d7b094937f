import type { Offer } from '@shared/contract/interests';
import type { Insertable, Selectable } from 'kysely';
import type { AllocationHoldExtensions } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

type ExtensionRow = Selectable<AllocationHoldExtensions> & { readonly staff_name: string };

/** Keeps a piece longer for whoever holds the offer; what was said before stays. */
export function insertExtension(db: WritableDb, row: Insertable<AllocationHoldExtensions>): void {
  run(db, sqlBuilder.insertInto('allocation_hold_extensions').values(row));
}

/** How long an offer was kept beyond its first day, the last time first. */
export function listExtensions(db: ReadableDb, offerId: string): Offer['extensions'] {
  const rows = prepared(
    db,
    `SELECT x.*, s.name AS staff_name FROM allocation_hold_extensions x JOIN staff s ON s.id = x.staff_id
     WHERE x.offer_id = ? ORDER BY x.id DESC`,
  ).all(offerId) as ExtensionRow[];
  return rows.map((row) => ({
    from: row.held_until,
    until: row.until,
    reason: row.reason,
    isBeyond: row.is_beyond === 1,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
  }));
}

/** Holds extended between two days, of one product or of any (null), the first first. */
export function listExtensionsBetween(
  db: ReadableDb,
  { from, to, productId }: { from: string; to: string; productId: string | null },
) {
  return prepared(
    db,
    `SELECT x.*, s.name AS staff_name, a.number AS allocation_number, a.product_id, c.number AS customer_number
     FROM allocation_hold_extensions x JOIN staff s ON s.id = x.staff_id JOIN allocation_offers o ON o.id = x.offer_id
       JOIN allocations a ON a.id = o.allocation_id JOIN interests i ON i.id = o.interest_id
       JOIN customers c ON c.id = i.customer_id
     WHERE x.extended_on BETWEEN @from AND @to AND (@productId IS NULL OR a.product_id = @productId) ORDER BY x.id`,
  ).all({ from, to, productId }) as (ExtensionRow & {
    allocation_number: string;
    product_id: string;
    customer_number: string;
  })[];
}
