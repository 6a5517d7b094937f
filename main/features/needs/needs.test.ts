import { prepared } from '@main/db/sql';
import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

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
const note = async (fields: object = { category: 'watch', brand: 'Omega' }) =>
  (await shop.call('needs.note', { customerId, ...fields })).needId;
const mine = () => shop.call('needs.forCustomer', { customerId });
const waiting = () => shop.call('needs.newMatches', {});

describe('a need', () => {
  it('is kept as it was seen, asked and answered, and shows what the shop has at once', async () => {
    const asked = await addWatch(shop, { code: 'W1', attributes: { dial: 'blue', case_mm: 42 } });
    const dear = await addWatch(shop, { code: 'W2', reference: 'X', priceMinor: 90_000_00 });
    await addProduct(shop, { code: 'S1' });
    const needId = await note({
      seen: ' Went back to the blue one ',
      asked: 'For every day?',
      answered: 'Yes, and for swimming',
      occasion: 'birthday',
      forWhom: 'self',
      budgetMaxMinor: 50_000_00,
      byDate: '2026-12-01',
      brand: 'omega',
      category: 'watch',
      attributes: { dial_colour: ['blue', 'green'], case_mm: { max: 43 } },
    });
    const { open } = await mine();
    expect(open[0]?.need).toMatchObject({
      id: needId,
      seen: 'Went back to the blue one',
      brand: 'omega',
      version: 1,
    });
    const ids = open[0]!.matches.map(({ product }) => product.id);
    expect(ids).toEqual([asked]);
    expect(ids).not.toContain(dear);
    expect(open[0]!.matches[0]).toMatchObject({ score: 100, isNew: false });
    expect(open[0]!.matches[0]!.reasons.map(({ code }) => code)).toContain('WITHIN_BUDGET');
  });

  it('says something, and its budget makes sense', async () => {
    expect(await codeOf('needs.note', { customerId, seen: '  ', isDiscreet: true })).toBe('NEED_EMPTY');
    expect(await codeOf('needs.note', { customerId, budgetMinMinor: 200, budgetMaxMinor: 100 })).toBe(
      'BUDGET_REVERSED',
    );
    expect(await codeOf('needs.note', { customerId: 'nobody', brand: 'Omega' })).toBe('CUSTOMER_NOT_FOUND');
  });

  it('is changed by the one who saw its latest version, and the log names the parts', async () => {
    const needId = await note();
    const fields = { brand: 'Rolex', category: 'watch' };
    expect(await shop.call('needs.update', { needId, version: 1, fields })).toEqual({ version: 2 });
    expect(await codeOf('needs.update', { needId, version: 1, fields })).toBe('NEED_CHANGED');
    const log = prepared(
      shop.shop.reader,
      `SELECT fields FROM audit_log WHERE operation = 'needs.update' ORDER BY seq LIMIT 1`,
    ).get() as { fields: string };
    expect(log.fields).toContain('brand');
    expect(log.fields).not.toContain('category');
  });

  it('ends met, lost or postponed with a reason, and can be opened again', async () => {
    const needId = await note();
    expect(await codeOf('needs.close', { needId, outcome: 'lost' })).toBe('NEED_REASON_NEEDED');
    expect(await codeOf('needs.close', { needId, outcome: 'postponed', reason: 'bonus' })).toBe(
      'NEED_UNTIL_NEEDED',
    );
    expect(
      await codeOf('needs.close', { needId, outcome: 'postponed', reason: 'bonus', until: '2026-11-20' }),
    ).toBe('NEED_UNTIL_PAST');
    await shop.call('needs.close', { needId, outcome: 'postponed', reason: 'bonus', until: '2027-02-01' });
    expect((await mine()).open[0]?.need).toMatchObject({ status: 'postponed', postponedUntil: '2027-02-01' });
    await shop.call('needs.close', { needId, outcome: 'lost', reason: 'price' });
    expect(await codeOf('needs.close', { needId, outcome: 'met' })).toBe('NEED_NOT_OPEN');
    const { open, ended } = await mine();
    expect([open.length, ended[0]?.statusReason]).toEqual([0, 'price']);
    await shop.call('needs.reopen', { needId });
    expect(await codeOf('needs.reopen', { needId })).toBe('NEED_IS_OPEN');
    expect((await mine()).open[0]?.need).toMatchObject({
      status: 'open',
      statusReason: null,
      closedAt: null,
    });
  });

  it('noted by mistake is taken back and put back', async () => {
    const needId = await note();
    await shop.call('needs.setRemoved', { needId, isRemoved: true });
    expect((await mine()).open).toEqual([]);
    await shop.call('needs.setRemoved', { needId, isRemoved: false });
    expect((await mine()).open).toHaveLength(1);
  });

  it('is written by advisors and managers only', async () => {
    shop.as('service');
    expect(await codeOf('needs.note', { customerId, brand: 'Omega' })).toBe('NOT_ALLOWED');
  });
});

