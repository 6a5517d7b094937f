import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, rangeOf, standing } from '../today/due.sql';
import { answersEnquiry } from './promises.sql';

/** How many days ahead a promise is shown. */
const horizon = 7;

/**
 * Open promises that are late or due within the week; a snoozed one comes back on its day. Mine are those I own. What
 * answers an open enquiry stands among the enquiries, with its question.
 */
export const promiseDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const { today } = moment;
  const whose =
    customerId === null ? '(@staffId IS NULL OR p.owner_id = @staffId)' : 'p.customer_id = @customerId';
  const rows = prepared(
    db,
    `SELECT p.id, p.customer_id, p.due_on, p.is_discreet, count(*) OVER () AS found,
       json_object('what', p.what, 'number', p.number, 'time', coalesce(p.due_time, ''), 'owner', s.name) AS params
     FROM promises p JOIN customers c ON c.id = p.customer_id AND ${standing} JOIN staff s ON s.id = p.owner_id
     WHERE p.status = 'open' AND p.due_on BETWEEN @from AND @to AND (p.snoozed_until IS NULL OR p.snoozed_until <= @today)
       AND ${whose}
       AND NOT ${answersEnquiry}
     ORDER BY p.due_on, coalesce(p.due_time, '24:00'), p.id LIMIT @limit`,
  ).all({
    today,
    ...rangeOf(moment, { ahead: horizon }),
    limit: limitOf(moment),
    ...(customerId === null ? { staffId } : { customerId }),
  }) as DueRow[];
  return groupOf(db, 'promise', rows, today);
};
