import { civilDateOf } from '@shared/domain/dates';
import { prepared, type WritableDb } from '../../db/sql';
import { newIdSeries } from '../../kernel/ids';
import { wasErased } from '../privacy/erase.sql';
import { refusalColumns } from './files/header';
import type { ImportTask } from './import-job-types';
import { findImported } from './imports.sql';
import { markKnownLines } from './known-lines';
import { findProductForLine, findPurchaser, findStaffByName } from './lookups.sql';
import { type PurchaseRow, purchaseRowReader } from './purchase-rows';
import { keyOf, RowRefused, refuseRow, remembering } from './row-values';
import type { Findings, Refusals } from './stage';

/** Takes the rows of a purchase file into the stage. */
export interface PurchaseStager {
  take(line: number, cells: readonly string[]): void;
  /** After the last row: settles names and finds out what is there already. Returns how many rows are. */
  finish(): number;
}

interface StagedProduct {
  readonly no: number;
  readonly isNew: boolean;
  readonly code: string;
  name: string;
  readonly names: NameCounts;
}

/** How often each description stands in the file; the last one at hand, for a product's lines mostly agree. */
interface NameCounts {
  readonly counts: Map<string, { count: number }>;
  last: string;
  lastCount: { count: number };
}

interface StagedSale {
  no: number;
  key: string;
  soldAt: number;
  lines: number;
  positives: number;
  negatives: number;
  /** Lines with a quantity above nothing. */
  handedOver: number;
  units: number;
  total: number;
  /** The part of the total that was given back: negative. */
  back: number;
  severalTimes: number;
}

interface Registered {
  readonly no: number;
  /** Null for a customer or product that the import makes. */
  readonly id: string;
}

const NAMES_KEPT = 50;
const CACHED = 50_000;

/** Starts staging a purchase file. The stage holds the rows; memory holds a receipt, and caches of bounded size. */
export function startPurchases(
  db: WritableDb,
  task: ImportTask,
  refusals: Refusals,
  findings: Findings,
): PurchaseStager {
  const rowOf = purchaseRowReader(task);
  const products = startProducts(db, task, findings);
  const customers = startCustomers(db, task);
  const sales = startSales(db, task, findings);
  const staffOf = remembering((name: string) => ({ id: findStaffByName(db, name) ?? null }));
  const lines = lineStager(db);

  // In a file of refused rows, corrected and fed back, the line each had is what it is known by.
  const refused = refusalColumns(task.detected.header);
  const originOf = (cells: readonly string[]) => (refused ? Number(cells[refused.line]) || null : null);

  const takeRow = (row: PurchaseRow, origin: number | null) => {
    // Both are looked at before either is made: a refused row must leave no product behind.
    const product = row.productCode === '' ? null : products.find(row.productCode);
    const customer = row.customer === '' ? null : customers.find(row.customer);
    const productNo = product === null ? null : products.use(product, row.description);
    const buyer = customer === null ? null : customers.use(customer);
    const sale = sales.open(row, buyer, () => (row.staff === '' ? null : staffOf(row.staff).id));
    const { description, quantity, unitMinor, discountMinor, serial } = row;
    if (discountMinor === 0 && serial === null && origin === null)
      lines.add(sale.no, sale.lines, productNo, description, quantity, unitMinor);
    else
      lines.addFull(
        sale.no,
        sale.lines,
        productNo,
        description,
        quantity,
        unitMinor,
        discountMinor,
        serial,
        origin,
      );
    sales.count(sale, row);
    if (buyer === null) findings.add('LINES_WITHOUT_CUSTOMER');
    if (row.description === null) findings.add('LINES_WITHOUT_DESCRIPTION');
    if (row.totalMinor === 0) findings.add('LINES_FREE_OF_CHARGE');
    if (row.staff !== '' && staffOf(row.staff).id === null) findings.add('STAFF_UNKNOWN');
  };

  return {
    take(line, cells) {
      try {
        takeRow(rowOf(cells), originOf(cells));
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        refusals.add(line, cells, error.code, error.params);
      }
    },
    finish() {
      lines.finish();
      sales.finish();
      products.finish();
      sayWhatIsOdd(db, findings);
      return markKnownLines(db);
    },
  };
}

type LineValue = string | number | null;

const LINES_A_STATEMENT = 32;

/**
 * Adds lines to the stage in their order. Nearly every line has neither discount nor serial number: those go many to a
 * statement, which half a million lines notice.
 */
