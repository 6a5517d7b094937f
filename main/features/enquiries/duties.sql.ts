import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, rangeOf, standing } from '../today/due.sql';

/** How many days ahead a promised answer is shown. */
const horizon = 7;

/** Open enquiries whose answer is late or due within the week. Mine are those I promised, or was asked. */
export const enquiryDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const { today } = moment;
  const whose =
    customerId === null
      ? '(@staffId IS NULL OR coalesce(p.owner_id, e.staff_id) = @staffId)'
      : 'e.customer_id = @customerId';
  const rows = prepared(
    db,
    `SELECT e.id, e.customer_id, p.due_on, e.is_discreet, count(*) OVER () AS found,
       json_object('what', e.question, 'number', e.number, 'owner', coalesce(o.name, s.name)) AS params
     FROM enquiries e JOIN customers c ON c.id = e.customer_id AND ${standing} JOIN staff s ON s.id = e.staff_id
       LEFT JOIN promises p ON p.id = e.promise_id AND p.status = 'open' LEFT JOIN staff o ON o.id = p.owner_id
     WHERE e.status = 'open' AND coalesce(p.due_on, '') BETWEEN @from AND @to
       AND (p.snoozed_until IS NULL OR p.snoozed_until <= @today) AND ${whose}
     ORDER BY coalesce(p.due_on, ''), coalesce(p.due_time, '24:00'), e.id LIMIT @limit`,
  ).all({
    today,
    ...rangeOf(moment, { ahead: horizon }),
    limit: limitOf(moment),
    ...(customerId === null ? { staffId } : { customerId }),
  }) as DueRow[];
  return groupOf(db, 'enquiry', rows, today);
};
