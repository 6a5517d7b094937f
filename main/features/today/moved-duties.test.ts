import type { DutyKind } from '@shared/contract/today';
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

const dayMs = 86_400_000;
const list = (scope: 'mine' | 'shop' = 'shop') => shop.call('today.list', { scope });
const duties = async (kind: DutyKind, scope: 'mine' | 'shop' = 'shop') =>
  (await list(scope)).groups.find((group) => group.kind === kind)?.duties ?? [];
const noteNeed = async (byDate: string) =>
  (await shop.call('needs.note', { customerId, brand: 'Omega', category: 'watch', byDate })).needId;
const key = (kind: DutyKind, id: string) => ({ kind, id, customerId });
const codeOf = async (operation: string, input: object) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};

describe('a duty that is put off', () => {
  it('is gone until its day, with its reason among what was put aside, and comes back', async () => {
    const need = key('need', await noteNeed('2026-11-22'));
    expect(await codeOf('today.snooze', { ...need, until: '2026-11-24' })).toBe('REASON_NEEDED');
    expect(await codeOf('today.snooze', { ...need, until: '2026-11-20', reason: 'x' })).toBe('SNOOZE_PAST');
    await shop.call('today.snooze', { ...need, until: '2026-11-24', reason: 'He travels' });
    expect(await duties('need')).toEqual([]);
    expect((await list()).putAside).toMatchObject([{ until: '2026-11-24', reason: 'He travels' }]);
    const { duties: theirs } = await shop.call('today.forCustomer', { customerId });
    expect(theirs).toEqual([]);
    shop.clock.advance(4 * dayMs);
    expect(await duties('need')).toMatchObject([{ isOverdue: true }]);
    expect((await list()).putAside).toEqual([]);
  });

  it('is brought back before its day', async () => {
    const need = key('need', await noteNeed('2026-11-22'));
    await shop.call('today.snooze', { ...need, until: '2026-11-24', reason: 'He travels' });
    await shop.call('today.snooze', { ...need, until: null });
    expect(await duties('need')).toHaveLength(1);
  });

  it('is never a legal deadline past its day', async () => {
    const { complaintId } = await shop.call('complaints.open', {
      customerId,
      source: 'in-person',
      about: 'repair',
      severity: 'minor',
      what: 'Scratched',
    });
    const complaint = key('complaint', complaintId);
    const [due] = await duties('complaint');
    expect(due?.dueOn).toBe('2026-11-21');
    expect(await codeOf('today.snooze', { ...complaint, until: '2026-11-22', reason: 'x' })).toBe(
      'SNOOZE_PAST_DEADLINE',
    );
    await shop.call('today.snooze', { ...complaint, until: '2026-11-21', reason: 'Tomorrow' });
    expect(await duties('complaint')).toEqual([]);
    shop.clock.advance(dayMs);
    expect(await duties('complaint')).toHaveLength(1);
    expect(await codeOf('today.snooze', { ...complaint, until: '2026-11-30', reason: 'x' })).toBe(
      'SNOOZE_PAST_DEADLINE',
    );
  });

  it('is an oral consent until its 14th day and not a day longer', async () => {
    const confirmBy = shop.clock.now() + 14 * dayMs;
    shop.shop.writer
      .prepare(
        `INSERT INTO consent_events (id, seq, customer_id, kind, regime, purpose, channels, data_kinds, goods_classes, form,
           language, confirmation_due_at, at, recorded_at)
         VALUES ('oral', 1, @customerId, 'given', 'hk-pdpo', 'direct-marketing', '["email"]', '["email"]', '["watches"]',
           'oral', 'en', @confirmBy, @now, @now)`,
      )
      .run({ customerId, confirmBy, now: shop.clock.now() });
    const consent = key('oral-consent', 'oral');
    expect(await duties('oral-consent')).toMatchObject([{ dueOn: '2026-12-04' }]);
    expect(await codeOf('today.snooze', { ...consent, until: '2026-12-05', reason: 'x' })).toBe(
      'SNOOZE_PAST_DEADLINE',
    );
    await shop.call('today.snooze', { ...consent, until: '2026-12-04', reason: 'The printer is broken' });
    expect(await duties('oral-consent')).toEqual([]);
    shop.clock.advance(14 * dayMs);
    expect(await duties('oral-consent')).toHaveLength(1);
  });

  it('is put off as a promise where it is one', async () => {
    const { promiseId } = await shop.call('promises.make', {
      customerId,
      kind: 'find',
      what: 'Find it',
      dueOn: '2026-11-20',
    });
    await shop.call('today.snooze', { ...key('promise', promiseId), until: '2026-11-22', reason: 'Later' });
    expect(await duties('promise')).toEqual([]);
    const { events } = await shop.call('promises.history', { promiseId });
    expect(events.map(({ kind }) => kind)).toEqual(['made', 'snoozed']);
  });

  it('must be one that is due', async () => {
    const nothing = { ...key('need', 'nothing'), until: '2026-11-22', reason: 'x' };
    expect(await codeOf('today.snooze', nothing)).toBe('DUTY_NOT_FOUND');
  });
});

