import { prepared, type WritableDb } from '../../db/sql';
import { customerKeys, itemKeys, productKeys } from './documents';
import { type DocumentKind, homeCountry, readCustomers, readItems, readProducts } from './rows.sql';
import { addProductWords, addReceipt, addToTable, addWords, indexTables, type KnownWords } from './write.sql';

/** Called as the rebuild goes on: how many of the shop's records are done. */
export type IndexProgress = (done: number, total: number) => void;

const PAGE = 1000;
/** Bytes of keys gathered before they are written. More would be fewer pieces to merge, but slower ones: they leave the cache. */
const BULK_HASH = 8 * 2 ** 20;
const USUAL_HASH = 2 ** 20;
const USUAL_AUTOMERGE = 4;
/** In bulk all pieces are merged once, at the end; usually so many of one size are too many to look through. */
const BULK_CRISIS = 1000;
const USUAL_CRISIS = 16;

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
  db.exec("DELETE FROM meta WHERE key = 'search_index'");
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
  const words: KnownWords = new Set();
  let done = 0;
  for (const kind of kinds) {
    tell(db, kind, 'automerge', 0);
    tell(db, kind, 'crisismerge', BULK_CRISIS);
    tell(db, kind, 'hashsize', BULK_HASH);
    for (const docs of pagesOf(db, kind)) {
      for (const [id, keys] of keysOf(db, kind, [...docs.keys()], { country, words }))
        addToTable(db, kind, docs.get(id) as number, keys);
      done += docs.size;
      onProgress(done);
    }
    tell(db, kind, 'optimize');
    tell(db, kind, 'hashsize', USUAL_HASH);
    tell(db, kind, 'crisismerge', USUAL_CRISIS);
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

/** The keys of documents of one kind, many at a time; the words they can be misspelt by are added on the way. */
export function* keysOf(
  db: WritableDb,
  kind: DocumentKind,
  ids: readonly string[],
  { country, words }: { country: string; words: KnownWords },
): Generator<[id: string, keys: string]> {
  if (kind === 'product')
    for (const row of readProducts(db, ids)) {
      addProductWords(db, row, words);
      yield [row.id, productKeys(row)];
    }
  else if (kind === 'item') for (const row of readItems(db, ids)) yield [row.id, itemKeys(row.codes)];
  else
    for (const row of readCustomers(db, ids)) {
      addWords(db, row, words);
      yield [row.id, customerKeys(row, country)];
    }
}

/**
 * In the order of the numbers, so that the tree grows at its end, and out of the index of numbers alone: to look at every sale
 * for whether it is deleted takes longer than all the rest, so the few that are gone are asked for first.
 */
function fillReceipts(db: WritableDb, onProgress: (done: number) => void): void {
  const gone = new Set(deletedNumbers(db));
  let done = 0;
  let after = '';
  for (;;) {
    const rows = prepared(
      db,
      `SELECT receipt_number FROM sales WHERE receipt_number > ? ORDER BY receipt_number LIMIT ${PAGE}`,
    )
      .pluck()
      .all(after) as string[];
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    for (const number of rows) if (!gone.has(number)) addReceipt(db, number);
    done += rows.length;
    onProgress(done);
  }
}

/** Numbers of which no sale is left. */
function deletedNumbers(db: WritableDb): string[] {
  return prepared(
    db,
    `SELECT receipt_number FROM sales s WHERE deleted_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM sales o WHERE o.receipt_number = s.receipt_number AND o.deleted_at IS NULL)`,
  )
    .pluck()
    .all() as string[];
}
