import { comparableWishes, readFacts, readWishes } from '@shared/domain/attributes';
import { matchNeed, type NeedWishes } from '@shared/domain/needs';
import type { ReadableDb } from '../../db/sql';
import { findCustomerName } from '../sales/customer-name.sql';
import type { ProductRow } from './products.sql';
import { listOpenNeeds, type OpenNeedRow } from './wanted.sql';

// A shop has hundreds of open needs; the limit keeps the page quick where somebody imported a million.
const mostNeeds = 5000;
const shownWishes = 20;

/** Whose open needs a product answers, the best answers first. */
export function listWanted(db: ReadableDb, product: ProductRow, language: string) {
  const facts = {
    id: product.id,
    brand: product.brand,
    category: product.category,
    reference: product.reference,
    attributes: readFacts(product.attributes, product.category),
    priceMinor: product.price_minor,
  };
  return listOpenNeeds(db, product, mostNeeds)
    .map((need) => ({ need, match: matchNeed(wishesOf(need), facts) }))
    .filter(({ match }) => match.matches)
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, shownWishes)
    .map(({ need, match }) => ({
      needId: need.id,
      customerId: need.customer_id,
      name: findCustomerName(db, need.customer_id, language),
      score: match.score,
      byDate: need.by_date,
    }));
}

function wishesOf(need: OpenNeedRow): NeedWishes {
  return {
    reference: need.reference,
    brands: need.brand ? [need.brand] : [],
    category: need.category,
    attributes: comparableWishes(readWishes(need.attributes), need.category),
    budgetMinMinor: need.budget_min_minor,
    budgetMaxMinor: need.budget_max_minor,
  };
}
