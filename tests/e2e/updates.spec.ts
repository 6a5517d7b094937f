import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { listName, publish, release, type UpdateServer, updateServer } from '../fixtures/update-place';
import {
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  openWithPassphrase,
  setUpShop,
  type TestStaff,
  tell,
  tryTell,
  unlock,
} from './app';
import { type PackagedApp, packagedProgram, startPackaged } from './packaged-app';

// The packaged app renews itself from a web server of the test and from a folder. The server speaks https with a
// certificate of its own; Chromium is told on the command line to accept this one key, so the app needs no exception.
const oldProgram = 'the program as it is installed';
let server: UpdateServer;
let folder: string;
let installed: string;
let running: PackagedApp | undefined;

test.beforeEach(async () => {
  server = await updateServer();
  folder = mkdtempSync(join(tmpdir(), 'vitrine-updates-'));
  // Where the AppImage lies that the system says it started.
  installed = join(folder, 'Vitrine.AppImage');
  writeFileSync(installed, oldProgram);
  chmodSync(installed, 0o755);
});
test.afterEach(async () => {
  await running?.kill();
  running = undefined;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const profile = join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  running = await startPackaged({
    profile,
    args: [`--ignore-certificate-errors-spki-list=${server.spkiHash}`, ...args],
    env: { APPIMAGE: installed, XDG_CACHE_HOME: join(folder, 'cache'), ...env },
  });
  running.page.setDefaultTimeout(15_000);
  return running.page;
}

async function quit(): Promise<void> {
  await running?.close();
  running = undefined;
}

/** A shop of its own, with its manager at the Updates screen. */
async function openUpdates(page: Page): Promise<TestStaff> {
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: /^Updates/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Updates' })).toBeVisible();
  return staff;
}

async function choosePlace(page: Page, place: string, pin: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Address or folder' }).fill(place);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Look now' })).toBeVisible();
}

