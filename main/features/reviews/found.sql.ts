import type { FoundSource, ShopSource } from '../../kernel/parts';

/** Review meetings find their customer by number, place, who came along and what was said. */
export const foundReviews: FoundSource = {
  field: 'review',
  select: `SELECT r.customer_id AS id, r.number, concat_ws(' ', r.place, r.their_people, r.customer_words,
      r.cancelled_reason) AS body, 0 AS is_discreet, r.made_at AS at
    FROM review_meetings r`,
  column: 'r.customer_id',
};

/** The points of their agendas and minutes, each covered where it is discreet. */
export const foundReviewPoints: FoundSource = {
  field: 'review',
  select: `SELECT r.customer_id AS id, NULL AS number, concat_ws(' ', x.words, x.minutes) AS body, x.is_discreet,
      r.made_at AS at
    FROM review_meetings r JOIN review_points x ON x.review_id = r.id AND x.is_removed = 0`,
  column: 'r.customer_id',
};

/** A meeting by its number. */
export const reviewsByNumber: ShopSource = {
  place: 'review',
  permission: 'reviews.read',
  isByNumber: true,
  select: `SELECT id, number, place AS title, '' AS words, customer_id FROM review_meetings WHERE number = @number`,
};
