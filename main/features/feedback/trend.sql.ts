import type { Occasion } from '@shared/domain/feedback';
import { prepared, type ReadableDb } from '../../db/sql';

/** One answer as the trend counts it. */
export interface ScoredRow {
  readonly id: string;
  readonly month: string;
  readonly served_by: string;
  readonly served_name: string;
  readonly status: string;
  readonly occasion: Occasion | null;
  readonly nps: number | null;
  readonly csat: number | null;
}

/** Everybody who was asked between two instants. */
export function listScored(db: ReadableDb, from: number, to: number): ScoredRow[] {
  return prepared(
    db,
    `SELECT f.id, f.month, f.served_by, s.name AS served_name, f.status, f.nps, f.csat,
       CASE WHEN f.job_id IS NOT NULL THEN 'repair' WHEN f.sale_id IS NOT NULL THEN 'purchase' END AS occasion
     FROM feedback f JOIN staff s ON s.id = f.served_by WHERE f.at BETWEEN ? AND ? ORDER BY f.at`,
  ).all(from, to) as ScoredRow[];
}

/** A thing that an answer is about; what is not in the catalogue has its brand at most. */
export interface ScoredThingRow {
  readonly id: string;
  readonly product_id: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly name: string | null;
  readonly chinese_name: string | null;
}

/** What was bought or repaired before each answer between two instants. */
export function listScoredThings(db: ReadableDb, from: number, to: number): ScoredThingRow[] {
  return prepared(
    db,
    `SELECT f.id, p.id AS product_id, p.brand, p.category, p.name, p.chinese_name
     FROM feedback f JOIN sales s ON s.id = f.sale_id JOIN sale_lines l ON l.sale_no = s.no
       JOIN products p ON p.no = l.product_no
     WHERE f.at BETWEEN @from AND @to AND f.status = 'answered' AND f.job_id IS NULL
     UNION
     SELECT f.id, p.id, coalesce(p.brand, i.brand), p.category, p.name, p.chinese_name
     FROM feedback f JOIN service_jobs j ON j.id = f.job_id JOIN items i ON i.id = j.item_id
     LEFT JOIN products p ON p.id = i.product_id
     WHERE f.at BETWEEN @from AND @to AND f.status = 'answered'`,
  ).all({ from, to }) as ScoredThingRow[];
}
