import { prepared, type WritableDb } from '../../db/sql';
import { customerKeys, itemKeys, productKeys } from './documents';
import { type DocumentKind, homeCountry, readCustomers, readItems, readProducts } from './rows.sql';
import { addProductWords, addReceipt, addToTable, addWords, indexTables } from './write.sql';

/** Called as the rebuild goes on: how many of the shop's records are done. */
export type IndexProgress = (done: number, total: number) => void;

const PAGE = 1000;
/** Bytes of keys gathered before they are written: fewer, larger pieces to merge at the end. */
const BULK_HASH = 64 * 2 ** 20;
const USUAL_HASH = 2 ** 20;
const USUAL_AUTOMERGE = 4;

// Customers come last, so that the latest documents are theirs.
const kinds = ['product', 'item', 'customer'] as const;

// Whoever was dealt with last comes last, which is first on the screen.
const orders: Record<DocumentKind, string> = {
  customer: `SELECT 'customer', c.id FROM customers c LEFT JOIN customer_totals t ON t.customer_id = c.id
    WHERE c.deleted_at IS NULL AND c.merged_into_id IS NULL ORDER BY max(c.updated_at, coalesce(t.last_sale_at, 0)), c.id`,
  product: `SELECT 'product', id FROM products WHERE deleted_at IS NULL ORDER BY updated_at, id`,
  item: `SELECT 'item', id FROM items WHERE deleted_at IS NULL AND (serial IS NOT NULL OR movement_number IS NOT NULL)
    ORDER BY coalesce(bought_on, ''), updated_at, id`,
};

/**
 * Empties the index and writes it anew from the rows, ordered by the last dealings. What it holds in memory does not grow
 * with the shop but for one short row a record while they are sorted. All within one transaction, the caller's where there is
 * one: a rebuild that is cut off leaves the index as it was.
 */
export function rebuildIndex(db: WritableDb, onProgress: IndexProgress = () => undefined): void {
  if (db.inTransaction) rebuild(db, onProgress);
  else db.transaction(() => rebuild(db, onProgress)).immediate();
}

function rebuild(db: WritableDb, onProgress: IndexProgress): void {
  db.exec('DELETE FROM search_docs; DELETE FROM search_receipts; DELETE FROM search_words');
  for (const kind of kinds) {
    db.exec(`INSERT INTO search_docs (kind, entity_id) ${orders[kind]}`);
    tell(db, kind, 'delete-all');
  }
  const documents = count(db, 'SELECT count(*) AS n FROM search_docs');
  const total = documents + count(db, 'SELECT count(*) AS n FROM sales WHERE deleted_at IS NULL');
  fillTables(db, (done) => onProgress(done, total));
  fillReceipts(db, (done) => onProgress(documents + done, total));
  onProgress(total, total);
}

const count = (db: WritableDb, text: string) => (prepared(db, text).get() as { n: number }).n;

/** FTS5 takes its orders as inserts into a column of the table's own name. */
function tell(db: WritableDb, kind: DocumentKind, order: string, value?: number): void {
  const table = indexTables[kind];
  if (value === undefined) db.exec(`INSERT INTO ${table} (${table}) VALUES ('${order}')`);
  else db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${order}', ${value})`);
}

function fillTables(db: WritableDb, onProgress: (done: number) => void): void {
  const country = homeCountry(db);
  let done = 0;
  for (const kind of kinds) {
    tell(db, kind, 'automerge', 0);
    tell(db, kind, 'hashsize', BULK_HASH);
    for (const docs of pagesOf(db, kind)) {
      for (const [id, keys] of keysOf(db, kind, [...docs.keys()], country))
        addToTable(db, kind, docs.get(id) as number, keys);
      done += docs.size;
      onProgress(done);
    }
    tell(db, kind, 'optimize');
    tell(db, kind, 'hashsize', USUAL_HASH);
    tell(db, kind, 'automerge', USUAL_AUTOMERGE);
  }
}

/** The rows of search_docs of one kind, a page at a time: entity → doc, in their order. */
function* pagesOf(db: WritableDb, kind: DocumentKind): Generator<Map<string, number>> {
  let after = 0;
  for (;;) {
    const rows = prepared(
      db,
      `SELECT doc, entity_id, kind FROM search_docs WHERE doc > ? ORDER BY doc LIMIT ${PAGE}`,
    ).all(after) as Array<{ doc: number; entity_id: string; kind: DocumentKind }>;
    const last = rows.at(-1);
    if (!last) return;
    after = last.doc;
    const docs = new Map(rows.filter((row) => row.kind === kind).map((row) => [row.entity_id, row.doc]));
    if (docs.size > 0) yield docs;
  }
}

function* keysOf(
  db: WritableDb,
  kind: DocumentKind,
  ids: string[],
  country: string,
): Generator<[id: string, keys: string]> {
  if (kind === 'product')
    for (const row of readProducts(db, ids)) {
      addProductWords(db, row);
      yield [row.id, productKeys(row)];
    }
  else if (kind === 'item') for (const row of readItems(db, ids)) yield [row.id, itemKeys(row.codes)];
  else
    for (const row of readCustomers(db, ids)) {
      addWords(db, row);
      yield [row.id, customerKeys(row, country)];
    }
}

/** In the order of the numbers, so that the tree grows at its end. */
function fillReceipts(db: WritableDb, onProgress: (done: number) => void): void {
  let done = 0;
  let after = '';
  for (;;) {
    const rows = prepared(
      db,
      `SELECT receipt_number FROM sales WHERE receipt_number > ? AND deleted_at IS NULL
       ORDER BY receipt_number LIMIT ${PAGE}`,
    ).all(after) as Array<{ receipt_number: string }>;
    const last = rows.at(-1);
    if (!last) return;
    after = last.receipt_number;
    for (const { receipt_number } of rows) addReceipt(db, receipt_number);
    done += rows.length;
    onProgress(done);
  }
}
