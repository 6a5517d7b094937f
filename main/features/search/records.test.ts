import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberIn } from './records.sql';

let shop: TestShop;
let customerId: string;
let segmentId: string;
beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = await addCustomer(shop, { familyName: 'Wong', givenName: 'Siu Fung', contacts: [] });
  ({ segmentId } = await shop.call('segments.save', {
    segmentId: null,
    name: 'Sailors of the harbour',
    rule: { groups: [] },
  }));
});
afterEach(() => shop.close());

/** What a text leads to: kind or place, id, and what is said to be why. */
const found = async (text: string) =>
  (await shop.call('search.query', { text })).results.map(({ kind, place, id, why }) => [
    place ?? kind,
    id,
    why[0]?.field,
  ]);
const noText = { subject: '', body: '' };
const addCampaign = () =>
  shop.call('campaigns.save', {
    campaignId: null,
    name: '冬季錶帶 Winter straps',
    ownerId: shop.staff.manager,
    segmentId,
    channel: 'letter',
    goodsClass: 'watches',
    template: null,
    texts: { en: noText, 'zh-Hant': noText, 'zh-Hans': noText },
    startsOn: '2026-11-20',
    endsOn: null,
    salesDays: 30,
  });
const addProgramme = () =>
  shop.call('programmes.plan', {
    name: 'Back in spring',
    words: 'Whoever sails',
    goal: { kind: 'repeat', days: 90, target: 3000 },
    segmentId,
    heldOutPercent: 20,
    budgetMinor: null,
    endsOn: '2027-03-01',
    ownerId: shop.staff.manager,
  });

describe('records of the shop', () => {
  it('campaigns and programmes are found by number, by a word, in either script, and by what was said of them', async () => {
    const { campaignId, number } = await addCampaign();
    const programme = await addProgramme();
    const campaign = ['campaign', campaignId, 'campaign'];
    for (const text of [number, 'ka 1', 'winter', 'strap win', '冬季', '表带'])
      expect(await found(text), text).toEqual([campaign]);
    expect(await found(programme.number)).toEqual([['programme', programme.programmeId, 'programme']]);
    expect(await found('spring')).toEqual([['programme', programme.programmeId, 'programme']]);
    expect((await found('whoever')).map(([place]) => place)).toEqual(['programme']);
    const [whole] = (await shop.call('search.query', { text: number })).results;
    expect(whole).toMatchObject({ isExact: true, title: '冬季錶帶 Winter straps' });
    // One letter, or the letters of a number alone, are the beginning of somebody's name.
    expect(await found('ka')).toEqual([]);
    expect(await found('w')).toEqual([['customer', customerId, 'familyName']]);
  });

  it('are found only by those who may open them', async () => {
    await addCampaign();
    expect(await found('sailors')).toEqual([['segment', segmentId, 'segment']]);
    expect((await found('winter')).map(([place]) => place)).toEqual(['campaign']);
    shop.as('service');
    expect(await found('sailors')).toEqual([]);
    expect(await found('winter')).toEqual([]);
    await shop.as('manager');
    await shop.call('segments.retire', { segmentId, isRetired: true });
    expect(await found('sailors')).toEqual([]);
  });

  it('events, guidelines, gifts, surveys and allocations by their names', async () => {
    const { eventId } = await shop.call('events.plan', {
      kind: 'launch',
      name: 'Evening of the enamel dials',
      place: 'Salon upstairs',
      startsAt: shop.clock.now() + 10 * 86_400_000,
      endsAt: shop.clock.now() + 10 * 86_400_000 + 7_200_000,
      answerBy: '2026-11-28',
      capacity: null,
      language: 'en',
      words: '',
      budgetMinor: null,
      ownerId: shop.staff.manager,
    });
    expect(await found('enamel')).toEqual([['event', eventId, 'event']]);
    expect(await found('upstairs')).toEqual([['event', eventId, 'event']]);
    const { kindId } = await shop.call('gifts.saveKind', {
      kindId: null,
      name: 'Travel pouch',
      chineseName: '旅行袋',
      costMinor: 200_00,
    });
    expect(await found('pouch')).toEqual([['gift', kindId, 'gift']]);
    expect(await found('旅行袋')).toEqual([['gift', kindId, 'gift']]);
    expect((await found('after a purchase')).map(([place]) => place)).toEqual(['survey']);
  });

  it('a number is read however it was typed', () => {
    expect(['ja-000012', 'JA 12', 'ja12', ' KA-000001 '].map(numberIn)).toEqual([
      'JA-000012',
      'JA-000012',
      'JA-000012',
      'KA-000001',
    ]);
    expect(['wong', '9123 4567', '12', 'ABCDE-1'].map(numberIn)).toEqual([null, null, null, null]);
  });
});

