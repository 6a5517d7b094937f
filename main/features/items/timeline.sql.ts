import type { TimelineSource } from '../../kernel/parts';

/** What is owned, on the customer's timeline. */
export const itemsTimeline: readonly TimelineSource[] = [
  {
    kind: 'item',
    select: `SELECT created_at AS at, id, iif(is_bought_here, 'here', 'elsewhere') AS what, description AS detail,
        NULL AS staff_id, is_discreet, 0 AS is_edited,
        json_object('serial', coalesce(serial, '')) AS more
      FROM items WHERE customer_id = @id AND deleted_at IS NULL`,
  },
];
