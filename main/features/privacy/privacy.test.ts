import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayContact } from '@shared/domain/consent';
import { importText } from '@tests/fixtures/imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepared } from '../../db/sql';
import { permissionsOf } from '../consents/consents.sql';

let shop: TestShop;
let customerId: string;
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = (
    await shop.call('customers.create', {
      familyName: 'Leung',
      givenName: 'Siu Ming',
      contacts: [{ kind: 'email', value: 'siuming@example.com' }],
    })
  ).id;
});
afterEach(() => shop.close());

const record = (more: object = {}) =>
  shop.call('privacy.record', {
    kind: 'access',
    customerId,
    what: 'Everything you hold',
    receivedOn: '2026-11-18',
    receivedHow: 'letter',
    language: 'en',
    ...more,
  });
const answer = (requestId: string, more: object = {}) =>
  shop.try('privacy.answer', {
    requestId,
    version: 1,
    answer: 'granted',
    answeredOn: '2026-11-20',
    answeredHow: 'in-person',
    words: 'Handed over',
    copyHanded: 'printed, against signature',
    ...more,
  });
const codeOf = async (asking: Promise<{ ok: boolean; code?: string }>) => {
  const said = await asking;
  return said.ok ? 'done' : said.code;
};
const confirm = () => shop.session.confirm(shop.clock.now());

