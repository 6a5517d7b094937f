import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  tell,
  unlock,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

async function withCustomer(): Promise<{ page: Page; customerId: string }> {
  running = await launchApp();
  const { page } = running;
  const { advisor } = await setUpShop(page);
  await unlock(page, advisor.name, advisor.pin);
  const { id: customerId } = await tell(page, 'customers.create', {
    title: 'mr',
    familyName: 'Au Yeung',
    givenName: 'Chi Keung Alexander',
    englishName: 'Bartholomew',
    chineseName: '歐陽志強',
    language: 'en',
    discretion: 'TOP-SECRET gift for his wife',
    birthMonth: 5,
    birthDay: 3,
    address: 'Flat 12A, 25/F, Tower 3, Harbour View Gardens, 188 Connaught Road West',
    district: 'Sai Ying Pun',
    contacts: [
      { kind: 'phone', value: '9123 4567' },
      { kind: 'email', value: 'bartholomew.auyeung@example.com' },
    ],
  });
  await page.keyboard.press('Escape');
  await page.goto(`app://vitrine/#/customers/${customerId}`);
  await expect(page.getByRole('heading', { name: 'Consent' })).toBeVisible();
  return { page, customerId };
}

async function recordSigned(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Record consent|Ask again/ }).click();
  const news = page.getByRole('region', { name: 'News and offers' });
  await news.getByRole('checkbox', { name: 'E-mail', exact: true }).check();
  await news.getByRole('checkbox', { name: 'Watches', exact: true }).check();
  await expect(page.getByText(/We would use: name, e-mail address/)).toBeVisible();
  const pad = page.getByRole('img', { name: 'Please sign here' });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 80);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1)
    await page.mouse.move(box.x + 40 + step * 11, box.y + 80 + (step % 4) * 12);
  await page.mouse.up();
}

test('R2 consent is recorded with its evidence and withdrawn with one tap', async () => {
  const info = test.info();
  const { page, customerId } = await withCustomer();
  await expect(page.getByText('Nobody has asked yet.')).toBeVisible();
  await recordSigned(page);
  await page.screenshot({ path: info.outputPath('form.png') });
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Record this answer' }).click();
  await expect(page.getByText('May contact by e-mail about watches')).toBeVisible();
  await page.getByRole('button', { name: /What was said/ }).click();
  await expect(page.getByRole('img', { name: 'Signature of the customer' })).toBeVisible();
  await expect(page.getByText('the text is unchanged since').first()).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: info.outputPath(`panel-${look}.png`) });
    await expectNoAxeViolations(page);
  });
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'auto' });
  await page.getByRole('button', { name: 'Show the notice' }).first().click();
  await expect(
    page.getByText('We intend to use your personal data for direct marketing', { exact: false }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Withdraw everything' }).click();
  await expect(page.getByText('On the do-not-contact list.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Withdraw everything' })).toHaveCount(0);
  const [summary] = await tell(page, 'consents.permissionSummary', { customerIds: [customerId] });
  expect(summary).toMatchObject({ channels: [], reason: 'SUPPRESSED' });
  await page.screenshot({ path: info.outputPath('withdrawn.png') });
});

test('R2 the customer report is previewed and saved as PDF, without what the customer must not see', async () => {
  const info = test.info();
  const { page, customerId } = await withCustomer();
  await tell(page, 'sales.record', {
    customerId,
    lines: [{ description: 'Reverso Tribute', quantity: 1, unitPriceMinor: 8_800_000 }],
  });
  const { needId } = await tell(page, 'needs.note', { customerId, category: 'watch', brand: 'Cartier' });
  const until = '2099-12-24';
  await tell(page, 'needs.close', { needId, outcome: 'postponed', reason: 'asks-family', until });
  await page.getByRole('button', { name: 'Customer report' }).click();
  await page.screenshot({ path: info.outputPath('choice.png') });
  await page.getByRole('button', { name: 'Show the report' }).click();
  const sheet = page.frameLocator('iframe');
  await expect(sheet.getByRole('heading', { name: /AU YEUNG/ })).toBeVisible();
  await expect(sheet.getByText('HK$88,000').first()).toBeVisible();
  expect(await sheet.locator('body').innerText()).not.toContain('TOP-SECRET');
  await expect(sheet.getByText(/On 24 December 2099 we come back to you about: Cartier/)).toBeVisible();
  // Paper is set in the window's own typeface, which the page carries with it.
  const isSet = () =>
    sheet
      .locator('body')
      .evaluate(() =>
        [...document.fonts].some(({ family, status }) => family.includes('Inter') && status === 'loaded'),
      );
  await expect.poll(isSet).toBe(true);
  await page.screenshot({ path: info.outputPath('preview.png') });
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-report-'));
  const file = join(folder, 'report.pdf');
  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect(page.getByText('Saved as PDF')).toBeVisible();
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  rmSync(folder, { recursive: true });
});
