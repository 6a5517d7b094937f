import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '@shared/contract';
import { openMailingShop } from '@tests/fixtures/mailing';
import type { TestShop } from '@tests/fixtures/shop';
import { addCustomer, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let folder: string;
let segmentId: string;
let close: () => void;
beforeEach(async () => {
  ({ shop, folder, segmentId, close } = await openMailingShop());
});
afterEach(() => close());

const text = { subject: 'For {{name}}', body: 'Dear {{name}}, a strap for your watch. {{advisor}}' };
const texts = { en: text, 'zh-Hant': text, 'zh-Hans': text };

let people = 0;
/** A customer of their own address who said yes to e-mails and calls about straps. */
async function addWilling(changes: Input<'customers.create'> = {}, isWilling = true): Promise<string> {
  people += 1;
  const id = await addCustomer(shop, {
    familyName: `Chan${people}`,
    language: 'en',
    contacts: [
      { kind: 'phone', value: `9123 4${String(people).padStart(3, '0')}` },
      { kind: 'email', value: `p${people}@example.com` },
    ],
    ...changes,
  });
  if (isWilling)
    await shop.call('consents.capture', {
      customerId: id,
      consent: await signedForm(shop, {
        answers: [
          {
            purpose: 'direct-marketing',
            channels: ['email', 'phone', 'sms', 'post'],
            classes: ['straps', 'watches'],
          },
        ],
      }),
    });
  return id;
}

async function addCampaign(more: Partial<Input<'campaigns.save'>> = {}): Promise<string> {
  const { campaignId } = await shop.call('campaigns.save', {
    campaignId: null,
    name: 'Straps',
    ownerId: shop.staff.manager,
    segmentId,
    channel: 'email',
    goodsClass: 'straps',
    template: null,
    texts,
    startsOn: '2026-11-20',
    endsOn: null,
    salesDays: 30,
    ...more,
  });
  return campaignId;
}

const make = async (
  campaignId: string,
  outputs: Input<'campaigns.exportMailing'>['outputs'] = ['emails'],
) => {
  shop.session.confirm(shop.clock.now());
  return shop.call('campaigns.exportMailing', { campaignId, outputs });
};
const audience = async (campaignId: string) => {
  const { receive, excluded } = await shop.call('campaigns.audience', { campaignId });
  return {
    receive: receive.people.map(({ customer }) => customer.id),
    excluded: Object.fromEntries(
      excluded.map(({ exclusion, people: some }) => [
        exclusion,
        some.map(({ customer, why }) => [customer.id, why]),
      ]),
    ),
  };
};

describe('an audience', () => {
  it('says of everybody in the segment whether they get it, and if not why, and makes nothing', async () => {
    const willing = await addWilling();
    const silent = await addWilling({}, false);
    const nowhere = await addWilling({ contacts: [{ kind: 'phone', value: '9999 0000' }] });
    const stopped = await addWilling();
    await shop.call('consents.withdraw', { customerId: stopped });
    const partner = await addWilling({ contacts: [{ kind: 'email', value: `P${people - 3}@Example.com` }] });
    const angry = await addWilling();
    await shop.call('complaints.open', {
      customerId: angry,
      source: 'in-person',
      about: 'product',
      what: 'The clasp again',
      severity: 'minor',
    });
    const pressed = await addWilling();
    for (const words of ['One', 'Two'])
      await shop.call('conversations.log', {
        customerId: pressed,
        channel: 'email',
        direction: 'out',
        purpose: 'selling',
        goodsClass: 'straps',
        words,
        outcome: 'sent',
      });
    const campaignId = await addCampaign();
    expect(await audience(campaignId)).toEqual({
      receive: [willing],
      excluded: {
        suppressed: [[stopped, null]],
        unpermitted: [[silent, 'NEVER_ASKED']],
        'no-address': [[nowhere, null]],
        paused: [[angry, 'open-complaint']],
        pressure: [[pressed, null]],
        duplicate: [[partner, null]],
      },
    });
    expect((await shop.call('campaigns.get', { campaignId })).campaign).toMatchObject({
      status: 'draft',
      figures: { written: 0 },
    });
  });
});

describe('a mailing', () => {
  it('writes to each person once, however often it runs, and logs it', async () => {
    const first = await addWilling();
    await addWilling({}, false);
    const campaignId = await addCampaign();
    expect(await make(campaignId)).toMatchObject({ people: 1, folder });
    const { entries: exports } = await shop.call('oversight.list', { kind: 'export' });
    expect(exports.map(({ cause }) => cause)).toEqual(['campaign-files']);
    const mails = join(folder, 'KA-000001-1-emails');
    const [file] = readdirSync(mails);
    const mail = readFileSync(join(mails, file ?? ''), 'utf8');
    expect(mail).toMatch(/^To: .*<p\d+@example\.com>/m);
    const body = Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
    // First use: the right to opt out; always: how to unsubscribe.
    expect(body).toContain('a strap for your watch');
    expect(body).toContain('reply STOP');
    const { conversations } = await shop.call('conversations.forCustomer', { customerId: first });
    expect(conversations[0]).toMatchObject({
      channel: 'email',
      purpose: 'selling',
      outcome: null,
      gate: 'open',
    });
    expect(body).toContain(conversations[0]?.words.split('\n\n')[1]);

    shop.session.confirm(shop.clock.now());
    expect(await shop.try('campaigns.exportMailing', { campaignId, outputs: ['emails'] })).toMatchObject({
      code: 'CAMPAIGN_NOBODY',
    });
    const second = await addWilling();
    expect(await make(campaignId)).toMatchObject({ people: 1 });
    expect(readdirSync(folder)).toHaveLength(4);
    expect((await audience(campaignId)).excluded.written?.map(([id]) => id)).toEqual([first, second]);
    const { makings } = await shop.call('campaigns.get', { campaignId });
    expect(makings.map(({ kind, people: count, isFinished }) => [kind, count, isFinished])).toEqual([
      ['emails', 1, true],
      ['emails', 1, true],
    ]);
  });

  it('asks the rules again at the moment of making and leaves out who stopped meanwhile', async () => {
    const stays = await addWilling();
    const goes = await addWilling();
    const campaignId = await addCampaign();
    expect((await audience(campaignId)).receive).toEqual([stays, goes]);
    await shop.call('consents.withdraw', { customerId: goes });
    expect(await make(campaignId)).toMatchObject({ people: 1 });
    const { entries } = await shop.call('campaigns.entries', { campaignId });
    expect(entries.map(({ customer }) => customer.id)).toEqual([stays]);
  });

  it('whose folder could not be written is finished by the next run, and nobody is claimed twice', async () => {
    await addWilling();
    const late = await addWilling();
    const campaignId = await addCampaign();
    shop.devices.nextFolder = join(folder, 'gone');
    shop.session.confirm(shop.clock.now());
    expect(await shop.try('campaigns.exportMailing', { campaignId, outputs: ['emails'] })).toMatchObject({
      code: 'FILE_NOT_WRITTEN',
    });
    expect((await shop.call('campaigns.get', { campaignId })).toWrite).toBe(2);
    await shop.call('consents.withdraw', { customerId: late });
    shop.devices.nextFolder = folder;
    expect(await make(campaignId)).toMatchObject({ people: 1 });
    const { campaign, toWrite } = await shop.call('campaigns.get', { campaignId });
    expect([campaign.figures.written, toWrite]).toEqual([1, 0]);
    const { conversations } = await shop.call('conversations.forCustomer', { customerId: late });
    expect(conversations[0]?.outcome).toBe('not-sent');
  });

  it('is made again without writing to anybody anew, as an export of its own', async () => {
    const customerId = await addWilling();
    const campaignId = await addCampaign();
    await make(campaignId);
    const [making] = (await shop.call('campaigns.get', { campaignId })).makings;
    shop.session.confirm(shop.clock.now());
    expect(await shop.call('campaigns.exportAgain', { makingId: making!.id })).toMatchObject({ people: 1 });
    expect((await shop.call('conversations.forCustomer', { customerId })).total).toBe(1);
    const { makings } = await shop.call('campaigns.get', { campaignId });
    expect(makings.map(({ isAgain }) => isAgain)).toEqual([true, false]);
    const rows = shop.shop.reader
      .prepare(`SELECT DISTINCT operation FROM audit_log WHERE operation LIKE 'campaigns.export%' ORDER BY 1`)
      .pluck()
      .all();
    expect(rows).toEqual(['campaigns.exportAgain', 'campaigns.exportMailing']);
  });

  it('is refused with gaps in its text, for another way, and without the manager’s PIN', async () => {
    await addWilling();
    const gap = { ...text, body: '[watch] is here' };
    const campaignId = await addCampaign({ texts: { ...texts, 'zh-Hans': gap } });
    const ask = (outputs: string[]) => shop.try('campaigns.exportMailing', { campaignId, outputs });
    expect(await ask(['emails'])).toMatchObject({ code: 'CONFIRMATION_NEEDED' });
    shop.session.confirm(shop.clock.now());
    expect(await ask(['emails'])).toMatchObject({ code: 'CAMPAIGN_TEXT_GAPS', params: { gap: '[watch]' } });
    shop.session.confirm(shop.clock.now());
    expect(await ask(['letters'])).toMatchObject({ code: 'MAILING_OUTPUT' });
    shop.as('advisor');
    expect(await ask(['emails'])).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stands fast once it was made', async () => {
    await addWilling();
    const campaignId = await addCampaign();
    await make(campaignId);
    const { campaign } = await shop.call('campaigns.get', { campaignId });
    const terms = {
      ...campaign,
      campaignId,
      ownerId: campaign.owner.id,
      segmentId: campaign.segment.id,
    };
    expect(await shop.try('campaigns.save', { ...terms, channel: 'sms' })).toMatchObject({
      code: 'CAMPAIGN_IS_MADE',
    });
    expect(await shop.try('campaigns.save', { ...terms, name: 'Straps again' })).toMatchObject({ ok: true });
    const copy = await shop.call('campaigns.copy', { campaignId, name: 'Copy' });
    expect((await shop.call('campaigns.get', { campaignId: copy.campaignId })).campaign).toMatchObject({
      status: 'draft',
      name: 'Copy',
      figures: { written: 0 },
    });
  });
});

describe('what came of it', () => {
  it('counts answers, opt-outs and what was bought within the days', async () => {
    const buyer = await addWilling();
    const leaver = await addWilling();
    const campaignId = await addCampaign();
    await make(campaignId);
    expect(await shop.call('campaigns.noteSent', { campaignId })).toEqual({ people: 2 });
    const { entries } = await shop.call('campaigns.entries', { campaignId });
    const entryOf = (id: string) => entries.find(({ customer }) => customer.id === id)!.id;
    shop.clock.advance(86_400_000);
    await shop.call('campaigns.respond', { entryId: entryOf(buyer), response: 'answered', words: 'Lovely' });
    await shop.call('campaigns.respond', { entryId: entryOf(leaver), response: 'opted-out' });
    expect(
      await shop.try('campaigns.respond', { entryId: entryOf(leaver), response: 'answered' }),
    ).toMatchObject({ code: 'ENTRY_ANSWERED' });
    const line = { description: 'Strap', quantity: 1, unitPriceMinor: 900_00, discountMinor: 0 };
    await shop.call('sales.record', { customerId: buyer, lines: [line] });
    shop.clock.advance(40 * 86_400_000);
    await shop.call('sales.record', { customerId: buyer, lines: [line] });
    const { campaign } = await shop.call('campaigns.get', { campaignId });
    expect(campaign.figures).toEqual({
      written: 2,
      answered: 1,
      no: 0,
      optedOut: 1,
      notReached: 0,
      bought: 1,
      amountMinor: 900_00,
    });
    // The opt-out stopped everything, and the notice of s.35F counts as given to whoever was sent it.
    const { statements } = await shop.call('consents.forCustomer', { customerId: leaver });
    expect(statements.some(({ verdict }) => verdict === 'may')).toBe(false);
    const { conversations } = await shop.call('conversations.forCustomer', { customerId: buyer });
    expect(
      conversations.map(({ direction, outcome, words }) => [direction, outcome, words.slice(0, 6)]),
    ).toEqual([
      ['in', null, 'Lovely'],
      ['out', 'sent', 'Dear M'],
    ]);
    await shop.call('campaigns.close', { campaignId, lesson: 'Straps sell by e-mail' });
    expect((await shop.call('campaigns.list', { show: 'closed' }))[0]?.lesson).toBe('Straps sell by e-mail');
  });

  it('calls stand on Today for whoever looks after the customer until they are made', async () => {
    const customerId = await addWilling({
      primaryAdvisorId: shop.staff.advisor,
    });
    const campaignId = await addCampaign({ channel: 'phone', endsOn: '2026-11-30' });
    shop.devices.toPdf = async () => Buffer.from('%PDF-');
    expect((await make(campaignId, ['call-sheets'])).files).toEqual(['KA-000001-1-calls.pdf']);
    shop.as('advisor');
    const calls = async () =>
      (await shop.call('today.list', { scope: 'mine' })).groups.find(({ kind }) => kind === 'campaign-call');
    expect((await calls())?.duties[0]).toMatchObject({ dueOn: '2026-11-30', params: { name: 'Straps' } });
    const [entry] = await shop.call('campaigns.forCustomer', { customerId });
    await shop.call('campaigns.respond', { entryId: entry!.id, response: 'not-reached' });
    expect(await calls()).toBeUndefined();
    await shop.call('campaigns.respond', {
      entryId: entry!.id,
      response: 'answered',
      words: 'Will come by',
      wasNoticeSaid: true,
    });
    const { conversations } = await shop.call('conversations.forCustomer', { customerId });
    expect(conversations.map(({ outcome, words }) => [outcome, words])).toEqual([['talked', 'Will come by']]);
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['campaign'] });
    expect(entries.map(({ title }) => title)).toEqual(['campaign.answered', 'campaign.written']);
  });

  it('a call is on Today no more once the customer said no, and a message of a campaign is never there', async () => {
    const customerId = await addWilling({ primaryAdvisorId: shop.staff.advisor });
    shop.devices.toPdf = async () => Buffer.from('%PDF-');
    await make(await addCampaign({ channel: 'phone' }), ['call-sheets']);
    await make(await addCampaign({ name: 'Mail' }));
    shop.as('advisor');
    shop.clock.advance(2 * 86_400_000);
    const kinds = async () =>
      (await shop.call('today.list', { scope: 'mine' })).groups.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['campaign-call']);
    const { complaintId } = await shop.call('complaints.open', {
      customerId,
      source: 'phone',
      about: 'delivery',
      what: 'The strap never came',
      severity: 'minor',
    });
    expect(await kinds()).toEqual(['complaint']);
    const told = { channel: 'phone' as const, at: shop.clock.now(), what: 'It is on its way' };
    await shop.call('complaints.close', { complaintId, told, causeCode: 'late', cause: 'Lost in the post' });
    expect(await kinds()).toEqual(['campaign-call']);
    await shop.call('consents.withdraw', { customerId });
    expect(await kinds()).toEqual([]);
  });

  it('a call whose outcome was noted among the conversations is not asked for once more', async () => {
    const customerId = await addWilling({ primaryAdvisorId: shop.staff.advisor });
    shop.devices.toPdf = async () => Buffer.from('%PDF-');
    await make(await addCampaign({ channel: 'phone' }), ['call-sheets']);
    const { conversations } = await shop.call('conversations.forCustomer', { customerId });
    const conversationId = conversations[0]!.id;
    await shop.call('conversations.noteOutcome', {
      conversationId,
      outcome: 'talked',
      words: 'Comes on Friday',
    });
    expect((await shop.call('today.list', { scope: 'shop' })).groups).toEqual([]);
  });

  it('an advisor records what their own customers say, and nobody else’s', async () => {
    await addWilling({ primaryAdvisorId: shop.staff.manager });
    const campaignId = await addCampaign();
    await make(campaignId);
    const [entry] = (await shop.call('campaigns.entries', { campaignId })).entries;
    shop.as('advisor');
    expect((await shop.call('campaigns.entries', { campaignId })).total).toBe(0);
    expect(await shop.try('campaigns.respond', { entryId: entry!.id, response: 'answered' })).toMatchObject({
      code: 'NOT_YOUR_CUSTOMER',
    });
  });
});
