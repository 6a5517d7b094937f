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
  const receipt = page.getByRole('dialog', { name: /Sale SA-000001/ });
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
  await expect(page.getByRole('dialog', { name: /Return SA-000002/ })).toContainText('-HK$1,200');
  await page.keyboard.press('Escape');
  await expect(page.getByText('HK$47,500')).toBeVisible();
});

test('T6 purchases: a watch sold to nobody known keeps the warranty date of its card on the receipt', async () => {
  const { page } = running;
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.getByRole('link', { name: 'Record a sale' }).click();
  const scan = page.getByLabel('Scan or type a product');
  await scan.pressSequentially('2000000000015');
  await scan.press('Enter');
  await page.getByLabel('Serial number').fill('SN-0815');
  await page.getByLabel('Warranty until').fill('2031-01-31');
  await page.getByRole('button', { name: /^Record the sale/ }).click();
  const receipt = page.getByRole('dialog');
  await expect(receipt.getByText(/31 January 2031/)).toBeVisible();
  await page.keyboard.press('Escape');
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
  const what = page.getByRole('dialog').getByLabel('What it is');
  await what.fill('Datejust 36');
  await page.keyboard.press('Escape');
  await expect(what).toHaveCount(0);
  // Half an item is kept until it is saved or let go.
  await items.getByRole('button', { name: 'Add an item' }).click();
  await expect(what).toHaveValue('Datejust 36');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(items.getByText('Datejust 36')).toBeVisible();
  await page.screenshot({ path: 'test-results/t6-customer.png', fullPage: true });
  await purchases.scrollIntoViewIfNeeded();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: `test-results/t6-history-${look}.png` });
  });
});

test('T6 purchases: a large cash sale of a precious watch asks, is flagged, and keeps the date on the card', async () => {
  const { page } = running;
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  await tell(page, 'products.create', {
    code: 'W-GOLD',
    barcode: '2000000000039',
    name: 'Day-Date',
    category: 'watch',
    priceMinor: 300_000_00,
    isSerialised: true,
    isPrecious: true,
  });
  await page.getByRole('link', { name: 'Record a sale' }).click();
  const scan = page.getByLabel('Scan or type a product');
  await scan.pressSequentially('2000000000039');
  await scan.press('Enter');
  await page.getByLabel('Serial number').fill('AU-1');
  await expect(page.getByText('A precious product: say how much is in cash')).toBeVisible();
  await page.getByRole('combobox', { name: 'Customer', exact: true }).fill('陳大文');
  await page.getByRole('option', { name: /陳大文|CHAN/ }).click();
  await page.getByLabel('Warranty until').fill('2031-01-31');
  await page.getByRole('combobox', { name: 'Payment note' }).fill('Cash');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Of which in cash')).toHaveValue('300,000');
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('dialog', { name: 'Large cash payment for a precious product' });
  await expect(question).toBeVisible();
  await expectNoAxeViolations(page);
  await question.getByRole('button', { name: 'Customer identified: record the sale' }).click();
  const receipt = page.getByRole('dialog', { name: /Sale SA-/ });
  for (const fact of ['Large cash payment', 'Warranty until 31 January 2031', 'Of which in cash HK$300,000'])
    await expect(receipt).toContainText(fact);
  await expectNoAxeViolations(page);
  await receipt.getByRole('link').click();
  await expect(
    page.getByRole('region', { name: 'Owned items' }).getByText(/until 31 January 2031/),
  ).toBeVisible();
});

test('T6 purchases: two thousand lines are scrolled through, and only what is in sight is drawn', async () => {
  const { page } = running;
  const { id } = await tell(page, 'customers.create', { familyName: 'Ng', givenName: 'Many Lines' });
  for (let receipt = 1; receipt <= 4; receipt += 1) {
    const lines = Array.from({ length: 500 }, (_, index) => ({
      description: `Bead ${receipt}-${index + 1}`,
      quantity: 1,
      unitPriceMinor: 100,
    }));
    await tell(page, 'sales.record', { customerId: id, lines });
  }
  await page.evaluate((customerId) => {
    location.hash = `#/customers/${customerId}`;
  }, id);
  const purchases = page.getByRole('region', { name: 'Purchases' });
  await expect(purchases.getByText('4 receipts, 2000 lines')).toBeVisible();
  const rows = purchases.getByRole('list', { name: 'Receipts with their lines' }).getByRole('listitem');
  await expect(purchases.getByText('Bead 4-1', { exact: true })).toBeVisible();
  expect(await rows.count()).toBeLessThan(80);
  const place = purchases.getByRole('list', { name: 'Receipts with their lines' }).locator('..');
  // Heights are measured as rows come into sight, so the end is reached in steps.
  await expect(async () => {
    await place.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect(purchases.getByText('Bead 1-500', { exact: true })).toBeVisible({ timeout: 300 });
  }).toPass();
  expect(await rows.count()).toBeLessThan(80);
});
