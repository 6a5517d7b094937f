import type { TimelineSource } from '../../kernel/parts';

/** Invitations and cards, on the customer's timeline. */
export const vipTimeline: readonly TimelineSource[] = [
  {
    kind: 'vip',
    select: `SELECT at, id, outcome AS what, note AS detail, staff_id, 0 AS is_discreet, 0 AS is_edited, NULL AS more
      FROM vip_invitations WHERE customer_id = @id`,
  },
  {
    kind: 'vip',
    select: `SELECT created_at AS at, id, 'joined' AS what, NULL AS detail, NULL AS staff_id, 0 AS is_discreet,
        0 AS is_edited, json_object('number', card_number, 'tier', tier) AS more
      FROM vip_memberships WHERE customer_id = @id`,
  },
];
