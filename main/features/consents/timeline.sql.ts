import type { TimelineSource } from '../../kernel/parts';

/** What was permitted and refused, on the customer's timeline. */
export const consentsTimeline: readonly TimelineSource[] = [
  {
    kind: 'consent',
    select: `SELECT recorded_at AS at, id, kind AS what, note AS detail, staff_id, 0 AS is_discreet, 0 AS is_edited,
        json_object('purpose', purpose, 'channels', channels) AS more
      FROM consent_events WHERE customer_id = @id`,
  },
];
