import type { Insertable, Selectable, Updateable } from 'kysely';
import type { QuotationEvents, QuotationLines, Quotations } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { indexCustomer } from '../search/search.sql';

export type QuotationRow = Selectable<Quotations>;
export type QuotationLineRow = Selectable<QuotationLines>;

/** Adds a quotation; its lines and its history are the caller's to write. */
export function insertQuotation(db: WritableDb, row: Insertable<Quotations>): void {
  run(db, sqlBuilder.insertInto('quotations').values(row));
}

/** One version of a quotation. */
export function findQuotation(db: ReadableDb, id: string): QuotationRow | undefined {
  return one(db, sqlBuilder.selectFrom('quotations').selectAll().where('id', '=', id));
}

/** Changes columns of one quotation; what was sent is guarded by a trigger. */
export function updateQuotation(db: WritableDb, id: string, columns: Updateable<Quotations>): void {
  run(db, sqlBuilder.updateTable('quotations').set(columns).where('id', '=', id));
}

/** Writes the lines of a draft anew, and what finds it. */
export function setQuotationLines(
  db: WritableDb,
  quotationId: string,
  lines: readonly Insertable<QuotationLines>[],
): void {
  run(db, sqlBuilder.deleteFrom('quotation_lines').where('quotation_id', '=', quotationId));
  for (const line of lines) run(db, sqlBuilder.insertInto('quotation_lines').values(line));
  const quotation = findQuotation(db, quotationId);
  if (quotation) indexCustomer(db, quotation.customer_id);
}

/** Adds a line to a quotation's history. */
export function insertQuotationEvent(db: WritableDb, row: Insertable<QuotationEvents>): void {
  run(db, sqlBuilder.insertInto('quotation_events').values(row));
}

/** The version that this one replaced, if any. */
export function findReplaced(db: ReadableDb, quotationId: string): QuotationRow | undefined {
  return one(db, sqlBuilder.selectFrom('quotations').selectAll().where('superseded_by_id', '=', quotationId));
}

/** The version of an offer that stands: neither replaced nor discarded. At most one, or the offer is being revised. */
export function listStanding(db: ReadableDb, number: string): QuotationRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('quotations')
      .selectAll()
      .where('number', '=', number)
      .where('superseded_by_id', 'is', null)
      .where('status', '<>', 'discarded'),
  );
}

/** The number of the newest version of an offer, discarded ones too. */
export function lastRevision(db: ReadableDb, number: string): number {
  return prepared(db, 'SELECT max(revision) FROM quotations WHERE number = ?').pluck().get(number) as number;
}

/** A line with what the screens and the page show of its product. */
export interface ShownQuotationLine extends QuotationLineRow {
  readonly code: string | null;
  readonly brand: string | null;
  readonly reference: string | null;
  readonly chinese_name: string | null;
  readonly is_serialised: number | null;
  readonly is_precious: number | null;
  readonly picture_id: string | null;
}

/** The lines of one quotation, in their order. */
export function listQuotationLines(db: ReadableDb, quotationId: string): ShownQuotationLine[] {
  return prepared(
    db,
    `SELECT l.*, p.code, p.brand, p.reference, p.chinese_name, p.is_serialised, p.is_precious,
       (SELECT id FROM product_pictures WHERE product_id = p.id ORDER BY position LIMIT 1) AS picture_id
     FROM quotation_lines l LEFT JOIN products p ON p.id = l.product_id
     WHERE l.quotation_id = ? ORDER BY l.position`,
  ).all(quotationId) as ShownQuotationLine[];
}

/** A sale that was cancelled never took place: the offer may be sold again. */
export const isSoldSql = `(q.sale_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM sales b WHERE b.returns_sale_id = q.sale_id AND b.kind = 'cancellation'))`;

/** True when the quotation became a sale that still stands. */
export function isSold(db: ReadableDb, quotationId: string): boolean {
  return prepared(db, `SELECT ${isSoldSql} FROM quotations q WHERE q.id = ?`).pluck().get(quotationId) === 1;
}