describe('records of a customer', () => {
  it('a review meeting opens by its number, and finds its customer by its words', async () => {
    const { reviewId, number } = await shop.call('reviews.plan', {
      customerId,
      plannedOn: '2026-12-01',
      plannedTime: null,
      place: 'Mandarin lobby',
      ourPeople: [shop.staff.manager],
      theirPeople: 'Her accountant',
    });
    // With its customer, who is not shown once more for it.
    expect(await found(number)).toEqual([['review', reviewId, 'review']]);
    expect(await found('accountant')).toEqual([['note', customerId, 'review']]);
    const { review } = await shop.call('reviews.get', { reviewId });
    await shop.call('reviews.saveAgenda', {
      reviewId,
      version: review.version,
      points: [{ id: null, words: 'The minute repeater', isInternal: false }],
    });
    expect(await found('repeater')).toEqual([['note', customerId, 'review']]);
  });

  it('a need, also after it was changed and taken back', async () => {
    const fields = { asked: 'A meteorite dial', answered: 'For the regatta', forWhom: 'Nephew' };
    const { needId } = await shop.call('needs.note', { customerId, ...fields });
    for (const text of ['meteorite', 'regatta', 'nephew'])
      expect(await found(text), text).toEqual([['note', customerId, 'need']]);
    await shop.call('needs.setRemoved', { needId, isRemoved: true });
    expect(await found('meteorite')).toEqual([]);
    await shop.call('needs.setRemoved', { needId, isRemoved: false });
    expect(await found('meteorite')).toEqual([['note', customerId, 'need']]);
  });

  it('a hand-over, by every line of its thread', async () => {
    const { handoverId, number } = await shop.call('handovers.open', {
      customerId,
      to: 'service',
      subject: 'The chronograph pusher',
      question: 'Is it the gasket?',
      dueOn: '2026-11-25',
    });
    shop.as('service');
    await shop.call('handovers.answer', { handoverId, body: 'A cracked stem', closes: false });
    shop.as('manager');
    for (const text of [number, 'pusher', 'gasket', 'stem'])
      expect(await found(text), text).toEqual([['note', customerId, 'handover']]);
  });

  it('a gift, covered where it is discreet, and a note of the contact plan', async () => {
    const { kindId } = await shop.call('gifts.saveKind', {
      kindId: null,
      name: 'Humidor',
      costMinor: 100_00,
    });
    await shop.call('gifts.receive', { kindId, quantity: 5 });
    const { number } = await shop.call('gifts.give', {
      customerId,
      kindId,
      quantity: 1,
      occasion: 'birthday',
      whatFor: 'The regatta',
      handedOver: 'in-person',
      isDiscreet: true,
      limitReason: null,
    });
    expect(await found(number)).toEqual([['note', customerId, 'gift']]);
    expect(await found('regatta')).toEqual([['note', customerId, 'discreetNote']]);
    await shop.call('plans.save', { customerId, kind: 'off', note: 'Only through the secretary' });
    expect(await found('secretary')).toEqual([['note', customerId, 'plan']]);
  });
});
