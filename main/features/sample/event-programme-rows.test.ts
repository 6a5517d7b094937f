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

it('holds events that took place, with what came of one long ago, one to come and one that was cancelled', async () => {
  const { events } = await shop.call('events.list', { show: 'past' });
  const past = events.at(-1);
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
  // Of last week's evening some guests wait for a word; of the cancelled one some do not know yet.
  for (const kind of ['event-follow-up', 'event-tell'])
    expect(groups.find((group) => group.kind === kind)?.total).toBeGreaterThan(1);
  const [cancelled] = (await shop.call('events.list', { show: 'cancelled' })).events;
  expect(cancelled?.name).toContain('Dinner');
});

it('holds one programme that is closed, with a result and a lesson, and one that runs', async () => {
  const [done] = await shop.call('programmes.list', { show: 'closed' });
  expect(done?.lesson).not.toBeNull();
  const { result, programme } = await shop.call('programmes.get', { programmeId: done!.id });
  expect(programme.start?.isOver).toBe(true);
  expect(result).toMatchObject({ verdict: 'more', isThin: false });
  expect(await shop.call('programmes.checkLot', { programmeId: done!.id })).toMatchObject({
    isAsDrawn: true,
  });

  const [current] = await shop.call('programmes.list', { show: 'running' });
  const { actions } = await shop.call('programmes.get', { programmeId: current!.id });
  const eventId = actions.find(({ event }) => event !== null)?.event?.id;
  const { guests } = await shop.call('events.get', { eventId: eventId! });
  expect(guests.filter(({ heldOutOf, invited }) => heldOutOf !== null && invited !== null)).toEqual([]);

  // Its card went to none of those who are held out.
  const [card] = await shop.call('campaigns.forProgramme', { programmeId: current!.id });
  expect(actions.map(({ campaign }) => campaign?.id)).toContain(card!.id);
  expect(card!.figures.written).toBeGreaterThan(5);
  const { entries } = await shop.call('campaigns.entries', { campaignId: card!.id });
  const { members } = await shop.call('programmes.members', {
    programmeId: current!.id,
    group: 'held-out',
    limit: 200,
  });
  const held = new Set(members.map(({ id }) => id));
  expect(entries.filter(({ customer }) => held.has(customer.id))).toEqual([]);
});
