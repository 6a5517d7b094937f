import type { ImportReport } from '@shared/contract/imports';
import { currencyDecimals } from '@shared/domain/money';
import { prepared, type WritableDb } from '../../db/sql';
import { newId, newIdSeries } from '../../kernel/ids';
import type { ProductRow } from '../products/products.sql';
import {
  findProductByCode,
  insertProduct,
  insertProductPrice,
  updateProduct,
} from '../products/products.sql';
import { indexProduct } from '../search/search.sql';
import { blankProduct } from './blank-records';
import { leftoverColumns } from './files/guess-columns';
import type { Mapping } from './files/targets';
import { parseInteger, parseMoney } from './files/values';
import type { ImportTask } from './import-job-types';
import { findImported, insertChange, insertKey } from './imports.sql';
import type { StepReport } from './publish-purchases';
import { currencyOf } from './purchase-rows';
import {
  boundedText,
  type CellReader,
  cellReader,
  keyOf,
  parsedValue,
  RowRefused,
  refuseRow,
  somethingOf,
  textOrNull,
} from './row-values';
import type { Findings, Refusals } from './stage';
import { eachStaged } from './staged-rows';

/** The columns of a product that a file can fill. */
type ProductColumns = Partial<
  Pick<
    ProductRow,
    | 'brand'
    | 'family'
    | 'reference'
    | 'barcode'
    | 'name'
    | 'chinese_name'
    | 'category'
    | 'currency'
    | 'price_minor'
    | 'status'
    | 'stock_count'
  >
> & { attributes?: Record<string, string> };

interface ProductRecord {
  readonly code: string;
  readonly columns: ProductColumns;
}