/** A quotation with the names it is shown with. */
export interface ShownQuotationRow extends QuotationRow, CustomerOfRow {
  readonly staff_name: string;
  readonly sender_name: string | null;
  readonly receipt_number: string | null;
  readonly is_sold: number;
}

const shown = `SELECT q.*, s.name AS staff_name, n.name AS sender_name, r.receipt_number, ${isSoldSql} AS is_sold,
    ${customerColumns}
  FROM quotations q JOIN customers c ON c.id = q.customer_id JOIN staff s ON s.id = q.staff_id
    LEFT JOIN staff n ON n.id = q.sent_by LEFT JOIN sales r ON r.id = q.sale_id`;

/** Which quotations a list is about; versions that were replaced stand behind the one that replaced them. */
export interface QuotationFilter {
  /** Of this person; null: everybody's. */
  readonly staffId: string | null;
  readonly customerId: string | null;
  readonly show: 'open' | 'confirmed' | 'ended';
  /** Civil date: what is sent and not past its last day is open. */
  readonly today: string;
}

// Both date comparisons name @today, so that the parameter is always there.
const showing = {
  open: `(q.status = 'draft' OR (q.status = 'sent' AND q.expires_on >= @today))`,
  confirmed: `(q.status = 'confirmed' AND NOT ${isSoldSql} AND @today IS NOT NULL)`,
  ended: `(q.status IN ('declined', 'discarded') OR (q.status = 'sent' AND q.expires_on < @today)
    OR (q.status = 'confirmed' AND ${isSoldSql}))`,
} as const;

function whereOf({ staffId, customerId, show }: QuotationFilter): string {
  return [
    `q.superseded_by_id IS NULL AND ${showing[show]}`,
    staffId === null ? '' : 'AND q.staff_id = @staffId',
    customerId === null ? '' : 'AND q.customer_id = @customerId',
  ].join(' ');
}

const paramsOf = ({ staffId, customerId, today }: QuotationFilter) => ({
  today,
  ...(staffId ? { staffId } : {}),
  ...(customerId ? { customerId } : {}),
});

/** Quotations of a list: open ones by their last day, the others the last changed first. */
export function listQuotations(db: ReadableDb, filter: QuotationFilter, limit: number): ShownQuotationRow[] {
  const order = filter.show === 'open' ? 'q.expires_on, q.id' : 'q.updated_at DESC, q.id';
  return prepared(db, `${shown} WHERE ${whereOf(filter)} ORDER BY ${order} LIMIT @limit`).all({
    ...paramsOf(filter),
    limit,
  }) as ShownQuotationRow[];
}

/** How many there are of a list and what they come to, by status and currency. */
export function sumQuotations(db: ReadableDb, filter: QuotationFilter) {
  return prepared(
    db,
    `SELECT q.status, ${isSoldSql} AS is_sold, q.currency, count(*) AS count, sum(q.total_minor) AS total_minor
     FROM quotations q WHERE ${whereOf(filter)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  ).all(paramsOf(filter)) as (Pick<QuotationRow, 'status' | 'currency' | 'total_minor'> & {
    is_sold: number;
    count: number;
  })[];
}

/** One version with its names. */
export function findShownQuotation(db: ReadableDb, id: string): ShownQuotationRow | undefined {
  return prepared(db, `${shown} WHERE q.id = ?`).get(id) as ShownQuotationRow | undefined;
}

/** Every version of one offer, the first one first. */
export function listVersions(db: ReadableDb, number: string): ShownQuotationRow[] {
  return prepared(db, `${shown} WHERE q.number = ? ORDER BY q.revision`).all(number) as ShownQuotationRow[];
}

/** The history of one offer over all its versions, oldest first. */
export function listQuotationEvents(db: ReadableDb, number: string) {
  return prepared(
    db,
    `SELECT e.*, q.revision, s.name AS staff_name FROM quotation_events e
     JOIN quotations q ON q.id = e.quotation_id JOIN staff s ON s.id = e.staff_id
     WHERE q.number = ? ORDER BY e.id`,
  ).all(number) as (Selectable<QuotationEvents> & { revision: number; staff_name: string })[];
}
