import type { FoundSource } from '../../kernel/parts';

/** Requests find their customer by number alone: what is asked about one's own data is not for every search. */
export const foundPrivacyRequests: FoundSource = {
  field: 'privacyRequest',
  select: `SELECT q.customer_id AS id, q.number, '' AS body, 0 AS is_discreet, q.made_at AS at FROM privacy_requests q`,
  column: 'q.customer_id',
};