function lineStager(db: WritableDb) {
  const columns = 'sale, position, product, description, quantity, unit';
  const insertRows = (rows: number) =>
    db.prepare(
      `INSERT INTO stage.lines (${columns}) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?)').join(', ')}`,
    );
  const insertMany = insertRows(LINES_A_STATEMENT);
  const insertOne = insertRows(1);
  const insertFull = db.prepare(
    `INSERT INTO stage.lines (${columns}, discount, serial, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let waiting: LineValue[] = [];
  const finish = () => {
    for (let at = 0; at < waiting.length; at += 6) insertOne.run(waiting.slice(at, at + 6));
    waiting = [];
  };
  return {
    add(...line: readonly [number, number, number | null, string | null, number, number]) {
      waiting.push(...line);
      if (waiting.length < LINES_A_STATEMENT * 6) return;
      insertMany.run(waiting);
      waiting = [];
    },
    addFull(...line: readonly LineValue[]) {
      finish();
      insertFull.run(...line);
    },
    finish,
  };
}

function startProducts(db: WritableDb, { options }: ImportTask, findings: Findings) {
  const ids = newIdSeries();
  const insert = db.prepare(
    'INSERT INTO stage.products (no, key, code, id, is_new, name) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const rename = db.prepare('UPDATE stage.products SET name = ? WHERE no = ?');
  const byCode = new Map<string, StagedProduct>();
  let last = 0;

  /** The same code in another case is the same product: 85123a is 85123A. */
  const find = (code: string): StagedProduct | string => {
    const exact = byCode.get(code);
    if (exact) return exact;
    const known = byCode.get(code.toUpperCase());
    if (known) {
      if (known.code !== code) findings.add('CODES_IN_SEVERAL_SPELLINGS', `${known.code} = ${code}`);
      byCode.set(code, known);
      return known;
    }
    const found = findProductForLine(db, code);
    if (!found && options.unknownProducts === 'refuse') refuseRow('PRODUCT_UNKNOWN', { code });
    if (!found) return code;
    last += 1;
    insert.run(last, code.toUpperCase(), found.code, found.id, 0, found.name);
    return remember(code, { no: last, isNew: false, code: found.code, name: found.name, names: noNames() });
  };
  const remember = (code: string, product: StagedProduct): StagedProduct => {
    byCode.set(code, product);
    byCode.set(code.toUpperCase(), product);
    return product;
  };
  const use = (product: StagedProduct | string, description: string | null): number => {
    let staged = product;
    if (typeof staged === 'string') {
      last += 1;
      insert.run(last, staged.toUpperCase(), staged, ids.at(last), 1, staged);
      staged = remember(staged, { no: last, isNew: true, code: staged, name: staged, names: noNames() });
    }
    if (staged.isNew && description !== null) countName(staged.names, description);
    return staged.no;
  };
  return {
    find,
    use,
    /** The name that stands most often wins; the first of equals. */
    finish() {
      for (const product of new Set(byCode.values())) {
        if (!product.isNew) continue;
        const [best] = [...product.names.counts].sort((a, b) => b[1].count - a[1].count);
        if (best) rename.run(best[0].slice(0, 200), product.no);
        if (product.names.counts.size > 1) findings.add('PRODUCTS_WITH_SEVERAL_NAMES', product.code);
        if (!best) findings.add('PRODUCTS_WITHOUT_NAME', product.code);
      }
    },
  };
}

function noNames(): NameCounts {
  return { counts: new Map(), last: '', lastCount: { count: 0 } };
}

function countName(names: NameCounts, name: string): void {
  if (name !== names.last) {
    let found = names.counts.get(name);
    if (found === undefined) {
      if (names.counts.size >= NAMES_KEPT) return;
      found = { count: 0 };
      names.counts.set(name, found);
    }
    names.last = name;
    names.lastCount = found;
  }
  names.lastCount.count += 1;
}

function startCustomers(db: WritableDb, { options }: ImportTask) {
  const ids = newIdSeries();
  const insert = db.prepare('INSERT INTO stage.customers (no, key, id, is_new) VALUES (?, ?, ?, ?)');
  const staged = db.prepare('SELECT no, id FROM stage.customers WHERE key = ?');
  const cache = new Map<string, Registered>();
  let last = 0;
  const remember = (key: string, customer: Registered) => {
    if (cache.size >= CACHED) cache.clear();
    cache.set(key, customer);
    return customer;
  };
  const add = (key: string, id: string, isNew: number) => {
    last += 1;
    insert.run(last, key, id || ids.at(last), isNew);
    return remember(key, { no: last, id });
  };
  return {
    find(key: string): Registered | string {
      const known = cache.get(key) ?? (staged.get(key) as Registered | undefined);
      if (known) return cache.has(key) ? known : remember(key, known);
      const found = findPurchaser(db, key);
      if (found?.isRemoved) refuseRow('CUSTOMER_REMOVED');
      if (found) return add(key, found.id, 0);
      if (wasErased(db, { numbers: [key] })) refuseRow('CUSTOMER_ERASED');
      if (options.unknownCustomers === 'refuse') refuseRow('CUSTOMER_UNKNOWN');
      return key;
    },
    use: (customer: Registered | string): Registered =>
      typeof customer === 'string' ? add(customer, '', 1) : customer,
  };
}

/**
 * Lines belong to one receipt when number, customer, currency and day agree. Files are mostly in the order of their
 * receipts, so one receipt is kept at hand and the others are in the stage.
 */
function startSales(db: WritableDb, { options, timeZone }: ImportTask, findings: Findings) {
  const ids = newIdSeries();
  const insert = db.prepare(
    `INSERT INTO stage.sales (no, key, number, id, is_new, customer, staff_id, sold_at, currency, country)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = db.prepare(
    `SELECT no, key, sold_at AS soldAt, lines, positives, negatives, handed_over AS handedOver, units, total, back,
       has_several_times AS severalTimes
     FROM stage.sales WHERE key = ?`,
  );
  const save = db.prepare(
    `UPDATE stage.sales SET sold_at = ?, sold_on = ?, lines = ?, positives = ?, negatives = ?, handed_over = ?, units = ?,
       total = ?, back = ?, has_several_times = ? WHERE no = ?`,
  );
  let last = 0;
  let current: StagedSale | null = null;
  let currentRow: PurchaseRow | null = null;
  let currentDay = '';
  const dayOf = dayReader(options.timeZone);
  const shopDayOf = dayReader(timeZone);
  const flush = () => {
    if (!current) return;
    const { soldAt, lines, positives, negatives, handedOver, units, total, back, severalTimes, no } = current;
    const soldOn = shopDayOf(soldAt);
    save.run(soldAt, soldOn, lines, positives, negatives, handedOver, units, total, back, severalTimes, no);
  };
  const make = (
    row: PurchaseRow,
    customer: Registered | null,
    staffId: string | null,
    key: string,
  ): StagedSale => {
    last += 1;
    const existing = findImported(db, 'sale', key);
    const { receiptNumber, soldAt, currency, country } = row;
    const isNew = existing === undefined ? 1 : 0;
    const id = existing ?? ids.at(last);
    insert.run(last, key, receiptNumber, id, isNew, customer?.no ?? null, staffId, soldAt, currency, country);
    const lines = { lines: 0, positives: 0, negatives: 0, handedOver: 0, units: 0 };
    return { no: last, key, soldAt, ...lines, total: 0, back: 0, severalTimes: 0 };
  };
  return {
    open(row: PurchaseRow, customer: Registered | null, staffId: () => string | null): StagedSale {
      const day = dayOf(row.soldAt);
      if (current === null || day !== currentDay || !isSameReceipt(row, currentRow)) {
        flush();
        const key = keyOf(row.receiptNumber, row.customer, row.currency, day);
        current = (find.get(key) as StagedSale | undefined) ?? make(row, customer, staffId(), key);
        currentRow = row;
        currentDay = day;
      }
      return current;
    },
    count(sale: StagedSale, row: PurchaseRow) {
      sale.lines += 1;
      sale.units += row.quantity;
      if (row.quantity > 0) sale.handedOver += 1;
      sale.total += row.totalMinor;
      if (row.totalMinor < 0) sale.back += row.totalMinor;
      if (row.quantity < 0) sale.negatives += 1;
      else sale.positives += 1;
      if (row.soldAt === sale.soldAt) return;
      if (sale.severalTimes === 0) findings.add('RECEIPTS_WITH_SEVERAL_TIMES', row.receiptNumber);
      sale.severalTimes = 1;
      sale.soldAt = Math.min(sale.soldAt, row.soldAt);
    },
    finish: flush,
  };
}

function isSameReceipt(a: PurchaseRow, b: PurchaseRow | null): boolean {
  return (
    b !== null &&
    a.receiptNumber === b.receiptNumber &&
    a.customer === b.customer &&
    a.currency === b.currency
  );
}

/** The civil day on the file's clock; lines of one receipt mostly share their minute. */
function dayReader(timeZone: string): (soldAt: number) => string {
  let lastAt = Number.NaN;
  let lastDay = '';
  return (soldAt) => {
    if (soldAt !== lastAt) lastDay = civilDateOf(soldAt, timeZone);
    lastAt = soldAt;
    return lastDay;
  };
}

function sayWhatIsOdd(db: WritableDb, findings: Findings): void {
  const shared = prepared(
    db,
    'SELECT number FROM stage.sales GROUP BY number HAVING count(*) > 1 ORDER BY min(no)',
  ).all() as { number: string }[];
  for (const { number } of shared) findings.add('NUMBERS_OF_SEVERAL_RECEIPTS', number);
  const mixed = prepared(
    db,
    'SELECT number FROM stage.sales WHERE positives > 0 AND negatives > 0 ORDER BY no',
  ).all() as { number: string }[];
  for (const { number } of mixed) findings.add('RECEIPTS_WITH_GOODS_BACK', number);
}
