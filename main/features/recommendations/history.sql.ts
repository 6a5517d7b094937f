import { readFacts } from '@shared/domain/attributes';
import type { OwnedThing } from '@shared/domain/recommend';
import { prepared, type ReadableDb } from '../../db/sql';
import { brandedWords } from '../products/branded.sql';

interface OwnedRow {
  readonly id: string;
  readonly product_id: string | null;
  readonly label: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly attributes: string;
  readonly is_discreet: number;
}

/** What a customer bought here and kept, by product. */
export interface KeptRow extends OwnedRow {
  readonly times: number;
  readonly discreet_times: number;
}

/** Things a customer owns with a serial, here or from elsewhere. */
export function listOwnedItems(db: ReadableDb, customerId: string): OwnedThing[] {
  const rows = prepared(
    db,
    `SELECT i.id, i.product_id, ${brandedWords('i.brand', 'coalesce(i.family, i.description)')} AS label,
       i.brand, coalesce(p.category, 'watch') AS category, i.reference, i.attributes, i.is_discreet
     FROM items i LEFT JOIN products p ON p.id = i.product_id
     WHERE i.customer_id = ? AND i.status = 'owned' AND i.deleted_at IS NULL
     ORDER BY i.bought_on DESC, i.id DESC`,
  ).all(customerId) as OwnedRow[];
  return rows.map(toThing);
}

/**
 * Products a customer bought and did not give back, with how often. A receipt with a discreet item on it is discreet as a
 * whole: the ribbon bought with the present would tell as much as the present.
 */
export function listKept(db: ReadableDb, customerId: string): KeptRow[] {
  return prepared(
    db,
    `SELECT p.id, p.id AS product_id, ${brandedWords('p.brand', 'coalesce(p.family, p.name)')} AS label,
       p.brand, p.category, p.reference, p.attributes,
       count(DISTINCT CASE WHEN s.kind = 'sale' THEN s.id END) AS times,
       count(DISTINCT CASE WHEN s.kind = 'sale' AND d.sale_no IS NOT NULL THEN s.id END) AS discreet_times,
       min(s.kind <> 'sale' OR d.sale_no IS NOT NULL) AS is_discreet
     FROM sales s
     JOIN sale_lines l ON l.sale_no = s.no
     JOIN products p ON p.no = l.product_no
     LEFT JOIN (
       SELECT DISTINCT di.sale_no FROM items di
       WHERE di.customer_id = @id AND di.is_discreet = 1 AND di.sale_no IS NOT NULL
     ) d ON d.sale_no = s.no
     WHERE s.customer_id = @id AND s.deleted_at IS NULL
     GROUP BY p.id HAVING sum(l.quantity) > 0`,
  ).all({ id: customerId }) as KeptRow[];
}

/** The same as things owned. */
export function toThing(row: OwnedRow): OwnedThing {
  return {
    id: row.id,
    productId: row.product_id,
    label: row.label,
    brand: row.brand,
    category: row.category,
    reference: row.reference,
    attributes: readFacts(row.attributes, row.category),
    discreet: row.is_discreet === 1,
  };
}

/**
 * Products that somebody tied to this customer bought discreetly: perhaps the present. Recommending it would sell it
 * twice, or give it away.
 */
export function listPresentsInSecret(db: ReadableDb, customerId: string): string[] {
  return prepared(
    db,
    `SELECT DISTINCT i.product_id FROM (
       SELECT other_customer_id AS id FROM customer_links WHERE customer_id = @id
       UNION SELECT customer_id FROM customer_links WHERE other_customer_id = @id
     ) o JOIN items i ON i.customer_id = o.id
     WHERE i.is_discreet = 1 AND i.product_id IS NOT NULL AND i.deleted_at IS NULL`,
  )
    .pluck()
    .all({ id: customerId }) as string[];
}
