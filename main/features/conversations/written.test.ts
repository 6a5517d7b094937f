import { addProduct } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
const day = 86_400_000;
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = await addCustomer(shop, { address: '1 Example Road' });
  addSale(shop, customerId, { on: '2026-03-01', minor: 25_000_000 });
});
afterEach(() => shop.close());

const log = async () =>
  (await shop.call('conversations.forCustomer', { customerId })).conversations.map(
    ({ channel, outcome, subject }) => ({ channel, outcome, subject }),
  );
const waiting = async () =>
  (await shop.call('today.forCustomer', { customerId })).duties.filter(
    ({ kind }) => kind === 'conversation-outcome',
  );

describe('a letter or e-mail logs itself', () => {
  const invite = async (form: 'written' | 'oral' = 'written') => {
    const signed = await signedForm(shop, {}, 'vip');
    const consent = form === 'oral' ? { ...signed, form, signature: null } : signed;
    await shop.call('vip.invite', { customerId, outcome: 'accepted', consent, language: 'en' });
  };

  it('the VIP welcome: as e-mail at once, as letter when it is printed, once', async () => {
    await invite();
    await shop.call('vip.welcomeEmail', { customerId, language: 'en' });
    expect(await log()).toMatchObject([{ channel: 'email', outcome: 'sent' }]);

    const { documentId } = await shop.call('vip.welcomeLetter', { customerId, language: 'en' });
    expect(await log()).toHaveLength(1);
    expect((await shop.try('documents.print', { documentId })).ok).toBe(false);
    expect(await log()).toHaveLength(1);
    shop.devices.nextPrint = 'printed';
    await shop.call('documents.print', { documentId });
    await shop.call('documents.print', { documentId });
    expect(await log()).toMatchObject([{ channel: 'letter', outcome: null }, { channel: 'email' }]);
    expect(await waiting()).toEqual([]);
    shop.clock.advance(day);
    expect(await waiting()).toMatchObject([{ params: { channel: 'letter' }, isOverdue: false }]);
    await shop.call('vip.markWelcomed', { customerId });
    expect(await log()).toMatchObject([{ channel: 'letter', outcome: 'sent' }, {}]);
    expect(await waiting()).toEqual([]);
  });

  it('the confirmation of an oral consent waits until somebody says that it is out', async () => {
    await invite('oral');
    await shop.call('consents.confirmationEmail', { customerId, language: 'en' });
    expect(await log()).toMatchObject([{ channel: 'email', outcome: null }]);
    await shop.call('consents.confirmOral', { customerId, channel: 'email' });
    expect(await log()).toMatchObject([{ channel: 'email', outcome: 'sent' }]);
  });

  it('a confirmation written without the app is logged when it is said to be out', async () => {
    await invite('oral');
    await shop.call('consents.confirmOral', { customerId, channel: 'post' });
    expect(await log()).toMatchObject([{ channel: 'letter', outcome: 'sent' }]);
  });

  it('a quotation, by e-mail and on paper', async () => {
    const productId = await addProduct(shop);
    const { quotationId, number } = await shop.call('quotations.draft', {
      customerId,
      lines: [{ productId, quantity: 1 }],
    });
    await shop.call('quotations.send', { quotationId, how: 'email' });
    shop.devices.nextPrint = 'printed';
    await shop.call('quotations.send', { quotationId, how: 'printed' });
    const talks = await log();
    expect(talks.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ['letter', 'sent'],
      ['email', 'sent'],
    ]);
    expect(talks[0]?.subject).toContain(number);
  });
});

describe('a prepared message without an outcome', () => {
  it('is a duty from the next day on, for whoever began it, until its outcome is said', async () => {
    const { conversationId } = await shop.call('conversations.prepare', {
      customerId,
      channel: 'letter',
      language: 'en',
      purpose: 'service',
      goodsClass: null,
      subject: 'Your strap',
      body: 'It is in.',
    });
    expect(await waiting()).toEqual([]);
    shop.clock.advance(day);
    expect(await waiting()).toMatchObject([
      { id: conversationId, dueOn: '2026-11-21', params: { channel: 'letter', subject: 'Your strap' } },
    ]);
    shop.clock.advance(day);
    expect(await waiting()).toMatchObject([{ isOverdue: true }]);
    await shop.call('conversations.noteOutcome', { conversationId, outcome: 'sent' });
    expect(await waiting()).toEqual([]);
  });
});
