import type { TimelineSource } from '../../kernel/parts';
import { productWords } from './interests.sql';

/** What was registered, withdrawn, offered and answered, on the customer's timeline. */
export const interestsTimeline: readonly TimelineSource[] = [
  {
    kind: 'interest',
    select: `SELECT e.at, e.id, e.kind AS what, coalesce(e.reason, i.reason) AS detail, e.staff_id, i.is_discreet,
        0 AS is_edited, json_object('number', i.number, 'product', ${productWords}) AS more
      FROM interests i JOIN interest_events e ON e.interest_id = i.id JOIN products p ON p.id = i.product_id
      WHERE i.customer_id = @id`,
  },
  {
    kind: 'interest',
    select: `SELECT e.at, e.id, iif(e.kind = 'answered', e.answer, e.kind) AS what,
        coalesce(e.words, iif(e.kind = 'offered', o.words, NULL)) AS detail, e.staff_id, i.is_discreet, 0 AS is_edited,
        json_object('number', a.number, 'product', ${productWords}, 'until', o.hold_until) AS more
      FROM interests i JOIN allocation_offers o ON o.interest_id = i.id JOIN allocation_events e ON e.offer_id = o.id
        JOIN allocations a ON a.id = o.allocation_id JOIN products p ON p.id = i.product_id
      WHERE i.customer_id = @id`,
  },
  {
    kind: 'interest',
    select: `SELECT x.at, x.id, 'extended' AS what, x.reason AS detail, x.staff_id, i.is_discreet, 0 AS is_edited,
        json_object('number', a.number, 'product', ${productWords}, 'until', x.until) AS more
      FROM interests i JOIN allocation_offers o ON o.interest_id = i.id
        JOIN allocation_hold_extensions x ON x.offer_id = o.id
        JOIN allocations a ON a.id = o.allocation_id JOIN products p ON p.id = i.product_id
      WHERE i.customer_id = @id`,
  },
];
