import { expect, type Page, test } from '@playwright/test';
import {
  enterSample,
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  type RunningApp,
  tell,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

const hour = 3_600_000;
const day = 24 * hour;

async function begin(role: 'manager' | 'advisor' = 'manager'): Promise<Page> {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, role);
  await tell(page, 'session.setLook', { language: 'en' });
  return page;
}

/** An event from hours before now to hours after it, with the first customers of the list as guests. */
async function planAround(page: Page, from: number, to: number, guests: number) {
  const [owner] = await tell(page, 'staff.list', {});
  const now = Date.now();
  const startsAt = now + from * hour;
  const { eventId } = await tell(page, 'events.plan', {
    kind: 'dinner',
    name: 'Harbour dinner',
    place: 'Harbour Gallery',
    startsAt,
    endsAt: now + to * hour,
    answerBy: new Date(startsAt - day).toISOString().slice(0, 10),
    capacity: 30,
    language: 'en',
    budgetMinor: 900_000,
    ownerId: owner?.id ?? '',
  });
  const { rows } = await tell(page, 'customers.list', {});
  for (const { id } of rows.slice(0, guests))
    await tell(page, 'events.addGuest', { eventId, customerId: id });
  return { eventId, customers: rows };
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
}

test('L7 an event is planned, a segment becomes its list, and each name says how it may be asked', async () => {
  const page = await begin();
  await tell(page, 'segments.save', {
    segmentId: null,
    name: 'Bought twice',
    rule: { groups: [{ any: [{ kind: 'purchases', atLeast: 2 }] }] },
  });
  await goToMore(page, 'Events');
  await page.getByRole('button', { name: 'Plan an event' }).click();
  const form = page.getByRole('dialog', { name: 'Plan an event' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Autumn viewing');
  await form.getByRole('textbox', { name: 'Place' }).fill('Harbour Gallery');
  await form.getByRole('textbox', { name: 'Persons it holds' }).fill('20');
  await form.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Autumn viewing' })).toBeVisible();

  await page.getByRole('button', { name: 'From a segment' }).click();
  const adding = page.getByRole('dialog', { name: 'From a segment' });
  await adding.getByRole('combobox', { name: 'Segment' }).click();
  await page.getByRole('option', { name: 'Bought twice' }).click();
  await adding.getByRole('button', { name: 'Put on the list' }).click();
  await expect(adding).toBeHidden();
  await expect(page.getByText('All (40)')).toBeVisible();

  // Those we may not write to stay on the list, with the reason, and can be asked face to face.
  await page.getByText(/^Only in person \(\d+\)$/).click();
  const guests = page.getByRole('region', { name: 'Guests' }).getByRole('listitem');
  const first = guests.first();
  await expect(first.getByText(/May only be asked face to face: ./)).toBeVisible();
  const before = await guests.count();
  const name = (await first.getByRole('link').textContent()) ?? '';
  await first.getByRole('button', { name: /^Asked in person/ }).click();
  await expect(guests).toHaveCount(before - 1);
  await page.getByText(/^No answer \(1\)$/).click();
  await first.getByRole('button', { name: /^Note the answer/ }).click();
  const reply = page.getByRole('dialog', { name: `The answer of ${name}` });
  await reply.getByRole('textbox', { name: 'Persons, the guest included' }).fill('3');
  await reply.getByRole('button', { name: 'Note it' }).click();
  await page.getByText(/^Coming \(1\)$/).click();
  await expect(first.getByText(/^Coming, 3 persons/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Figures' }).getByText('3 of 20 persons')).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`event-${look}.png`) });
    await expectNoAxeViolations(page);
  });
});

test('L7 an invitation goes out where it is permitted, logs itself, and its page carries a code', async () => {
  const page = await begin();
  const { eventId, customers } = await planAround(page, 24 * 20, 24 * 20 + 3, 60);
  const { guests } = await tell(page, 'events.get', { eventId });
  const permitted = guests.find(({ verdict }) => verdict?.state === 'may-invite');
  if (!permitted) throw new Error('nobody of the sample may be asked');
  await goTo(page, `#/events/${eventId}`);
  // What would open a program of this machine is only written down.
  await running.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address: string) => void opened.push(address);
  });
  const row = page.getByRole('listitem').filter({ hasText: permitted.customer.number });
  await row.getByRole('button', { name: /^Invite/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Invite / });
  await expect(dialog.getByRole('textbox', { name: /^(Text|What to say)$/ })).toHaveValue(/Harbour dinner/);
  await dialog.getByRole('button').last().click();
  await expect(dialog.getByText(/^Prepared and logged for/)).toBeVisible();
  const { conversations } = await tell(page, 'conversations.forCustomer', {
    customerId: permitted.customer.id,
  });
  expect(conversations[0]).toMatchObject({ purpose: 'selling', goodsClass: 'events', gate: 'open' });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(row.getByText(/^Asked /)).toBeVisible();

  // Nobody may be written to without permission, whoever asks.
  const refused = guests.find(({ verdict }) => verdict?.state === 'in-person');
  await expect(
    tell(page, 'events.write', {
      guestId: refused?.id ?? '',
      way: 'whatsapp',
      about: 'invitation',
      subject: '',
      body: 'Come',
    }),
  ).rejects.toThrow(/SELLING_NOT_PERMITTED|NO_ADDRESS/);
  expect(customers.length).toBeGreaterThan(10);

  await page.getByRole('button', { name: 'Guest list on paper' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: 'Guests: Harbour dinner' })).toBeVisible();
  await expect(paper.getByText(permitted.number)).toBeVisible();
});