describe('a duty that is given to a colleague', () => {
  it('stands on theirs and no longer on mine, and can be given back', async () => {
    const need = key('need', await noteNeed('2026-11-22'));
    expect(await duties('need', 'mine')).toHaveLength(1);
    const to = { toStaffId: shop.staff.advisor, reason: 'Speaks Putonghua' };
    expect(await shop.call('today.reassign', { ...need, ...to })).toEqual({ before: null });
    expect(await duties('need', 'mine')).toEqual([]);
    expect(await duties('need', 'shop')).toMatchObject([{ assignedTo: { name: 'Test advisor' } }]);
    shop.as('advisor');
    expect(await duties('need', 'mine')).toHaveLength(1);
    expect(await shop.call('today.reassign', { ...need, toStaffId: null })).toEqual({
      before: shop.staff.advisor,
    });
    expect(await duties('need', 'mine')).toEqual([]);
    const history = shop.shop.writer.prepare('SELECT kind FROM duty_move_events ORDER BY id').pluck().all();
    expect(history).toEqual(['reassigned', 'returned']);
  });

  it('must be given to somebody who works here, and with a reason', async () => {
    const need = key('need', await noteNeed('2026-11-22'));
    expect(await codeOf('today.reassign', { ...need, toStaffId: 'nobody', reason: 'x' })).toBe(
      'OWNER_NOT_FOUND',
    );
    expect(await codeOf('today.reassign', { ...need, toStaffId: shop.staff.advisor })).toBe('REASON_NEEDED');
  });

  it('changes its owner where it is a promise', async () => {
    const { promiseId } = await shop.call('promises.make', {
      customerId,
      kind: 'find',
      what: 'Find it',
      dueOn: '2026-11-20',
    });
    const to = { toStaffId: shop.staff.advisor, reason: 'Leave' };
    expect(await shop.call('today.reassign', { ...key('promise', promiseId), ...to })).toEqual({
      before: shop.staff.manager,
    });
    shop.as('advisor');
    expect(await duties('promise', 'mine')).toHaveLength(1);
  });
});

describe('the calendar', () => {
  const week = (day: string) => shop.call('today.week', { scope: 'shop', day });
  const on = async (day: string) => (await week(day)).days.find((one) => one.day === day)?.duties ?? [];

  it('has each day of a week with what is due on it, far ahead, too', async () => {
    await noteNeed('2026-12-16');
    await shop.call('promises.make', { customerId, kind: 'find', what: 'Find it', dueOn: '2026-12-17' });
    const { days, earlier } = await week('2026-12-18');
    expect(days.map(({ day }) => day)).toEqual(
      ['14', '15', '16', '17', '18', '19', '20'].map((day) => `2026-12-${day}`),
    );
    expect(earlier).toEqual([]);
    expect((await on('2026-12-16')).map(({ kind }) => kind)).toEqual(['need']);
    expect((await on('2026-12-17')).map(({ kind }) => kind)).toEqual(['promise']);
    expect((await on('2026-12-18')).map(({ kind }) => kind)).toEqual([]);
  });

  it('has what is late from before the week only in the present one', async () => {
    await shop.call('promises.make', { customerId, kind: 'find', what: 'Find it', dueOn: '2026-11-20' });
    shop.clock.advance(5 * dayMs);
    expect((await week('2026-11-25')).earlier).toMatchObject([{ kind: 'promise', dueOn: '2026-11-20' }]);
    expect(await on('2026-11-20')).toMatchObject([{ kind: 'promise', isOverdue: true }]);
    expect((await week('2026-12-02')).earlier).toEqual([]);
  });

  it('shows a birthday of next month on its day, and nothing twice', async () => {
    await noteNeed('2026-11-22');
    const all = (await week('2026-11-20')).days.flatMap(({ duties: some }) => some);
    expect(all).toHaveLength(1);
  });

  it('holds what was moved in a week to come', async () => {
    const id = await noteNeed('2026-12-16');
    await shop.call('today.reassign', {
      ...key('need', id),
      toStaffId: shop.staff.advisor,
      reason: 'Knows her',
    });
    shop.as('advisor');
    const { days } = await shop.call('today.week', { scope: 'mine', day: '2026-12-16' });
    expect(days.flatMap(({ duties: some }) => some)).toHaveLength(1);
  });
});

describe('the call sheet', () => {
  it('has each person once, with why, covers what is discreet, and is in the log', async () => {
    shop.shop.writer
      .prepare(
        `INSERT INTO customer_contacts (id, customer_id, kind, value, normalised) VALUES ('c1', ?, 'phone', '9123 4567', '+85291234567')`,
      )
      .run(customerId);
    await noteNeed('2026-11-20');
    await shop.call('promises.make', { customerId, kind: 'find', what: 'Find it', dueOn: '2026-11-20' });
    await shop.call('promises.make', {
      customerId,
      kind: 'gift',
      what: 'Ring box',
      dueOn: '2026-11-20',
      isDiscreet: true,
    });
    const { documentId, people } = await shop.call('today.callSheet', {
      scope: 'shop',
      day: '2026-11-20',
      language: 'en',
    });
    expect(people).toBe(1);
    const page = shop.devices.keptDocument(documentId)?.html ?? '';
    for (const text of ['9123 4567', 'Find it', 'Offer by telephone: NO']) expect(page).toContain(text);
    expect(page).not.toContain('Ring box');
    const log = shop.shop.writer
      .prepare(`SELECT entity_kind, entity_id FROM audit_log WHERE operation = 'today.callSheet'`)
      .all();
    expect(log).toContainEqual({ entity_kind: 'call sheet', entity_id: '2026-11-20' });
  });

  it('says so where nothing but offers without permission would be called about', async () => {
    await noteNeed('2026-11-20');
    const sheet = { scope: 'shop', day: '2026-11-20', language: 'en' } as const;
    const { documentId } = await shop.call('today.callSheet', sheet);
    const page = shop.devices.keptDocument(documentId)?.html ?? '';
    expect(page).toContain('Call: NO. At the counter only');
    expect(page).not.toContain('Call: yes');
  });

  it('of another day has only what is due on it', async () => {
    await noteNeed('2026-11-20');
    const sheet = { scope: 'shop', day: '2026-11-27', language: 'en' } as const;
    expect((await shop.call('today.callSheet', sheet)).people).toBe(0);
  });
});
