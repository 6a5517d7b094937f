import type { TimelineSource } from '../../kernel/parts';

const what = `json_object('what', k.name || coalesce(' ' || k.chinese_name, ''))`;

/** Gifts as they were given and, seldom, taken back, on the customer's timeline. */
export const giftsTimeline: readonly TimelineSource[] = [
  {
    kind: 'gift',
    select: `SELECT g.made_at AS at, g.id, 'given' AS what, g.what_for AS detail,
        g.given_by AS staff_id, g.is_discreet, 0 AS is_edited, ${what} AS more
      FROM gifts g JOIN gift_kinds k ON k.id = g.gift_kind_id WHERE g.customer_id = @id`,
  },
  {
    kind: 'gift',
    select: `SELECT g.taken_back_at AS at, g.id || ' back' AS id, 'takenBack' AS what, g.taken_back_reason AS detail,
        g.taken_back_by AS staff_id, g.is_discreet, 0 AS is_edited, ${what} AS more
      FROM gifts g JOIN gift_kinds k ON k.id = g.gift_kind_id WHERE g.customer_id = @id AND g.taken_back_at IS NOT NULL`,
  },
];
