import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
let watch: string;
let strap: string;
beforeEach(async () => {
  shop = openTestShop();
  customerId = addCustomer(shop);
  watch = await addWatch(shop);
  strap = await addProduct(shop, { stockCount: 10 });
});
afterEach(() => shop.close());

const codeOf = async (operation: string, input: unknown) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'ok' : answer.code;
};
const stockOf = async (productId: string) => (await shop.call('products.get', { productId })).stockCount;
const totals = () =>
  shop.shop.reader.prepare('SELECT * FROM customer_totals WHERE customer_id = ?').get(customerId);

async function sellStraps(quantity: number, unitPriceMinor = 100_00) {
  const { saleId } = await shop.call('sales.record', {
    customerId,
    lines: [{ productId: strap, quantity, unitPriceMinor }],
  });
  const sale = await shop.call('sales.get', { saleId });
  return { saleId, position: sale.lines[0]?.position ?? -1 };
}

describe('recording a sale', () => {
  it('writes the receipt, takes stock away, and makes an item with its warranty', async () => {
    const sale = await shop.call('sales.record', {
      customerId,
      lines: [
        { productId: watch, quantity: 1, serial: '8412 3' },
        { productId: strap, quantity: 2, discountMinor: 20_00, discountReason: 'member' },
        { description: 'Engraving', quantity: 1, unitPriceMinor: 300_00 },
      ],
      paymentNote: 'card',
    });
    expect(sale).toMatchObject({
      receiptNumber: 'SA-000001',
      totalMinor: 46_300_00 + 180_00 + 300_00,
      flags: [],
    });
    expect([await stockOf(watch), await stockOf(strap)]).toEqual([2, 8]);
    const [item] = await shop.call('items.forCustomer', { customerId });
    expect(item).toMatchObject({
      id: sale.itemIds[0],
      serial: '8412 3',
      brand: 'Omega',
      boughtOn: '2026-11-20',
      warrantyState: 'in',
      warrantyEndsOn: '2031-11-20',
      warranty: { policyVersion: 'omega-2018' },
      waterTestDue: '2027-11-20',
      serviceDue: '2032-11-20',
    });
    expect(totals()).toMatchObject({ lifetime_minor: sale.totalMinor, receipts: 1, units: 4 });
  });

  it('leaves an uncounted product uncounted, and an anonymous sale in nobody’s history', async () => {
    const uncounted = await addProduct(shop);
    const { saleId, itemIds } = await shop.call('sales.record', {
      lines: [
        { productId: uncounted, quantity: 3 },
        { productId: watch, quantity: 1, serial: 'X1' },
      ],
    });
    expect(await stockOf(uncounted)).toBeNull();
    expect(itemIds).toEqual([]);
    expect((await shop.call('sales.get', { saleId })).customerId).toBeNull();
    expect(totals()).toBeUndefined();
  });

  it.each([
    ['SALE_EMPTY', () => ({ lines: [] })],
    ['CUSTOMER_NOT_FOUND', () => ({ customerId: 'no', lines: [{ productId: strap, quantity: 1 }] })],
    ['PRODUCT_NOT_FOUND', () => ({ lines: [{ productId: 'no', quantity: 1 }] })],
    ['DESCRIPTION_NEEDED', () => ({ lines: [{ quantity: 1, unitPriceMinor: 1 }] })],
    ['PRICE_NEEDED', () => ({ lines: [{ description: 'Polish', quantity: 1 }] })],
    ['DISCOUNT_REASON_NEEDED', () => ({ lines: [{ productId: strap, quantity: 1, discountMinor: 1 }] })],
    [
      'DISCOUNT_TOO_LARGE',
      () => ({ lines: [{ productId: strap, quantity: 1, discountMinor: 100_01, discountReason: 'member' }] }),
    ],
    ['SERIAL_NEEDED', () => ({ lines: [{ productId: watch, quantity: 1 }] })],
    ['SERIAL_ONE_EACH', () => ({ lines: [{ productId: watch, quantity: 2, serial: 'A' }] })],
    [
      'SERIAL_TWICE',
      () => ({
        lines: [
          { productId: watch, quantity: 1, serial: 'A' },
          { productId: watch, quantity: 1, serial: 'A' },
        ],
      }),
    ],
    ['CASH_OVER_TOTAL', () => ({ lines: [{ productId: strap, quantity: 1 }], cashMinor: 100_01 })],
    [
      'TOTAL_TOO_LARGE',
      () => ({ lines: [{ productId: strap, quantity: 10_000, unitPriceMinor: Number.MAX_SAFE_INTEGER }] }),
    ],
  ])('refuses with %s and changes nothing', async (code, input) => {
    expect(await codeOf('sales.record', input())).toBe(code);
    expect((await shop.call('sales.today', {})).sales).toEqual([]);
    expect(await stockOf(strap)).toBe(10);
  });

  it('refuses a piece that was sold and is still out, not one that came back', async () => {
    const sell = () =>
      codeOf('sales.record', { customerId, lines: [{ productId: watch, quantity: 1, serial: 'A' }] });
    expect(await sell()).toBe('ok');
    expect(await sell()).toBe('SERIAL_ALREADY_SOLD');
    const [sale] = (await shop.call('sales.forCustomer', { customerId })).sales;
    await shop.call('sales.return', {
      saleId: sale?.id ?? '',
      lines: [{ position: sale?.lines[0]?.position ?? -1, quantity: 1 }],
      reason: 'changed-mind',
    });
    expect((await shop.call('items.forCustomer', { customerId }))[0]?.status).toBe('returned');
    expect(await sell()).toBe('ok');
  });

  it('refuses a piece that somebody without a name bought, until it comes back', async () => {
    const lines = [{ productId: watch, quantity: 1, serial: 'A' }];
    const { saleId } = await shop.call('sales.record', { lines });
    expect(await codeOf('sales.record', { customerId, lines })).toBe('SERIAL_ALREADY_SOLD');
    const [line] = (await shop.call('sales.get', { saleId })).lines;
    const back = [{ position: line?.position ?? -1, quantity: 1 }];
    await shop.call('sales.return', { saleId, lines: back, reason: 'changed-mind' });
    expect(await codeOf('sales.record', { customerId, lines })).toBe('ok');
  });

  it('keeps the end on the warranty card, and offers the extension only where the product’s terms hold', async () => {
    const extended = await addWatch(shop, {
      warranty: { policyVersion: 'cartier-2019', warrantyMonths: 24, extensionMonths: 72 },
    });
    await shop.call('sales.record', {
      customerId,
      lines: [
        { productId: extended, quantity: 1, serial: 'T1' },
        { productId: extended, quantity: 1, serial: 'T2', warrantyEndsOn: '2029-01-31' },
      ],
    });
    const items = await shop.call('items.forCustomer', { customerId });
    const facts = items.map(({ serial, warrantyEndsOn, canExtend }) => [serial, warrantyEndsOn, canExtend]);
    expect(facts.sort()).toEqual([
      ['T1', '2028-11-20', true],
      ['T2', '2029-01-31', false],
    ]);
  });

  it('says the warranty on the receipt of an anonymous sale', async () => {
    const { saleId } = await shop.call('sales.record', {
      lines: [{ productId: watch, quantity: 1, serial: 'A' }],
    });
    const [line] = (await shop.call('sales.get', { saleId })).lines;
    expect(line?.warrantyEndsOn).toBe('2031-11-20');
  });

  it('keeps the card’s date and the terms of the day with the line of an anonymous sale', async () => {
    const { saleId } = await shop.call('sales.record', {
      lines: [{ productId: watch, quantity: 1, serial: 'B', warrantyEndsOn: '2029-01-31' }],
    });
    shop.shop.writer.prepare('UPDATE products SET warranty_policy = NULL WHERE id = ?').run(watch);
    const [line] = (await shop.call('sales.get', { saleId })).lines;
    expect(line?.warrantyEndsOn).toBe('2029-01-31');
    const kept = shop.shop.writer
      .prepare('SELECT warranty_terms FROM sale_lines WHERE sale_no = (SELECT no FROM sales WHERE id = ?)')
      .pluck()
      .get(saleId) as string;
    expect(JSON.parse(kept)).toMatchObject({ policyVersion: 'omega-2018' });
    const { documentId } = await shop.call('sales.receipt', { saleId, format: 'A4', language: 'en' });
    expect(shop.devices.keptDocument(documentId)?.html).toContain('31 January 2029');
  });

  it('asks before a large cash payment for a precious product, and flags it', async () => {
    const gold = await addWatch(shop, { isPrecious: true, priceMinor: 200_000_00 });
    const input = { lines: [{ productId: gold, quantity: 1, serial: 'G1' }], cashMinor: 120_000_00 };
    expect(await codeOf('sales.record', { ...input, cashMinor: 119_999_99 })).toBe('ok');
    const again = { ...input, lines: [{ productId: gold, quantity: 1, serial: 'G2' }] };
    expect(await codeOf('sales.record', again)).toBe('PRECIOUS_CASH');
    const { flags } = await shop.call('sales.record', { ...again, isPreciousCashConfirmed: true });
    expect(flags).toEqual(['precious-cash']);
  });

  it('flags a sale to oneself and to other staff', async () => {
    shop.shop.writer
      .prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?')
      .run(customerId, shop.staff.advisor);
    const lines = [{ productId: strap, quantity: 1 }];
    expect((await shop.call('sales.record', { customerId, lines })).flags).toEqual(['staff-purchase']);
    shop.as('advisor');
    expect((await shop.call('sales.record', { customerId, lines })).flags).toEqual([
      'own-account',
      'staff-purchase',
    ]);
    expect((await shop.call('sales.record', { lines, isStaffPurchase: true })).flags).toEqual([
      'staff-purchase',
    ]);
    shop.as('service');
    expect(await codeOf('sales.record', { lines })).toBe('NOT_ALLOWED');
  });

  it('answers a repeated request with the same receipt', async () => {
    const input = { customerId, lines: [{ productId: strap, quantity: 1 }] };
    const first = await shop.call('sales.record', input, 'request-1');
    expect(await shop.call('sales.record', input, 'request-1')).toEqual(first);
    expect(await stockOf(strap)).toBe(9);
  });
});

