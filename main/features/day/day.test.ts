import { giveKeyFile, makePlaces } from '@tests/fixtures/backups';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepared } from '../../db/sql';
import { checkAudit } from '../../kernel/audit';

describe('closing the day', () => {
  let shop: TestShop;
  let customerId: string;
  let remove: () => void;
  let folders: string[];
  beforeEach(async () => {
    shop = openTestShop();
    giveKeyFile(shop);
    ({ folders, remove } = makePlaces(2));
    customerId = await addCustomer(shop);
  });
  afterEach(() => {
    shop.close();
    remove();
  });

  it('says what happened today and what is unfinished, on the shop’s own clock', async () => {
    const today = '2026-11-20';
    addSale(shop, customerId, { on: today, minor: 12_000_00 });
    addSale(shop, customerId, { on: '2026-11-19', minor: 1_00 });
    const { answers, ...form } = await signedForm(shop);
    await shop.call('consents.capture', {
      customerId,
      consent: { ...form, answers, form: 'oral', signature: null },
    });
    await shop.call('consents.withdraw', { customerId });
    const other = await addCustomer(shop, { familyName: 'Wong', contacts: [] });
    await shop.call('consents.capture', {
      customerId: other,
      consent: { ...form, answers, form: 'oral', signature: null },
    });
    await shop.call('drafts.put', { form: 'customers.new', subjectId: 'new', body: '{}' });
    const { summary, unfinished, closedAt } = await shop.call('day.summary', {});
    expect(summary).toMatchObject({
      day: today,
      sales: { receipts: 1, returns: 0, totals: [{ currency: 'HKD', minor: 12_000_00 }] },
      newCustomers: 2,
      consents: { given: 2, withdrawn: 1 },
      staff: [{ name: 'Test manager' }],
    });
    expect(unfinished).toMatchObject({
      drafts: [{ name: 'Test manager', count: 1 }],
      duties: { overdue: 0 },
      thinking: 0,
      lateNeeds: 0,
      latePromises: 0,
    });
    expect(unfinished.duties.open).toBeGreaterThan(0);
    expect(closedAt).toBeNull();
    expect((await shop.call('day.summary', { day: '2026-11-19' })).summary.sales.receipts).toBe(1);
    expect((await shop.call('day.summary', { day: '2026-11-21' })).summary.sales.receipts).toBe(0);
  });

  it('counts the relationship work of the day, and what of it is due', async () => {
    await shop.call('promises.make', { customerId, kind: 'call-back', what: 'Ring', dueOn: '2026-11-21' });
    const asked = { customerId, channel: 'phone' as const, due: { dueOn: '2026-11-20' } };
    await shop.call('enquiries.ask', { ...asked, question: 'In steel?', answer: null });
    const { summary, unfinished } = await shop.call('day.summary', {});
    // The question is a promise to answer, too.
    expect(summary.parts).toEqual([
      { name: 'promises', figures: { made: 2, closed: 0 } },
      { name: 'enquiries', figures: { asked: 1, answered: 0 } },
    ]);
    expect(unfinished.due).toEqual([{ kind: 'enquiry', count: 1 }]);
    expect((await shop.call('day.summary', { day: '2026-11-19' })).summary.parts).toEqual([]);
  });

  it('counts all that is due, and nothing that is still to come', async () => {
    const ask = (dueOn: string) =>
      shop.call('enquiries.ask', {
        customerId,
        channel: 'phone',
        due: { dueOn },
        question: 'In steel?',
        answer: null,
      });
    for (let n = 0; n < 50; n += 1) await ask('2026-11-20');
    await ask('2026-11-21');
    const { unfinished } = await shop.call('day.summary', {});
    expect(unfinished.due).toEqual([{ kind: 'enquiry', count: 50 }]);
  });

  it('needs a place, proves a copy in each, and writes the close down with the log’s head', async () => {
    expect(await shop.try('day.close', {})).toMatchObject({ ok: false, code: 'NO_PLACES' });
    for (const [index, folder] of folders.entries())
      await shop.call('backups.addPlace', { folder, label: `Place ${index}`, kind: 'disk' });
    const closed = await shop.call('day.close', { note: 'Quiet.' });
    expect(closed.results.map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
    const db = shop.shop.reader;
    expect(prepared(db, 'SELECT hash FROM audit_log WHERE seq = ?').get(closed.logCount)).toEqual({
      hash: closed.logHead,
    });
    expect(checkAudit(db)).toMatchObject({ ok: true });
    expect(await shop.call('day.history', {})).toMatchObject([
      {
        id: closed.dayCloseId,
        day: '2026-11-20',
        closedBy: { name: 'Test manager' },
        backups: { verified: 2, failed: 0 },
      },
    ]);
    expect((await shop.call('day.summary', {})).closedAt).toBe(shop.clock.now());
  });

  it('prints the sheet in each language with every proof and no customer’s name', async () => {
    await shop.call('backups.addPlace', { folder: folders[0]!, label: 'Safe <1>', kind: 'disk' });
    await shop.call('backups.addPlace', { folder: folders[1]!, label: 'Stick', kind: 'removable' });
    remove();
    const failed = await shop.call('day.close', {});
    expect(failed.results.map(({ error }) => error)).toEqual(['PLACE_NOT_FOUND', 'PLACE_NOT_FOUND']);
    const html = async (language: 'en' | 'zh-Hant' | 'zh-Hans') => {
      const { documentId } = await shop.call('day.sheet', { dayCloseId: failed.dayCloseId, language });
      return shop.devices.keptDocument(documentId)!.html;
    };
    const english = await html('en');
    for (const words of [
      'Day-close sheet',
      'Safe &lt;1&gt;',
      'This folder does not exist',
      failed.logHead.slice(0, 4),
    ])
      expect(english).toContain(words);
    expect(english).not.toContain('Chan');
    expect(await html('zh-Hant')).toContain('日結表');
    expect(await html('zh-Hans')).toContain('日结表');
    expect(await shop.try('day.sheet', { dayCloseId: 'none' })).toMatchObject({
      code: 'DAY_CLOSE_NOT_FOUND',
    });
  });

  it('lets everybody see the day and only a manager close it', async () => {
    shop.as('advisor');
    expect(await shop.try('day.summary', {})).toMatchObject({ ok: true });
    expect(await shop.try('day.close', {})).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('asks every table by an index', () => {
    const plan = (sql: string) =>
      (shop.shop.reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; ');
    for (const sql of [
      'SELECT count(*) FROM customer_views WHERE at BETWEEN 1 AND 2',
      'SELECT count(*) FROM needs WHERE at BETWEEN 1 AND 2 AND deleted_at IS NULL',
      'SELECT count(*) FROM needs WHERE closed_at BETWEEN 1 AND 2 AND deleted_at IS NULL',
      'SELECT count(*) FROM vip_invitations WHERE at BETWEEN 1 AND 2',
      'SELECT count(*) FROM consent_events WHERE recorded_at BETWEEN 1 AND 2',
      'SELECT count(*) FROM customers WHERE updated_at >= 1 AND created_at BETWEEN 1 AND 2 AND import_id IS NULL',
      'SELECT count(*) FROM audit_log WHERE at BETWEEN 1 AND 2',
      "SELECT count(*) FROM sales WHERE sold_on = '2026-11-20'",
    ])
      expect(plan(sql), sql).toMatch(/USING (COVERING )?INDEX/);
  });
});
