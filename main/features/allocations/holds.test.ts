import { addCustomer, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let productId: string;
let allocationId: string;
/** Two who wait, in the order in which they registered. */
let people: { customerId: string; interestId: string }[];
const day = 86_400_000;

beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  productId = await addWatch(shop);
  people = [];
  for (const familyName of ['Au', 'Bao']) {
    const customerId = addCustomer(shop, { familyName });
    const { interestId } = await shop.call('interests.register', {
      customerId,
      productId,
      reason: 'Likes it',
    });
    people.push({ customerId, interestId });
    shop.clock.advance(1000);
  }
  ({ allocationId } = await shop.call('allocations.open', { productId, serial: 'S-1' }));
});
afterEach(() => shop.close());

const get = () => shop.call('allocations.get', { allocationId });
const offerTo = (index: number, more: object = {}) => ({
  allocationId,
  interestId: people[index]?.interestId ?? '',
  how: 'phone' as const,
  holdUntil: '2026-11-22',
  ...more,
});
const offer = (index: number) => shop.call('allocations.offer', offerTo(index));
const answer = (offerId: string, said: 'declined' | 'no-answer' | 'accepted') =>
  shop.call('allocations.answer', { offerId, answer: said });
const codeOf = async (operation: string, input: unknown) => {
  const said = await shop.try(operation, input);
  return said.ok ? 'ok' : said.code;
};
const holdDuties = async () =>
  (await shop.call('today.list', { scope: 'shop' })).groups.find(({ kind }) => kind === 'offer-hold')?.duties;
const fairness = () => shop.call('allocations.fairness', { from: '2026-11-01', to: '2026-11-30' });

describe('the hold of an offered piece', () => {
  it('is extended with its reason; within the usual days nobody reviews it, and nothing is rewritten', async () => {
    shop.as('advisor');
    const { offerId } = await offer(0);
    expect(await holdDuties()).toMatchObject([{ dueOn: '2026-11-22' }]);
    const extended = await shop.call('allocations.extendHold', {
      offerId,
      until: '2026-11-23',
      reason: 'Her husband sees it on Monday',
    });
    expect(extended.isBeyond).toBe(false);
    const { allocation, offers } = await get();
    expect(allocation.holdUntil).toBe('2026-11-23');
    expect(offers[0]).toMatchObject({
      holdUntil: '2026-11-23',
      extensions: [
        { from: '2026-11-22', until: '2026-11-23', by: { name: 'Test advisor' }, isBeyond: false },
      ],
    });
    expect(await holdDuties()).toBeUndefined();
    expect(() =>
      shop.shop.writer.prepare(`UPDATE allocation_hold_extensions SET until = '2027-01-01'`).run(),
    ).toThrow('append-only');
    expect(shop.shop.reader.prepare('SELECT hold_until FROM allocation_offers').pluck().get()).toBe(
      '2026-11-22',
    );
    shop.as('manager');
    expect((await shop.call('oversight.list', { kind: 'hold-extended' })).total).toBe(0);
  });

  it('stands on the review list and in the fairness report beyond the shop’s usual days, and in the customer’s story', async () => {
    await shop.call('shop.saveSettings', { holdRules: { usualDays: 5 } });
    shop.as('advisor');
    const { offerId } = await offer(0);
    const extend = (until: string) =>
      shop.call('allocations.extendHold', { offerId, until, reason: 'He is abroad' });
    expect(await extend('2026-11-25')).toEqual({ isBeyond: false });
    expect(await extend('2026-11-28')).toEqual({ isBeyond: true });
    shop.as('manager');
    const { entries } = await shop.call('oversight.list', { kind: 'hold-extended' });
    expect(entries).toMatchObject([
      { customer: { id: people[0]?.customerId }, staff: { id: shop.staff.advisor } },
    ]);
    expect(entries[0]?.reason).toContain('2026-11-25 → 2026-11-28 · He is abroad');
    expect((await fairness()).holds).toMatchObject([
      { until: '2026-11-25', isBeyond: false },
      { until: '2026-11-28', isBeyond: true, reason: 'He is abroad' },
    ]);
    const story = await shop.call('timeline.forCustomer', {
      customerId: people[0]?.customerId ?? '',
      kinds: ['interest'],
    });
    expect(story.entries.filter(({ title }) => title === 'interest.extended')).toHaveLength(2);
  });

  it('is refused for an earlier day, a day that has passed, and once the offer is over', async () => {
    const { offerId } = await offer(0);
    const extend = (until: string) => codeOf('allocations.extendHold', { offerId, until, reason: 'x' });
    expect(await extend('2026-11-22')).toBe('HOLD_NOT_LATER');
    expect(await extend('2026-11-19')).toBe('HOLD_IN_THE_PAST');
    await answer(offerId, 'declined');
    expect(await extend('2026-11-24')).toBe('OFFER_ENDED');
    shop.as('service');
    expect(await extend('2026-11-24')).toBe('NOT_ALLOWED');
  });
});

