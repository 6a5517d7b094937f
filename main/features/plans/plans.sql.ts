import type { Insertable, Selectable } from 'kysely';
import type { ContactPlans, TierPlans } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { indexCustomer } from '../search/search.sql';

export type TierPlanRow = Selectable<TierPlans> & { readonly maker: string };
export type OwnPlanRow = Selectable<ContactPlans> & { readonly setter: string };

/** Adds a tier's plan; the one before it stays on record. */
export function insertTierPlan(db: WritableDb, row: Insertable<TierPlans>): void {
  run(db, sqlBuilder.insertInto('tier_plans').values(row));
}

/** The plan of each tier that is in force. */
export function listTierPlans(db: ReadableDb): Map<string, TierPlanRow> {
  const rows = prepared(
    db,
    `SELECT p.*, s.name AS maker FROM tier_plans p JOIN staff s ON s.id = p.made_by ORDER BY p.made_at, p.id`,
  ).all() as TierPlanRow[];
  return new Map(rows.map((row) => [row.tier, row]));
}

/** Adds a customer's own plan; the one before it stays on record. */
export function insertOwnPlan(db: WritableDb, row: Insertable<ContactPlans>): void {
  run(db, sqlBuilder.insertInto('contact_plans').values(row));
  if (row.note) indexCustomer(db, row.customer_id);
}

/** The customer's own plan that is in force. */
export function findOwnPlan(db: ReadableDb, customerId: string): OwnPlanRow | undefined {
  return prepared(
    db,
    `SELECT p.*, s.name AS setter FROM contact_plans p JOIN staff s ON s.id = p.set_by
     WHERE p.customer_id = ? ORDER BY p.set_at DESC, p.id DESC LIMIT 1`,
  ).get(customerId) as OwnPlanRow | undefined;
}

/** Somebody in a plan, and since when it counts. */
export interface ClockRow {
  readonly customer_id: string;
  readonly plan: string;
  readonly from_at: number;
}

/** Where one customer stands; nothing for somebody in no plan. */
export function findClock(db: ReadableDb, customerId: string): ClockRow | undefined {
  return prepared(db, 'SELECT customer_id, plan, from_at FROM contact_clock WHERE customer_id = ?').get(
    customerId,
  ) as ClockRow | undefined;
}

/** The names of plans that somebody is in: from one to the next in the index, not customer by customer. */
export function listPlanNames(db: ReadableDb): string[] {
  const rows = prepared(
    db,
    `WITH RECURSIVE names (plan) AS (
       SELECT min(plan) FROM contact_clock
       UNION ALL
       SELECT (SELECT min(k.plan) FROM contact_clock k WHERE k.plan > names.plan) FROM names WHERE names.plan IS NOT NULL)
     SELECT plan FROM names WHERE plan IS NOT NULL`,
  ).all() as { plan: string }[];
  return rows.map(({ plan }) => plan);
}

/** Of one plan, those whose clock runs from an instant in this range. */
export interface ClockFilter {
  readonly plan: string;
  /** Whose customers; null: everybody's. */
  readonly staffId: string | null;
  readonly since: number;
  readonly until: number;
}

const whose = (staffId: string | null) => (staffId === null ? '' : 'AND advisor_id = @staffId');

/** Those of one plan, the longest silence first. */
export function listClocks(db: ReadableDb, filter: ClockFilter, limit: number): ClockRow[] {
  const { staffId, ...range } = filter;
  return prepared(
    db,
    `SELECT customer_id, plan, from_at FROM contact_clock
     WHERE plan = @plan AND from_at BETWEEN @since AND @until ${whose(staffId)} ORDER BY from_at, customer_id LIMIT @limit`,
  ).all({ ...range, limit, ...(staffId === null ? {} : { staffId }) }) as ClockRow[];
}

/** How many of them there are, no more than `most`. */
export function countClocks(
  db: ReadableDb,
  filter: ClockFilter,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  const { staffId, ...range } = filter;
  return prepared(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM contact_clock
       WHERE plan = @plan AND from_at BETWEEN @since AND @until ${whose(staffId)} LIMIT @most)`,
  )
    .pluck()
    .get({ ...range, most, ...(staffId === null ? {} : { staffId }) }) as number;
}

/** How many members each tier has. */
export function countMembers(db: ReadableDb): Map<string, number> {
  const rows = prepared(
    db,
    'SELECT tier, count(*) AS members FROM vip_memberships WHERE ended_on IS NULL GROUP BY tier',
  ).all() as { tier: string; members: number }[];
  return new Map(rows.map(({ tier, members }) => [tier, members]));
}
