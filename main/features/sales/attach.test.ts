import { addCustomer, addProduct, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTotals } from './sales.sql';

let shop: TestShop;
let customerId: string;
let otherId: string;
let saleId: string;
const day = 86_400_000;

beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop, { familyName: 'Lam' });
  otherId = addCustomer(shop, { familyName: 'Ho' });
  const watch = await addWatch(shop);
  const strap = await addProduct(shop, { stockCount: 10 });
  shop.as('advisor');
  const sale = await shop.call('sales.record', {
    lines: [
      { productId: watch, quantity: 1, serial: 'NOBODY-1' },
      { productId: strap, quantity: 2, unitPriceMinor: 100_00 },
    ],
  });
  saleId = sale.saleId;
});
afterEach(() => shop.close());

/** Where the lines stand on the receipt. */
const watchLine = 0;
const strapLine = 1;

const codeOf = async (operation: string, input: unknown) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'ok' : answer.code;
};
const spentBy = async (id: string) =>
  (await shop.call('sales.summaryForCustomer', { customerId: id })).spendMinor;
const ownedBy = async (id: string) =>
  (await shop.call('items.forCustomer', { customerId: id })).map(({ serial }) => serial);
const followUpsOf = (id: string) =>
  shop.shop.reader
    .prepare(`SELECT due_on FROM follow_ups WHERE customer_id = ? AND status = 'open' ORDER BY due_on`)
    .pluck()
    .all(id);

