import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '@shared/contract';
import { openMailingShop } from '@tests/fixtures/mailing';
import type { TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let folder: string;
let segmentId: string;
let close: () => void;
beforeEach(async () => {
  ({ shop, folder, segmentId, close } = await openMailingShop());
});
afterEach(() => close());

const text = { subject: 'For {{name}}', body: 'Dear {{name}}, come and see us.' };
const texts = { en: text, 'zh-Hant': text, 'zh-Hans': text };

/** Customers who said yes to e-mails about watches. */
async function addWilling(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await addCustomer(shop, {
      familyName: `Chan${index}`,
      language: 'en',
      contacts: [{ kind: 'email', value: `p${index}-${ids.length}@example.com` }],
    });
    await shop.call('consents.capture', {
      customerId: id,
      consent: await signedForm(shop, {
        answers: [{ purpose: 'direct-marketing', channels: ['email'], classes: ['watches'] }],
      }),
    });
    ids.push(id);
  }
  return ids;
}

const plan = (more: Partial<Input<'programmes.plan'>> = {}) =>
  shop.call('programmes.plan', {
    name: 'Back in spring',
    goal: { kind: 'repeat', days: 90, target: 3000 },
    segmentId,
    heldOutPercent: 50,
    budgetMinor: null,
    endsOn: '2027-03-01',
    ownerId: shop.staff.manager,
    ...more,
  });
const run = async (more: Partial<Input<'programmes.plan'>> = {}) => {
  const { programmeId } = await plan(more);
  await shop.call('programmes.start', { programmeId, version: 1 });
  return programmeId;
};
const members = async (programmeId: string, group: 'treated' | 'held-out') =>
  (await shop.call('programmes.members', { programmeId, group, limit: 200 })).members
    .map(({ id }) => id)
    .sort();
const addCampaign = async (more: Partial<Input<'campaigns.save'>> = {}) =>
  (
    await shop.call('campaigns.save', {
      campaignId: null,
      name: 'New dials',
      ownerId: shop.staff.manager,
      segmentId,
      channel: 'email',
      goodsClass: 'watches',
      template: null,
      texts,
      startsOn: '2026-11-20',
      endsOn: null,
      salesDays: 30,
      ...more,
    })
  ).campaignId;
const campaignOf = async (campaignId: string) => (await shop.call('campaigns.get', { campaignId })).campaign;
/** Saves a campaign once more with changes. */
const change = async (campaignId: string, more: Partial<Input<'campaigns.save'>>) => {
  const campaign = await campaignOf(campaignId);
  return await shop.try('campaigns.save', {
    ...campaign,
    campaignId,
    ownerId: campaign.owner.id,
    segmentId: campaign.segment.id,
    programmeId: campaign.programme?.id ?? null,
    ...more,
  });
};
const audience = async (campaignId: string) => {
  const { receive, excluded, compared } = await shop.call('campaigns.audience', { campaignId });
  const held = excluded.find(({ exclusion }) => exclusion === 'held-out');
  const ids = (group: typeof receive | undefined) =>
    (group?.people ?? []).map(({ customer }) => customer.id).sort();
  return { receive: ids(receive), held: ids(held), heldWhy: held?.people[0]?.why, compared: ids(compared) };
};
const make = async (campaignId: string) => {
  shop.session.confirm(shop.clock.now());
  return await shop.try('campaigns.exportMailing', { campaignId, outputs: ['emails'] });
};
const addAction = (programmeId: string, more: object = {}) =>
  shop.call('programmes.addAction', {
    programmeId,
    kind: 'campaign',
    what: 'A card to everybody',
    dueOn: '2026-12-01',
    ownerId: shop.staff.advisor,
    ...more,
  });