describe('a request', () => {
  it('has 40 days from receipt, a number, a line on Today and on the timeline', async () => {
    shop.as('advisor');
    const { number, dueOn } = await record();
    expect({ number, dueOn }).toEqual({ number: 'RA-000001', dueOn: '2026-12-28' });
    shop.as('manager');
    const { groups } = await shop.call('today.list', { scope: 'mine' });
    expect(groups.find(({ kind }) => kind === 'privacy-request')?.duties[0]).toMatchObject({
      dueOn: '2026-12-28',
      isOverdue: false,
    });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['privacy'] });
    expect(entries.map(({ title }) => title)).toEqual(['privacy.receivedAccess']);
    const [found] = (await shop.call('search.query', { text: number })).results;
    expect(found).toMatchObject({ id: customerId, why: [{ field: 'privacyRequest' }] });
    shop.clock.advance(40 * 86_400_000);
    expect((await shop.call('privacy.list', {})).requests[0]).toMatchObject({ daysLeft: -2, isLate: true });
  });

  it('is recorded by an advisor and answered by a manager only', async () => {
    shop.as('advisor');
    const { requestId } = await record();
    expect(await codeOf(answer(requestId))).toBe('NOT_ALLOWED');
  });

  it('never keeps the number of an identity document', async () => {
    expect(
      await codeOf(shop.try('privacy.record', { ...(await asked()), identitySeen: 'HKID A123456(7)' })),
    ).toBe('IDENTITY_NUMBER');
    const { requestId } = await record();
    expect(await codeOf(shop.try('privacy.noteIdentity', { requestId, seen: 'A123456' }))).toBe(
      'IDENTITY_NUMBER',
    );
    expect(JSON.stringify(prepared(shop.shop.reader, 'SELECT * FROM privacy_requests').all())).not.toContain(
      '123456',
    );
  });
  const asked = async () => ({
    kind: 'access',
    customerId,
    what: 'Everything',
    receivedOn: '2026-11-18',
    receivedHow: 'letter',
    language: 'en',
  });

  it('is granted only to somebody whose identity was seen, and with its copy', async () => {
    const { requestId } = await record();
    expect(await codeOf(answer(requestId))).toBe('IDENTITY_NEEDED');
    await shop.call('privacy.noteIdentity', { requestId, seen: 'Identity card, photograph matches' });
    expect(await codeOf(answer(requestId, { version: 2, copyHanded: null }))).toBe('COPY_NEEDED');
    expect(await codeOf(answer(requestId, { version: 1 }))).toBe('REQUEST_CHANGED');
    expect(await codeOf(answer(requestId, { version: 2, answeredOn: '2026-11-17' }))).toBe(
      'ANSWERED_BEFORE_RECEIPT',
    );
    expect(await codeOf(answer(requestId, { version: 2 }))).toBe('done');
    expect(await codeOf(answer(requestId, { version: 3 }))).toBe('REQUEST_ANSWERED');
  });

  it('is refused with a ground, and stands in the log for four years', async () => {
    const { requestId, number } = await record();
    const refuse = (more: object) =>
      answer(requestId, { answer: 'refused', copyHanded: null, words: 'Twice', ...more });
    expect(await codeOf(refuse({}))).toBe('GROUND_NEEDED');
    expect(await codeOf(refuse({ ground: 'accurate' }))).toBe('GROUND_NEEDED');
    expect(await codeOf(refuse({ ground: 'repeated' }))).toBe('done');
    const { refusals } = await shop.call('privacy.refusals', {});
    expect(refusals).toMatchObject([{ number, ground: 'repeated', keepUntil: '2030-11-20' }]);
    const db = shop.shop.writer;
    expect(() => db.prepare('DELETE FROM refusal_log').run()).toThrow(/append-only/);
    expect(() => db.prepare(`UPDATE refusal_log SET reasons = ''`).run()).toThrow(/append-only/);
    expect(() => db.prepare(`UPDATE privacy_requests SET status = 'granted'`).run()).toThrow(
      /stays answered/,
    );
    const { documentId } = await shop.call('privacy.letter', { requestId, language: 'en' });
    const letter = shop.devices.keptDocument(documentId)?.html ?? '';
    expect(letter).toContain('We cannot comply');
    expect(letter).toContain('Twice');
  });

  it('of somebody not on record is answered with “nothing held”', async () => {
    expect(await codeOf(shop.try('privacy.record', { ...(await asked()), customerId: null }))).toBe(
      'REQUESTER_NEEDED',
    );
    const { requestId } = await record({ customerId: null, requesterName: 'Ho Yat' });
    expect(await codeOf(answer(requestId))).toBe('ANSWER_NOT_ALLOWED');
    expect(await codeOf(answer(requestId, { answer: 'nothing-held', copyHanded: null }))).toBe('done');
    expect((await shop.call('privacy.list', { show: 'answered' })).requests[0]).toMatchObject({
      customer: null,
      status: 'nothing-held',
      isLate: false,
    });
  });

  it('of somebody not on record stands on Today until it is answered, can be put off to its day and given to a colleague', async () => {
    const { requestId } = await record({ customerId: null, requesterName: 'Ho Yat' });
    const duties = async (scope: 'mine' | 'shop' = 'shop') =>
      (await shop.call('today.list', { scope })).groups.find(({ kind }) => kind === 'privacy-request')
        ?.duties;
    expect(await duties()).toMatchObject([
      { id: requestId, customer: null, name: 'Ho Yat', dueOn: '2026-12-28', isOverdue: false },
    ]);
    const key = { kind: 'privacy-request' as const, id: requestId, customerId: null };
    expect(await codeOf(shop.try('today.snooze', { ...key, until: '2027-01-05', reason: 'Later' }))).toBe(
      'SNOOZE_PAST_DEADLINE',
    );
    await shop.call('today.snooze', { ...key, until: '2026-12-20', reason: 'Asked the old branch' });
    expect(await duties()).toBeUndefined();
    expect((await shop.call('today.list', { scope: 'shop' })).putAside).toMatchObject([
      { duty: { name: 'Ho Yat' }, reason: 'Asked the old branch' },
    ]);
    await shop.call('today.snooze', { ...key, until: null });
    await shop.call('today.reassign', { ...key, toStaffId: shop.staff.advisor, reason: 'Knows the family' });
    shop.as('advisor');
    expect(await duties('mine')).toMatchObject([{ name: 'Ho Yat', assignedTo: { id: shop.staff.advisor } }]);
    shop.as('manager');
    const { days } = await shop.call('today.week', { scope: 'shop', day: '2026-12-28' });
    expect(days[0]?.duties).toMatchObject([{ name: 'Ho Yat' }]);
    const { people } = await shop.call('today.callSheet', {
      scope: 'shop',
      day: '2026-12-28',
      language: 'en',
    });
    expect(people).toBe(1);
    expect([...shop.devices.kept.values()].at(-1)?.html).toContain('Ho Yat · not on record');
    await answer(requestId, { answer: 'nothing-held', copyHanded: null });
    expect(await duties()).toBeUndefined();
  });

  it('may cost something for a copy, and nothing for a correction, which tells third parties', async () => {
    const { requestId } = await record();
    await shop.call('privacy.setFee', { requestId, feeMinor: 50_00, why: 'Fifty pages' });
    const { requestId: correction } = await record({
      kind: 'correction',
      identitySeen: 'Passport, photograph matches',
    });
    expect(await codeOf(shop.try('privacy.setFee', { requestId: correction, feeMinor: 1, why: 'x' }))).toBe(
      'FEE_NOT_ALLOWED',
    );
    expect(
      await codeOf(answer(correction, { thirdParties: [{ name: 'Courier Ltd', toldOn: '2026-11-20' }] })),
    ).toBe('done');
    const { documentId } = await shop.call('privacy.letter', { requestId: correction, language: 'en' });
    expect(shop.devices.keptDocument(documentId)?.html).toContain('Courier Ltd');
  });

  it('to stop marketing stops it at once', async () => {
    await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
    const may = () =>
      mayContact(permissionsOf(shop.shop.reader, customerId, shop.clock.now()), {
        purpose: 'direct-marketing',
        channel: 'email',
        class: 'watches',
      });
    expect(may()).toMatchObject({ ok: true });
    await record({ kind: 'objection' });
    expect(may()).toMatchObject({ ok: false, reason: 'SUPPRESSED' });
  });
});

