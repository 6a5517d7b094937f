import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let shop: TestShop;
let ann: string;
let ben: string;
let eventId: string;
const hour = 3_600_000;
const day = 24 * hour;

beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  ann = await person('Ann', '9123 4567');
  ben = await person('Ben', '9234 5678');
  ({ eventId } = await shop.call('events.plan', plan()));
});
afterEach(() => shop.close());

const person = (name: string, phone: string) =>
  addCustomer(shop, {
    language: 'en',
    englishName: name,
    familyName: name,
    address: '1 Example Street',
    contacts: [
      { kind: 'phone', value: phone },
      { kind: 'email', value: `${name.toLowerCase()}@example.com` },
    ],
  });
const plan = (more: object = {}) => ({
  kind: 'dinner' as const,
  name: 'Watchmaker evening',
  place: 'Harbour Gallery',
  startsAt: shop.clock.now() + 7 * day,
  endsAt: shop.clock.now() + 7 * day + 3 * hour,
  answerBy: '2026-11-22',
  capacity: 20,
  language: 'en' as const,
  words: 'Twelve new pieces.',
  budgetMinor: 10_000_00,
  ownerId: shop.staff.manager,
  ...more,
});
const permit = async (customerId: string, channels: ('email' | 'whatsapp' | 'post' | 'phone')[]) =>
  shop.call('consents.capture', {
    customerId,
    consent: await signedForm(shop, {
      answers: [
        { purpose: 'direct-marketing', channels, classes: ['events'] },
        { purpose: 'service-reminders', channels: [], classes: [] },
      ],
    }),
  });
const add = async (customerId: string) =>
  (await shop.call('events.addGuest', { eventId, customerId })).guestId;
const get = () => shop.call('events.get', { eventId });
const guest = async (customerId: string) =>
  (await get()).guests.find(({ customer }) => customer.id === customerId)!;
const write = (guestId: string, more: object = {}) =>
  shop.try('events.write', {
    guestId,
    way: 'email',
    about: 'invitation',
    subject: 'Invitation',
    body: 'Come',
    ...more,
  });
const invite = async (customerId: string) => {
  await permit(customerId, ['email']);
  const guestId = await add(customerId);
  expect(await write(guestId)).toMatchObject({ ok: true });
  return guestId;
};
const dutyKinds = async () =>
  (await shop.call('today.list', { scope: 'shop' })).groups.map(({ kind }) => kind);

describe('planning', () => {
  it('is the manager’s, numbered, and refused where it ends before it begins or asks too late', async () => {
    const { events } = await shop.call('events.list', {});
    expect(events).toMatchObject([{ number: 'EVA-000001', stage: 'coming', startsOn: '2026-11-27' }]);
    const code = async (more: object) => {
      const answer = await shop.try('events.plan', plan(more));
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({ endsAt: shop.clock.now() })).toBe('EVENT_ENDS_BEFORE');
    expect(await code({ answerBy: '2026-11-28' })).toBe('ANSWER_TOO_LATE');
    expect(await code({ ownerId: 'nobody' })).toBe('OWNER_NOT_FOUND');
    shop.as('advisor');
    expect(await code({})).toBe('NOT_ALLOWED');
  });

  it('keeps what somebody else changed meanwhile', async () => {
    const change = { ...plan({ name: 'Dinner' }), eventId, version: 1, spentMinor: 900 };
    expect(await shop.call('events.change', change)).toEqual({ version: 2 });
    expect(await shop.try('events.change', change)).toMatchObject({ code: 'EVENT_CHANGED' });
  });
});

