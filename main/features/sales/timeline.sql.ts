import type { TimelineSource } from '../../kernel/parts';

/** Receipts, on the customer's timeline. */
export const salesTimeline: readonly TimelineSource[] = [
  {
    kind: 'purchase',
    select: `SELECT s.sold_at AS at, s.id, s.kind AS what,
        (SELECT group_concat(description, char(10)) FROM (
          SELECT description FROM sale_lines WHERE sale_id = s.id ORDER BY position LIMIT 4)) AS detail,
        s.staff_id,
        EXISTS (SELECT 1 FROM sale_lines l JOIN items i ON i.sale_line_id = l.id
          WHERE l.sale_id = s.id AND i.is_discreet = 1) AS is_discreet,
        0 AS is_edited,
        json_object('number', s.receipt_number, 'minor', s.total_minor, 'currency', s.currency,
          'lines', (SELECT count(*) FROM sale_lines WHERE sale_id = s.id)) AS more
      FROM sales s WHERE s.customer_id = @id AND s.deleted_at IS NULL`,
  },
];
