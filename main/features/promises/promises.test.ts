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

const make = (more: object = {}) =>
  shop.call('promises.make', {
    customerId,
    kind: 'call-back',
    what: 'Ring about the blue dial',
    dueOn: '2026-11-23',
    ...more,
  });
const standing = async () => (await shop.call('promises.forCustomer', { customerId })).open[0]!;
const told = { channel: 'phone' as const, at: Date.UTC(2026, 10, 20, 3) };

describe('a promise', () => {
  it('is numbered, owned by whoever made it, and on Today and the timeline', async () => {
    shop.as('advisor');
    const { number } = await make();
    expect(number).toBe('PA-000001');
    expect(await standing()).toMatchObject({ owner: { id: shop.staff.advisor }, isBreach: false });
    const { groups } = await shop.call('today.list', { scope: 'mine' });
    expect(groups.find(({ kind }) => kind === 'promise')?.duties[0]).toMatchObject({
      dueOn: '2026-11-23',
      params: { what: 'Ring about the blue dial' },
    });
    shop.as('manager');
    expect((await shop.call('today.list', { scope: 'mine' })).groups).toEqual([]);
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['promise'] });
    expect(entries.map(({ title }) => title)).toEqual(['promise.made']);
  });

  it('finds its customer by number and by what was promised', async () => {
    const { number } = await make();
    const found = async (text: string) =>
      (await shop.call('search.query', { text })).results.map(({ id, why }) => [id, why[0]?.field]);
    expect(await found(number)).toEqual([[customerId, 'promise']]);
    expect(await found('blue dial')).toEqual([[customerId, 'promise']]);
    await make({ what: 'Wrap the sapphire cufflinks', isDiscreet: true });
    const [hidden] = (await shop.call('search.query', { text: 'sapphire' })).results;
    expect(hidden?.why).toEqual([{ field: 'discreetNote', value: '', ranges: [], by: 'text' }]);
  });

  it('says nothing on Today about what is discreet', async () => {
    await make({ isDiscreet: true });
    expect(JSON.stringify(await shop.call('today.list', { scope: 'shop' }))).not.toContain('blue dial');
  });

  it('is refused in the past, for nobody, and to somebody who does not work here', async () => {
    const code = async (more: object) => {
      const terms = { customerId, kind: 'call-back', what: 'Ring', dueOn: '2026-11-23', ...more };
      const answer = await shop.try('promises.make', terms);
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({ dueOn: '2026-11-19' })).toBe('DUE_IN_THE_PAST');
    expect(await code({ customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
    expect(await code({ ownerId: 'nobody' })).toBe('OWNER_NOT_FOUND');
    expect(await code({ what: '  ' })).toBe('INVALID_INPUT');
    expect((await shop.call('promises.list', { scope: 'shop' })).total).toBe(0);
  });

  it('moves to a later day only with a reason, and the history keeps the first', async () => {
    const { promiseId } = await make();
    const later = {
      promiseId,
      version: 1,
      kind: 'call-back' as const,
      what: 'Ring about the blue dial',
      dueOn: '2026-11-30',
      dueTime: null,
      isDiscreet: false,
    };
    expect(await shop.try('promises.change', later)).toMatchObject({ code: 'REASON_NEEDED' });
    await shop.call('promises.change', { ...later, reason: 'The dial comes by sea' });
    expect(await shop.try('promises.change', { ...later, reason: 'x' })).toMatchObject({
      code: 'PROMISE_CHANGED',
    });
    const { events } = await shop.call('promises.history', { promiseId });
    expect(events.map(({ kind, detail }) => [kind, detail.from ?? null])).toEqual([
      ['made', null],
      ['moved', '2026-11-23'],
    ]);
  });

  it('closes only with its outcome and with how and when the customer was told', async () => {
    const { promiseId } = await make();
    const close = (more: object) =>
      shop.try('promises.close', { promiseId, status: 'kept', outcome: 'It came', told, ...more });
    expect(await close({ told: null })).toMatchObject({ code: 'TOLD_NEEDED' });
    expect(await close({ outcome: ' ' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await close({ status: 'broken', told: null })).toMatchObject({ code: 'REASON_NEEDED' });
    expect(await close({ told: { channel: 'phone', at: shop.clock.now() + 3_600_000 } })).toMatchObject({
      code: 'TOLD_IN_THE_FUTURE',
    });
    expect(await close({})).toMatchObject({ ok: true });
    expect(await close({})).toMatchObject({ code: 'PROMISE_CLOSED' });
    const { closed } = await shop.call('promises.forCustomer', { customerId });
    expect(closed[0]).toMatchObject({ status: 'kept', told, isBreach: false });
    await shop.call('promises.reopen', { promiseId });
    const { events } = await shop.call('promises.history', { promiseId });
    expect(events.map(({ kind }) => kind)).toEqual(['made', 'closed', 'reopened']);
  });

  it('cannot be closed without its outcome by SQL either, nor its history rewritten', async () => {
    const { promiseId } = await make();
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run(promiseId);
    expect(run(`UPDATE promises SET status = 'kept' WHERE id = ?`)).toThrow(/CHECK/);
    expect(run(`DELETE FROM promise_events WHERE promise_id = ?`)).toThrow(/append-only/);
  });

  it('is handed over with its history, snoozed on Today and not in the ledger', async () => {
    const { promiseId } = await make({ dueOn: '2026-11-20' });
    await shop.call('promises.handOver', { promiseId, toStaffId: shop.staff.advisor, reason: 'Leave' });
    shop.as('advisor');
    const duty = async () =>
      (await shop.call('today.list', { scope: 'mine' })).groups.some(({ kind }) => kind === 'promise');
    expect(await duty()).toBe(true);
    await shop.call('promises.snooze', { promiseId, until: '2026-11-22', reason: 'He travels' });
    expect(await duty()).toBe(false);
    shop.clock.advance(86_400_000);
    expect(await standing()).toMatchObject({ isBreach: true, snoozedUntil: '2026-11-22' });
    shop.clock.advance(86_400_000);
    expect(await duty()).toBe(true);
  });

  it('counts for the person who owned it', async () => {
    const first = await make({ dueOn: '2026-11-20' });
    await make({ dueOn: '2026-11-20', ownerId: shop.staff.advisor, kind: 'order' });
    await shop.call('promises.close', { promiseId: first.promiseId, status: 'kept', outcome: 'Rang', told });
    shop.clock.advance(86_400_000);
    const rate = await shop.call('promises.keptRate', { from: '2026-11-01', to: '2026-11-30' });
    expect(rate.shop).toMatchObject({ counted: 2, inTime: 1, overdue: 1, rate: 0.5 });
    expect(rate.people.map(({ id, rate: share }) => [id, share])).toEqual(
      expect.arrayContaining([
        [shop.staff.manager, 1],
        [shop.staff.advisor, 0],
      ]),
    );
    expect(rate.kinds.map(({ kind }) => kind)).toEqual(['call-back', 'order']);
  });
});
