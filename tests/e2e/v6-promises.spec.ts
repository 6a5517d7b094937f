import { expect, test } from '@playwright/test';
import { enterSample, expectNoAxeViolations, goToMore, inEveryLook, launchApp, tell } from './app';

test('V6 a promise is made at the counter, stands on Today, and is kept', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customer?.id ?? '');

  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Promise' }).click();
  await expect(page.getByRole('textbox', { name: 'What was promised' })).toBeFocused();
  await page.keyboard.type('Ring when the rubber strap is in');
  await page.keyboard.press('Enter');
  const promises = page.getByRole('region', { name: 'Promises' });
  await expect(promises.getByText('Ring when the rubber strap is in')).toBeVisible();

  await page.getByRole('link', { name: 'Today' }).click();
  const due = page.getByRole('region', { name: 'Promises' });
  await due.getByRole('button', { name: /more$/ }).click();
  const mine = due.getByRole('listitem').filter({ hasText: 'Ring when the rubber strap is in' }).last();
  await mine.getByRole('link', { name: /^Open/ }).click();
  await expect(promises.getByRole('heading', { name: 'Promises' })).toBeFocused();
  await close();
});

test('L8 a promise closes only with its outcome and how the customer was told', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  const today = (await tell(page, 'today.list', { scope: 'shop' })).today;
  await tell(page, 'promises.make', {
    customerId: customer?.id ?? '',
    kind: 'find',
    what: 'Find the green dial',
    dueOn: today,
  });
  await goToMore(page, 'Promises');
  const row = page.getByRole('listitem').filter({ hasText: 'Find the green dial' });
  await row.getByRole('button', { name: 'Close', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'How did it end?' });
  await dialog.getByRole('textbox', { name: 'Outcome' }).fill('Found in the other shop');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  // Not told: the form stays, and so does the promise.
  await expect(dialog).toBeVisible();
  await dialog.getByRole('combobox', { name: 'How the customer was told' }).click();
  await page.getByRole('option', { name: 'by phone' }).click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(dialog).toBeHidden();
  await expect(row).toHaveCount(0);

  await page.getByText('Ended', { exact: true }).click();
  await expect(row.getByText('Kept: Found in the other shop')).toBeVisible();
  await expect(row.getByText(/Told by phone/)).toBeVisible();
  await page.getByText('Undo').click();
  await expect(row).toHaveCount(0);
  await page.getByText('Open', { exact: true }).first().click();
  await expect(row).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`promises-${look}.png`) });
    await expectNoAxeViolations(page);
  });
  await close();
});

test('V6 a promise that comes from a quotation or a complaint says from which', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [quotation] = (await tell(page, 'quotations.list', { scope: 'shop' })).quotations;
  const [complaint] = (await tell(page, 'complaints.list', {})).complaints;
  const promise = async (what: string) => {
    const form = page.getByRole('dialog', { name: 'New promise' });
    await expect(form.getByRole('textbox', { name: 'What was promised' })).toBeFocused();
    await page.keyboard.type(what);
    await page.keyboard.press('Enter');
    await expect(form).toBeHidden();
  };
  await goToMore(page, 'Quotations');
  await page.getByRole('button', { name: new RegExp(quotation!.number) }).click();
  await page.getByRole('menuitem', { name: 'New promise' }).click();
  await promise('Lay the piece aside until Sunday');

  await goToMore(page, 'Complaints');
  await page.getByRole('button', { name: new RegExp(`^Open ${complaint!.number}`) }).click();
  const panel = page.getByRole('dialog', { name: /^Complaints/ });
  await panel.getByRole('button', { name: new RegExp(`^More.*${complaint!.number}`) }).click();
  await page.getByRole('menuitem', { name: 'New promise' }).click();
  await promise('Ring when the crown is in');
  await page.keyboard.press('Escape');

  await goToMore(page, 'Promises');
  const line = (what: string) => page.getByRole('listitem').filter({ hasText: what });
  await expect(line('Lay the piece aside until Sunday')).toContainText(
    `from quotation ${quotation!.number.replace(/-[0-9]$/, '')}`,
  );
  await expect(line('Ring when the crown is in')).toContainText(`from complaint ${complaint!.number}`);
  await close();
});