describe('the guest list', () => {
  it('says of each name by which way they may be asked, and why not', async () => {
    await permit(ann, ['email', 'post']);
    await add(ann);
    await add(ben);
    expect((await guest(ann)).verdict).toMatchObject({ state: 'may-invite', ways: ['email', 'letter'] });
    expect((await guest(ben)).verdict).toMatchObject({ state: 'in-person', reason: 'NEVER_ASKED' });
    expect((await get()).waiting).toEqual({ mayInvite: 1, resting: 0, noAddress: 0, inPerson: 1 });
    expect(await write((await guest(ben)).id)).toMatchObject({ code: 'SELLING_NOT_PERMITTED' });
    expect(await shop.try('events.addGuest', { eventId, customerId: ben })).toMatchObject({
      code: 'ALREADY_A_GUEST',
    });
  });

  it('takes a saved segment, without those who are on the list', async () => {
    await add(ann);
    const { segmentId } = await shop.call('segments.save', {
      segmentId: null,
      name: 'Nobody bought',
      rule: { groups: [{ any: [{ kind: 'purchases', atMost: 0 }] }] },
    });
    expect(await shop.call('events.addSegment', { eventId, segmentId, most: 50 })).toEqual({
      added: 1,
      known: 1,
      isMore: false,
    });
    expect((await guest(ben)).source).toBe('segment');
    expect(await shop.try('events.addSegment', { eventId, segmentId: 'x', most: 5 })).toMatchObject({
      code: 'SEGMENT_NOT_FOUND',
    });
  });

  it('lets a complaint make selling rest: a reason is needed', async () => {
    await permit(ann, ['email']);
    const guestId = await add(ann);
    await shop.call('complaints.open', {
      customerId: ann,
      what: 'The clasp opens',
      about: 'product',
      source: 'in-person',
      severity: 'minor',
      receivedAt: null,
      ownerId: shop.staff.manager,
      saleId: null,
      itemId: null,
      aboutStaffId: null,
      isDiscreet: false,
    });
    expect((await guest(ann)).verdict).toMatchObject({ state: 'resting', obstacles: ['open-complaint'] });
    expect(await write(guestId)).toMatchObject({ code: 'CONTACT_REASON_NEEDED' });
    expect(await write(guestId, { gateReason: 'She asked for it' })).toMatchObject({ ok: true });
  });

  it('lets somebody be taken off and put back, until they were asked', async () => {
    const guestId = await add(ben);
    await shop.call('events.removeGuest', { guestId });
    expect((await get()).guests).toEqual([]);
    expect(await add(ben)).toBe(guestId);
    await shop.call('events.askInPerson', { guestId });
    expect(await shop.try('events.removeGuest', { guestId })).toMatchObject({ code: 'GUEST_WAS_INVITED' });
    const { conversations } = await shop.call('conversations.forCustomer', { customerId: ben });
    expect(conversations).toMatchObject([{ channel: 'visit', gate: null, words: 'Watchmaker evening' }]);
  });
});

describe('the invitation', () => {
  it('is filled in, opens the mail program, logs itself, and counts as a selling contact', async () => {
    await permit(ann, ['email']);
    const guestId = await add(ann);
    const preview = await shop.call('events.preview', { guestId, way: 'email', about: 'invitation' });
    expect(preview.subject).toBe('Invitation: Watchmaker evening, Friday 27 November 2026, 12:00');
    expect(preview.body).toContain('Harbour Gallery');
    expect(preview.body).toContain('22 November 2026');
    expect(preview).toMatchObject({ address: 'ann@example.com', gate: { state: 'open' } });
    expect(preview.notice).not.toBeNull();
    const { subject, body } = preview;
    expect(await write(guestId, { subject, body })).toMatchObject({ ok: true });
    expect(shop.devices.opened[0]).toContain('mailto:ann@example.com');
    const { conversations } = await shop.call('conversations.forCustomer', { customerId: ann });
    expect(conversations[0]).toMatchObject({ channel: 'email', goodsClass: 'events', gate: 'open' });
    expect(conversations[0]?.words).toContain(preview.notice);
    expect(await guest(ann)).toMatchObject({ invited: { by: 'email' }, verdict: null });
  });

  it('is printed for everybody who may be written to by post, each page with its code', async () => {
    await permit(ann, ['post']);
    await add(ann);
    await add(ben);
    const { documentId, printed } = await shop.call('events.printInvitations', { eventId });
    expect(printed).toBe(1);
    const { html } = shop.devices.kept.get(documentId)!;
    expect(html).toContain('GA-000001');
    expect(html).not.toContain('GA-000002');
    expect(html).toContain('Twelve new pieces.');
    expect(await shop.try('events.printInvitations', { eventId })).toMatchObject({ code: 'NOBODY_TO_PRINT' });
    const list = await shop.call('events.guestList', { eventId, language: 'en' });
    expect(shop.devices.kept.get(list.documentId)?.html).toContain('Ben');
  });

  it('stands on Today without an answer from the day on which one was asked for', async () => {
    const guestId = await invite(ann);
    expect(await dutyKinds()).not.toContain('event-answer');
    shop.clock.advance(2 * day);
    expect(await dutyKinds()).toContain('event-answer');
    const isMarked = async () =>
      (await shop.call('today.list', { scope: 'shop' })).groups
        .find(({ kind }) => kind === 'event-answer')
        ?.duties.map(({ needsConsent }) => needsConsent);
    expect(await isMarked()).toEqual([false]);
    // Said no meanwhile: nobody rings to ask whether they come.
    await shop.call('consents.withdraw', { customerId: ann });
    expect(await isMarked()).toEqual([true]);
    await shop.call('events.reply', { guestId, reply: 'coming', persons: 2, how: 'phone' });
    expect(await dutyKinds()).not.toContain('event-answer');
    expect((await get()).event.figures).toMatchObject({ coming: 1, expectedPersons: 2, unanswered: 0 });
    const { entries } = await shop.call('timeline.forCustomer', { customerId: ann, kinds: ['event'] });
    expect(entries.map(({ title }) => title)).toEqual(['event.coming', 'event.invited']);
    const { results } = await shop.call('search.query', { text: 'watchmaker evening' });
    // The event itself, and who was asked to it.
    expect(results.map(({ kind, id, why }) => [kind, id, why[0]?.field])).toEqual([
      ['record', eventId, 'event'],
      ['note', ann, 'event'],
    ]);
  });
});

