import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { DEFAULT_OVERSIGHT_RULES } from '@shared/domain/oversight';
import { enterSample, tell } from '../../e2e/app';
import { median, ms, quantile, type Row } from './result';
import { copyOfSample, sampleOf } from './shops';

type Say = (line: string) => void;

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const runtime = () =>
  join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '',
    process.platform === 'win32' ? 'electron.exe' : 'electron',
  );

async function launch(what: string, profile: string): Promise<Opened> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: runtime(),
    args: [...asRoot, what, `--user-data-dir=${profile}`, '--lang=en-GB'],
    env: electronEnv(),
  });
  const page = await app.firstWindow();
  await page.waitForSelector('main');
  return { app, page };
}

/** The driver's binary for the runtime, which the benchmark's own process does not load. */
function electronEnv(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const binding = process.env.VITRINE_BENCH_ELECTRON_BINDING;
  return { ...Object.fromEntries(kept), ...(binding ? { VITRINE_NATIVE_BINDING: binding } : {}) };
}

/** A profile whose sample shop is this folder. */
function profileWith(sample: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-bench-profile-'));
  symlinkSync(sample, join(profile, 'sample'));
  return profile;
}

async function enter(page: Page): Promise<void> {
  await enterSample(page);
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
}

/** Key press → painted, in the real window, on a large shop and on a small one. */
export async function benchTyping(customers: number, say: Say): Promise<Row[]> {
  const large = await typing(customers, say);
  const small = await typing(1000, say);
  const frames = (quantile(large, 0.95) - quantile(small, 0.95)) / (1000 / 60);
  return [
    {
      measure: `key press → results painted, ${customers.toLocaleString('en')} customers, p95 of ${large.length} keys`,
      ours: `${ms(median(large))} median, ${ms(quantile(large, 0.95))} p95, ${ms(quantile(large, 0.99))} p99`,
      beside: `with 1,000 customers: ${ms(median(small))} median, ${ms(quantile(small, 0.95))} p95 (${frames.toFixed(1)} frames apart; bar 2)`,
      value: quantile(large, 0.95),
      bar: 50,
      unit: 'ms',
    },
  ];
}

const typed = [
  'chan tai',
  'wong',
  'peter',
  'lau wai',
  '9123',
  'cheung',
  'leung ka',
  'ho man',
  'winnie',
  'ng chi',
];

async function typing(customers: number, say: Say): Promise<number[]> {
  const sample = await sampleOf(customers, say);
  say(`typing, ${customers} customers`);
  const profile = profileWith(sample);
  const { app, page } = await launch('.', profile);
  await enter(page);
  const box = page.getByRole('combobox').first();
  await box.focus();
  await watchPaints(page);
  for (const text of typed) {
    for (const key of text) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(120);
    }
    await box.fill('');
    await page.waitForTimeout(200);
  }
  const times = await page.evaluate(() => (window as unknown as { painted: number[] }).painted);
  await app.close();
  rmSync(profile, { recursive: true, force: true });
  return times;
}

/** From each key to the frame after the list of results last changed for it. */
function watchPaints(page: Page): Promise<void> {
  return page.evaluate(() => {
    const painted: number[] = [];
    let pressed = 0;
    let last = 0;
    const keep = () => {
      if (last > 0) painted.push(last - pressed);
      last = 0;
    };
    window.addEventListener(
      'keydown',
      (event) => {
        keep();
        pressed = event.timeStamp;
      },
      true,
    );
    new MutationObserver((changes) => {
      const inList = changes.some(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest('search') && !element.closest('input');
      });
      if (!inList || pressed === 0) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          last = performance.now();
        };
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { painted });
  });
}

const STARTS = 7;

/** From the start of the process to a field that takes a key; resident memory before and after work. */
export async function benchStartAndMemory(say: Say): Promise<Row[]> {
  const sample = await sampleOf(2000, say);
  say('starting, seven times each, in turns');
  const empty: number[] = [];
  const first: number[] = [];
  const daily: number[] = [];
  const unlocks: number[] = [];
  let emptyMb = 0;
  const kept = profileWith(sample);
  // A profile keeps the page's compiled code from its second start on, and uses it from the third.
  for (let start = 0; start < 3; start += 1) await (await launch('.', kept)).app.close();
  for (let round = 0; round < STARTS; round += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'vitrine-bench-empty-'));
    const started = performance.now();
    const bare = await launch(join('tests', 'bench', 'rest', 'empty-window.cjs'), profile);
    await typeOne(bare.page, bare.page.locator('input'));
    empty.push(performance.now() - started);
    if (round === 0) emptyMb = residentMb(bare.app);
    await bare.app.close();
    rmSync(profile, { recursive: true, force: true });

    const home = profileWith(sample);
    const began = performance.now();
    const { app, page } = await launch('.', home);
    first.push(performance.now() - began);
    const unlocking = performance.now();
    await enter(page);
    await typeOne(page, page.getByRole('combobox').first());
    unlocks.push(performance.now() - unlocking);
    await app.close();
    rmSync(home, { recursive: true, force: true });
    const again = performance.now();
    const everyDay = await launch('.', kept);
    daily.push(performance.now() - again);
    await everyDay.app.close();
  }
  rmSync(kept, { recursive: true, force: true });
  const beside = `empty Electron window with a field that takes a key: ${ms(median(empty))}`;
  return [
    {
      measure: 'cold start → first screen painted and answering, the first of a computer',
      ours: `${ms(median(first))} (and ${ms(median(unlocks))} to open the shop, verify the PIN and have the search box take a key)`,
      beside,
      value: median(first) / median(empty),
      bar: 1.5,
      unit: '×',
    },
    {
      measure: 'the same on a computer that starts the app every day',
      ours: ms(median(daily)),
      beside,
      value: median(daily) / median(empty),
      bar: 1.5,
      unit: '×',
    },
    await memory(sample, emptyMb, say),
  ];
}

