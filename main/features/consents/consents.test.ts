import { DATA_KIND_OF_CHANNEL } from '@shared/domain/consent-events';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, signature, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, expect, test } from 'vitest';

let shop: TestShop;
let customerId: string;
const dayMs = 86_400_000;

beforeEach(async () => {
  shop = openTestShop();
  customerId = await addCustomer(shop);
  shop.as('advisor');
});
afterEach(() => shop.close());

const may = async (id = customerId) =>
  (await shop.call('consents.permissionSummary', { customerIds: [id] }))[0]!;

test('a signed form permits exactly what was ticked, with its evidence', async () => {
  const consent = await signedForm(shop);
  expect(await shop.call('consents.capture', { customerId, consent })).toEqual({ confirmationDueAt: null });
  const { statements, events, canWithdraw } = await shop.call('consents.forCustomer', { customerId });
  expect(statements[0]).toEqual({
    verdict: 'may',
    purpose: 'direct-marketing',
    channels: ['email'],
    classes: ['watches'],
    reason: 'CONSENTED',
  });
  expect(statements.filter(({ verdict }) => verdict === 'may')).toHaveLength(1);
  expect(canWithdraw).toBe(true);
  const given = events.find(({ kind }) => kind === 'given')!;
  expect(given.signature).toEqual(signature);
  expect(given.notice).toMatchObject({ version: 1, language: 'en', isProved: true });
  expect(given.dataKinds).toContain(DATA_KIND_OF_CHANNEL.email);
  expect(given.by).toBe('Test advisor');
});

test('a new form takes the place of the old one', async () => {
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  const answers = [
    { purpose: 'direct-marketing' as const, channels: ['whatsapp' as const], classes: ['gifts' as const] },
  ];
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop, { answers }) });
  expect((await may()).channels).toEqual(['whatsapp']);
});

test('an outdated or foreign notice is refused and nothing is written', async () => {
  const consent = await signedForm(shop);
  shop.as('manager');
  const texts = await shop.call('notices.suggested', { kind: 'collection' });
  const { version } = await shop.call('notices.publish', {
    kind: 'collection',
    texts: { ...texts, en: { ...texts.en, body: `${texts.en.body}\n\nMore.` } },
  });
  expect(version).toBe(2);
  shop.as('advisor');
  expect(await shop.try('consents.capture', { customerId, consent })).toMatchObject({
    code: 'NOTICE_OUTDATED',
  });
  const wrongHash = await signedForm(shop, { noticeHash: '0'.repeat(64) });
  expect(await shop.try('consents.capture', { customerId, consent: wrongHash })).toMatchObject({
    code: 'NOTICE_OUTDATED',
  });
  expect((await shop.call('consents.forCustomer', { customerId })).events).toEqual([]);
});

test('a signature is needed, and a slip of the pen is none', async () => {
  for (const drawn of [null, { width: 600, height: 180, strokes: [[[5, 5] as [number, number]]] }]) {
    const consent = await signedForm(shop, { signature: drawn });
    expect(await shop.try('consents.capture', { customerId, consent })).toMatchObject({
      code: 'SIGNATURE_NEEDED',
    });
  }
});

test('under 18 a parent must be named', async () => {
  shop.as('manager');
  const child = await addCustomer(shop, { birthYear: 2012, birthMonth: 3, birthDay: 1 });
  const consent = await signedForm(shop);
  expect(await shop.try('consents.capture', { customerId: child, consent })).toMatchObject({
    code: 'PARENT_NEEDED',
  });
  await shop.call('consents.capture', {
    customerId: child,
    consent: { ...consent, parentName: 'Chan Siu Ming' },
  });
  expect((await may(child)).channels).toEqual(['email']);
});

test('sharing needs a signature and names', async () => {
  const answers = [
    { purpose: 'sharing' as const, channels: ['email' as const], classes: ['watches' as const] },
  ];
  const written = await signedForm(shop, { answers });
  expect(await shop.try('consents.capture', { customerId, consent: written })).toMatchObject({
    code: 'SHARING_INCOMPLETE',
  });
  const oral = await signedForm(shop, { answers, form: 'oral', signature: null });
  expect(await shop.try('consents.capture', { customerId, consent: oral })).toMatchObject({
    code: 'SHARING_NEEDS_SIGNATURE',
  });
});

