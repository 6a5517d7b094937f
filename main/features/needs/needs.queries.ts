import type { needsContract } from '@shared/contract/needs';
import type { QueryHandlers } from '../../kernel/handlers';
import { namesOf } from '../customers/cards.sql';
import { findCustomer, findStandingCustomer, listStaffNames } from '../customers/customers.sql';
import { boardOf } from './board';
import type { BoardCursor } from './board.sql';
import { answersOf, toNeed } from './need-view.sql';
import { findNeed, listNeeds, listWaitingMatches } from './needs.sql';
import { listProductCards } from './product-cards.sql';

const shownAnswers = 3;
const shownEnded = 20;

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
  'needs.board': (context, { cursor, limit, ...filter }) =>
    boardOf(context, filter, { cursor: readCursor(cursor), limit }),
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
