import type { TimelineSource } from '../../kernel/parts';

/** The steps of a case that the customer would remember, on their timeline. */
export const complaintsTimeline: readonly TimelineSource[] = [
  {
    kind: 'complaint',
    select: `SELECT e.at, e.id, e.kind AS what, e.words AS detail, e.staff_id, x.is_discreet, 0 AS is_edited,
        json_object('number', x.number) AS more
      FROM complaints x JOIN complaint_events e ON e.complaint_id = x.id
      WHERE x.customer_id = @id AND e.kind IN ('received', 'responded', 'escalated', 'remedy-agreed', 'told', 'closed',
        'satisfaction', 'reopened')`,
  },
];
