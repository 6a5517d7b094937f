import { addCustomer, addProduct } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
});
afterEach(() => shop.close());

const day = 86_400_000;
const list = (filter: object = {}) => shop.call('prospects.list', filter);

it('lists who has not bought, with needs, acquaintance, last contact and what is next', async () => {
  const { id } = await shop.call('customers.create', { familyName: 'Lam', source: 'referral' });
  const quiet = addCustomer(shop, { familyName: 'Ho' });
  shop.clock.advance(day);
  const { needId } = await shop.call('needs.note', { customerId: id, brand: 'Omega' });
  await shop.call('promises.make', { customerId: id, kind: 'call-back', what: 'Ring', dueOn: '2027-03-01' });
  const { rows } = await list();
  expect(rows.map(({ customer }) => customer.id)).toEqual([quiet, id]);
  expect(rows[1]).toMatchObject({
    source: 'referral',
    needs: [{ id: needId }],
    lastContact: { at: shop.clock.now(), channel: 'visit' },
    next: { kind: 'promise', dueOn: '2027-03-01' },
  });
  expect(rows[0]).toMatchObject({ source: 'counter', needs: [], lastContact: null, next: null });
  expect((await list({ source: 'referral' })).rows).toHaveLength(1);
  expect((await list({ needs: 'none' })).rows.map(({ customer }) => customer.id)).toEqual([quiet]);
  const first = await list({ limit: 1 });
  expect((await list({ limit: 1, cursor: first.next })).rows.map(({ customer }) => customer.id)).toEqual([
    id,
  ]);
});

it('makes a prospect a customer by the first purchase, and says so', async () => {
  const { id } = await shop.call('customers.create', { familyName: 'Lam', source: 'event' });
  const since = shop.clock.now();
  shop.clock.advance(10 * day);
  const productId = await addProduct(shop);
  await shop.call('sales.record', {
    customerId: id,
    lines: [{ productId, quantity: 1, unitPriceMinor: 100_00 }],
  });
  expect((await list()).rows).toEqual([]);
  const converted = await shop.call('prospects.converted', { since });
  expect(converted).toMatchObject({
    total: 1,
    rows: [{ customer: { id }, source: 'event', days: 10, boughtAt: shop.clock.now() }],
  });
  // Whose record is opened at the till was no prospect.
  const { id: walkIn } = await shop.call('customers.create', { familyName: 'Ng' });
  await shop.call('sales.record', {
    customerId: walkIn,
    lines: [{ productId, quantity: 1, unitPriceMinor: 100_00 }],
  });
  expect((await shop.call('prospects.converted', { since })).total).toBe(1);
});

it('keeps how somebody came to be known with the record, and in its history', async () => {
  const { id } = await shop.call('customers.create', { familyName: 'Lam' });
  await shop.call('customers.update', { id, version: 1, changes: { source: 'instagram' } });
  expect((await shop.call('customers.get', { id })).source).toBe('instagram');
});
