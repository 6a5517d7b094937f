import { expect, type Page, test } from '@playwright/test';
import {
  enterSample,
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  tell,
  unlock,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

const box = (page: Page) => page.getByRole('combobox', { name: /Search customers|搜尋顧客|搜索顾客/ });
const options = (page: Page) => page.locator('search [role=option]');
const chosen = (page: Page) => page.locator('search [role=option][aria-selected=true]');

/** A shop with a few people whose names are said in many ways. */
async function openShop(): Promise<Page> {
  running = await launchApp();
  const { page } = running;
  const { manager } = await setUpShop(page);
  await unlock(page, manager.name, manager.pin);
  const add = (names: Record<string, string>, phone: string) =>
    tell(page, 'customers.create', { ...names, contacts: [{ kind: 'phone', value: phone }] });
  await add(
    { familyName: 'Chan', givenName: 'Tai Man', englishName: 'Peter', chineseName: '陳大文' },
    '9123 4567',
  );
  await add({ familyName: 'Lam', givenName: 'Siu Ling', chineseName: '林小玲' }, '6123 8888');
  await add({ chineseName: '歐陽震華' }, '5222 3333');
  await page.reload();
  await page.waitForSelector('main');
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}

test('the box has the focus, finds every form of a name, and says why', async () => {
  const page = await openShop();
  await expect(box(page)).toBeFocused();
  for (const typed of [
    'chan tai man',
    'Peter Chan',
    '陳大文',
    '陈大文',
    'chen dawen',
    'tai man',
    '4567',
    '+852 9123 4567',
  ]) {
    await box(page).fill(typed);
    await expect(chosen(page), typed).toContainText('CHAN Tai Man');
  }
  await box(page).fill('4567');
  await expect(chosen(page)).toContainText('Phone');
  await expect(chosen(page).locator('mark')).toHaveText('4567');
  await box(page).fill('chan tai mna');
  await expect(chosen(page)).toContainText('similar');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tai Man');
});

test('the keyboard is enough', async () => {
  const page = await openShop();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Settings');
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await page.keyboard.type('a');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const second = await chosen(page).getAttribute('id');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', second ?? '');
  await page.keyboard.press('End');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue('');
  await page.keyboard.press('Control+K');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('new customer');
  await expect(chosen(page)).toHaveText('New customer');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/customers\/new/);
});

test('a miss offers a new customer with what was typed', async () => {
  const page = await openShop();
  await box(page).fill('Zebediah Quux');
  await expect(page.getByText('Nobody and nothing answers to')).toBeVisible();
  await expect(chosen(page)).toContainText('New customer “Zebediah Quux”');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/customers\/new/);
  await expect(page.locator('input[value="Zebediah Quux"]')).toBeVisible();
});

test('locking by its name keeps what is half typed', async () => {
  running = await launchApp();
  const { page } = running;
  const { manager } = await setUpShop(page);
  await unlock(page, manager.name, manager.pin);
  await page.evaluate(() => window.location.assign('#/customers/new'));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mary Lau');
  await page.keyboard.press('Control+K');
  // At once: the draft's own half second has not passed.
  await page.keyboard.type('lock');
  await page.keyboard.press('Enter');
  await unlock(page, manager.name, manager.pin);
  const { body } = (await tell(page, 'drafts.get', { form: 'customers.new', subjectId: 'new' })) ?? {};
  expect(body).toContain('Mary Lau');
});

test('a scanned code opens what it stands for, wherever the focus is', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page);
  const { results } = await tell(page, 'search.query', { text: 'watch', kinds: ['product'] });
  const code = results[0]?.facts.number ?? '';
  expect(code).not.toBe('');
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, code);
  await expect(page).toHaveURL(new RegExp(`products/${results[0]?.id}`));
});

test('a scanned number that several bear opens nobody by chance, and / in the empty box is no text', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page);
  const { receiptNumber } = await tell(page, 'sales.record', {
    lines: [{ description: 'Strap', quantity: 1, unitPriceMinor: 900_00 }],
  });
  await tell(page, 'products.create', { code: receiptNumber, name: 'Alligator strap', category: 'strap' });

  await box(page).focus();
  await page.keyboard.press('/');
  await expect(box(page)).toHaveValue('');
  const here = page.url();
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.evaluate((text) => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, receiptNumber);
  await expect(options(page).nth(1)).toBeVisible();
  await page.waitForTimeout(300);
  expect(page.url()).toBe(here);
});

test('recent customers wait in the empty box, which does not cover the screen until it is asked', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page);
  await expect(box(page)).toBeFocused();
  await expect(page.locator('search [role=listbox]')).toHaveCount(0);
  await box(page).fill('chan');
  await expect(chosen(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/customers\/[0-9a-f-]{36}/);
  const name = await page.getByRole('heading', { level: 1 }).textContent();
  await page.keyboard.press('Control+K');
  await expect(options(page).first()).toBeVisible();
  expect(name).toBeTruthy();
});

