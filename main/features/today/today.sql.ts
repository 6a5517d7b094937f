import { MOST_COUNTED } from '@shared/domain/duties';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DayWindow, Moment, Scope } from '../../kernel/parts';
import { brandedWords } from '../products/branded.sql';
import { isStillThinking } from '../vip/vip.sql';
import {
  type DueRow,
  dueRows,
  limitOf,
  mostCountedOf,
  people,
  rangeOf,
  standing,
  unlessOne,
  whose,
} from './due.sql';

/** Open needs whose day is between `from` and `to`, the earliest first. */
export function listNeedsDue(db: ReadableDb, scope: Scope, range: DayWindow, moment: Moment): DueRow[] {
  // The whole shop's are walked by their day, one customer's are found by the customer.
  const plus = unlessOne(scope);
  const day = `coalesce(n.by_date, '9999-12-31')`;
  return dueRows(
    db,
    {
      columns: `n.id, n.customer_id, n.by_date AS due_on, n.is_discreet,
        json_object('brand', coalesce(n.brand, ''), 'category', coalesce(n.category, ''),
          'reference', coalesce(n.reference, ''), 'occasion', coalesce(n.occasion, '')) AS params`,
      from: `needs n CROSS JOIN customers c ON c.id = n.customer_id AND ${standing}
        WHERE ${plus}n.status = 'open' AND n.deleted_at IS NULL AND ${day} BETWEEN @from AND @to
          AND ${whoseOf(scope, 'n')}`,
      order: `${day}, n.at DESC, n.id`,
    },
    { ...people(scope), ...range },
    moment,
  );
}

/** Needs that were put off until a day between `from` and `to`, the longest waiting first. */
export function listPostponedDue(db: ReadableDb, scope: Scope, range: DayWindow, moment: Moment): DueRow[] {
  const plus = unlessOne(scope);
  const isOne = scope.customerId !== null;
  return dueRows(
    db,
    {
      columns: `n.id, n.customer_id, n.postponed_until AS due_on, n.is_discreet,
        json_object('brand', coalesce(n.brand, ''), 'category', coalesce(n.category, ''),
          'reason', coalesce(n.status_reason, '')) AS params`,
      from: `needs n ${isOne ? '' : 'INDEXED BY needs_postponed'}
          CROSS JOIN customers c ON c.id = n.customer_id AND ${standing}
        WHERE ${plus}n.status = 'postponed' AND n.deleted_at IS NULL AND ${plus}n.postponed_until BETWEEN @from AND @to
          AND ${whoseOf(scope, 'n')}`,
      order: 'n.postponed_until, n.id',
    },
    { ...people(scope), ...range },
    moment,
  );
}

/** The customer by the need's own column: the planner begins with what it finds first. */
function whoseOf(scope: Scope, need: string): string {
  return scope.customerId === null ? whose(scope, `${need}.staff_id`) : `${need}.customer_id = @customerId`;
}

/** Those whose latest answer to the invitation was "let me think", on the day to ask again. */
export function listThinkingOf(db: ReadableDb, scope: Scope, moment: Moment): DueRow[] {
  const mine = scope.customerId === null ? whose(scope) : 'i.customer_id = @customerId';
  return dueRows(
    db,
    {
      columns: `i.id, i.customer_id, i.ask_again_on AS due_on, 0 AS is_discreet, '{}' AS params`,
      from: `vip_invitations i CROSS JOIN customers c ON c.id = i.customer_id AND ${standing}
        WHERE ${isStillThinking} AND ${unlessOne(scope)}i.ask_again_on BETWEEN @from AND @to AND ${mine}`,
      order: 'i.ask_again_on, i.id',
    },
    { ...people(scope), ...rangeOf(moment, { ahead: 0 }) },
    moment,
  );
}

/** A month and a day of it. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

// Without any consent on record the answer is no, and need not be computed.
const saidYesOnce = `EXISTS (SELECT 1 FROM consent_events e WHERE e.customer_id = c.id AND e.kind = 'given')`;

/** What is kept by the day of the year: the customers' birthdays, or their other dates. */
interface YearlyText {
  readonly columns: string;
  /** With what a day's list is put in order by. */
  readonly from: string;
  readonly order: string;
}

const birthdays = (scope: Scope): YearlyText => ({
  columns: `c.id, c.id AS customer_id, 0 AS is_discreet, '{}' AS params`,
  from: `customers c LEFT JOIN customer_totals t ON t.customer_id = c.id
    WHERE ${unlessOne(scope)}c.birth_month = @month AND c.birth_day = @day AND c.birth_month IS NOT NULL
      AND c.is_minor = 0 AND ${standing} AND ${whose(scope)}`,
  order: 't.lifetime_minor DESC, c.id',
});

const otherDates = (scope: Scope): YearlyText => ({
  columns: `d.id, d.customer_id, d.is_discreet, json_object('kind', d.kind, 'label', coalesce(d.label, '')) AS params`,
  from: `customer_dates d CROSS JOIN customers c ON c.id = d.customer_id AND ${standing}
      LEFT JOIN customer_totals t ON t.customer_id = c.id
    WHERE ${unlessOne(scope)}d.month = @month AND d.day = @day
      AND ${scope.customerId === null ? whose(scope) : 'd.customer_id = @customerId'}`,
  order: 't.lifetime_minor DESC, d.id',
});

const yearlyOf = { birthday: birthdays, date: otherDates } as const;

/** Which dates of the year are asked for; tiers: only of those who hold such a card. */
interface YearlyAsked {
  readonly kind: keyof typeof yearlyOf;
  readonly tiers?: readonly string[] | undefined;
}