describe('a piece offered once more', () => {
  it('goes to the highest place that was asked, with the reason, once everybody was asked', async () => {
    shop.as('advisor');
    const first = await offer(0);
    await answer(first.offerId, 'no-answer');
    expect((await get()).againInterestId).toBeNull();
    expect(await codeOf('allocations.offerAgain', offerTo(0, { reason: 'Was ill' }))).toBe(
      'NOT_NEXT_IN_LINE',
    );
    await answer((await offer(1)).offerId, 'declined');
    const { nextInterestId, againInterestId } = await get();
    expect([nextInterestId, againInterestId]).toEqual([null, people[0]?.interestId]);
    expect(await codeOf('allocations.offerAgain', offerTo(1, { reason: 'Thought again' }))).toBe(
      'NOT_NEXT_IN_LINE',
    );
    await shop.call('allocations.offerAgain', { ...offerTo(0), reason: 'Was in hospital' });
    const { offers } = await get();
    expect(offers).toMatchObject([
      { isAgain: true, againReason: 'Was in hospital', overrideReason: null },
      { isAgain: false, answer: { answer: 'declined' } },
      { isAgain: false, answer: { answer: 'no-answer' } },
    ]);
    shop.as('manager');
    expect((await fairness()).again).toMatchObject([{ reason: 'Was in hospital', isOverride: false }]);
    expect((await shop.call('oversight.list', { kind: 'allocation-override' })).total).toBe(0);
  });

  it('past somebody who waits, or past a higher place, is the manager’s override', async () => {
    await answer((await offer(0)).offerId, 'declined');
    shop.as('advisor');
    const again = offerTo(0, { reason: 'She changed her mind' });
    expect(await codeOf('allocations.override', again)).toBe('NOT_ALLOWED');
    shop.as('manager');
    await shop.call('allocations.override', { ...again, reason: 'She changed her mind' });
    expect((await fairness()).again).toMatchObject([{ reason: 'She changed her mind', isOverride: true }]);
    expect((await fairness()).people[0]?.overrides).toMatchObject([{ rank: 1, dueRank: 2 }]);
    const [last] = (await get()).offers;
    await answer(last?.id ?? '', 'declined');
    await answer((await offer(1)).offerId, 'no-answer');
    // Everybody was asked: the second before the first is past the order now.
    expect(await codeOf('allocations.override', offerTo(0, { reason: 'x' }))).toBe('IS_NEXT_IN_LINE');
    await shop.call('allocations.override', { ...offerTo(1), reason: 'Rang back at once' });
    expect((await fairness()).people[0]?.overrides).toMatchObject([
      { rank: 1, dueRank: 2 },
      { rank: 2, dueRank: 1 },
    ]);
  });
});

it('a hold that ran out is late on Today, and can still be extended', async () => {
  const { offerId } = await offer(0);
  shop.clock.advance(4 * day);
  expect(await holdDuties()).toMatchObject([{ isOverdue: true }]);
  await shop.call('allocations.extendHold', { offerId, until: '2026-11-30', reason: 'Back on Monday' });
  expect(await holdDuties()).toBeUndefined();
});
