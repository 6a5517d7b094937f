import type { OutputOf, ParsedInputOf } from '@shared/contract/define';
import { budgetBandOf, budgetBands, type needsContract } from '@shared/contract/needs';
import { addDays, endOfDay, startOfDay } from '@shared/domain/dates';
import { buyIn, Shelves } from '@shared/domain/needs-board';
import type { QueryContext } from '../../kernel/handlers';
import { listCards } from '../customers/cards.sql';
import { listStaffNames } from '../customers/customers.sql';
import {
  type BoardCursor,
  type CountedRow,
  countEnded,
  countLostBy,
  cursorAfter,
  listBoard,
  listCounted,
  listMissed,
  listStocked,
  type Period,
  tally,
} from './board.sql';
import { toNeed } from './need-view.sql';

type Board = (typeof needsContract)['needs.board'];
type Filter = Omit<ParsedInputOf<Board>, 'cursor' | 'limit'>;

const soonDays = 14;
const yearMs = 365 * 86_400_000;
const dayMs = 86_400_000;
const mostToBuy = 12;
/** Of what nothing answers, so many are listed; the number says how many there are. */
const mostListed = 2000;

/** The needs board: demand in figures, what is unmet, what to buy in, and a page of the open needs. */
export function boardOf(
  { db, shop, now, today }: Pick<QueryContext, 'db' | 'shop' | 'now' | 'today'>,
  filter: Filter,
  { cursor, limit }: { cursor: BoardCursor | null; limit: number },
): OutputOf<Board> {
  const { staffId } = filter;
  const period: Period = {
    from: filter.from === null ? null : startOfDay(filter.from, shop.timeZone),
    to: filter.to === null ? null : endOfDay(filter.to, shop.timeZone) + 1,
  };
  // Of what ended long ago nobody can learn how the shop is asked today.
  const ended = { ...period, from: period.from ?? now - yearMs };
  const counted = listCounted(db, { staffId, isEvery: filter.counts === 'noted', ...period });
  const open = counted.filter(({ status }) => status === 'open');
  const longBefore = now - filter.longDays * dayMs;
  const shelves = new Shelves(listStocked(db));
  const unanswered = open.filter((row) => !shelves.answers(demandedBy(row)));
  const rows = listBoard(
    db,
    {
      ...filter,
      ...period,
      before: filter.unmet === 'long' ? longBefore : null,
      ids: filter.unmet === 'unanswered' ? unanswered.slice(0, mostListed).map(({ id }) => id) : null,
    },
    cursor,
    limit,
  );
  const staff = listStaffNames(db);
  const cards = new Map(
    listCards(db, [...new Set(rows.map((row) => row.customer_id))]).map((card) => [card.id, card]),
  );
  const last = rows.at(-1);
  const { lost, met } = countEnded(db, staffId, ended);
  const due = open.map((row) => row.by_date).filter((day) => day !== null);
  return {
    currency: shop.currency,
    open: open.length,
    dueSoon: due.filter((day) => day >= today && day <= addDays(today, soonDays)).length,
    overdue: due.filter((day) => day < today).length,
    postponed: counted.filter(({ status }) => status === 'postponed').length,
    ...pictures(filter.counts === 'noted' ? counted : open),
    unmet: {
      total: lost,
      met,
      byReason: countLostBy(db, 'status_reason', staffId, ended),
      byBrand: countLostBy(db, 'brand', staffId, ended),
      long: open.filter(({ at }) => at < longBefore).length,
      unanswered: unanswered.length,
    },
    buyIn: buyIn(
      [
        ...unanswered.map((row) => ({ ...row, band: bandOf(row), isLost: false })),
        ...listMissed(db, staffId, ended)
          .filter((row) => !shelves.answers(demandedBy(row)))
          .map((row) => ({ ...row, band: bandOf(row), isLost: true })),
      ],
      mostToBuy,
    ),
    rows: rows.flatMap((row) => {
      const customer = cards.get(row.customer_id);
      return customer ? [{ need: toNeed(row, staff), customer }] : [];
    }),
    next: last && rows.length === limit ? JSON.stringify(cursorAfter(last)) : null,
  };
}

/** Most wanted first; every band in order and then 'none', so that a picture keeps its shape. */
function pictures(rows: readonly CountedRow[]) {
  const bands = new Map(tally(rows.map(bandOf)).map(({ name, count }) => [name, count]));
  return {
    byBrand: tally(rows.map(({ brand }) => brand ?? '')),
    byCategory: tally(rows.map(({ category }) => category ?? '')),
    byOccasion: tally(rows.map(({ occasion }) => occasion ?? '')),
    byBudget: [...budgetBands.map(({ code }) => code), 'none'].map((name) => ({
      name,
      count: bands.get(name) ?? 0,
    })),
  };
}

const bandOf = (row: CountedRow) => budgetBandOf(row.budget_max_minor, row.budget_min_minor);

const demandedBy = ({ budget_max_minor: budgetMaxMinor, ...row }: CountedRow) => ({
  ...row,
  budgetMaxMinor,
});
