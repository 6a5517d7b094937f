import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, expect, test } from 'vitest';

let shop: TestShop;
let customerId: string;
const dayMs = 86_400_000;

beforeEach(async () => {
  shop = openTestShop();
  customerId = await addCustomer(shop);
  addSale(shop, customerId, { on: '2026-03-01', minor: 25_000_000 });
  shop.as('advisor');
});
afterEach(() => shop.close());

const accept = async () => ({
  customerId,
  outcome: 'accepted' as const,
  consent: await signedForm(shop, {}, 'vip'),
  language: 'en' as const,
});

test('says who may be invited and why, with the figures', async () => {
  const standing = await shop.call('vip.forCustomer', { customerId });
  expect(standing).toMatchObject({
    eligible: true,
    spendMinor: 25_000_000,
    reached: 'gold',
    membership: null,
  });
  expect(standing.reasons[0]).toEqual({
    code: 'SPEND_LIFETIME',
    params: { minor: 25_000_000, thresholdMinor: 5_000_000 },
  });
  expect(standing.next).toEqual({ tier: 'diamond', missingMinor: 75_000_000 });
});

test('accepted: invitation, consent, card and tier in one transaction', async () => {
  const answer = await shop.call('vip.invite', await accept());
  expect(answer).toEqual({ cardNumber: 'VA-000001', tier: 'gold', confirmationDueAt: null });
  const standing = await shop.call('vip.forCustomer', { customerId });
  expect(standing).toMatchObject({
    eligible: false,
    membership: { cardNumber: 'VA-000001', tier: 'gold', since: '2026-11-20', welcomedAt: null },
  });
  const [summary] = await shop.call('consents.permissionSummary', { customerIds: [customerId] });
  expect(summary?.channels).toEqual(['email']);
  expect(await shop.try('vip.invite', await accept())).toMatchObject({ code: 'ALREADY_MEMBER' });
});

test('a refused form leaves no card, no invitation and no lost number', async () => {
  const input = await accept();
  const broken = { ...input, consent: { ...input.consent, signature: null } };
  expect(await shop.try('vip.invite', broken)).toMatchObject({ code: 'SIGNATURE_NEEDED' });
  expect(await shop.try('vip.invite', { ...input, consent: null })).toMatchObject({
    code: 'VIP_CONSENT_NEEDED',
  });
  expect((await shop.call('vip.forCustomer', { customerId })).invitations).toEqual([]);
  expect((await shop.call('vip.invite', input)).cardNumber).toBe('VA-000001');
});

test('membership does not depend on any tick', async () => {
  const input = await accept();
  const answers = [
    { purpose: 'direct-marketing' as const, channels: [], classes: [] },
    { purpose: 'service-reminders' as const, channels: [], classes: [] },
  ];
  const { cardNumber } = await shop.call('vip.invite', { ...input, consent: { ...input.consent, answers } });
  expect(cardNumber).toBe('VA-000001');
  const [summary] = await shop.call('consents.permissionSummary', { customerIds: [customerId] });
  expect(summary).toMatchObject({ channels: [], reason: 'DECLINED' });
});

test('somebody who spent little is not invited', async () => {
  shop.as('manager');
  const other = await addCustomer(shop, { contacts: [] });
  addSale(shop, other, { on: '2026-10-01', minor: 100_000 });
  expect(await shop.try('vip.invite', { ...(await accept()), customerId: other })).toMatchObject({
    code: 'VIP_NOT_YET',
  });
  const candidates = await shop.call('vip.candidates', {});
  expect(candidates.map(({ person }) => person.id)).toEqual([customerId]);
});

test('a no is respected for the shop’s months, unless the customer asks by themselves', async () => {
  await shop.call('vip.invite', { customerId, outcome: 'declined', consent: null, language: 'en' });
  expect(await shop.call('vip.candidates', {})).toEqual([]);
  const [summary] = await shop.call('consents.permissionSummary', { customerIds: [customerId] });
  expect(summary?.reason).toBe('DECLINED');
  shop.clock.advance(300 * dayMs);
  expect(await shop.try('vip.invite', await accept())).toMatchObject({ code: 'VIP_ASKED_TOO_SOON' });
  const wish = { ...(await accept()), isCustomersWish: true };
  expect((await shop.call('vip.invite', wish)).cardNumber).toBe('VA-000001');
});

