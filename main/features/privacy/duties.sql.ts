import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, mostOfAKind, standing } from '../today/due.sql';

/** Open requests with the last of their 40 days, the first to end at the top: the managers', and whoever took them in. */
export const privacyDuties: DutySource = (db, { staffId, customerId }, { today }) => {
  const whose =
    customerId === null
      ? `(@staffId IS NULL OR q.made_by = @staffId
          OR EXISTS (SELECT 1 FROM staff s WHERE s.id = @staffId AND s.role = 'manager'))`
      : 'q.customer_id = @customerId';
  const rows = prepared(
    db,
    `SELECT q.id, q.customer_id, q.due_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('number', q.number, 'request', q.kind) AS params
     FROM privacy_requests q JOIN customers c ON c.id = q.customer_id AND ${standing}
     WHERE q.status = 'open' AND ${whose} ORDER BY q.due_on, q.id LIMIT @limit`,
  ).all({ limit: mostOfAKind, ...(customerId === null ? { staffId } : { customerId }) }) as DueRow[];
  return groupOf(db, 'privacy-request', rows, today);
};
