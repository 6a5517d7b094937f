import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { insertProduct } from '../products/products.sql';
import { lineCopier, saleCopier } from '../sales/bulk.sql';
import { type AddedUp, rebuildTotals, storeTotalsOf } from '../sales/sales.sql';
import { addReceipt, indexNew, type KnownWords } from '../search/search.sql';
import { blankCustomer, blankProduct } from './blank-records';
import type { ImportTask } from './import-job-types';
import { insertKey, insertKeysFrom } from './imports.sql';
import type { LineWriter } from './line-writer';
import { publishItems } from './publish-items';
import { reserveNumbers } from './reserve-numbers.sql';
import { keyOf } from './row-values';
import { inShop, type LastNumbers } from './stage';
import { eachStaged, pagesOfStaged } from './staged-rows';
import type { NewCustomer } from './stager-messages';

const LINES_AT_ONCE = 20_000;
const RECEIPTS_AT_ONCE = 1000;
/** Customers or products. */
const NAMED_AT_ONCE = 500;
/** Customers whose receipts are in memory together. */
const BUYERS_AT_ONCE = 100;

/** What writes into the shop while a file is read, and after. */
export interface Writing {
  readonly last: LastNumbers;
  readonly lines: LineWriter;
  readonly customers: CustomerWriter;
}

/** Moves the stage into the shop, inside the caller's transaction; what was ready may be there already. */
export function publishPurchases(db: WritableDb, task: ImportTask, writing: Writing, step: StepReport): void {
  const { last } = writing;
  publishCustomers(db, writing.customers, step);
  publishProducts(db, task, last, step);
  publishSales(db, task, last, step);
  publishBatches(db, writing.lines, step);
  publishLines(db, task, last, step);
  publishItems(db, task, last);
  refreshTotals(db, last, step);
}

/** Says how far publishing is, and stops it where the person cancelled. */
export type StepReport = (name: string, done: number, total: number) => void;

/** Adds customers whom the import makes, in the order of their numbers; those who were added already are passed over. */
export interface CustomerWriter {
  write(customers: readonly NewCustomer[]): void;
  /** The number among the staged of the last one who was added. */
  last(): number;
}

/** Starts adding customers, inside the caller's transaction. */
export function customerWriter(db: WritableDb, task: ImportTask): CustomerWriter {
  const insert = rowInserter(db, 'customers');
  const words: KnownWords = new Set();
  let last = 0;
  return {
    write(customers) {
      const numbers = reserveNumbers(db, task.counter, 'member', customers.length);
      for (const { id, key } of customers) {
        insert({
          ...blankCustomer(task, id, numbers()),
          external_id: key,
          // A list must show something: the file says no more of them than their number.
          english_name: `Customer ${key}`,
        });
        insertKey(db, 'customer', keyOf('id', key), id, task.importId);
      }
      const ids = customers.map(({ id }) => id);
      indexNew(db, 'customer', ids, words);
      last = customers.at(-1)?.no ?? last;
    },
    last: () => last,
  };
}

function publishCustomers(db: WritableDb, writer: CustomerWriter, step: StepReport): void {
  const count = countOf(db, 'SELECT count(*) FROM stage.customers WHERE is_new = 1');
  let done = prepared(db, 'SELECT count(*) FROM stage.customers WHERE is_new = 1 AND no <= ?')
    .pluck()
    .get(writer.last()) as number;
  const staged = db.prepare(
    `SELECT no, key, id FROM stage.customers WHERE is_new = 1 AND no > max(?, ${writer.last()})
     ORDER BY no LIMIT ${NAMED_AT_ONCE}`,
  );
  step('customers', done, count);
  for (const rows of pagesOfStaged<NewCustomer>(staged)) {
    writer.write(rows);
    done += rows.length;
    step('customers', done, count);
  }
}

interface StagedProductRow extends NewCustomer {
  readonly code: string;
  readonly name: string;
}

