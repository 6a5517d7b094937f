import type { todayContract } from '@shared/contract/today';
import { startOfDay } from '@shared/domain/dates';
import type { QueryHandlers } from '../../kernel/handlers';
import { countOpenNeeds, listCards } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { countNoted, listWaitingMatches } from '../needs/needs.sql';
import { listProductCards } from '../needs/product-cards.sql';
import { summariseDay } from '../sales/sales.sql';
import { listDuties } from './duties.sql';
import { listSeenSince } from './today.sql';

const shownSeen = 8;

export const todayQueries: QueryHandlers<typeof todayContract> = {
  'today.list': ({ db, shop, staff, now, today }, { scope }) => {
    const staffId = scope === 'mine' ? staff.staffId : null;
    const from = startOfDay(today, shop.timeZone);
    const sold = summariseDay(db, today, shop.currency);
    const seen = listSeenSince(db, staffId, from, shownSeen);
    return {
      today,
      groups: listDuties(db, { staffId, customerId: null }, { now, today, timeZone: shop.timeZone }),
      sales: { receipts: sold.receipts, totalMinor: sold.total_minor, currency: shop.currency },
      seen: { total: seen.total, customers: listCards(db, seen.ids) },
      needsNoted: countNoted(db, staffId, from),
    };
  },
  'today.forCustomer': ({ db, shop, now, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const scope = { staffId: null, customerId: customer.id };
    const [waiting] = listWaitingMatches(db, { ...scope, limit: 1 });
    const product = waiting && listProductCards(db, [waiting.product_id]).get(waiting.product_id);
    return {
      duties: listDuties(db, scope, { now, today, timeZone: shop.timeZone }).flatMap(({ duties }) => duties),
      openNeeds: countOpenNeeds(db, customer.id),
      arrival: waiting && product ? { needId: waiting.need_id, product } : null,
    };
  },
};
