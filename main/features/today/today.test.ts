import { prepared } from '@main/db/sql';
import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const today = (scope: 'mine' | 'shop' = 'shop') => shop.call('today.list', { scope });
const group = async (kind: string, scope: 'mine' | 'shop' = 'shop') =>
  (await today(scope)).groups.find((one) => one.kind === kind);
const set = (table: string, id: string, columns: Record<string, string | number | null>) =>
  shop.shop.writer
    .prepare(
      `UPDATE ${table} SET ${Object.keys(columns)
        .map((name) => `${name} = @${name}`)
        .join(', ')} WHERE id = @id`,
    )
    .run({ ...columns, id });
const consentToEmail = () =>
  shop.shop.writer
    .prepare(
      `INSERT INTO consent_events (id, seq, customer_id, kind, regime, purpose, channels, data_kinds, goods_classes,
         form, notice_id, notice_version, language, signature, at, recorded_at)
       VALUES ('e1', 1, ?, 'given', 'hk-pdpo', 'direct-marketing', '["email"]', '["name","email","items-owned"]',
         '["watches"]', 'electronic', 'n1', 1, 'en', NULL, 1, 1)`,
    )
    .run(customerId);
const addNotice = () =>
  shop.shop.writer
    .prepare(
      `INSERT INTO notices (id, kind, version, language, title, body, hash, effective_at)
       VALUES ('n1', 'vip', 99, 'en', 't', 'b', 'h', 1)`,
    )
    .run();

describe('Today', () => {
  it('is empty where nothing is due, and counts the day', async () => {
    const product = await addProduct(shop);
    await shop.call('sales.record', { lines: [{ productId: product, quantity: 2 }] });
    await shop.call('customers.view', { id: customerId });
    const day = await today();
    expect(day.groups).toEqual([]);
    expect(day.sales).toEqual({ receipts: 1, totalMinor: 200_00, currency: 'HKD' });
    expect(day.seen).toMatchObject({ total: 1, customers: [{ id: customerId }] });
  });

  it('shows needs by their day, put off until today, and what arrived for one', async () => {
    const due = await shop.call('needs.note', {
      customerId,
      brand: 'Omega',
      category: 'watch',
      byDate: '2026-11-22',
    });
    await shop.call('needs.note', { customerId, brand: 'Rolex', byDate: '2026-12-24' });
    const late = await shop.call('needs.note', { customerId, brand: 'Tudor', byDate: '2026-11-19' });
    expect((await group('need'))?.duties.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
      [late.needId, true],
      [due.needId, false],
    ]);
    const put = await shop.call('needs.note', { customerId, brand: 'Seiko' });
    await shop.call('needs.close', {
      needId: put.needId,
      outcome: 'postponed',
      reason: 'bonus',
      until: '2026-11-21',
    });
    expect(await group('postponed')).toBeUndefined();
    await addWatch(shop);
    expect((await group('arrival'))?.duties[0]).toMatchObject({
      id: due.needId,
      params: { brand: 'Omega', name: 'Seamaster Diver 300M', more: 0 },
    });
    shop.clock.advance(86_400_000);
    expect((await group('postponed'))?.duties[0]).toMatchObject({
      id: put.needId,
      params: { reason: 'bonus' },
    });
  });

  it('says nothing about what is discreet', async () => {
    await shop.call('needs.note', { customerId, brand: 'Omega', byDate: '2026-11-21', isDiscreet: true });
    const found = await group('need');
    expect(found?.duties[0]).toMatchObject({ isDiscreet: true, params: {} });
    expect(JSON.stringify(await today())).not.toContain('Omega');
  });

  it('keeps a birthday to itself until the customer permits a greeting', async () => {
    set('customers', customerId, { birth_month: 11, birth_day: 25 });
    expect(await group('birthday')).toBeUndefined();
    addNotice();
    consentToEmail();
    expect((await group('birthday'))?.duties[0]).toMatchObject({ dueOn: '2026-11-25', params: {} });
    set('customers', customerId, { is_minor: 1 });
    expect(await group('birthday')).toBeUndefined();
    set('customers', customerId, { is_minor: 0 });
    await shop.call('consents.withdraw', { customerId });
    expect(await group('birthday')).toBeUndefined();
  });

  it('hints at warranty and care, marked where there is no consent to write about it', async () => {
    const watch = await addWatch(shop);
    const { itemIds } = await shop.call('sales.record', {
      customerId,
      lines: [{ productId: watch, quantity: 1, serial: 'X1' }],
    });
    set('items', itemIds[0]!, { warranty_end: '2026-12-01', water_test_due: '2026-11-28' });
    expect((await group('warranty'))?.duties[0]).toMatchObject({
      dueOn: '2026-12-01',
      needsConsent: true,
      params: { item: 'Omega Seamaster' },
    });
    expect((await group('care'))?.duties[0]).toMatchObject({ params: { care: 'water-test' } });
    addNotice();
    consentToEmail();
    expect((await group('warranty'))?.duties[0]?.needsConsent).toBe(false);
  });

  it('is mine by the need I noted and the customer I look after, and the shop’s otherwise', async () => {
    shop.as('advisor');
    await shop.call('needs.note', { customerId, brand: 'Omega', byDate: '2026-11-21' });
    expect((await group('need', 'mine'))?.total).toBe(1);
    shop.as('manager');
    expect(await group('need', 'mine')).toBeUndefined();
    expect((await group('need', 'shop'))?.total).toBe(1);
    set('customers', customerId, { primary_advisor_id: shop.staff.manager });
    expect((await group('need', 'mine'))?.total).toBe(1);
  });

  it('has for one customer what is open with them and nobody else', async () => {
    const other = addCustomer(shop, { familyName: 'Lee' });
    await shop.call('needs.note', { customerId: other, brand: 'Omega', byDate: '2026-11-21' });
    await shop.call('needs.note', { customerId, brand: 'Tudor', byDate: '2026-11-21' });
    const mine = await shop.call('today.forCustomer', { customerId });
    expect(mine.duties.map(({ params }) => params.brand)).toEqual(['Tudor']);
    expect(mine).toMatchObject({ openNeeds: 1, arrival: null });
  });

  it('finds birthdays, warranties and postponed needs by index', () => {
    const plan = (sql: string) =>
      (prepared(shop.shop.reader, `EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join();
    expect(
      plan(
        `SELECT id FROM customers c WHERE (c.birth_month, c.birth_day) IN (VALUES (11, 20), (11, 21))
         AND c.birth_month IS NOT NULL AND c.deleted_at IS NULL AND c.merged_into_id IS NULL`,
      ),
    ).toContain('customers_by_birthday');
    expect(
      plan(
        `SELECT id FROM items i WHERE i.status = 'owned' AND i.deleted_at IS NULL
         AND i.warranty_end BETWEEN '2026-11-20' AND '2026-12-20'`,
      ),
    ).toContain('items_by_warranty_end');
  });
});
