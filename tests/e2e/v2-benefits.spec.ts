import { expect, type Page, test } from '@playwright/test';
import { addDays } from '@shared/domain/dates';
import { enterSample, launchApp, type RunningApp, tell } from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

/** The sample shop's counter, in English, as its manager. */
async function openCounter(): Promise<Page> {
  running = await launchApp();
  await enterSample(running.page, 'manager');
  await tell(running.page, 'session.setLook', { language: 'en' });
  return running.page;
}

/** A customer with one watch that was bought here. */
async function newOwner(page: Page, fields: Record<string, unknown> = {}) {
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Featherstone',
    givenName: 'Max',
    contacts: [],
  });
  await tell(page, 'items.add', {
    customerId,
    isBoughtHere: true,
    fields: { brand: 'Omega', description: 'Seamaster 300', serial: 'SM-778812', ...fields },
  });
  return customerId;
}

const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, path);

test('V2 a polish stands on the item, is given on request, taken back, and refused beyond the year without a reason', async () => {
  const page = await openCounter();
  const customerId = await newOwner(page);
  await goTo(page, `#/customers/${customerId}`);
  const item = page.getByRole('listitem').filter({ hasText: 'Seamaster 300' }).first();
  await expect(item.getByText(/^Polish: 1 of 1 left until/)).toBeVisible();

  const give = item.getByRole('button', { name: 'Use Polish: Omega Seamaster 300' });
  await give.click();
  const dialog = page.getByRole('dialog', { name: 'Give Polish' });
  await dialog.getByRole('button', { name: 'Record it' }).click();
  // The browser asks for the tick; nothing was written.
  await expect(dialog).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'The customer asked for it' }).check();
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(item.getByText(/^Polish: 0 of 1 left/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item.getByText(/^Polish: 1 of 1 left/)).toBeVisible();

  for (const reason of [null, 'A scratch made at the counter']) {
    await give.click();
    await dialog.getByRole('checkbox', { name: 'The customer asked for it' }).check();
    if (reason !== null) {
      await expect(dialog.getByText('None is left this year.', { exact: false })).toBeVisible();
      await dialog.getByRole('textbox', { name: 'Why it is given all the same' }).fill(reason);
    }
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(item.getByText(/^Polish: 2 given, 1 a year/)).toBeVisible();
  const story = page.getByRole('list', { name: 'Timeline' });
  await expect(story.getByText('Polish given beyond the year’s number')).toBeVisible();
  await expect(story.getByText('Omega Seamaster 300 · A scratch made at the counter')).toBeVisible();
  await expect(story.getByText('Polish: entered by mistake, taken back')).toBeVisible();
  const { entries } = await tell(page, 'oversight.list', { kind: 'benefit' });
  expect(entries.map(({ reason }) => reason)).toContain('A scratch made at the counter');
});

test('V2 the manager says what is free, for whom and from when; an advisor only reads it', async () => {
  const page = await openCounter();
  const customerId = await newOwner(page);
  await goTo(page, '#/settings');
  await page.getByRole('link', { name: /Free benefits/ }).click();
  await page.getByRole('button', { name: 'New benefit' }).click();
  const form = page.getByRole('dialog', { name: 'New benefit' });
  await form.getByRole('textbox', { name: 'Name, English' }).fill('Pressure check');
  await form.getByRole('textbox', { name: 'How often per item and year' }).fill('3');
  await form.getByRole('textbox', { name: 'Gold members' }).fill('6');
  await form.getByRole('button', { name: 'Put in force' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Pressure check' })).toBeVisible();
  await expect(page.getByText('Items bought here, 3 times a year, Gold 6', { exact: true })).toBeVisible();

  // From next month on it is given once; today it still is three times.
  const { today } = await tell(page, 'today.list', {});
  await page.getByRole('button', { name: 'Change from a day on: Pressure check' }).click();
  const change = page.getByRole('dialog', { name: 'Change from a day on: Pressure check' });
  await change.getByLabel('In force from').fill(addDays(today, 30));
  await change.getByRole('textbox', { name: 'How often per item and year' }).fill('1');
  await change.getByRole('button', { name: 'Put in force' }).click();
  await expect(page.getByText(/^Version 2, from .*1 time a year/)).toBeVisible();
  await goTo(page, `#/customers/${customerId}`);
  await expect(page.getByText(/^Pressure check: 3 of 3 left until/)).toBeVisible();

  await running.close();
  running = await launchApp();
  await enterSample(running.page, 'advisor');
  await tell(running.page, 'session.setLook', { language: 'en' });
  await goTo(running.page, '#/settings/benefits');
  await expect(running.page.getByRole('heading', { name: 'Polish' })).toBeVisible();
  await expect(running.page.getByRole('button', { name: 'New benefit' })).toHaveCount(0);
});

test('V2 warranty, service, water test and battery stand on the item and are due on Today', async () => {
  const page = await openCounter();
  const { today } = await tell(page, 'today.list', {});
  const soon = addDays(today, 3);
  const customerId = await newOwner(page, {
    boughtOn: '2024-01-15',
    warrantyEnd: soon,
    serviceDue: soon,
    waterTestDue: soon,
    batteryDue: soon,
  });
  await goTo(page, `#/customers/${customerId}`);
  const item = page.getByRole('listitem').filter({ hasText: 'Seamaster 300' }).first();
  for (const due of [/^Warranty ends soon/, /^Service due/, /^Water test due/, /^Battery due/])
    await expect(item.getByText(due)).toBeVisible();
  const { groups } = await tell(page, 'today.list', { scope: 'shop' });
  const kinds = (kind: string) => groups.find((group) => group.kind === kind)?.total ?? 0;
  expect(kinds('warranty')).toBeGreaterThan(0);
  expect(kinds('care')).toBeGreaterThan(2);
  const { duties } = await tell(page, 'today.forCustomer', { customerId });
  expect(duties.map(({ kind, params }) => [kind, params.care ?? '']).sort()).toEqual([
    ['care', 'battery'],
    ['care', 'service'],
    ['care', 'water-test'],
    ['warranty', ''],
  ]);
});
