import { newId } from '@main/kernel/ids';
import { addCustomer } from '@tests/fixtures/goods';
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

const isOwnRecordOf = (staffId: string, id: string) =>
  shop.shop.writer.prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?').run(id, staffId);
const open = async (id: string) => {
  const answer = await shop.try('customers.get', { id });
  return answer.ok ? 'open' : [answer.code, answer.params.cause];
};
const sell = (line: object = {}, buyer = customerId) =>
  shop.call('sales.record', {
    customerId: buyer,
    lines: [{ description: 'Strap', quantity: 1, unitPriceMinor: 100_000, ...line }],
  });
const kinds = async (filter: object = {}) =>
  (await shop.call('oversight.list', filter)).entries.map(({ kind }) => kind);

describe('a look-up', () => {
  it('of a colleague’s record opens with a reason, which the manager reads', async () => {
    isOwnRecordOf(shop.staff.service, customerId);
    shop.as('advisor');
    expect(await open(customerId)).toEqual(['LOOKUP_REASON_NEEDED', 'staff-record']);
    // A sale at the counter needs the name and opens nothing.
    expect(await shop.try('customers.get', { id: customerId, purpose: 'counter' })).toMatchObject({
      ok: true,
    });
    expect(await shop.try('oversight.giveReason', { customerId, reason: ' ' })).toMatchObject({ ok: false });
    await shop.call('oversight.giveReason', { customerId, reason: 'Collects her strap' });
    expect(await open(customerId)).toBe('open');
    expect(await shop.try('oversight.list', {})).toMatchObject({ code: 'NOT_ALLOWED' });
    shop.as('manager');
    expect((await shop.call('oversight.list', {})).entries).toMatchObject([
      {
        kind: 'look-up',
        cause: 'staff-record',
        reason: 'Collects her strap',
        staff: { id: shop.staff.advisor },
      },
    ]);
    // One person's reason is not another's, and yesterday's is not today's.
    expect(await open(customerId)).toEqual(['LOOKUP_REASON_NEEDED', 'staff-record']);
    shop.as('advisor');
    shop.clock.advance(24 * 3_600_000);
    expect(await open(customerId)).toEqual(['LOOKUP_REASON_NEEDED', 'staff-record']);
  });

  it('needs a reason from the number on that the manager set, for the hour that he set', async () => {
    await shop.call('shop.saveSettings', {
      oversightRules: { differentRecords: 3, windowMinutes: 60, discountPercent: 15 },
    });
    shop.as('advisor');
    const others = [addCustomer(shop), addCustomer(shop)];
    for (const id of others) await shop.call('customers.view', { id });
    for (const id of others) expect(await open(id)).toBe('open');
    expect(await open(customerId)).toEqual(['LOOKUP_REASON_NEEDED', 'many-records']);
    shop.clock.advance(61 * 60_000);
    expect(await open(customerId)).toBe('open');
    expect(await shop.try('oversight.giveReason', { customerId, reason: 'No reason' })).toMatchObject({
      code: 'NO_REASON_NEEDED',
    });
  });
});

