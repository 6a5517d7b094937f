import type { Language } from '@shared/domain/languages';
import { prepared, type ReadableDb } from '../../db/sql';

/** A receipt's line as the report needs it. */
export interface ReportLineRow {
  readonly sale_id: string;
  readonly receipt_number: string;
  readonly kind: 'sale' | 'return' | 'cancellation';
  readonly returns_sale_id: string | null;
  readonly sold_at: number;
  readonly sold_on: string;
  readonly currency: string;
  readonly sale_no: number;
  readonly position: number;
  readonly product_id: string | null;
  readonly description: string;
  /** The product's Chinese name, where the line is of a product that has one. */
  readonly chinese_name: string | null;
  readonly quantity: number;
  readonly total_minor: number;
  readonly returns_sale_no: number | null;
  readonly returns_position: number | null;
  /** 1 where the line, or the line it takes back, brought a present into being that must not be mentioned. */
  readonly is_discreet: number;
}

/** Every line the customer bought or gave back, oldest first. */
export function listReportLines(db: ReadableDb, customerId: string): ReportLineRow[] {
  return prepared(
    db,
    `SELECT s.id AS sale_id, s.receipt_number, s.kind, s.returns_sale_id, s.sold_at, s.sold_on, s.currency,
       l.sale_no, l.position, p.id AS product_id, d.text AS description, p.chinese_name, l.quantity, l.total_minor,
       l.returns_sale_no, l.returns_position,
       EXISTS (SELECT 1 FROM items i WHERE i.sale_no = coalesce(l.returns_sale_no, l.sale_no)
         AND i.sale_position = coalesce(l.returns_position, l.position) AND i.is_discreet = 1) AS is_discreet
     FROM sales s JOIN sale_lines l ON l.sale_no = s.no JOIN descriptions d ON d.no = l.description_no
       LEFT JOIN products p ON p.no = l.product_no
     WHERE s.customer_id = ? AND s.deleted_at IS NULL
     ORDER BY s.sold_at, s.id, l.position`,
  ).all(customerId) as ReportLineRow[];
}

/** What the customer still looks for. */
export interface ReportNeedRow {
  readonly at: number;
  readonly seen: string | null;
  readonly asked: string | null;
  readonly answered: string | null;
  readonly occasion: string | null;
  readonly for_whom: string | null;
  readonly budget_min_minor: number | null;
  readonly budget_max_minor: number | null;
  readonly currency: string;
  readonly by_date: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  /** JSON of the stated wishes. */
  readonly attributes: string;
  readonly postponed_until: string | null;
  readonly is_discreet: number;
}

/** Open and postponed needs, newest first. */
export function listOpenNeeds(db: ReadableDb, customerId: string): ReportNeedRow[] {
  return prepared(
    db,
    `SELECT at, seen, asked, answered, occasion, for_whom, budget_min_minor, budget_max_minor, currency, by_date,
       brand, category, reference, attributes, postponed_until, is_discreet
     FROM needs WHERE customer_id = ? AND status IN ('open', 'postponed') AND deleted_at IS NULL ORDER BY at DESC`,
  ).all(customerId) as ReportNeedRow[];
}

/** Notes of the staff, newest first, at most as many as fit a page. */
export function listReportNotes(db: ReadableDb, customerId: string) {
  return prepared(
    db,
    `SELECT n.at, n.body, n.is_discreet, s.name AS author FROM customer_notes n
     LEFT JOIN staff s ON s.id = n.author_id
     WHERE n.customer_id = ? AND n.deleted_at IS NULL ORDER BY n.at DESC LIMIT 30`,
  ).all(customerId) as { at: number; body: string; is_discreet: number; author: string | null }[];
}

/** The name a colleague goes by in the report's language; null when nobody has the id. */
export function findStaffName(db: ReadableDb, id: string, language: Language): string | null {
  const row = prepared(db, 'SELECT name, chinese_name AS chineseName FROM staff WHERE id = ?').get(id) as
    | { name: string; chineseName: string | null }
    | undefined;
  return (language !== 'en' && row?.chineseName) || row?.name || null;
}
