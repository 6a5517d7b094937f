import type { Input } from '@shared/contract';
import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
let watchId: string;
let strapId: string;
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
  watchId = await addWatch(shop);
  strapId = await addProduct(shop, { priceMinor: 1_200_00 });
  await shop.call('customers.update', {
    id: customerId,
    version: 1,
    changes: { language: 'en', contacts: [{ kind: 'email', value: 'peter@example.com' }] },
  });
  shop.as('advisor');
});
afterEach(() => shop.close());

type Line = Input<'quotations.draft'>['lines'][number];
const draft = (lines: Line[] = [{ productId: watchId, quantity: 1 }], more: object = {}) =>
  shop.call('quotations.draft', { customerId, lines, ...more });
const refusal = async (operation: string, input: object) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};
const find = async (quotationId: string) =>
  (await shop.call('quotations.history', { quotationId })).quotation;
const send = (quotationId: string) => shop.call('quotations.send', { quotationId, how: 'email' });
const sent = async (...given: Parameters<typeof draft>) => {
  const { quotationId } = await draft(...given);
  await send(quotationId);
  return quotationId;
};
const yes = { name: 'Mr Chan', how: 'phone' as const, at: Date.UTC(2026, 10, 20, 3) };
const day = 86_400_000;

describe('a quotation', () => {
  it('is numbered, priced from the catalogue, and holds for as many days as the shop says', async () => {
    const made = await draft([
      { productId: watchId, quantity: 1 },
      { productId: strapId, quantity: 2, discountMinor: 100_00 },
      { description: 'Engraving', quantity: 1, unitPriceMinor: 380_00 },
    ]);
    expect(made).toMatchObject({ number: 'QA-000001', totalMinor: 48_980_00 });
    expect(await find(made.quotationId)).toMatchObject({
      state: 'draft',
      grossMinor: 49_080_00,
      currency: 'HKD',
      expiresOn: '2026-12-04',
      lines: [{ totalMinor: 46_300_00 }, { totalMinor: 2_300_00 }, { listPriceMinor: null }],
    });
    shop.as('manager');
    await shop.call('shop.saveSettings', {
      quotationRules: { validDays: 30, advisorPercent: 8, managerPercent: 20 },
    });
    expect(await shop.call('quotations.limits', {})).toEqual({ validDays: 30, discountPercent: 20 });
    expect((await find((await draft()).quotationId)).expiresOn).toBe('2026-12-20');
  });

  it('refuses more discount than the role allows, also as a lower price', async () => {
    const input = (line: object) => ({ customerId, lines: [{ productId: watchId, quantity: 1, ...line }] });
    expect(await refusal('quotations.draft', input({ discountMinor: 2_315_01 }))).toBe('DISCOUNT_OVER_LIMIT');
    expect(await refusal('quotations.draft', input({ unitPriceMinor: 43_000_00 }))).toBe(
      'DISCOUNT_OVER_LIMIT',
    );
    expect(await refusal('quotations.draft', input({ discountMinor: 2_315_00 }))).toBe('done');
    shop.as('manager');
    expect(await refusal('quotations.draft', input({ discountMinor: 6_945_00 }))).toBe('done');
    expect(await refusal('quotations.draft', input({ discountMinor: 6_945_01 }))).toBe('DISCOUNT_OVER_LIMIT');
    shop.as('service');
    expect(await refusal('quotations.draft', input({}))).toBe('NOT_ALLOWED');
  });

  it('refuses to be empty, unpriced, unnamed, for nobody, or past its last day', async () => {
    const code = (lines: object[], more: object = {}) =>
      refusal('quotations.draft', { customerId, lines, ...more });
    const good = { productId: strapId, quantity: 1 };
    expect(await code([])).toBe('QUOTATION_EMPTY');
    expect(await code([{ quantity: 1, unitPriceMinor: 100 }])).toBe('DESCRIPTION_NEEDED');
    expect(await code([{ description: 'Engraving', quantity: 1 }])).toBe('PRICE_NEEDED');
    expect(await code([{ productId: 'none', quantity: 1 }])).toBe('PRODUCT_NOT_FOUND');
    expect(await code([{ ...good, discountMinor: 1_200_01 }])).toBe('DISCOUNT_TOO_LARGE');
    expect(await code([good], { expiresOn: '2026-11-19' })).toBe('EXPIRY_IN_THE_PAST');
    expect(await code([good], { customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
  });

  it('cannot be edited once it was sent: not by an operation, not by SQL', async () => {
    const quotationId = await sent([{ productId: strapId, quantity: 1 }]);
    expect(shop.devices.opened[0]).toMatch(/^mailto:peter@example\.com\?subject=Quotation%20QA-000001/);
    const { version } = await find(quotationId);
    const lines = [{ productId: strapId, quantity: 9 }];
    expect(await refusal('quotations.change', { quotationId, version, lines })).toBe('QUOTATION_WAS_SENT');
    expect(await refusal('quotations.discard', { quotationId })).toBe('QUOTATION_WAS_SENT');
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run(quotationId);
    expect(run('UPDATE quotation_lines SET quantity = 9 WHERE quotation_id = ?')).toThrow(/not edited/);
    expect(run('DELETE FROM quotation_lines WHERE quotation_id = ?')).toThrow(/not edited/);
    expect(run('UPDATE quotations SET total_minor = 0 WHERE id = ?')).toThrow(/not edited/);
    expect(run(`UPDATE quotations SET expires_on = '2030-01-01' WHERE id = ?`)).toThrow(/not edited/);
    expect(run(`UPDATE quotations SET status = 'draft' WHERE id = ?`)).toThrow(/stays sent/);
    expect(run('DELETE FROM quotations WHERE id = ?')).toThrow(/kept/);
    expect(run('DELETE FROM quotation_events WHERE quotation_id = ?')).toThrow(/append-only/);
  });

  it('is not sent by a printer that is not there, nor by a dialog that was closed', async () => {
    const { quotationId } = await draft();
    expect(await refusal('quotations.send', { quotationId, how: 'printed' })).toBe('NO_PRINTER');
    expect(await shop.call('quotations.send', { quotationId, how: 'pdf' })).toEqual({ isSent: false });
    expect((await find(quotationId)).state).toBe('draft');
    expect(await refusal('quotations.confirm', { quotationId, ...yes })).toBe('QUOTATION_NOT_SENT');
  });

  it('is printed in the customer’s language, and a draft says that it is one', async () => {
    await shop.call('customers.update', { id: customerId, version: 2, changes: { language: 'zh-Hant' } });
    const { quotationId } = await draft([{ productId: watchId, quantity: 1 }], {
      terms: 'Deposit 20 %',
      note: 'She pays by instalments',
    });
    const page = async () => {
      const { documentId } = await shop.call('quotations.document', { quotationId });
      return shop.devices.keptDocument(documentId)?.html ?? '';
    };
    const before = await page();
    expect(before).toContain('草稿');
    for (const words of ['報價單 QA-000001', '海馬潛水 300 米', 'HK$46,300', '2026年12月4日', 'Deposit 20 %'])
      expect(before).toContain(words);
    expect(before).not.toContain('instalments');
    await send(quotationId);
    expect(await page()).not.toContain('草稿');
  });
});

describe('an offer’s answer', () => {
  it('is confirmed with who, how and when, and the timeline tells it', async () => {
    const quotationId = await sent();
    await shop.call('quotations.confirm', { quotationId, ...yes });
    expect(await find(quotationId)).toMatchObject({ state: 'confirmed', confirmed: yes });
    expect(await refusal('quotations.decline', { quotationId, reason: 'No' })).toBe('QUOTATION_CLOSED');
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['quotation'] });
    expect(entries.map(({ title }) => title)).toEqual(['quotation.confirmed', 'quotation.sent']);
    await shop.call('quotations.reopen', { quotationId });
    expect(await find(quotationId)).toMatchObject({ state: 'sent', confirmed: null });
  });

  it('runs out by the date, is a duty before, and cannot be confirmed after', async () => {
    const quotationId = await sent([{ productId: strapId, quantity: 1 }], { expiresOn: '2026-11-28' });
    const duty = async () =>
      (await shop.call('today.list', { scope: 'mine' })).groups.find(({ kind }) => kind === 'quotation');
    expect(await duty()).toBeUndefined();
    shop.clock.advance(day);
    expect((await duty())?.duties[0]).toMatchObject({ dueOn: '2026-11-28', params: { number: 'QA-000001' } });
    shop.clock.advance(8 * day);
    expect(await duty()).toBeUndefined();
    expect((await find(quotationId)).state).toBe('expired');
    expect(await refusal('quotations.confirm', { quotationId, ...yes })).toBe('QUOTATION_EXPIRED');
    const { quotations, sums } = await shop.call('quotations.list', { show: 'ended' });
    expect(quotations.map(({ state }) => state)).toEqual(['expired']);
    expect(sums).toEqual([{ state: 'expired', currency: 'HKD', count: 1, totalMinor: 1_200_00 }]);
  });

  it('is revised as a new version; the earlier one stays readable and cannot be confirmed', async () => {
    const quotationId = await sent([{ productId: watchId, quantity: 1, discountMinor: 300_00 }]);
    const revision = await shop.call('quotations.revise', { quotationId });
    expect(revision.number).toBe('QA-000001-2');
    expect(await refusal('quotations.confirm', { quotationId, ...yes })).toBe('QUOTATION_CLOSED');
    expect(await refusal('quotations.revise', { quotationId })).toBe('QUOTATION_CLOSED');
    await shop.call('quotations.change', {
      quotationId: revision.quotationId,
      version: 1,
      lines: [{ productId: watchId, quantity: 1, discountMinor: 800_00 }],
    });
    const { versions } = await shop.call('quotations.history', { quotationId });
    expect(versions.map(({ state, totalMinor }) => [state, totalMinor])).toEqual([
      ['revised', 46_000_00],
      ['draft', 45_500_00],
    ]);
    // The new version given up, the earlier one stands again; taken back, it is replaced again.
    await shop.call('quotations.discard', { quotationId: revision.quotationId });
    expect((await find(quotationId)).state).toBe('sent');
    await shop.call('quotations.reopen', { quotationId: revision.quotationId });
    expect((await find(quotationId)).state).toBe('revised');
  });

  it('becomes a sale in one step at its own prices, one line a piece with its serial', async () => {
    const quotationId = await sent([
      { productId: watchId, quantity: 2, discountMinor: 1_000_01 },
      { description: 'Engraving', quantity: 1, unitPriceMinor: 380_00 },
    ]);
    const [watches] = (await find(quotationId)).lines;
    const serials = { [watches?.id ?? '']: ['S-1', 'S-2'] };
    expect(await refusal('quotations.convert', { quotationId, serials })).toBe('QUOTATION_NOT_CONFIRMED');
    await shop.call('quotations.confirm', { quotationId, ...yes });
    expect(await refusal('quotations.convert', { quotationId })).toBe('SERIAL_NEEDED');
    const { saleId, totalMinor } = await shop.call('quotations.convert', { quotationId, serials });
    expect(totalMinor).toBe(91_979_99);
    const sale = await shop.call('sales.get', { saleId });
    expect(sale.lines.map(({ serial, discountMinor }) => [serial, discountMinor])).toEqual([
      ['S-1', 500_01],
      ['S-2', 500_00],
      [null, 0],
    ]);
    expect(sale.lines[0]?.discountReason).toBe('QA-000001');
    expect(await find(quotationId)).toMatchObject({
      state: 'sold',
      sale: { id: saleId, receiptNumber: sale.receiptNumber },
    });
    expect(await refusal('quotations.convert', { quotationId, serials })).toBe('QUOTATION_SOLD');
    // A cancelled sale never took place: the confirmed offer stands.
    await shop.call('sales.cancel', { saleId, reason: 'Wrong receipt' });
    expect(await find(quotationId)).toMatchObject({ state: 'confirmed', sale: null });
  });
});