/** Takes the rows of a product list into the stage. */
export function startProductRecords(
  db: WritableDb,
  task: ImportTask,
  refusals: Refusals,
  findings: Findings,
) {
  const recordOf = productReader(task, findings);
  const ids = newIdSeries();
  const insert = db.prepare(
    'INSERT INTO stage.records (no, line, key, id, action, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = db.prepare('SELECT content FROM stage.records WHERE key = ?').pluck();
  let last = 0;
  let unchanged = 0;
  const take = (line: number, cells: readonly string[]) => {
    const record = recordOf(cells);
    const key = keyOf(record.code.toUpperCase());
    const content = JSON.stringify(record);
    const earlier = find.get(key) as string | undefined;
    if (earlier === content) {
      findings.add('ROWS_TWICE', record.code);
      unchanged += 1;
      return;
    }
    if (earlier !== undefined) refuseRow('CODE_TWICE', { code: record.code });
    last += 1;
    const id = findImported(db, 'product', key) ?? findProductByCode(db, record.code);
    const existing = id === undefined ? undefined : readProduct(db, id);
    if (existing?.deleted_at) refuseRow('PRODUCT_REMOVED', { code: record.code });
    const isNew = existing === undefined;
    const action = isNew ? 'insert' : changesOf(existing, record.columns, task) === null ? 'none' : 'update';
    if (action === 'none') unchanged += 1;
    insert.run(last, line, key, existing?.id ?? ids.at(last), action, content);
  };
  return {
    take(line: number, cells: readonly string[]) {
      try {
        take(line, cells);
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        refusals.add(line, cells, error.code, error.params);
      }
    },
    finish: () => unchanged,
  };
}

function readProduct(db: WritableDb, id: string): ProductRow | undefined {
  return prepared(db, 'SELECT * FROM main.products WHERE id = ?').get(id) as ProductRow | undefined;
}

function productReader(task: ImportTask, findings: Findings): (cells: readonly string[]) => ProductRecord {
  const { options, mapping } = task;
  const read: CellReader = cellReader(mapping);
  const header = task.detected.header;
  const others = options.keepOtherColumns ? leftoverColumns(header, mapping as Mapping<'products'>) : [];
  const textual = (cells: readonly string[], field: string) =>
    textOrNull(boundedText(somethingOf(read(cells, field)).replace(/\s+/g, ' '), field));
  return (cells) => {
    const code = boundedText(somethingOf(read(cells, 'code')), 'code', 64);
    if (code === '') refuseRow('CODE_MISSING');
    const chineseName = textual(cells, 'chineseName');
    const name = textual(cells, 'name') ?? chineseName;
    if (name === null) refuseRow('NAME_MISSING');
    const attributes: Record<string, string> = {};
    for (const column of others) {
      const value = (cells[column] ?? '').trim();
      if (value !== '')
        attributes[(header[column] ?? '').slice(0, 60)] = boundedText(value, header[column] ?? '', 400);
    }
    const price = priceOf(read, cells, task, findings, attributes, code);
    const columns: ProductColumns = { name };
    const put = <K extends keyof ProductColumns>(column: K, value: ProductColumns[K] | null) => {
      if (value !== null) columns[column] = value;
    };
    put('brand', textual(cells, 'brand'));
    put('family', textual(cells, 'family'));
    put('reference', textual(cells, 'reference'));
    put('barcode', textual(cells, 'barcode'));
    put('chinese_name', chineseName);
    put('category', textual(cells, 'category'));
    put('status', statusOf(read(cells, 'status'), findings));
    put('stock_count', stockOf(read(cells, 'stock'), options.decimalMark));
    if (price) Object.assign(columns, price);
    if (Object.keys(attributes).length > 0) columns.attributes = attributes;
    return { code, columns };
  };
}

function priceOf(
  read: CellReader,
  cells: readonly string[],
  { options, mapping, detected }: ImportTask,
  findings: Findings,
  attributes: Record<string, string>,
  code: string,
): { price_minor: number; currency: string } | null {
  const text = somethingOf(read(cells, 'price'));
  if (text === '') return null;
  try {
    const currency = currencyOf(somethingOf(read(cells, 'currency')), options.currency);
    const column = { currency, decimals: currencyDecimals(currency), decimalMark: options.decimalMark };
    const minor = parsedValue(parseMoney(text, column), 'price');
    return minor < 0 ? refuseRow('PRICE_NEGATIVE') : { price_minor: minor, currency };
  } catch (error) {
    if (!(error instanceof RowRefused) || options.unreadablePrices === 'refuse') throw error;
    // What stood there is kept as it stands: 'see notes' tells a person something.
    findings.add('PRICES_LEFT_OUT', code);
    attributes[(detected.header[mapping.price ?? -1] ?? 'price').slice(0, 60)] = text.slice(0, 400);
    return null;
  }
}

const statuses: readonly [ProductRow['status'], RegExp][] = [
  ['new', /^(new|new arrival|新品|新到)$/i],
  ['current', /^(current|active|in stock|available|published|true|yes|現售|现售|在售)$/i],
  ['discontinued', /^(discontinued|archived|draft|inactive|false|no|retired|sold|停產|停产|停售)$/i],
];

function statusOf(text: string, findings: Findings): ProductRow['status'] | null {
  if (text === '') return null;
  const found = statuses.find(([, words]) => words.test(text));
  if (!found) findings.add('STATUS_UNKNOWN', text.slice(0, 40));
  return found?.[0] ?? null;
}

function stockOf(text: string, decimalMark: ImportTask['options']['decimalMark']): number | null {
  if (somethingOf(text) === '') return null;
  const count = parsedValue(parseInteger(text, decimalMark), 'stock');
  return count < 0 ? refuseRow('STOCK_NEGATIVE') : count;
}

/** What the row changes of a product that is there; null where it changes nothing. */
function changesOf(
  row: ProductRow,
  { attributes, price_minor: price, currency, ...columns }: ProductColumns,
  { options }: ImportTask,
): Partial<ProductRow> | null {
  const replaces = options.existing === 'replace';
  const changes: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(columns)) {
    const now = row[column as keyof ProductRow];
    if (now !== value && (replaces || now === null)) changes[column] = value;
  }
  // A price changes with its currency or not at all.
  const isOther = price !== undefined && (price !== row.price_minor || currency !== row.currency);
  if (isOther && (replaces || row.price_minor === null))
    Object.assign(changes, { price_minor: price, currency });
  if (attributes) {
    const there = JSON.parse(row.attributes) as Record<string, unknown>;
    const merged = replaces ? { ...there, ...attributes } : { ...attributes, ...there };
    if (!hasSameEntries(merged, there)) changes.attributes = JSON.stringify(merged);
  }
  return Object.keys(changes).length === 0 ? null : (changes as Partial<ProductRow>);
}

