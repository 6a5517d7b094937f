import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { type Bought, type CoPurchaseRow, countTogether } from './count-together';

export type { CoPurchaseRow } from './count-together';

// Given back or cancelled, it was not bought. Receipt by receipt, as the rows lie: by product, each line would fetch its receipt
// from another page.
const bought = `SELECT coalesce(s.customer_id, s.id) AS buyer, s.id AS receipt, p.id AS product
  FROM sales s CROSS JOIN sale_lines l ON l.sale_no = s.no CROSS JOIN products p ON p.no = l.product_no
  WHERE s.kind = 'sale' AND s.deleted_at IS NULL AND l.quantity > 0
    AND NOT EXISTS (SELECT 1 FROM sale_lines r WHERE r.returns_sale_no = l.sale_no AND r.returns_position = l.position)`;

/** The last receipt there is, by the order in which they were written. */
export function lastSale(db: ReadableDb): number {
  return (prepared(db, 'SELECT max(no) AS last FROM sales').get() as { last: number | null }).last ?? 0;
}

/** When the figures were made and up to which receipt; undefined before the first time. */
export function findBuild(db: ReadableDb): { built_at: number; last_sale: number } | undefined {
  return prepared(db, 'SELECT built_at, last_sale FROM co_purchase_builds WHERE id = 1').get() as
    | { built_at: number; last_sale: number }
    | undefined;
}

/** Counts the shop's whole history: seconds for half a million lines, so do it on a worker's connection. */
export function countCoPurchases(
  db: ReadableDb,
  rest?: () => void,
): { rows: CoPurchaseRow[]; lastSale: number } {
  const upTo = lastSale(db);
  const rows = countTogether(db.prepare(bought).iterate() as IterableIterator<Bought>, rest);
  return { rows, lastSale: upTo };
}

/** Puts the figures in the place of the old ones. */
export function writeCoPurchases(
  db: WritableDb,
  { rows, lastSale: upTo }: { rows: readonly CoPurchaseRow[]; lastSale: number },
  now: number,
): void {
  prepared(db, 'DELETE FROM co_purchases').run();
  const insert = prepared(
    db,
    `INSERT INTO co_purchases (with_product_id, product_id, same_receipt, customers, lift)
     VALUES (@with_product_id, @product_id, @same_receipt, @customers, @lift)`,
  );
  for (const row of rows) insert.run(row);
  prepared(
    db,
    `INSERT INTO co_purchase_builds (id, built_at, last_sale) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET built_at = excluded.built_at, last_sale = excluded.last_sale`,
  ).run(now, upTo);
}

/**
 * Makes the figures anew inside the caller's transaction: for a filled sample shop, and for the doctor. The window uses
 * the action `recommendations.refresh`, which counts on another thread. Returns how many figures there are.
 */
export function rebuildCoPurchases(db: WritableDb, now: number): number {
  const counted = countCoPurchases(db);
  writeCoPurchases(db, counted, now);
  return counted.rows.length;
}

/** The figures of products somebody owns: what those who bought them bought as well. */
export function listCoPurchases(db: ReadableDb, ownedProductIds: readonly string[]): CoPurchaseRow[] {
  const find = prepared(db, 'SELECT * FROM co_purchases WHERE with_product_id = ?');
  return ownedProductIds.flatMap((id) => find.all(id) as CoPurchaseRow[]);
}
