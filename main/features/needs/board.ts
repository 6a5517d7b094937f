import type { OutputOf, ParsedInputOf } from '@shared/contract/define';
import { budgetBandOf, budgetBands, type needsContract } from '@shared/contract/needs';
import { addDays, endOfDay, startOfDay } from '@shared/domain/dates';
import { buyIn, Shelves } from '@shared/domain/needs-board';
import type { QueryContext } from '../../kernel/handlers';
import { listCards } from '../customers/cards.sql';
import { listStaffNames } from '../customers/customers.sql';
import {
  type BoardCursor,
  type Counted,
  countEnded,
  countLostBy,
  countOccasions,
  countWishes,
  cursorAfter,
  listBoard,
  listMissed,
  listOpenWishes,
  listStocked,
  type Period,
  tally,
  type Wish,
  type WishCount,
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
  const longBefore = now - filter.longDays * dayMs;
  const days = { today, soon: addDays(today, soonDays), longBefore };
  const which = { staffId, isEvery: filter.counts === 'noted', ...period };
  const counted = countWishes(db, which, days);
  const open = counted.filter(({ status }) => status === 'open');
  const shelves = new Shelves(listStocked(db));
  const unanswered = open.filter((wish) => !shelves.answers(wish));
  const rows = listBoard(
    db,
    {
      ...filter,
      ...period,
      before: filter.unmet === 'long' ? longBefore : null,
      rows:
        filter.unmet === 'unanswered'
          ? listOpenWishes(db, which)
              .filter((wish) => !shelves.answers(wish))
              .slice(0, mostListed)
              .map(({ row }) => row)
          : null,
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
  return {
    currency: shop.currency,
    open: sumOf(open, ({ count }) => count),
    dueSoon: sumOf(open, ({ dueSoon }) => dueSoon),
    overdue: sumOf(open, ({ overdue }) => overdue),
    postponed: sumOf(counted, ({ status, count }) => (status === 'postponed' ? count : 0)),
    ...pictures(which.isEvery ? counted : open, countOccasions(db, which)),
    unmet: {
      total: lost,
      met,
      byReason: countLostBy(db, 'status_reason', staffId, ended),
      byBrand: countLostBy(db, 'brand', staffId, ended),
      long: sumOf(open, ({ long }) => long),
      unanswered: sumOf(unanswered, ({ count }) => count),
    },
    buyIn: buyIn(
      [
        ...unanswered.map((wish) => ({ ...wish, at: wish.since, band: bandOf(wish), isLost: false })),
        ...listMissed(db, staffId, ended)
          .filter((wish) => !shelves.answers(wish))
          .map((wish) => ({ ...wish, count: 1, band: bandOf(wish), isLost: true })),
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
function pictures(wishes: readonly WishCount[], occasions: readonly Counted[]) {
  const tallied = (nameOf: (wish: WishCount) => string | null) =>
    tally(wishes.map((wish) => ({ name: nameOf(wish) ?? '', count: wish.count })));
  const bands = new Map(tallied(bandOf).map(({ name, count }) => [name, count]));
  return {
    byBrand: tallied(({ brand }) => brand),
    byCategory: tallied(({ category }) => category),
    byOccasion: tally(occasions),
    byBudget: [...budgetBands.map(({ code }) => code), 'none'].map((name) => ({
      name,
      count: bands.get(name) ?? 0,
    })),
  };
}

const bandOf = ({ budgetMaxMinor, budgetMinMinor }: Wish) => budgetBandOf(budgetMaxMinor, budgetMinMinor);

const sumOf = (wishes: readonly WishCount[], figure: (wish: WishCount) => number) =>
  wishes.reduce((sum, wish) => sum + figure(wish), 0);
