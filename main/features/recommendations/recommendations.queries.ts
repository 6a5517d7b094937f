import type { recommendationsContract } from '@shared/contract/recommendations';
import { outcomes } from '@shared/contract/recommendations';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { findNeed } from '../needs/needs.sql';
import { listProductCards } from '../needs/product-cards.sql';
import { listRecommendations, type RecommendationRow } from './recommendations.sql';
import { shortlistFor } from './shortlist';

const shownEarlier = 12;

export const recommendationsQueries: QueryHandlers<typeof recommendationsContract> = {
  'recommendations.forCustomer': ({ db, shop, now, today, fail }, { customerId, needId, limit }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const need = needId === null ? null : (findNeed(db, needId) ?? fail('NEED_NOT_FOUND'));
    if (need && need.customer_id !== customer.id) fail('NEED_NOT_FOUND');
    const { result, usesHistory } = shortlistFor(db, {
      shop,
      customerId: customer.id,
      need,
      now,
      today,
      limit,
    });
    const rows = listRecommendations(db, customer.id);
    const earlier = rows.slice(0, shownEarlier);
    const staff = listStaffNames(db);
    const cards = listProductCards(db, [
      ...result.shortlist.map(({ productId }) => productId),
      ...earlier.map((row) => row.product_id),
    ]);
    return {
      shortlist: result.shortlist.flatMap((entry) => {
        const product = cards.get(entry.productId);
        if (!product) return [];
        const row = rows.find(
          (one) => one.product_id === entry.productId && one.need_id === needId && one.sale_id === null,
        );
        const plain = ({ code, params }: (typeof entry.reasons)[number]) => ({ code, params });
        return [
          {
            product,
            score: entry.score,
            reasons: entry.reasons.map(plain),
            cautions: entry.cautions.map(plain),
            recorded: row ? toRecorded(row, staff) : null,
          },
        ];
      }),
      earlier: earlier.flatMap((row) => {
        const product = cards.get(row.product_id);
        return product ? [{ ...toRecorded(row, staff), product }] : [];
      }),
      usesHistory,
    };
  },
};

function toRecorded(row: RecommendationRow, staff: ReadonlyMap<string, string>) {
  return {
    id: row.id,
    needId: row.need_id,
    outcome: outcomes.find((outcome) => outcome === row.outcome) ?? 'shown',
    at: row.outcome_at,
    by: staff.get(row.staff_id) ?? null,
  };
}
