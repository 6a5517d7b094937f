import { addSale, dumpTables } from '@tests/fixtures/customers';
import { addCustomer } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepared } from '../../db/sql';

const year = 365.25 * 86_400_000;
let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

const confirm = () => {
  shop.as('manager');
  shop.session.confirm(shop.clock.now());
};
const list = async () => {
  confirm();
  return shop.call('privacy.retentionList', {});
};

describe('retention', () => {
  it('lists who was gone for seven years and changes nothing; a newer purchase keeps a record', async () => {
    const gone = addCustomer(shop, { familyName: 'Gone' });
    const bought = addCustomer(shop, { familyName: 'Bought' });
    shop.clock.advance(8 * year);
    addSale(shop, bought, { at: shop.clock.now() - year, minor: 100 });
    const fresh = addCustomer(shop, { familyName: 'Fresh' });
    const before = dumpTables(shop);
    const { customers } = await list();
    expect(dumpTables(shop)).toEqual(before);
    expect(customers.total).toBe(1);
    expect(customers.shown).toMatchObject([{ id: gone, heldBy: null }]);
    expect([bought, fresh]).not.toContain(customers.shown[0]?.id);
  });

  it('removes what was listed, asks again at that moment, and remembers the run', async () => {
    const gone = addCustomer(shop, { familyName: 'Gone' });
    const back = addCustomer(shop, { familyName: 'Back' });
    shop.clock.advance(8 * year);
    addSale(shop, back, { at: shop.clock.now(), minor: 100 });
    confirm();
    const done = await shop.call('privacy.retentionRun', { customerIds: [gone, back], kinds: [] });
    expect(done).toMatchObject({ removed: { 'idle-customers': 1 }, skipped: 1, isWhole: true });
    const name = (id: string) =>
      prepared(shop.shop.reader, 'SELECT family_name FROM customers WHERE id = ?').pluck().get(id);
    expect([name(gone), name(back)]).toEqual([null, 'Back']);
    const { runs } = await shop.call('privacy.retentionRules', {});
    expect(runs).toMatchObject([{ outcome: 'done', removed: { 'idle-customers': 1 } }]);
  });

  it('takes conversations, notes, forms, look-ups and old requests with it, each by its own period', async () => {
    const customerId = addCustomer(shop, { familyName: 'Kept' });
    await shop.call('customers.addNote', { customerId, body: 'Old words' });
    await shop.call('conversations.log', {
      customerId,
      channel: 'phone',
      direction: 'in',
      purpose: 'service',
      at: shop.clock.now(),
      words: 'Old talk',
      outcome: 'talked',
    });
    await shop.call('drafts.put', { form: 'f', subjectId: 'x', body: '{}' });
    const { requestId } = await shop.call('privacy.record', {
      kind: 'access',
      customerId,
      what: 'Everything',
      receivedOn: '2026-11-20',
      receivedHow: 'letter',
      language: 'en',
    });
    await shop.call('privacy.answer', {
      requestId,
      version: 1,
      answer: 'refused',
      answeredOn: '2026-11-20',
      answeredHow: 'letter',
      words: 'Twice',
      ground: 'repeated',
    });
    const kinds = ['notes', 'conversations', 'drafts', 'requests', 'look-ups'] as const;
    confirm();
    expect((await shop.call('privacy.retentionRun', { customerIds: [], kinds: [...kinds] })).removed).toEqual(
      {},
    );
    shop.clock.advance(3.9 * year);
    confirm();
    expect((await shop.call('privacy.retentionRun', { customerIds: [], kinds: [...kinds] })).removed).toEqual(
      {
        drafts: 1,
      },
    );
    expect((await shop.call('privacy.refusals', {})).refusals).toHaveLength(1);
    shop.clock.advance(4 * year);
    const { others } = await list();
    expect(others.filter(({ count }) => count > 0).map(({ kind }) => kind)).toEqual([
      'notes',
      'conversations',
      'requests',
    ]);
    confirm();
    expect((await shop.call('privacy.retentionRun', { customerIds: [], kinds: [...kinds] })).removed).toEqual(
      {
        notes: 1,
        conversations: 1,
        requests: 1,
      },
    );
    expect((await shop.call('search.query', { text: 'Old words' })).results).toEqual([]);
  });

  it('lets the manager set a period with its reason, never below what the law asks', async () => {
    const set = (kind: string, months: number | null) =>
      shop.try('privacy.setRetention', { kind, months, reason: 'Our policy' });
    expect(await set('opt-outs', 24)).toMatchObject({ code: 'RETENTION_TOO_SHORT' });
    expect(await set('notes', 24)).toMatchObject({ ok: true });
    expect(await set('notes', 12)).toMatchObject({ ok: true });
    const { rules } = await shop.call('privacy.retentionRules', {});
    expect(rules.find(({ kind }) => kind === 'notes')).toMatchObject({
      months: 12,
      version: 2,
      reason: 'Our policy',
    });
    expect(rules.find(({ kind }) => kind === 'drafts')).toMatchObject({ months: 3, version: 0, made: null });
    shop.as('advisor');
    expect(await set('notes', 12)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