describe('closing the loop', () => {
  const need = (status = 'open') => {
    shop.shop.writer
      .prepare(
        `INSERT INTO needs (id, customer_id, staff_id, at, currency, status, updated_at)
         VALUES ('n1', ?, ?, 0, 'HKD', ?, 0)`,
      )
      .run(customerId, shop.staff.advisor, status);
    return 'n1';
  };
  const needRow = () => shop.shop.reader.prepare('SELECT status, sale_id FROM needs').get();

  it('meets the need, says that the recommendation was bought, and takes both back with a cancellation', async () => {
    shop.shop.writer
      .prepare(
        `INSERT INTO recommendations (id, customer_id, product_id, staff_id, at, outcome, outcome_at)
         VALUES ('r1', ?, ?, ?, 0, 'tried', 0)`,
      )
      .run(customerId, strap, shop.staff.advisor);
    const recommendation = () =>
      shop.shop.reader.prepare('SELECT outcome, sale_id FROM recommendations').get();
    const { saleId } = await shop.call('sales.record', {
      customerId,
      lines: [{ productId: strap, quantity: 1 }],
      needId: need(),
      recommendationId: 'r1',
    });
    expect(needRow()).toEqual({ status: 'met', sale_id: saleId });
    expect(recommendation()).toEqual({ outcome: 'bought', sale_id: saleId });
    await shop.call('sales.cancel', { saleId, reason: 'mistake' });
    expect(needRow()).toEqual({ status: 'open', sale_id: null });
    expect(recommendation()).toEqual({ outcome: 'tried', sale_id: null });
  });

  it('refuses a need or recommendation that is not this customer’s, and records nothing', async () => {
    const needId = need('lost');
    const lines = [{ productId: strap, quantity: 1 }];
    expect(await codeOf('sales.record', { customerId, lines, needId })).toBe('NEED_NOT_THEIRS');
    expect(await codeOf('sales.record', { lines, needId })).toBe('NEED_NOT_THEIRS');
    expect(await codeOf('sales.record', { customerId, lines, recommendationId: 'no' })).toBe(
      'RECOMMENDATION_NOT_FOUND',
    );
    expect(await stockOf(strap)).toBe(10);
  });
});

