import { addMembership } from '@tests/fixtures/customers';
import { addCustomer } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
let itemId: string;
beforeEach(async () => {
  shop = openTestShop();
  customerId = addCustomer(shop);
  const fields = { brand: 'Omega', description: 'Seamaster', boughtOn: '2025-03-01' };
  ({ itemId } = await shop.call('items.add', { customerId, isBoughtHere: true, fields }));
});
afterEach(() => shop.close());

const codeOf = async (operation: string, input: unknown) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'ok' : answer.code;
};
const terms = {
  benefitId: null,
  effectiveOn: '2026-11-20',
  names: { en: 'Strap fit' },
  items: 'bought-here',
  perYear: 1,
  tiers: { gold: 2 },
  isOnRequest: false,
} as const;
const ofItem = async (id = itemId) => {
  const items = await shop.call('benefits.forCustomer', { customerId });
  return items.find((item) => item.itemId === id)?.benefits ?? [];
};

it('counts what is given per item and year of the purchase, and refuses one too many without a reason', async () => {
  const { benefitId } = await shop.call('benefits.publish', terms);
  expect(await ofItem()).toMatchObject([{ allowed: 1, used: 0, left: 1, until: '2027-02-28' }]);
  shop.as('service');
  await shop.call('benefits.use', { itemId, benefitId });
  expect(await ofItem()).toMatchObject([
    { used: 1, left: 0, uses: [{ usedOn: '2026-11-20', by: 'Test service', isBeyond: false }] },
  ]);
  expect(await codeOf('benefits.use', { itemId, benefitId })).toBe('BENEFIT_USED_UP');
  await shop.call('benefits.use', { itemId, benefitId, reason: 'The buckle broke on the first day' });
  expect(await ofItem()).toMatchObject([{ used: 2, left: 0, uses: [{ isBeyond: true }, {}] }]);
  shop.as('manager');
  const review = await shop.call('oversight.list', { kind: 'benefit' });
  expect(review.entries).toMatchObject([{ kind: 'benefit', reason: 'The buckle broke on the first day' }]);
  // The item's next year has them anew.
  shop.clock.set(Date.UTC(2027, 2, 1, 4));
  expect(await ofItem()).toMatchObject([{ used: 0, left: 1, until: '2028-02-29' }]);
});

it('gives a tier its own number, and nothing to an item from elsewhere', async () => {
  await shop.call('benefits.publish', terms);
  addMembership(shop, customerId, 'V-1', shop.clock.now(), 'gold');
  expect(await ofItem()).toMatchObject([{ allowed: 2, left: 2 }]);
  const { itemId: other } = await shop.call('items.add', { customerId, fields: { description: 'Tank' } });
  expect(await ofItem(other)).toEqual([]);
});

it('takes a use back once; the timeline keeps that it was', async () => {
  const { benefitId } = await shop.call('benefits.publish', terms);
  const { useId } = await shop.call('benefits.use', { itemId, benefitId });
  await shop.call('benefits.undoUse', { useId });
  expect(await codeOf('benefits.undoUse', { useId })).toBe('BENEFIT_USE_NOT_FOUND');
  expect(await ofItem()).toMatchObject([{ used: 0, left: 1 }]);
  const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['benefit'] });
  expect(entries).toMatchObject([{ title: 'benefit.undone', detail: 'Omega Seamaster' }]);
});

it('polishes only where the customer asked', async () => {
  const { benefitId } = await shop.call('benefits.publish', { ...terms, isOnRequest: true });
  expect(await codeOf('benefits.use', { itemId, benefitId })).toBe('BENEFIT_NOT_ASKED');
  expect(await codeOf('benefits.use', { itemId, benefitId, isRequested: true })).toBe('ok');
});

it('keeps the rule of the day: a new version holds from its day, and no rule begins in the past', async () => {
  const { benefitId } = await shop.call('benefits.publish', terms);
  await shop.call('benefits.publish', { ...terms, benefitId, effectiveOn: '2026-12-01', perYear: 3 });
  expect(await ofItem()).toMatchObject([{ allowed: 1 }]);
  const [listed] = await shop.call('benefits.list', {});
  expect(listed).toMatchObject({ inForce: 1, versions: [{ version: 2 }, { version: 1 }] });
  shop.clock.set(Date.UTC(2026, 11, 1, 4));
  expect(await ofItem()).toMatchObject([{ allowed: 3 }]);
  expect(await codeOf('benefits.publish', terms)).toBe('BENEFIT_DAY_PAST');
  const unknown = { ...terms, effectiveOn: '2026-12-02' };
  expect(await codeOf('benefits.publish', { ...unknown, tiers: { ruby: 1 } })).toBe('TIER_NOT_FOUND');
  expect(await codeOf('benefits.publish', { ...unknown, names: { en: ' ' } })).toBe('INVALID_INPUT');
  expect(await codeOf('benefits.use', { itemId, benefitId, usedOn: '2026-12-02' })).toBe(
    'USED_IN_THE_FUTURE',
  );
  expect(await codeOf('benefits.use', { itemId, benefitId, usedOn: '2026-11-19' })).toBe('BENEFIT_NOT_FOUND');
  shop.as('advisor');
  expect(await codeOf('benefits.publish', unknown)).toBe('NOT_ALLOWED');
});
