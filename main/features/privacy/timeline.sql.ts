import type { TimelineSource } from '../../kernel/parts';

/** Requests as they came and as they were answered, on the customer's timeline; their words stand in the request. */
export const privacyTimeline: readonly TimelineSource[] = [
  {
    kind: 'privacy',
    select: `SELECT made_at AS at, id, 'received-' || kind AS what, NULL AS detail, made_by AS staff_id, 0 AS is_discreet,
        0 AS is_edited, json_object('number', number, 'dueOn', due_on) AS more
      FROM privacy_requests WHERE customer_id = @id`,
  },
  {
    kind: 'privacy',
    select: `SELECT answered_at AS at, id || ' answered' AS id, 'answered-' || status AS what, NULL AS detail,
        answered_by AS staff_id, 0 AS is_discreet, 0 AS is_edited, json_object('number', number) AS more
      FROM privacy_requests WHERE customer_id = @id AND answered_at IS NOT NULL`,
  },
];