test('L7 the door lets guests in by code and by name, counts walk-ins, and takes it back', async () => {
  const page = await begin('manager');
  const { eventId, customers } = await planAround(page, -1, 3, 12);
  const { guests } = await tell(page, 'events.get', { eventId });
  const [one, two] = guests;
  await tell(page, 'events.reply', {
    guestId: one?.id ?? '',
    reply: 'coming',
    persons: 2,
    how: 'phone',
  });
  await goTo(page, `#/events/${eventId}/door`);
  const counts = page.getByRole('list', { name: 'Figures' }).getByRole('listitem');
  await expect(counts).toHaveText([/Expected2/, /Here0/, /Not announced0/]);

  // A scanner types the code and Enter.
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type(`${one?.number}\n`);
  await expect(counts).toHaveText([/Expected2/, /Here2/, /Not announced0/]);
  // A hand types a number of the customer; the field is ready for the next one.
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type(two?.customer.number ?? '');
  await expect(page.getByText('1 guest', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(counts).toHaveText([/Expected2/, /Here3/, /Not announced1/]);

  // Somebody we know who is not on the list.
  const walkIn = customers[20];
  await page.keyboard.type(`${walkIn?.number}\n`);
  await expect(page.getByText(/is known, but not on the list/)).toBeVisible();
  await page.getByRole('button', { name: 'Let in as a walk-in' }).click();
  await expect(counts).toHaveText([/Expected2/, /Here4/, /Not announced2/]);
  await page.getByRole('button', { name: 'One person more', exact: true }).click();
  await expect(counts).toHaveText([/Expected2/, /Here5/, /Not announced3/]);
  await page
    .getByRole('button', { name: /^Not here after all/ })
    .first()
    .click();
  await expect(counts.nth(1)).not.toHaveText(/Here5/);
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`door-${look}.png`) });
    await expectNoAxeViolations(page);
  });
});

