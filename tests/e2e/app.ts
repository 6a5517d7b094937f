import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Input, OperationName, Output } from '@shared/contract';
import type { Envelope } from '@shared/contract/errors';
import type { Role } from '@shared/contract/permissions';
import { SAMPLE_PINS } from '@shared/domain/sample';

const root = join(import.meta.dirname, '..', '..');

/** The running app, its one window, and the profile folder it writes into. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Quits, and removes the profile unless the test gave it. */
  close(): Promise<void>;
}

interface LaunchOptions {
  /** A folder to start again on; a fresh one otherwise. */
  readonly profile?: string;
  readonly args?: readonly string[];
}

/** The profile of each window that {@link launchApp} opened. */
const profiles = new WeakMap<Page, string>();

/** Starts the built app as it ships: real Electron, real database, a profile of its own. */
export async function launchApp({ profile, args = [] }: LaunchOptions = {}): Promise<RunningApp> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  // As root Chromium refuses its sandbox; the app itself never asks for that.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    cwd: root,
    executablePath: electronProgram(),
    args: [...asRoot, '.', `--user-data-dir=${folder}`, '--lang=en-GB', ...args],
  });
  const page = await app.firstWindow();
  await page.waitForSelector('main');
  profiles.set(page, folder);
  return {
    app,
    page,
    profile: folder,
    async close() {
      await app.close();
      if (!profile) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function electronProgram(): string {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return createRequire(import.meta.url)('electron') as unknown as string;
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/** Goes to a screen that stands behind "More". */
export async function goToMore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** Asks main for one operation through the page's own bridge, again where a job is writing; throws the code where it is refused. */
export async function tell<N extends OperationName>(
  page: Page,
  operation: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = await tryTell(page, operation, input);
  if (answer.ok) return answer.value as Output<N>;
  throw new Error(`${operation}: ${answer.code} ${JSON.stringify(answer.params)}`);
}

/**
 * The same, handing back the envelope. A busy writer is asked again, as the window does (`renderer/lib/call.ts`): in the first
 * minutes of a shop its figures are counted on another thread.
 */
export async function tryTell(page: Page, operation: string, input: unknown): Promise<Envelope> {
  const message = { operation, input, requestId: randomUUID() };
  for (let tries = 1; ; tries += 1) {
    const answer = await page.evaluate(
      (value) =>
        (window as unknown as { vitrine: { invoke(message: unknown): Promise<Envelope> } }).vitrine.invoke(
          value,
        ),
      message,
    );
    if (answer.ok || answer.code !== 'BUSY' || tries === 50) return answer;
    await page.waitForTimeout(100);
  }
}

/** Somebody who can unlock the counter of a test's shop. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly pin: string;
}

export type TestStaff = Readonly<Record<Role, TestPerson>>;

/** The passphrase of every shop that `setUpShop` makes: needed at the next start where there is no key store. */
export const testPassphrase = 'correct horse battery staple watch';

interface ShopOptions {
  readonly name?: string;
  readonly language?: 'en' | 'zh-Hant' | 'zh-Hans';
  /** Folders for backups; they must exist. */
  readonly places?: readonly string[];
}

/**
 * Sets up a real shop through the operations the wizard uses (without its clicks), with one person a role, and leaves
 * it locked. `open-the-shop.spec.ts` drives the wizard itself.
 */
export async function setUpShop(page: Page, options: ShopOptions = {}): Promise<TestStaff> {
  const { name = 'Test Counter', language = 'en', places = [] } = options;
  const { documentId } = await tell(page, 'setup.begin', { name, chineseName: '測試櫃位', language });
  await tell(page, 'setup.proveSheet', { typed: await recoveryKeyOn(page, documentId) });
  const { hasKeyStore } = await tell(page, 'setup.state', {});
  await tell(page, 'setup.finish', {
    shop: {
      name,
      chineseName: '測試櫃位',
      address: '1 Test Street, Central, Hong Kong',
      chineseAddress: '香港中環測試街 1 號',
      hotline: '+852 2345 6789',
      email: 'counter@test.example',
      openingHours: 'Mon–Sun 11:00–20:30',
      privacyOfficer: 'Mandy Lee',
      currency: 'HKD',
      defaultLanguage: language,
    },
    manager: { name: 'Mandy Lee', chineseName: '李文迪', language, pin: pins.manager },
    passphrase: hasKeyStore ? null : testPassphrase,
    places: places.map((folder, index) => ({ folder, label: `Place ${index + 1}`, kind: 'disk' as const })),
  });
  await tell(page, 'session.confirm', { pin: pins.manager });
  const [manager] = await tell(page, 'staff.list', {});
  if (!manager) throw new Error('the shop has no manager');
  const advisor = await addPerson(page, 'Ada Wong', '王雅達', 'advisor', language);
  const service = await addPerson(page, 'Sam Ho', '何心', 'service', language);
  for (const { id, pin } of [advisor, service])
    await tell(page, 'session.changePin', { staffId: id, pin: firstPin, newPin: pin });
  await tell(page, 'session.lock', {});
  await page.reload();
  await page.waitForSelector('main');
  return { manager: { id: manager.id, name: manager.name, pin: pins.manager }, advisor, service };
}

const pins: Readonly<Record<Role, string>> = { manager: '70839461', advisor: '708394', service: '947025' };
const firstPin = '683017';

async function addPerson(
  page: Page,
  name: string,
  chineseName: string,
  role: Role,
  language: 'en' | 'zh-Hant' | 'zh-Hans',
): Promise<TestPerson> {
  const { id } = await tell(page, 'staff.add', { name, chineseName, role, language, pin: firstPin });
  return { id, name, pin: pins[role] };
}

/** The key as it stands on the recovery sheet that is being previewed. */
export function recoveryKeyOn(page: Page, documentId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const sheet = await (await fetch(`/documents/${id}`)).text();
    const groups = new DOMParser().parseFromString(sheet, 'text/html').querySelectorAll('.key li');
    return [...groups].map((group) => group.lastChild?.textContent?.trim()).join('-');
  }, documentId);
}

/** Taps a name and types the PIN. */
export async function unlock(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('textbox').fill(pin);
  await page.keyboard.press('Enter');
  // The PIN's hash takes its time on a busy machine.
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 15_000 });
}