describe('attaching a receipt of nobody', () => {
  it('is the customer’s from its own day: totals, the watch with its warranty, follow-ups still to come', async () => {
    shop.clock.advance(10 * day);
    const [found] = await shop.call('sales.findByReceipt', { receiptNumber: 'SA-000001' });
    expect(found).toMatchObject({ id: saleId, customerId: null });
    await shop.call('sales.attach', { saleId, customerId });
    expect(await spentBy(customerId)).toBe(46_300_00 + 200_00);
    const [item] = await shop.call('items.forCustomer', { customerId });
    expect(item).toMatchObject({ serial: 'NOBODY-1', boughtOn: '2026-11-20', warrantyEndsOn: '2031-11-20' });
    // The thanks of three days after it are not made up for; the look at the fit after a fortnight is.
    expect(followUpsOf(customerId)[0]).toBe('2026-12-04');
    expect(checkTotals(shop.shop.reader).wrong).toBe(0);
    const sale = await shop.call('sales.get', { saleId });
    expect(sale.attachments).toMatchObject([{ from: null, by: 'Test advisor', isUndone: false }]);
    const { results } = await shop.call('search.query', { text: 'NOBODY-1' });
    expect(results.map(({ kind }) => kind)).toContain('item');
  });

  it('counts for VIP: who spent enough on a receipt without a name may be invited', async () => {
    const eligible = async () => (await shop.call('vip.forCustomer', { customerId })).eligible;
    expect(await eligible()).toBe(false);
    await shop.call('sales.attach', { saleId, customerId });
    expect(await eligible()).toBe(true);
  });

  it('takes what came back along, and makes no item of a piece that did', async () => {
    await shop.call('sales.return', {
      saleId,
      lines: [
        { position: watchLine, quantity: 1 },
        { position: strapLine, quantity: 1 },
      ],
      reason: 'defect',
    });
    await shop.call('sales.attach', { saleId, customerId });
    expect(await spentBy(customerId)).toBe(100_00);
    expect(await ownedBy(customerId)).toEqual([]);
    expect(checkTotals(shop.shop.reader).wrong).toBe(0);
  });

  it('is undone whole, and stays on record', async () => {
    const { attachmentId } = await shop.call('sales.attach', { saleId, customerId });
    await shop.call('sales.undoAttach', { attachmentId });
    expect(await ownedBy(customerId)).toEqual([]);
    expect(followUpsOf(customerId)).toEqual([]);
    expect(checkTotals(shop.shop.reader)).toEqual({ looked: 0, wrong: 0 });
    expect(await shop.call('sales.get', { saleId })).toMatchObject({
      customerId: null,
      attachments: [{ isUndone: true }],
    });
    expect(await codeOf('sales.undoAttach', { attachmentId })).toBe('MOVE_NOT_FOUND');
    // Found again for whoever it belongs to.
    await shop.call('sales.attach', { saleId, customerId: otherId, isDiscreet: true });
    expect((await shop.call('items.forCustomer', { customerId: otherId }))[0]).toMatchObject({
      serial: 'NOBODY-1',
      isDiscreet: true,
    });
  });

  it('flags a receipt that somebody of the staff gives to their own record', async () => {
    shop.shop.writer
      .prepare('UPDATE staff SET own_customer_id = ? WHERE id = ?')
      .run(customerId, shop.staff.advisor);
    const { attachmentId } = await shop.call('sales.attach', { saleId, customerId });
    expect((await shop.call('sales.get', { saleId })).flags).toEqual(['own-account', 'staff-purchase']);
    shop.as('manager');
    const { entries } = await shop.call('oversight.list', { kind: 'own-account' });
    expect(entries).toMatchObject([{ receiptNumber: 'SA-000001' }]);
    await shop.call('sales.undoAttach', { attachmentId });
    expect((await shop.call('sales.get', { saleId })).flags).toEqual([]);
  });

  it('refuses what is no sale, was cancelled, or is somebody’s', async () => {
    const back = await shop.call('sales.return', {
      saleId,
      lines: [{ position: strapLine, quantity: 1 }],
      reason: 'defect',
    });
    expect(await codeOf('sales.attach', { saleId: back.saleId, customerId })).toBe('NOT_A_SALE');
    expect(await codeOf('sales.attach', { saleId: 'nothing', customerId })).toBe('SALE_NOT_FOUND');
    expect(await codeOf('sales.attach', { saleId, customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
    await shop.call('sales.attach', { saleId, customerId });
    expect(await codeOf('sales.attach', { saleId, customerId: otherId })).toBe('SALE_HAS_CUSTOMER');
    const again = await shop.call('sales.record', {
      lines: [{ description: 'Polish', quantity: 1, unitPriceMinor: 50_00 }],
    });
    await shop.call('sales.cancel', { saleId: again.saleId, reason: 'mistake' });
    expect(await codeOf('sales.attach', { saleId: again.saleId, customerId })).toBe('SALE_CANCELLED');
    shop.as('service');
    expect(await codeOf('sales.attach', { saleId, customerId })).toBe('NOT_ALLOWED');
  });
});

describe('moving a receipt to somebody else', () => {
  beforeEach(async () => {
    await shop.call('sales.attach', { saleId, customerId });
    shop.as('manager');
  });

  it('is the manager’s, with a reason, and on the review list', async () => {
    shop.as('advisor');
    const move = { saleId, customerId: otherId, reason: 'Their cousin bought it' };
    expect(await codeOf('sales.move', move)).toBe('NOT_ALLOWED');
    shop.as('manager');
    expect(await codeOf('sales.move', { ...move, customerId })).toBe('SAME_CUSTOMER');
    const { attachmentId } = await shop.call('sales.move', move);
    expect([await spentBy(customerId), await spentBy(otherId)]).toEqual([0, 46_500_00]);
    expect([await ownedBy(customerId), await ownedBy(otherId)]).toEqual([[], ['NOBODY-1']]);
    expect(followUpsOf(customerId)).toEqual([]);
    expect(followUpsOf(otherId).length).toBeGreaterThan(0);
    expect(checkTotals(shop.shop.reader).wrong).toBe(0);
    const entries = async () => (await shop.call('oversight.list', { kind: 'sale-moved' })).entries;
    expect(await entries()).toMatchObject([{ receiptNumber: 'SA-000001', cause: null }]);
    expect((await entries())[0]?.reason).toContain('Their cousin bought it');

    shop.as('advisor');
    expect(await codeOf('sales.undoAttach', { attachmentId })).toBe('MOVE_BACK_BY_MANAGER');
    shop.as('manager');
    await shop.call('sales.undoAttach', { attachmentId });
    expect([await ownedBy(customerId), await ownedBy(otherId)]).toEqual([['NOBODY-1'], []]);
    expect(await entries()).toMatchObject([{ cause: 'sale-moved-back' }]);
  });

  it('stays where something was built on it', async () => {
    await shop.call('complaints.open', {
      customerId,
      source: 'in-person',
      about: 'purchase',
      what: 'The crown is loose',
      severity: 'minor',
      saleId,
    } as never);
    expect(await codeOf('sales.move', { saleId, customerId: otherId, reason: 'Wrong name' })).toBe(
      'SALE_IN_USE',
    );
  });
});
