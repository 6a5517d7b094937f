import { netPurchases, type Sale, type SaleLine } from '@shared/domain/purchases';
import type { Selectable } from 'kysely';
import type { CustomerTotals } from '../../db/rows';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';

/** A line with what netting needs of its receipt. */
interface LineForNetting {
  readonly customer_id: string;
  readonly sale_id: string;
  readonly sale_no: number;
  readonly kind: Sale['kind'];
  readonly sold_at: number;
  readonly sold_on: string;
  readonly returns_sale_id: string | null;
  readonly currency: string;
  /** Null for a receipt without lines. */
  readonly position: number | null;
  readonly product_no: number | null;
  readonly quantity: number | null;
  readonly total_minor: number | null;
  readonly returns_sale_no: number | null;
  readonly returns_position: number | null;
}

/** What the netting rules know a line by: its receipt's number and its place. */
export function lineKey(line: { readonly sale_no: number; readonly position: number }): string {
  return `${line.sale_no}.${line.position}`;
}

/** What they know the line by that a line takes back; null where that is not known. */
export function returnsKey(line: {
  readonly returns_sale_no: number | null;
  readonly returns_position: number | null;
}): string | null {
  return line.returns_sale_no === null ? null : `${line.returns_sale_no}.${line.returns_position}`;
}

const nettingColumns = `s.customer_id, s.id AS sale_id, s.kind, s.sold_at, s.sold_on, s.returns_sale_id, s.currency,
    s.no AS sale_no, l.position, l.product_no, l.quantity, l.total_minor, l.returns_sale_no, l.returns_position`;

const linesForNetting = `SELECT ${nettingColumns} FROM sales s LEFT JOIN sale_lines l ON l.sale_no = s.no`;

/** A receipt as the netting rules see it, with its currency. */
export interface NettableSale extends Sale {
  readonly currency: string;
}

/** All receipts of a customer that stand, oldest first, ready for `netPurchases` and `rhythm`. */
export function listSalesForNetting(db: ReadableDb, customerId: string): NettableSale[] {
  const rows = prepared(
    db,
    `${linesForNetting} WHERE s.customer_id = ? AND s.deleted_at IS NULL ORDER BY s.sold_at, s.id, l.position`,
  ).all(customerId) as LineForNetting[];
  return groupSales(rows);
}

/** One receipt and what was later given back or cancelled against it: an anonymous sale's whole story. */
export function listSaleWithReturns(db: ReadableDb, saleId: string): NettableSale[] {
  const rows = prepared(
    db,
    `${linesForNetting} WHERE (s.id = ? OR s.returns_sale_id = ?) AND s.deleted_at IS NULL
     ORDER BY s.sold_at, s.id, l.position`,
  ).all(saleId, saleId) as LineForNetting[];
  return groupSales(rows);
}

function groupSales(rows: readonly LineForNetting[]): NettableSale[] {
  const sales: NettableSale[] = [];
  let lines: SaleLine[] = [];
  let current = '';
  for (const row of rows) {
    if (row.sale_id !== current) {
      current = row.sale_id;
      lines = [];
      sales.push({
        id: row.sale_id,
        kind: row.kind,
        soldAt: row.sold_at,
        soldOn: row.sold_on,
        returnsSaleId: row.returns_sale_id,
        currency: row.currency,
        lines,
      });
    }
    const { sale_no, position } = row;
    if (position === null) continue;
    lines.push({
      id: lineKey({ sale_no, position }),
      // The rules only compare products.
      productId: row.product_no === null ? null : String(row.product_no),
      quantity: row.quantity ?? 0,
      totalMinor: row.total_minor ?? 0,
      returnsLineId: returnsKey(row),
    });
  }
  return sales;
}

/**
 * The currency a customer's totals are in: that of most of their receipts. Receipts in another currency are not
 * converted, for no rate is known; they stay in the list and out of the sum.
 */
export function mainCurrency(sales: readonly { readonly currency: string }[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency } of sales) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/**
 * Writes one customer's row of `customer_totals` anew from the receipts; a customer without receipts has none. SQLite adds
 * up the lines itself, and only those that something given back could be taken off are netted here: the same row as netting
 * everything gives, which `checkTotals` does.
 */
export function rebuildTotals(db: WritableDb, customerId: string): void {
  storeTotalsOf(db, customerId, addUp(db, customerId));
}

/** A receipt with its lines added up. */
export interface AddedUp {
  readonly id: string;
  readonly no: number;
  readonly currency: string;
  readonly sold_at: number;
  readonly total: number;
  readonly units: number;
  /** Lines handed over, and lines taken back. */
  readonly positives: number;
  readonly backs: number;
}

