import { expect, test } from '@playwright/test';
import { enterSample, goToMore, launchApp, tell, tryTell } from './app';

test('V4 a complaint is opened at the counter, pauses selling, and closes only when the customer was told', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [candidate] = await tell(page, 'vip.candidates', { limit: 5 });
  const customerId = candidate?.person.id ?? '';
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);

  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Complaint' }).click();
  const form = page.getByRole('dialog', { name: 'New complaint' });
  await expect(form.getByRole('textbox', { name: 'What the customer says' })).toBeFocused();
  await page.keyboard.type('The clasp came open on the first day');
  await form.getByText('Serious', { exact: true }).click();
  await form.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByText('A complaint is open: listen first, sell later')).toBeVisible();
  const { pauses } = await tell(page, 'vip.invitation', { customerId });
  expect(pauses.map(({ code }) => code)).toContain('OPEN_COMPLAINT');

  // On Today with its clock, and from there back to the case.
  await page.getByRole('link', { name: 'Today' }).click();
  const due = page.getByRole('region', { name: 'Complaints' });
  await expect(due.getByText(/The clasp came open/)).toBeVisible();
  await due
    .getByRole('listitem')
    .filter({ hasText: 'The clasp' })
    .getByRole('link', { name: /^Open/ })
    .click();
  const cases = page.getByRole('region', { name: 'Complaints' });
  await cases.getByRole('button', { name: /^Open CA-/ }).click();
  const panel = page.getByRole('dialog', { name: /^Complaints/ });

  await panel.getByRole('button', { name: 'Add a step' }).click();
  await panel.getByRole('textbox', { name: 'What was done or found' }).fill('Rang at once and said sorry');
  await panel.locator('form').getByRole('button', { name: 'Add a step' }).click();
  await expect(panel.getByText('Customer answered')).toBeVisible();
  await expect(panel.getByText(/^Resolve by/)).toBeVisible();

  await panel.getByRole('button', { name: 'Remedy', exact: true }).click();
  await panel.getByRole('textbox', { name: 'What the customer gets' }).fill('A new clasp, fitted');
  await panel.getByRole('textbox', { name: /What it costs us/ }).fill('800');
  await panel.getByRole('button', { name: 'Record the remedy' }).click();
  await expect(panel.getByText(/Remedy proposed, HK\$800/)).toBeVisible();

  await panel.getByRole('button', { name: 'Close', exact: true }).last().click();
  await panel.getByRole('combobox', { name: 'Cause' }).click();
  await page.getByRole('option', { name: 'Fault of the product' }).click();
  await panel.getByRole('textbox', { name: 'How it came about' }).fill('A weak spring bar');
  await panel.getByRole('combobox', { name: 'How the customer was told' }).click();
  await page.getByRole('option', { name: 'by phone' }).click();
  await panel.getByRole('textbox', { name: 'What they were told' }).fill('The new clasp is on, free');
  await panel.getByRole('textbox', { name: 'What we learned' }).fill('Check spring bars on arrival');
  await panel.getByRole('button', { name: 'Close the case' }).click();
  await expect(panel.getByText(/^Closed /)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('A complaint is open: listen first, sell later')).toBeHidden();

  await goToMore(page, 'Complaints');
  await page.getByText('Closed', { exact: true }).first().click();
  await expect(page.getByText('Fault of the product: A weak spring bar')).toBeVisible();
  await close();
});

test('T4 a complaint is refused an end untold and a remedy past the limit, is escalated, and printed', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  const { complaintId, number } = await tell(page, 'complaints.open', {
    customerId: customer?.id ?? '',
    source: 'letter',
    about: 'repair',
    what: 'Three weeks and no word about my watch',
    severity: 'minor',
  });
  const end = { complaintId, told: null, causeCode: 'late', cause: 'Parts', lesson: '' };
  expect(await tryTell(page, 'complaints.close', end)).toMatchObject({ code: 'COMPLAINT_TOLD_NEEDED' });

  await goToMore(page, 'Complaints');
  await page.getByRole('button', { name: `Open ${number}` }).click();
  const panel = page.getByRole('dialog', { name: /^Complaints/ });
  await panel.getByRole('button', { name: 'Remedy', exact: true }).click();
  await panel.getByRole('textbox', { name: 'What the customer gets' }).fill('The service free');
  await panel.getByRole('textbox', { name: /What it costs us/ }).fill('5000');
  await panel.getByRole('button', { name: 'Record the remedy' }).click();
  await expect(panel.getByText(/costs more than you may grant/)).toBeVisible();
  await panel.locator('form').getByRole('button', { name: 'Cancel' }).click();

  await panel.getByRole('button', { name: new RegExp(`More.*${number}`) }).click();
  await page.getByRole('menuitem', { name: 'Escalate' }).click();
  await panel.getByRole('combobox', { name: 'To which manager' }).click();
  await page.getByRole('option').first().click();
  await panel.getByRole('textbox', { name: 'Why' }).fill('Beyond my limit');
  await panel.locator('form').getByRole('button', { name: 'Escalate' }).click();
  await expect(panel.getByText(/^Escalated to/)).toBeVisible();

  await panel.getByRole('button', { name: 'Print the summary' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: `Complaint ${number}` })).toBeVisible();
  await expect(paper.getByText('Three weeks and no word about my watch')).toBeVisible();
  await close();
});
