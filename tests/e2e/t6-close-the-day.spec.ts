import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectNoAxeViolations, inEveryLook, launchApp, setUpShop, tell, unlock } from './app';

test.setTimeout(300_000);

test('T6 close the day: what happened, what is left, two proved copies, the sheet', async () => {
  const { app, page, close } = await launchApp();
  const root = mkdtempSync(join(tmpdir(), 'vitrine-places-'));
  const [disk, stick] = [join(root, 'Disk'), join(root, 'Stick')];
  for (const folder of [disk, stick]) mkdirSync(folder);
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  const { id } = await tell(page, 'customers.create', {
    familyName: 'Chan',
    givenName: 'Tai Man',
    chineseName: '陳大文',
    contacts: [{ kind: 'phone', value: '9123 4567' }],
  });
  expect(id).toBeTruthy();

  // Without a place the first screen says so, and the way to mend it is there.
  await page.getByRole('link', { name: 'Close the day' }).click();
  await expect(page.getByText('No place for backups.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back up and close the day' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Add a place' }).click();
  for (const [folder, label] of [
    [disk, 'Shop disk'],
    [stick, 'USB stick'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByLabel('Or type a folder').fill(folder);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Name of this place').fill(label);
    await page.getByRole('button', { name: 'Add this place' }).click();
    await expect(page.getByRole('article', { name: label })).toBeVisible();
  }

  await page.getByRole('link', { name: 'Close the day' }).click();
  await expect(page.getByText('New customers')).toBeVisible();
  await page.getByLabel('A word for the sheet').fill('A quiet Sunday.');
  // What is begun is kept, and is no form left unfinished.
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('link', { name: 'Close the day' }).click();
  await expect(page.getByLabel('A word for the sheet')).toHaveValue('A quiet Sunday.');
  await expect(page.getByText('Forms begun and not saved')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back up and close the day' }).click();
  await expect(page.getByText('The day is closed', { exact: true })).toBeVisible();
  await expect(page.getByText('Shop disk: Opened, checked, equal')).toBeVisible();
  await expect(page.getByText('USB stick: Opened, checked, equal')).toBeVisible();
  await expect(page.getByText('Customers 1, receipts 0').first()).toBeVisible();
  for (const folder of [disk, stick]) expect(readdirSync(folder)).toHaveLength(1);

  // The real PDF, as the print engine makes it.
  const pdf = join(root, 'sheet.pdf');
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
  }, pdf);
  await page.getByRole('button', { name: 'Show the day-close sheet' }).click();
  const sheet = page.frameLocator('iframe');
  await expect(sheet.getByRole('heading', { name: 'Day-close sheet' })).toBeVisible();
  await expect(sheet.getByText('A quiet Sunday.')).toBeVisible();
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect.poll(() => statSync(pdf, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(5_000);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  // `Close` of the preview, not of the window.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

  // A toast that is fading has no contrast to measure.
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 10_000 });
  await inEveryLook(page, async () => expectNoAxeViolations(page));
  await page.getByRole('link', { name: /Settings|設定|设置/ }).click();
  await page.locator('a[href$="/backups"]').click();
  await expect(page.getByRole('article', { name: 'Shop disk' })).toBeVisible();
  await inEveryLook(page, async () => expectNoAxeViolations(page));
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  await page.getByRole('button', { name: 'Practise a restore' }).click();
  await expect(page.getByText('it opened and was equal')).toBeVisible();
  await close();
  rmSync(root, { recursive: true, force: true });
});
