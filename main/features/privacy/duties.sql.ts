import type { DutySource } from '../../kernel/parts';
import { type DueOfAnybody, dueRows, dutyOf, standing } from '../today/due.sql';

/**
 * Open requests with the last of their 40 days, the first to end at the top: the managers', and whoever took them in. Also of
 * people who are not on record: that nothing is held is an answer, too, and has the same days.
 */
export const privacyDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const isOne = customerId !== null;
  const whose = isOne
    ? 'q.customer_id = @customerId'
    : staffId === null
      ? 'true'
      : `(q.made_by = @staffId OR EXISTS (SELECT 1 FROM staff s WHERE s.id = @staffId AND s.role = 'manager'))`;
  const rows = dueRows<DueOfAnybody>(
    db,
    {
      columns: `q.id, q.customer_id, q.due_on, 0 AS is_discreet, q.requester_name AS name,
        json_object('number', q.number, 'request', q.kind, 'language', q.language) AS params`,
      from: `privacy_requests q LEFT JOIN customers c ON c.id = q.customer_id
        WHERE ${isOne ? '+' : ''}q.status = 'open' AND (q.customer_id IS NULL OR (${standing})) AND ${whose}`,
      order: 'q.due_on, q.id',
    },
    isOne ? { customerId } : staffId === null ? {} : { staffId },
    moment,
  );
  const duties = rows
    .map((row) => dutyOf(db, 'privacy-request', row, moment.today))
    .filter((duty) => duty !== null);
  return { kind: 'privacy-request', total: rows[0]?.found ?? 0, duties };
};
