import { budgetBands } from '@shared/contract/needs';
import type { StockedProduct } from '@shared/domain/needs-board';
import { prepared, type ReadableDb } from '../../db/sql';
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
  /** Of these only; null: of all. */
  readonly ids: readonly string[] | null;
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
  if (filter.ids !== null) parts.push('n.id IN (SELECT value FROM json_each(@ids))');
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
    ...(filter.ids === null ? {} : { ids: JSON.stringify(filter.ids) }),
    // Not the cursor's own names: `at` is a column's, too.
    ...(cursor ? { due: cursor.due, at: cursor.at, id: cursor.id } : {}),
  }) as NeedRow[];
}

/** Where the next page begins after this need. */
export function cursorAfter(row: NeedRow): BoardCursor {
  return { due: row.by_date ?? noDate, at: row.at, id: row.id };
}

/** One need as the board counts it. */
export interface CountedRow {
  readonly id: string;
  readonly at: number;
  readonly status: string;
  readonly by_date: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly occasion: string | null;
  readonly currency: string;
  readonly budget_min_minor: number | null;
  readonly budget_max_minor: number | null;
}

/** Between which instants needs were noted or ended; null: no end on that side. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

const within = (column: string) =>
  `${column} >= coalesce(@from, ${Number.MIN_SAFE_INTEGER}) AND ${column} < coalesce(@to, ${Number.MAX_SAFE_INTEGER})`;

const countedColumns = `n.id, n.at, n.status, n.by_date, n.brand, n.category, n.reference, n.occasion, n.currency,
  n.budget_min_minor, n.budget_max_minor`;

/** Every open or postponed need, or whatever became of it, that was noted in the period. */
export function listCounted(
  db: ReadableDb,
  { staffId, isEvery, ...period }: Period & { staffId: string | null; isEvery: boolean },
): CountedRow[] {
  const which = isEvery ? '1' : `n.status IN ('open', 'postponed')`;
  return prepared(
    db,
    `SELECT ${countedColumns} ${from} WHERE ${which} AND n.deleted_at IS NULL AND ${within('n.at')}
       AND ${isMine('n', 'c')}`,
  ).all({ staff: staffId, ...period }) as CountedRow[];
}

/** What was lost in the period because the shop did not have it. */
export function listMissed(db: ReadableDb, staffId: string | null, period: Period): CountedRow[] {
  return prepared(
    db,
    `SELECT ${countedColumns} ${from} WHERE n.status = 'lost' AND n.status_reason = 'not-available'
       AND n.deleted_at IS NULL AND ${within('n.closed_at')} AND ${isMine('n', 'c')}`,
  ).all({ staff: staffId, ...period }) as CountedRow[];
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
export function tally(names: readonly string[]): Counted[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const name of names) {
    const key = name.toLowerCase();
    const known = counts.get(key) ?? { name, count: 0 };
    known.count += 1;
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
     ${from} WHERE n.status IN ('lost', 'met') AND ${within('n.closed_at')} AND n.deleted_at IS NULL
       AND ${isMine('n', 'c')}`,
  ).get({ staff: staffId, ...period }) as { lost: number; met: number };
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
    `SELECT coalesce(n.${column}, '') AS name, count(*) AS count ${from}
     WHERE n.status = 'lost' AND ${within('n.closed_at')} AND n.deleted_at IS NULL AND ${isMine('n', 'c')}
     GROUP BY 1 ORDER BY count(*) DESC, name LIMIT 12`,
  ).all({ staff: staffId, ...period }) as Counted[];
}
