import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, recoveryKeyOn, setUpShop, tell, unlock } from './app';

test.setTimeout(300_000);

let place: string;
test.beforeEach(() => {
  place = join(mkdtempSync(join(tmpdir(), 'vitrine-restore-')), 'Stick');
  mkdirSync(place);
});
test.afterEach(() => rmSync(join(place, '..'), { recursive: true, force: true }));

const addCustomer = (page: Page, familyName: string) =>
  tell(page, 'customers.create', { familyName, contacts: [{ kind: 'phone', value: '9123 4567' }] });
const familyNames = async (page: Page) =>
  JSON.stringify(await tell(page, 'customers.list', { advisorId: null } as never));

test('T6 restore on a clean profile: a new machine, the backup and the printed key', async () => {
  const first = await launchApp();
  // The same draft, so the same key as on the sheet that set-up makes.
  const { documentId } = await tell(first.page, 'setup.begin', {
    name: 'Test Counter',
    chineseName: null,
    language: 'en',
  });
  const recoveryKey = await recoveryKeyOn(first.page, documentId);
  const staff = await setUpShop(first.page, { places: [place] });
  await unlock(first.page, staff.manager.name, staff.manager.pin);
  await addCustomer(first.page, 'Chan');
  await addCustomer(first.page, 'Wong');
  const [made] = await tell(first.page, 'backups.run', {});
  expect(made?.outcome).toBe('verified');
  await first.close();

  const { page, close } = await launchApp();
  await page.getByRole('button', { name: 'I have a backup' }).click();
  await page.getByLabel('Or type the folder').fill(place);
  await page.getByRole('button', { name: 'Look inside' }).click();
  await expect(page.getByText('Customers 2, receipts 0').first()).toBeVisible();

  // A slip in the second group is found there, before anything is tried.
  const slip = recoveryKey.replace(/-./, (text) => (text === '-0' ? '-1' : '-0'));
  await page.getByLabel('Recovery key').fill(slip);
  await expect(page.getByText('Look at group 2 again.')).toBeVisible();
  await page.getByLabel('Recovery key').fill(recoveryKey);
  const { hasKeyStore } = await tell(page, 'setup.state', {});
  if (!hasKeyStore) {
    await page.getByLabel('New passphrase').fill('violin harbour teapot lantern');
    await page.getByLabel('Passphrase again').fill('violin harbour teapot lantern');
  }
  await page.getByRole('button', { name: 'Restore and open' }).click();
  await expect(page.getByRole('button', { name: staff.advisor.name })).toBeVisible({ timeout: 30_000 });
  await unlock(page, staff.manager.name, staff.manager.pin);
  const found = await familyNames(page);
  expect(found).toContain('Chan');
  expect(found).toContain('Wong');
  await close();
});

test('T6 restore over the open shop says what would be lost, keeps what was, and is undone', async () => {
  const { page, close } = await launchApp();
  const staff = await setUpShop(page, { places: [place] });
  await unlock(page, staff.manager.name, staff.manager.pin);
  await addCustomer(page, 'Chan');
  await tell(page, 'backups.run', {});
  await addCustomer(page, 'Wong');
  await page.goto('app://vitrine/#/backups');
  await page
    .getByRole('button', { name: /^Restore…/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Customers: 1 added or changed')).toBeVisible();
  await expect(dialog.getByText('Customers: 1 more here than in the copy')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restore this copy' }).click();
  await page.getByLabel('PIN').last().fill(staff.manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: staff.advisor.name })).toBeVisible({ timeout: 30_000 });
  await unlock(page, staff.manager.name, staff.manager.pin);
  expect(await familyNames(page)).not.toContain('Wong');

  await page.goto('app://vitrine/#/backups');
  await page.getByRole('button', { name: /^Bring back/ }).click();
  await page.getByLabel('PIN').last().fill(staff.manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: staff.advisor.name })).toBeVisible({ timeout: 30_000 });
  await unlock(page, staff.manager.name, staff.manager.pin);
  expect(await familyNames(page)).toContain('Wong');
  await close();
});
