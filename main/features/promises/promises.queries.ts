import type { promisesContract } from '@shared/contract/promises';
import { keptRate, PROMISE_KINDS, shopTimeOf } from '@shared/domain/promises';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { countedOf, promiseOf } from './promise-view';
import { findShownPromise, listCountedPromises, listPromiseEvents, listPromises } from './promises.sql';

const mostOfOne = 200;

export const promisesQueries: QueryHandlers<typeof promisesContract> = {
  'promises.list': ({ db, shop, staff, now, today }, { scope, show, customerId, limit }) => {
    const rows = listPromises(db, {
      ownerId: scope === 'mine' ? staff.staffId : null,
      customerId: customerId ?? null,
      show,
      today,
      limit,
    });
    const time = shopTimeOf(now, shop.timeZone);
    return { total: rows[0]?.found ?? 0, promises: rows.map((row) => promiseOf(row, time, shop.timeZone)) };
  },

  'promises.forCustomer': ({ db, shop, now, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const time = shopTimeOf(now, shop.timeZone);
    const list = (show: 'open' | 'closed') =>
      listPromises(db, { ownerId: null, customerId: customer.id, show, today, limit: mostOfOne }).map((row) =>
        promiseOf(row, time, shop.timeZone),
      );
    return { open: list('open'), closed: list('closed') };
  },

  'promises.history': ({ db, shop, now, fail }, { promiseId }) => {
    const row = findShownPromise(db, promiseId) ?? fail('PROMISE_NOT_FOUND');
    return {
      promise: promiseOf(row, shopTimeOf(now, shop.timeZone), shop.timeZone),
      events: listPromiseEvents(db, promiseId).map((event) => ({
        id: event.id,
        at: event.at,
        by: { id: event.staff_id, name: event.staff_name },
        kind: event.kind as 'made',
        reason: event.reason,
        detail: JSON.parse(event.detail) as Record<string, string | null>,
      })),
    };
  },

  'promises.keptRate': ({ db, shop, now }, { from, to }) => {
    const time = shopTimeOf(now, shop.timeZone);
    const rows = listCountedPromises(db, from, to).map((row) => ({
      ...row,
      ...countedOf(row, shop.timeZone),
    }));
    const rateOf = (which: typeof rows) => keptRate(which, time);
    const owners = new Map(rows.map((row) => [row.owner_id, row.owner_name]));
    return {
      shop: rateOf(rows),
      people: [...owners]
        .map(([id, name]) => ({ id, name, ...rateOf(rows.filter((row) => row.owner_id === id)) }))
        .sort((a, b) => b.counted - a.counted || (a.name < b.name ? -1 : 1)),
      kinds: PROMISE_KINDS.map((kind) => ({
        kind,
        ...rateOf(rows.filter((row) => row.kind === kind)),
      })).filter(({ counted }) => counted > 0),
    };
  },
};