/**
 * The same for a caller who has added up the lines already: `all` is every receipt of the customer that stands, in the order
 * of `sold_at` and `id`.
 */
export function storeTotalsOf(db: WritableDb, customerId: string, all: readonly AddedUp[]): void {
  storeTotals(db, customerId, totalsOfAddedUp(db, customerId, all));
}

function addUp(db: ReadableDb, customerId: string): AddedUp[] {
  return prepared(
    db,
    `SELECT s.id, s.no, s.currency, s.sold_at, coalesce(sum(l.total_minor), 0) AS total, coalesce(sum(l.quantity), 0) AS units,
       coalesce(sum(l.quantity > 0), 0) AS positives, coalesce(sum(l.quantity < 0), 0) AS backs
     FROM sales s LEFT JOIN sale_lines l ON l.sale_no = s.no
     WHERE s.customer_id = ? AND s.deleted_at IS NULL
     GROUP BY s.sold_at, s.id ORDER BY s.sold_at, s.id`,
  ).all(customerId) as AddedUp[];
}

function totalsOfAddedUp(db: ReadableDb, customerId: string, all: readonly AddedUp[]): TotalsRow | null {
  const currency = mainCurrency(all);
  if (currency === null) return null;
  const sales = all.filter((sale) => sale.currency === currency);
  const hasBacks = sales.some(({ backs }) => backs > 0);
  const kept = hasBacks ? keptOf(db, sales) : sales.filter(({ positives }) => positives > 0);
  return {
    customer_id: customerId,
    currency,
    lifetime_minor: sales.reduce((sum, { total }) => sum + total, 0),
    receipts: kept.length,
    units: sales.reduce((sum, { units }) => sum + units, 0),
    first_sale_at: kept[0]?.sold_at ?? null,
    last_sale_at: kept.at(-1)?.sold_at ?? null,
  };
}

/** The receipts of which something was kept: nothing is ever taken off a product that never came back. */
function keptOf(db: ReadableDb, sales: readonly AddedUp[]): AddedUp[] {
  const back = prepared(
    db,
    `SELECT coalesce(l.product_no, 0) AS product_no, l.returns_sale_no, l.returns_position
     FROM json_each(?) s CROSS JOIN sale_lines l ON l.sale_no = s.value WHERE l.quantity < 0`,
  ).all(numbersOf(sales.filter(({ backs }) => backs > 0))) as Taken[];
  const rows = linesAtStake(db, sales, back);
  const atStake = new Map<string, number>();
  for (const { sale_id, quantity } of rows)
    if ((quantity ?? 0) > 0) atStake.set(sale_id, (atStake.get(sale_id) ?? 0) + 1);
  const netLines = netPurchases(groupSales(rows)).lines.filter(({ netQuantity }) => netQuantity > 0);
  const left = new Set(netLines.map(({ saleId }) => saleId));
  return sales.filter(({ id, positives }) => positives > (atStake.get(id) ?? 0) || left.has(id));
}

/** A line that takes goods back; 0 for no product. */
interface Taken {
  readonly product_no: number;
  readonly returns_sale_no: number | null;
  readonly returns_position: number | null;
}

const numbersOf = (sales: readonly AddedUp[]) => JSON.stringify(sales.map(({ no }) => no));

/** Lines of these receipts that something given back may be taken off, and what was given back. */
function linesAtStake(db: ReadableDb, sales: readonly AddedUp[], back: readonly Taken[]): LineForNetting[] {
  const lines = `SELECT ${nettingColumns} FROM json_each(@sales) chosen CROSS JOIN sales s ON s.no = chosen.value
    CROSS JOIN sale_lines l ON l.sale_no = s.no`;
  const ofProducts = 'coalesce(l.product_no, 0) IN (SELECT value FROM json_each(@products))';
  // Seldom does a line name the one it takes back, and to ask for it takes as long as all the rest.
  const named = back.filter(({ returns_sale_no: no }) => no !== null);
  const isNamed = `(l.sale_no, l.position) IN (SELECT value ->> 0, value ->> 1 FROM json_each(@named))`;
  const products = JSON.stringify([...new Set(back.map(({ product_no }) => product_no))]);
  const wanted = { sales: numbersOf(sales), products };
  const order = 'ORDER BY s.sold_at, s.id, l.position';
  if (named.length === 0)
    return prepared(db, `${lines} WHERE ${ofProducts} ${order}`).all(wanted) as LineForNetting[];
  return prepared(db, `${lines} WHERE ${ofProducts} OR ${isNamed} ${order}`).all({
    ...wanted,
    named: JSON.stringify(named.map((line) => [line.returns_sale_no, line.returns_position])),
  }) as LineForNetting[];
}

