import { budgetBands } from '@shared/contract/needs';
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
    ...(cursor ?? {}),
  }) as NeedRow[];
}

/** Where the next page begins after this need. */
export function cursorAfter(row: NeedRow): BoardCursor {
  return { due: row.by_date ?? noDate, at: row.at, id: row.id };
}

/** One open or postponed need, as the board counts it. */
interface CountedRow {
  readonly status: string;
  readonly by_date: string | null;
  readonly brand: string;
  readonly category: string;
  readonly occasion: string;
  readonly band: string;
}

/** Demand in figures. */
export interface Demand {
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly postponed: number;
  /** Most wanted first; '' where none was named. */
  readonly byBrand: Counted[];
  readonly byCategory: Counted[];
  readonly byOccasion: Counted[];
  /** Every band in order and then 'none', so that a picture keeps its shape. */
  readonly byBudget: Counted[];
}

/** Counts what is open and postponed in one pass; `soon` is the last day that counts as due soon. */
export function countDemand(
  db: ReadableDb,
  staffId: string | null,
  { today, soon }: { today: string; soon: string },
): Demand {
  const rows = prepared(
    db,
    `SELECT n.status, n.by_date, coalesce(n.brand, '') AS brand, coalesce(n.category, '') AS category,
       coalesce(n.occasion, '') AS occasion, ${band} AS band
     ${from} WHERE n.status IN ('open', 'postponed') AND n.deleted_at IS NULL AND ${isMine('n', 'c')}`,
  ).all({ staff: staffId }) as CountedRow[];
  const open = rows.filter(({ status }) => status === 'open');
  const bands = new Map(tally(open.map((row) => row.band)).map(({ name, count }) => [name, count]));
  const due = open.map((row) => row.by_date).filter((day) => day !== null);
  return {
    open: open.length,
    dueSoon: due.filter((day) => day >= today && day <= soon).length,
    overdue: due.filter((day) => day < today).length,
    postponed: rows.length - open.length,
    byBrand: tally(open.map((row) => row.brand)),
    byCategory: tally(open.map((row) => row.category)),
    byOccasion: tally(open.map((row) => row.occasion)),
    byBudget: [...budgetBands.map(({ code }) => code), 'none'].map((name) => ({
      name,
      count: bands.get(name) ?? 0,
    })),
  };
}

const mostNames = 40;

/** How often each name comes, most often first; upper and lower case are one. */
function tally(names: readonly string[]): Counted[] {
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

/** How needs that ended since `since` (epoch ms) ended: how many met, how many lost. */
export function countEnded(db: ReadableDb, staffId: string | null, since: number) {
  return prepared(
    db,
    `SELECT count(*) FILTER (WHERE n.status = 'lost') AS lost, count(*) FILTER (WHERE n.status = 'met') AS met
     ${from} WHERE n.status IN ('lost', 'met') AND n.closed_at >= @since AND n.deleted_at IS NULL
       AND ${isMine('n', 'c')}`,
  ).get({ staff: staffId, since }) as { lost: number; met: number };
}

/** What was lost since `since` (epoch ms), by reason or by brand, most often first. */
export function countLostBy(
  db: ReadableDb,
  column: 'status_reason' | 'brand',
  staffId: string | null,
  since: number,
): Counted[] {
  return prepared(
    db,
    `SELECT coalesce(n.${column}, '') AS name, count(*) AS count ${from}
     WHERE n.status = 'lost' AND n.closed_at >= @since AND n.deleted_at IS NULL AND ${isMine('n', 'c')}
     GROUP BY 1 ORDER BY count(*) DESC, name LIMIT 12`,
  ).all({ staff: staffId, since }) as Counted[];
}
