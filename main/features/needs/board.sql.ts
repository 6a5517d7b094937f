import { budgetBands } from '@shared/contract/needs';
import type { StockedProduct } from '@shared/domain/needs-board';
import { prepared, type ReadableDb } from '../../db/sql';
import { isGone } from '../customers/customers.sql';
import { isMine, type NeedRow } from './needs.sql';

/** Which open needs the board shows; null shows all. */
export interface BoardFilter {
  readonly staffId: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly occasion: string | null;
  /** A code of `budgetBands`, or 'none'. */
  readonly budget: string | null;
  /** Noted from this instant on, and before that one; null: no end on that side. */
  readonly from: number | null;
  readonly to: number | null;
  /** Noted before this instant; null: whenever. */
  readonly before: number | null;
  /** Of these only, by their row numbers; null: of all. */
  readonly rows: readonly number[] | null;
}

/** Where a page ended. */
export interface BoardCursor {
  readonly due: string;
  readonly at: number;
  readonly id: string;
}

/** Something and how often. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

const noDate = '9999-12-31';
const dueKey = `coalesce(n.by_date, '${noDate}')`;
const from = `FROM needs n JOIN customers c ON c.id = n.customer_id AND c.deleted_at IS NULL
  AND c.merged_into_id IS NULL`;
const isOpen = `n.status = 'open' AND n.deleted_at IS NULL`;

/** The band of what somebody wants to spend at most; the least they said where there is no most. */
const band = `CASE ${budgetBands
  .map(({ code, maxMinor }) =>
    maxMinor === null
      ? `WHEN coalesce(n.budget_max_minor, n.budget_min_minor) IS NOT NULL THEN '${code}'`
      : `WHEN coalesce(n.budget_max_minor, n.budget_min_minor) <= ${maxMinor} THEN '${code}'`,
  )
  .join(' ')} ELSE 'none' END`;

/** A page of open needs, the most urgent first, after the cursor. */
export function listBoard(
  db: ReadableDb,
  filter: BoardFilter,
  cursor: BoardCursor | null,
  limit: number,
): NeedRow[] {
  const parts: string[] = [isOpen, isMine('n', 'c')];
  if (filter.brand !== null) parts.push(`coalesce(n.brand, '') = @brand COLLATE NOCASE`);
  if (filter.category !== null) parts.push(`coalesce(n.category, '') = @category COLLATE NOCASE`);
  if (filter.occasion !== null) parts.push(`coalesce(n.occasion, '') = @occasion`);
  if (filter.budget !== null) parts.push(`${band} = @budget`);
  if (filter.from !== null) parts.push('n.at >= @from');
  if (filter.to !== null) parts.push('n.at < @to');
  if (filter.before !== null) parts.push('n.at < @before');
  if (filter.rows !== null) parts.push('n.rowid IN (SELECT value FROM json_each(@rows))');
  if (cursor) {
    parts.push(`(${dueKey} > @due OR (${dueKey} = @due AND (n.at < @at OR (n.at = @at AND n.id > @id))))`);
  }
  return prepared(
    db,
    `SELECT n.* ${from} WHERE ${parts.join(' AND ')} ORDER BY ${dueKey}, n.at DESC, n.id LIMIT @limit`,
  ).all({
    staff: filter.staffId,
    limit,
    ...(filter.brand === null ? {} : { brand: filter.brand }),
    ...(filter.category === null ? {} : { category: filter.category }),
    ...(filter.occasion === null ? {} : { occasion: filter.occasion }),
    ...(filter.budget === null ? {} : { budget: filter.budget }),
    ...(filter.from === null ? {} : { from: filter.from }),
    ...(filter.to === null ? {} : { to: filter.to }),
    ...(filter.before === null ? {} : { before: filter.before }),
    ...(filter.rows === null ? {} : { rows: JSON.stringify(filter.rows) }),
    // Not the cursor's own names: `at` is a column's, too.
    ...(cursor ? { due: cursor.due, at: cursor.at, id: cursor.id } : {}),
  }) as NeedRow[];
}

/** Where the next page begins after this need. */
export function cursorAfter(row: NeedRow): BoardCursor {
  return { due: row.by_date ?? noDate, at: row.at, id: row.id };
}

