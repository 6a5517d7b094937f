import type { ProductFactsShown } from '@shared/contract/enquiries';
import { readWarrantyPolicy } from '@shared/domain/warranty';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Enquiries, EnquiryEvents } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { readAttributes } from '../products/attributes.sql';
import type { ProductRow } from '../products/products.sql';
import { indexCustomer } from '../search/search.sql';

export type EnquiryRow = Selectable<Enquiries>;

/** Adds an enquiry; its history is the caller's to write. */
export function insertEnquiry(db: WritableDb, row: Insertable<Enquiries>): void {
  run(db, sqlBuilder.insertInto('enquiries').values(row));
  indexCustomer(db, row.customer_id);
}

/** One enquiry. */
export function findEnquiry(db: ReadableDb, id: string): EnquiryRow | undefined {
  return one(db, sqlBuilder.selectFrom('enquiries').selectAll().where('id', '=', id));
}

/** Changes columns of one enquiry. */
export function updateEnquiry(db: WritableDb, id: string, columns: Updateable<Enquiries>): void {
  run(db, sqlBuilder.updateTable('enquiries').set(columns).where('id', '=', id));
  const row = 'answer' in columns ? findEnquiry(db, id) : undefined;
  if (row) indexCustomer(db, row.customer_id);
}

/** Adds a line to an enquiry's history. */
export function insertEnquiryEvent(db: WritableDb, row: Insertable<EnquiryEvents>): void {
  run(db, sqlBuilder.insertInto('enquiry_events').values(row));
}

/** What the catalogue says of a product, as it is read out to a customer. */
export function factsOf(row: ProductRow): ProductFactsShown {
  return {
    productId: row.id,
    code: row.code,
    brand: row.brand,
    name: row.name,
    chineseName: row.chinese_name,
    reference: row.reference,
    priceMinor: row.price_minor,
    currency: row.currency,
    status: row.status as ProductFactsShown['status'],
    stockCount: row.stock_count,
    warranty: readWarrantyPolicy(row.warranty_policy),
    care: row.care,
    attributes: readAttributes(row.attributes),
  };
}

/** A product an enquiry is about; `facts` is JSON once it was answered. */
export interface EnquiryProduct {
  readonly product_id: string;
  readonly facts: string | null;
}

/** Says anew which products an enquiry is about, in this order. */
export function setEnquiryProducts(
  db: WritableDb,
  enquiryId: string,
  products: readonly EnquiryProduct[],
): void {
  prepared(db, 'DELETE FROM enquiry_products WHERE enquiry_id = ?').run(enquiryId);
  const insert = prepared(
    db,
    'INSERT INTO enquiry_products (enquiry_id, product_id, position, facts) VALUES (?, ?, ?, ?)',
  );
  products.forEach(({ product_id, facts }, position) => {
    insert.run(enquiryId, product_id, position, facts);
  });
}

/** The products an enquiry is about. */
export function listEnquiryProducts(db: ReadableDb, enquiryId: string): EnquiryProduct[] {
  return prepared(
    db,
    'SELECT product_id, facts FROM enquiry_products WHERE enquiry_id = ? ORDER BY position',
  ).all(enquiryId) as EnquiryProduct[];
}

/** An enquiry with the names it is shown with, and its promise. */
export interface ShownEnquiryRow extends EnquiryRow, CustomerOfRow {
  readonly staff_name: string;
  readonly answerer_name: string | null;
  readonly promise_number: string | null;
  readonly due_on: string | null;
  readonly due_time: string | null;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly found: number;
}

const shown = `SELECT e.*, s.name AS staff_name, a.name AS answerer_name, p.number AS promise_number, p.due_on,
    p.due_time, p.owner_id, o.name AS owner_name, ${customerColumns}, count(*) OVER () AS found
  FROM enquiries e JOIN customers c ON c.id = e.customer_id JOIN staff s ON s.id = e.staff_id
    LEFT JOIN staff a ON a.id = e.answered_by
    LEFT JOIN promises p ON p.id = e.promise_id AND p.status = 'open' LEFT JOIN staff o ON o.id = p.owner_id`;

/** Which enquiries a list is about. */
export interface EnquiryFilter {
  /** Asked of this person, or theirs to answer; null: everybody's. */
  readonly staffId: string | null;
  readonly customerId: string | null;
  readonly show: 'open' | 'answered';
  readonly limit: number;
}

/** Open ones by the day promised, answered ones the last first. `found` counts those beyond the limit, too. */
export function listEnquiries(
  db: ReadableDb,
  { staffId, customerId, show, limit }: EnquiryFilter,
): ShownEnquiryRow[] {
  const which = show === 'open' ? `e.status = 'open'` : 'e.answered_at IS NOT NULL';
  const whose = [
    staffId === null ? '' : 'AND (e.staff_id = @staffId OR p.owner_id = @staffId)',
    customerId === null ? '' : 'AND e.customer_id = @customerId',
  ].join(' ');
  const order =
    show === 'open'
      ? `coalesce(p.due_on, ''), coalesce(p.due_time, '24:00'), e.asked_at, e.id`
      : 'e.answered_at DESC, e.id';
  return prepared(db, `${shown} WHERE ${which} ${whose} ORDER BY ${order} LIMIT @limit`).all({
    limit,
    ...(staffId ? { staffId } : {}),
    ...(customerId ? { customerId } : {}),
  }) as ShownEnquiryRow[];
}
