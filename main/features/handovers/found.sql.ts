import type { FoundSource } from '../../kernel/parts';

/** Hand-overs find their customer by number, subject and every line of the thread. */
export const foundHandovers: FoundSource = {
  field: 'handover',
  select: `SELECT h.customer_id AS id, h.number, concat_ws(' ', h.subject, (SELECT group_concat(m.body, ' ')
      FROM handover_messages m WHERE m.handover_id = h.id)) AS body, h.is_discreet, h.opened_at AS at
    FROM handovers h`,
  column: 'h.customer_id',
};
