import type { FoundSource, ShopSource } from '../../kernel/parts';

/** Requests find their customer by number alone: what is asked about one's own data is not for every search. */
export const foundPrivacyRequests: FoundSource = {
  field: 'privacyRequest',
  select: `SELECT q.customer_id AS id, q.number, '' AS body, 0 AS is_discreet, q.made_at AS at FROM privacy_requests q`,
  column: 'q.customer_id',
};

/** A request of somebody who is not on record, by its number. */
export const privacyRequestsByNumber: ShopSource = {
  place: 'privacyRequest',
  permission: 'privacy.read',
  isByNumber: true,
  select: `SELECT id, number, number AS title, '' AS words, customer_id FROM privacy_requests
    WHERE number = @number AND customer_id IS NULL`,
};
