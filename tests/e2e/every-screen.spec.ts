import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { words } from '@shared/words';
import {
  enterSample,
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  type RunningApp,
  resize,
  tell,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

interface Screen {
  readonly name: string;
  /** The route as the router knows it. */
  readonly route: string;
  readonly path: string;
  /** What must be done before the screen shows what is to be looked at, and undone after. */
  readonly open?: (page: Page) => Promise<void>;
  readonly close?: (page: Page) => Promise<void>;
}

/** One of the parts of a screen, by its place: its name is in the language of the walk. */
const tabOf = (index: number) => (page: Page) =>
  page.locator('#main .mantine-SegmentedControl-label').nth(index).click();

/** Every screen of the window on the sample shop: full, empty, new. */
async function screensOf(page: Page): Promise<Screen[]> {
  const candidates = await tell(page, 'vip.candidates', { limit: 12 });
  const customerId = candidates.at(-1)?.person.id;
  const [product] = (await tell(page, 'products.list', {})).products;
  if (!customerId || !product) throw new Error('the sample is empty');
  const { id: newcomer } = await tell(page, 'customers.create', {
    familyName: 'Featherstonehaugh-Cholmondeley',
    givenName: 'Maximilian Alexander Bartholomew',
    chineseName: '歐陽長名字測試顧客',
    contacts: [],
  });
  const { today } = await tell(page, 'today.list', {});
  for (const isDiscreet of [false, true])
    await tell(page, 'promises.make', {
      customerId,
      kind: 'find',
      what: 'Find the blue dial 藍面',
      dueOn: today,
      isDiscreet,
    });
  const [job] = (await tell(page, 'jobs.board', {})).jobs;
  const [staff] = await tell(page, 'staff.list', {});
  const { reviewId } = await tell(page, 'reviews.plan', {
    customerId: newcomer,
    plannedOn: today,
    place: 'In the shop 店內',
    ourPeople: [staff?.id ?? ''],
  });
  const [coming] = (await tell(page, 'events.list', { show: 'coming' })).events;
  const [past] = (await tell(page, 'events.list', { show: 'past' })).events;
  const [programme] = await tell(page, 'programmes.list', { show: 'closed' });
  const [piece] = (await tell(page, 'allocations.list', {})).allocations;
  const screen = (name: string, route: string, path = route): Screen => ({ name, route, path });
  return [
    screen('today', '/'),
    screen('customers', '/customers'),
    screen('customer-new', '/customers/new'),
    screen('customer', '/customers/$customerId', `/customers/${customerId}`),
    screen('customer-empty', '/customers/$customerId', `/customers/${newcomer}`),
    screen('products', '/products'),
    screen('product', '/products/$productId', `/products/${product.id}`),
    screen('sale', '/sale'),
    screen('sale-begun', '/sale', `/sale?customerId=${customerId}&productId=${product.id}`),
    screen('needs', '/needs'),
    screen('calendar', '/calendar'),
    screen('settings-plans', '/settings/plans'),
    screen('prospects', '/prospects'),
    screen('promises', '/promises'),
    screen('enquiries', '/enquiries'),
    screen('quotations', '/quotations'),
    screen('settings-quotations', '/settings/quotations'),
    screen('interests', '/interests'),
    screen('allocations', '/allocations'),
    screen('allocation', '/allocations/$allocationId', `/allocations/${piece?.id}`),
    screen('allocation-criteria', '/allocations/criteria'),
    screen('fairness', '/allocations/fairness'),
    screen('jobs', '/jobs'),
    screen('job-new', '/jobs/new', `/jobs/new?customerId=${newcomer}`),
    screen('job', '/jobs/$jobId', `/jobs/${job?.id}`),
    screen('handovers', '/handovers'),
    screen('gifts', '/gifts'),
    screen('reviews', '/reviews'),
    screen('review-meeting', '/reviews/$reviewId', `/reviews/${reviewId}`),
    screen('events', '/events'),
    screen('event', '/events/$eventId', `/events/${coming?.id}`),
    screen('event-past', '/events/$eventId', `/events/${past?.id}`),
    screen('event-door', '/events/$eventId/door', `/events/${past?.id}/door`),
    screen('programmes', '/programmes'),
    screen('programme', '/programmes/$programmeId', `/programmes/${programme?.id}`),
    screen('guidelines', '/guidelines'),
    screen('review', '/review'),
    screen('campaigns', '/campaigns'),
    screen('campaign', '/campaigns/$campaignId', '/campaigns/new'),
    screen('segments', '/segments'),
    screen('segment', '/segments/$segmentId', '/segments/new'),
    screen('privacy', '/privacy'),
    { ...screen('privacy-retention', '/privacy'), open: tabOf(3) },
    { ...screen('privacy-incidents', '/privacy'), open: tabOf(4) },
    screen('vip-candidates', '/vip'),
    screen('vip-invitation', '/vip/$customerId', `/vip/${customerId}`),
    screen('complaints', '/complaints'),
    screen('feedback', '/feedback'),
    screen('surveys', '/feedback/surveys'),
    screen('survey', '/feedback/$customerId', `/feedback/${customerId}`),
    screen('settings-care', '/settings/care'),
    screen('settings-benefits', '/settings/benefits'),
    screen('import', '/import'),
    screen('conversations', '/conversations'),
    screen('day-close', '/day-close'),
    screen('backups', '/backups'),
    screen('settings', '/settings'),
    screen('settings-notices', '/settings/notices'),
    screen('settings-vip', '/settings/vip'),
    screen('settings-templates', '/settings/templates'),
    screen('settings-updates', '/settings/updates'),
    screen('staff', '/staff'),
    {
      ...screen('search', '/'),
      async open(open) {
        await open.getByRole('combobox').first().fill('chan');
        await expect(open.getByRole('option').first()).toBeVisible();
      },
      async close(open) {
        await open.getByRole('combobox').first().fill('');
        await open.keyboard.press('Escape');
      },
    },
  ];
}

// Each has an app of its own: the two run side by side.
test.describe.configure({ mode: 'parallel' });

for (const scheme of ['light', 'dark'] as const)
  test(`every screen, ${scheme}, in three languages: axe, nothing cut off, no key, no error`, async () => {
    test.setTimeout(900_000);
    const walk = await beginWalk();
    await resize(running, 1280, 800);
    await inEveryLook(running.page, walk.visit, [scheme]);
    // The larger screen once: in the language with the widest characters.
    if (scheme === 'light') {
      await tell(running.page, 'session.setLook', { language: 'zh-Hant', colorScheme: scheme });
      await resize(running, 1920, 1080);
      await walk.visit('wide-zh-Hant');
      await resize(running, 1280, 800);
    }
    await tell(running.page, 'session.lock', {});
    await expect(running.page.getByRole('navigation')).toHaveCount(0);
    await inEveryLook(running.page, walk.look, [scheme]);
    expect(walk.problems()).toEqual([]);
  });

/** The sample shop, open, and somebody who goes through every screen and remembers what is wrong. */
async function beginWalk() {
  const info = test.info();
  running = await launchApp();
  const { page } = running;
  const problems = new Set<string>();
  let where = 'start';
  page.on('console', (message) => {
    if (message.type() === 'error') problems.add(`${where}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.add(`${where}: ${error.message}`));
  await enterSample(page);
  const screens = await screensOf(page);
  expect(screens.map(({ route }) => route)).toEqual(expect.arrayContaining(routesOfTheApp()));

  const look = async (name: string) => {
    where = name;
    if (!name.includes('zh-Hans')) await page.screenshot({ path: info.outputPath(`${name}.png`) });
    for (const problem of await problemsOn(page)) problems.add(`${name}: ${problem}`);
  };
  const visit = async (name: string) => {
    for (const screen of screens) {
      await goTo(page, screen);
      await look(`${name}-${screen.name}`);
      await screen.close?.(page);
    }
  };
  return { look, visit, problems: () => [...problems] };
}

/** Every path the router serves, as its source says, so that a new screen cannot be forgotten here. */
function routesOfTheApp(): string[] {
  const source = readFileSync(join(import.meta.dirname, '../../renderer/app/routes.tsx'), 'utf8');
  return [...source.matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? '');
}

async function goTo(page: Page, screen: Screen): Promise<void> {
  await page.evaluate((path) => {
    window.location.hash = path;
  }, screen.path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('.mantine-Skeleton-root[data-visible]')).toHaveCount(0);
  await screen.open?.(page);
  await page.waitForTimeout(150);
}

async function problemsOn(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const seen: string[] = [];
    const isWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
    const name = (element: Element) => (element.textContent ?? '').trim().slice(0, 60);
    for (const element of [document.scrollingElement, document.querySelector('#main')])
      if (element && isWide(element)) seen.push(`${element.tagName} scrolls sideways`);
    for (const button of document.querySelectorAll('button, a, label')) {
      if (!button.checkVisibility()) continue;
      // A name that is too long for its row ends in an ellipsis on purpose.
      const parts = [button, ...button.querySelectorAll('*:not(svg, svg *, [data-truncate])')];
      const isCut = parts.some(
        (part) => getComputedStyle(part).overflowX !== 'visible' && isWide(part) && name(part) !== '',
      );
      if (isCut && !button.querySelector('[data-truncate]')) seen.push(`cut off: ${name(button)}`);
    }
    for (const button of document.querySelectorAll('#root:not([inert]) header button')) {
      if (!button.checkVisibility()) continue;
      const { left, right, top, height } = button.getBoundingClientRect();
      for (const x of [left + 6, right - 6]) {
        const there = document.elementFromPoint(x, top + height / 2);
        if (there && !button.contains(there)) seen.push(`covered: ${name(button)}`);
      }
    }
    const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((attribute) => element.getAttribute(attribute) ?? ''),
    );
    return { seen, text: [document.body.innerText, ...said].join('\n') };
  });
  const problems = [...found.seen];
  // A key that has no words stands on the screen as the key itself; so does a value nobody filled in.
  for (const [key] of found.text.matchAll(/(?<![\w@./])[a-z]+[a-zA-Z]*(\.[a-zA-Z][\w-]*)+/g))
    if (key.split('.', 1)[0]! in words.en) problems.push(`not translated: ${key}`);
  for (const [value] of found.text.matchAll(/\{\{.*?\}\}/g)) problems.push(`not filled in: ${value}`);
  try {
    await expectNoAxeViolations(page);
  } catch (error) {
    problems.push(String((error as Error).message).slice(0, 900));
  }
  return problems;
}
