import { words } from '@shared/words';
import { addConsentEvent, addMembership, addNeed, addSale } from '@tests/fixtures/customers';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

/** True when `story.<key>` has words. */
function hasWords(key: string): boolean {
  let node: unknown = words.en.story;
  for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part];
  return typeof node === 'string';
}

it('tells everything newest first, each kind in words, discreet things marked', async () => {
  const now = shop.clock.now();
  const { id } = await shop.call('customers.create', { englishName: 'Ann' });
  addSale(shop, id, { at: now + 1, minor: 5_00, description: 'Blue strap' });
  addNeed(shop, id, now + 2, true);
  addConsentEvent(shop, id, { seq: 1, kind: 'first-use-notice', at: now + 3 });
  addMembership(shop, id, 'V-1', now + 4);
  shop.clock.advance(5);
  await shop.call('customers.addNote', { customerId: id, body: 'Hello' });
  shop.clock.advance(1);
  await shop.call('customers.update', { id, version: 1, changes: { district: 'Central' } });
  const { entries, next, kinds } = await shop.call('timeline.forCustomer', { customerId: id });
  expect(next).toBeNull();
  expect([...(kinds ?? [])].sort()).toEqual(['consent', 'edit', 'need', 'note', 'purchase', 'vip']);
  expect(entries.map(({ title }) => title)).toEqual([
    'edit.edit',
    'note.note',
    'vip.joined',
    'consent.firstUseNotice',
    'need.need',
    'purchase.sale',
    'edit.created',
  ]);
  expect(entries.every(({ title }) => hasWords(title))).toBe(true);
  expect(entries.filter(({ isDiscreet }) => isDiscreet).map(({ kind }) => kind)).toEqual(['need']);
  expect(entries[5]).toMatchObject({
    detail: 'Blue strap',
    params: { minor: 500, currency: 'HKD', lines: 1 },
  });
  expect(entries[0]?.params).toEqual({ fields: 'district' });
});

it('pages without losing or repeating entries of the same moment, and filters by kind', async () => {
  const { id } = await shop.call('customers.create', { englishName: 'Ann' });
  for (let index = 0; index < 20; index += 1)
    addSale(shop, id, { at: 1000 + Math.floor(index / 5), minor: 1 });
  for (let index = 0; index < 7; index += 1) addNeed(shop, id, 1002);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { entries: { id: string }[]; next: string | null } = await shop.call('timeline.forCustomer', {
      customerId: id,
      cursor,
      limit: 4,
    });
    seen.push(...page.entries.map((entry) => entry.id));
    cursor = page.next;
  } while (cursor);
  expect(seen).toHaveLength(28);
  expect(new Set(seen).size).toBe(28);
  const needs = await shop.call('timeline.forCustomer', { customerId: id, kinds: ['need'] });
  expect(needs.entries).toHaveLength(7);
  expect(needs.kinds).toContain('purchase');
});

it('answers the first page of a customer with 2,000 receipts in milliseconds', async () => {
  const { id } = await shop.call('customers.create', { englishName: 'Ann' });
  shop.shop.writer.exec('BEGIN');
  for (let index = 0; index < 2000; index += 1) addSale(shop, id, { at: 1000 + index, minor: 1 });
  shop.shop.writer.exec('COMMIT');
  await shop.call('timeline.forCustomer', { customerId: id });
  const started = performance.now();
  await shop.call('timeline.forCustomer', { customerId: id });
  // Far above what it takes, so that a busy machine does not fail it; the benchmark measures.
  expect(performance.now() - started).toBeLessThan(250);
});