describe('a campaign of a programme', () => {
  it('is begun from its action, leaves out whom the lot holds out, by name, and is measured against them', async () => {
    await addWilling(6);
    const programmeId = await run();
    const { actionId } = await addAction(programmeId);
    const { campaignId, number } = await shop.call('campaigns.beginFor', { programmeId, actionId });
    expect(await campaignOf(campaignId)).toMatchObject({
      name: 'A card to everybody',
      segment: { id: segmentId },
      programme: { id: programmeId, name: 'Back in spring', status: 'running' },
      owner: { id: shop.staff.advisor },
      startsOn: '2026-12-01',
      status: 'draft',
    });
    const { actions } = await shop.call('programmes.get', { programmeId });
    expect(actions[0]?.campaign).toMatchObject({ id: campaignId, number, status: 'draft' });
    expect(await shop.try('campaigns.beginFor', { programmeId, actionId })).toMatchObject({
      code: 'ACTION_HAS_CAMPAIGN',
    });

    await change(campaignId, { channel: 'email', texts });
    const [treated, held] = [await members(programmeId, 'treated'), await members(programmeId, 'held-out')];
    expect(await audience(campaignId)).toEqual({
      receive: treated,
      held,
      heldWhy: 'Back in spring',
      compared: [],
    });
    expect(await make(campaignId)).toMatchObject({ ok: true, value: { people: treated.length } });
    const { entries } = await shop.call('campaigns.entries', { campaignId });
    expect(entries.map(({ customer }) => customer.id).sort()).toEqual(treated);
    expect(readdirSync(folder).sort()).toEqual([`${number}-1-emails`, `${number}-1-emails.mbox`]);

    // The preview says so, too, and after the programme is closed they are still nobody to write to.
    const preview = { channel: 'email', goodsClass: 'watches', texts, ownerId: shop.staff.manager } as const;
    const said = await shop.call('campaigns.preview', { ...preview, programmeId, customerId: held[0]! });
    expect(said).toMatchObject({ exclusion: 'held-out', why: 'Back in spring' });
    addSale(shop, treated[0]!, { on: '2026-12-10', minor: 900_00 });
    shop.clock.advance(30 * 86_400_000);
    const [listed] = await shop.call('campaigns.forProgramme', { programmeId });
    expect(listed).toMatchObject({ number, status: 'made', figures: { written: treated.length, bought: 1 } });
    const { result } = await shop.call('programmes.get', { programmeId });
    expect(result).toMatchObject({ treated: { people: 3, value: 1 / 3 }, heldOut: { people: 3, value: 0 } });
    await shop.call('programmes.close', { programmeId, lesson: 'Cards work' });
    expect((await audience(campaignId)).held).toEqual(held);
  });

  it('follows a merge: a record that was held out is held out in the one it became', async () => {
    await addWilling(4);
    const programmeId = await run();
    const [held] = await members(programmeId, 'held-out');
    const [kept] = await addWilling(1);
    await shop.call('customers.merge', { keptId: kept!, mergedId: held! });
    const campaignId = await addCampaign({ programmeId });
    expect((await audience(campaignId)).held).toContain(kept);
  });

  it('cannot be made before the lot is drawn, and is tied and untied only while it is a draft', async () => {
    await addWilling(2);
    const { programmeId } = await plan();
    const campaignId = await addCampaign();
    const { actionId } = await addAction(programmeId, { campaignId });
    expect((await campaignOf(campaignId)).programme).toMatchObject({ id: programmeId, status: 'draft' });
    expect(await make(campaignId)).toMatchObject({ code: 'LOT_NOT_DRAWN' });
    expect(readdirSync(folder)).toEqual([]);

    // Untied by the campaign, the action has none any more; a draft that is discarded lets its campaigns go.
    await change(campaignId, { programmeId: null });
    expect((await shop.call('programmes.get', { programmeId })).actions[0]?.campaign).toBeNull();
    const again = { actionId, kind: 'campaign', what: 'A card', dueOn: '2026-12-01' } as const;
    await shop.call('programmes.changeAction', { ...again, ownerId: shop.staff.manager, campaignId });
    await shop.call('programmes.discard', { programmeId });
    expect((await campaignOf(campaignId)).programme).toBeNull();

    const runs = await run();
    expect(await change(campaignId, { programmeId: runs })).toMatchObject({ ok: true });
    expect(await make(campaignId)).toMatchObject({ ok: true, value: { people: 1 } });
    expect(await change(campaignId, { programmeId: null })).toMatchObject({ code: 'CAMPAIGN_IS_MADE' });
    const loose = await addCampaign({ name: 'Loose' });
    await make(loose);
    const tie = (id: string) =>
      shop.try('programmes.addAction', {
        ...{ programmeId: runs, kind: 'campaign', what: 'Late', dueOn: '2026-12-01' },
        ownerId: shop.staff.manager,
        campaignId: id,
      });
    expect(await tie(loose)).toMatchObject({ code: 'CAMPAIGN_IS_MADE' });
    // One of the programme already may become an action of it, once.
    expect(await tie(campaignId)).toMatchObject({ ok: true });
    expect(await tie(campaignId)).toMatchObject({ code: 'CAMPAIGN_TAKEN' });
    await shop.call('programmes.close', { programmeId: runs, lesson: 'Enough' });
    expect(await change(await addCampaign({ name: 'New' }), { programmeId: runs })).toMatchObject({
      code: 'PROGRAMME_CLOSED',
    });
    const copy = await shop.call('campaigns.copy', { campaignId, name: 'Copy' });
    expect((await campaignOf(copy.campaignId)).programme).toBeNull();
  });

  it('is begun by the manager alone', async () => {
    await addWilling(2);
    const programmeId = await run();
    shop.as('advisor');
    expect(await shop.try('campaigns.beginFor', { programmeId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await shop.call('campaigns.forProgramme', { programmeId })).toEqual([]);
    shop.as('service');
    expect(await shop.try('campaigns.forProgramme', { programmeId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a campaign of no programme', () => {
  it('reaches comparison groups like everybody else and says so; who chooses can leave them out', async () => {
    await addWilling(4);
    const programmeId = await run();
    const held = await members(programmeId, 'held-out');
    const campaignId = await addCampaign();
    const everybody = await audience(campaignId);
    expect(everybody.receive).toHaveLength(4);
    expect(everybody).toMatchObject({ compared: held, held: [] });

    await shop.call('campaigns.leaveOutOthers', { campaignId, leavesOutOthers: true });
    expect(await audience(campaignId)).toMatchObject({
      receive: await members(programmeId, 'treated'),
      held,
      heldWhy: 'Back in spring',
      compared: [],
    });
    // A campaign of another programme is to this one like one of none.
    const other = await run({ name: 'Another', heldOutPercent: 5 });
    const [alone] = await members(other, 'held-out');
    const ofOther = await addCampaign({ programmeId: other });
    const mixed = await audience(ofOther);
    expect(mixed.held).toEqual([alone]);
    expect(mixed.compared).toEqual(held.filter((id) => id !== alone));

    // A programme that is closed compares nobody any more.
    await shop.call('programmes.close', { programmeId, lesson: 'Over' });
    await shop.call('programmes.close', { programmeId: other, lesson: 'Over' });
    expect(await audience(campaignId)).toMatchObject({ held: [], compared: [] });
    expect(await make(campaignId)).toMatchObject({ ok: true, value: { people: 4 } });
    expect(await shop.try('campaigns.leaveOutOthers', { campaignId, leavesOutOthers: false })).toMatchObject({
      code: 'CAMPAIGN_IS_MADE',
    });
  });
});

describe('e-mail files', () => {
  it('of three hundred people stand in a folder of their own, and once more in one file', async () => {
    await addWilling(300);
    const campaignId = await addCampaign();
    const { number } = await campaignOf(campaignId);
    expect(await make(campaignId)).toMatchObject({ ok: true, value: { people: 300 } });
    expect(readdirSync(folder).sort()).toEqual([`${number}-1-emails`, `${number}-1-emails.mbox`]);
    const mails = readdirSync(join(folder, `${number}-1-emails`));
    expect(mails).toHaveLength(300);
    const bag = readFileSync(join(folder, `${number}-1-emails.mbox`), 'utf8');
    expect(bag.match(/^From vitrine@vitrine\.invalid Fri Nov 20 04:00:00 2026$/gm)).toHaveLength(300);
    expect(bag).not.toContain('\r');
    const [first] = bag.split(/^From .*\n/m).slice(1);
    const eml = mails.map((name) => readFileSync(join(folder, `${number}-1-emails`, name), 'utf8'));
    expect(eml.map((mail) => `${mail.replace(/\r\n/g, '\n')}\n`)).toContain(first);
  }, 60_000);

  it('of a run that failed are taken away again, so that nobody gets two', async () => {
    await addWilling(3);
    const campaignId = await addCampaign();
    const { number } = await campaignOf(campaignId);
    // A folder stands where the last file belongs.
    mkdirSync(join(folder, `${number}-1-emails.mbox`));
    expect(await make(campaignId)).toMatchObject({ code: 'FILE_NOT_WRITTEN' });
    expect(readdirSync(folder)).toEqual([`${number}-1-emails.mbox`]);
    expect(await make(campaignId)).toMatchObject({ ok: true, value: { people: 3 } });
    expect(readdirSync(join(folder, `${number}-2-emails`))).toHaveLength(3);
  });
});
