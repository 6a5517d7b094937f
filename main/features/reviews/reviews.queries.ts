import type { reviewsContract } from '@shared/contract/reviews';
import { addDays } from '@shared/domain/dates';
import { nextReviewOn, REVIEW_HORIZON_DAYS } from '@shared/domain/reviews';
import type { QueryHandlers } from '../../kernel/handlers';
import { namesOf } from '../customers/cards.sql';
import { findCustomer, findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { findMembership } from '../vip/vip.sql';
import { dueReviewOf, listDueReviews } from './due.sql';
import { pointOf, reviewOf } from './review-view';
import {
  findShownReview,
  listReviewEvents,
  listReviewPoints,
  listReviews,
  listReviewsOf,
} from './reviews.sql';

const mostDue = 100;

export const reviewsQueries: QueryHandlers<typeof reviewsContract> = {
  'reviews.list': ({ db, staff, today }, { show, scope, limit }) => {
    const rows = listReviews(db, { show, leadId: scope === 'mine' ? staff.staffId : null, limit });
    const names = listStaffNames(db);
    return { total: rows[0]?.found ?? 0, reviews: rows.map((row) => reviewOf(row, names, today)) };
  },

  'reviews.due': ({ db, staff, today }, { scope }) => {
    const { total, rows } = listDueReviews(
      db,
      { staffId: scope === 'mine' ? staff.staffId : null, customerId: null },
      { to: addDays(today, REVIEW_HORIZON_DAYS), limit: mostDue },
    );
    return {
      total,
      due: rows.flatMap(({ customer_id, due_on, last_held_on }) => {
        const row = findCustomer(db, customer_id);
        if (!row) return [];
        return [
          {
            customer: { ...namesOf(row), id: row.id, number: row.number },
            tier: findMembership(db, customer_id)?.tier ?? null,
            dueOn: due_on,
            lastHeldOn: last_held_on,
          },
        ];
      }),
    };
  },

  'reviews.forCustomer': ({ db, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const names = listStaffNames(db);
    const tier = findMembership(db, customer.id)?.tier ?? null;
    return {
      reviews: listReviewsOf(db, customer.id).map((row) => reviewOf(row, names, today)),
      tier,
      months: (tier === null ? undefined : readSetting(db, 'reviewRules').months[tier]) ?? null,
      dueOn: dueReviewOf(db, customer.id),
    };
  },

  'reviews.get': ({ db, today, fail }, { reviewId }) => {
    const row = findShownReview(db, reviewId) ?? fail('REVIEW_NOT_FOUND');
    const tier = findMembership(db, row.customer_id)?.tier ?? null;
    return {
      review: reviewOf(row, listStaffNames(db), today),
      points: listReviewPoints(db, reviewId).map(pointOf),
      events: listReviewEvents(db, reviewId).map((event) => ({
        id: event.id,
        at: event.at,
        by: event.staff_name,
        kind: event.kind as 'planned',
        reason: event.reason,
        detail: JSON.parse(event.detail) as Record<string, string | null>,
      })),
      suggestedNextOn: nextReviewOn(readSetting(db, 'reviewRules'), tier, today),
    };
  },
};
