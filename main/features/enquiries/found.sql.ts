import type { FoundSource } from '../../kernel/parts';

/** Enquiries find their customer by number, question and answer. */
export const foundEnquiries: FoundSource = {
  field: 'enquiry',
  select: `SELECT e.customer_id AS id, e.number, e.question || ' ' || coalesce(e.answer, '') AS body, e.is_discreet,
      e.asked_at AS at
    FROM enquiries e`,
  column: 'e.customer_id',
};
