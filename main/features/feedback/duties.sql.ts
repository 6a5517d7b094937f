import { addDays, startOfDay } from '@shared/domain/dates';
import { askingWindow } from '@shared/domain/feedback';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { readSetting } from '../shop/shop.sql';
import { type DueRow, groupOf, limitOf, people, standing, whose } from '../today/due.sql';

/**
 * Whom to ask how it was: a purchase some days ago, nobody asked them lately, they did not decline, and no complaint is
 * open. It has no day of its own: nobody was promised it.
 */
export const surveyDuties: DutySource = (db, scope, moment) => {
  const { today, timeZone } = moment;
  if (moment.window) return groupOf(db, 'survey', [], today);
  const rules = readSetting(db, 'surveyRules');
  const { from, to } = askingWindow(today, rules);
  const since = (days: number) => startOfDay(addDays(today, 1 - days), timeZone);
  const rows = prepared(
    db,
    `SELECT s.id, s.customer_id, max(s.sold_on) AS sold_on, 0 AS is_discreet, count(*) OVER () AS found,
       json_object('soldOn', max(s.sold_on), 'receipt', s.receipt_number) AS params, NULL AS due_on
     FROM sales s JOIN customers c ON c.id = s.customer_id AND ${standing}
     WHERE ${scope.customerId === null ? '' : '+'}s.sold_on BETWEEN @from AND @to AND s.kind = 'sale'
       AND s.deleted_at IS NULL AND ${whose(scope, 's.staff_id')}
       AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.customer_id = s.customer_id
         AND f.at >= iif(f.status = 'declined', @declinedSince, @askedSince))
       AND NOT EXISTS (SELECT 1 FROM complaints x WHERE x.customer_id = s.customer_id AND x.status = 'open')
     GROUP BY s.customer_id ORDER BY sold_on DESC, s.customer_id LIMIT @limit`,
  ).all({
    from,
    to,
    limit: limitOf(moment),
    askedSince: since(rules.quietDays),
    declinedSince: since(Math.max(rules.declinedQuietDays, rules.quietDays)),
    ...people(scope),
  }) as DueRow[];
  return groupOf(db, 'survey', rows, today);
};
