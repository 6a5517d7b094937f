import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Recommendations } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export { rebuildCoPurchases } from './co-purchases.sql';

export type RecommendationRow = Selectable<Recommendations>;

/** A step of a recommendation before the one it is at. */
export interface RecommendationStep {
  readonly outcome: string;
  readonly at: number;
  readonly staffId: string;
}

/** The steps before this one, oldest first; what cannot be read is none. */
export function historyOf(row: Pick<RecommendationRow, 'history'>): RecommendationStep[] {
  try {
    const steps: unknown = JSON.parse(row.history);
    return Array.isArray(steps) ? (steps as RecommendationStep[]) : [];
  } catch {
    return [];
  }
}

/** Adds one recommendation. */
export function insertRecommendation(db: WritableDb, row: Insertable<Recommendations>): void {
  run(db, sqlBuilder.insertInto('recommendations').values(row));
}

/** One recommendation. */
export function findRecommendation(db: ReadableDb, id: string): RecommendationRow | undefined {
  return one(db, sqlBuilder.selectFrom('recommendations').selectAll().where('id', '=', id));
}

/** Changes columns of one recommendation. */
export function updateRecommendation(db: WritableDb, id: string, columns: Updateable<Recommendations>): void {
  run(db, sqlBuilder.updateTable('recommendations').set(columns).where('id', '=', id));
}

/** Takes back a recommendation that was only just noted. */
export function deleteRecommendation(db: WritableDb, id: string): void {
  run(db, sqlBuilder.deleteFrom('recommendations').where('id', '=', id));
}

/** Everything that was shown to a customer, the latest first. */
export function listRecommendations(db: ReadableDb, customerId: string): RecommendationRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('recommendations')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('outcome_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** The recommendation of this product for this need (or for none) that was not sold yet. */
export function findStanding(
  db: ReadableDb,
  about: { customerId: string; productId: string; needId: string | null },
): RecommendationRow | undefined {
  return prepared(
    db,
    `SELECT * FROM recommendations WHERE customer_id = @customerId AND product_id = @productId
       AND need_id IS @needId AND sale_id IS NULL ORDER BY outcome_at DESC, id DESC LIMIT 1`,
  ).get(about) as RecommendationRow | undefined;
}

/** Writes the next step of a recommendation and keeps the one before it. */
export function addStep(
  db: WritableDb,
  row: RecommendationRow,
  step: { outcome: string; at: number; staffId: string; saleId?: string },
): void {
  const before: RecommendationStep = { outcome: row.outcome, at: row.outcome_at, staffId: row.staff_id };
  updateRecommendation(db, row.id, {
    outcome: step.outcome,
    outcome_at: step.at,
    staff_id: step.staffId,
    history: JSON.stringify([...historyOf(row), before]),
    ...(step.saleId ? { sale_id: step.saleId } : {}),
  });
}

/** Goes back to the step before; false when this was the first, and then nothing is left. */
export function dropStep(db: WritableDb, row: RecommendationRow): boolean {
  const steps = historyOf(row);
  const before = steps.pop();
  if (!before) return false;
  updateRecommendation(db, row.id, {
    outcome: before.outcome,
    outcome_at: before.at,
    staff_id: before.staffId,
    history: JSON.stringify(steps),
    sale_id: null,
  });
  return true;
}

/** This recommendation was bought: returns it. Null where it is not this customer's, or was sold already. */
export function markRecommendationBought(
  db: WritableDb,
  bought: { recommendationId: string; customerId: string; saleId: string; staffId: string; now: number },
): RecommendationRow | null {
  const row = findRecommendation(db, bought.recommendationId);
  if (!row || row.customer_id !== bought.customerId || row.sale_id !== null) return null;
  addStep(db, row, { outcome: 'bought', at: bought.now, staffId: bought.staffId, saleId: bought.saleId });
  return row;
}

const boughtWithinMs = 90 * 86_400_000;

/**
 * What was shown to a customer in the last 90 days and is on this receipt was bought: nobody has to say so twice.
 * Returns the recommendations that closes.
 */
export function markProductsBought(
  db: WritableDb,
  bought: { customerId: string; productIds: readonly string[]; saleId: string; staffId: string; now: number },
): RecommendationRow[] {
  const products = new Set(bought.productIds);
  const rows = listRecommendations(db, bought.customerId).filter(
    (row) =>
      row.sale_id === null &&
      products.has(row.product_id) &&
      row.outcome !== 'declined' &&
      row.outcome_at > bought.now - boughtWithinMs,
  );
  for (const row of rows)
    addStep(db, row, { outcome: 'bought', at: bought.now, staffId: bought.staffId, saleId: bought.saleId });
  return rows;
}

/** The sale never took place: what it closed is as it was before. */
export function releaseRecommendationsOfSale(db: WritableDb, saleId: string): void {
  const rows = all(db, sqlBuilder.selectFrom('recommendations').selectAll().where('sale_id', '=', saleId));
  for (const row of rows) {
    if (!dropStep(db, row)) updateRecommendation(db, row.id, { outcome: 'shown', sale_id: null });
  }
}