test('L7 whoever came is followed up with one promise each, in one step, and their purchases are shown', async () => {
  const page = await begin();
  const { eventId } = await planAround(page, -4, -1, 6);
  const { guests } = await tell(page, 'events.get', { eventId });
  for (const { id } of guests.slice(0, 3)) await tell(page, 'events.arrive', { guestId: id });
  await page.getByRole('link', { name: 'Today' }).click();
  // The guests of the sample's own evening of last week wait before these.
  const waiting = page.getByRole('region', { name: 'Guests to follow up' });
  await waiting.getByRole('button', { name: /more$/ }).click();
  await expect(waiting.getByRole('listitem').filter({ hasText: 'Harbour dinner' })).toHaveCount(3);

  await goTo(page, `#/events/${eventId}`);
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await page.getByRole('button', { name: 'Follow up', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Promise to follow up' })
    .getByRole('button', { name: 'Make 3 promises' })
    .click();
  await expect(page.getByText('For everybody who came it is decided what follows.')).toBeVisible();
  const { open } = await tell(page, 'promises.forCustomer', { customerId: guests[0]?.customer.id ?? '' });
  expect(open.some(({ origin }) => origin.kind === 'event' && origin.id === eventId)).toBe(true);

  // The sample's past event, whose sixty days are over.
  const sample = (await tell(page, 'events.list', { show: 'past' })).events.find(
    ({ figures }) => figures.here > 5,
  );
  await goTo(page, `#/events/${sample?.id}`);
  const sales = page.getByRole('region', { name: /^Purchases in the 60 days/ });
  await expect(sales.getByText(/^\d+ of \d+ bought/)).toHaveCount(2);
  await expect(sales.getByRole('img').first()).toHaveAccessibleName(/^Week 1: /);
  await expect(page.getByText(/for each person who came$/)).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`past-${look}.png`), fullPage: true });
    await expectNoAxeViolations(page);
  });
});

test('L7 a cancelled event puts its guests on a list to be told', async () => {
  const page = await begin();
  const { eventId } = await planAround(page, 24 * 9, 24 * 9 + 3, 4);
  const { guests } = await tell(page, 'events.get', { eventId });
  for (const { id } of guests.slice(0, 2)) await tell(page, 'events.askInPerson', { guestId: id });
  await goTo(page, `#/events/${eventId}`);
  await page.getByRole('button', { name: 'More about Harbour dinner' }).click();
  await page.getByRole('menuitem', { name: 'Cancel the event' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel the event?' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Typhoon signal 8');
  await dialog.getByRole('button', { name: 'Cancel the event' }).click();
  await expect(page.getByText('2 guests are still to be told.')).toBeVisible();
  await page.getByText('To be told (2)').click();
  await page
    .getByRole('button', { name: /^Told: / })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Told' }).getByRole('button', { name: 'Told', exact: true }).click();
  await expect(page.getByText('1 guest is still to be told.')).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  const toTell = page.getByRole('region', { name: 'Guests to tell that an event is cancelled' });
  await expect(toTell.getByRole('listitem').filter({ hasText: 'Harbour dinner' })).toHaveCount(1);
});

test('L7 a customer’s own event is noted on their page, and a discreet one stays covered', async () => {
  const page = await begin('advisor');
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  await goTo(page, `#/customers/${customer?.id}`);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Their own event' }).click();
  const form = page.getByRole('dialog', { name: 'Their own event' });
  await expect(form.getByRole('textbox', { name: 'What it is' })).toBeFocused();
  await page.keyboard.type('Silver wedding on the lake');
  await form.getByRole('checkbox', { name: /^Discreet/ }).check();
  await form.getByRole('button', { name: 'Note it' }).click();
  const panel = page.getByRole('region', { name: 'Events', exact: true });
  await expect(panel.getByText('Something discreet')).toBeVisible();
  await expect(panel.getByText('Silver wedding on the lake')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Show' }).click();
  await panel.getByRole('button', { name: /^What we did/ }).click();
  const end = page.getByRole('dialog', { name: 'What did we do for it?' });
  await end.getByRole('textbox', { name: 'In words' }).fill('Sent a card signed by everybody');
  await end.getByRole('button', { name: 'Note it' }).click();
  await panel.getByRole('button', { name: '1 past event' }).click();
  await expect(panel.getByText('Something discreet')).toBeVisible();
});
