import type { DutySource } from '../../kernel/parts';
import { dueRows, groupOf, rangeOf, standing, unlessOne } from '../today/due.sql';
import { answersEnquiry } from './promises.sql';

/** How many days ahead a promise is shown. */
const horizon = 7;

/**
 * Open promises that are late or due within the week; a snoozed one comes back on its day. Mine are those I own. What
 * answers an open enquiry stands among the enquiries, with its question.
 */
export const promiseDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const { today } = moment;
  // Three texts, so that each finds its index.
  const whose =
    customerId !== null ? 'p.customer_id = @customerId' : staffId !== null ? 'p.owner_id = @staffId' : 'true';
  const rows = dueRows(
    db,
    {
      columns: `p.id, p.customer_id, p.due_on, p.is_discreet,
        json_object('what', p.what, 'number', p.number, 'time', coalesce(p.due_time, ''), 'owner', s.name) AS params`,
      from: `promises p CROSS JOIN customers c ON c.id = p.customer_id AND ${standing} JOIN staff s ON s.id = p.owner_id
        WHERE p.status = 'open' AND ${unlessOne({ staffId, customerId })}p.due_on BETWEEN @from AND @to
          AND (p.snoozed_until IS NULL OR p.snoozed_until <= @today) AND ${whose} AND NOT ${answersEnquiry}`,
      order: `p.due_on, coalesce(p.due_time, '24:00'), p.id`,
    },
    {
      today,
      ...rangeOf(moment, { ahead: horizon }),
      ...(customerId !== null ? { customerId } : staffId !== null ? { staffId } : {}),
    },
    moment,
  );
  return groupOf(db, 'promise', rows, today);
};
