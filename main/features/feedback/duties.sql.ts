import { addDays, type CivilDate, civilDateOf, endOfDay, startOfDay } from '@shared/domain/dates';
import { askingWindow, type Occasion } from '@shared/domain/feedback';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DutySource, Moment, Scope } from '../../kernel/parts';
import { disturbing, mayBeDisturbed } from '../conversations/gate.sql';
import { readSetting } from '../shop/shop.sql';
import {
  countDue,
  type DueRow,
  groupOf,
  limitOf,
  people,
  standing,
  unlessOne,
  whose,
} from '../today/due.sql';

interface AskRow extends Omit<DueRow, 'params' | 'due_on' | 'found'> {
  readonly at: number;
  readonly number: string;
  readonly item: string;
}

type AskOf = AskRow & { readonly kind: Occasion };

/**
 * Whom to ask how it was: a purchase or a collected repair some days ago, nobody asked them lately, they did not decline, no
 * complaint is open, no repair late, and they were not contacted as often as the shop allows. It has no day of its own:
 * nobody was promised it. The latest of each customer's stands for all.
 */
export const surveyDuties: DutySource = (db, scope, moment) => {
  const { now, today, timeZone } = moment;
  if (moment.window) return groupOf(db, 'survey', [], today);
  const rules = readSetting(db, 'surveyRules');
  const since = (days: number) => startOfDay(addDays(today, 1 - days), timeZone);
  const asked = {
    askedSince: since(rules.quietDays),
    declinedSince: since(Math.max(rules.declinedQuietDays, rules.quietDays)),
    ...disturbing(db, { now, today }),
    ...people(scope),
  };
  const bought = askingWindow(today, 'purchase', rules);
  const repaired = askingWindow(today, 'repair', rules);
  const purchases = bought ? listAsks(db, purchasesOf(scope), { ...asked, ...bought }, moment) : nobody;
  const repairs = repaired
    ? listAsks(
        db,
        repairsOf(scope),
        { ...asked, from: startOfDay(repaired.from, timeZone), to: endOfDay(repaired.to, timeZone) },
        moment,
      )
    : nobody;
  const found: AskOf[] = [
    ...purchases.rows.map((row) => ({ ...row, kind: 'purchase' as const })),
    ...repairs.rows.map((row) => ({ ...row, kind: 'repair' as const })),
  ].sort((a, b) => b.at - a.at || (a.customer_id < b.customer_id ? -1 : 1));
  const latest = new Map<string, AskOf>();
  for (const row of found) if (!latest.has(row.customer_id)) latest.set(row.customer_id, row);
  const total = Math.max(latest.size, purchases.total + repairs.total - (found.length - latest.size));
  return groupOf(
    db,
    'survey',
    [...latest.values()].slice(0, limitOf(moment)).map((row) => ({
      ...row,
      due_on: null,
      found: total,
      params: paramsOf(row, civilDateOf(row.at, timeZone)),
    })),
    today,
  );
};

const nobody: Asks = { rows: [], total: 0 };

interface Asks {
  readonly rows: readonly AskRow[];
  readonly total: number;
}

interface AskText {
  readonly columns: string;
  readonly from: string;
  readonly order: string;
}

// With the customer given the planner begins there, otherwise with the days, the last first: a shop sells thousands of
// pieces in that time, and only as many are looked at as are shown.
function purchasesOf(scope: Scope): AskText {
  return {
    columns: `s.id, s.customer_id, s.sold_at AS at, s.receipt_number AS number, '' AS item, 0 AS is_discreet`,
    from: `sales s ${scope.customerId === null ? 'INDEXED BY sales_by_day' : ''}
        CROSS JOIN customers c ON c.id = s.customer_id AND ${standing}
      WHERE ${unlessOne(scope)}s.sold_on BETWEEN @from AND @to AND s.kind = 'sale' AND s.deleted_at IS NULL
        AND ${scope.customerId === null ? whose(scope, 's.staff_id') : 's.customer_id = @customerId'}
        AND NOT EXISTS (SELECT 1 FROM sales later WHERE later.customer_id = s.customer_id AND later.sold_at > s.sold_at
          AND later.sold_on <= @to AND later.kind = 'sale' AND later.deleted_at IS NULL)
        AND ${mayBeAsked('s.customer_id')}`,
    order: 's.sold_on DESC, s.rowid DESC',
  };
}

// `r`, for what else is asked of the customer has jobs of its own.
function repairsOf(scope: Scope): AskText {
  return {
    columns: 'r.id, r.customer_id, r.ended_at AS at, r.number, r.item_name AS item, r.is_discreet',
    from: `service_jobs r CROSS JOIN customers c ON c.id = r.customer_id AND ${standing}
      WHERE ${unlessOne(scope)}r.ended_at BETWEEN @from AND @to AND r.stage = 'collected'
        AND ${scope.customerId === null ? whose(scope, 'r.intake_by') : 'r.customer_id = @customerId'}
        AND NOT EXISTS (SELECT 1 FROM service_jobs later WHERE later.customer_id = r.customer_id
          AND later.ended_at > r.ended_at AND later.ended_at <= @to AND later.stage = 'collected')
        AND ${mayBeAsked('r.customer_id')}`,
    order: 'r.ended_at DESC',
  };
}

const mayBeAsked = (
  customer: string,
) => `NOT EXISTS (SELECT 1 FROM feedback f WHERE f.customer_id = ${customer}
    AND f.at >= iif(f.status = 'declined', @declinedSince, @askedSince))
  AND ${mayBeDisturbed(customer)}`;

function listAsks(
  db: ReadableDb,
  { columns, from, order }: AskText,
  params: Readonly<Record<string, string | number | null>>,
  moment: Moment,
): Asks {
  const limit = limitOf(moment);
  const rows = prepared(db, `SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT @most`).all({
    ...params,
    most: limit,
  }) as AskRow[];
  return { rows, total: rows.length < limit ? rows.length : countDue(db, from, params, moment) };
}

function paramsOf({ kind, number, item }: AskOf, on: CivilDate): string {
  return JSON.stringify({ after: kind, on, number, item });
}
