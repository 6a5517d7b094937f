import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let customerId: string;
const day = 86_400_000;

beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = await addCustomer(shop, { address: '1 Example Street' });
  shop.as('advisor');
});
afterEach(() => shop.close());

const log = (more: object = {}) =>
  shop.call('conversations.log', {
    customerId,
    channel: 'phone',
    direction: 'in',
    words: 'Asked about the blue dial',
    outcome: 'talked',
    ...more,
  });
const ofCustomer = () => shop.call('conversations.forCustomer', { customerId });
const permit = async () =>
  shop.call('consents.capture', {
    customerId,
    consent: await signedForm(shop, {
      answers: [
        { purpose: 'direct-marketing', channels: ['email', 'phone'], classes: ['watches'] },
        { purpose: 'service-reminders', channels: [], classes: [] },
      ],
    }),
  });
const message = {
  channel: 'email',
  language: 'en',
  purpose: 'selling',
  goodsClass: 'watches',
  subject: 'New at the shop',
  body: 'A new dial has come.',
} as const;
const prepare = (more: object = {}) => shop.try('conversations.prepare', { customerId, ...message, ...more });
const prepared = async (more: object = {}) => {
  const answer = await prepare(more);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value as { conversationId: string; text: string; documentId: string | null };
};
const sent = (conversationId: string, outcome: 'sent' | 'not-sent' | 'talked' = 'sent', more: object = {}) =>
  shop.call('conversations.noteOutcome', { conversationId, outcome, ...more });

describe('the log', () => {
  it('keeps what was said, on the timeline, with its next step as a promise', async () => {
    const { number, promiseNumber } = await log({
      nextStep: { kind: 'call-back', what: 'Ring about the dial', dueOn: '2026-11-23' },
    });
    expect(number).toBe('TA-000001');
    const { open } = await shop.call('promises.forCustomer', { customerId });
    expect(open).toMatchObject([{ number: promiseNumber, origin: { kind: 'conversation' } }]);
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['conversation'] });
    expect(entries).toMatchObject([{ title: 'conversation.phone', detail: 'Asked about the blue dial' }]);
    expect((await ofCustomer()).lastContact).toEqual({ at: shop.clock.now(), days: 0 });
  });

  it('counts days since the customer last spoke, not since we last wrote', async () => {
    await log();
    shop.clock.advance(9 * day);
    await log({ channel: 'email', direction: 'out', outcome: 'sent', words: 'Good wishes' });
    expect((await ofCustomer()).lastContact?.days).toBe(9);
  });

  it('refuses the future, and nothing of a refused one is written', async () => {
    const code = async (more: object) => {
      const said = { customerId, channel: 'visit', direction: 'in', words: 'x', outcome: 'talked', ...more };
      const answer = await shop.try('conversations.log', said);
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({ at: shop.clock.now() + 3_600_000 })).toBe('CONVERSATION_IN_THE_FUTURE');
    expect(await code({ customerId: 'nobody' })).toBe('CUSTOMER_NOT_FOUND');
    expect(await code({ purpose: 'selling' })).toBe('GOODS_CLASS_NEEDED');
    const nextStep = { kind: 'other', what: 'Ring', dueOn: '2026-11-19' };
    expect(await code({ nextStep })).toBe('DUE_IN_THE_PAST');
    expect((await ofCustomer()).total).toBe(0);
  });

  it('keeps what stood before a correction, and cannot be rewritten past it', async () => {
    const { conversationId } = await log();
    const corrected = {
      conversationId,
      version: 1,
      at: shop.clock.now() - 3_600_000,
      channel: 'whatsapp' as const,
      direction: 'in' as const,
      words: 'Asked about the green dial',
      outcome: 'talked' as const,
      reason: 'Wrong colour',
    };
    await shop.call('conversations.correct', corrected);
    expect(await shop.try('conversations.correct', corrected)).toMatchObject({
      code: 'CONVERSATION_CHANGED',
    });
    const { conversation, revisions } = await shop.call('conversations.history', { conversationId });
    expect(conversation).toMatchObject({
      words: 'Asked about the green dial',
      isCorrected: true,
      version: 2,
    });
    expect(revisions).toMatchObject([
      { reason: 'Wrong colour', before: { words: 'Asked about the blue dial', channel: 'phone' } },
    ]);
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run(conversationId);
    expect(run(`UPDATE conversations SET words = 'x' WHERE id = ?`)).toThrow(/what stood before/);
    expect(run(`DELETE FROM conversations WHERE id = ?`)).toThrow(/kept/);
    expect(run(`DELETE FROM conversation_revisions WHERE conversation_id = ?`)).toThrow(/append-only/);
  });

  it('keeps files with their hash, hands them back whole, and refuses programs and the empty', async () => {
    const bytes = Buffer.from('%PDF-1.7 a letter');
    const file = (name: string, content = bytes) => ({ name, base64: content.toString('base64') });
    await log({ attachments: [file('C:\\scans\\letter.pdf')] });
    const attachment = (await ofCustomer()).conversations[0]!.attachments[0]!;
    expect(attachment).toMatchObject({ name: 'letter.pdf', size: bytes.length });
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-attachment-'));
    shop.devices.nextFileToSave = join(folder, 'letter.pdf');
    await shop.call('conversations.saveAttachment', { attachmentId: attachment.id });
    expect(readFileSync(join(folder, 'letter.pdf'))).toEqual(bytes);
    rmSync(folder, { recursive: true });
    const said = { customerId, channel: 'email', direction: 'in', words: 'x', outcome: 'sent' };
    const refused = (one: object) => shop.try('conversations.log', { ...said, attachments: [one] });
    expect(await refused(file('setup.exe'))).toMatchObject({ code: 'ATTACHMENT_TYPE' });
    expect(await refused(file('a.pdf', Buffer.alloc(0)))).toMatchObject({ ok: false });
    expect((await ofCustomer()).total).toBe(1);
  });

  it('says which ways are answered', async () => {
    await log({ channel: 'email', direction: 'out', outcome: 'sent' });
    await log({ channel: 'email', direction: 'out', outcome: 'not-sent' });
    shop.clock.advance(3 * day);
    await log({ channel: 'visit' });
    shop.clock.advance(1);
    await log({ channel: 'sms', direction: 'out', outcome: 'sent' });
    const rates = await shop.call('conversations.responseRates', { from: '2026-11-01', to: '2026-11-30' });
    expect(rates).toEqual([
      { channel: 'email', sent: 1, answered: 1 },
      { channel: 'sms', sent: 1, answered: 0 },
    ]);
  });
});

