import { expect, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  tell,
  unlock,
} from './app';

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let customerId: string;
test.beforeAll(async () => {
  running = await launchApp();
  const { page } = running;
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  await tell(page, 'products.create', {
    code: 'W-0001',
    brand: 'Omega',
    reference: '210.30',
    barcode: '2000000000015',
    name: 'Seamaster',
    chineseName: '海馬',
    category: 'watch',
    priceMinor: 46_300_00,
    isSerialised: true,
    stockCount: 3,
    warranty: { policyVersion: 'omega-2018', warrantyMonths: 60 },
  });
  await tell(page, 'products.create', {
    code: 'S-0001',
    barcode: '2000000000022',
    name: 'Rubber strap',
    category: 'strap',
    priceMinor: 1_280_00,
    stockCount: 9,
  });
  const made = await tell(page, 'customers.create', {
    familyName: 'Chan',
    givenName: 'Tai Man',
    englishName: 'Peter',
    chineseName: '陳大文',
  });
  customerId = made.id;
});
test.afterAll(() => running.close());

test('T6 purchases: a sale is scanned, recorded with serial and discount, and its receipt shown', async () => {
  const { page } = running;
  await page.getByRole('link', { name: 'Record a sale' }).click();
  const scan = page.getByLabel('Scan or type a product');
  await scan.pressSequentially('2000000000015');
  await scan.press('Enter');
  await page.getByLabel('Serial number').fill('SN-4711');
  for (let times = 0; times < 2; times += 1) {
    await scan.pressSequentially('2000000000022');
    await scan.press('Enter');
  }
  const second = page.getByRole('listitem', { name: /^Line 2/ });
  await expect(second.getByLabel('Quantity')).toHaveValue('2');
  await second.getByLabel('Discount').fill('160');
  await page.getByRole('combobox', { name: 'Customer', exact: true }).fill('陳大文');
  await page.getByRole('option', { name: /陳大文|CHAN/ }).click();
  await expect(page.getByText('HK$48,700')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Line 2 has a discount');
  await second.getByRole('combobox', { name: 'Why the discount' }).fill('Member');
  await page.keyboard.press('Escape');
  await page.screenshot({ path: 'test-results/t6-sale.png' });
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  const receipt = page.getByRole('dialog', { name: /Sale A-000001/ });
  await expect(receipt).toContainText('SN-4711');
  await expect(receipt).toContainText('HK$48,700');
  await receipt.getByRole('button', { name: 'Receipt, 80 mm' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByText('+852 2345 6789')).toBeVisible();
  await expect(paper.getByText('海馬')).toBeVisible();
  await page.screenshot({ path: 'test-results/t6-receipt.png' });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
});

test('T6 purchases: part of it comes back against the receipt', async () => {
  const { page } = running;
  const receipt = page.getByRole('dialog');
  await receipt.getByRole('button', { name: 'Return', exact: true }).click();
  await page.getByLabel('How many of Rubber strap come back').fill('1');
  await page.getByRole('combobox', { name: 'Why it comes back' }).fill('Wrong size');
  await page.getByRole('button', { name: 'Record the return' }).click();
  await expect(page.getByRole('dialog', { name: /Return A-000002/ })).toContainText('-HK$1,200');
  await page.keyboard.press('Escape');
  await expect(page.getByText('HK$47,500')).toBeVisible();
});

test('T6 purchases: the customer’s history nets it, finds it, and shows the watch with its warranty', async () => {
  const { page } = running;
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);
  const purchases = page.getByRole('region', { name: 'Purchases' });
  await expect(purchases.getByText('HK$47,500').first()).toBeVisible();
  await expect(purchases.getByText('1 returned')).toBeVisible();
  await purchases.getByLabel('Find in purchases').fill('4711');
  await expect(purchases.getByText('1 receipts, 3 lines')).toHaveCount(0);
  await expect(purchases.getByText('1 receipts, 2 lines')).toBeVisible();
  const items = page.getByRole('region', { name: 'Owned items' });
  await expect(items.getByText(/In warranty until/)).toBeVisible();
  await items.getByRole('button', { name: 'Add an item' }).click();
  await page.getByLabel('What it is').fill('Datejust 36');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(items.getByText('Datejust 36')).toBeVisible();
  await page.screenshot({ path: 'test-results/t6-customer.png', fullPage: true });
  await purchases.scrollIntoViewIfNeeded();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: `test-results/t6-history-${look}.png` });
  });
});
