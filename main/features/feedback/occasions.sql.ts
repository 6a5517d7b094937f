import { type CivilDate, civilDateOf } from '@shared/domain/dates';
import type { Occasion } from '@shared/domain/feedback';
import { prepared, type ReadableDb } from '../../db/sql';

/** Something a customer can be asked about. */
export interface OccasionRow {
  readonly kind: Occasion;
  readonly id: string;
  readonly customer_id: string;
  /** The purchase's moment, or that of the collection. */
  readonly at: number;
  readonly number: string;
  /** Whoever sold it, or handed the repaired item over. */
  readonly staff_id: string | null;
}

const purchases = `SELECT 'purchase' AS kind, s.id, s.customer_id, s.sold_at AS at, s.receipt_number AS number, s.staff_id
  FROM sales s WHERE s.kind = 'sale' AND s.deleted_at IS NULL`;
const repairs = `SELECT 'repair' AS kind, j.id, j.customer_id, j.ended_at AS at, j.number,
    coalesce((SELECT e.staff_id FROM service_job_events e WHERE e.job_id = j.id AND e.step = 'collect' LIMIT 1),
      j.intake_by) AS staff_id
  FROM service_jobs j WHERE j.stage = 'collected'`;

/** The last purchases and repairs of one customer, the latest first. */
export function listOccasions(db: ReadableDb, customerId: string, limit: number): OccasionRow[] {
  return prepared(
    db,
    `SELECT * FROM (SELECT * FROM (${purchases} AND s.customer_id = @customerId ORDER BY at DESC, s.id DESC LIMIT @limit)
     UNION ALL SELECT * FROM (${repairs} AND j.customer_id = @customerId ORDER BY at DESC, j.id DESC LIMIT @limit))
     ORDER BY at DESC, id DESC LIMIT @limit`,
  ).all({ customerId, limit }) as OccasionRow[];
}

/** One purchase or repair, whoever's it is. */
export function findOccasion(
  db: ReadableDb,
  { kind, id }: { kind: Occasion; id: string },
): OccasionRow | undefined {
  const text = kind === 'purchase' ? `${purchases} AND s.id = ?` : `${repairs} AND j.id = ?`;
  return prepared(db, text).get(id) as OccasionRow | undefined;
}

/** The day of it on the shop's calendar. */
export function dayOf({ at }: OccasionRow, timeZone: string): CivilDate {
  return civilDateOf(at, timeZone);
}