/** A wish as far as needs that are alike share it. */
export interface Wish {
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly currency: string;
  readonly budgetMinMinor: number | null;
  readonly budgetMaxMinor: number | null;
}

/** Needs that are alike, as the board counts them. */
export interface WishCount extends Wish {
  readonly status: string;
  readonly count: number;
  /** When the first of them was noted. */
  readonly since: number;
  /** How many have a date before today; from today until soon; and how many were noted long ago. */
  readonly overdue: number;
  readonly dueSoon: number;
  readonly long: number;
}

/** Between which instants needs were noted or ended; null: no end on that side. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

const within = (column: string) =>
  `${column} >= coalesce(@from, ${Number.MIN_SAFE_INTEGER}) AND ${column} < coalesce(@to, ${Number.MAX_SAFE_INTEGER})`;

/**
 * The condition that need `n` is one of somebody who stands, and of this member of staff. Asked in narrow indexes: what
 * is counted are tens of thousands, and to look at each customer’s own record takes several times as long.
 */
const isCounted = (staffId: string | null) =>
  [
    `n.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM customers c INDEXED BY customers_gone
       WHERE c.id = n.customer_id AND ${isGone})`,
    ...(staffId === null
      ? []
      : [
          `(n.staff_id = @staff
            OR EXISTS (SELECT 1 FROM customers c INDEXED BY customers_by_advisor
              WHERE c.primary_advisor_id = @staff AND c.id = n.customer_id)
            OR EXISTS (SELECT 1 FROM customers c INDEXED BY customers_by_second_advisor
              WHERE c.secondary_advisor_id = @staff AND c.id = n.customer_id))`,
        ]),
  ].join(' AND ');

/** The value that `isCounted` names, where it names one: the driver refuses one that a statement does not. */
const whose = (staffId: string | null) => (staffId === null ? {} : { staff: staffId });

/** Which needs the board counts. */
export interface CountedFilter extends Period {
  readonly staffId: string | null;
  /** True: whatever became of them; otherwise those that are open or postponed. */
  readonly isEvery: boolean;
}

const everyStatus = `'open', 'postponed', 'met', 'lost'`;

interface First {
  readonly since: number;
  readonly first: number;
}
const byFirst = (isEvery: boolean) => (a: First, b: First) =>
  (isEvery && a.since - b.since) || a.first - b.first;

type WishValues = [
  status: string,
  brand: string | null,
  category: string | null,
  reference: string | null,
  currency: string,
  budgetMaxMinor: number | null,
  budgetMinMinor: number | null,
  count: number,
  since: number,
  overdue: number,
  dueSoon: number,
  long: number,
  first: number,
];

/**
 * The needs noted in the period, those that are alike together: what a shop is asked for repeats, so that they are few
 * however many customers ask. Those of which one was written down first stand first; where whatever became of them is
 * counted, those of which one was noted first.
 */
export function countWishes(
  db: ReadableDb,
  { staffId, isEvery, ...period }: CountedFilter,
  days: { readonly today: string; readonly soon: string; readonly longBefore: number },
): WishCount[] {
  // In the order of the index, so that nothing is sorted to be put together.
  const alike =
    'n.status, n.brand, n.category, n.reference, n.currency, n.budget_max_minor, n.budget_min_minor';
  const rows = prepared(
    db,
    `SELECT ${alike}, count(*), min(n.at), count(*) FILTER (WHERE n.by_date < @today),
       count(*) FILTER (WHERE n.by_date BETWEEN @today AND @soon), count(*) FILTER (WHERE n.at < @longBefore),
       min(n.rowid)
     FROM needs n INDEXED BY needs_wanted
     WHERE n.status IN (${isEvery ? everyStatus : `'open', 'postponed'`}) AND ${within('n.at')}
       AND ${isCounted(staffId)}
     GROUP BY ${alike}`,
  )
    .raw()
    .all({ ...period, ...days, ...whose(staffId) }) as WishValues[];
  return rows.map(toWishCount).sort(byFirst(isEvery));
}

function toWishCount(values: WishValues) {
  const [status, brand, category, reference, currency, budgetMaxMinor, budgetMinMinor, ...figures] = values;
  const [count, since, overdue, dueSoon, long, first] = figures;
  const wish = { brand, category, reference, currency, budgetMaxMinor, budgetMinMinor };
  return { ...wish, status, count, since, overdue, dueSoon, long, first };
}