describe('a message', () => {
  it('to sell cannot be prepared without permission, whatever the reason; a service message can', async () => {
    expect(await prepare({ gateReason: 'He will like it' })).toMatchObject({ code: 'SELLING_NOT_PERMITTED' });
    expect(shop.devices.opened).toEqual([]);
    expect((await ofCustomer()).total).toBe(0);
    await prepared({ purpose: 'service', goodsClass: null, body: 'Your watch is ready.' });
    expect(shop.devices.opened).toEqual([
      'mailto:peter@example.com?subject=New%20at%20the%20shop&body=Your%20watch%20is%20ready.',
    ]);
    expect((await ofCustomer()).conversations).toMatchObject([
      { gate: null, outcome: null, direction: 'out' },
    ]);
  });

  it('is permitted by way and class of goods, not altogether', async () => {
    await permit();
    expect(await prepare({ goodsClass: 'events' })).toMatchObject({ code: 'SELLING_NOT_PERMITTED' });
    expect(await prepare({ channel: 'whatsapp' })).toMatchObject({ code: 'SELLING_NOT_PERMITTED' });
    expect(await prepare()).toMatchObject({ ok: true });
  });

  it('tells of the right to opt out until one that did so went out', async () => {
    await permit();
    const first = await prepared();
    expect(first.text).toContain('free of charge');
    // Given up: the customer was told nothing.
    await sent(first.conversationId, 'not-sent');
    const second = await prepared();
    expect(second.text).toContain('free of charge');
    await sent(second.conversationId);
    const { events } = await shop.call('consents.forCustomer', { customerId });
    expect(events[0]).toMatchObject({
      kind: 'first-use-notice',
      purpose: 'direct-marketing',
      channels: ['email'],
    });
    expect((await prepared()).text).toBe(message.body);
    expect(decodeURIComponent(shop.devices.opened.at(-1)!)).not.toContain('free of charge');
  });

  it('on the telephone the right to opt out counts once it was said', async () => {
    await permit();
    const call = await prepared({ channel: 'phone', body: '' });
    expect(shop.devices.opened).toEqual(['tel:+85291234567']);
    await sent(call.conversationId, 'talked', { wasNoticeSaid: false });
    const due = async () => (await shop.call('consents.forCustomer', { customerId })).firstUseNoticeDue;
    expect(await due()).toEqual(['direct-marketing']);
    const again = await prepared({ channel: 'phone', body: '' });
    await sent(again.conversationId, 'talked', { wasNoticeSaid: true });
    expect(await due()).toEqual([]);
    expect(
      await shop.try('conversations.noteOutcome', { conversationId: again.conversationId, outcome: 'sent' }),
    ).toMatchObject({ code: 'OUTCOME_KNOWN' });
  });

  it('goes on paper as a letter, a fax page or a label', async () => {
    const service = { purpose: 'service', goodsClass: null, body: 'Dear <Peter>,\n\nThank you.' };
    const letter = await prepared({ ...service, channel: 'letter' });
    expect(shop.devices.keptDocument(letter.documentId!)?.html).toContain('Dear &lt;Peter&gt;,');
    const fax = await prepared({ ...service, channel: 'fax' });
    expect(shop.devices.keptDocument(fax.documentId!)?.html).toContain('Fax number');
    const label = await shop.call('conversations.label', { customerId });
    expect(shop.devices.keptDocument(label.documentId)).toMatchObject({
      page: { widthMm: 89, heightMm: 36 },
    });
    expect(await prepare({ ...service, channel: 'whatsapp', body: '' })).toMatchObject({
      code: 'MESSAGE_EMPTY',
    });
  });

  it('previews with everything filled in, and says what is not on the record', async () => {
    const preview = await shop.call('conversations.preview', {
      customerId,
      ...message,
      subject: '{{fullName}}',
      body: 'Dear {{name}}, {{address}}, {{advisor}}, {{date}}',
    });
    expect(preview).toMatchObject({
      missing: [],
      gate: { state: 'closed', reason: 'NEVER_ASKED' },
      notice: null,
    });
    expect(preview.body).toContain('1 Example Street, Test advisor, 20 November 2026');
    const { id: nobody } = await shop.call('customers.create', { familyName: 'Lee' });
    const bare = { ...message, purpose: 'service', goodsClass: null, body: '{{address}}' } as const;
    expect((await shop.call('conversations.preview', { customerId: nobody, ...bare })).missing).toEqual([
      'address',
    ]);
  });
});

