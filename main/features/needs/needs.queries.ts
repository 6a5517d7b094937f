import type { needsContract } from '@shared/contract/needs';
import { addDays } from '@shared/domain/dates';
import type { QueryHandlers } from '../../kernel/handlers';
import { listCards, namesOf } from '../customers/cards.sql';
import { findCustomer, findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { type BoardCursor, countDemand, countEnded, countLostBy, cursorAfter, listBoard } from './board.sql';
import { answersOf, toNeed } from './need-view';
import { findNeed, listNeeds, listWaitingMatches } from './needs.sql';
import { listProductCards } from './product-cards.sql';

const shownAnswers = 3;
const shownEnded = 20;
const soonDays = 14;
const yearMs = 365 * 86_400_000;

export const needsQueries: QueryHandlers<typeof needsContract> = {
  'needs.forCustomer': ({ db, shop, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const staff = listStaffNames(db);
    const rows = listNeeds(db, customer.id);
    const isLive = (status: string) => status === 'open' || status === 'postponed';
    return {
      open: rows
        .filter((row) => isLive(row.status))
        .map((row) => ({ need: toNeed(row, staff), ...answersOf(db, row, shownAnswers) })),
      ended: rows
        .filter((row) => !isLive(row.status))
        .slice(0, shownEnded)
        .map((row) => toNeed(row, staff)),
      currency: shop.currency,
    };
  },
  'needs.matches': ({ db, fail }, { needId, limit }) => {
    const need = findNeed(db, needId) ?? fail('NEED_NOT_FOUND');
    return answersOf(db, need, limit).matches;
  },
  'needs.board': ({ db, shop, now, today }, { cursor, limit, ...filter }) => {
    const { staffId } = filter;
    const rows = listBoard(db, filter, readCursor(cursor), limit);
    const demand = countDemand(db, staffId, { today, soon: addDays(today, soonDays) });
    const ended = countEnded(db, staffId, now - yearMs);
    const staff = listStaffNames(db);
    const cards = new Map(
      listCards(db, [...new Set(rows.map((row) => row.customer_id))]).map((card) => [card.id, card]),
    );
    const last = rows.at(-1);
    return {
      currency: shop.currency,
      ...demand,
      unmet: {
        total: ended.lost,
        met: ended.met,
        byReason: countLostBy(db, 'status_reason', staffId, now - yearMs),
        byBrand: countLostBy(db, 'brand', staffId, now - yearMs),
      },
      rows: rows.flatMap((row) => {
        const customer = cards.get(row.customer_id);
        return customer ? [{ need: toNeed(row, staff), customer }] : [];
      }),
      next: last && rows.length === limit ? JSON.stringify(cursorAfter(last)) : null,
    };
  },
  'needs.newMatches': ({ db }, { staffId, limit }) => {
    const waiting = listWaitingMatches(db, { staffId, limit });
    const cards = listProductCards(
      db,
      waiting.map((row) => row.product_id),
    );
    return waiting.flatMap((row) => {
      const product = cards.get(row.product_id);
      const customer = findCustomer(db, row.customer_id);
      if (!product || !customer) return [];
      return [
        {
          needId: row.need_id,
          customer: { ...namesOf(customer), id: customer.id, number: customer.number },
          product,
          matchedAt: row.matched_at,
          score: row.score,
          isDiscreet: row.is_discreet === 1,
        },
      ];
    });
  },
};

/** A cursor nobody made reads as the beginning. */
function readCursor(cursor: string | null): BoardCursor | null {
  if (cursor === null) return null;
  try {
    const { due, at, id } = JSON.parse(cursor) as Partial<Record<string, unknown>>;
    if (typeof due !== 'string' || typeof at !== 'number' || typeof id !== 'string') return null;
    return { due, at, id };
  } catch {
    return null;
  }
}
