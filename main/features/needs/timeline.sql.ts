import type { TimelineSource } from '../../kernel/parts';

/** What was asked for, on the customer's timeline. */
export const needsTimeline: readonly TimelineSource[] = [
  {
    kind: 'need',
    select: `SELECT at, id, 'need' AS what, coalesce(answered, asked, seen) AS detail, staff_id, is_discreet,
        0 AS is_edited,
        json_object('category', coalesce(category, ''), 'brand', coalesce(brand, ''),
          'reference', coalesce(reference, ''), 'status', status) AS more
      FROM needs WHERE customer_id = @id AND deleted_at IS NULL`,
  },
];
