import type { FoundSource } from '../../kernel/parts';

/** Complaints find their customer by number and by what was wrong. */
export const foundComplaints: FoundSource = {
  field: 'complaint',
  select: `SELECT k.customer_id AS id, k.number, k.what AS body, k.is_discreet, k.received_at AS at FROM complaints k`,
  column: 'k.customer_id',
};
