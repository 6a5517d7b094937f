import type { recommendationsContract } from '@shared/contract/recommendations';
import type { CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findNeed, setMatchesSeen } from '../needs/needs.sql';
import { findProduct } from '../products/products.sql';
import {
  addStep,
  deleteRecommendation,
  dropStep,
  findRecommendation,
  findStanding,
  insertRecommendation,
} from './recommendations.sql';

export const recommendationsCommands: CommandHandlers<typeof recommendationsContract> = {
  'recommendations.record': (
    { db, now, staff, newId, about, fail },
    { customerId, productId, needId, outcome, reasons },
  ) => {
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if (!findProduct(db, productId)) fail('PRODUCT_NOT_FOUND');
    if (needId !== null && findNeed(db, needId)?.customer_id !== customer.id) fail('NEED_NOT_FOUND');
    if (needId !== null) setMatchesSeen(db, needId, now);
    const standing = findStanding(db, { customerId: customer.id, productId, needId });
    if (standing) {
      about('recommendation', standing.id);
      if (standing.outcome !== outcome) addStep(db, standing, { outcome, at: now, staffId: staff.staffId });
      return { recommendationId: standing.id };
    }
    const recommendationId = newId();
    about('recommendation', recommendationId);
    insertRecommendation(db, {
      id: recommendationId,
      customer_id: customer.id,
      need_id: needId,
      product_id: productId,
      staff_id: staff.staffId,
      at: now,
      outcome,
      outcome_at: now,
      reasons: JSON.stringify(reasons),
    });
    return { recommendationId };
  },

  'recommendations.undo': ({ db, about, fail }, { recommendationId }) => {
    const row = findRecommendation(db, recommendationId) ?? fail('RECOMMENDATION_NOT_FOUND');
    if (row.sale_id !== null) fail('RECOMMENDATION_SOLD');
    about('recommendation', recommendationId);
    if (!dropStep(db, row)) deleteRecommendation(db, recommendationId);
    return null;
  },
};
