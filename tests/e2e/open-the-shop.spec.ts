import { existsSync, mkdtempSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import {
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  openWithPassphrase,
  type RunningApp,
  recoveryKeyOn,
  setUpShop,
  tell,
  testPassphrase,
  unlock,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true });

/** The slip everybody makes: two neighbours exchanged (or, where they are alike, one replaced). */
function swapTwo(group: string): string {
  const [a = '', b = '', ...rest] = group;
  return a === b ? `${a}${a === '7' ? '8' : '7'}${rest.join('')}` : `${b}${a}${rest.join('')}`;
}

async function keyInPreview(page: Page): Promise<string> {
  const source = await page.locator('iframe').getAttribute('src');
  return recoveryKeyOn(page, source?.split('/').at(-1) ?? '');
}

test('the wizard sets up a real shop', async () => {
  running = await launchApp();
  const { page, profile } = running;
  const usb = mkdtempSync(join(tmpdir(), 'vitrine-usb-'));
  await page.screenshot({ path: test.info().outputPath('welcome.png') });
  await page.getByRole('button', { name: /Set up my shop/ }).click();

  await page.getByLabel('Shop name (English)').fill('Queen’s Road Time');
  await page.getByLabel('Shop name (Chinese)').fill('皇后時間');
  await page.getByLabel('Address (English)').fill('88 Queen’s Road Central, Hong Kong');
  await page.getByLabel('Hotline').fill('+852 2987 6543');
  await page.getByLabel('Opening hours').fill('Mon–Sun 11:00–20:30');
  await page.screenshot({ path: test.info().outputPath('shop.png') });
  await next(page).click();

  await page.getByRole('textbox', { name: 'Your name', exact: true }).fill('Mandy Lee');
  await page.getByLabel('PIN, at least 8 digits').fill('12345678');
  await expect(page.getByText('A row of digits')).toBeVisible();
  await expect(next(page)).toBeDisabled();
  await page.getByLabel('PIN, at least 8 digits').fill('70839461');
  await page.getByLabel('PIN again').fill('70839461');
  await page.screenshot({ path: test.info().outputPath('manager.png') });
  await next(page).click();

  const { hasKeyStore } = await tell(page, 'setup.state', {});
  if (!hasKeyStore) {
    await page.getByLabel('Passphrase', { exact: true }).fill('password');
    await expect(page.getByText('Too easy to guess')).toBeVisible();
    await page.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
    await page.getByLabel('Passphrase again').fill(testPassphrase);
    await page.screenshot({ path: test.info().outputPath('passphrase.png') });
    await next(page).click();
  }

  const key = await keyInPreview(page);
  const groups = key.split('-');
  const wrongFifth = groups.map((group, index) => (index === 4 ? swapTwo(group) : group)).join('-');
  await page.getByLabel('Type the key from the sheet').fill(wrongFifth);
  await expect(page.getByText('Look at group 5 again.')).toBeVisible();
  await expect(next(page)).toBeDisabled();
  // Back and forward keep the sheet and what was typed.
  await page.getByRole('button', { name: 'Back' }).click();
  await next(page).click();
  expect(await keyInPreview(page)).toBe(key);
  await page.getByLabel('Type the key from the sheet').fill(key.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Check the key' }).click();
  await expect(page.getByText('The key is right.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('sheet.png') });
  await next(page).click();

  await expect(page.getByText('Without a place there is no backup.')).toBeVisible();
  await page.getByLabel('Or type a folder').fill(join(profile, 'copies'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('lies inside Vitrine')).toBeVisible();
  await page.getByLabel('Or type a folder').fill(usb);
  await page.getByRole('button', { name: 'Add this place' }).click();
  await expect(page.getByText('One place is a start')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('places.png') });
  expect(existsSync(join(profile, 'shop'))).toBe(false);
  await next(page).click();

  await page.screenshot({ path: test.info().outputPath('finish.png') });
  await page.getByRole('button', { name: 'Open my shop' }).click();
  // Two keys are derived, a database is made: seconds on a slow machine.
  await expect(page.getByRole('button', { name: 'Mandy Lee Manager' })).toBeVisible({ timeout: 20_000 });
  expect(readdirSync(join(profile, 'shop'))).toEqual(expect.arrayContaining(['key.json', 'vitrine.db']));
});

test('a restarted shop asks for its passphrase, and the recovery sheet opens it too', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  running = await launchApp({ profile });
  const { documentId } = await tell(running.page, 'setup.begin', {
    name: 'Test Counter',
    chineseName: null,
    language: 'en',
  });
  const key = await recoveryKeyOn(running.page, documentId);
  await setUpShop(running.page);
  await running.close();

  running = await launchApp({ profile });
  const { page } = running;
  if ((await tell(page, 'setup.state', {})).hasKeyStore) return;
  await page.getByLabel('Passphrase').fill('not the passphrase at all');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is not the passphrase.')).toBeVisible();
  await page.getByRole('button', { name: 'Use the recovery sheet instead' }).click();
  await page.getByLabel('Recovery key').fill(key);
  await page.getByLabel('New passphrase', { exact: true }).fill('nine quiet clocks strike seven');
  await page.getByLabel('Passphrase again').fill('nine quiet clocks strike seven');
  await page.getByRole('button', { name: 'Open the shop' }).click();
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
});

test('a damaged shop says so, keeps its files, and offers no empty shop', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  running = await launchApp({ profile });
  await setUpShop(running.page);
  await running.close();
  const database = join(profile, 'shop', 'vitrine.db');
  truncateSync(database, 0);

  running = await launchApp({ profile });
  const { page } = running;
  if (!(await tell(page, 'setup.state', {})).hasKeyStore) {
    await page.getByLabel('Passphrase').fill(testPassphrase);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('damaged or was cut off')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('damaged.png') });
  await expect(page.getByRole('button', { name: 'Set up my shop' })).toHaveCount(0);
  expect(statSync(database).size).toBe(0);
});

