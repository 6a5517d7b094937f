import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const day = 86_400_000;
const note = (fields: object) => shop.call('needs.note', { customerId, ...fields });
const board = (filter: object = {}) => shop.call('needs.board', filter);

it('says what nothing in stock answers, and what to buy in', async () => {
  await addWatch(shop, { brand: 'Omega', priceMinor: 46_300_00 });
  await addWatch(shop, { brand: 'Tudor', priceMinor: 31_000_00, stockCount: 0 });
  await note({ brand: 'Omega', category: 'watch', budgetMaxMinor: 50_000_00 });
  await note({ brand: 'Omega', category: 'watch', budgetMaxMinor: 20_000_00 });
  const { needId } = await note({ brand: 'tudor', category: 'watch', reference: 'M79030' });
  await note({ brand: 'Tudor', category: 'watch', reference: 'M79030' });
  const { needId: missed } = await note({ brand: 'Tudor', category: 'watch' });
  await shop.call('needs.close', { needId: missed, outcome: 'lost', reason: 'not-available' });
  const found = await board();
  expect(found.unmet).toMatchObject({ total: 1, unanswered: 3, long: 0 });
  expect(found.buyIn).toMatchObject([
    { brand: 'tudor', band: 'none', waiting: 2, lost: 1, references: ['M79030'] },
    { brand: 'Omega', band: '2', waiting: 1, lost: 0 },
  ]);
  const unanswered = await board({ unmet: 'unanswered', brand: 'tudor' });
  expect(unanswered.rows.map(({ need }) => need.id)).toContain(needId);
  expect(unanswered.rows).toHaveLength(2);
  expect(await board({ unmet: 'unanswered' }).then(({ rows }) => rows)).toHaveLength(3);
});

it('counts and lists what has been open for longer than so many days', async () => {
  await note({ brand: 'Omega' });
  shop.clock.advance(40 * day);
  await note({ brand: 'Tudor' });
  expect((await board({ longDays: 30 })).unmet.long).toBe(1);
  expect((await board({ longDays: 60 })).unmet.long).toBe(0);
  const { rows } = await board({ unmet: 'long', longDays: 30 });
  expect(rows.map(({ need }) => need.brand)).toEqual(['Omega']);
});

it('looks at one period, at what is open or at all that was noted', async () => {
  const { needId } = await note({ brand: 'Omega', occasion: 'birthday' });
  await shop.call('needs.close', { needId, outcome: 'lost', reason: 'price' });
  shop.clock.advance(100 * day);
  await note({ brand: 'Tudor', occasion: 'wedding', budgetMaxMinor: 40_000_00 });
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
  expect(names((await board()).byBrand)).toEqual(['Tudor']);
  expect(names((await board({ counts: 'noted' })).byBrand)).toEqual(['Omega', 'Tudor']);
  const first = { from: '2026-11-01', to: '2026-11-30', counts: 'noted' };
  const november = await board(first);
  expect(november).toMatchObject({ open: 0, byOccasion: [{ name: 'birthday', count: 1 }] });
  expect(november.unmet).toMatchObject({ total: 1, byReason: [{ name: 'price', count: 1 }] });
  expect(november.rows).toEqual([]);
  expect((await board({ from: '2027-01-01' })).unmet.total).toBe(0);
  expect((await board()).byBudget.find(({ name }) => name === '3')?.count).toBe(1);
});

it('prints, without what is discreet', async () => {
  await addProduct(shop, { brand: 'Omega' });
  await note({ brand: 'Omega', category: 'watch', occasion: 'birthday' });
  await note({ brand: 'Secret & Sons', isDiscreet: true });
  const { documentId } = await shop.call('needs.printBoard', { language: 'zh-Hant' });
  const document = shop.devices.keptDocument(documentId);
  expect(document?.page).toBe('A4');
  for (const words of ['需要一覽', '應入甚麼貨', '想要的品牌', '陳大文'])
    expect(document?.html).toContain(words);
  expect(document?.html.split('<h2>').at(-1)).not.toContain('Secret');
});
