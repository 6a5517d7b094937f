import { newId } from '@main/kernel/ids';
import type { Input } from '@shared/contract';
import { addCustomer, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
let productId: string;
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
  productId = await addWatch(shop, { attributes: { scarce: true } });
});
afterEach(() => shop.close());

const register = (more: Partial<Input<'interests.register'>> = {}) =>
  shop.call('interests.register', { customerId, productId, reason: 'His father wore one', ...more });
const standing = async () => (await shop.call('interests.forCustomer', { customerId })).interests[0]!;
const days = (count: number) => shop.clock.advance(count * 86_400_000);

describe('an interest', () => {
  it('is numbered, dated, on the timeline, and found by the reference and by its words', async () => {
    shop.as('advisor');
    const { number } = await register({ purpose: 'wear', statedTies: ' Neighbour of the shop ' });
    expect(number).toBe('IA-000001');
    expect(await standing()).toMatchObject({
      number,
      state: 'waiting',
      registeredOn: '2026-11-20',
      registeredBy: { id: shop.staff.advisor },
      advisor: { id: shop.staff.advisor },
      statedTies: 'Neighbour of the shop',
      waitedDays: 0,
    });
    days(30);
    expect((await standing()).waitedDays).toBe(30);
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['interest'] });
    expect(entries.map(({ title }) => title)).toEqual(['interest.registered']);
    for (const text of [number, 'Seamaster Diver', 'father wore'])
      expect((await shop.call('search.query', { text })).results.map(({ id }) => id)).toContain(customerId);
    expect(await shop.call('interests.references', {})).toMatchObject([{ waiting: 1, longestDays: 30 }]);
    expect(await shop.call('interests.forProduct', { productId })).toMatchObject({
      isScarce: true,
      waiting: 1,
      interests: [{ number }],
    });
  });

  it('is registered once, for somebody who is there and a watch that is there', async () => {
    await register();
    const code = async (more: object) => {
      const answer = await shop.try('interests.register', { customerId, productId, reason: 'x', ...more });
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({})).toBe('INTEREST_EXISTS');
    expect(await code({ customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
    expect(await code({ productId: 'nothing' })).toBe('PRODUCT_NOT_FOUND');
    expect(await code({ advisorId: 'nobody' })).toBe('OWNER_NOT_FOUND');
    expect(await code({ reason: ' ' })).toBe('INVALID_INPUT');
    shop.as('service');
    expect(await code({})).toBe('NOT_ALLOWED');
  });

  it('is withdrawn with a reason and taken up again from its first day; both stay', async () => {
    const { interestId } = await register();
    days(10);
    expect(await shop.try('interests.withdraw', { interestId, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await shop.call('interests.withdraw', { interestId, reason: 'Bought another' });
    expect(await shop.try('interests.withdraw', { interestId, reason: 'again' })).toMatchObject({
      code: 'INTEREST_NOT_WAITING',
    });
    days(5);
    expect(await standing()).toMatchObject({ state: 'withdrawn', waitedDays: 10 });
    expect((await shop.call('interests.forProduct', { productId })).interests).toEqual([]);
    await shop.call('interests.reinstate', { interestId, reason: 'By mistake' });
    expect(await standing()).toMatchObject({
      state: 'waiting',
      waitedDays: 15,
      changes: [
        { kind: 'reinstated', reason: 'By mistake' },
        { kind: 'withdrawn', reason: 'Bought another' },
      ],
    });
    await shop.call('interests.withdraw', { interestId, reason: 'Really' });
    await register();
    expect(await shop.try('interests.reinstate', { interestId, reason: 'x' })).toMatchObject({
      code: 'INTEREST_EXISTS',
    });
  });

  it('cannot be rewritten or deleted by SQL either', async () => {
    const { interestId } = await register();
    const db = shop.shop.writer;
    const run = (sql: string) => () => db.prepare(sql).run(interestId);
    expect(run('UPDATE interests SET registered_at = 0 WHERE id = ?')).toThrow(/append-only/);
    expect(run(`UPDATE interests SET reason = 'x' WHERE id = ?`)).toThrow(/append-only/);
    expect(run('DELETE FROM interests WHERE id = ?')).toThrow(/append-only/);
    expect(run(`UPDATE interest_events SET reason = 'x' WHERE interest_id = ?`)).toThrow(/append-only/);
    expect(run('DELETE FROM interest_events WHERE interest_id = ?')).toThrow(/append-only/);
    const { flagId } = await shop.call('interests.flagResale', {
      customerId,
      seenOn: '2026-11-01',
      evidence: 'Advertised',
    });
    expect(() => db.prepare(`UPDATE resale_flags SET evidence = 'x' WHERE id = ?`).run(flagId)).toThrow(
      /append-only/,
    );
    expect(() => db.prepare('DELETE FROM resale_flags').run()).toThrow(/append-only/);
  });

  it('shows the ties of the record with their figures', async () => {
    await shop.call('sales.record', {
      customerId,
      lines: [
        { productId, quantity: 1, serial: 'S-1' },
        { description: 'Strap', quantity: 1, unitPriceMinor: 100_000 },
      ],
    });
    const { ties, isRegistered, waiting } = await shop.call('interests.ties', { customerId, productId });
    expect(ties).toMatchObject({
      purchases: 1,
      lifetimeMinor: 46_300_00 + 100_000,
      brandMinor: 46_300_00,
      since: '2026-11-20',
      years: 0,
      services: 0,
      tier: null,
    });
    expect([isRegistered, waiting]).toEqual([false, 0]);
  });

  it('has a page for the customer, in their language, that says it guarantees nothing', async () => {
    const { interestId, number } = await register();
    const paper = async (language?: 'en') => {
      const { documentId } = await shop.call('interests.confirmation', {
        interestId,
        ...(language ? { language } : {}),
      });
      return shop.devices.keptDocument(documentId);
    };
    const chinese = await paper();
    expect(chinese?.page).toBe('A5');
    expect(chinese?.html).toContain('登記意向不作任何保證');
    const english = await paper('en');
    expect(english?.html).toContain('guarantees nothing');
    expect(english?.html).toContain(number);
    expect(english?.html).toContain('His father wore one');
  });
});

describe('a resale flag', () => {
  it('names evidence and day, is taken back with a reason, and both stay', async () => {
    const flag = (more: object = {}) =>
      shop.try('interests.flagResale', { customerId, seenOn: '2026-11-01', evidence: 'Advertised', ...more });
    expect(await flag({ seenOn: '2026-11-21' })).toMatchObject({ code: 'SEEN_IN_THE_FUTURE' });
    expect(await flag({ itemId: 'another' })).toMatchObject({ code: 'ITEM_NOT_FOUND' });
    expect(await flag({ evidence: '' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await flag()).toMatchObject({ ok: true });
    await register();
    expect((await standing()).flags).toEqual(['resale']);
    const [known] = (await shop.call('interests.forCustomer', { customerId })).resaleFlags;
    const back = { flagId: known?.id ?? '', reason: 'Another serial number' };
    await shop.call('interests.withdrawFlag', back);
    expect(await shop.try('interests.withdrawFlag', back)).toMatchObject({ code: 'FLAG_WITHDRAWN' });
    expect((await standing()).flags).toEqual([]);
    expect((await shop.call('interests.forCustomer', { customerId })).resaleFlags).toMatchObject([
      { evidence: 'Advertised', withdrawn: { reason: 'Another serial number' } },
    ]);
  });
});

describe('the flags beside a name', () => {
  it('tell the staff and their families', async () => {
    const db = shop.shop.writer;
    db.prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?').run(customerId, shop.staff.advisor);
    const wife = addCustomer(shop);
    db.prepare(
      `INSERT INTO customer_links (id, customer_id, other_customer_id, relation, created_at) VALUES (?, ?, ?, 'spouse', 1)`,
    ).run(newId(), wife, customerId);
    await register();
    await register({ customerId: wife });
    const { interests } = await shop.call('interests.forProduct', { productId });
    expect(interests.map(({ flags }) => flags)).toEqual([['staff'], ['family']]);
  });
});
