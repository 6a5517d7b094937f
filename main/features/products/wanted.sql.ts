import { prepared, type ReadableDb } from '../../db/sql';

/** An open need with what it asks for. */
export interface OpenNeedRow {
  readonly id: string;
  readonly customer_id: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly attributes: string;
  readonly budget_min_minor: number | null;
  readonly budget_max_minor: number | null;
  readonly by_date: string | null;
}

/**
 * Open needs that a product of this category may answer, the most urgent first. Discreet ones are left out: a screen at
 * the counter has two sides.
 */
export function listOpenNeeds(
  db: ReadableDb,
  { category, currency }: { category: string; currency: string },
  limit: number,
): OpenNeedRow[] {
  return prepared(
    db,
    `SELECT n.id, n.customer_id, n.brand, n.category, n.reference, n.attributes, n.budget_min_minor,
       n.budget_max_minor, n.by_date
     FROM needs n
     WHERE n.status = 'open' AND n.deleted_at IS NULL AND n.is_discreet = 0 AND n.currency = ?
       AND (n.category IS NULL OR n.category = ? COLLATE NOCASE OR n.reference IS NOT NULL)
     ORDER BY n.by_date IS NULL, n.by_date LIMIT ?`,
  ).all(currency, category, limit) as OpenNeedRow[];
}
