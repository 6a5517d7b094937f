import { expect, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  type TestStaff,
  tell,
  unlock,
} from './app';

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let staff: TestStaff;
let customerId: string;
let otherId: string;
const goTo = (path: string) =>
  running.page.evaluate((hash) => {
    location.hash = hash;
  }, path);

test.beforeAll(async () => {
  running = await launchApp();
  const { page } = running;
  staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  await tell(page, 'session.setLook', { language: 'en' });
  const watch = await tell(page, 'products.create', {
    code: 'W-0001',
    brand: 'Omega',
    name: 'Seamaster',
    category: 'watch',
    priceMinor: 46_300_00,
    isSerialised: true,
    stockCount: 3,
    warranty: { policyVersion: 'omega-2018', warrantyMonths: 60 },
  });
  customerId = (await tell(page, 'customers.create', { familyName: 'Chan', givenName: 'Tai Man' })).id;
  otherId = (await tell(page, 'customers.create', { familyName: 'Quillfeather', givenName: 'Zephyrine' })).id;
  await tell(page, 'sales.record', {
    lines: [{ productId: watch.productId, quantity: 1, serial: 'LATE-77' }],
  });
});
test.afterAll(() => running.close());

test('T3 a customer comes back with the receipt of a nameless sale: purchase, watch, follow-ups and VIP follow', async () => {
  const { page } = running;
  await goTo(`#/customers/${customerId}`);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Receipt without a customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'A receipt of theirs without a customer' });
  const number = dialog.getByRole('textbox', { name: 'Receipt number' });
  await number.fill('A-999999');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('No receipt has this number.')).toBeVisible();
  await number.fill('SA-000001');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Recorded without a customer')).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Receipt SA-000001 now belongs to .*Chan/i)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Purchases' }).getByText('SA-000001').first()).toBeVisible();
  await expect(page.getByText('LATE-77').first()).toBeVisible();
  expect((await tell(page, 'vip.forCustomer', { customerId })).spendMinor).toBe(46_300_00);

  // Undone at once, it is nobody's again; attached once more, it stays.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('LATE-77')).toHaveCount(0);
  const [sale] = await tell(page, 'sales.findByReceipt', { receiptNumber: 'SA-000001' });
  expect(sale?.customerId).toBeNull();
  await tell(page, 'sales.attach', { saleId: sale?.id ?? '', customerId });
  await expect(page.getByText('LATE-77').first()).toBeVisible();
});

test('T3 a receipt of somebody is moved by the manager with a reason, on the review list, and back', async () => {
  const { page } = running;
  await goTo(`#/customers/${customerId}`);
  await page.getByRole('region', { name: 'Purchases' }).getByText('SA-000001').first().click();
  const receipt = page.getByRole('dialog', { name: 'Sale SA-000001' });
  await expect(receipt.getByText(/^Attached to .* by/).first()).toBeVisible();
  await inEveryLook(page, async () => expectNoAxeViolations(page));
  await tell(page, 'session.setLook', { language: 'en' });
  await receipt.getByRole('button', { name: 'Move to another customer' }).click();
  const moving = page.getByRole('dialog', { name: /^Move to another customer/ });
  await moving.getByRole('textbox', { name: 'Whose receipt is it' }).fill('Quillfeather');
  await page
    .getByRole('option', { name: /Quillfeather/i })
    .first()
    .click();
  await moving.getByRole('textbox', { name: 'Why it belongs to somebody else' }).fill('His sister paid');
  await moving.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(moving).toBeHidden();
  expect(
    (await tell(page, 'items.forCustomer', { customerId: otherId })).map(({ serial }) => serial),
  ).toEqual(['LATE-77']);
  await expect(receipt.getByText(/^Moved from .*His sister paid/)).toBeVisible();
  await receipt.getByRole('button', { name: 'Take back' }).click();
  await expect(receipt.getByText(/^Moved from .*taken back/)).toBeVisible();
  expect(await tell(page, 'items.forCustomer', { customerId: otherId })).toEqual([]);
  await page.keyboard.press('Escape');
  await goToMore(page, 'Review list');
  const entry = page.getByRole('listitem').filter({ hasText: 'His sister paid' });
  await expect(entry).toContainText('Receipt moved to another customer');
  await expect(entry).toContainText('moved back meanwhile');
});