test('a no to the card takes nothing back that was permitted before', async () => {
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  await shop.call('vip.invite', { customerId, outcome: 'declined', consent: null, language: 'en' });
  const [summary] = await shop.call('consents.permissionSummary', { customerIds: [customerId] });
  expect(summary?.channels).toEqual(['email']);
});

test('thinking comes back on its day', async () => {
  await shop.call('vip.invite', {
    customerId,
    outcome: 'thinking',
    consent: null,
    language: 'zh-Hant',
    note: 'asks his wife',
  });
  expect(await shop.call('vip.followUps', {})).toEqual([]);
  expect(await shop.try('vip.invite', await accept())).toMatchObject({ code: 'VIP_ASKED_TOO_SOON' });
  shop.clock.advance(14 * dayMs);
  expect(await shop.call('vip.followUps', {})).toMatchObject([
    { person: { id: customerId }, since: '2026-11-20', askOn: '2026-12-04' },
  ]);
  expect((await shop.call('vip.forCustomer', { customerId })).reasons.at(-1)?.code).toBe('FOLLOW_UP_DUE');
  await shop.call('vip.invite', await accept());
  expect(await shop.call('vip.followUps', {})).toEqual([]);
});

test('the welcome is printed in any language and e-mailed only where permitted', async () => {
  await shop.call('vip.invite', await accept());
  const { documentId } = await shop.call('vip.welcomeLetter', { customerId, language: 'zh-Hant' });
  const letter = shop.devices.keptDocument(documentId)!.html;
  expect(letter).toContain('VA-000001');
  expect(letter).toContain('陳先生');
  await shop.call('vip.welcomeEmail', { customerId, language: 'en' });
  expect(decodeURIComponent(shop.devices.opened[0]!)).toContain('free of charge');
  const { firstUseNoticeDue } = await shop.call('consents.forCustomer', { customerId });
  expect(firstUseNoticeDue).toEqual([]);
  await shop.call('consents.withdraw', { customerId });
  expect(await shop.try('vip.welcomeEmail', { customerId, language: 'en' })).toMatchObject({
    code: 'EMAIL_NOT_PERMITTED',
  });
  expect(shop.devices.opened).toHaveLength(1);
});

test('oral consent at the invitation starts the duty', async () => {
  const input = await accept();
  const oral = { ...input, consent: { ...input.consent, form: 'oral' as const, signature: null } };
  const { confirmationDueAt } = await shop.call('vip.invite', oral);
  expect(confirmationDueAt).toBe(shop.clock.now() + 14 * dayMs);
  expect(await shop.call('consents.duties', {})).toHaveLength(1);
});

test('tiers and thresholds are the shop’s own', async () => {
  shop.as('manager');
  await shop.call('shop.saveSettings', {
    vipTiers: [
      { code: 'friend', fromMinor: 0 },
      { code: 'patron', fromMinor: 30_000_000 },
    ],
    vipRules: {
      minLifetimeMinor: 40_000_000,
      minLast24MonthsMinor: null,
      minVisits: null,
      match: 'any',
      declinedPauseMonths: 6,
      thinkingFollowUpDays: 7,
      pauseOnOpenComplaint: true,
    },
  });
  const standing = await shop.call('vip.forCustomer', { customerId });
  expect(standing).toMatchObject({ eligible: false, reached: 'friend' });
  expect(standing.notYet[0]).toEqual({
    code: 'SPEND_LIFETIME_SHORT',
    params: { missingMinor: 15_000_000, thresholdMinor: 40_000_000 },
  });
});

test('the service desk does not invite', async () => {
  const input = await accept();
  shop.as('service');
  expect(await shop.try('vip.invite', input)).toMatchObject({ code: 'NOT_ALLOWED' });
});
