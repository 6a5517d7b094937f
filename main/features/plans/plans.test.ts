import { addMembership, addSale } from '@tests/fixtures/customers';
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

const dayMs = 86_400_000;
const daysAgo = (days: number) => shop.clock.now() - days * dayMs;
const codeOf = async (operation: string, input: object) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};
const dutiesOf = async (kind: string, scope: 'mine' | 'shop' = 'shop') =>
  (await shop.call('today.list', { scope })).groups.find((group) => group.kind === kind)?.duties ?? [];
const plan = async () => (await shop.call('plans.forCustomer', { customerId })).plan;
const talk = (more: object = {}) =>
  shop.call('conversations.log', {
    customerId,
    channel: 'phone',
    direction: 'out',
    outcome: 'talked',
    words: 'Hello',
    ...more,
  });
const monthly = { every: 30, unit: 'days' as const };
const saveOwn = (more: object = {}) =>
  shop.call('plans.save', {
    customerId,
    kind: 'every',
    cadence: monthly,
    purpose: 'service',
    ...more,
  });
const saveTier = (more: object = {}) =>
  shop.call('plans.saveTier', { tier: 'gold', cadence: monthly, channel: null, purpose: 'selling', ...more });
/** The kept clock says what the view says, of everybody. */
const expectClockTrue = () => {
  const read = (source: string) =>
    shop.shop.writer.prepare(`SELECT * FROM ${source} ORDER BY customer_id`).all();
  expect(read('contact_clock')).toEqual(read('contact_clock_now'));
};

