import type { TimelineSource } from '../../kernel/parts';

/** Enquiries as they were asked and as they were answered, on the customer's timeline. */
export const enquiriesTimeline: readonly TimelineSource[] = [
  {
    kind: 'enquiry',
    select: `SELECT asked_at AS at, id, 'asked' AS what, question AS detail, staff_id, is_discreet, 0 AS is_edited,
        json_object('number', number) AS more
      FROM enquiries WHERE customer_id = @id`,
  },
  {
    kind: 'enquiry',
    select: `SELECT answered_at AS at, id || ' answered' AS id, 'answered' AS what, answer AS detail,
        answered_by AS staff_id, is_discreet, 0 AS is_edited, json_object('number', number) AS more
      FROM enquiries WHERE customer_id = @id AND answered_at IS NOT NULL`,
  },
];