describe('the gate', () => {
  it('asks for a reason past two in thirty days over all ways, and the manager reads it', async () => {
    await permit();
    await sent((await prepared()).conversationId);
    await sent((await prepared({ channel: 'phone', body: '' })).conversationId, 'talked');
    expect(await prepare()).toMatchObject({ code: 'CONTACT_REASON_NEEDED' });
    await prepared({ gateReason: 'He asked for it' });
    expect(await shop.try('conversations.pastGate', {})).toMatchObject({ code: 'NOT_ALLOWED' });
    shop.as('manager');
    const { conversations } = await shop.call('conversations.pastGate', {});
    expect(conversations).toMatchObject([
      { gate: 'overridden', obstacles: ['pressure'], gateReason: 'He asked for it' },
    ]);
    shop.clock.advance(31 * day);
    expect(await prepare()).toMatchObject({ ok: true });
  });

  it('follows the manager’s limit, and does not count what never went out', async () => {
    await permit();
    shop.as('manager');
    await shop.call('shop.saveSettings', { contactPressure: { most: 1, days: 7 } });
    shop.as('advisor');
    await sent((await prepared()).conversationId, 'not-sent');
    await sent((await prepared()).conversationId);
    expect(await prepare()).toMatchObject({ code: 'CONTACT_REASON_NEEDED' });
    shop.clock.advance(7 * day);
    expect(await prepare()).toMatchObject({ ok: true });
  });

  it('records a selling call that was made without permission as just that, with its reason', async () => {
    const call = { direction: 'out', purpose: 'selling', goodsClass: 'watches' };
    const said = { customerId, channel: 'phone', words: 'Offered the dial', outcome: 'talked', ...call };
    expect(await shop.try('conversations.log', said)).toMatchObject({ code: 'CONTACT_REASON_NEEDED' });
    await log({ ...call, gateReason: 'Did not look first' });
    expect((await ofCustomer()).conversations).toMatchObject([
      { gate: 'unpermitted', gateReason: 'Did not look first' },
    ]);
  });

  it('is asked again when a correction makes a contact another one, and does not count it against itself', async () => {
    await permit();
    shop.as('manager');
    await shop.call('shop.saveSettings', { contactPressure: { most: 1, days: 30 } });
    const selling = {
      direction: 'out',
      purpose: 'selling',
      goodsClass: 'watches',
      words: 'New dial',
    } as const;
    const { conversationId } = await log({ ...selling, channel: 'email', outcome: 'sent' });
    const correct = (channel: 'phone' | 'whatsapp', version: number) =>
      shop.call('conversations.correct', {
        ...selling,
        conversationId,
        version,
        at: shop.clock.now(),
        channel,
        outcome: 'sent',
        reason: 'Wrong way noted',
      });
    const gate = async () => (await ofCustomer()).conversations[0]?.gate;
    await correct('phone', 1);
    expect(await gate()).toBe('open');
    await correct('whatsapp', 2);
    expect(await gate()).toBe('unpermitted');
  });

  it('goes with the customer into a merge', async () => {
    await log();
    shop.as('manager');
    const other = await addCustomer(shop);
    await shop.call('customers.merge', { keptId: other, mergedId: customerId });
    expect((await ofCustomer()).total).toBe(1);
  });
});

