import type { DutyKind } from '@shared/contract/today';
import { addDays, civilDateOf, daysBetween, startOfDay } from '@shared/domain/dates';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { readSetting } from '../shop/shop.sql';
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

interface ToldRow extends Omit<DueRow, 'params' | 'due_on'> {
  readonly told_at: number;
  /** The last time somebody asked. */
  readonly asked_at: number;
  readonly item: string;
  readonly number: string;
}

/**
 * Told that it is ready, and it still lies at the counter: asked about again every so many days (the shop's rule), and to be
 * returned where nobody answered for longer than the rule allows.
 */
export const jobUncollectedDuties: DutySource = (db, scope, moment) => {
  const { today, timeZone } = moment;
  const { readyDays, answerDays } = readSetting(db, 'jobRules');
  const { from, to } = rangeOf(moment, { ahead: 0 });
  const asked = `coalesce((SELECT max(e.at) FROM service_job_events e WHERE e.job_id = j.id AND e.step = 'tell'), j.told_at)`;
  const rows = prepared(
    db,
    `SELECT j.id, j.customer_id, j.told_at, ${asked} AS asked_at, j.item_name AS item, j.number, j.is_discreet,
       count(*) OVER () AS found
     FROM service_jobs j JOIN customers c ON c.id = j.customer_id AND ${standing}
     WHERE j.ended_at IS NULL AND j.stage = 'told' AND ${asked} >= @since AND ${asked} < @before
       AND ${whose(scope, 'j.intake_by')}
     ORDER BY asked_at, j.id LIMIT @limit`,
  ).all({
    since: from === '' ? 0 : startOfDay(addDays(from, -readyDays), timeZone),
    before: startOfDay(addDays(to, 1 - readyDays), timeZone),
    limit: limitOf(moment),
    ...people(scope),
  }) as ToldRow[];
  return groupOf(
    db,
    'job-uncollected',
    rows.map(({ told_at, asked_at, item, number, ...row }) => {
      const told = civilDateOf(told_at, timeZone);
      const days = daysBetween(told, today);
      return {
        ...row,
        due_on: addDays(civilDateOf(asked_at, timeZone), readyDays),
        params: JSON.stringify({ item, number, told, days, case: days > answerDays ? 'return' : 'ask' }),
      };
    }),
    today,
  );
};