/** Types the passphrase of a shop made by `setUpShop`, where the app asks for it after a restart. */
export async function openWithPassphrase(page: Page): Promise<void> {
  const { hasKeyStore, problem } = await tell(page, 'setup.state', {});
  if (problem?.code !== 'PASSPHRASE_NEEDED' || hasKeyStore) return;
  await tell(page, 'setup.openShop', { passphrase: testPassphrase });
  await page.reload();
  await page.waitForSelector('main');
}

/** Names the folder of the sample shop that `prepared-sample.ts` had made before the run. */
export const preparedSample = 'VITRINE_E2E_SAMPLE';

/** Gives the profile of a window a copy of the prepared sample, unless it has a sample already. */
function copySample(page: Page): void {
  const prepared = process.env[preparedSample];
  const profile = profiles.get(page);
  if (!prepared || !profile) return;
  const own = join(profile, 'sample');
  if (!existsSync(own)) cpSync(prepared, own, { recursive: true });
}

/** Opens the sample shop and unlocks it as its first manager or advisor. */
export async function enterSample(page: Page, role: Role = 'manager'): Promise<void> {
  copySample(page);
  await tell(page, 'setup.openSample', {});
  await page.reload();
  await page.waitForSelector('main');
  const people = await tell(page, 'session.people', {});
  const person = people.find((candidate) => candidate.role === role);
  if (!person) throw new Error(`the sample has no ${role}`);
  await unlock(page, person.name, SAMPLE_PINS[role]);
}

/** Everything a person sees has settled; no violation of WCAG 2.2 A and AA that axe can find. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What was opened just now begins to move with its second frame; what it closed on the way may begin after that.
    for (let round = 0; round < 5; round += 1) {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    }
  });
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => node.target.join(' ')),
  }));
  expect(found).toEqual([]);
}

/** Runs `check` in each language, in light and dark or in the one that is asked for, then puts back what was. */
export async function inEveryLook(
  page: Page,
  check: (look: string) => Promise<void>,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
      // Locked, nobody's look can be set: the lock screen has its own choice.
      await tell(page, 'session.setLook', { language, colorScheme }).catch(() =>
        page.locator(`button[lang=${language}]`).click(),
      );
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await check(`${colorScheme}-${language}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Gives the window's content the size, in pixels; a screen of just that size may take one from each side. */
export async function resize({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  const ask = () =>
    app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
  // A busy machine's collector may take the driver's own promise before it has answered; asked twice, it is the same size.
  await ask().catch((error: Error) =>
    /garbage collected/.test(error.message) ? ask() : Promise.reject(error),
  );
  await page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) <= 1, width);
}