test.describe('the packaged app', () => {
  // Each sets up a shop of its own, since the sample is not updated.
  test.describe.configure({ timeout: 120_000 });
  test.skip(
    !packagedProgram || process.platform !== 'linux',
    'VITRINE_PACKAGED does not name a packaged app for Linux (npm run package makes one)',
  );

  test('asks nobody while no place is set', async () => {
    const netLog = join(folder, 'net.json');
    const page = await start([`--log-net-log=${netLog}`]);
    await openUpdates(page);
    await expect(page.getByText('Off: Vitrine asks nobody.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Look now' })).toHaveCount(0);
    expect(await tryTell(page, 'updates.look', {})).toMatchObject({ ok: false, code: 'NO_UPDATE_PLACE' });
    await quit();
    const requests = [...readFileSync(netLog, 'utf8').matchAll(/"(?:url|host)":"([^"]+)"/g)].map(
      ([, address]) => address,
    );
    expect(requests.filter((address) => !address?.startsWith('app:'))).toEqual([]);
  });

  test('fetches what the place holds, can be stopped, and is renewed when it is closed', async () => {
    const next = release('0.2.0', 8_000_000);
    publish(server.held, next);
    const page = await start();
    const { manager } = await openUpdates(page);
    await choosePlace(page, server.address, manager.pin);
    await page.getByRole('button', { name: 'Look now' }).click();
    await expect(page.getByText('Version 0.2.0 is there.')).toBeVisible();
    await inEveryLook(page, () => expectNoAxeViolations(page));
    await tell(page, 'session.setLook', { language: 'en' });

    server.slowness = 100;
    await page.getByRole('button', { name: 'Fetch version 0.2.0' }).click();
    await expect(page.locator('main').getByText(/^[1-9]\d?%/)).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Fetch version 0.2.0' })).toBeVisible();
    expect(await tell(page, 'updates.state', {})).toMatchObject({ waiting: null });

    server.slowness = 0;
    await page.getByRole('button', { name: 'Fetch version 0.2.0' }).click();
    await expect(page.getByText('Version 0.2.0 is fetched and checked.')).toBeVisible();
    // Nothing changes while somebody works.
    expect(readFileSync(installed, 'utf8')).toBe(oldProgram);
    // What was asked tells this computer from no other.
    expect(server.asked.length).toBeGreaterThan(1);
    for (const { headers } of server.asked) expect(headers['x-user-staging-id'] ?? '').toBe('');

    await quit();
    expect(readFileSync(installed).equals(next.program)).toBe(true);
    const again = await start();
    await openWithPassphrase(again);
    await unlock(again, manager.name, manager.pin);
    expect(await tell(again, 'doctor.check', {})).toMatchObject({ isWell: true });
  });

  test('takes nothing from a place that is wrong, goes nowhere else, and says what is the matter', async () => {
    const elsewhere = await updateServer();
    try {
      const page = await start([
        `--ignore-certificate-errors-spki-list=${server.spkiHash},${elsewhere.spkiHash}`,
      ]);
      const { manager } = await openUpdates(page);
      await choosePlace(page, server.address, manager.pin);
      const look = page.getByRole('button', { name: 'Look now' });
      const fetch = page.getByRole('button', { name: 'Fetch version 0.2.0' });
      const problem = (text: string) => expect(page.locator('main').getByRole('alert')).toContainText(text);

      await look.click();
      await problem('holds no list of versions');
      publish(server.held, release('0.1.0'));
      await look.click();
      await expect(page.getByText('This is the newest version there.')).toBeVisible();

      const next = release('0.2.0');
      publish(server.held, next);
      publish(elsewhere.held, next);
      server.held.set(next.name, Buffer.concat([next.program.subarray(0, -1), Buffer.from('!')]));
      await look.click();
      await fetch.click();
      await problem('thrown away');
      server.held.set(next.name, { redirect: `${elsewhere.address}${next.name}` });
      await fetch.click();
      await problem('does not answer');
      expect(elsewhere.asked).toEqual([]);
      await server.close();
      await look.click();
      await problem('does not answer');

      expect(await tell(page, 'updates.state', {})).toMatchObject({ waiting: null });
      await quit();
      expect(readFileSync(installed, 'utf8')).toBe(oldProgram);
    } finally {
      await elsewhere.close();
    }
  });

  test('is renewed from a folder of the file server, unless the place was turned off', async () => {
    const next = release('0.2.0');
    const share = join(folder, 'share');
    mkdirSync(share);
    writeFileSync(join(share, listName), next.list);
    writeFileSync(join(share, next.name), next.program);
    const page = await start();
    const { manager } = await openUpdates(page);
    await choosePlace(page, share, manager.pin);
    const waiting = page.getByText('Version 0.2.0 is fetched and checked.');
    expect(await tell(page, 'updates.fetch', {})).toEqual({ waiting: '0.2.0' });
    await expect(waiting).toBeVisible();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await expect(page.getByText('Off: Vitrine asks nobody.')).toBeVisible();
    await expect(waiting).toHaveCount(0);
    await quit();
    expect(readFileSync(installed, 'utf8')).toBe(oldProgram);

    const again = await start();
    await openWithPassphrase(again);
    await unlock(again, manager.name, manager.pin);
    await tell(again, 'session.confirm', { pin: manager.pin });
    await tell(again, 'updates.setPlace', { place: share });
    expect(await tell(again, 'updates.fetch', {})).toEqual({ waiting: '0.2.0' });
    await quit();
    expect(readFileSync(installed).equals(next.program)).toBe(true);
  });

  test('says what to do where it was only unpacked', async () => {
    const page = await start([], { APPIMAGE: '' });
    await openUpdates(page);
    await expect(page.getByText('This copy was only unpacked')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Address or folder' })).toHaveCount(0);
    expect(existsSync(join(folder, 'cache', 'vitrine-updater'))).toBe(false);
  });
});

test('a copy that runs from its source says how it is renewed, and an advisor cannot choose a place', async () => {
  const { page, close } = await launchApp();
  const { advisor } = await openUpdates(page);
  await expect(page.getByText('This copy runs from its source')).toBeVisible();
  await tell(page, 'session.lock', {});
  await unlock(page, advisor.name, advisor.pin);
  expect(await tryTell(page, 'updates.setPlace', { place: server.address })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  await close();
});
