import { addDays, type CivilDate, civilDateOf, endOfDay, startOfDay } from '@shared/domain/dates';
import { askingWindow, type Occasion } from '@shared/domain/feedback';
import { prepared } from '../../db/sql';
import type { DutySource } from '../../kernel/parts';
import { disturbing, mayBeDisturbed } from '../conversations/gate.sql';
import { readSetting } from '../shop/shop.sql';
import { type DueRow, groupOf, limitOf, people, standing, whose } from '../today/due.sql';

interface AskRow extends Omit<DueRow, 'params'> {
  readonly kind: Occasion;
  readonly at: number;
  readonly number: string;
  readonly item: string;
}

/**
 * Whom to ask how it was: a purchase or a collected repair some days ago, nobody asked them lately, they did not decline, no
 * complaint is open, no repair late, and they were not contacted as often as the shop allows. It has no day of its own:
 * nobody was promised it.
 */
export const surveyDuties: DutySource = (db, scope, moment) => {
  const { now, today, timeZone } = moment;
  if (moment.window) return groupOf(db, 'survey', [], today);
  const rules = readSetting(db, 'surveyRules');
  const bought = askingWindow(today, 'purchase', rules);
  const repaired = askingWindow(today, 'repair', rules);
  // With the customer given the planner begins there, otherwise with the days.
  const plus = scope.customerId === null ? '' : '+';
  const sources = [
    bought &&
      `SELECT 'purchase' AS kind, s.id, s.customer_id, s.sold_at AS at, s.receipt_number AS number, '' AS item,
         0 AS is_discreet
       FROM sales s JOIN customers c ON c.id = s.customer_id AND ${standing}
       WHERE ${plus}s.sold_on BETWEEN @boughtFrom AND @boughtTo AND s.kind = 'sale' AND s.deleted_at IS NULL
         AND ${whose(scope, 's.staff_id')}`,
    repaired &&
      `SELECT 'repair' AS kind, j.id, j.customer_id, j.ended_at AS at, j.number, j.item_name AS item, j.is_discreet
       FROM service_jobs j JOIN customers c ON c.id = j.customer_id AND ${standing}
       WHERE ${plus}j.ended_at BETWEEN @repairedFrom AND @repairedTo AND j.stage = 'collected'
         AND ${whose(scope, 'j.intake_by')}`,
  ].filter(Boolean);
  if (sources.length === 0) return groupOf(db, 'survey', [], today);
  const since = (days: number) => startOfDay(addDays(today, 1 - days), timeZone);
  const rows = prepared(
    db,
    // The latest of each customer's stands for all.
    `SELECT o.kind, o.id, o.customer_id, max(o.at) AS at, o.number, o.item, o.is_discreet, NULL AS due_on,
       count(*) OVER () AS found
     FROM (${sources.join(' UNION ALL ')}) o
     WHERE NOT EXISTS (SELECT 1 FROM feedback f WHERE f.customer_id = o.customer_id
         AND f.at >= iif(f.status = 'declined', @declinedSince, @askedSince))
       AND ${mayBeDisturbed('o.customer_id')}
     GROUP BY o.customer_id ORDER BY at DESC, o.customer_id LIMIT @limit`,
  ).all({
    limit: limitOf(moment),
    askedSince: since(rules.quietDays),
    declinedSince: since(Math.max(rules.declinedQuietDays, rules.quietDays)),
    ...(bought && { boughtFrom: bought.from, boughtTo: bought.to }),
    ...(repaired && {
      repairedFrom: startOfDay(repaired.from, timeZone),
      repairedTo: endOfDay(repaired.to, timeZone),
    }),
    ...disturbing(db, { now, today }),
    ...people(scope),
  }) as AskRow[];
  return groupOf(
    db,
    'survey',
    rows.map((row) => ({ ...row, params: paramsOf(row, civilDateOf(row.at, timeZone)) })),
    today,
  );
};

function paramsOf({ kind, number, item }: AskRow, on: CivilDate): string {
  return JSON.stringify({ after: kind, on, number, item });
}
