import type { TimelineSource } from '../../kernel/parts';

/** Our events as a guest lived through them, and their own, on the customer's timeline. */
export const eventsTimeline: readonly TimelineSource[] = [
  {
    kind: 'event',
    select: `SELECT t.at, t.id, iif(t.kind = 'replied', json_extract(t.detail, '$.reply'), t.kind) AS what,
        nullif(g.note, '') AS detail, t.staff_id, 0 AS is_discreet, 0 AS is_edited,
        json_object('event', e.name, 'persons', coalesce(json_extract(t.detail, '$.persons'), 1)) AS more
      FROM event_guests g JOIN event_steps t ON t.guest_id = g.id JOIN events e ON e.id = g.event_id
      WHERE g.customer_id = @id AND t.kind IN ('invited', 'replied', 'arrived', 'told')
        AND (t.kind <> 'arrived' OR g.arrived_at IS NOT NULL)`,
  },
  {
    kind: 'event',
    select: `SELECT made_at AS at, id, 'own' AS what, concat_ws(char(10), name, nullif(words, '')) AS detail,
        made_by AS staff_id, is_discreet, 0 AS is_edited, json_object('heldOn', held_on) AS more
      FROM customer_events WHERE customer_id = @id`,
  },
  {
    kind: 'event',
    select: `SELECT closed_at AS at, id || ' closed' AS id, status AS what, concat_ws(char(10), name, outcome) AS detail,
        closed_by AS staff_id, is_discreet, 0 AS is_edited, json_object('heldOn', held_on) AS more
      FROM customer_events WHERE customer_id = @id AND closed_at IS NOT NULL`,
  },
];