describe('the door', () => {
  beforeEach(async () => {
    const guestId = await invite(ann);
    await shop.call('events.reply', { guestId, reply: 'coming', persons: 2, how: 'email' });
  });

  it('knows a guest by invitation, member card and number, and a customer who is not on the list', async () => {
    const { number, id } = await guest(ann);
    const find = (code: string) => shop.call('events.recognise', { eventId, code });
    expect(await find(number.toLowerCase())).toEqual({ guestId: id, customer: null });
    expect(await find((await guest(ann)).customer.number)).toMatchObject({ guestId: id });
    const { number: other } = await shop.call('customers.get', { id: ben });
    expect(await find(other)).toMatchObject({ guestId: null, customer: { id: ben } });
    expect(await find('nothing')).toEqual({ guestId: null, customer: null });
  });

  it('opens two hours before, counts who is here, and takes it back', async () => {
    const { id: guestId } = await guest(ann);
    expect(await shop.try('events.arrive', { guestId, persons: 3 })).toMatchObject({
      code: 'EVENT_NOT_OPEN',
    });
    shop.clock.advance(7 * day - hour);
    await shop.call('events.arrive', { guestId, persons: 3 });
    await shop.call('events.walkIn', { eventId, customerId: ben });
    await shop.call('events.countUnnamed', { eventId, change: 1 });
    expect((await get()).event.figures).toMatchObject({ here: 2, herePersons: 5, extraPersons: 3 });
    await shop.call('events.undoArrival', { guestId: (await guest(ben)).id });
    await shop.call('events.countUnnamed', { eventId, change: -1 });
    expect((await get()).event.figures).toMatchObject({ here: 1, herePersons: 3, extraPersons: 1 });
    expect(await guest(ben)).toBeUndefined();
  });

  it('leads to one promise for each who came, in one step, and to what they bought', async () => {
    await invite(ben);
    shop.clock.advance(7 * day);
    const { id: guestId } = await guest(ann);
    await shop.call('events.arrive', { guestId });
    shop.clock.advance(day);
    expect(await dutyKinds()).toContain('event-follow-up');
    const terms = { kind: 'call-back' as const, what: 'Ring about the blue dial', dueOn: '2026-12-01' };
    expect(await shop.call('events.followUp', { guestIds: [guestId], ...terms })).toEqual({ made: 1 });
    expect(await shop.try('events.followUp', { guestIds: [guestId], ...terms })).toMatchObject({
      code: 'ALREADY_FOLLOWED_UP',
    });
    const { open } = await shop.call('promises.forCustomer', { customerId: ann });
    expect(open).toMatchObject([{ origin: { kind: 'event', id: eventId }, what: terms.what }]);
    expect(await dutyKinds()).not.toContain('event-follow-up');
    addSale(shop, ann, { on: '2026-12-02', minor: 500_00 });
    addSale(shop, ben, { on: '2027-03-02', minor: 900_00 });
    expect(await shop.call('events.sales', { eventId })).toMatchObject({
      isRunning: true,
      came: { customers: 1, buyers: 1, netMinor: 500_00, receipts: 1 },
      stayedAway: { customers: 1, buyers: 0, netMinor: 0 },
    });
    const { event } = await get();
    await shop.call('events.change', {
      ...plan({ startsAt: event.startsAt, endsAt: event.endsAt }),
      eventId,
      version: event.version,
      spentMinor: 800_00,
    });
    expect((await get()).costPerHeadMinor).toBe(800_00);
  });
});