test('the lock screen: tries left, the wait, the lock key; a new colleague chooses a PIN', async () => {
  running = await launchApp();
  const { page } = running;
  const { advisor, manager } = await setUpShop(page);
  await page.getByRole('button', { name: advisor.name }).click();
  const pin = page.getByRole('textbox');
  for (const left of [9, 8, 7]) {
    await pin.fill('111222');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${left} tries left`)).toBeVisible();
  }
  await expect(page.getByText(/Wait \d s/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('wait.png') });
  await page.getByRole('button', { name: 'Somebody else' }).click();

  await unlock(page, manager.name, manager.pin);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: /Add people/ }).click();
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bella Kwok');
  await page.getByLabel('Chinese name').fill('郭寶兒');
  await page.getByLabel('First PIN').fill('683017');
  await page.getByLabel('New PIN again').fill('683017');
  await page.screenshot({ path: test.info().outputPath('add.png') });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // Adding somebody is a change of roles: the PIN is asked again.
  await page.getByLabel('PIN', { exact: true }).fill(manager.pin);
  await page.keyboard.press('Enter');
  // Two PINs are hashed meanwhile: seconds on a busy machine.
  await expect(page.getByRole('cell', { name: 'Bella Kwok 郭寶兒' })).toBeVisible({ timeout: 20_000 });
  await page.screenshot({ path: test.info().outputPath('staff.png') });
  await page.keyboard.press('Control+l');

  await page.getByRole('button', { name: /Bella Kwok/ }).click();
  for (const digit of '683017') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { name: 'Choose your own PIN' })).toBeVisible();
  await page.getByLabel('New PIN', { exact: true }).fill('947025');
  await page.getByLabel('New PIN again').fill('947025');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Bella Kwok Advisor' })).toBeVisible({ timeout: 20_000 });
});

test('every screen of the opening passes axe in light, dark and three languages', async () => {
  test.setTimeout(180_000);
  running = await launchApp();
  const { page } = running;
  await page.setViewportSize({ width: 1280, height: 800 });
  const look = (name: string) =>
    inEveryLook(page, async (suffix) => {
      await page.screenshot({ path: test.info().outputPath(`${name}-${suffix}.png`) });
      await expectNoAxeViolations(page);
    });
  await look('welcome');
  await page
    .getByRole('button')
    .filter({ has: page.locator('svg') })
    .first()
    .click();
  await look('wizard');
  const { manager } = await setUpShop(page);
  await look('lock');
  await page.getByRole('button', { name: manager.name }).click();
  await look('pin');
  await page.getByRole('textbox').fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  for (const screen of ['settings', 'staff']) {
    await page.goto(`app://vitrine/#/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(screen);
  }
});

test('one press makes the sample; it says that it is one, and one press starts for real', async () => {
  running = await launchApp();
  const { page } = running;
  await page.getByRole('button', { name: /sample shop/ }).click();
  await expect(page.getByText('Who is working?')).toBeVisible({ timeout: 120_000 });
  const [worker] = await tell(page, 'session.people', {});
  await unlock(page, worker?.name ?? '', SAMPLE_PINS.manager);
  await tell(page, 'session.setLook', { language: 'en' });
  const mark = page.getByRole('complementary', { name: 'Sample shop' });
  await expect(mark).toContainText('Everybody here is invented');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: /Start for real/ })).toBeVisible();
  const [manager] = await tell(page, 'session.people', {});
  await unlock(page, manager?.name ?? '', SAMPLE_PINS.manager);
  await mark.getByRole('button', { name: /Start for real/ }).click();
  await expect(page.getByRole('heading', { name: 'The shop', exact: true })).toBeVisible();
  await expect(page.getByLabel('Shop name (English)')).toHaveValue('');
});

test('the counter unlocks again after a restart', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  running = await launchApp({ profile });
  const staff = await setUpShop(running.page);
  await running.close();
  running = await launchApp({ profile });
  await openWithPassphrase(running.page);
  await unlock(running.page, staff.service.name, staff.service.pin);
});
