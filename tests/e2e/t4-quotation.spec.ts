import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { enterSample, goToMore, launchApp, tell } from './app';

test('T4 a quotation is written, sent as PDF, confirmed, revised and sold', async () => {
  const { app, page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', { familyName: 'Ho', contacts: [] });
  const [watch] = (await tell(page, 'products.list', { category: 'watch', inStock: true })).products;
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);

  // Lines from the catalogue and free; more discount than the role allows is refused and says how much would do.
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Quotation' }).click();
  const form = page.getByRole('dialog', { name: 'New quotation' });
  const box = form.getByLabel('Add a product');
  await expect(box).toBeFocused();
  await box.fill(watch?.code ?? '');
  await expect(form.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  const line = form.getByRole('listitem', { name: /^Line 1/ });
  await box.fill('Engraving on the back');
  await form.getByRole('option', { name: /Engraving/ }).click();
  await form
    .getByRole('listitem', { name: /^Line 2/ })
    .getByLabel('Unit price')
    .fill('380');
  await line.getByLabel('Discount').fill('2000');
  await form.getByRole('button', { name: 'Keep the draft' }).click();
  await expect(form.getByText(/you may take off at most 5 %/)).toBeVisible();
  await line.getByLabel('Discount').fill('100');
  await page.screenshot({ path: test.info().outputPath('quotation-form.png') });
  await form.getByRole('button', { name: 'Keep the draft' }).click();
  await expect(form).toBeHidden();

  // Seen as the customer gets it, then sent.
  const panel = page.getByRole('region', { name: 'Quotations' });
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  const send = page.getByRole('dialog', { name: /^Give quotation/ });
  await send.getByRole('radio', { name: 'English' }).check();
  await send.getByRole('button', { name: 'Preview' }).click();
  const sheet = page.frameLocator('iframe');
  await expect(sheet.getByText('Draft: not yet an offer')).toBeVisible();
  await expect(sheet.getByText('Engraving on the back')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('quotation-page.png') });
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-quotation-'));
  const file = join(folder, 'quotation.pdf');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await send.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(panel.getByText(/^Sent as PDF/)).toBeVisible();
  expect(existsSync(file) && readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  // What was sent is not edited: a new version, the earlier one readable behind it.
  const more = () => panel.getByRole('button', { name: /^More about/ }).click();
  await more();
  await expect(page.getByRole('menuitem', { name: 'Edit', exact: true })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'New version' }).click();
  await expect(panel.getByText('Draft', { exact: true })).toBeVisible();
  await more();
  await page.getByRole('menuitem', { name: 'History and versions' }).click();
  const history = page.getByRole('dialog', { name: /^History and versions/ });
  await expect(history.getByText(/Replaced/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  const { open } = await tell(page, 'quotations.forCustomer', { customerId });
  await tell(page, 'quotations.send', { quotationId: open[0]?.id ?? '', how: 'pdf' });
  rmSync(folder, { recursive: true });

  await panel.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(panel.getByText(/^Confirmed by/)).toBeVisible();

  await panel.getByRole('button', { name: 'Record the sale' }).click();
  const sell = page.getByRole('dialog', { name: /^Sale of quotation/ });
  await sell.getByLabel(/^Serial number/).fill('T4-0001');
  await sell.getByRole('button', { name: 'Record the sale' }).click();
  await expect(sell).toBeHidden();
  await goToMore(page, 'Quotations');
  await page.getByText('Ended', { exact: true }).click();
  await expect(page.getByText(/^Sold, receipt/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('quotations.png') });
  await close();
});
