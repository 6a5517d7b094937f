import type { FoundSource, ShopSource } from '../../kernel/parts';

/** An event finds those who were asked to it or came. */
export const foundGuests: FoundSource = {
  field: 'event',
  select: `SELECT g.customer_id AS id, g.number, g.body, 0 AS is_discreet, g.at
    FROM (SELECT x.customer_id, x.number, e.name AS body, x.added_at AS at FROM event_guests x
      JOIN events e ON e.id = x.event_id WHERE x.invited_at IS NOT NULL OR x.arrived_at IS NOT NULL) g`,
  column: 'g.customer_id',
};

/** Their own events find them by name and place. */
export const foundOwnEvents: FoundSource = {
  field: 'event',
  select: `SELECT o.customer_id AS id, NULL AS number, trim(o.name || ' ' || o.place) AS body, o.is_discreet, o.made_at AS at
    FROM customer_events o`,
  column: 'o.customer_id',
};

/** Our own events by number, name and place. */
export const eventsByName: ShopSource = {
  place: 'event',
  permission: 'events.read',
  select: `SELECT id, number, name AS title, place AS words, NULL AS customer_id FROM events ORDER BY starts_on DESC, id DESC`,
};