function hasSameEntries(merged: Record<string, unknown>, there: Record<string, unknown>): boolean {
  const keys = Object.keys(merged);
  return (
    keys.length === Object.keys(there).length &&
    keys.every((key) => JSON.stringify(merged[key]) === JSON.stringify(there[key]))
  );
}

/** Moves staged products into the shop, inside the caller's transaction. */
export function publishProductRecords(db: WritableDb, task: ImportTask, step: StepReport): void {
  const total = db.prepare('SELECT count(*) FROM stage.records').pluck().get() as number;
  const staged = db.prepare(
    "SELECT no, key, id, action, content FROM stage.records WHERE action <> 'none' AND no > ? ORDER BY no LIMIT 1000",
  );
  type Row = { no: number; key: string; id: string; action: string; content: string };
  for (const row of eachStaged<Row>(staged)) {
    const { code, columns } = JSON.parse(row.content) as ProductRecord;
    if (row.action === 'insert') createProduct(db, task, row.id, code, columns);
    else changeProduct(db, task, row.id, columns);
    if (row.action === 'insert') insertKey(db, 'product', row.key, row.id, task.importId);
    indexProduct(db, row.id);
    if (row.no % 200 === 0) step('products', row.no, total);
  }
}

function createProduct(
  db: WritableDb,
  task: ImportTask,
  id: string,
  code: string,
  { attributes = {}, ...columns }: ProductColumns,
): void {
  const row = { ...blankProduct(task, id), ...columns, code, attributes: JSON.stringify(attributes) };
  if (row.category === 'watch') row.is_serialised = 1;
  insertProduct(db, { ...row, arrived_at: task.now });
  if (row.price_minor !== null) notePrice(db, task, row);
}

function changeProduct(db: WritableDb, task: ImportTask, id: string, columns: ProductColumns): void {
  const row = readProduct(db, id);
  const changes = row && changesOf(row, columns, task);
  if (!row || !changes) return;
  const after = { ...changes, version: row.version + 1, updated_at: task.now };
  const before = Object.fromEntries(
    Object.keys(after).map((column) => [column, row[column as keyof ProductRow]]),
  );
  updateProduct(db, id, after);
  const priceId = changes.price_minor === undefined ? null : notePrice(db, task, { ...row, ...changes });
  insertChange(db, task.importId, 'product', id, before, {
    ...after,
    ...(priceId ? { $price: priceId } : {}),
  });
}

function notePrice(
  db: WritableDb,
  task: ImportTask,
  row: Pick<ProductRow, 'id' | 'currency' | 'price_minor'>,
): string {
  const id = newId();
  insertProductPrice(db, {
    id,
    product_id: row.id,
    from_at: task.now,
    currency: row.currency,
    price_minor: row.price_minor ?? 0,
    staff_id: task.staffId,
  });
  return id;
}

/** What the stage would bring. */
export function reportProducts(db: WritableDb): Pick<ImportReport, 'created' | 'changed' | 'totals'> {
  const count = (action: string) =>
    prepared(db, 'SELECT count(*) FROM stage.records WHERE action = ?').pluck().get(action) as number;
  return {
    created: { customers: 0, products: count('insert'), receipts: 0, lines: 0, items: 0 },
    changed: { customers: 0, products: count('update'), receipts: 0 },
    totals: [],
  };
}
