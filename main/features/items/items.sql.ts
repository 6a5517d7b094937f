import type { Selectable } from 'kysely';
import type { Items } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type ItemRow = Selectable<Items>;

/** An item with what the screens show of its product. */
export type ShownItemRow = ItemRow & {
  readonly picture_id: string | null;
  readonly chinese_name: string | null;
};

/** Adds one owned item; every column is given. The caller indexes it. */
export function insertItem(db: WritableDb, row: ItemRow): void {
  prepared(
    db,
    `INSERT INTO items (id, customer_id, product_id, sale_no, sale_position, brand, family, reference, description, serial,
       movement_number, calibre, attributes, is_bought_here, bought_elsewhere_at, bought_on, price_minor, currency,
       warranty_policy, warranty_issuer, warranty_name, warranty_start, warranty_end, service_due, water_test_due,
       battery_due, is_discreet, status, note, import_id, version, created_at, updated_at, deleted_at)
     VALUES (@id, @customer_id, @product_id, @sale_no, @sale_position, @brand, @family, @reference, @description, @serial,
       @movement_number, @calibre, @attributes, @is_bought_here, @bought_elsewhere_at, @bought_on, @price_minor,
       @currency, @warranty_policy, @warranty_issuer, @warranty_name, @warranty_start, @warranty_end, @service_due,
       @water_test_due, @battery_due, @is_discreet, @status, @note, @import_id, @version, @created_at, @updated_at,
       @deleted_at)`,
  ).run(row);
}

/** One item that was not removed. */
export function findItem(db: ReadableDb, id: string): ItemRow | undefined {
  return one(
    db,
    sqlBuilder.selectFrom('items').selectAll().where('id', '=', id).where('deleted_at', 'is', null),
  );
}

/** One item, removed or not: what undo puts back. */
export function findItemEvenRemoved(db: ReadableDb, id: string): ItemRow | undefined {
  return one(db, sqlBuilder.selectFrom('items').selectAll().where('id', '=', id));
}

/** What a customer owns or owned: what they still have first, then by the day it was bought, latest first. */
export function listItems(db: ReadableDb, customerId: string): ShownItemRow[] {
  return prepared(
    db,
    `SELECT i.*, p.chinese_name, (SELECT id FROM product_pictures WHERE product_id = i.product_id ORDER BY position LIMIT 1)
       AS picture_id
     FROM items i LEFT JOIN products p ON p.id = i.product_id WHERE i.customer_id = ? AND i.deleted_at IS NULL
     ORDER BY i.status <> 'owned', i.bought_on IS NULL, i.bought_on DESC, i.id DESC`,
  ).all(customerId) as ShownItemRow[];
}

/** The items that one line of a receipt brought into being. */
export function listItemsOfLine(
  db: ReadableDb,
  line: { readonly sale_no: number; readonly position: number },
): ItemRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('items')
      .selectAll()
      .where('sale_no', '=', line.sale_no)
      .where('sale_position', '=', line.position)
      .where('deleted_at', 'is', null)
      .orderBy('id'),
  );
}

/** Somebody's item of this product with this serial that was not given back: it cannot be sold again. */
export function findSoldItem(db: ReadableDb, productId: string, serial: string): ItemRow | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('items')
      .selectAll()
      .where('serial', '=', serial)
      .where('product_id', '=', productId)
      .where('is_bought_here', '=', 1)
      .where('status', '=', 'owned')
      .where('deleted_at', 'is', null),
  );
}

/** Changes an item's columns. */
export function updateItem(db: WritableDb, id: string, change: Partial<Omit<ItemRow, 'id'>>): void {
  run(db, sqlBuilder.updateTable('items').set(change).where('id', '=', id));
}

/** Who owns a product today, latest first. Discreet items are left out: a screen at the counter has two sides. */
export function listOwners(db: ReadableDb, productId: string, limit: number) {
  return all(
    db,
    sqlBuilder
      .selectFrom('items')
      .select(['customer_id', 'serial', 'bought_on'])
      .where('product_id', '=', productId)
      .where('status', '=', 'owned')
      .where('is_discreet', '=', 0)
      .where('deleted_at', 'is', null)
      .orderBy('bought_on', 'desc')
      .limit(limit),
  );
}

/** How many customers own a product, discreet items left out. */
export function countOwners(db: ReadableDb, productId: string): number {
  return prepared(
    db,
    `SELECT count(DISTINCT customer_id) FROM items
     WHERE product_id = ? AND status = 'owned' AND is_discreet = 0 AND deleted_at IS NULL`,
  )
    .pluck()
    .get(productId) as number;
}