describe('the copy', () => {
  const prepare = async () => {
    const wife = await shop.call('customers.create', {
      familyName: 'Ho',
      givenName: 'Wing Lam',
      chineseName: '何詠琳',
    });
    await shop.call('customers.link', { customerId, otherId: wife.id, relation: 'spouse' });
    await shop.call('customers.addNote', { customerId, body: 'Collects blue dials' });
    await shop.call('customers.addNote', { customerId, body: '何詠琳 prefers rose gold' });
    return record({ identitySeen: 'Identity card, photograph matches' });
  };

  it('holds what is held, names colleagues by role, and flags what is about another', async () => {
    const { requestId } = await prepare();
    const { held, flagged } = await shop.call('privacy.copyPreview', { requestId });
    expect(held.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        'customers',
        'customer_contacts',
        'customer_links',
        'customer_notes',
        'privacy_requests',
      ]),
    );
    expect(flagged).toMatchObject([{ table: 'customer_notes', why: 'names-another' }]);
    confirm();
    const leaveOut = flagged.map(({ rowId }) => rowId);
    const { documentId } = await shop.call('privacy.makeCopy', { requestId, leaveOut });
    const printed = shop.devices.keptDocument(documentId)?.html ?? '';
    expect(printed).toContain('Collects blue dials');
    expect(printed).toContain('siuming@example.com');
    expect(printed).not.toMatch(/何詠琳|Wing Lam|Test manager/);
    expect(printed).toContain('<dt>Under 18</dt><dd>No</dd>');
    expect(printed).toContain('manager');
    const logged = prepared(
      shop.shop.reader,
      `SELECT fields FROM audit_log WHERE operation = 'privacy.makeCopy' AND outcome = 'done'`,
    )
      .pluck()
      .all();
    expect(logged.join()).toContain('export');
  });

  it('is a file that a machine can read, too', async () => {
    const { requestId } = await prepare();
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-copy-'));
    try {
      shop.devices.nextFileToSave = join(folder, 'copy.json');
      confirm();
      await shop.call('privacy.saveCopy', { requestId });
      const copy = JSON.parse(readFileSync(join(folder, 'copy.json'), 'utf8'));
      expect(copy.data.customers[0]).toMatchObject({ family_name: 'Leung', is_minor: false });
      expect(copy.data.customer_notes).toHaveLength(2);
      expect(copy.data.customer_notes[0].author_id).toEqual({ role: 'manager' });
      expect(JSON.stringify(copy)).not.toContain('Test manager');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is not made before the identity was seen, nor without the PIN', async () => {
    const { requestId } = await record();
    expect(await codeOf(shop.try('privacy.makeCopy', { requestId }))).toBe('CONFIRMATION_NEEDED');
    confirm();
    expect(await codeOf(shop.try('privacy.makeCopy', { requestId }))).toBe('IDENTITY_NEEDED');
  });
});

describe('an import after an erasure', () => {
  it('does not bring the person back, from the same file or another', async () => {
    const first = 'Member Number,Family Name,Given Name,Email\nK-77,Yuen,Ka Po,kapo@example.com\n';
    await importText(shop, 'customers', first);
    const id = prepared(shop.shop.reader, `SELECT id FROM customers WHERE family_name = 'Yuen'`)
      .pluck()
      .get() as string;
    confirm();
    await shop.call('privacy.erase', { customerId: id, typedNumber: 'K-77' });
    const other = 'Family Name,Given Name,Email\nYuen,Ka Po,kapo@example.com\n';
    for (const text of [first, other]) {
      const { report } = await importText(shop, 'customers', text);
      expect(report).toMatchObject({ rowsImported: 0, refusals: [{ code: 'CUSTOMER_ERASED', rows: 1 }] });
    }
    const purchases = 'Receipt,Date,Customer,Code,Description,Qty,Price\nX1,2026-01-02,K-77,ZZ,Strap,1,10\n';
    const { report } = await importText(shop, 'purchases', purchases);
    expect(report.refusals).toMatchObject([{ code: 'CUSTOMER_ERASED', rows: 1 }]);
    expect(
      prepared(shop.shop.reader, `SELECT count(*) FROM customers WHERE family_name = 'Yuen'`).pluck().get(),
    ).toBe(0);
  });
});

describe('an incident', () => {
  it('is recorded, told of, closed with its lesson, and printed', async () => {
    const { incidentId, number } = await shop.call('privacy.recordIncident', {
      kind: 'wrong-recipient',
      happenedOn: '2026-11-19',
      noticedOn: '2026-11-20',
      what: 'A letter went to the wrong address',
      dataKinds: 'Name, repair',
      people: 1,
      measures: 'Asked for it back',
    });
    expect(number).toBe('IA-000001');
    await shop.call('privacy.noteIncident', {
      incidentId,
      whom: 'commissioner',
      onDay: '2026-11-20',
      words: 'By the form',
    });
    await shop.call('privacy.closeIncident', { incidentId, version: 1, lesson: 'Addresses are read back' });
    const paper = async (kind: 'record' | 'letter') =>
      shop.devices.keptDocument(
        (await shop.call('privacy.incidentPaper', { incidentId, paper: kind, language: 'en' })).documentId,
      )?.html;
    expect(await paper('record')).toContain('Addresses are read back');
    expect(await paper('letter')).toContain('A letter went to the wrong address');
    const [incident] = (await shop.call('privacy.incidents', {})).incidents;
    expect(incident?.events.map(({ kind }) => kind)).toEqual(['told', 'closed']);
  });
});
