import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  launchApp,
  openWithPassphrase,
  type RunningApp,
  resize,
  setUpShop,
  type TestStaff,
  tell,
  unlock,
} from './app';

let profile: string;
let running: RunningApp;
let page: Page;
let staff: TestStaff;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'vitrine-t3-'));
  running = await launchApp({ profile });
  page = running.page;
  // A section that is still unfolding would move away under the click.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  staff = await setUpShop(page);
  await unlock(page, staff.advisor.name, staff.advisor.pin);
});
test.afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

const goTo = (path: string) => page.evaluate((hash) => window.location.assign(`#${hash}`), path);
/** Presses Undo on the newest toast that says this. */
const takeBack = (said: string) =>
  page.getByRole('alert').filter({ hasText: said }).last().getByRole('button', { name: 'Undo' }).click();
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('T3 an empty client book says how to begin', async () => {
  await goTo('/customers');
  await expect(page.getByText('Nobody is in your client book yet')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('T3 a customer is created by keyboard alone in under twenty seconds', async () => {
  await goTo('/customers/new');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  const started = Date.now();
  let keys = 0;
  const type = async (text: string) => {
    // A person at a counter types about five letters a second.
    await page.keyboard.type(text, { delay: 100 });
    keys += text.length;
  };
  await type('陳大文 CHAN Tai Man, Peter');
  await expect(page.getByRole('textbox', { name: 'Family name' })).toHaveValue('Chan');
  await expect(page.getByRole('textbox', { name: 'Chinese name' })).toHaveValue('陳大文');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Phone' })).toBeFocused();
  await type('91234567');
  await expect(page.getByText('9123 4567')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await expect(heading(/Peter CHAN Tai Man 陳大文/)).toBeVisible();
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(keys).toBeLessThan(40);
  await expectNoAxeViolations(page);
});

test('T3 a likely duplicate is shown while typing and stands in nobody’s way', async () => {
  await goTo('/customers/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('陈大文');
  await expect(page.getByText('This may be the same person')).toBeVisible();
  await page.getByRole('textbox', { name: 'Phone' }).fill('+852 9123-4567');
  await expect(page.getByText('Same phone')).toBeVisible();
  await expect(page.getByText('Same name')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(heading(/陈大文/)).toBeVisible();
});

test('T3 half a form survives a lock', async () => {
  await goTo('/customers/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mary Lau');
  await page.keyboard.press('Control+l');
  await unlock(page, staff.advisor.name, staff.advisor.pin);
  await goTo('/customers/new');
  await expect(page.getByText('What you typed before is still here.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mary Lau');
  await expect(page.getByRole('textbox', { name: 'English name' })).toHaveValue('Mary');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('mary@example.com');
  await page.keyboard.press('Control+Enter');
  await expect(heading('Mary LAU')).toBeVisible();
});

test('T3 an edit is saved with its history and taken back', async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Preferences' }).click();
  await drawer.getByLabel('Wrist (mm)').fill('152');
  await drawer.getByLabel('Brands').fill('Cartier');
  await page.keyboard.press('Enter');
  await drawer.getByRole('button', { name: 'Important dates' }).click();
  await drawer.getByRole('button', { name: 'Add a date' }).click();
  await drawer.getByRole('textbox', { name: 'Day', exact: true }).fill('3');
  await drawer.getByRole('combobox', { name: 'Month', exact: true }).click();
  await page.getByRole('option', { name: 'May' }).click();
  await drawer.getByLabel('Discreet').check();
  await drawer.getByRole('button', { name: 'Discretion and care' }).click();
  await drawer.getByRole('textbox', { name: 'Discretion' }).fill('The ring is a surprise.');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('note', { name: 'Discretion' })).toHaveText('The ring is a surprise.');
  await expect(page.getByText('Wrist 152 mm')).toBeVisible();
  await expect(page.getByText('3 May')).toBeVisible();
  // Its own toast is what is taken back below.
  const first = page.getByRole('alert').filter({ hasText: 'Changes saved' });
  await first.getByRole('button', { name: 'Close' }).click();
  await expect(first).toHaveCount(0);

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await drawer.getByRole('textbox', { name: 'Family name' }).fill('Lo');
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await expect(heading('Mary LO')).toBeVisible();
  await takeBack('Changes saved');
  await expect(heading('Mary LAU')).toBeVisible();
  await page.getByRole('button', { name: 'More about this record' }).click();
  await page.getByRole('menuitem', { name: 'History of edits' }).click();
  await expect(drawer.getByText('Taken back', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('T3 a stale form keeps what was typed and says what to do', async () => {
  const id = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: 'Likes to be called' }).fill('May');
  const { version } = await tell(page, 'customers.get', { id });
  await tell(page, 'customers.update', { id, version, changes: { district: 'Sha Tin' } });
  await expect(drawer.getByRole('textbox', { name: 'Likes to be called' })).toHaveValue('May');
  await drawer.getByRole('button', { name: 'Save changes' }).click();
  await expect(drawer.getByRole('alert')).toContainText('what you typed is still here');
  await drawer.getByRole('button', { name: /Save what I typed/ }).click();
  await expect(drawer).toBeHidden();
  const after = await tell(page, 'customers.get', { id });
  expect(after).toMatchObject({ preferredName: 'May', district: 'Sha Tin' });
});

test('T3 a note, a discreet tie and its other side', async () => {
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Prefers a thin case.');
  await page.keyboard.press('Control+Enter');
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect(timeline.getByText('Prefers a thin case.')).toBeVisible();
  // Only what there is can be chosen: nothing was bought yet.
  const filter = page.getByRole('group', { name: 'Show only' });
  await expect(filter.getByRole('checkbox', { name: 'Purchases' })).toHaveCount(0);
  await filter.getByText('Notes', { exact: true }).click();
  await expect(timeline.getByRole('listitem')).toHaveCount(1);
  await filter.getByText('Notes', { exact: true }).click();
  await expect(timeline.getByRole('listitem')).not.toHaveCount(1);

  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The other customer').fill('peter chan');
  await page.getByRole('option', { name: /Peter CHAN/ }).click();
  await dialog.getByLabel(/Discreet/).check();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Add' }).click();
  const tie = page.getByRole('link', { name: /Peter CHAN Tai Man/ });
  await expect(tie).toBeVisible();
  await tie.click();
  await expect(heading(/Peter CHAN Tai Man/)).toBeVisible();
  await expect(page.getByText('Nobody yet')).toBeVisible();
});

test('T3 what is discreet stays covered while the customer may be looking', async () => {
  await page.getByRole('textbox', { name: 'Write a note' }).fill('The ring is for a proposal.');
  await page.getByLabel(/Discreet: not for/).check();
  await page.getByRole('button', { name: 'Save note' }).click();
  const timeline = page.getByRole('list', { name: 'Timeline' });
  const covered = timeline.getByRole('listitem').filter({ hasText: 'Discreet: covered' });
  await expect(covered).toHaveCount(1);
  await expect(page.getByText('The ring is for a proposal.')).toHaveCount(0);
  await covered.getByRole('button', { name: 'Show' }).click();
  await expect(timeline.getByText('The ring is for a proposal.')).toBeVisible();
});

test('T3 a metal is one thing in every language', async () => {
  const id = page.url().split('/').at(-1) ?? '';
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Preferences' }).click();
  await drawer.getByLabel('Metals').first().fill('玫瑰金');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(drawer).toBeHidden();
  await expect(page.getByText('Rose gold')).toBeVisible();
  expect((await tell(page, 'customers.get', { id })).preferences?.metals).toEqual(['rose-gold']);
});

test('T3 the history says what changed in the words of the screen', async () => {
  const id = page.url().split('/').at(-1) ?? '';
  const { version } = await tell(page, 'customers.get', { id });
  const dates = [{ kind: 'partner-birthday' as const, month: 5, day: 3, isDiscreet: true }];
  await tell(page, 'customers.update', {
    id,
    version,
    changes: { title: 'dr', preferredChannel: 'post', language: 'en', dates },
  });
  await tell(page, 'session.setLook', { language: 'zh-Hant' });
  await page.getByRole('button', { name: '此紀錄的更多操作' }).click();
  await page.getByRole('menuitem', { name: '修改歷史' }).click();
  const history = page.getByRole('dialog');
  for (const said of [
    '稱謂：博士',
    '首選聯絡途徑：信件',
    '語言：English',
    '伴侶生日 5月3日 (須保密)',
    '玫瑰金',
  ])
    await expect(history).toContainText(said);
  await expect(history).not.toContainText(/partner-birthday|rose-gold|zh-Hant/);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await tell(page, 'session.setLook', { language: 'en' });
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
});

test('T3 the last note is one press away on a small screen', async () => {
  await resize(running, 1280, 800);
  const bar = page.getByRole('navigation', { name: 'Parts of this screen' });
  await bar.getByRole('button', { name: 'Timeline' }).click();
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toBeInViewport();
  await expect(bar.getByRole('button', { name: 'Timeline' })).toHaveAttribute('aria-current', 'true');
  await bar.getByRole('button', { name: 'Needs and products' }).click();
  await expect(page.getByRole('heading', { name: 'Needs', exact: true })).toBeInViewport();
});

test('T3 two records become one, and two again', async () => {
  await page.getByRole('button', { name: 'More about this record' }).click();
  await page.getByRole('menuitem', { name: 'Merge two records' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The other record of the same person').fill('陈大文');
  await page.getByRole('option', { name: /^陈大文/ }).click();
  await expect(dialog.getByText('Both say something different')).toBeVisible();
  await dialog.getByRole('radiogroup', { name: 'Chinese name' }).getByLabel('陈大文').check();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(heading(/陈大文/)).toBeVisible();
  await takeBack('Records merged');
  await expect(heading(/Peter CHAN Tai Man 陳大文/)).toBeVisible();
});

test('T3 everything is there after a restart, and is found by either script and the last digits', async () => {
  await running.close();
  running = await launchApp({ profile });
  page = running.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithPassphrase(page);
  await unlock(page, staff.advisor.name, staff.advisor.pin);
  for (const typed of ['陈大文', 'tai man', '4567']) {
    const { results } = await tell(page, 'search.query', { text: typed, kinds: ['customer'] });
    expect(results.map(({ title }) => title).join()).toContain('陳大文');
  }
  await goTo('/customers');
  const book = page.getByRole('list', { name: 'Client book' });
  await expect(book.getByRole('listitem')).toHaveCount(3);
  await expectNoAxeViolations(page);
  await book.getByRole('link', { name: /Mary LAU/ }).click();
  await expect(page.getByRole('note', { name: 'Discretion' })).toHaveText('The ring is a surprise.');
  await expect(page.getByText('3 May')).toBeVisible();
  await expect(page.getByText('Prefers a thin case.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Peter CHAN Tai Man/ })).toBeVisible();
});
