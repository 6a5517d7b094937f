import { expect, type Locator, test } from '@playwright/test';
import { enterSample, goToMore, launchApp, resize, tell } from './app';

test('R5 an enquiry is answered from the catalogue’s facts, and one that is not is a promise', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', { familyName: 'Ho', contacts: [] });
  const [product] = (await tell(page, 'products.list', { category: 'watch', inStock: true })).products;
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);

  // The facts stand beside the question; the answer is not known yet.
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Enquiry' }).click();
  const form = page.getByRole('dialog', { name: 'New enquiry' });
  await expect(form.getByRole('textbox', { name: 'What is asked' })).toBeFocused();
  await page.keyboard.type('Can the bracelet be made shorter?');
  await form.getByLabel('About which product').fill(product?.code ?? '');
  await expect(form.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form.getByText('Availability')).toBeVisible();
  await expect(form.getByText('Warranty', { exact: true })).toBeVisible();
  // On the smallest screen the answer is in sight beside the facts, which have the whole width.
  await resize(running, 1280, 800);
  const answered = form.getByRole('textbox', { name: 'What the customer was told' });
  await expect(answered).toBeInViewport({ ratio: 1 });
  const widthOf = async (part: Locator) => (await part.boundingBox())?.width ?? 0;
  expect(await widthOf(form.getByRole('listitem').first())).toBeGreaterThan(0.95 * (await widthOf(answered)));
  await page.screenshot({ path: test.info().outputPath('facts.png') });
  await form.getByText('Promise an answer').click();
  await form.getByRole('button', { name: 'Promise the answer' }).click();
  await expect(form).toBeHidden();

  const panel = page.getByRole('region', { name: 'Enquiries' });
  await expect(panel.getByText('Can the bracelet be made shorter?')).toBeVisible();
  await expect(panel.getByText(/^Answer by/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('enquiry.png') });

  // It waits on Today, and is answered from the list of the shop.
  await page.getByRole('link', { name: 'Today' }).click();
  const due = page.getByRole('region', { name: 'Enquiries to answer' });
  await expect(due.getByText('Can the bracelet be made shorter?')).toBeVisible();
  await goToMore(page, 'Enquiries');
  const row = page.getByRole('listitem').filter({ hasText: 'Can the bracelet be made shorter?' }).first();
  await row.getByRole('button', { name: 'Answer', exact: true }).click();
  const answer = page.getByRole('dialog', { name: 'Answer the enquiry' });
  await answer.getByRole('textbox', { name: 'What the customer was told' }).fill('Yes, by four links');
  await answer.getByRole('combobox', { name: 'How the customer was told' }).click();
  await page.getByRole('option', { name: 'by phone' }).click();
  await answer.getByRole('button', { name: 'Note the answer' }).click();
  await expect(answer).toBeHidden();
  await expect(row).toHaveCount(0);
  await page.getByText('Answered', { exact: true }).click();
  await expect(row.getByText('Yes, by four links')).toBeVisible();
  await expect(row.getByText('The facts it was based on')).toBeVisible();
  const { closed } = await tell(page, 'promises.forCustomer', { customerId });
  expect(closed[0]).toMatchObject({ status: 'kept', outcome: 'Yes, by four links' });
  await close();
});
