import type { TimelineSource } from '../../kernel/parts';

/** Quotations as they were sent, answered, replaced and sold, on the customer's timeline. Drafts are the shop's own. */
export const quotationsTimeline: readonly TimelineSource[] = [
  {
    kind: 'quotation',
    select: `SELECT e.at, e.id, e.kind AS what,
        CASE WHEN e.kind IN ('sent', 'sold') THEN
          (SELECT group_concat(description, char(10)) FROM (
            SELECT description FROM quotation_lines WHERE quotation_id = q.id ORDER BY position LIMIT 4))
          ELSE e.detail END AS detail,
        e.staff_id, q.is_discreet, 0 AS is_edited,
        json_object('number', CASE q.revision WHEN 1 THEN q.number ELSE q.number || '-' || q.revision END,
          'minor', q.total_minor, 'currency', q.currency, 'expiresOn', q.expires_on,
          'lines', CASE WHEN e.kind IN ('sent', 'sold')
            THEN (SELECT count(*) FROM quotation_lines WHERE quotation_id = q.id) ELSE 0 END) AS more
      FROM quotations q JOIN quotation_events e ON e.quotation_id = q.id
      WHERE q.customer_id = @id AND e.kind IN ('sent', 'confirmed', 'declined', 'revised', 'sold')`,
  },
];
