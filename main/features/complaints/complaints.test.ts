import { addCustomer, addWatch } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasOpenComplaint } from './complaints.sql';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const hour = 3_600_000;
const terms = {
  source: 'in-person' as const,
  about: 'repair' as const,
  what: 'The crystal is scratched since the service',
  severity: 'serious' as const,
};
const open = (more: object = {}) => shop.call('complaints.open', { customerId, ...terms, ...more });
const get = async (complaintId: string) => shop.call('complaints.get', { complaintId });
const told = { channel: 'phone' as const, at: Date.UTC(2026, 10, 20, 3), what: 'A new crystal, free' };
const end = { told, causeCode: 'workmanship' as const, cause: 'Wrong tool', lesson: 'Tool marked' };
const code = async (operation: string, input: object) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};

describe('a complaint', () => {
  it('is numbered, owned, on Today with its clock, and on the timeline', async () => {
    shop.as('advisor');
    const { complaintId, number } = await open();
    expect(number).toBe('CA-000001');
    const { complaint } = await get(complaintId);
    const received = shop.clock.now();
    expect(complaint).toMatchObject({
      owner: { id: shop.staff.advisor },
      respondBy: received + 8 * hour,
      resolveBy: received + 120 * hour,
      nextDue: received + 8 * hour,
    });
    const duty = async () =>
      (await shop.call('today.list', { scope: 'mine' })).groups.find(({ kind }) => kind === 'complaint')
        ?.duties[0];
    expect(await duty()).toMatchObject({
      dueOn: '2026-11-20',
      isOverdue: false,
      params: { step: 'respond' },
    });
    shop.clock.advance(8 * hour + 1);
    expect(await duty()).toMatchObject({ dueOn: '2026-11-20', isOverdue: true });
    await shop.call('complaints.addStep', { complaintId, kind: 'responded', words: 'Rang him' });
    expect(await duty()).toMatchObject({
      dueOn: '2026-11-25',
      isOverdue: false,
      params: { step: 'resolve' },
    });
    expect((await get(complaintId)).complaint).toMatchObject({
      isResponseLate: true,
      isResolutionLate: false,
    });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['complaint'] });
    expect(entries.map(({ title }) => title)).toEqual(['complaint.responded', 'complaint.received']);
    shop.as('manager');
    expect(await duty()).toBeUndefined();
  });

  it('says nothing on Today about what is discreet', async () => {
    await open({ isDiscreet: true });
    expect(JSON.stringify(await shop.call('today.list', { scope: 'shop' }))).not.toContain('crystal');
  });

  it('links only to what is the customer’s own', async () => {
    const other = addCustomer(shop, { familyName: 'Lee' });
    const productId = await addWatch(shop);
    const line = { productId, quantity: 1, unitPriceMinor: 46_300_00, serial: 'S1' };
    const { saleId } = await shop.call('sales.record', { customerId, lines: [line] });
    const { complaintId } = await open({ saleId, aboutStaffId: shop.staff.advisor });
    expect((await get(complaintId)).complaint).toMatchObject({
      sale: { id: saleId },
      aboutStaff: { id: shop.staff.advisor },
    });
    expect(await code('complaints.open', { ...terms, customerId: other, saleId })).toBe('COMPLAINT_LINK');
    expect(await code('complaints.open', { ...terms, customerId, itemId: 'none' })).toBe('COMPLAINT_LINK');
    expect(await code('complaints.open', { ...terms, customerId, aboutStaffId: 'none' })).toBe(
      'COMPLAINT_LINK',
    );
    expect(await code('complaints.open', { ...terms, customerId, receivedAt: Date.UTC(2027, 0, 1) })).toBe(
      'COMPLAINT_IN_THE_FUTURE',
    );
  });

  it('lets a role grant only so much, and more once a manager recorded it', async () => {
    shop.as('advisor');
    const { complaintId } = await open();
    const remedy = (costMinor: number) =>
      code('complaints.setRemedy', { complaintId, state: 'proposed', remedy: 'A strap', costMinor });
    expect((await get(complaintId)).limitMinor).toBe(1_000_00);
    expect(await remedy(1_000_00)).toBe('done');
    expect(await remedy(1_000_01)).toBe('COMPLAINT_REMEDY_LIMIT');
    shop.as('manager');
    expect((await get(complaintId)).limitMinor).toBeNull();
    expect(await remedy(8_000_00)).toBe('done');
    shop.as('advisor');
    expect(await remedy(8_000_00)).toBe('done');
    expect(await remedy(8_000_01)).toBe('COMPLAINT_REMEDY_LIMIT');
    shop.as('manager');
    const { complaintRules } = await shop.call('shop.settings', {});
    await shop.call('shop.saveSettings', {
      complaintRules: { ...complaintRules, serviceLimitMinor: 20_000_00 },
    });
    shop.as('service');
    expect(await remedy(20_000_00)).toBe('done');
  });

  it('goes to a manager, and to nobody else, when it is escalated', async () => {
    shop.as('advisor');
    const { complaintId } = await open();
    const to = (toStaffId: string) =>
      code('complaints.escalate', { complaintId, toStaffId, reason: 'He asks for the manager' });
    expect(await to(shop.staff.service)).toBe('COMPLAINT_NOT_A_MANAGER');
    expect(await to(shop.staff.manager)).toBe('done');
    const { complaint, events } = await get(complaintId);
    expect(complaint).toMatchObject({ owner: { id: shop.staff.manager }, escalatedAt: shop.clock.now() });
    expect(events.at(-1)).toMatchObject({ kind: 'escalated', detail: { name: 'Test manager' } });
  });

  it('runs its clocks anew from the receipt when the severity changes', async () => {
    const { complaintId } = await open();
    const received = shop.clock.now();
    shop.clock.advance(3 * hour);
    await shop.call('complaints.setSeverity', { complaintId, severity: 'grave', reason: 'She was hurt' });
    expect((await get(complaintId)).complaint).toMatchObject({
      respondBy: received + 2 * hour,
      isResponseLate: true,
    });
  });

  it('closes only when the customer was told, and comes back with nothing told', async () => {
    const { complaintId } = await open();
    expect(await code('complaints.close', { complaintId, ...end, told: null })).toBe('COMPLAINT_TOLD_NEEDED');
    expect(await code('complaints.close', { complaintId, ...end, cause: ' ' })).toBe('INVALID_INPUT');
    const later = { ...told, at: shop.clock.now() + hour };
    expect(await code('complaints.close', { complaintId, ...end, told: later })).toBe('TOLD_IN_THE_FUTURE');
    await shop.call('complaints.tell', { complaintId, told });
    await shop.call('complaints.close', { complaintId, ...end, told: null });
    expect(await code('complaints.addStep', { complaintId, kind: 'step', words: 'x' })).toBe(
      'COMPLAINT_CLOSED',
    );
    await shop.call('complaints.rate', { complaintId, satisfaction: 4 });
    expect((await get(complaintId)).complaint).toMatchObject({ status: 'closed', told, satisfaction: 4 });
    await shop.call('complaints.reopen', { complaintId, reason: 'It came back' });
    expect(await code('complaints.close', { complaintId, ...end, told: null })).toBe('COMPLAINT_TOLD_NEEDED');
    const { events } = await get(complaintId);
    expect(events.map(({ kind }) => kind)).toEqual([
      'received',
      'told',
      'closed',
      'satisfaction',
      'reopened',
    ]);
  });

  it('cannot be closed untold by SQL either, nor its steps rewritten', async () => {
    const { complaintId } = await open();
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run(complaintId);
    expect(run(`UPDATE complaints SET status = 'closed' WHERE id = ?`)).toThrow(/CHECK/);
    expect(run(`UPDATE complaint_events SET words = 'x' WHERE complaint_id = ?`)).toThrow(/append-only/);
    expect(run('DELETE FROM complaint_events WHERE complaint_id = ?')).toThrow(/append-only/);
  });

  it('pauses the VIP invitation while it is open', async () => {
    const notYet = async () =>
      (await shop.call('vip.invitation', { customerId })).pauses.map((pause) => pause.code);
    expect(await notYet()).not.toContain('OPEN_COMPLAINT');
    const { complaintId } = await open();
    expect(hasOpenComplaint(shop.shop.writer, customerId)).toBe(true);
    expect(await notYet()).toContain('OPEN_COMPLAINT');
    await shop.call('complaints.close', { complaintId, ...end });
    expect(hasOpenComplaint(shop.shop.writer, customerId)).toBe(false);
    expect(await notYet()).not.toContain('OPEN_COMPLAINT');
  });

  it('is counted by age, cause, cost and repetition', async () => {
    for (const costMinor of [300_00, 200_00]) {
      const { complaintId } = await open();
      const remedy = { state: 'agreed' as const, remedy: 'A strap', costMinor };
      await shop.call('complaints.setRemedy', { complaintId, ...remedy });
      await shop.call('complaints.close', { complaintId, ...end, satisfaction: 5 });
    }
    const proposed = await open({ about: 'delivery' });
    await shop.call('complaints.setRemedy', {
      complaintId: proposed.complaintId,
      state: 'proposed',
      remedy: 'A refund',
      costMinor: 999_00,
    });
    shop.clock.advance(4 * 24 * hour);
    const view = await shop.call('complaints.shopView', { from: '2026-01-01', to: '2026-12-31' });
    expect(view).toMatchObject({
      received: 3,
      closed: 2,
      costMinor: 500_00,
      respondedInTime: 2,
      respondedKnown: 3,
      resolvedInTime: 2,
      resolvedKnown: 2,
      satisfaction: { answers: 2, mean: 5 },
      causes: [{ cause: 'workmanship', cases: 2, costMinor: 500_00 }],
      repeats: [{ cause: 'workmanship', about: 'repair', cases: 2, lesson: 'Tool marked' }],
    });
    expect(view.ages.filter(({ cases }) => cases > 0)).toEqual([{ age: 'week', cases: 1 }]);
  });

  it('prints the whole case', async () => {
    const { complaintId } = await open();
    await shop.call('complaints.close', { complaintId, ...end });
    const { documentId } = await shop.call('complaints.summary', { complaintId, language: 'zh-Hant' });
    const html = shop.devices.keptDocument(documentId)?.html ?? '';
    for (const words of ['CA-000001', 'The crystal is scratched', '手工問題', 'Tool marked', '致電'])
      expect(html).toContain(words);
  });
});
