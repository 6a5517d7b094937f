import type { TimelineSource } from '../../kernel/parts';

/** Receipts, on the customer's timeline. */
export const salesTimeline: readonly TimelineSource[] = [
  {
    kind: 'purchase',
    select: `SELECT s.sold_at AS at, s.id, s.kind AS what,
        (SELECT group_concat(description, char(10)) FROM (
          SELECT d.text AS description FROM sale_lines l JOIN descriptions d ON d.no = l.description_no
          WHERE l.sale_no = s.no ORDER BY l.position LIMIT 4)) AS detail,
        s.staff_id,
        EXISTS (SELECT 1 FROM items i WHERE i.sale_no = s.no AND i.is_discreet = 1) AS is_discreet,
        0 AS is_edited,
        json_object('number', s.receipt_number, 'minor', s.total_minor, 'currency', s.currency,
          'lines', (SELECT count(*) FROM sale_lines WHERE sale_no = s.no)) AS more
      FROM sales s WHERE s.customer_id = @id AND s.deleted_at IS NULL`,
  },
];
