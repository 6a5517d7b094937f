import { addCustomer, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const codeOf = async (operation: string, input: unknown) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'ok' : answer.code;
};
const items = () => shop.call('items.forCustomer', { customerId });

it('keeps what was bought elsewhere, with the card’s warranty before any calculation', async () => {
  await shop.call('items.add', {
    customerId,
    fields: {
      brand: 'Rolex',
      description: 'Datejust 36',
      serial: 'R-1',
      boughtElsewhereAt: 'Geneva',
      boughtOn: '2022-01-31',
      warranty: { policyVersion: 'r-1', warrantyMonths: 60, serviceMonths: 120 },
      warrantyEnd: '2026-12-24',
      batteryDue: '2026-11-19',
    },
  });
  expect(await items()).toMatchObject([
    {
      isBoughtHere: false,
      warrantyState: 'ending',
      warrantyEndsOn: '2026-12-24',
      care: [
        { kind: 'battery', dueOn: '2026-11-19', state: 'overdue' },
        { kind: 'service', dueOn: '2032-01-31', state: 'later' },
      ],
    },
  ]);
});

it('changes an item, refuses to overwrite, removes it and puts it back', async () => {
  const { itemId } = await shop.call('items.add', { customerId, fields: { description: 'Datejust' } });
  const fields = { description: 'Datejust 41', isDiscreet: true };
  await shop.call('items.update', { itemId, version: 1, fields });
  expect(await codeOf('items.update', { itemId, version: 1, fields })).toBe('ITEM_CHANGED');
  expect(await items()).toMatchObject([{ description: 'Datejust 41', isDiscreet: true, version: 2 }]);
  await shop.call('items.remove', { itemId });
  expect(await items()).toEqual([]);
  expect(await codeOf('items.update', { itemId, version: 3, fields })).toBe('ITEM_NOT_FOUND');
  expect(await codeOf('items.remove', { itemId })).toBe('ITEM_NOT_FOUND');
  await shop.call('items.putBack', { itemId });
  expect(await items()).toMatchObject([{ id: itemId, description: 'Datejust 41' }]);
});

it('refuses an unknown customer, product or item and a date that does not exist', async () => {
  const fields = { description: 'x' };
  expect(await codeOf('items.add', { customerId: 'no', fields })).toBe('CUSTOMER_NOT_FOUND');
  expect(await codeOf('items.add', { customerId, productId: 'no', fields })).toBe('PRODUCT_NOT_FOUND');
  expect(await codeOf('items.putBack', { itemId: 'no' })).toBe('ITEM_NOT_FOUND');
  expect(await codeOf('items.add', { customerId, fields: { ...fields, boughtOn: '2025-02-29' } })).toBe(
    'INVALID_INPUT',
  );
});

it('shows no discreet item among a product’s owners', async () => {
  const productId = await addWatch(shop);
  await shop.call('sales.record', {
    customerId,
    lines: [{ productId, quantity: 1, serial: 'A' }],
    isDiscreet: true,
  });
  expect(await shop.call('products.get', { productId })).toMatchObject({ ownerCount: 0, owners: [] });
  expect((await items())[0]?.isDiscreet).toBe(true);
});