/** How often each occasion is named by the open needs noted in the period, or by all; in the order of `countWishes`. */
export function countOccasions(db: ReadableDb, { staffId, isEvery, ...period }: CountedFilter): Counted[] {
  const rows = prepared(
    db,
    `SELECT coalesce(n.occasion, '') AS name, count(*) AS count, min(n.at) AS since, min(n.rowid) AS first
     FROM needs n INDEXED BY needs_occasions
     WHERE n.status IN (${isEvery ? everyStatus : `'open'`}) AND ${within('n.at')} AND ${isCounted(staffId)}
     GROUP BY n.status, n.occasion`,
  ).all({ ...period, ...whose(staffId) }) as (Counted & First)[];
  return rows.sort(byFirst(isEvery));
}

/** Open needs noted in the period, by row number, in the order of `countWishes`. */
export function listOpenWishes(
  db: ReadableDb,
  { staffId, isEvery, ...period }: CountedFilter,
): (Wish & { readonly row: number })[] {
  return prepared(
    db,
    `SELECT n.rowid AS row, n.brand, n.category, n.reference, n.currency, n.budget_min_minor AS budgetMinMinor,
       n.budget_max_minor AS budgetMaxMinor
     FROM needs n INDEXED BY needs_wanted WHERE n.status = 'open' AND ${within('n.at')} AND ${isCounted(staffId)}
     ORDER BY ${isEvery ? 'n.at, ' : ''}n.rowid`,
  ).all({ ...period, ...whose(staffId) }) as (Wish & { row: number })[];
}

/** What was lost in the period because the shop did not have it. */
export function listMissed(
  db: ReadableDb,
  staffId: string | null,
  period: Period,
): (Wish & { readonly at: number })[] {
  return prepared(
    db,
    `SELECT n.at, n.brand, n.category, n.reference, n.currency, n.budget_min_minor AS budgetMinMinor,
       n.budget_max_minor AS budgetMaxMinor
     FROM needs n WHERE n.status = 'lost' AND n.status_reason = 'not-available' AND ${within('n.closed_at')}
       AND ${isCounted(staffId)} ORDER BY n.closed_at, n.rowid`,
  ).all({ ...period, ...whose(staffId) }) as (Wish & { at: number })[];
}

/** Everything on the shelves, as demand is measured by it. */
export function listStocked(db: ReadableDb): StockedProduct[] {
  return prepared(
    db,
    `SELECT brand, category, reference, currency, price_minor AS priceMinor FROM products
     WHERE deleted_at IS NULL AND coalesce(stock_count, 1) > 0
       AND NOT (status = 'discontinued' AND stock_count IS NULL)`,
  ).all() as StockedProduct[];
}

const mostNames = 40;

/** How often each name comes, most often first; upper and lower case are one. */
export function tally(names: readonly Counted[]): Counted[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { name, count } of names) {
    const key = name.toLowerCase();
    const known = counts.get(key) ?? { name, count: 0 };
    known.count += count;
    counts.set(key, known);
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostNames);
}

/** How needs that ended in the period ended: how many met, how many lost. */
export function countEnded(db: ReadableDb, staffId: string | null, period: Period) {
  return prepared(
    db,
    `SELECT count(*) FILTER (WHERE n.status = 'lost') AS lost, count(*) FILTER (WHERE n.status = 'met') AS met
     FROM needs n WHERE n.status IN ('lost', 'met') AND ${within('n.closed_at')} AND ${isCounted(staffId)}`,
  ).get({ ...period, ...whose(staffId) }) as { lost: number; met: number };
}

/** What was lost in the period, by reason or by brand, most often first. */
export function countLostBy(
  db: ReadableDb,
  column: 'status_reason' | 'brand',
  staffId: string | null,
  period: Period,
): Counted[] {
  return prepared(
    db,
    `SELECT coalesce(n.${column}, '') AS name, count(*) AS count FROM needs n
     WHERE n.status = 'lost' AND ${within('n.closed_at')} AND ${isCounted(staffId)}
     GROUP BY 1 ORDER BY count(*) DESC, name LIMIT 12`,
  ).all({ ...period, ...whose(staffId) }) as Counted[];
}