type TotalsRow = Selectable<CustomerTotals>;

/** What `customer_totals` should say of these receipts; null when there are none. */
function totalsOf(customerId: string, sales: readonly NettableSale[]): TotalsRow | null {
  const currency = mainCurrency(sales);
  if (currency === null) return null;
  const net = netPurchases(sales.filter((sale) => sale.currency === currency));
  return {
    customer_id: customerId,
    currency,
    lifetime_minor: net.spendMinor,
    receipts: net.receipts,
    units: net.units,
    first_sale_at: net.firstPurchaseAt,
    last_sale_at: net.lastPurchaseAt,
  };
}

function storeTotals(db: WritableDb, customerId: string, totals: TotalsRow | null): void {
  if (totals === null) {
    prepared(db, 'DELETE FROM customer_totals WHERE customer_id = ?').run(customerId);
    return;
  }
  prepared(
    db,
    `INSERT INTO customer_totals (customer_id, currency, lifetime_minor, receipts, units, first_sale_at, last_sale_at)
     VALUES (@customer_id, @currency, @lifetime_minor, @receipts, @units, @first_sale_at, @last_sale_at)
     ON CONFLICT (customer_id) DO UPDATE SET currency = excluded.currency, lifetime_minor = excluded.lifetime_minor,
       receipts = excluded.receipts, units = excluded.units, first_sale_at = excluded.first_sale_at,
       last_sale_at = excluded.last_sale_at`,
  ).run(totals);
}

const customersAtOnce = 500;

/**
 * Writes all of `customer_totals` anew, a few hundred customers at a time so that memory stays bounded.
 * `onProgress` hears how many customers are done. Call inside a transaction.
 */
export function rebuildAllTotals(db: WritableDb, onProgress?: (done: number) => void): void {
  prepared(db, 'DELETE FROM customer_totals').run();
  let done = 0;
  for (const buyers of buyersInOrder(db)) {
    for (const [customerId, sales] of buyers) storeTotals(db, customerId, totalsOf(customerId, sales));
    done += buyers.size;
    onProgress?.(done);
  }
}

/** How many customers have totals, and how many rows are not what their receipts say (or should not be there). */
export function checkTotals(db: ReadableDb): { looked: number; wrong: number } {
  const stored = prepared(db, 'SELECT * FROM customer_totals WHERE customer_id = ?');
  const { looked } = prepared(db, 'SELECT count(*) AS looked FROM customer_totals').get() as {
    looked: number;
  };
  let wrong = 0;
  let right = 0;
  for (const buyers of buyersInOrder(db)) {
    for (const [customerId, sales] of buyers) {
      const should = totalsOf(customerId, sales);
      const is = stored.get(customerId) as TotalsRow | undefined;
      if (should && is && isSame(should, is)) right += 1;
      else wrong += 1;
    }
  }
  return { looked, wrong: Math.max(wrong, looked - right) };
}

function isSame(a: TotalsRow, b: TotalsRow): boolean {
  return (Object.keys(a) as (keyof TotalsRow)[]).every((column) => a[column] === b[column]);
}

/** Everybody who bought, with their receipts, a few hundred at a time. */
function* buyersInOrder(db: ReadableDb): Generator<Map<string, NettableSale[]>> {
  const nextCustomers = prepared(
    db,
    `SELECT DISTINCT customer_id FROM sales WHERE customer_id > ? ORDER BY customer_id LIMIT ${customersAtOnce}`,
  ).pluck();
  const linesOfRange = prepared(
    db,
    `${linesForNetting} WHERE s.customer_id BETWEEN ? AND ? AND s.deleted_at IS NULL
     ORDER BY s.customer_id, s.sold_at, s.id, l.position`,
  );
  let after = '';
  for (;;) {
    const ids = nextCustomers.all(after) as string[];
    const last = ids.at(-1);
    if (last === undefined) return;
    const groups = groupByCustomer(linesOfRange.all(ids[0], last) as LineForNetting[]);
    yield new Map([...groups].map(([customerId, rows]) => [customerId, groupSales(rows)]));
    after = last;
  }
}

function groupByCustomer(rows: readonly LineForNetting[]): Map<string, LineForNetting[]> {
  const groups = new Map<string, LineForNetting[]>();
  for (const row of rows) {
    const group = groups.get(row.customer_id);
    if (group) group.push(row);
    else groups.set(row.customer_id, [row]);
  }
  return groups;
}
