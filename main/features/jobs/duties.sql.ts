import type { DutyKind } from '@shared/contract/today';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { type DueRow, groupOf, limitOf, people, rangeOf, standing, whose } from '../today/due.sql';
import { isUnready } from './service-jobs.sql';

/** Jobs of one kind of duty: those of whoever took them in, or advises the customer. */
function jobDuties(kind: DutyKind, where: string, dueOn: string): DutySource {
  return (db, scope, moment) => {
    const { today } = moment;
    const rows = prepared(
      db,
      `SELECT j.id, j.customer_id, ${dueOn} AS due_on, j.is_discreet, count(*) OVER () AS found,
         json_object('item', j.item_name, 'number', j.number) AS params
       FROM service_jobs j JOIN promises p ON p.id = j.promise_id JOIN customers c ON c.id = j.customer_id AND ${standing}
       WHERE j.ended_at IS NULL AND ${where} AND coalesce(${dueOn}, '') BETWEEN @from AND @to
         AND ${whose(scope, 'j.intake_by')}
       ORDER BY due_on, j.id LIMIT @limit`,
    ).all({
      ...(where.includes('@today') ? { today } : {}),
      ...rangeOf(moment),
      limit: limitOf(moment),
      ...people(scope),
    }) as DueRow[];
    return groupOf(db, kind, rows, today);
  };
}

/** The day promised has passed and the item is not ready. */
export const jobLateDuties = jobDuties('job-late', `${isUnready} AND p.due_on < @today`, 'p.due_on');

/** The customer owes an answer to an estimate, until it runs out. */
export const jobEstimateDuties = jobDuties('job-estimate', `j.stage = 'estimated'`, 'j.estimate_valid_until');

/** Ready, and the customer does not know yet. */
export const jobReadyDuties = jobDuties('job-ready', `j.stage = 'ready'`, 'p.due_on');