describe('a cancelled event', () => {
  it('lists whom to tell, needs no consent for it, and ends the invitations', async () => {
    const guestId = await invite(ann);
    await add(ben);
    expect(await shop.call('events.cancel', { eventId, reason: 'Typhoon' })).toEqual({ toTell: 1 });
    expect(await dutyKinds()).toContain('event-tell');
    expect(await write(guestId)).toMatchObject({ code: 'EVENT_CANCELLED' });
    expect(await shop.try('events.reply', { guestId, reply: 'coming', how: 'phone' })).toMatchObject({
      code: 'EVENT_CANCELLED',
    });
    await shop.call('events.reinstate', { eventId });
    await shop.call('events.cancel', { eventId, reason: 'Typhoon' });
    expect(await write(guestId, { about: 'cancellation', way: 'email' })).toMatchObject({ ok: true });
    expect(await dutyKinds()).not.toContain('event-tell');
    expect(await shop.try('events.reinstate', { eventId })).toMatchObject({ code: 'GUESTS_WERE_TOLD' });
    expect(await guest(ann)).toMatchObject({ told: { channel: 'email' } });
  });

  it('keeps what happened: steps can be neither changed nor removed', async () => {
    await invite(ann);
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run();
    expect(run(`UPDATE event_steps SET kind = 'told'`)).toThrow(/append-only/);
    expect(run('DELETE FROM event_steps')).toThrow(/append-only/);
  });
});

describe('a customer’s own event', () => {
  const note = (more: object = {}) =>
    shop.call('ownEvents.note', {
      customerId: ann,
      kind: 'wedding',
      name: 'Wedding of the daughter',
      heldOn: '2026-11-28',
      ownerId: shop.staff.advisor,
      ...more,
    });

  it('is on Today two weeks before, finds its customer, and ends with what was done', async () => {
    const { ownEventId } = await note();
    const { groups } = await shop.call('today.list', { scope: 'shop' });
    expect(groups.find(({ kind }) => kind === 'own-event')?.duties).toMatchObject([
      { dueOn: '2026-11-28', needsConsent: true, params: { event: 'Wedding of the daughter' } },
    ]);
    const { results } = await shop.call('search.query', { text: 'wedding of the daughter' });
    expect(results[0]?.id).toBe(ann);
    await shop.call('ownEvents.end', { ownEventId, end: { status: 'marked', outcome: 'Sent flowers' } });
    expect(await dutyKinds()).not.toContain('own-event');
    const own = await shop.call('ownEvents.forCustomer', { customerId: ann });
    expect(own).toMatchObject({ coming: [], past: [{ outcome: 'Sent flowers' }] });
    await shop.call('ownEvents.end', { ownEventId, end: null });
    expect(await dutyKinds()).toContain('own-event');
  });

  it('is not on Today where it is discreet, and is found without its words', async () => {
    await note({ isDiscreet: true });
    expect(await dutyKinds()).not.toContain('own-event');
    const { results } = await shop.call('search.query', { text: 'wedding of the daughter' });
    expect(results[0]?.why).toEqual([{ field: 'discreetNote', value: '', ranges: [], by: 'text' }]);
  });

  it('moves with its customer when records are merged, each guest once on a list', async () => {
    await note();
    await add(ann);
    await add(ben);
    await shop.call('customers.merge', { keptId: ben, mergedId: ann, choices: {} } as never);
    expect((await get()).guests).toHaveLength(1);
    expect((await shop.call('ownEvents.forCustomer', { customerId: ben })).coming).toHaveLength(1);
  });
});
