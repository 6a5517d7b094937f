import { expect, test } from '@playwright/test';
import { enterSample, expectNoAxeViolations, goToMore, inEveryLook, launchApp, resize, tell } from './app';

test('L5 a review meeting: planned, agenda from the record, minutes whose actions become promises, printed', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  const { today } = await tell(page, 'today.list', { scope: 'shop' });
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Kwong',
    givenName: 'Siu Ming',
    language: 'en',
    contacts: [],
    dates: [
      { kind: 'anniversary', label: 'The secret day', ...dayAfter(today, 20), year: null, isDiscreet: true },
    ],
  });
  await tell(page, 'promises.make', { customerId, kind: 'find', what: 'Find the blue dial', dueOn: today });
  await tell(page, 'needs.note', { customerId, brand: 'Omega', category: 'watch' });

  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Review meeting' }).click();
  const plan = page.getByRole('dialog', { name: 'Plan a review meeting' });
  await plan.getByLabel('Day').fill(today);
  await plan.getByRole('textbox', { name: 'From their side (optional)' }).fill('Mrs Kwong');
  await plan.getByRole('button', { name: 'Plan the meeting' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Review meeting with / })).toBeVisible();

  // From the record; the discreet date is covered.
  const agenda = page.getByRole('region', { name: 'Agenda' });
  const words = agenda.getByRole('textbox');
  await expect(words.first()).toHaveValue(/Find the blue dial/);
  await expect(agenda.getByText('Something discreet; on no paper')).toBeVisible();
  await expect(agenda.getByText('The secret day')).toHaveCount(0);
  await agenda.getByRole('button', { name: 'Add a point' }).click();
  await words.last().fill('Plans for the new house');
  await agenda.getByRole('checkbox').last().check();
  await page.screenshot({ path: test.info().outputPath('agenda.png'), fullPage: true });
  await agenda.getByRole('button', { name: 'Save the agenda' }).click();
  await expect(page.getByText('Agenda saved')).toBeVisible();

  const print = async (copy: RegExp) => {
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await page.getByRole('menuitem', { name: copy }).click();
    const dialog = page.getByRole('dialog', { name: /review meeting R/ });
    const paper = dialog.frameLocator('iframe');
    await expect(paper.getByText(/Find the blue dial/)).toBeVisible();
    await expect(paper.getByText('The secret day')).toHaveCount(0);
    return { dialog, paper };
  };
  const customers = await print(/^The customer’s copy/);
  await expect(customers.paper.getByText('Plans for the new house')).toHaveCount(0);
  await customers.dialog.getByRole('button', { name: 'Close' }).last().click();
  const ours = await print(/^Our copy/);
  await expect(ours.paper.getByText('Plans for the new house')).toBeVisible();
  await ours.dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'Write the minutes' }).click();
  const minutes = page.getByRole('region', { name: 'Minutes' });
  await minutes.getByRole('textbox', { name: 'Minutes of point 1' }).fill('Any blue will do');
  await minutes.getByRole('checkbox', { name: 'Point 1 leads to a promise' }).check();
  await minutes.getByRole('textbox', { name: 'What we promise' }).fill('Send three pictures of blue dials');
  await minutes
    .getByRole('textbox', { name: 'In the customer’s own words' })
    .fill('You remember what I said');
  await minutes
    .getByRole('radiogroup', { name: /^How satisfied/ })
    .getByText('5')
    .click();
  await page.screenshot({ path: test.info().outputPath('minutes.png'), fullPage: true });
  await minutes.getByRole('button', { name: 'Close the minutes' }).click();
  await expect(page.getByText('Minutes closed, 1 promise made')).toBeVisible();
  await expect(page.getByText('Any blue will do')).toBeVisible();
  const [made] = (await tell(page, 'promises.forCustomer', { customerId })).open.filter(
    ({ what }) => what === 'Send three pictures of blue dials',
  );
  expect(made?.origin.kind).toBe('review');
  const final = await print(/^The customer’s copy/);
  await expect(final.paper.getByText('Send three pictures of blue dials')).toBeVisible();
  await final.dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);
  await expect(
    page.getByRole('region', { name: 'Review meetings' }).getByText('You remember what I said'),
  ).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Timeline' }).getByText(/^Review meeting R.* held$/),
  ).toBeVisible();
  await close();
});

test('L5 what is due by the cadence stands on Today and in the list; a meeting moves and is cancelled with a reason', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  await goToMore(page, 'Review meetings');
  await page.getByRole('textbox', { name: 'Silver, in months' }).fill('24');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Cadence saved')).toBeVisible();
  expect((await tell(page, 'shop.settings', {})).reviewRules.months.silver).toBe(24);
  const due = page.getByRole('listitem').filter({ hasText: /Due \d/ });
  await expect(due.first()).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`reviews-${look}.png`) });
    await expectNoAxeViolations(page);
  });
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  const groups = (await tell(page, 'today.list', { scope: 'shop' })).groups;
  expect(groups.find(({ kind }) => kind === 'review')?.total).toBeGreaterThan(0);

  await due
    .first()
    .getByRole('button', { name: /^Plan the meeting/ })
    .click();
  const plan = page.getByRole('dialog', { name: 'Plan a review meeting' });
  await plan.getByRole('button', { name: 'Plan the meeting' }).click();
  await expect(page.getByRole('region', { name: 'Agenda' })).toBeVisible();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const move = page.getByRole('dialog', { name: 'Move' });
  const { today } = await tell(page, 'today.list', { scope: 'shop' });
  await move.getByLabel('Day').fill(today);
  await move.getByRole('textbox', { name: 'Why' }).fill('She comes today');
  await move.getByRole('button', { name: 'Move' }).click();
  await expect(page.getByText(/She comes today/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the meeting' }).click();
  const cancel = page.getByRole('dialog', { name: 'Cancel the meeting' });
  await cancel.getByRole('textbox', { name: 'Why' }).fill('She is ill');
  await cancel.getByRole('button', { name: 'Cancel the meeting' }).click();
  await expect(page.getByRole('status').getByText('Cancelled: She is ill')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Write the minutes' })).toBeVisible();
  await close();
});

/** So many days after a date, as a day of the year. */
function dayAfter(date: string, days: number): { month: number; day: number } {
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
  return { month: later.getUTCMonth() + 1, day: later.getUTCDate() };
}
