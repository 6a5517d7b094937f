import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gatherIndex } from './gather-job';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

const pieces = () =>
  shop.shop.reader
    .prepare('SELECT count(DISTINCT segid) FROM search_customers_fts_idx')
    .pluck()
    .get() as number;
const found = async (text: string) => (await shop.call('search.query', { text })).results.map(({ id }) => id);

it('what a day’s writes left in pieces is in few, and everybody is found as before', async () => {
  const ids: string[] = [];
  // Not a number that SQLite's own merging would leave in one piece.
  for (let no = 0; no < 39; no += 1)
    ids.push((await shop.call('customers.create', { familyName: 'Tong', givenName: `Wing ${no}` })).id);
  await shop.call('customers.addNote', { customerId: ids[3] as string, body: 'Porcelain' });
  const before = pieces();
  expect(before).toBeGreaterThan(2);
  expect(gatherIndex({ location: shop.shop.location }, { isCancelled: () => false })).toBe(true);
  expect(pieces()).toBeLessThan(before);
  expect(await found('porcelain')).toEqual([ids[3]]);
  expect((await found('tong wing 38'))[0]).toBe(ids[38]);
  expect(await shop.call('doctor.check', {})).toMatchObject({ isWell: true });
});

it('stops where the person does not wait for it', async () => {
  for (let no = 0; no < 39; no += 1) await shop.call('customers.create', { familyName: `Tong ${no}` });
  expect(gatherIndex({ location: shop.shop.location }, { isCancelled: () => true })).toBe(false);
});
