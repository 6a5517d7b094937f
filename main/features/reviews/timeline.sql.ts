import type { TimelineSource } from '../../kernel/parts';

/** Review meetings as they were planned and as they ended, on the customer's timeline. */
export const reviewsTimeline: readonly TimelineSource[] = [
  {
    kind: 'review',
    select: `SELECT e.at, e.id, e.kind AS what, CASE e.kind WHEN 'held' THEN r.customer_words ELSE e.reason END AS detail,
        e.staff_id, 0 AS is_discreet, 0 AS is_edited, json_object('number', r.number) AS more
      FROM review_meetings r JOIN review_events e ON e.review_id = r.id
      WHERE r.customer_id = @id AND e.kind IN ('planned', 'moved', 'held', 'cancelled', 'revived')`,
  },
];
