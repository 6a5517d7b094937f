import { deletionKeys, nameWords, spellingWords } from '@shared/domain/search-keys';
import { prepared, type WritableDb } from '../../db/sql';
import {
  type NameColumns,
  namesOf,
  type ProductDocument,
  receiptKeys,
  shortWords,
  spellableWords,
} from './documents';
import type { DocumentKind } from './rows.sql';

/** The full-text table of each kind of document. */
export const indexTables = {
  customer: 'search_customers_fts',
  product: 'search_products_fts',
  item: 'search_items_fts',
} as const satisfies Record<DocumentKind, string>;

/** Adds keys under a row of search_docs that already stands. */
export function addToTable(db: WritableDb, kind: DocumentKind, doc: number | bigint, keys: string): void {
  prepared(db, `INSERT INTO ${indexTables[kind]} (rowid, keys) VALUES (?, ?)`).run(doc, keys);
}

/** Words that are known to be in the table: most names are made of words that were met before. */
export type KnownWords = Set<string>;

/** Adds the words by which these names can be misspelt; words are never taken away, and one that nobody bears is harmless. */
export function addWords(db: WritableDb, names: NameColumns, known: KnownWords = new Set()): void {
  for (const word of spellingWords(namesOf(names))) addWord(db, word, known);
  for (const name of [names.family_name, names.given_name])
    for (const word of name ? shortWords(name) : []) addWord(db, word, known);
}

/** Takes away words by which these names can be misspelt, as far as nobody else and no product bears them: after an erasure. */
export function forgetWords(db: WritableDb, names: NameColumns): void {
  // Numbers too, which shops made before kept among the words.
  const words = new Set([
    ...nameWords(namesOf(names)),
    ...[names.family_name, names.given_name].flatMap((name) => (name ? shortWords(name) : [])),
  ]);
  const remove = prepared(db, 'DELETE FROM search_words WHERE remains = ? AND word = ?');
  for (const word of words) {
    if (isBorne(db, word)) continue;
    for (const remains of [word, ...deletionKeys(word)]) remove.run(remains, word);
  }
}

function isBorne(db: WritableDb, word: string): boolean {
  return (['customer', 'product'] as const).some(
    (kind) =>
      prepared(db, `SELECT 1 FROM ${indexTables[kind]} WHERE ${indexTables[kind]} MATCH ? LIMIT 1`).get(
        `"${word}"`,
      ) !== undefined,
  );
}

/** Pages that one step rewrites: a few milliseconds, during which nobody else can write. */
const PAGES_A_STEP = 64;

/**
 * Rewrites pieces of the full-text index: one short step. True when nothing is left to do. `isFirst` marks every piece as to be
 * merged, until what was taken out of the index is in none of them any more; otherwise those that `gatherPieces` would gather are.
 */
export function mergeIndexStep(db: WritableDb, kind: DocumentKind, { isFirst = false } = {}): boolean {
  const table = indexTables[kind];
  const changes = () => db.prepare('SELECT total_changes()').pluck().get() as number;
  const before = changes();
  db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(
    isFirst ? -PAGES_A_STEP : PAGES_A_STEP,
  );
  // SQLite's own sign that a merge found nothing to do: fewer than two changes.
  return changes() - before < 2;
}

/** Two pieces of one size are worth merging when it is asked for (SQLite's own usual is four): `mergeIndexStep` then does so. */
export function gatherPieces(db: WritableDb, kind: DocumentKind): void {
  const table = indexTables[kind];
  db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('usermerge', 2)`).run();
}

/** Adds the words of a product's names and brand. */
export function addProductWords(
  db: WritableDb,
  { texts }: ProductDocument,
  known: KnownWords = new Set(),
): void {
  for (const text of texts) for (const word of spellableWords(text)) addWord(db, word, known);
}

/** Adds one word to those that typing errors are corrected to. */
function addWord(db: WritableDb, word: string, known: KnownWords): void {
  if (known.has(word)) return;
  known.add(word);
  const insert = prepared(db, 'INSERT OR IGNORE INTO search_words (remains, word) VALUES (?, ?)');
  // A word that stands under itself stands under all its remains.
  if (insert.run(word, word).changes === 0) return;
  for (const remains of deletionKeys(word)) insert.run(remains, word);
}

/** Adds the keys of a receipt number. */
export function addReceipt(db: WritableDb, number: string): void {
  const insert = prepared(db, 'INSERT OR IGNORE INTO search_receipts (key, receipt_number) VALUES (?, ?)');
  for (const key of receiptKeys(number)) insert.run(key, number);
}