function publishProducts(
  db: WritableDb,
  task: ImportTask,
  { lastProduct }: LastNumbers,
  step: StepReport,
): void {
  const serialised = new Set(
    prepared(db, 'SELECT DISTINCT product FROM stage.lines WHERE serial IS NOT NULL')
      .pluck()
      .all() as number[],
  );
  const count = countOf(db, 'SELECT count(*) FROM stage.products WHERE no > 0');
  const words: KnownWords = new Set();
  let done = 0;
  const staged = db.prepare(
    `SELECT no, key, code, id, name FROM stage.products WHERE no > max(0, ?) ORDER BY no LIMIT ${NAMED_AT_ONCE}`,
  );
  for (const rows of pagesOfStaged<StagedProductRow>(staged)) {
    for (const { no, key, code, id, name } of rows) {
      const blank = blankProduct(task, id);
      const isSerialised = serialised.has(no) ? 1 : blank.is_serialised;
      insertProduct(db, { ...blank, code, name, is_serialised: isSerialised }, no + lastProduct);
      insertKey(db, 'product', keyOf(key), id, task.importId);
    }
    indexNew(
      db,
      'product',
      rows.map(({ id }) => id),
      words,
    );
    done += rows.length;
    step('products', done, count);
  }
}

// A receipt on which everything is negative gave goods back; one on which some is stays a sale.
const kindOfSale = `CASE WHEN s.positives > 0 OR s.negatives = 0 THEN 'sale' WHEN @negative <> 'by-number' THEN @negative
  WHEN s.number LIKE 'C%' THEN 'cancellation' ELSE 'return' END`;

function publishSales(
  db: WritableDb,
  { options, importId, now }: ImportTask,
  { lastSale }: LastNumbers,
  step: StepReport,
): void {
  const copy = saleCopier(
    db,
    `SELECT s.no + @lastSale, s.id, s.number, ${kindOfSale}, c.id, s.staff_id, s.sold_at, s.sold_on, s.currency, s.total, s.country, @importId, @now
     FROM stage.sales s LEFT JOIN stage.customers c ON c.no = s.customer
     WHERE s.no BETWEEN @from AND @to ORDER BY s.no`,
  );
  const last = countOf(db, 'SELECT coalesce(max(no), 0) FROM stage.sales');
  for (let from = 1; from <= last; from += RECEIPTS_AT_ONCE) {
    const to = Math.min(from + RECEIPTS_AT_ONCE - 1, last);
    copy({ negative: options.negativeReceipts, lastSale, importId, now, from, to });
    step('receipts', to, last);
  }
  insertKeysFrom(db, 'sale', 'SELECT key, id FROM stage.sales WHERE no > 0', importId);
  const numbers = db.prepare(
    'SELECT no, number FROM stage.sales WHERE no > max(0, ?) ORDER BY no LIMIT 1000',
  );
  for (const { number } of eachStaged<{ no: number; number: string }>(numbers)) addReceipt(db, number);
  const extended = db.prepare(
    'SELECT no, id, total FROM stage.sales WHERE no > ? AND no < 0 AND lines > 0 ORDER BY no LIMIT 1000',
  );
  for (const row of eachStaged<ExtendedSale>(extended)) extendSale(db, importId, row);
}

interface ExtendedSale {
  readonly no: number;
  readonly id: string;
  readonly total: number;
}

/** Lines that an earlier import of the same receipt did not bring: refused then, corrected since. */
function extendSale(db: WritableDb, importId: string, row: ExtendedSale): void {
  prepared(db, 'UPDATE main.sales SET total_minor = total_minor + ? WHERE id = ?').run(row.total, row.id);
  prepared(
    db,
    `INSERT INTO import_changes (import_id, entity_kind, entity_id, before, after) VALUES (?, 'sale', ?, ?, ?)`,
  ).run(importId, row.id, JSON.stringify({ addedMinor: row.total }), '{}');
}

/** Lines that were ready but not written while the file was read. */
function publishBatches(db: WritableDb, writer: LineWriter, step: StepReport): void {
  const count = countOf(db, 'SELECT count(*) FROM stage.batches');
  const staged = db.prepare('SELECT no, lines FROM stage.batches WHERE no > ? ORDER BY no LIMIT 1');
  for (const { no, lines } of eachStaged<{ no: number; lines: Buffer }>(staged)) {
    // A copy of its own, for numbers must begin at a multiple of eight.
    writer.write(new Float64Array(new Uint8Array(lines).buffer));
    step('lines', no, count);
  }
  writer.finish();
}

