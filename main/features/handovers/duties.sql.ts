import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, rangeOf, standing } from '../today/due.sql';

/** The department of the member of staff, by their role. */
const ownDepartment = `(SELECT CASE role WHEN 'advisor' THEN 'counter' WHEN 'service' THEN 'service' ELSE 'management' END
  FROM staff WHERE id = @staffId)`;

/** Questions that wait for an answer. Mine are those to my department, and those I asked. */
export const handoverDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const whose =
    customerId === null
      ? `(@staffId IS NULL OR h.opened_by = @staffId OR h.to_department = ${ownDepartment})`
      : 'h.customer_id = @customerId';
  const rows = prepared(
    db,
    `SELECT h.id, h.customer_id, h.due_on, h.is_discreet, count(*) OVER () AS found,
       json_object('subject', h.subject, 'number', h.number, 'to', h.to_department) AS params
     FROM handovers h JOIN customers c ON c.id = h.customer_id AND ${standing}
     WHERE h.closed_at IS NULL AND coalesce(h.due_on, '') BETWEEN @from AND @to AND ${whose}
     ORDER BY h.due_on, coalesce(h.due_time, '24:00'), h.id LIMIT @limit`,
  ).all({
    ...rangeOf(moment),
    limit: limitOf(moment),
    ...(customerId === null ? { staffId } : { customerId }),
  }) as DueRow[];
  return groupOf(db, 'handover', rows, moment.today);
};