describe('the contact plan', () => {
  it('counts from the last real contact, and is due on its day with its reason', async () => {
    await talk({ at: daysAgo(25) });
    await saveOwn();
    expect(await plan()).toMatchObject({ of: 'customer', nextOn: '2026-11-25', isOverdue: false });
    expect(await dutiesOf('contact-due')).toMatchObject([
      {
        id: customerId,
        dueOn: '2026-11-25',
        needsConsent: false,
        params: { days: 25, every: 30, unit: 'days' },
      },
    ]);
    // A message nobody answered is no contact; a call that reached them is.
    await talk({ channel: 'whatsapp', outcome: 'sent' });
    expect((await plan()).nextOn).toBe('2026-11-25');
    await talk();
    expect(await plan()).toMatchObject({ nextOn: '2026-12-20', lastContact: { days: 0 } });
    expect(await dutiesOf('contact-due')).toEqual([]);
    expectClockTrue();
  });

  it('counts a purchase and what a correction says, and begins where nothing was said', async () => {
    await saveOwn();
    expect(await plan()).toMatchObject({ nextOn: '2026-12-20', lastContact: null });
    addSale(shop, customerId, { at: daysAgo(40), minor: 100_00 });
    shop.shop.writer
      .prepare(
        `INSERT INTO customer_totals (customer_id, currency, lifetime_minor, receipts, units, first_sale_at, last_sale_at)
         VALUES (?, 'HKD', 1, 1, 1, @at, @at)`,
      )
      .run(customerId, { at: daysAgo(40) });
    expect(await plan()).toMatchObject({ nextOn: '2026-11-10', isOverdue: true });
    const { conversationId } = await talk({ at: daysAgo(3) });
    expect((await plan()).nextOn).toBe('2026-12-17');
    await shop.call('conversations.correct', {
      conversationId,
      version: 1,
      at: daysAgo(3),
      channel: 'phone',
      direction: 'out',
      outcome: 'no-answer',
      reason: 'It was the voice box',
    });
    expect((await plan()).nextOn).toBe('2026-11-10');
    expectClockTrue();
  });

  it('is the tier’s until the customer has one of their own, and the tier’s again', async () => {
    const membership = addMembership(shop, customerId, 'C1', daysAgo(100));
    shop.shop.writer.prepare(`UPDATE vip_memberships SET tier = 'gold' WHERE id = ?`).run(membership);
    expect(await plan()).toMatchObject({ of: null, nextOn: null });
    await saveTier({ hours: 'mornings' });
    const { tier } = await plan();
    expect(await plan()).toMatchObject({ hours: 'mornings', tierPlan: { hours: 'mornings' } });
    expect(await plan()).toMatchObject({ of: 'tier', tier, cadence: monthly, isOverdue: true });
    await saveOwn({ cadence: { every: 6, unit: 'months' }, hours: 'after six' });
    expect(await plan()).toMatchObject({ of: 'customer', hours: 'after six', nextOn: '2027-05-20' });
    await saveOwn({ kind: 'off', cadence: null });
    expect(await plan()).toMatchObject({ of: 'customer', cadence: null, nextOn: null });
    expect(await dutiesOf('contact-due')).toEqual([]);
    expectClockTrue();
    await saveOwn({ kind: 'tier', cadence: null });
    expect(await plan()).toMatchObject({ of: 'tier', isOverdue: true });
    expect(await dutiesOf('contact-due')).toHaveLength(1);
    await saveTier({ cadence: null });
    expect(await dutiesOf('contact-due')).toEqual([]);
    expectClockTrue();
  });

  it('is for the counter only where nothing may be offered, and rests while a complaint is open', async () => {
    await saveOwn({ purpose: 'selling' });
    shop.clock.advance(40 * dayMs);
    expect(await dutiesOf('contact-due')).toMatchObject([{ needsConsent: true, isOverdue: true }]);
    await shop.call('complaints.open', {
      customerId,
      source: 'in-person',
      about: 'repair',
      severity: 'serious',
      what: 'Scratched',
    });
    expect((await plan()).pauses).toEqual(['open-complaint']);
    expect(await dutiesOf('contact-due')).toEqual([]);
  });

  it('is mine where I am the first advisor', async () => {
    await saveOwn();
    shop.clock.advance(40 * dayMs);
    shop.as('advisor');
    expect(await dutiesOf('contact-due', 'mine')).toEqual([]);
    shop.shop.writer
      .prepare('UPDATE customers SET primary_advisor_id = ? WHERE id = ?')
      .run(shop.staff.advisor, customerId);
    expect(await dutiesOf('contact-due', 'mine')).toHaveLength(1);
    expectClockTrue();
  });

  it('is the manager’s to set for a tier, and refused where it says nothing', async () => {
    shop.as('advisor');
    const tierPlan = { tier: 'gold', cadence: monthly, channel: null, purpose: 'selling' };
    expect(await codeOf('plans.saveTier', tierPlan)).toBe('NOT_ALLOWED');
    expect(await codeOf('plans.save', { customerId, kind: 'every' })).toBe('CADENCE_NEEDED');
    expect(await codeOf('plans.save', { customerId: 'nobody', kind: 'off' })).toBe('CUSTOMER_NOT_FOUND');
    shop.as('manager');
    expect(await codeOf('plans.saveTier', { ...tierPlan, tier: 'emerald' })).toBe('TIER_NOT_FOUND');
    expect(() => shop.shop.writer.prepare(`DELETE FROM contact_plans`).run()).not.toThrow();
    await saveOwn();
    expect(() => shop.shop.writer.prepare(`DELETE FROM contact_plans`).run()).toThrow(/append-only/);
  });

  it('finds whoever is due by its indexes', () => {
    const steps = (text: string) =>
      (shop.shop.writer.prepare(`EXPLAIN QUERY PLAN ${text}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('\n');
    const due = 'SELECT customer_id FROM contact_clock WHERE';
    expect(steps(`${due} plan = 'x' AND from_at BETWEEN 1 AND 2 ORDER BY from_at, customer_id`)).toBe(
      'SEARCH contact_clock USING COVERING INDEX contact_clock_by_plan (plan=? AND from_at>? AND from_at<?)',
    );
    expect(
      steps(
        `${due} advisor_id = 'a' AND plan = 'x' AND from_at BETWEEN 1 AND 2 ORDER BY from_at, customer_id`,
      ),
    ).toMatch(/contact_clock_by_advisor/);
    const open = `SELECT f.id FROM follow_ups f WHERE f.status = 'open' AND f.due_on BETWEEN 'a' AND 'b'`;
    expect(steps(`${open} ORDER BY f.due_on, f.id`)).toMatch(
      /^SEARCH f USING \w+ ?INDEX follow_ups_by_due .*$/,
    );
    expect(steps(`${open} AND f.owner_id = 'a' ORDER BY f.due_on, f.id`)).toMatch(/follow_ups_by_owner/);
  });
});

describe('follow-ups', () => {
  const sell = async (more: object = {}) => {
    const productId = await addWatch(shop);
    return shop.call('sales.record', {
      customerId,
      lines: [{ productId, quantity: 1, serial: `S-${productId.slice(-6)}` }],
      ...more,
    });
  };
  const open = async () => (await shop.call('plans.forCustomer', { customerId })).open;

  it('are made by the rules in the sale itself, for those who sold and advise', async () => {
    shop.shop.writer
      .prepare('UPDATE customers SET primary_advisor_id = ? WHERE id = ?')
      .run(shop.staff.advisor, customerId);
    await sell();
    expect((await open()).map(({ kind, dueOn, owner, about }) => [kind, dueOn, owner.id, about])).toEqual([
      ['thank-you', '2026-11-23', shop.staff.manager, 'Seamaster Diver 300M'],
      ['fit-check', '2026-12-04', shop.staff.manager, 'Seamaster Diver 300M'],
      ['care', '2027-05-19', shop.staff.advisor, 'Seamaster Diver 300M'],
      ['anniversary', '2027-10-20', shop.staff.advisor, 'Seamaster Diver 300M'],
    ]);
    expect(await dutiesOf('follow-up')).toMatchObject([
      { dueOn: '2026-11-23', params: { kind: 'thank-you', about: 'Seamaster Diver 300M' } },
    ]);
    // Two purchases in a day are thanked for once.
    await sell();
    expect(await open()).toHaveLength(4);
  });

  it('are none for an unnamed customer, for colleagues, and for what is put into the tables by an import', async () => {
    const strap = await addProduct(shop);
    await shop.call('sales.record', { lines: [{ productId: strap, quantity: 1 }] });
    await sell({ isStaffPurchase: true });
    addSale(shop, customerId, { at: daysAgo(400), minor: 100_00 });
    const count = shop.shop.writer.prepare('SELECT count(*) FROM follow_ups').pluck();
    expect(count.get()).toBe(0);
  });

  it('follow the rules as the manager has them: another delay, off, for other goods, from a day on', async () => {
    const rules = await shop.call('plans.rules', {});
    const change = (ruleId: string, more: object) => {
      const rule = rules.find((one) => one.ruleId === ruleId);
      if (!rule) throw new Error(ruleId);
      const { version, open: _, versions: __, madeBy: ___, madeAt: ____, ...fields } = rule;
      return { ...fields, version, ...more };
    };
    shop.as('advisor');
    expect(await codeOf('plans.saveRule', change('follow-up-care', { isOn: false }))).toBe('NOT_ALLOWED');
    shop.as('manager');
    await shop.call('plans.saveRule', change('follow-up-thank-you', { delay: 5 }) as never);
    await shop.call('plans.saveRule', change('follow-up-fit-check', { categories: ['gift'] }) as never);
    await shop.call('plans.saveRule', change('follow-up-care', { isOn: false }) as never);
    await shop.call('plans.saveRule', change('follow-up-anniversary', { startsOn: '2026-11-21' }) as never);
    expect(await codeOf('plans.saveRule', change('follow-up-care', {}))).toBe('RULE_CHANGED');
    expect(
      await codeOf('plans.saveRule', { ...change('follow-up-care', { kind: 'other' }), version: 2 }),
    ).toBe('RULE_NAME_NEEDED');
    await sell();
    expect((await open()).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([['thank-you', '2026-11-25']]);
    const [changed] = (await shop.call('plans.rules', {})).filter(
      ({ ruleId }) => ruleId === 'follow-up-thank-you',
    );
    expect(changed).toMatchObject({ version: 2, delay: 5, open: 1, versions: [{ version: 1, delay: 3 }] });
  });

  it('end with a conversation that is logged with them, one that was, or a word; and open again', async () => {
    await sell();
    const [thanks, fit] = await open();
    const finish = (followUpId: string | undefined, more: object) =>
      shop.try('plans.finishFollowUp', { followUpId, ...more });
    expect(await finish(thanks?.id, {})).toMatchObject({ code: 'FOLLOW_UP_OUTCOME_NEEDED' });
    const done = await finish(thanks?.id, {
      words: 'Very happy with it',
      log: { channel: 'phone', outcome: 'talked' },
    });
    expect(done).toMatchObject({ ok: true, value: { conversationNumber: 'TA-000001' } });
    expect(await finish(thanks?.id, { words: 'x' })).toMatchObject({ code: 'FOLLOW_UP_CLOSED' });
    const { conversations } = await shop.call('conversations.forCustomer', { customerId });
    expect(conversations).toMatchObject([{ words: 'Very happy with it', outcome: 'talked' }]);
    const other = addCustomer(shop, { familyName: 'Wong' });
    const { conversationId } = await talk({ customerId: other });
    expect(await finish(fit?.id, { conversationId })).toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
    expect(await finish(fit?.id, { conversationId: conversations[0]?.id })).toMatchObject({ ok: true });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['follow-up'] });
    expect(entries.map(({ title }) => title)).toEqual(['follow-up.done', 'follow-up.done']);
    await shop.call('plans.reopenFollowUp', { followUpId: fit?.id ?? '' });
    expect(await open()).toHaveLength(3);
  });

  it('are skipped only with a reason, and fall away with the purchase', async () => {
    const { saleId } = await sell();
    const [thanks] = await open();
    expect(await codeOf('plans.skipFollowUp', { followUpId: thanks?.id, reason: ' ' })).toBe('REASON_NEEDED');
    await shop.call('plans.skipFollowUp', { followUpId: thanks?.id ?? '', reason: 'Thanked at the counter' });
    await shop.call('sales.cancel', { saleId, reason: 'Wrong customer' });
    const { open: left, ended } = await shop.call('plans.forCustomer', { customerId });
    expect(left).toEqual([]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['dropped', 'dropped', 'dropped', 'skipped']);
  });

  it('that offer something need permission and rest with a complaint; others do not', async () => {
    await sell();
    shop.clock.set(Date.UTC(2027, 4, 19, 4));
    const [thanks, fit, care] = await dutiesOf('follow-up');
    expect([thanks?.needsConsent, fit?.needsConsent, care?.needsConsent]).toEqual([false, false, true]);
    await shop.call('complaints.open', {
      customerId,
      source: 'in-person',
      about: 'repair',
      severity: 'serious',
      what: 'Scratched',
    });
    expect((await dutiesOf('follow-up')).map(({ params }) => params.kind)).toEqual([
      'thank-you',
      'fit-check',
    ]);
  });

  it('of something discreet say nothing on Today', async () => {
    await sell({ isDiscreet: true });
    const list = JSON.stringify((await shop.call('today.list', { scope: 'shop' })).groups);
    expect(list).toContain('follow-up');
    expect(list).not.toContain('Seamaster');
  });
});
