import { REVIEW_HORIZON_DAYS } from '@shared/domain/reviews';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, dutyOf, limitOf, people, rangeOf, standing, whose } from '../today/due.sql';
import { listDueReviews } from './due.sql';

/** Meetings that are planned within the fortnight or were not closed, and those that are due and not planned yet. */
export const reviewDuties: DutySource = (db, scope, moment) => {
  const { today } = moment;
  const range = rangeOf(moment, { ahead: REVIEW_HORIZON_DAYS });
  const limit = limitOf(moment);
  const planned = prepared(
    db,
    `SELECT r.id, r.customer_id, r.planned_on AS due_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('case', 'planned', 'number', r.number, 'time', coalesce(r.planned_time, ''), 'place', r.place) AS params
     FROM review_meetings r JOIN customers c ON c.id = r.customer_id AND ${standing}
     WHERE r.status = 'planned' AND r.planned_on BETWEEN @from AND @to AND ${whose(scope, 'r.lead_id')}
     ORDER BY r.planned_on, r.planned_time, r.id LIMIT @limit`,
  ).all({ ...people(scope), ...range, limit }) as DueRow[];
  const { total, rows } = listDueReviews(db, scope, { ...range, limit });
  const due = rows.map(
    ({ customer_id, due_on }): DueRow => ({
      id: `due ${customer_id}`,
      customer_id,
      due_on,
      is_discreet: 0,
      params: JSON.stringify({ case: 'due' }),
      found: total,
    }),
  );
  const duties = [...planned, ...due]
    .map((row) => dutyOf(db, 'review', row, today))
    .filter((duty) => duty !== null)
    .slice(0, limit);
  return { kind: 'review', total: (planned[0]?.found ?? 0) + total, duties };
};
