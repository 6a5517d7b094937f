import type { todayContract } from '@shared/contract/today';
import { startOfDay } from '@shared/domain/dates';
import { daysOfWeek, weekOf } from '@shared/domain/duties';
import type { QueryHandlers } from '../../kernel/handlers';
import { countOpenNeeds, listCards } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { countNoted, listWaitingMatches } from '../needs/needs.sql';
import { listProductCards } from '../needs/product-cards.sql';
import { summariseDay } from '../sales/sales.sql';
import { listDuties, listDutiesAndPutAside } from './duties.sql';
import { listSeenSince } from './today.sql';

const shownSeen = 8;
/** How many of a kind a week of the calendar shows. */
const mostInAWeek = 100;

export const todayQueries: QueryHandlers<typeof todayContract> = {
  'today.list': ({ db, shop, staff, now, today }, { scope }) => {
    const staffId = scope === 'mine' ? staff.staffId : null;
    const from = startOfDay(today, shop.timeZone);
    const sold = summariseDay(db, today, shop.currency);
    const seen = listSeenSince(db, staffId, from, shownSeen);
    const moment = { now, today, timeZone: shop.timeZone };
    return {
      today,
      ...listDutiesAndPutAside(db, { staffId, customerId: null }, moment),
      sales: { receipts: sold.receipts, totalMinor: sold.total_minor, currency: shop.currency },
      seen: { total: seen.total, customers: listCards(db, seen.ids) },
      needsNoted: countNoted(db, staffId, from),
    };
  },
  'today.week': ({ db, shop, staff, now, today }, { scope, day }) => {
    const staffId = scope === 'mine' ? staff.staffId : null;
    const whose = { staffId, customerId: null };
    const moment = { now, today, timeZone: shop.timeZone };
    const days = daysOfWeek(weekOf(day));
    const [from = day, to = day] = [days[0], days.at(-1)];
    const groups = listDuties(db, whose, { ...moment, window: { from, to }, limit: mostInAWeek });
    const duties = groups.flatMap((group) => group.duties);
    const isPresent = from <= today && today <= to;
    const late = isPresent ? listDuties(db, whose, moment).flatMap((group) => group.duties) : [];
    return {
      today,
      days: days.map((one) => ({ day: one, duties: duties.filter(({ dueOn }) => dueOn === one) })),
      more: groups.reduce((sum, group) => sum + Math.max(0, group.total - group.duties.length), 0),
      earlier: late.filter(({ isOverdue, dueOn }) => isOverdue && dueOn !== null && dueOn < from),
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