function publishLines(db: WritableDb, task: ImportTask, last: LastNumbers, step: StepReport): void {
  const { lastSale, lastProduct, lastDescription } = last;
  // Of a file that was imported before, only words that a line needs which is not there yet.
  prepared(
    db,
    `INSERT INTO main.descriptions (no, text)
     SELECT no + ?, text FROM stage.descriptions WHERE no > 0
       AND (is_needed = 1 OR no IN (SELECT description FROM stage.lines WHERE is_known = 0)) ORDER BY no`,
  ).run(lastDescription);
  const line = `${inShop('l.product', '@lastProduct')}, ${inShop('l.description', '@lastDescription')},
    l.quantity, l.unit, l.discount, l.quantity * l.unit - l.discount, l.serial`;
  const copyNew = lineCopier(
    db,
    `SELECT l.sale + @lastSale, l.position, ${line} FROM stage.lines l WHERE l.no BETWEEN @from AND @to AND l.sale > 0`,
  );
  const lastLine = countOf(db, 'SELECT coalesce(max(no), 0) FROM stage.lines');
  for (let from = 1; from <= lastLine; from += LINES_AT_ONCE) {
    const to = Math.min(from + LINES_AT_ONCE - 1, lastLine);
    copyNew({ lastSale, lastProduct, lastDescription, from, to });
    step('lines', to, lastLine);
  }
  step('lines', lastLine, lastLine);
  if (countOf(db, 'SELECT NOT EXISTS (SELECT 1 FROM stage.sales WHERE no < 0)') === 1) return;
  lineCopier(
    db,
    `SELECT -l.sale, l.position + s.offset_position, ${line} FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
     WHERE l.sale < 0 AND l.is_known = 0`,
  )({ lastProduct, lastDescription });
  prepared(
    db,
    `UPDATE import_changes SET after = json_object('positions', (
       SELECT json_group_array(l.position + s.offset_position) FROM stage.sales s JOIN stage.lines l ON l.sale = s.no
       WHERE s.id = import_changes.entity_id AND s.no < 0 AND l.is_known = 0))
     WHERE entity_kind = 'sale' AND import_id = ?`,
  ).run(task.importId);
  const corrected = db.prepare(
    `SELECT l.no, l.origin, s.key, s.id FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
     WHERE l.origin IS NOT NULL AND l.is_known = 0 AND l.no > ? ORDER BY l.no LIMIT 1000`,
  );
  type Corrected = { no: number; key: string; id: string; origin: number };
  for (const { key, id, origin } of eachStaged<Corrected>(corrected))
    insertKey(db, 'line', keyOf(key, String(origin)), id, task.importId);
}

interface StagedReceipt extends AddedUp {
  readonly customerId: string;
  /** 1 where the stage holds every receipt of the customer. */
  readonly isWhole: number;
}

/** Of a customer whom the import makes, the stage holds every receipt, added up; of any other, the shop may hold more. */
function refreshTotals(db: WritableDb, { lastSale }: LastNumbers, step: StepReport): void {
  const last = countOf(db, 'SELECT coalesce(max(no), 0) FROM stage.customers');
  const receipts = db.prepare(
    `SELECT c.id AS customerId, c.is_new = 1 AND s.no > 0 AS isWhole, s.id, s.no + @lastSale AS no, s.currency,
       s.sold_at, s.total, s.units, s.handed_over AS positives, s.negatives AS backs
     FROM stage.customers c CROSS JOIN stage.sales s ON s.customer = c.no
     WHERE c.no BETWEEN @from AND @to AND s.lines > 0 ORDER BY s.customer, s.sold_at, s.id`,
  );
  for (let from = 1; from <= last; from += BUYERS_AT_ONCE) {
    const to = Math.min(from + BUYERS_AT_ONCE - 1, last);
    const rows = receipts.all({ lastSale, from, to }) as StagedReceipt[];
    const byCustomer = new Map<string, StagedReceipt[]>();
    for (const row of rows) {
      const ofOne = byCustomer.get(row.customerId);
      if (ofOne) ofOne.push(row);
      else byCustomer.set(row.customerId, [row]);
    }
    for (const [customerId, ofOne] of byCustomer) {
      if (ofOne.every(({ isWhole }) => isWhole === 1)) storeTotalsOf(db, customerId, ofOne);
      else rebuildTotals(db, customerId);
    }
    step('totals', to, last);
  }
}

function countOf(db: WritableDb, sql: string): number {
  return db.prepare(sql).pluck().get() as number;
}
