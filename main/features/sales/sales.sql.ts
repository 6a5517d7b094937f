import { readWarrantyPolicy, warrantyOf } from '@shared/domain/warranty';
import type { Selectable } from 'kysely';
import type { SaleLines, Sales } from '../../db/rows';
import { all, one, prepared, type ReadableDb, sqlBuilder, type WritableDb } from '../../db/sql';

export * from './totals.sql';

export type SaleRow = Selectable<Sales>;

/** A line of a receipt, with the id of its product and its words. */
export interface SaleLineRow extends Omit<Selectable<SaleLines>, 'description_no'> {
  readonly product_id: string | null;
  readonly description: string;
}

/** Adds one receipt; every column but its own number is given. The caller indexes it and rebuilds the customer's totals. */
export function insertSale(db: WritableDb, row: Omit<SaleRow, 'no'>): SaleRow {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO sales (id, receipt_number, kind, returns_sale_id, customer_id, staff_id, sold_at, sold_on, currency,
       total_minor, payment_note, cash_minor, reason, note, flags, country, import_id, created_at, deleted_at)
     VALUES (@id, @receipt_number, @kind, @returns_sale_id, @customer_id, @staff_id, @sold_at, @sold_on, @currency,
       @total_minor, @payment_note, @cash_minor, @reason, @note, @flags, @country, @import_id, @created_at,
       @deleted_at)`,
  ).run(row);
  return { ...row, no: Number(lastInsertRowid) };
}

/** Adds one line of a receipt; quantity, discount and total carry the receipt's sign. */
export function insertSaleLine(db: WritableDb, { description, ...row }: NewSaleLine): void {
  prepared(
    db,
    `INSERT INTO sale_lines (sale_no, position, product_no, description_no, quantity, unit_price_minor, discount_minor,
       discount_reason, total_minor, serial, returns_sale_no, returns_position, warranty_ends_on, warranty_terms)
     VALUES (@sale_no, @position, (SELECT no FROM products WHERE id = @product_id), @description_no, @quantity,
       @unit_price_minor, @discount_minor, @discount_reason, @total_minor, @serial, @returns_sale_no, @returns_position,
       @warranty_ends_on, @warranty_terms)`,
  ).run({ ...row, description_no: numberOfDescription(db, description) });
}

/** A line to be added: its product is named by its id, and its words are written down where they are new. */
export type NewSaleLine = Omit<SaleLineRow, 'product_no'>;

/** The number these words on receipt lines go by; they get one where they have none. */
export function numberOfDescription(db: WritableDb, text: string): number {
  const find = prepared(db, 'SELECT no FROM descriptions WHERE text = ?').pluck();
  const known = find.get(text) as number | undefined;
  return (
    known ?? Number(prepared(db, 'INSERT INTO descriptions (text) VALUES (?)').run(text).lastInsertRowid)
  );
}

/** A line with what the screens show of its product and item. */
export interface ShownLineRow extends SaleLineRow {
  readonly code: string | null;
  readonly brand: string | null;
  readonly reference: string | null;
  readonly chinese_name: string | null;
  readonly warranty_end: string | null;
}

interface LineAndTermsRow extends ShownLineRow {
  readonly sold_on: string;
  readonly terms: string | null;
}

const shownLines = `
  SELECT l.*, d.text AS description, p.id AS product_id, p.code, p.brand, p.reference, p.chinese_name, s.sold_on,
    coalesce(l.warranty_ends_on,
      (SELECT i.warranty_end FROM items i
       WHERE i.sale_no = l.sale_no AND i.sale_position = l.position AND i.deleted_at IS NULL LIMIT 1)) AS warranty_end,
    CASE WHEN s.customer_id IS NULL AND l.serial IS NOT NULL THEN p.warranty_policy END AS terms
  FROM sales s JOIN sale_lines l ON l.sale_no = s.no JOIN descriptions d ON d.no = l.description_no
    LEFT JOIN products p ON p.no = l.product_no`;

/** The lines of one receipt, in their order. */
export function listLines(db: ReadableDb, saleId: string): ShownLineRow[] {
  const rows = prepared(db, `${shownLines} WHERE s.id = ? ORDER BY l.position`).all(
    saleId,
  ) as LineAndTermsRow[];
  return rows.map(({ terms, sold_on, ...line }) => ({
    ...line,
    // Lines from before they kept it themselves: the product's terms say it.
    warranty_end: line.warranty_end ?? warrantyEndBy(terms, sold_on),
  }));
}

function warrantyEndBy(terms: string | null, soldOn: string): string | null {
  return warrantyOf({ soldOn, policy: readWarrantyPolicy(terms) }, soldOn).endsOn;
}

/** True when a piece with this serial went over the counter without a customer and did not come back. */
export function isSoldAnonymously(db: ReadableDb, productId: string, serial: string): boolean {
  const left = prepared(
    db,
    `SELECT coalesce(sum(l.quantity), 0)
     FROM products p JOIN sale_lines l ON l.product_no = p.no JOIN sales s ON s.no = l.sale_no
     WHERE p.id = ? AND l.serial = ? AND s.customer_id IS NULL AND s.deleted_at IS NULL`,
  )
    .pluck()
    .get(productId, serial) as number;
  return left > 0;
}

/** One receipt that stands. */
export function findSale(db: ReadableDb, id: string): SaleRow | undefined {
  return one(
    db,
    sqlBuilder.selectFrom('sales').selectAll().where('id', '=', id).where('deleted_at', 'is', null),
  );
}

/** A receipt's number, for the return that refers to it. */
export function findReceiptNumber(db: ReadableDb, saleId: string): string | null {
  const found = one(db, sqlBuilder.selectFrom('sales').select('receipt_number').where('id', '=', saleId));
  return found?.receipt_number ?? null;
}

/** Returns and cancellations against a receipt. */
export function listAgainst(db: ReadableDb, saleId: string): SaleRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('sales')
      .selectAll()
      .where('returns_sale_id', '=', saleId)
      .where('deleted_at', 'is', null)
      .orderBy('sold_at'),
  );
}

/** Which receipts of a customer to show. */
export interface SaleFilter {
  readonly customerId: string;
  readonly text?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: string | undefined;
}

/** Where a page of receipts ended. */
export interface SaleCursor {
  readonly soldAt: number;
  readonly id: string;
}

function conditions(filter: SaleFilter): { sql: string; values: (string | number)[] } {
  const parts = ['s.customer_id = ?', 's.deleted_at IS NULL'];
  const values: (string | number)[] = [filter.customerId];
  if (filter.year !== undefined) {
    parts.push('s.sold_on BETWEEN ? AND ?');
    values.push(`${filter.year}-01-01`, `${filter.year}-12-31`);
  }
  if (filter.kind !== undefined) {
    parts.push('s.kind = ?');
    values.push(filter.kind);
  }
  for (const word of (filter.text ?? '').normalize('NFKC').split(/\s+/).filter(Boolean)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(`(s.receipt_number LIKE ? ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM sale_lines l JOIN descriptions d ON d.no = l.description_no LEFT JOIN products p ON p.no = l.product_no
      WHERE l.sale_no = s.no AND (d.text || ' ' || coalesce(l.serial, '') || ' ' || coalesce(p.code, '') || ' ' || coalesce(p.brand, '')
        || ' ' || coalesce(p.reference, '') || ' ' || coalesce(p.name, '') || ' ' || coalesce(p.chinese_name, ''))
      LIKE ? ESCAPE '\\'))`);
    values.push(like, like);
  }
  return { sql: parts.join(' AND '), values };
}

/** A page of a customer's receipts, newest first. */
export function listSales(
  db: ReadableDb,
  filter: SaleFilter,
  cursor: SaleCursor | null,
  limit: number,
): SaleRow[] {
  const { sql, values } = conditions(filter);
  const after = cursor ? 'AND (s.sold_at, s.id) < (?, ?)' : '';
  const from = cursor ? [cursor.soldAt, cursor.id] : [];
  return prepared(
    db,
    `SELECT s.* FROM sales s WHERE ${sql} ${after} ORDER BY s.sold_at DESC, s.id DESC LIMIT ?`,
  ).all(...values, ...from, limit) as SaleRow[];
}

/** How many receipts and lines the filter finds. */
export function countSales(db: ReadableDb, filter: SaleFilter): { receipts: number; lines: number } {
  const { sql, values } = conditions(filter);
  return prepared(
    db,
    `SELECT count(*) AS receipts,
       coalesce(sum((SELECT count(*) FROM sale_lines x WHERE x.sale_no = s.no)), 0) AS lines
     FROM sales s WHERE ${sql}`,
  ).get(...values) as { receipts: number; lines: number };
}

/** A receipt in one row. */
export interface BriefRow extends SaleRow {
  readonly units: number;
}

const briefs = `
  SELECT s.*, coalesce((SELECT sum(quantity) FROM sale_lines l WHERE l.sale_no = s.no), 0) AS units FROM sales s`;

/** Receipts with this number, as it was typed or in capitals; an import may have brought several. */
export function listByReceipt(db: ReadableDb, receiptNumber: string): BriefRow[] {
  return prepared(
    db,
    `${briefs} WHERE s.receipt_number IN (?, ?) AND s.deleted_at IS NULL ORDER BY s.sold_at DESC LIMIT 20`,
  ).all(receiptNumber, receiptNumber.toUpperCase()) as BriefRow[];
}

/** A civil day's receipts, newest first. */
export function listDay(db: ReadableDb, day: string): BriefRow[] {
  return prepared(
    db,
    `${briefs} WHERE s.sold_on = ? AND s.deleted_at IS NULL ORDER BY s.sold_at DESC, s.id DESC`,
  ).all(day) as BriefRow[];
}

/** A civil day in the shop's currency: net total in minor units, sales that were not cancelled, net units. */
export function summariseDay(db: ReadableDb, day: string, currency: string) {
  return prepared(
    db,
    `SELECT coalesce(sum(s.total_minor), 0) AS total_minor,
       coalesce(sum((SELECT sum(quantity) FROM sale_lines l WHERE l.sale_no = s.no)), 0) AS units,
       coalesce(sum(CASE s.kind WHEN 'sale' THEN 1 WHEN 'cancellation' THEN -1 ELSE 0 END), 0) AS receipts,
       coalesce(sum(s.kind = 'return'), 0) AS returns, coalesce(sum(s.kind = 'cancellation'), 0) AS cancellations
     FROM sales s WHERE s.sold_on = ? AND s.currency = ? AND s.deleted_at IS NULL`,
  ).get(day, currency) as {
    total_minor: number;
    units: number;
    receipts: number;
    returns: number;
    cancellations: number;
  };
}

/** Brands a customer paid for, net of returns, the largest first. */
export function listBrands(db: ReadableDb, customerId: string, currency: string) {
  return prepared(
    db,
    `SELECT p.brand, sum(l.total_minor) AS spend_minor, sum(l.quantity) AS units
     FROM sales s JOIN sale_lines l ON l.sale_no = s.no JOIN products p ON p.no = l.product_no
     WHERE s.customer_id = ? AND s.currency = ? AND s.deleted_at IS NULL AND p.brand IS NOT NULL
     GROUP BY p.brand HAVING sum(l.quantity) > 0 ORDER BY spend_minor DESC LIMIT 5`,
  ).all(customerId, currency) as { brand: string; spend_minor: number; units: number }[];
}

/** What a customer paid for one brand, net of returns. */
export function sumBrand(db: ReadableDb, customerId: string, brand: string, currency: string): number {
  return prepared(
    db,
    `SELECT coalesce(sum(l.total_minor), 0)
     FROM sales s JOIN sale_lines l ON l.sale_no = s.no JOIN products p ON p.no = l.product_no
     WHERE s.customer_id = ? AND s.currency = ? AND s.deleted_at IS NULL AND p.brand = ?`,
  )
    .pluck()
    .get(customerId, currency, brand) as number;
}

/** How many of a product were sold, net of what came back, and the last day it was sold. */
export function countSold(db: ReadableDb, productId: string): { units: number; lastSoldOn: string | null } {
  return prepared(
    db,
    `SELECT coalesce(sum(l.quantity), 0) AS units, max(CASE WHEN s.kind = 'sale' THEN s.sold_on END) AS lastSoldOn
     FROM products p JOIN sale_lines l ON l.product_no = p.no JOIN sales s ON s.no = l.sale_no
     WHERE p.id = ? AND s.deleted_at IS NULL`,
  ).get(productId) as { units: number; lastSoldOn: string | null };
}

// Enough to know what goes together, and milliseconds also for a product on thousands of receipts.
const latestReceipts = 300;

/** What stands on the same receipts as a product, by how many of its latest receipts; once in company is chance. */
export function listBoughtWith(db: ReadableDb, productId: string, limit: number) {
  return prepared(
    db,
    `SELECT p.id AS product_id, t.receipts
     FROM (SELECT o.product_no, count(DISTINCT o.sale_no) AS receipts
       FROM (SELECT l.sale_no, l.product_no FROM products b JOIN sale_lines l ON l.product_no = b.no
             WHERE b.id = ? AND l.quantity > 0 ORDER BY l.sale_no DESC LIMIT ${latestReceipts}) m
         JOIN sale_lines o ON o.sale_no = m.sale_no JOIN sales s ON s.no = m.sale_no
       WHERE o.product_no <> m.product_no AND o.quantity > 0 AND s.deleted_at IS NULL
       GROUP BY o.product_no HAVING receipts > 1) t
       JOIN products p ON p.no = t.product_no
     ORDER BY t.receipts DESC, p.id LIMIT ?`,
  ).all(productId, limit) as { product_id: string; receipts: number }[];
}
