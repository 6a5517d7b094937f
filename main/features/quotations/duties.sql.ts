import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, rangeOf, standing } from '../today/due.sql';

/** How many days before its last one an unanswered offer is shown. */
const horizon = 7;

/** Sent offers nobody answered that run out within the week. Mine are those I wrote. */
export const quotationDuties: DutySource = (db, { staffId, customerId }, moment) => {
  const whose =
    customerId === null ? '(@staffId IS NULL OR q.staff_id = @staffId)' : 'q.customer_id = @customerId';
  const rows = prepared(
    db,
    `SELECT q.id, q.customer_id, q.expires_on AS due_on, q.is_discreet, count(*) OVER () AS found,
       json_object('number', CASE q.revision WHEN 1 THEN q.number ELSE q.number || '-' || q.revision END,
         'what', (SELECT description FROM quotation_lines WHERE quotation_id = q.id ORDER BY position LIMIT 1)) AS params
     FROM quotations q JOIN customers c ON c.id = q.customer_id AND ${standing}
     WHERE q.status = 'sent' AND q.superseded_by_id IS NULL AND q.expires_on BETWEEN @from AND @to AND ${whose}
     ORDER BY q.expires_on, q.id LIMIT @limit`,
  ).all({
    ...rangeOf(moment, { ahead: horizon, isOverAfterwards: true }),
    limit: limitOf(moment),
    ...(customerId === null ? { staffId } : { customerId }),
  }) as DueRow[];
  return groupOf(db, 'quotation', rows, moment.today);
};
