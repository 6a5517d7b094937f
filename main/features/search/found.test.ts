import { addCustomer, addProduct } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

/** Whom a text finds, and as what. */
const found = async (text: string) =>
  (await shop.call('search.query', { text })).results.map(({ id, why }) => [id, why[0]?.field]);

describe('records find their customer by number and by word', () => {
  it('a conversation, also by what a correction added', async () => {
    const { conversationId, number } = await shop.call('conversations.log', {
      customerId,
      channel: 'visit',
      direction: 'in',
      purpose: 'service',
      words: 'Asked about the tourbillon',
    });
    expect(await found(number)).toEqual([[customerId, 'conversation']]);
    expect(await found('tourbillon')).toEqual([[customerId, 'conversation']]);
    await shop.call('conversations.correct', {
      conversationId,
      version: 1,
      at: shop.clock.now(),
      channel: 'visit',
      direction: 'in',
      purpose: 'service',
      words: 'Asked about the repeater',
      reason: 'Misheard',
    });
    expect(await found('repeater')).toEqual([[customerId, 'conversation']]);
    expect(await found('tourbillon')).toEqual([]);
  });

  it('and their letters stand in no name’s way', async () => {
    const wong = await shop.call('customers.create', { familyName: 'Wong', givenName: 'Siu Fung' });
    const tam = await shop.call('customers.create', { familyName: 'Tam', givenName: 'Ho Yin' });
    const { number } = await shop.call('conversations.log', {
      customerId: wong.id,
      channel: 'visit',
      direction: 'in',
      purpose: 'service',
      words: 'Bezel',
    });
    expect(number).toBe('TA-000001');
    expect(await found('ta')).toEqual([[tam.id, 'familyName']]);
    expect(await found('ta-000001')).toEqual([[wong.id, 'conversation']]);
  });

  it('by their whole number before a product of which it is the beginning', async () => {
    await addProduct(shop, { code: 'P-000001', name: 'Packet, red' });
    const { number } = await shop.call('promises.make', {
      customerId,
      kind: 'find',
      what: 'The green one',
      dueOn: '2026-11-23',
    });
    expect(number).toBe('PA-000001');
    for (const typed of [number, 'pa000001', 'PA 1'])
      expect((await found(typed))[0]).toEqual([customerId, 'promise']);
  });

  it('an enquiry', async () => {
    const { number } = await shop.call('enquiries.ask', {
      customerId,
      question: 'Is the meteorite dial in stock?',
      channel: 'phone',
      answer: 'One is coming from Geneva',
      due: null,
    });
    expect(await found(number)).toEqual([[customerId, 'enquiry']]);
    expect(await found('Geneva')).toEqual([[customerId, 'enquiry']]);
    expect(await found('meteorite')).toEqual([[customerId, 'enquiry']]);
  });

  it('a complaint', async () => {
    const { number } = await shop.call('complaints.open', {
      customerId,
      source: 'in-person',
      about: 'product',
      what: 'The bezel rattles',
      severity: 'minor',
    });
    expect(await found(number)).toEqual([[customerId, 'complaint']]);
    expect(await found('rattles')).toEqual([[customerId, 'complaint']]);
  });

  it('a quotation, by what it offers', async () => {
    const { number } = await shop.call('quotations.draft', {
      customerId,
      lines: [{ description: 'Obsidian winder', quantity: 1, unitPriceMinor: 100_00 }],
    });
    expect(await found(number)).toEqual([[customerId, 'quotation']]);
    expect(await found('obsidian')).toEqual([[customerId, 'quotation']]);
  });
});
