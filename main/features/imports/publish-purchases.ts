import type { ImportReport } from '@shared/contract/imports';
import { prepared, type WritableDb } from '../../db/sql';
import { newIdSeries } from '../../kernel/ids';
import { insertCustomer } from '../customers/customers.sql';
import { insertProduct } from '../products/products.sql';
import { lineCopier, saleCopier } from '../sales/bulk.sql';
import { type AddedUp, rebuildTotals, storeTotalsOf } from '../sales/sales.sql';
import { addReceipt, indexCustomer, indexProduct } from '../search/search.sql';
import { blankCustomer, blankProduct } from './blank-records';
import type { ImportTask } from './import-job-types';
import { insertKey, insertKeysFrom } from './imports.sql';
import { publishItems } from './publish-items';
import { reserveNumbers } from './reserve-numbers.sql';
import { keyOf } from './row-values';
import { eachStaged } from './staged-rows';

const LINES_AT_ONCE = 20_000;
const RECEIPTS_AT_ONCE = 1000;

/** Moves the stage into the shop, inside the caller's transaction. */
export function publishPurchases(db: WritableDb, task: ImportTask, step: StepReport): void {
  publishCustomers(db, task, step);
  publishProducts(db, task, step);
  publishSales(db, task, step);
  publishLines(db, task, step);
  publishItems(db, task);
  refreshTotals(db, step);
}

/** Says how far publishing is, and stops it where the person cancelled. */
export type StepReport = (name: string, done: number, total: number) => void;

function publishCustomers(db: WritableDb, task: ImportTask, step: StepReport): void {
  const count = countOf(db, 'SELECT count(*) FROM stage.customers WHERE is_new = 1');
  const numbers = reserveNumbers(db, task.counter, 'member', count);
  let done = 0;
  const staged = db.prepare(
    'SELECT no, key, id FROM stage.customers WHERE is_new = 1 AND no > ? ORDER BY no LIMIT 1000',
  );
  for (const row of eachStaged<{ no: number; key: string; id: string }>(staged)) {
    insertCustomer(db, {
      ...blankCustomer(task, row.id, numbers()),
      external_id: row.key,
      // A list must show something: the file says no more of them than their number.
      english_name: `Customer ${row.key}`,
    });
    insertKey(db, 'customer', keyOf('id', row.key), row.id, task.importId);
    indexCustomer(db, row.id);
    done += 1;
    if (done % 500 === 0) step('customers', done, count);
  }
}

function publishProducts(db: WritableDb, task: ImportTask, step: StepReport): void {
  const serialised = new Set(
    prepared(db, 'SELECT DISTINCT product FROM stage.lines WHERE serial IS NOT NULL')
      .pluck()
      .all() as number[],
  );
  const count = countOf(db, 'SELECT count(*) FROM stage.products WHERE is_new = 1');
  let done = 0;
  const staged = db.prepare(
    'SELECT no, key, code, id, name FROM stage.products WHERE is_new = 1 AND no > ? ORDER BY no LIMIT 1000',
  );
  for (const row of eachStaged<{ no: number; key: string; code: string; id: string; name: string }>(staged)) {
    const blank = blankProduct(task, row.id);
    const isSerialised = serialised.has(row.no) ? 1 : blank.is_serialised;
    insertProduct(db, { ...blank, code: row.code, name: row.name, is_serialised: isSerialised });
    insertKey(db, 'product', keyOf(row.key), row.id, task.importId);
    indexProduct(db, row.id);
    done += 1;
    if (done % 500 === 0) step('products', done, count);
  }
}

// A receipt on which everything is negative gave goods back; one on which some is stays a sale.
const kindOfSale = `CASE WHEN s.positives > 0 OR s.negatives = 0 THEN 'sale' WHEN @negative <> 'by-number' THEN @negative
  WHEN s.number LIKE 'C%' THEN 'cancellation' ELSE 'return' END`;

function publishSales(db: WritableDb, { options, importId, now }: ImportTask, step: StepReport): void {
  const copy = saleCopier(
    db,
    `SELECT s.id, s.number, ${kindOfSale}, c.id, s.staff_id, s.sold_at, s.sold_on, s.currency, s.total, s.country, @importId, @now
     FROM stage.sales s LEFT JOIN stage.customers c ON c.no = s.customer
     WHERE s.is_new = 1 AND s.lines > 0 AND s.no BETWEEN @from AND @to ORDER BY s.no`,
  );
  const last = countOf(db, 'SELECT coalesce(max(no), 0) FROM stage.sales');
  for (let from = 1; from <= last; from += RECEIPTS_AT_ONCE) {
    const to = Math.min(from + RECEIPTS_AT_ONCE - 1, last);
    copy({ negative: options.negativeReceipts, importId, now, from, to });
    step('receipts', to, last);
  }
  insertKeysFrom(db, 'sale', 'SELECT key, id FROM stage.sales WHERE is_new = 1 AND lines > 0', importId);
  const staged = db.prepare(
    'SELECT no, id, number, is_new, total FROM stage.sales WHERE lines > 0 AND no > ? ORDER BY no LIMIT 1000',
  );
  for (const row of eachStaged<SaleRow>(staged)) {
    if (row.is_new === 1) addReceipt(db, row.number);
    else extendSale(db, importId, row);
  }
}