async function typeOne(page: Page, field: ReturnType<Page['locator']>): Promise<void> {
  await field.focus();
  await page.keyboard.press('a');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === 'a'),
  );
}

const VISITS = 120;

async function memory(sample: string, emptyMb: number, say: Say): Promise<Row> {
  say(`memory over ${VISITS} look-ups`);
  const profile = profileWith(sample);
  const { app, page } = await launch('.', profile);
  await enter(page);
  // So many look-ups in a minute would otherwise be asked for their reason.
  await tell(page, 'shop.saveSettings', {
    oversightRules: { ...DEFAULT_OVERSIGHT_RULES, differentRecords: 1000 },
  });
  const { rows } = await tell(page, 'customers.list', { sort: 'spend', limit: VISITS });
  const figures: number[] = [];
  for (const [index, { id }] of rows.entries()) {
    await page.evaluate((to) => {
      location.hash = `#/customers/${to}`;
    }, id);
    await page.getByRole('region', { name: 'Purchases' }).waitFor();
    if (index % 20 === 19) figures.push(residentMb(app));
  }
  await app.close();
  rmSync(profile, { recursive: true, force: true });
  const last = figures.at(-1) ?? 0;
  return {
    measure: `resident memory of all processes after ${VISITS} customers opened one after the other`,
    ours: `${Math.round(last)} MB (every 20 customers: ${figures.map(Math.round).join(', ')})`,
    beside: `empty Electron window: ${Math.round(emptyMb)} MB`,
    value: last / emptyMb,
    bar: 1.6,
    unit: '×',
  };
}

/** Proportional share of what the processes of an app hold in memory: shared pages counted once. */
function residentMb(app: ElectronApplication): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readQuietly(`/proc/${name}/stat`) : '';
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const root = app.process().pid ?? 0;
  const isOurs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  let kb = 0;
  for (const pid of parents.keys())
    if (isOurs(pid)) kb += Number(/^Pss:\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return kb / 1024;
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const RECEIPTS = 200;
const LINES = 10;
const OPENINGS = 12;

/** The screen of a customer with 2,000 purchase lines: from the key that opens it to its purchases painted. */
export async function benchLongCustomer(say: Say): Promise<Row[]> {
  say('a customer with 2,000 lines');
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-long-'));
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  await copyOfSample(1000, join(profile, 'sample'), say);
  const { app, page } = await launch('.', profile);
  await enter(page);
  const { id } = await tell(page, 'customers.create', { familyName: 'Longhistory', givenName: 'Ada' });
  for (let receipt = 0; receipt < RECEIPTS; receipt += 1)
    await tell(page, 'sales.record', { customerId: id, lines: linesOf(receipt) });
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await page.evaluate(() => {
      location.hash = '#/customers';
    });
    await page.waitForTimeout(400);
    times.push(await opens(page, id));
  }
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      measure: 'a customer with 2,000 purchase lines: asked for → purchases painted',
      ours: `${ms(median(times))} median, ${ms(Math.max(...times))} worst of ${times.length}; the first, with nothing cached: ${ms(times[0] ?? 0)}`,
      beside: null,
      value: median(times),
      bar: 100,
      unit: 'ms',
    },
  ];
}

const linesOf = (receipt: number) =>
  Array.from({ length: LINES }, (_none, line) => ({
    description: `Strap ${receipt}-${line}`,
    quantity: 1,
    unitPriceMinor: 10_000 + line,
  }));

/** Milliseconds until the first receipt's lines are painted. */
function opens(page: Page, customerId: string): Promise<number> {
  return page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = () => {
          if (!/Strap \d+-\d+/.test(document.querySelector('main')?.textContent ?? ''))
            return requestAnimationFrame(look);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - started);
            port2.postMessage(null);
          });
        };
        location.hash = `#/customers/${id}`;
        look();
      }),
    customerId,
  );
}
