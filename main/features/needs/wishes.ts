import { comparableWishes, readWishes } from '@shared/domain/attributes';
import type { NeedWishes } from '@shared/domain/needs';
import type { Selectable } from 'kysely';
import type { Needs } from '../../db/rows';

/** The columns that a wish is made of. */
export type WishColumns = Pick<
  Selectable<Needs>,
  'brand' | 'category' | 'reference' | 'attributes' | 'budget_min_minor' | 'budget_max_minor'
>;

/** What a need asks for, as the rules compare it with a product. */
export function wishesOf(row: WishColumns): NeedWishes {
  return {
    reference: row.reference,
    brands: row.brand ? [row.brand] : [],
    category: row.category,
    attributes: comparableWishes(readWishes(row.attributes), row.category),
    budgetMinMinor: row.budget_min_minor,
    budgetMaxMinor: row.budget_max_minor,
  };
}
