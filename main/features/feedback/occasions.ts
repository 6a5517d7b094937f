import type { QueryContext } from '../../kernel/handlers';
import { surveyDuties } from './duties.sql';
import { listOccasions, type OccasionRow } from './occasions.sql';

/** How many a dialog offers. */
const mostOccasions = 6;

/** What a customer can be asked about: what the rule asks about now before all others, then the latest first. */
export function occasionsOf(
  { db, shop, now, today }: Pick<QueryContext, 'db' | 'shop' | 'now' | 'today'>,
  customerId: string,
): { row: OccasionRow; isDue: boolean }[] {
  const { duties } = surveyDuties(db, { staffId: null, customerId }, { now, today, timeZone: shop.timeZone });
  const due = new Set(duties.map(({ id }) => id));
  return listOccasions(db, customerId, mostOccasions)
    .map((row) => ({ row, isDue: due.has(row.id) }))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue) || b.row.at - a.row.at);
}