test('oral consent: a duty of 14 days, unusable before the confirmation, usable after', async () => {
  const consent = await signedForm(shop, { form: 'oral', signature: null });
  const { confirmationDueAt } = await shop.call('consents.capture', { customerId, consent });
  expect(confirmationDueAt).toBe(shop.clock.now() + 14 * dayMs);
  expect(await may()).toMatchObject({ channels: [], reason: 'ORAL_AWAITING_CONFIRMATION' });
  const [duty] = await shop.call('consents.duties', {});
  expect(duty).toMatchObject({ customer: { id: customerId }, isOverdue: false, dueAt: confirmationDueAt });

  const { documentId } = await shop.call('consents.confirmationLetter', { customerId, language: 'zh-Hant' });
  const letter = shop.devices.keptDocument(documentId)!.html;
  expect(letter).toContain('確認你的同意');
  expect(letter).toContain('手錶');
  expect(letter).toContain('電郵地址');
  await shop.call('consents.confirmationEmail', { customerId, language: 'en' });
  expect(shop.devices.opened[0]).toMatch(/^mailto:peter@example\.com\?subject=/);
  // Opening a message is not sending it.
  expect((await may()).channels).toEqual([]);

  shop.clock.advance(3 * dayMs);
  await shop.call('consents.confirmOral', { customerId, channel: 'post' });
  expect((await may()).channels).toEqual(['email']);
  expect(await shop.call('consents.duties', {})).toEqual([]);
  expect(await shop.try('consents.confirmOral', { customerId, channel: 'post' })).toMatchObject({
    code: 'NOTHING_TO_CONFIRM',
  });
});

test('after the 14th day it cannot be confirmed any more, and stays on the list as "ask again"', async () => {
  const consent = await signedForm(shop, { form: 'oral', signature: null });
  await shop.call('consents.capture', { customerId, consent });
  shop.clock.advance(14 * dayMs + 1);
  expect(await may()).toMatchObject({ reason: 'ORAL_NOT_CONFIRMED' });
  expect((await shop.call('consents.duties', {}))[0]).toMatchObject({ isOverdue: true });
  expect(await shop.try('consents.confirmOral', { customerId, channel: 'email' })).toMatchObject({
    code: 'CONFIRMATION_LATE',
  });
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  expect(await shop.call('consents.duties', {})).toEqual([]);
});

test('withdrawing stops everything at once, for a new record of the same phone too; new consent lifts it', async () => {
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  shop.as('service');
  await shop.call('consents.withdraw', { customerId });
  expect(await may()).toMatchObject({ channels: [], reason: 'SUPPRESSED' });
  shop.as('manager');
  const twin = await addCustomer(shop, { contacts: [{ kind: 'whatsapp', value: '+852 9123 4567' }] });
  expect(await may(twin)).toMatchObject({ reason: 'SUPPRESSED' });
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  expect((await may()).channels).toEqual(['email']);
  const raw = shop.shop.reader.prepare('SELECT hash, lifted_at FROM suppressions').all() as {
    hash: string;
    lifted_at: number | null;
  }[];
  expect(raw).toHaveLength(2);
  expect(raw.every(({ lifted_at }) => lifted_at !== null)).toBe(true);
  expect(JSON.stringify(raw)).not.toContain('9123');
});

test('a narrower withdrawal leaves the rest', async () => {
  const answers = [
    {
      purpose: 'direct-marketing' as const,
      channels: ['email' as const, 'whatsapp' as const],
      classes: ['watches' as const],
    },
  ];
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop, { answers }) });
  await shop.call('consents.withdraw', { customerId, scope: { channels: ['whatsapp'] } });
  expect((await may()).channels).toEqual(['email']);
});

test('the service desk may stop, and may not record', async () => {
  const consent = await signedForm(shop);
  shop.as('service');
  expect(await shop.try('consents.capture', { customerId, consent })).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('consent events cannot be changed or deleted', async () => {
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  const db = shop.shop.writer;
  expect(() => db.prepare("UPDATE consent_events SET kind = 'given'").run()).toThrow(/append-only/);
  expect(() => db.prepare('UPDATE consent_events SET is_minor = 1').run()).toThrow(/append-only/);
  expect(() => db.prepare('DELETE FROM consent_events').run()).toThrow(/append-only/);
  expect(() => db.prepare("UPDATE notices SET body = 'x'").run()).toThrow(/never edited/);
});

test('the next number in the shop’s order is read from an index', () => {
  const plan = shop.shop.reader.prepare('EXPLAIN QUERY PLAN SELECT max(seq) FROM consent_events').all();
  expect(JSON.stringify(plan)).toContain('consent_events_by_seq');
});