/** The condition that a customer (a column) holds a card of one of `@tiers` (JSON). */
const holdsCard = (
  customer: string,
) => `EXISTS (SELECT 1 FROM vip_memberships m WHERE m.customer_id = ${customer}
  AND m.ended_on IS NULL AND m.tier IN (SELECT value FROM json_each(@tiers)))`;

function textOf(scope: Scope, { kind, tiers }: YearlyAsked): YearlyText {
  const text = yearlyOf[kind](scope);
  // By the column at hand, so that only those who hold a card are looked up at all.
  return tiers
    ? { ...text, from: `${text.from} AND ${holdsCard(kind === 'date' ? 'd.customer_id' : 'c.id')}` }
    : text;
}

/** The first birthdays or other dates of a day of the year, the best customers first. */
export function listDatesOfDay(
  db: ReadableDb,
  scope: Scope,
  asked: YearlyAsked,
  { month, day }: YearDay,
  limit: number,
): (DueRow & YearDay)[] {
  const { columns, from, order } = textOf(scope, asked);
  const text = `SELECT ${columns}, NULL AS due_on, 0 AS found, @month AS month, @day AS day
    FROM ${from} ORDER BY ${order} LIMIT @limit`;
  return prepared(db, text).all({ ...people(scope), ...tiersOf(asked), month, day, limit }) as (DueRow &
    YearDay)[];
}

const tiersOf = ({ tiers }: YearlyAsked) => (tiers ? { tiers: JSON.stringify(tiers) } : {});

/** Which of these days one customer has a date on. */
export function daysKept(
  db: ReadableDb,
  { customerId }: Scope,
  { kind }: YearlyAsked,
  days: readonly YearDay[],
): YearDay[] {
  const text =
    kind === 'birthday'
      ? 'SELECT birth_month AS month, birth_day AS day FROM customers WHERE id = ?'
      : 'SELECT month, day FROM customer_dates WHERE customer_id = ?';
  const kept = prepared(db, text).all(customerId) as YearDay[];
  return days.filter(({ month, day }) => kept.some((one) => one.month === month && one.day === day));
}

/** How many birthdays or other dates fall on these days, of customers who ever consented to anything, as far as is counted. */
export function countDates(
  db: ReadableDb,
  scope: Scope,
  asked: YearlyAsked,
  days: readonly YearDay[],
): number {
  const text = `SELECT count(*) FROM (SELECT 1 FROM ${textOf(scope, asked).from} AND ${saidYesOnce} LIMIT @most)`;
  let found = 0;
  for (const day of days) {
    const params = { ...people(scope), ...day, ...tiersOf(asked), most: MOST_COUNTED + 1 - found };
    found += prepared(db, text).pluck().get(params) as number;
    if (found > MOST_COUNTED) break;
  }
  return found;
}

const itemWords = brandedWords('i.brand', 'coalesce(i.family, i.description)');
const owned = (
  scope: Scope,
  column: string,
) => `items i CROSS JOIN customers c ON c.id = i.customer_id AND ${standing}
  WHERE i.status = 'owned' AND i.deleted_at IS NULL AND ${unlessOne(scope)}i.${column} BETWEEN @from AND @to
    AND ${scope.customerId === null ? whose(scope) : 'i.customer_id = @customerId'}`;

/** Items whose warranty ends between two days, the earliest first. */
export function listWarrantiesEnding(
  db: ReadableDb,
  scope: Scope,
  range: DayWindow,
  moment: Moment,
): DueRow[] {
  return dueRows(
    db,
    {
      columns: `i.id, i.customer_id, i.warranty_end AS due_on, i.is_discreet, json_object('item', ${itemWords}) AS params`,
      from: owned(scope, 'warranty_end'),
      order: 'i.warranty_end, i.id',
    },
    { ...people(scope), ...range },
    moment,
  );
}

/** Items due for service, a water test or a battery between two days, the earliest first. */
export function listCareDue(db: ReadableDb, scope: Scope, range: DayWindow, moment: Moment): DueRow[] {
  const kinds = [
    ['service', 'service_due'],
    ['water-test', 'water_test_due'],
    ['battery', 'battery_due'],
  ] as const;
  const lists = kinds.map(([kind, column]) =>
    dueRows(
      db,
      {
        columns: `i.id || ' ${kind}' AS id, i.customer_id, i.${column} AS due_on, i.is_discreet,
          json_object('item', ${itemWords}, 'care', '${kind}') AS params`,
        from: owned(scope, column),
        order: `i.${column}, i.id`,
      },
      { ...people(scope), ...range },
      moment,
    ),
  );
  const found = Math.min(
    lists.reduce((sum, rows) => sum + (rows[0]?.found ?? 0), 0),
    mostCountedOf(moment),
  );
  return lists
    .flat()
    .sort((a, b) => byText(a.due_on ?? '', b.due_on ?? '') || byText(a.id, b.id))
    .slice(0, limitOf(moment))
    .map((row) => ({ ...row, found }));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whose record was opened since this instant: how many customers, and the last of them. */
export function listSeenSince(
  db: ReadableDb,
  staffId: string | null,
  from: number,
  limit: number,
): { total: number; ids: string[] } {
  const who = staffId === null ? '' : 'AND v.staff_id = @staffId';
  const rows = prepared(
    db,
    `SELECT v.customer_id AS id, count(*) OVER () AS total FROM customer_views v
     JOIN customers c ON c.id = v.customer_id AND ${standing}
     WHERE v.at >= @from ${who} GROUP BY v.customer_id ORDER BY max(v.at) DESC LIMIT @limit`,
  ).all({ from, limit, ...(staffId === null ? {} : { staffId }) }) as { id: string; total: number }[];
  return { total: rows[0]?.total ?? 0, ids: rows.map((row) => row.id) };
}