describe('returns and cancellations', () => {
  it('takes back part by part, never more than was bought, and pays back exactly what was paid', async () => {
    const { saleId } = await shop.call('sales.record', {
      customerId,
      lines: [{ productId: strap, quantity: 3, discountMinor: 100, discountReason: 'member' }],
    });
    const position = (await shop.call('sales.get', { saleId })).lines[0]?.position ?? -1;
    const giveBack = (quantity: number) =>
      shop.call('sales.return', { saleId, lines: [{ position, quantity }], reason: 'defect' });
    const paidBack = [await giveBack(1), await giveBack(1), await giveBack(1)].map(
      ({ totalMinor }) => totalMinor,
    );
    expect(paidBack.reduce((sum, minor) => sum + minor, 0)).toBe(-299_00);
    expect(
      await codeOf('sales.return', { saleId, lines: [{ position, quantity: 1 }], reason: 'defect' }),
    ).toBe('RETURN_TOO_MANY');
    expect(totals()).toMatchObject({ lifetime_minor: 0, receipts: 0, units: 0 });
    expect(await stockOf(strap)).toBe(10);
    const shown = await shop.call('sales.get', { saleId });
    expect(shown.lines[0]).toMatchObject({ returnedQuantity: 3, netQuantity: 0, netMinor: 0 });
  });

  it('leaves the stock alone when what came back cannot be sold again', async () => {
    const { saleId, position } = await sellStraps(2);
    await shop.call('sales.return', {
      saleId,
      lines: [{ position, quantity: 1 }],
      reason: 'defect',
      isBackInStock: false,
    });
    expect(await stockOf(strap)).toBe(8);
  });

  it('refuses what cannot come back', async () => {
    const { saleId, position } = await sellStraps(1);
    const back = (change: object) =>
      codeOf('sales.return', { saleId, lines: [{ position, quantity: 1 }], reason: 'defect', ...change });
    expect(await back({ saleId: 'no' })).toBe('SALE_NOT_FOUND');
    expect(await back({ lines: [] })).toBe('RETURN_EMPTY');
    expect(await back({ reason: '  ' })).toBe('RETURN_REASON_NEEDED');
    expect(await back({ lines: [{ position: 7, quantity: 1 }] })).toBe('LINE_NOT_FOUND');
    expect(
      await back({
        lines: [
          { position, quantity: 1 },
          { position, quantity: 1 },
        ],
      }),
    ).toBe('RETURN_TOO_MANY');
    const { saleId: returnId } = await shop.call('sales.return', {
      saleId,
      lines: [{ position, quantity: 1 }],
      reason: 'defect',
    });
    expect(await back({ saleId: returnId })).toBe('NOT_A_SALE');
  });

  it('cancels a whole sale of today, as if it never took place', async () => {
    const { saleId } = await shop.call('sales.record', {
      customerId,
      lines: [
        { productId: watch, quantity: 1, serial: 'A' },
        { productId: strap, quantity: 2 },
      ],
    });
    expect(await codeOf('sales.cancel', { saleId, reason: '' })).toBe('RETURN_REASON_NEEDED');
    await shop.call('sales.cancel', { saleId, reason: 'wrong customer' });
    expect(await shop.call('items.forCustomer', { customerId })).toEqual([]);
    expect([await stockOf(watch), await stockOf(strap)]).toEqual([3, 10]);
    expect(await shop.call('sales.today', {})).toMatchObject({ totalMinor: 0, receipts: 0, units: 0 });
    expect(totals()).toMatchObject({ lifetime_minor: 0, receipts: 0, units: 0, last_sale_at: null });
    expect(await codeOf('sales.cancel', { saleId, reason: 'again' })).toBe('SALE_ALREADY_RETURNED');
  });

  it('refuses to cancel yesterday’s sale, one of which something came back, and what is no sale', async () => {
    const { saleId, position } = await sellStraps(2);
    const back = await shop.call('sales.return', {
      saleId,
      lines: [{ position, quantity: 1 }],
      reason: 'defect',
    });
    expect(await codeOf('sales.cancel', { saleId, reason: 'x' })).toBe('SALE_ALREADY_RETURNED');
    expect(await codeOf('sales.cancel', { saleId: back.saleId, reason: 'x' })).toBe('NOT_A_SALE');
    expect(await codeOf('sales.cancel', { saleId: 'no', reason: 'x' })).toBe('SALE_NOT_FOUND');
    shop.clock.advance(86_400_000);
    expect(await codeOf('sales.cancel', { saleId, reason: 'x' })).toBe('SALE_NOT_TODAY');
  });
});