describe('the review list', () => {
  it('has own-account, staff and family sales and discounts past the limit, and nothing else', async () => {
    const [own, wife, stranger] = [addCustomer(shop), addCustomer(shop), addCustomer(shop)];
    isOwnRecordOf(shop.staff.advisor, own);
    const link = shop.shop.writer.prepare(
      `INSERT INTO customer_links (id, customer_id, other_customer_id, relation, created_at) VALUES (?, ?, ?, ?, 1)`,
    );
    link.run(newId(), wife, own, 'spouse');
    link.run(newId(), own, stranger, 'friend');
    shop.as('advisor');
    await sell({}, own);
    await sell({}, wife);
    await sell({}, stranger);
    await sell({ discountMinor: 15_000, discountReason: 'member' }, stranger);
    await sell({ discountMinor: 15_001, discountReason: 'member' }, stranger);
    shop.as('manager');
    await sell({}, own);
    expect((await kinds()).sort()).toEqual(['discount', 'family-sale', 'own-account', 'staff-purchase']);
    expect(await kinds({ kind: 'discount' })).toEqual(['discount']);
    const { entries } = await shop.call('oversight.list', { kind: 'family-sale' });
    expect(entries[0]).toMatchObject({ customer: { id: wife }, relativeOf: expect.any(String) });
    shop.clock.advance(40 * 86_400_000);
    expect(await kinds({ days: 30 })).toEqual([]);
    expect(await kinds({ days: null })).toHaveLength(4);
  });

  it('is signed entry by entry, once, and what was signed stays as it was', async () => {
    shop.as('advisor');
    await sell({ discountMinor: 50_000, discountReason: 'member' });
    shop.as('manager');
    const [entry] = (await shop.call('oversight.list', {})).entries;
    const input = { kind: entry?.kind, sourceId: entry?.sourceId, remark: 'Agreed beforehand' };
    expect(await shop.try('oversight.sign', { ...input, remark: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await shop.try('oversight.sign', { ...input, kind: 'look-up' })).toMatchObject({
      code: 'REVIEW_ENTRY_NOT_FOUND',
    });
    await shop.call('oversight.sign', input as Parameters<typeof shop.call<'oversight.sign'>>[1]);
    expect(await shop.try('oversight.sign', input)).toMatchObject({ code: 'ALREADY_SIGNED' });
    expect(await kinds()).toEqual([]);
    expect(await shop.call('oversight.signed', {})).toMatchObject([{ entry, remark: 'Agreed beforehand' }]);
    const db = shop.shop.writer;
    expect(() => db.prepare(`UPDATE review_signoffs SET remark = 'x'`).run()).toThrow('append-only');
    expect(() => db.prepare('DELETE FROM review_signoffs').run()).toThrow('append-only');
  });

  it('is not signed by whoever it is about while there is another manager', async () => {
    await sell({ discountMinor: 50_000, discountReason: 'manager' });
    const [entry] = (await shop.call('oversight.list', {})).entries;
    const input = { kind: 'discount', sourceId: entry?.sourceId ?? '', remark: 'Mine' } as const;
    shop.shop.writer.prepare(`UPDATE staff SET role = 'manager' WHERE id = ?`).run(shop.staff.advisor);
    expect(await shop.try('oversight.sign', input)).toMatchObject({ code: 'SIGNING_OWN' });
    shop.shop.writer.prepare(`UPDATE staff SET role = 'advisor' WHERE id = ?`).run(shop.staff.advisor);
    await shop.call('oversight.sign', input);
    expect(await kinds()).toEqual([]);
  });
});

describe('what else comes to the review list', () => {
  it('is selling past the gate, with its reason', async () => {
    shop.as('advisor');
    const said = {
      customerId,
      channel: 'phone' as const,
      direction: 'out' as const,
      purpose: 'selling' as const,
      goodsClass: 'watches' as const,
      words: 'Rang about the new dial',
      outcome: 'talked' as const,
    };
    await shop.call('conversations.log', { ...said, gateReason: 'She asked for it' });
    shop.as('manager');
    expect(await kinds({ kind: 'gate-override' })).toEqual(['gate-override']);
    const { entries } = await shop.call('oversight.list', { kind: 'gate-override' });
    expect(entries[0]).toMatchObject({
      reason: 'She asked for it',
      cause: 'gate-unpermitted',
      staff: { id: shop.staff.advisor },
      customer: { id: customerId },
    });
  });

  it('is what left as a file, and not what was only prepared', async () => {
    shop.as('advisor');
    const report = { customerId, copy: 'customer', language: 'en' } as const;
    await shop.call('reports.customer', report);
    shop.as('manager');
    expect(await kinds({ kind: 'export' })).toEqual([]);
    shop.as('advisor');
    await shop.call('reports.customer', { ...report, isForFile: true });
    shop.as('manager');
    const { entries } = await shop.call('oversight.list', { kind: 'export' });
    expect(entries).toMatchObject([
      { cause: 'customer-report', customer: { id: customerId }, staff: { id: shop.staff.advisor } },
    ]);
    await shop.call('oversight.sign', {
      kind: 'export',
      sourceId: entries[0]?.sourceId ?? '',
      remark: 'The customer asked for it',
    });
    expect(await kinds({ kind: 'export' })).toEqual([]);
    shop.clock.advance(40 * 86_400_000);
    shop.as('advisor');
    await shop.call('reports.customer', { ...report, isForFile: true });
    shop.as('manager');
    expect(await kinds({ kind: 'export', days: 30 })).toEqual(['export']);
  });

  it('reads the log by the name of the operation', () => {
    const plan = shop.shop.reader
      .prepare(
        `EXPLAIN QUERY PLAN SELECT * FROM audit_log a WHERE a.operation IN ('documents.savePdf', 'reports.customer') AND a.at >= 1`,
      )
      .all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain('audit_log_by_operation');
  });
});
