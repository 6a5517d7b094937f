import type { TimelineSource } from '../../kernel/parts';
import { brandedWords } from '../products/branded.sql';

/** What was shown, and what became of it, on the customer's timeline. */
export const recommendationsTimeline: readonly TimelineSource[] = [
  {
    kind: 'recommendation',
    select: `SELECT r.outcome_at AS at, r.id, r.outcome AS what, r.note AS detail, r.staff_id, 0 AS is_discreet,
        0 AS is_edited,
        json_object('product', ${brandedWords('p.brand', 'p.name')}) AS more
      FROM recommendations r JOIN products p ON p.id = r.product_id WHERE r.customer_id = @id`,
  },
];
