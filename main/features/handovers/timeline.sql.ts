import type { TimelineSource } from '../../kernel/parts';

/** What departments asked each other about a customer, and how it was answered. */
export const handoversTimeline: readonly TimelineSource[] = [
  {
    kind: 'handover',
    select: `SELECT m.at, m.id, m.kind AS what, CASE WHEN m.kind = 'asked' THEN h.subject || ': ' || m.body ELSE m.body END
        AS detail, m.staff_id, h.is_discreet, 0 AS is_edited, json_object('number', h.number) AS more
      FROM handovers h JOIN handover_messages m ON m.handover_id = h.id
      WHERE h.customer_id = @id AND m.kind <> 'answered'`,
  },
];