describe('arrivals', () => {
  it('are matched with open needs: created, back in stock, or new on the shelf', async () => {
    const sold = await addWatch(shop, { code: 'OLD', stockCount: 0, brand: 'Tudor' });
    const needId = await note({ category: 'watch', brand: 'Tudor', budgetMaxMinor: 60_000_00 });
    expect(await waiting()).toEqual([]);
    await shop.call('products.setStock', { productId: sold, count: 2, reason: 'delivery' });
    const created = await addWatch(shop, { code: 'NEW', brand: 'Tudor', reference: 'T' });
    await addWatch(shop, { code: 'DEAR', brand: 'Tudor', reference: 'D', priceMinor: 900_000_00 });
    const found = await waiting();
    expect(new Set(found.map(({ product }) => product.id))).toEqual(new Set([sold, created]));
    expect(found[0]).toMatchObject({ needId, score: 100, customer: { id: customerId } });
  });

  it('wait until looked at, dismissed or declined, and a dismissed one does not come back', async () => {
    const needId = await note({ category: 'watch', brand: 'Omega' });
    const first = await addWatch(shop, { code: 'A', stockCount: 0, status: 'new' });
    expect(await waiting()).toHaveLength(1);
    await shop.call('needs.dismissMatch', { needId, productId: first });
    expect(await waiting()).toEqual([]);
    await shop.call('products.setStock', { productId: first, count: 1, reason: 'delivery' });
    expect(await waiting()).toEqual([]);
    await shop.call('needs.dismissMatch', { needId, productId: first, isDismissed: false });
    expect(await waiting()).toHaveLength(1);
    await shop.call('needs.seeMatches', { needId });
    expect(await waiting()).toEqual([]);
  });

  it('are told for no need that has ended', async () => {
    const needId = await note({ category: 'watch' });
    await addWatch(shop, { code: 'A' });
    expect(await waiting()).toHaveLength(1);
    await shop.call('needs.close', { needId, outcome: 'lost', reason: 'price' });
    expect(await waiting()).toEqual([]);
  });
});

describe('the board', () => {
  it('counts demand by brand, category, occasion and budget, and what was lost and why', async () => {
    await note({ brand: 'Omega', category: 'watch', budgetMaxMinor: 45_000_00, occasion: 'birthday' });
    await note({ brand: 'omega', category: 'watch', budgetMinMinor: 400_000_00 });
    await note({ category: 'strap', byDate: '2026-11-25' });
    const lost = await note({ brand: 'Rolex' });
    await shop.call('needs.close', { needId: lost, outcome: 'lost', reason: 'not-available' });
    const board = await shop.call('needs.board', {});
    expect(board).toMatchObject({ open: 3, dueSoon: 1, overdue: 0, postponed: 0 });
    expect(board.byBrand.map(({ count }) => count)).toEqual([2, 1]);
    expect(board.byCategory[0]).toEqual({ name: 'watch', count: 2 });
    expect(board.byOccasion).toContainEqual({ name: 'birthday', count: 1 });
    expect(board.byBudget.map(({ count }) => count)).toEqual([0, 0, 1, 0, 0, 1, 1]);
    expect(board.unmet).toMatchObject({ total: 1, met: 0, byReason: [{ name: 'not-available', count: 1 }] });
    const budget = await shop.call('needs.board', { budget: '3' });
    expect(budget.rows).toHaveLength(1);
  });

  it('pages in the order of urgency without losing or repeating any, by staff too', async () => {
    for (const byDate of ['2026-12-03', null, '2026-12-01', null, '2026-12-02']) {
      shop.clock.advance(1000);
      await note({ category: 'watch', byDate });
    }
    const seen: (string | null)[] = [];
    const ids = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof mineBoard>> = await mineBoard(cursor);
      for (const { need } of page.rows) {
        seen.push(need.byDate);
        ids.add(need.id);
      }
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(['2026-12-01', '2026-12-02', '2026-12-03', null, null]);
    expect(ids.size).toBe(5);
    expect((await shop.call('needs.board', { staffId: shop.staff.advisor })).open).toBe(0);
  });

  const mineBoard = (cursor: string | null) =>
    shop.call('needs.board', { staffId: shop.staff.manager, limit: 2, cursor });

  it('walks an index in the order it shows', () => {
    const plan = prepared(
      shop.shop.reader,
      `EXPLAIN QUERY PLAN SELECT * FROM needs n WHERE n.status = 'open' AND n.deleted_at IS NULL
       ORDER BY coalesce(n.by_date, '9999-12-31'), n.at DESC, n.id LIMIT 50`,
    ).all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toMatch(/USING INDEX needs_by_status/);
    expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE');
  });
});
