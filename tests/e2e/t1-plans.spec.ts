import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { addDays } from '@shared/domain/dates';
import { daysOfWeek, weekOf } from '@shared/domain/duties';
import {
  enterSample,
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  tell,
  tryTell,
  unlock,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

/** A shop of one's own with one customer, in the hands of its manager. */
async function openShop() {
  running = await launchApp();
  const { page } = running;
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Lam',
    givenName: 'Wai',
    chineseName: '林慧',
    contacts: [{ kind: 'phone', value: '9123 4567' }],
    contactHours: 'After six',
  });
  const { today } = await tell(page, 'today.list', {});
  return { page, staff, customerId, today };
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((place) => {
    location.hash = place;
  }, hash);

const promise = (page: Page, customerId: string, what: string, dueOn: string, isDiscreet = false) =>
  tell(page, 'promises.make', { customerId, kind: 'find', what, dueOn, isDiscreet });

test('T1 what is due is set apart by its time, put off with a reason, taken back, and given to a colleague', async () => {
  const { page, staff, customerId, today } = await openShop();
  await tell(page, 'needs.note', { customerId, category: 'watch', brand: 'Omega', byDate: today });
  await promise(page, customerId, 'Find the green dial', addDays(today, 3));
  await goTo(page, '#/');

  const times = page.getByRole('radiogroup', { name: 'When it is due' });
  await expect(times.getByText('Today 1')).toBeVisible();
  await times.getByText('Coming 1').click();
  await expect(page.getByRole('region', { name: 'Needs with a day' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Promises' })).toBeVisible();
  await times.getByText('All', { exact: true }).click();

  const needs = page.getByRole('region', { name: 'Needs with a day' });
  await needs.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Snooze' }).click();
  const snooze = page.getByRole('dialog', { name: 'Snooze' });
  await snooze.getByRole('textbox', { name: 'Show again on' }).fill(addDays(today, 2));
  await snooze.getByRole('textbox', { name: 'Why' }).fill('He travels');
  await snooze.getByRole('button', { name: 'Snooze' }).click();
  await expect(needs).toHaveCount(0);
  await page.getByRole('button', { name: '1 put off' }).click();
  await expect(page.getByText('He travels')).toBeVisible();
  await page.getByText('Undo').click();
  await expect(needs.getByRole('listitem')).toHaveCount(1);

  await needs.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Give to a colleague' }).click();
  const give = page.getByRole('dialog', { name: 'Give to a colleague' });
  await give.getByRole('combobox', { name: 'To whom' }).click();
  await page.getByRole('option', { name: staff.advisor.name }).click();
  await give.getByRole('textbox', { name: 'Why' }).fill('Speaks Putonghua');
  await give.getByRole('button', { name: 'Give to a colleague' }).click();
  await expect(needs.getByText(`Given to ${staff.advisor.name}`)).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Whose day' }).getByText('Mine').click();
  await expect(needs).toHaveCount(0);

  await tell(page, 'session.lock', {});
  await page.reload();
  await unlock(page, staff.advisor.name, staff.advisor.pin);
  await expect(needs.getByText(`Given to ${staff.advisor.name}`)).toBeVisible();
});

test('T1 a legal deadline cannot be put off past its day', async () => {
  const { page, customerId, today } = await openShop();
  const { complaintId } = await tell(page, 'complaints.open', {
    customerId,
    source: 'in-person',
    about: 'repair',
    severity: 'minor',
    what: 'Scratched',
  });
  const answer = await tryTell(page, 'today.snooze', {
    kind: 'complaint',
    id: complaintId,
    customerId,
    until: addDays(today, 30),
    reason: 'Later',
  });
  expect(answer).toMatchObject({ ok: false, code: 'SNOOZE_PAST_DEADLINE' });
});

test('T1 the call sheet of the day is shown and saved as PDF, with numbers and hours and nothing discreet', async () => {
  const { page, customerId, today } = await openShop();
  await promise(page, customerId, 'Find the green dial', today);
  await promise(page, customerId, 'The ring box', today, true);
  await goTo(page, '#/');
  await page.getByRole('button', { name: 'Call sheet' }).click();
  const preview = page.getByRole('dialog', { name: /^Call sheet/ });
  const sheet = preview.frameLocator('iframe');
  await expect(sheet.getByText('9123 4567')).toBeVisible();
  await expect(sheet.getByText('Hours: After six')).toBeVisible();
  await expect(sheet.getByText('Find the green dial')).toBeVisible();
  await expect(sheet.getByText('Offer by telephone: NO')).toBeVisible();
  await expect(sheet.getByText('The ring box')).toHaveCount(0);

  const folder = mkdtempSync(join(tmpdir(), 'vitrine-sheet-'));
  const file = join(folder, 'sheet.pdf');
  await running.app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: to });
  }, file);
  await preview.getByRole('button', { name: 'Save PDF' }).click();
  await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(5_000);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  rmSync(folder, { recursive: true, force: true });
});

test('T1 the calendar shows the week day by day, goes on by the keyboard, and leads to the customer', async () => {
  const { page, customerId, today } = await openShop();
  const nextWeek = addDays(weekOf(today), 8);
  await promise(page, customerId, 'Find the green dial', nextWeek);
  await goToMore(page, 'Calendar');
  const days = page.locator('[data-day]');
  await expect(days).toHaveCount(7);
  await page.locator(`[data-day="${today}"]`).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(`[data-day="${addDays(today, 7)}"]`)).toBeFocused();
  const place = daysOfWeek(weekOf(nextWeek)).indexOf(addDays(today, 7));
  for (let at = place; at < 1; at += 1) await page.keyboard.press('ArrowRight');
  for (let at = place; at > 1; at -= 1) await page.keyboard.press('ArrowLeft');
  const tuesday = page.locator(`[data-day="${nextWeek}"]`);
  await expect(tuesday).toBeFocused();
  await expect(tuesday).toHaveAccessibleDescription(/1 due$/);
  await page.keyboard.press('Enter');
  const line = page.getByRole('link', { name: /Promises/ });
  await expect(line).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(tuesday).toBeFocused();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Promises' })).toContainText('Find the green dial');
});