interface SaleRow {
  readonly no: number;
  readonly id: string;
  readonly number: string;
  readonly is_new: number;
  readonly total: number;
}

/** Lines that an earlier import of the same receipt did not bring: refused then, corrected since. */
function extendSale(db: WritableDb, importId: string, row: SaleRow): void {
  prepared(db, 'UPDATE main.sales SET total_minor = total_minor + ? WHERE id = ?').run(row.total, row.id);
  prepared(
    db,
    `INSERT INTO import_changes (import_id, entity_kind, entity_id, before, after) VALUES (?, 'sale', ?, ?, ?)`,
  ).run(importId, row.id, JSON.stringify({ addedMinor: row.total }), '{}');
}

function publishLines(db: WritableDb, task: ImportTask, step: StepReport): void {
  const { prefix } = newIdSeries();
  const copy = lineCopier(
    db,
    `SELECT @prefix || printf('%08x', l.no), s.id, l.position + s.offset_position, p.id,
       coalesce(l.description, p.name), l.quantity, l.unit, l.discount, l.quantity * l.unit - l.discount, l.serial
     FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale LEFT JOIN stage.products p ON p.no = l.product
     WHERE l.no BETWEEN @from AND @to AND l.is_known = 0`,
  );
  const last = countOf(db, 'SELECT coalesce(max(no), 0) FROM stage.lines');
  for (let from = 1; from <= last; from += LINES_AT_ONCE) {
    const to = Math.min(from + LINES_AT_ONCE - 1, last);
    copy({ prefix, from, to });
    step('lines', to, last);
  }
  prepared(
    db,
    `UPDATE import_changes SET after = json_object('lines', (
       SELECT json_group_array(? || printf('%08x', l.no)) FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
       WHERE s.id = import_changes.entity_id AND l.is_known = 0))
     WHERE entity_kind = 'sale' AND after = '{}'`,
  ).run(prefix);
  const corrected = db.prepare(
    `SELECT l.no, l.origin, s.key FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
     WHERE l.origin IS NOT NULL AND l.is_known = 0 AND l.no > ? ORDER BY l.no LIMIT 1000`,
  );
  for (const { no, key, origin } of eachStaged<{ no: number; key: string; origin: number }>(corrected))
    insertKey(
      db,
      'line',
      keyOf(key, String(origin)),
      prefix + no.toString(16).padStart(8, '0'),
      task.importId,
    );
}

/** Of a customer whom the import makes, the stage holds every receipt, added up; of any other, the shop may hold more. */
function refreshTotals(db: WritableDb, step: StepReport): void {
  const buyers = prepared(
    db,
    `SELECT c.no, c.id, c.is_new = 1 AND min(s.is_new) = 1 AS is_staged
     FROM stage.sales s JOIN stage.customers c ON c.no = s.customer WHERE s.lines > 0 GROUP BY c.no`,
  ).all() as { no: number; id: string; is_staged: number }[];
  const receipts = prepared(
    db,
    `SELECT id, currency, sold_at, total, units, handed_over AS positives, negatives AS backs
     FROM stage.sales WHERE customer = ? AND lines > 0 ORDER BY sold_at, id`,
  );
  buyers.forEach(({ no, id, is_staged }, done) => {
    if (is_staged === 1) storeTotalsOf(db, id, receipts.all(no) as AddedUp[]);
    else rebuildTotals(db, id);
    if (done % 200 === 0) step('totals', done, buyers.length);
  });
}

function countOf(db: WritableDb, sql: string): number {
  return db.prepare(sql).pluck().get() as number;
}

/** What the stage would bring: receipts, lines, money by currency. */
export function reportPurchases(db: WritableDb): Pick<ImportReport, 'created' | 'changed' | 'totals'> {
  const totals = prepared(
    db,
    `SELECT currency, sum(total - back) AS soldMinor, sum(back) AS givenBackMinor, sum(total) AS netMinor,
       count(*) AS receipts
     FROM stage.sales WHERE lines > 0 GROUP BY currency ORDER BY currency`,
  ).all() as ImportReport['totals'];
  const created = prepared(
    db,
    `SELECT (SELECT count(*) FROM stage.customers WHERE is_new = 1) AS customers,
       (SELECT count(*) FROM stage.products WHERE is_new = 1) AS products,
       (SELECT count(*) FROM stage.sales WHERE is_new = 1 AND lines > 0) AS receipts,
       (SELECT coalesce(sum(lines), 0) FROM stage.sales) AS lines,
       (SELECT count(*) FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
        WHERE l.is_known = 0 AND l.serial IS NOT NULL AND l.quantity > 0 AND s.customer IS NOT NULL) AS items`,
  ).get() as ImportReport['created'];
  const changed = countOf(db, 'SELECT count(*) FROM stage.sales WHERE is_new = 0 AND lines > 0');
  return { created, changed: { customers: 0, products: 0, receipts: changed }, totals };
}
