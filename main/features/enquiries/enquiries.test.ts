import { addCustomer, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
let watchId: string;
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
  watchId = await addWatch(shop, { care: 'Rinse after the sea', attributes: { water_resistance_m: 300 } });
  shop.as('advisor');
});
afterEach(() => shop.close());

const ask = (more: object = {}) =>
  shop.call('enquiries.ask', {
    customerId,
    question: 'Is the blue one in the shop?',
    channel: 'phone',
    productIds: [watchId],
    answer: null,
    due: { dueOn: '2026-11-23' },
    ...more,
  });
const forCustomer = () => shop.call('enquiries.forCustomer', { customerId });
const told = { channel: 'whatsapp' as const, at: Date.UTC(2026, 10, 20, 3) };
const refusal = async (operation: string, input: object) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};

describe('an enquiry', () => {
  it('that is not answered is a promise with its day, once on Today', async () => {
    const made = await ask();
    expect(made).toMatchObject({ number: 'EA-000001', promiseNumber: 'PA-000001' });
    const [open] = (await forCustomer()).open;
    expect(open).toMatchObject({
      promise: { number: 'PA-000001', dueOn: '2026-11-23', owner: { id: shop.staff.advisor } },
      facts: [
        {
          priceMinor: 46_300_00,
          stockCount: 3,
          care: 'Rinse after the sea',
          attributes: { water_resistance_m: 300 },
        },
      ],
    });
    // In the ledger it is a promise like every other; on the customer's page it stands with its question only.
    expect((await shop.call('promises.forCustomer', { customerId })).open).toEqual([]);
    const { promises } = await shop.call('promises.list', { scope: 'mine' });
    expect(promises[0]).toMatchObject({ kind: 'answer', origin: { kind: 'enquiry', id: made.enquiryId } });
    const { groups } = await shop.call('today.list', { scope: 'mine' });
    expect(groups.map(({ kind }) => kind)).toEqual(['enquiry']);
    expect(groups[0]?.duties[0]).toMatchObject({
      dueOn: '2026-11-23',
      params: { what: 'Is the blue one in the shop?' },
    });
  });

  it('is answered with the facts as they were then, and its promise is kept', async () => {
    const { enquiryId } = await ask();
    shop.as('manager');
    const { version } = await shop.call('products.get', { productId: watchId });
    await shop.call('enquiries.answer', {
      enquiryId,
      version: 1,
      answer: 'Three pieces, HK$46,300',
      productIds: [watchId],
      told,
    });
    await shop.call('products.setStock', { productId: watchId, count: 0, reason: 'Moved' });
    expect(version).toBe(1);
    const { open, answered } = await forCustomer();
    expect(open).toEqual([]);
    expect(answered[0]).toMatchObject({
      answer: { text: 'Three pieces, HK$46,300', by: { id: shop.staff.manager }, told },
      facts: [{ stockCount: 3, priceMinor: 46_300_00 }],
    });
    const { closed } = await shop.call('promises.forCustomer', { customerId });
    expect(closed[0]).toMatchObject({ status: 'kept', outcome: 'Three pieces, HK$46,300', told });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['enquiry'] });
    expect(entries.map(({ title }) => title).sort()).toEqual(['enquiry.answered', 'enquiry.asked']);
    expect(await refusal('enquiries.answer', { enquiryId, version: 2, answer: 'No', told })).toBe(
      'ENQUIRY_ANSWERED',
    );
  });

  it('is opened again with its promise; what was answered stays in the history', async () => {
    const { enquiryId } = await ask();
    await shop.call('enquiries.answer', { enquiryId, version: 1, answer: 'Yes', told });
    await shop.call('enquiries.reopen', { enquiryId });
    expect((await forCustomer()).open[0]).toMatchObject({ answer: null, promise: { number: 'PA-000001' } });
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run(enquiryId);
    const kinds = shop.shop.reader
      .prepare('SELECT kind FROM enquiry_events WHERE enquiry_id = ? ORDER BY id')
      .pluck()
      .all(enquiryId);
    expect(kinds).toEqual(['asked', 'answered', 'reopened']);
    expect(run('DELETE FROM enquiry_events WHERE enquiry_id = ?')).toThrow(/append-only/);
    expect(run('DELETE FROM enquiries WHERE id = ?')).toThrow(/kept/);
    expect(run(`UPDATE enquiries SET status = 'answered' WHERE id = ?`)).toThrow(/CHECK/);
  });

  it('answered at once leaves no promise', async () => {
    const made = await ask({ answer: 'Yes, three pieces', due: null });
    expect(made.promiseNumber).toBeNull();
    expect((await forCustomer()).answered[0]).toMatchObject({ facts: [{ stockCount: 3 }] });
    expect((await shop.call('promises.list', { scope: 'shop' })).total).toBe(0);
    expect((await shop.call('enquiries.list', { show: 'answered' })).total).toBe(1);
  });

  it('is refused without answer or day, in the past, and about what is not in the catalogue', async () => {
    const asked = { customerId, question: 'Is it in?', channel: 'phone', answer: null, due: null };
    const code = (more: object) => refusal('enquiries.ask', { ...asked, ...more });
    const due = { dueOn: '2026-11-23' };
    expect(await code({})).toBe('ANSWER_DUE_NEEDED');
    expect(await code({ answer: 'Yes', due })).toBe('ANSWER_DUE_NEEDED');
    expect(await code({ due: { dueOn: '2026-11-19' } })).toBe('DUE_IN_THE_PAST');
    expect(await code({ due, productIds: ['none'] })).toBe('PRODUCT_NOT_FOUND');
    expect(await code({ due, customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
    expect((await shop.call('enquiries.list', { scope: 'shop' })).total).toBe(0);
  });

  it('says nothing on Today about what is discreet', async () => {
    await ask({ isDiscreet: true });
    expect(JSON.stringify(await shop.call('today.list', { scope: 'shop' }))).not.toContain('blue one');
  });
});
