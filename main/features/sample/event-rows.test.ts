import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillSample } from './fill-sample';

const pin = { salt: 'c2FsdA==', hash: 'aGFzaA==' };
let shop: TestShop;
beforeAll(() => {
  shop = openTestShop();
  fillSample(
    shop.shop.writer,
    'sample',
    { customers: 600, seed: 7, now: shop.clock.now() },
    { advisor: pin, service: pin, manager: pin },
    { progress: () => {}, isCancelled: () => false },
  );
});
afterAll(() => shop.close());

it('holds one event that took place, with what came of it, and one to come', async () => {
  const [past] = (await shop.call('events.list', { show: 'past' })).events;
  const { event, guests, costPerHeadMinor } = await shop.call('events.get', { eventId: past!.id });
  expect(event.figures.here).toBeGreaterThan(8);
  expect(event.figures.missing).toBeGreaterThan(0);
  expect(costPerHeadMinor).toBeGreaterThan(0);
  expect(guests.some(({ promiseNumber }) => promiseNumber !== null)).toBe(true);
  const sales = await shop.call('events.sales', { eventId: event.id });
  expect(sales.isRunning).toBe(false);
  expect(sales.came.customers).toBeGreaterThan(5);
  expect(sales.came.buyers + sales.stayedAway.buyers).toBeGreaterThan(2);

  const [coming] = (await shop.call('events.list', {})).events;
  const answer = await shop.call('events.get', { eventId: coming!.id });
  expect(answer.event.figures.expectedPersons).toBeGreaterThan(2);
  expect(answer.guests.some(({ verdict }) => verdict !== null)).toBe(true);
  const { groups } = await shop.call('today.list', { scope: 'shop' });
  expect(groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['event-answer', 'own-event']));
});
