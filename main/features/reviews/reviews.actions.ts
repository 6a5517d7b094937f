import type { reviewsContract } from '@shared/contract/reviews';
import type { ActionHandlers } from '../../kernel/handlers';
import { letterShop } from '../../reports/letterhead';
import { reviewPaper } from '../../reports/review-meeting/review-meeting';
import { listStaffNames } from '../customers/customers.sql';
import { pointOf, reviewOf } from './review-view';
import { findShownReview, listReviewPoints } from './reviews.sql';

export const reviewsActions: ActionHandlers<typeof reviewsContract> = {
  'reviews.print': ({ db, today, devices, about, fail }, { reviewId, copy, language }) => {
    const row = findShownReview(db, reviewId) ?? fail('REVIEW_NOT_FOUND');
    about('review meeting', reviewId, [`${copy} copy`]);
    const document = reviewPaper({
      review: reviewOf(row, listStaffNames(db), today),
      points: listReviewPoints(db, reviewId).map(pointOf),
      shop: letterShop(db, language),
      copy,
      today,
      language,
    });
    return {
      documentId: devices.keepDocument({ ...document, holds: { kind: 'customer', id: row.customer_id } }),
    };
  },
};