test('looks right in every language, light and dark', async () => {
  test.setTimeout(240_000);
  running = await launchApp();
  const { page } = running;
  await enterSample(page);
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await running.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
      [width, height] as const,
    );
    await inEveryLook(page, async (look) => {
      await box(page).fill('chan');
      await expect(options(page).first()).toBeVisible();
      await page.screenshot({ path: test.info().outputPath(`search-${width}-${look}.png`) });
      await expectNoAxeViolations(page);
      await box(page).fill('scratches');
      await expect(options(page).first()).toBeVisible();
      await page.screenshot({ path: test.info().outputPath(`notes-${width}-${look}.png`) });
      await box(page).fill('zzzq qqqx');
      await expect(chosen(page)).toBeVisible();
      await page.screenshot({ path: test.info().outputPath(`miss-${width}-${look}.png`) });
      await expectNoAxeViolations(page);
    });
  }
});

test('R4 the box leads to campaigns, programmes, events, segments, meetings and jobs by number and word', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [campaign] = await tell(page, 'campaigns.list', {});
  const [programme] = await tell(page, 'programmes.list', { show: 'running' });
  const [event] = (await tell(page, 'events.list', { show: 'coming' })).events;
  const [segment] = await tell(page, 'segments.list', {});
  const [job] = (await tell(page, 'jobs.board', {})).jobs;
  const [review] = (await tell(page, 'reviews.list', { show: 'planned' })).reviews;
  const leads = async (typed: string, what: string, path: RegExp) => {
    await page.keyboard.press('Control+K');
    await box(page).fill(typed);
    const option = options(page).filter({ hasText: what }).first();
    await expect(option, typed).toBeVisible();
    await option.click();
    await expect(page, typed).toHaveURL(path);
  };
  await leads(campaign?.number ?? '', 'Campaign', new RegExp(`campaigns/${campaign?.id}`));
  await leads(campaign?.name ?? '', 'Campaign', /campaigns\/[0-9a-f-]{36}/);
  await leads(programme?.number ?? '', 'Programme', new RegExp(`programmes/${programme?.id}`));
  await leads('逐位迎春', 'Programme', new RegExp(`programmes/${programme?.id}`));
  await leads(event?.number ?? '', 'Event', new RegExp(`events/${event?.id}`));
  await leads(segment?.name ?? '', 'Segment', /segments\/[0-9a-f-]{36}/);
  await leads(job?.number ?? '', 'Service job', new RegExp(`jobs/${job?.id}`));
  await leads(review?.number ?? '', 'Review meeting', new RegExp(`reviews/${review?.id}`));
  // A number that is something is nobody's name.
  await page.keyboard.press('Control+K');
  await box(page).fill(campaign?.number ?? '');
  await expect(chosen(page)).toContainText('Campaign');
  await expect(options(page).filter({ hasText: 'New customer' })).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('number.png') });

  // Screens have their names, too, each for whoever may open it.
  await box(page).fill('review meetings');
  await expect(chosen(page)).toHaveText('Review meetings');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/reviews$/);
});

test('R4 nobody finds what they may not open', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'service');
  await tell(page, 'session.setLook', { language: 'en' });
  const { results } = await tell(page, 'search.query', { text: 'KA-000001' });
  expect(results.filter(({ place }) => place === 'campaign')).toEqual([]);
  await box(page).fill('review list');
  await expect(page.getByText('Nobody and nothing answers to')).toBeVisible();
  await box(page).fill('Campaigns');
  await expect(chosen(page)).not.toHaveText('Campaigns');
  await box(page).fill('PRA-000001');
  await expect(chosen(page)).toContainText('Programme');
});

test('a letter opens the list with its answer, and the key that leads here gives way to the button that clears', async () => {
  const page = await openShop();
  const list = page.locator('search [role=listbox]');
  const clear = page.locator('search').getByRole('button', { name: 'Clear' });
  await expect(clear).toBeHidden();
  // Everything the list said from the first key on: nobody that was not asked for flashes up.
  await page.evaluate(() => {
    const said: string[] = [];
    new MutationObserver(() => {
      const text = document.querySelector('search [role=listbox], search [class*=message]')?.textContent;
      if (text) said.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  await page.keyboard.press('l');
  await expect(list).toContainText('LAM Siu Ling');
  await expect(clear).toBeVisible();
  await expect(page.locator('search kbd')).toBeHidden();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => !text.includes('LAM Siu Ling'))).toEqual([]);

  await clear.click();
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toBeFocused();
  await expect(clear).toBeHidden();
  await page.keyboard.type('l');
  await expect(list).toContainText('LAM Siu Ling');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
});

test('R4 the number of a promise, complaint, quotation or enquiry leads to its customer before anything of which it is a part', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const [promise] = (await tell(page, 'promises.list', { scope: 'shop' })).promises;
  const [complaint] = (await tell(page, 'complaints.list', {})).complaints;
  const [quotation] = (await tell(page, 'quotations.list', { scope: 'shop' })).quotations;
  const [enquiry] = (await tell(page, 'enquiries.list', { scope: 'shop' })).enquiries;
  for (const record of [promise, complaint, quotation, enquiry]) {
    await page.keyboard.press('Control+K');
    await box(page).fill(record!.number);
    await expect(chosen(page)).toContainText(record!.number);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`customers/${record!.customer.id}`));
  }
});
