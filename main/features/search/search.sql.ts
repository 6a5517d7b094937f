import { queryTokens } from '@shared/domain/search-keys';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { customerKeys, itemKeys, productKeys, receiptKeys } from './documents';
import { findCustomers, findProducts } from './find.sql';
import { keysOf } from './rebuild.sql';
import { type DocumentKind, homeCountry, readCustomers, readItems, readProducts } from './rows.sql';
import { addProductWords, addReceipt, addToTable, addWords, indexTables, type KnownWords } from './write.sql';

export { rebuildIndex } from './rebuild.sql';
export { addReceipt, forgetWords, type KnownWords, mergeIndexStep } from './write.sql';

/** What has a row of its own in the index; a note is found through its customer. */
export type IndexedKind = DocumentKind | 'sale';

/**
 * Writes a customer's keys anew, at the front: whoever was dealt with last is shown first. Removes a deleted or merged one.
 * Call it inside the transaction of every write to the customer, their contacts, notes, VIP card or merges.
 */
export function indexCustomer(db: WritableDb, customerId: string): void {
  removeFromIndex(db, 'customer', customerId);
  const [document] = readCustomers(db, [customerId]);
  if (!document) return;
  addDocument(db, 'customer', customerId, customerKeys(document, homeCountry(db)));
  addWords(db, document);
}

/** Writes a product's keys anew; removes a deleted one. */
export function indexProduct(db: WritableDb, productId: string): void {
  removeFromIndex(db, 'product', productId);
  const [document] = readProducts(db, [productId]);
  if (!document) return;
  addDocument(db, 'product', productId, productKeys(document));
  addProductWords(db, document);
}

/**
 * Writes the keys of customers or products that this transaction has made, in the order of `ids`: read a few hundred at a
 * time, and no word looked for twice. `words` is kept from call to call.
 */
export function indexNew(
  db: WritableDb,
  kind: 'customer' | 'product',
  ids: readonly string[],
  words: KnownWords,
): void {
  const country = homeCountry(db);
  for (const [id, keys] of keysOf(db, kind, ids, { country, words })) addDocument(db, kind, id, keys);
}

/** Writes an owned item's serial and movement number anew; removes a deleted one, or one without numbers. */
export function indexItem(db: WritableDb, itemId: string): void {
  removeFromIndex(db, 'item', itemId);
  const [document] = readItems(db, [itemId]);
  const keys = document ? itemKeys(document.codes) : '';
  if (keys !== '') addDocument(db, 'item', itemId, keys);
}

/** Writes a sale's receipt number anew; removes a deleted one's. */
export function indexSale(db: WritableDb, saleId: string): void {
  removeFromIndex(db, 'sale', saleId);
  const number = receiptNumber(db, saleId, 'live');
  if (number) addReceipt(db, number);
}

/** Takes an entity out of the index; one that is not in it is no error. */
export function removeFromIndex(db: WritableDb, kind: IndexedKind, id: string): void {
  if (kind === 'sale') {
    removeReceipt(db, id);
    return;
  }
  const row = prepared(db, 'DELETE FROM search_docs WHERE entity_id = ? AND kind = ? RETURNING doc').get(
    id,
    kind,
  ) as { doc: number } | undefined;
  if (row) prepared(db, `DELETE FROM ${indexTables[kind]} WHERE rowid = ?`).run(row.doc);
}

function addDocument(db: WritableDb, kind: DocumentKind, id: string, keys: string): void {
  const insert = prepared(db, 'INSERT INTO search_docs (kind, entity_id) VALUES (?, ?)');
  addToTable(db, kind, insert.run(kind, id).lastInsertRowid, keys);
}

/** A receipt and what was given back against it may bear one number: it stays while another sale has it. */
function removeReceipt(db: WritableDb, saleId: string): void {
  const number = receiptNumber(db, saleId, 'any');
  if (!number) return;
  const other = prepared(
    db,
    'SELECT 1 FROM sales WHERE receipt_number = ? AND id <> ? AND deleted_at IS NULL',
  ).get(number, saleId);
  if (other) return;
  const remove = prepared(db, 'DELETE FROM search_receipts WHERE key = ? AND receipt_number = ?');
  for (const key of receiptKeys(number)) remove.run(key, number);
}

function receiptNumber(db: ReadableDb, saleId: string, which: 'live' | 'any'): string | undefined {
  const live = which === 'live' ? 'AND deleted_at IS NULL' : '';
  const row = prepared(db, `SELECT receipt_number FROM sales WHERE id = ? ${live}`).get(saleId) as
    | { receipt_number: string }
    | undefined;
  return row?.receipt_number;
}

/** Ids of the customers that answer what was typed, best first: for lists and pickers of other features. */
export function searchCustomers(db: ReadableDb, typed: string, limit: number): string[] {
  return findCustomers(db, queryTokens(typed), { limit }).map(({ id }) => id);
}

/** Ids of the products that answer what was typed, best first. */
export function searchProducts(db: ReadableDb, typed: string, limit: number): string[] {
  return findProducts(db, queryTokens(typed), { limit }).map(({ id }) => id);
}
