import type { Selectable } from 'kysely';
import type { ProductPictures, ProductPrices, ProductStockChanges, Products } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { readProductWords } from './search-words';

export type ProductRow = Selectable<Products>;
/** A product to be added; its number in this database is given then. */
export type NewProduct = Omit<ProductRow, 'no'>;
export type ProductPriceRow = Selectable<ProductPrices>;
export type ProductPictureRow = Selectable<ProductPictures>;

/** Adds one product under this number, else the next; every column is given. Returns its number; the caller indexes it. */
export function insertProduct(db: WritableDb, row: NewProduct, no: number | null = null): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO products (no, id, code, brand, family, reference, barcode, name, chinese_name, category, attributes,
       currency, price_minor, status, stock_count, is_serialised, is_precious, warranty_policy, care, arrived_at,
       import_id, version, created_at, updated_at, deleted_at)
     VALUES (@no, @id, @code, @brand, @family, @reference, @barcode, @name, @chinese_name, @category, @attributes,
       @currency, @price_minor, @status, @stock_count, @is_serialised, @is_precious, @warranty_policy, @care,
       @arrived_at, @import_id, @version, @created_at, @updated_at, @deleted_at)`,
  ).run({ ...row, no });
  return Number(lastInsertRowid);
}

/** Adds one step of a product's price history. */
export function insertProductPrice(db: WritableDb, row: ProductPriceRow): void {
  prepared(
    db,
    `INSERT INTO product_prices (id, product_id, from_at, currency, price_minor, staff_id)
     VALUES (@id, @product_id, @from_at, @currency, @price_minor, @staff_id)`,
  ).run(row);
}

/** Adds one picture of a product. */
export function insertProductPicture(db: WritableDb, row: ProductPictureRow): void {
  prepared(
    db,
    `INSERT INTO product_pictures (id, product_id, mime, bytes, position)
     VALUES (@id, @product_id, @mime, @bytes, @position)`,
  ).run(row);
}

/** Which products a list shows; nothing given shows all. */
export interface ProductFilter {
  readonly text?: string | undefined;
  readonly brand?: string | undefined;
  readonly category?: string | undefined;
  readonly status?: string | undefined;
  readonly priceMinMinor?: number | undefined;
  readonly priceMaxMinor?: number | undefined;
  readonly inStock?: boolean | undefined;
}

/** Where a page of the list ended. */
export interface ProductCursor {
  readonly brand: string;
  readonly name: string;
  readonly id: string;
}

/** A product as lists show it. */
export type ProductSummaryRow = Omit<ProductRow, 'attributes' | 'care'> & {
  picture_id: string | null;
};

const summaryColumns = `p.id, p.code, p.brand, p.family, p.reference, p.barcode, p.name, p.chinese_name, p.category,
  p.price_minor, p.currency, p.status, p.stock_count, p.is_serialised, p.is_precious, p.warranty_policy,
  (SELECT id FROM product_pictures WHERE product_id = p.id ORDER BY position LIMIT 1) AS picture_id`;

/** A reference as people compare it: without dots, dashes, slashes and spaces. */
const plainReference = `replace(replace(replace(replace(coalesce(p.reference, ''), '.', ''), '-', ''), '/', ''), ' ', '')`;
const searchedText = `p.code || ' ' || coalesce(p.brand, '') || ' ' || coalesce(p.family, '') || ' ' ||
  coalesce(p.reference, '') || ' ' || coalesce(p.barcode, '') || ' ' || p.name || ' ' || coalesce(p.chinese_name, '')`;

// Values are looked for as they stand in the stored text; only where a text may be among them is it taken apart, for a
// name of a specification is not its value.
const wordCondition = `((${searchedText}) LIKE ? ESCAPE '\\' OR (? <> '' AND ${plainReference} LIKE ? ESCAPE '\\')
  OR p.category IN (SELECT value FROM json_each(?)) OR p.status IN (SELECT value FROM json_each(?))
  OR EXISTS (SELECT 1 FROM json_each(?) known WHERE instr(p.attributes, known.value) > 0)
  OR (p.attributes LIKE ? ESCAPE '\\' AND EXISTS (
    SELECT 1 FROM json_tree(iif(json_valid(p.attributes), p.attributes, '{}')) fact
    WHERE fact.type = 'text' AND fact.atom LIKE ? ESCAPE '\\')))`;

function conditions(filter: ProductFilter): { sql: string; values: (string | number)[] } {
  const parts = ['p.deleted_at IS NULL'];
  const values: (string | number)[] = [];
  const add = (sql: string, ...given: (string | number)[]) => {
    parts.push(sql);
    values.push(...given);
  };
  for (const word of readProductWords(filter.text ?? '')) {
    const like = anywhere(word.text);
    const lists = [word.categories, word.statuses, word.values].map((list) => JSON.stringify(list));
    add(wordCondition, like, word.plain, anywhere(word.plain), ...lists, like, like);
  }
  if (filter.brand !== undefined) add('p.brand = ?', filter.brand);
  if (filter.category !== undefined) add('p.category = ?', filter.category);
  if (filter.status !== undefined) add('p.status = ?', filter.status);
  if (filter.priceMinMinor !== undefined) add('p.price_minor >= ?', filter.priceMinMinor);
  if (filter.priceMaxMinor !== undefined) add('p.price_minor <= ?', filter.priceMaxMinor);
  if (filter.inStock) add('p.stock_count > 0');
  return { sql: parts.join(' AND '), values };
}

function anywhere(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** One page of the catalogue, by brand and name, after `cursor`. */
export function listProducts(
  db: ReadableDb,
  filter: ProductFilter,
  cursor: ProductCursor | null,
  limit: number,
): ProductSummaryRow[] {
  const { sql, values } = conditions(filter);
  // The first comparison lets the index find the place; the second is exact.
  const after = cursor
    ? `AND coalesce(p.brand, '') >= ? AND (coalesce(p.brand, ''), p.name, p.id) > (?, ?, ?)`
    : '';
  const from = cursor ? [cursor.brand, cursor.brand, cursor.name, cursor.id] : [];
  return prepared(
    db,
    `SELECT ${summaryColumns} FROM products p WHERE ${sql} ${after}
     ORDER BY coalesce(p.brand, ''), p.name, p.id LIMIT ?`,
  ).all(...values, ...from, limit) as ProductSummaryRow[];
}

/** How many products the filter finds. */
export function countProducts(db: ReadableDb, filter: ProductFilter): number {
  const { sql, values } = conditions(filter);
  return prepared(db, `SELECT count(*) FROM products p WHERE ${sql}`)
    .pluck()
    .get(...values) as number;
}

/** Names of brands or categories with how many products each has. */
export function countBy(db: ReadableDb, column: 'brand' | 'category'): { name: string; count: number }[] {
  return prepared(
    db,
    `SELECT ${column} AS name, count(*) AS count FROM products
     WHERE deleted_at IS NULL AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY ${column} COLLATE NOCASE`,
  ).all() as { name: string; count: number }[];
}

/** Products whose barcode, else code, else reference is exactly what was scanned or typed. */
export function scanProducts(db: ReadableDb, typed: string): ProductSummaryRow[] {
  const tries: [string, string][] = [
    ['p.barcode = ?', typed],
    ['p.code = ?', typed],
    ['p.code = ?', typed.toUpperCase()],
    ['p.reference = ?', typed],
    ['p.reference = ?', typed.toUpperCase()],
  ];
  for (const [condition, value] of tries) {
    const found = prepared(
      db,
      `SELECT ${summaryColumns} FROM products p WHERE ${condition} AND p.deleted_at IS NULL LIMIT 20`,
    ).all(value) as ProductSummaryRow[];
    if (found.length > 0) return found;
  }
  return [];
}

/** Summaries by id, in the order of the ids; missing ones are left out. */
export function listProductsById(db: ReadableDb, ids: readonly string[]): ProductSummaryRow[] {
  const find = prepared(
    db,
    `SELECT ${summaryColumns} FROM products p WHERE p.id = ? AND p.deleted_at IS NULL`,
  );
  return ids.map((id) => find.get(id) as ProductSummaryRow | undefined).filter((row) => row !== undefined);
}

/** One product with everything about it, or undefined. */
export function findProduct(db: ReadableDb, id: string): ProductRow | undefined {
  return one(
    db,
    sqlBuilder.selectFrom('products').selectAll().where('id', '=', id).where('deleted_at', 'is', null),
  );
}

/** The id of the product with this code, deleted ones too: a code is never given twice. */
export function findProductByCode(db: ReadableDb, code: string): string | undefined {
  return one(db, sqlBuilder.selectFrom('products').select('id').where('code', '=', code))?.id;
}

/** Changes a product's columns. */
export function updateProduct(db: WritableDb, id: string, change: Partial<Omit<ProductRow, 'id'>>): void {
  run(db, sqlBuilder.updateTable('products').set(change).where('id', '=', id));
}

/** Adds to the count of a product that is counted; one that is not stays uncounted. */
export function changeStock(db: WritableDb, id: string, by: number, now: number): void {
  prepared(
    db,
    'UPDATE products SET stock_count = stock_count + ?, updated_at = ? WHERE id = ? AND stock_count IS NOT NULL',
  ).run(by, now, id);
}

/** Writes down a count put right by hand. */
export function insertStockChange(db: WritableDb, row: Selectable<ProductStockChanges>): void {
  run(db, sqlBuilder.insertInto('product_stock_changes').values(row));
}

/** The last corrections of a product's count, newest first. */
export function listStockChanges(db: ReadableDb, productId: string) {
  return all(
    db,
    sqlBuilder
      .selectFrom('product_stock_changes')
      .selectAll()
      .where('product_id', '=', productId)
      .orderBy('at', 'desc')
      .limit(20),
  );
}

/** A product's price history, oldest first. */
export function listPrices(db: ReadableDb, productId: string): ProductPriceRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('product_prices')
      .selectAll()
      .where('product_id', '=', productId)
      .orderBy('from_at'),
  );
}

/** Ids of a product's pictures, the first one first. */
export function listPictureIds(db: ReadableDb, productId: string): string[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('product_pictures')
      .select('id')
      .where('product_id', '=', productId)
      .orderBy('position'),
  ).map(({ id }) => id);
}

/** One picture with its bytes. */
export function findPicture(db: ReadableDb, id: string): ProductPictureRow | undefined {
  return one(db, sqlBuilder.selectFrom('product_pictures').selectAll().where('id', '=', id));
}

/** The position a further picture of the product takes. */
export function nextPicturePosition(db: ReadableDb, productId: string): number {
  return prepared(db, 'SELECT coalesce(max(position) + 1, 0) FROM product_pictures WHERE product_id = ?')
    .pluck()
    .get(productId) as number;
}

/** Removes one picture. */
export function deletePicture(db: WritableDb, id: string): void {
  run(db, sqlBuilder.deleteFrom('product_pictures').where('id', '=', id));
}

/** What the shop says goes with a product. */
export function listCompanions(db: ReadableDb, productId: string): ProductSummaryRow[] {
  return prepared(
    db,
    `SELECT ${summaryColumns} FROM product_companions c JOIN products p ON p.id = c.companion_id
     WHERE c.product_id = ? AND p.deleted_at IS NULL ORDER BY coalesce(p.brand, ''), p.name`,
  ).all(productId) as ProductSummaryRow[];
}

/** Replaces what goes with a product. */
export function replaceCompanions(db: WritableDb, productId: string, companionIds: readonly string[]): void {
  run(db, sqlBuilder.deleteFrom('product_companions').where('product_id', '=', productId));
  for (const companionId of new Set(companionIds)) insertCompanion(db, productId, companionId);
}

/** Says that one product goes with another. */
export function insertCompanion(db: WritableDb, productId: string, companionId: string): void {
  prepared(db, 'INSERT OR IGNORE INTO product_companions (product_id, companion_id) VALUES (?, ?)').run(
    productId,
    companionId,
  );
}