test('L3 a tier’s plan, and a customer’s own before it, say when the next contact is due and why', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await goTo(page, '#/settings/plans');
  await page.getByRole('button', { name: 'Change: Plan of Silver' }).click();
  const tier = page.getByRole('dialog', { name: 'Plan of Silver' });
  await tier.getByRole('textbox', { name: 'Every' }).fill('2');
  await tier.getByRole('radiogroup').getByText('weeks').click();
  await tier.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Silver' })).toContainText('every 2 weeks');

  const { rows } = await tell(page, 'customers.list', { tier: 'silver', limit: 50 });
  const member = rows[0]?.id ?? '';
  const { plan } = await tell(page, 'plans.forCustomer', { customerId: member });
  expect(plan).toMatchObject({ of: 'tier', cadence: { every: 2, unit: 'weeks' } });
  await goTo(page, `#/customers/${member}`);
  const panel = page.getByRole('region', { name: 'Contact plan' });
  await expect(panel).toContainText('every 2 weeks, as every Silver');
  await panel.getByRole('button', { name: 'Change the plan' }).click();
  const own = page.getByRole('dialog', { name: 'Change the plan' });
  await own.getByText('Their own').click();
  await own.getByRole('textbox', { name: 'Every' }).fill('10');
  await own.getByRole('radiogroup', { name: 'Days, weeks or months' }).getByText('days').click();
  await own.getByRole('textbox', { name: 'At what hours' }).fill('Sunday mornings');
  await own.getByRole('button', { name: 'Save the plan' }).click();
  await expect(panel).toContainText('every 10 days, a plan of their own');
  await expect(panel).toContainText('Sunday mornings');

  // A real conversation sets the clock anew; a message that nobody answered does not.
  const log = (outcome: 'talked' | 'sent') =>
    tell(page, 'conversations.log', {
      customerId: member,
      channel: 'whatsapp',
      direction: 'out',
      outcome,
      words: 'How is the watch?',
    });
  await log('talked');
  await expect(panel).toContainText('Last contact today');
  const { today } = await tell(page, 'today.list', {});
  const after = await tell(page, 'plans.forCustomer', { customerId: member });
  expect(after.plan.nextOn).toBe(addDays(today, 10));
  await goTo(page, '#/');
  await expect(page.getByRole('region', { name: 'Contacts due by plan' })).toContainText(
    /Silent for [\d,]+ days; planned every/,
  );
});

test('L3 a sale makes follow-ups by the manager’s rules, and one is done by logging what was said', async () => {
  const { page, customerId, today } = await openShop();
  await tell(page, 'products.create', {
    code: 'W1',
    name: 'Seamaster Diver',
    category: 'watch',
    priceMinor: 100_00,
  });
  await goTo(page, '#/settings/plans');
  await page.getByRole('button', { name: 'Change the rule: Thank-you' }).click();
  const form = page.getByRole('dialog', { name: 'Change the rule' });
  await form.getByRole('textbox', { name: 'How much later' }).fill('1');
  await form.getByRole('button', { name: 'Save the rule' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '1 earlier version' })).toContainText(
    '1 day later',
  );

  const [product] = (await tell(page, 'products.list', {})).products;
  await tell(page, 'sales.record', { customerId, lines: [{ productId: product?.id ?? '', quantity: 1 }] });
  await goTo(page, '#/');
  const due = page.getByRole('region', { name: 'Follow-ups' });
  await expect(due.getByText('Thank-you: Seamaster Diver')).toBeVisible();
  await due.getByRole('link', { name: /^Follow up/ }).click();
  const panel = page.getByRole('region', { name: 'Follow-ups' });
  await expect(panel.getByRole('heading', { name: 'Follow-ups' })).toBeFocused();
  await expect(panel.getByRole('listitem')).toHaveCount(4);
  await panel.getByRole('button', { name: 'Done: Thank-you' }).click();
  const done = page.getByRole('dialog', { name: 'Done: Thank-you' });
  await done.getByRole('textbox', { name: 'What was said' }).fill('Very happy with it');
  await done.getByRole('button', { name: 'Done' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Conversations' })).toContainText('Very happy with it');
  await expect(page.getByText(/Follow-up done: Thank-you/)).toBeVisible();
  const { plan, ended } = await tell(page, 'plans.forCustomer', { customerId });
  expect(ended).toMatchObject([{ status: 'done', words: 'Very happy with it' }]);
  expect(ended[0]?.conversation?.number).toBeTruthy();
  expect(plan.lastContact?.days).toBe(0);
  expect(today).toBeTruthy();

  await panel.getByRole('button', { name: /^More about Fit check/ }).click();
  await page.getByRole('menuitem', { name: 'Skip' }).click();
  await page
    .getByRole('dialog', { name: 'Skip: Fit check' })
    .getByRole('textbox', { name: 'Why' })
    .fill('Fitted at once');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText(/Follow-up skipped: Fit check/)).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`follow-ups-${look}.png`) });
    await expectNoAxeViolations(page);
  });
});