describe('templates', () => {
  const texts = (body: string) => ({
    en: { name: 'Ready', subject: '', body },
    'zh-Hant': { name: '完成', subject: '', body },
    'zh-Hans': { name: '完成', subject: '', body },
  });
  const save = (more: object) =>
    shop.try('templates.save', {
      templateId: 'repair-ready',
      version: 0,
      medium: 'message',
      purpose: 'service',
      goodsClass: null,
      texts: texts('Dear {{name}}'),
      ...more,
    });

  it('are written by the manager, a version at a time, and every version stays', async () => {
    expect(await save({})).toMatchObject({ code: 'NOT_ALLOWED' });
    shop.as('manager');
    expect(await save({})).toMatchObject({ value: { version: 1 } });
    expect(await save({})).toMatchObject({ code: 'TEMPLATE_CHANGED' });
    const versions = await shop.call('templates.versions', { templateId: 'repair-ready' });
    expect(versions.map(({ version, madeBy }) => [version, madeBy])).toEqual([
      [1, 'Test manager'],
      [0, null],
    ]);
    const inForce = async () =>
      (await shop.call('templates.list', {})).find(({ id }) => id === 'repair-ready')?.texts.en.body;
    expect(await inForce()).toBe('Dear {{name}}');
    await save({ version: 1, isRetired: true });
    expect(await inForce()).toBeUndefined();
  });

  it('refuse a field that means nothing, and an e-mail without subject', async () => {
    shop.as('manager');
    expect(await save({ texts: texts('Dear {{nam}}') })).toMatchObject({
      code: 'TEMPLATE_FIELD_UNKNOWN',
      params: { field: 'nam' },
    });
    expect(await save({ templateId: null, medium: 'email' })).toMatchObject({
      code: 'TEMPLATE_SUBJECT_NEEDED',
    });
    expect(await save({ templateId: 'nothing' })).toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
  });

  it('that are built in can be filled in and saved as they are', async () => {
    shop.as('manager');
    for (const { id, version, isRetired: _, madeBy: _by, madeAt: _at, ...terms } of await shop.call(
      'templates.list',
      {},
    ))
      expect(await shop.try('templates.save', { ...terms, templateId: id, version })).toMatchObject({
        ok: true,
      });
  });
});
