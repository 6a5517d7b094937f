import type { ErrorsOf, ParsedInputOf } from '@shared/contract/define';
import type { Need, NeedMatchCard, needsContract } from '@shared/contract/needs';
import { readWishes } from '@shared/domain/attributes';
import type { ReadableDb } from '../../db/sql';
import { listAnswers, listMatchStates, type NeedRow } from './needs.sql';
import { listProductCards } from './product-cards.sql';

export type NeedFields = ParsedInputOf<(typeof needsContract)['needs.update']>['fields'];

/** A need as it crosses the process boundary. */
export function toNeed(row: NeedRow, staff: ReadonlyMap<string, string>): Need {
  return {
    id: row.id,
    customerId: row.customer_id,
    staff: { id: row.staff_id, name: staff.get(row.staff_id) ?? '' },
    at: row.at,
    seen: row.seen,
    asked: row.asked,
    answered: row.answered,
    occasion: row.occasion,
    forWhom: row.for_whom,
    budgetMinMinor: row.budget_min_minor,
    budgetMaxMinor: row.budget_max_minor,
    currency: row.currency,
    byDate: row.by_date,
    brand: row.brand,
    category: row.category,
    reference: row.reference,
    attributes: readWishes(row.attributes) as Need['attributes'],
    isDiscreet: row.is_discreet === 1,
    status: row.status as Need['status'],
    statusReason: row.status_reason,
    postponedUntil: row.postponed_until,
    saleId: row.sale_id,
    closedAt: row.closed_at,
    version: row.version,
  };
}

/** What the shop has for a need, the best first, at most `limit`; and how many there are in all. */
export function answersOf(
  db: ReadableDb,
  need: NeedRow,
  limit: number,
): { matches: NeedMatchCard[]; matchCount: number } {
  const { fresh, dismissed } = listMatchStates(db, need.id);
  const answers = listAnswers(db, need).filter(({ productId }) => !dismissed.has(productId));
  const shown = answers.slice(0, limit);
  const cards = listProductCards(
    db,
    shown.map(({ productId }) => productId),
  );
  const matches = shown.flatMap(({ productId, match }) => {
    const product = cards.get(productId);
    if (!product) return [];
    return [{ product, score: match.score, reasons: match.reasons, isNew: fresh.has(productId) }];
  });
  return { matches, matchCount: answers.length };
}

/** What a person wrote, as columns. */
export function toColumns(fields: NeedFields) {
  return {
    seen: fields.seen,
    asked: fields.asked,
    answered: fields.answered,
    occasion: fields.occasion,
    for_whom: fields.forWhom,
    budget_min_minor: fields.budgetMinMinor,
    budget_max_minor: fields.budgetMaxMinor,
    by_date: fields.byDate,
    brand: fields.brand,
    category: fields.category,
    reference: fields.reference,
    attributes: JSON.stringify(fields.attributes),
    is_discreet: fields.isDiscreet ? 1 : 0,
  } satisfies Partial<NeedRow>;
}

type FieldErrors = ErrorsOf<(typeof needsContract)['needs.note']>;

/** Refuses a need that says nothing, and a budget whose least is more than its most. */
export function checkFields(
  fields: NeedFields,
  fail: (code: Extract<FieldErrors, 'NEED_EMPTY' | 'BUDGET_REVERSED'>) => never,
) {
  const { isDiscreet: _, attributes, ...said } = fields;
  const isEmpty =
    Object.values(said).every((value) => value === null) && Object.keys(attributes).length === 0;
  if (isEmpty) fail('NEED_EMPTY');
  const { budgetMinMinor: min, budgetMaxMinor: max } = fields;
  if (min !== null && max !== null && min > max) fail('BUDGET_REVERSED');
}