describe('the purchase history', () => {
  it('pages, filters and searches inside it', async () => {
    for (let index = 0; index < 7; index += 1) {
      shop.clock.advance(40 * 86_400_000);
      await sellStraps(1);
    }
    await shop.call('sales.record', {
      customerId,
      lines: [{ productId: watch, quantity: 1, serial: 'ZX-81' }],
    });
    const find = async (filter: object) => {
      const { receipts, lines } = await shop.call('sales.forCustomer', { customerId, ...filter });
      return [receipts, lines];
    };
    expect(await find({})).toEqual([8, 8]);
    expect(await find({ text: 'zx-81' })).toEqual([1, 1]);
    expect(await find({ text: 'seamaster diver' })).toEqual([1, 1]);
    expect(await find({ text: 'SA-000003' })).toEqual([1, 1]);
    expect(await find({ year: 2026 })).toEqual([1, 1]);
    expect(await find({ kind: 'return' })).toEqual([0, 0]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await shop.call('sales.forCustomer', {
        customerId,
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.sales.map(({ receiptNumber }) => receiptNumber));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  it('sums by year, rhythm and brand', async () => {
    await sellStraps(1);
    shop.clock.set(Date.UTC(2027, 0, 19, 4));
    await sellStraps(2);
    shop.clock.set(Date.UTC(2027, 2, 20, 4));
    await shop.call('sales.record', { customerId, lines: [{ productId: watch, quantity: 1, serial: 'A' }] });
    const summary = await shop.call('sales.summaryForCustomer', { customerId });
    expect(summary).toMatchObject({
      currency: 'HKD',
      spendMinor: 300_00 + 46_300_00,
      receipts: 3,
      units: 4,
      byYear: [
        { year: 2026, spendMinor: 100_00, receipts: 1, units: 1 },
        { year: 2027, spendMinor: 46_500_00, receipts: 2, units: 3 },
      ],
      visitDays: ['2026-11-20', '2027-01-19', '2027-03-20'],
      medianDays: 60,
      expectedNext: '2027-05-19',
      brands: [{ brand: 'Omega', spendMinor: 46_300_00, units: 1 }],
    });
  });

  it('finds a receipt by its number and lists the day', async () => {
    await sellStraps(1);
    const [found] = await shop.call('sales.findByReceipt', { receiptNumber: 'SA-000001' });
    expect(found).toMatchObject({
      receiptNumber: 'SA-000001',
      customerName: 'CHAN',
      units: 1,
      totalMinor: 100_00,
    });
    expect(await shop.call('sales.findByReceipt', { receiptNumber: 'A-9' })).toEqual([]);
    expect(await codeOf('sales.get', { saleId: 'no' })).toBe('SALE_NOT_FOUND');
    const today = await shop.call('sales.today', {});
    expect(today).toMatchObject({ day: '2026-11-20', totalMinor: 100_00, receipts: 1, units: 1 });
  });
});

describe('the receipt', () => {
  it('says what was bought, in the customer’s language, and nothing personal but the member number', async () => {
    const { saleId } = await shop.call('sales.record', {
      customerId,
      lines: [
        { productId: watch, quantity: 1, serial: 'AB12' },
        { productId: strap, quantity: 1, discountMinor: 10_00, discountReason: 'birthday' },
        { description: '<b>Polish</b>', quantity: 1, unitPriceMinor: 1 },
      ],
      paymentNote: 'paid by Mrs Wong',
      note: 'secret',
    });
    for (const format of ['roll80', 'A4'] as const) {
      const { documentId } = await shop.call('sales.receipt', { saleId, format });
      const document = shop.devices.keptDocument(documentId);
      expect(document?.page).toBe(format);
      const html = document?.html ?? '';
      for (const text of [
        'SA-000001',
        '+852 2345 6789',
        '10:00-20:00',
        '海馬潛水',
        'AB12',
        '2031年11月20日',
        'M-',
      ])
        expect(html).toContain(text);
      expect(html).toContain('HK$46,300');
      expect(html).toContain('&lt;b&gt;Polish');
      expect(html).toMatch(/<svg[^>]*>/);
      expect(html).not.toMatch(/陳大文|Chan|Mrs Wong|secret/);
    }
    expect(await codeOf('sales.receipt', { saleId: 'no', format: 'A4' })).toBe('SALE_NOT_FOUND');
  });

  it('of a return names the receipt it refers to', async () => {
    const { saleId, position } = await sellStraps(1);
    const back = await shop.call('sales.return', {
      saleId,
      lines: [{ position, quantity: 1 }],
      reason: 'defect',
    });
    const { documentId } = await shop.call('sales.receipt', {
      saleId: back.saleId,
      format: 'A4',
      language: 'en',
    });
    const html = shop.devices.keptDocument(documentId)?.html ?? '';
    expect(html).toContain('Against receipt SA-000001');
    expect(html).toContain('Refund');
    expect(html).toContain('Reason: Defect');
    const again = await shop.call('sales.receipt', { saleId, format: 'A4', language: 'en' });
    expect(shop.devices.keptDocument(again.documentId)?.html).toContain('Returned on 20 November 2026');
  });
});
