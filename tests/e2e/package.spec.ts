import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, type Page, test } from '@playwright/test';
import type { Output } from '@shared/contract';
import { enterSample, tell } from './app';
import { type PackagedApp, packagedProgram, startPackaged } from './packaged-app';

// The app as it is shipped. `npm test` packages it first; by hand: `npm run package`, then VITRINE_PACKAGED=<program>.
test.skip(!packagedProgram, 'VITRINE_PACKAGED does not name a packaged app (npm run package makes one)');

const resources = join(dirname(packagedProgram), 'resources');
let profile: string;
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'vitrine-packaged-'));
});
test.afterEach(() => rmSync(profile, { recursive: true, force: true }));

/** The fuses as electron-builder.yml wants them. */
function wantedFuses(): [name: string, isOn: boolean][] {
  const config = readFileSync(join(import.meta.dirname, '..', '..', 'electron-builder.yml'), 'utf8');
  const section = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(config)?.[1] ?? '';
  return [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name = '', value]) => [
    name,
    value === 'true',
  ]);
}

test('the packaged app’s fuses are as electron-builder.yml sets them', async () => {
  const fuses = await getCurrentFuseWire(packagedProgram);
  const wanted = wantedFuses();
  expect(wanted).toHaveLength(8);
  const real = wanted.map(([name]) => {
    const option = FuseV1Options[`${name[0]?.toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options];
    return [name, fuses[option] === FuseState.ENABLE];
  });
  expect(real).toEqual(wanted);
});

test('the packaged app is one archive and the driver, and nothing beside it is started', () => {
  expect(existsSync(join(resources, 'app.asar'))).toBe(true);
  for (const name of ['app', 'default_app.asar']) expect(existsSync(join(resources, name))).toBe(false);
});

test('the packaged app is no Node, loads no code from the environment, and opens no debugger', async () => {
  const asNode = spawnSync(packagedProgram, ['-p', '6 * 7'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 5000,
  });
  expect(asNode.stdout).not.toContain('42');

  const trace = join(profile, 'was-here');
  const intruder = join(profile, 'intruder.cjs');
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const running = await startPackaged({
    profile: join(profile, 'home'),
    env: { NODE_OPTIONS: `--require=${intruder}`, VITRINE_NATIVE_BINDING: intruder },
    args: ['--inspect=0'],
  });
  await enterSample(running.page);
  await running.close();
  expect(existsSync(trace)).toBe(false);
  expect(running.said()).not.toContain('Debugger listening on');
});

test('the packaged app opens the sample shop, unlocks, and finds people', async () => {
  const { page, close } = await startPackaged({ profile });
  page.setDefaultTimeout(15_000);
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('chan');
  await expect(page.getByRole('option').first()).toContainText(/chan/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Purchases' })).toBeVisible();
  await close();
});

const kills = 4;

test('the packaged app, killed in the middle of a storm of writes, has kept everything it said was saved', async () => {
  test.setTimeout(180_000);
  const saved: string[] = [];
  let customerId = '';
  for (let round = 0; round < kills; round += 1) {
    const running = await startPackaged({ profile });
    await enterSample(running.page, 'advisor');
    customerId ||= await anybody(running.page);
    expect(await notesOf(running.page, customerId)).toEqual(expect.arrayContaining(saved));
    await storm(running, customerId, round, saved);
  }
  const { page, close } = await startPackaged({ profile });
  await enterSample(page);
  expect(saved.length).toBeGreaterThan(kills * 5);
  expect(await notesOf(page, customerId)).toEqual(expect.arrayContaining(saved));
  const { isWell } = await tell(page, 'doctor.check', {});
  expect(isWell).toBe(true);
  await close();
  test
    .info()
    .annotations.push({ type: 'measured', description: `${saved.length} acknowledged, ${kills} kills` });
});

async function anybody(page: Page): Promise<string> {
  const { rows } = await tell(page, 'customers.list', { limit: 1 });
  if (!rows[0]) throw new Error('the sample has no customers');
  return rows[0].id;
}

/** Writes notes from four sides at once until the process is killed; `saved` gets those that were acknowledged. */
async function storm(
  running: PackagedApp,
  customerId: string,
  round: number,
  saved: string[],
): Promise<void> {
  let isOver = false;
  const writeOn = async (lane: number) => {
    for (let count = 0; !isOver; count += 1) {
      const body = `round ${round}, lane ${lane}, note ${count}`;
      await tell(running.page, 'customers.addNote', { customerId, body });
      saved.push(body);
    }
  };
  const lanes = [0, 1, 2, 3].map((lane) => writeOn(lane).catch(() => undefined));
  await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 900));
  await running.kill();
  isOver = true;
  await Promise.all(lanes);
}

async function notesOf(page: Page, customerId: string): Promise<(string | null)[]> {
  const details: (string | null)[] = [];
  let cursor: string | null = null;
  do {
    const answer: Output<'timeline.forCustomer'> = await tell(page, 'timeline.forCustomer', {
      customerId,
      kinds: ['note'],
      cursor,
      limit: 200,
    });
    details.push(...answer.entries.map(({ detail }) => detail));
    cursor = answer.next;
  } while (cursor);
  return details;
}
