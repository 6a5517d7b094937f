import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  goToMore,
  launchApp,
  type RunningApp,
  setUpShop,
  type TestStaff,
  tell,
  tryTell,
  unlock,
} from './app';

let running: RunningApp;
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-privacy-'));
});
test.afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The next dialog for a file to save answers with this path. */
async function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

async function begin(): Promise<{ page: Page; staff: TestStaff }> {
  running = await launchApp();
  const { page } = running;
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  return { page, staff };
}

/** The PIN is asked again. */
async function typePin(page: Page, { manager }: TestStaff): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your PIN again' });
  await dialog.getByRole('textbox').fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden({ timeout: 15_000 });
}

const person = {
  familyName: 'Quillfeather',
  givenName: 'Zephyrine',
  chineseName: '闕羽翎',
  language: 'en' as const,
  contacts: [{ kind: 'email' as const, value: 'zephyrine@quillfeather.example' }],
};

test('R2 an access request with its 40 days is answered with the copy', async () => {
  const { page, staff } = await begin();
  const { id: customerId } = await tell(page, 'customers.create', person);
  await tell(page, 'customers.addNote', { customerId, body: 'Collects blue dials' });

  // Taken in at the counter.
  await page.goto(`app://vitrine/#/customers/${customerId}`);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Privacy request' }).click();
  const form = page.getByRole('dialog', { name: 'New request' });
  await form.getByLabel('What is asked, in their words').fill('Everything you hold about me');
  // The number of a document is refused, and nothing typed is lost.
  await form.getByLabel('What was seen to prove who asks').fill('Identity card A123456(7)');
  await form.getByRole('button', { name: 'Write the request down' }).click();
  await expect(form.getByRole('alert')).toContainText('number of a document');
  await form.getByLabel('What was seen to prove who asks').fill('Identity card, photograph matches');
  await form.getByRole('button', { name: 'Write the request down' }).click();
  await expect(form).toBeHidden();

  // On the customer's screen and on Today, with the days that are left.
  await expect(page.getByRole('region', { name: 'Privacy requests' })).toContainText('40 days left');
  await page.goto('app://vitrine/#/');
  await expect(page.getByText('Request RA-000001: 40 days from receipt')).toBeVisible();

  await goToMore(page, 'Privacy');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Open RA-000001' }).click();
  const panel = page.getByRole('dialog', { name: /RA-000001/ }).first();

  // The copy: on paper and for a machine.
  await panel.getByRole('button', { name: 'Make the copy' }).click();
  const copy = page.getByRole('dialog', { name: 'The copy for RA-000001' });
  await expect(copy.getByText('Contact details')).toBeVisible();
  const json = join(folder, 'copy.json');
  await saveTo(running.app, json);
  await copy.getByRole('button', { name: 'Save for a machine (JSON)' }).click();
  await typePin(page, staff);
  await expect.poll(() => readable(json)).toContain('zephyrine@quillfeather.example');
  expect(JSON.parse(readFileSync(json, 'utf8')).data.customer_notes[0].body).toBe('Collects blue dials');
  await copy.getByRole('button', { name: 'Print or PDF' }).click();
  const sheet = page.frameLocator('iframe');
  await expect(sheet.getByText('Collects blue dials')).toBeVisible();
  await expect(sheet.getByText('zephyrine@quillfeather.example')).toBeVisible();
  const pdf = join(folder, 'copy.pdf');
  await saveTo(running.app, pdf);
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect.poll(() => readable(pdf).slice(0, 5)).toBe('%PDF-');
  await expect(page.getByText('Saved as PDF')).toBeVisible();
  // Escape closes what lies on top, one after the other.
  await page.keyboard.press('Escape');
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(copy).toBeHidden();

  // Answered within its days, with how the copy was handed over.
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  const answer = page.getByRole('dialog', { name: 'Answer request RA-000001' });
  await answer.getByLabel('What was done').fill('Copy handed over');
  await answer.getByLabel('How the copy was handed over').fill('Printed, against signature');
  await answer.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(answer).toBeHidden();
  await panel.getByRole('button', { name: 'Answer letter' }).click();
  await expect(page.frameLocator('iframe').getByText('The copy is enclosed')).toBeVisible();
  const { request } = await tell(page, 'privacy.get', {
    requestId: (await tell(page, 'privacy.list', { show: 'answered' })).requests[0]!.id,
  });
  expect(request).toMatchObject({ status: 'granted', isLate: false });
});

const readable = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

test('R2 a refusal stands in the log for four years, and an advisor answers nothing', async () => {
  const { page, staff } = await begin();
  const { id: customerId } = await tell(page, 'customers.create', person);
  const { today } = await tell(page, 'today.list', {});
  await tell(page, 'privacy.record', {
    kind: 'access',
    customerId,
    what: 'The third time this year',
    receivedOn: today,
    receivedHow: 'letter',
    language: 'en',
  });
  await goToMore(page, 'Privacy');
  await page.getByRole('button', { name: 'Open RA-000001' }).click();
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  const answer = page.getByRole('dialog', { name: 'Answer request RA-000001' });
  await answer.getByLabel('Answer', { exact: true }).click();
  await page.getByRole('option', { name: 'Refused' }).click();
  await answer.getByLabel('Ground').click();
  await page.getByRole('option', { name: /Repeated requests/ }).click();
  await answer.getByLabel(/The reasons/).fill('Handed over four weeks ago');
  await answer.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(answer).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByText('Refusal log', { exact: true }).click();
  await expect(page.getByText('Handed over four weeks ago')).toBeVisible();
  await expect(page.getByText(/Kept until/)).toContainText(String(Number(today.slice(0, 4)) + 4));
  // No name of anybody in the log.
  await expect(page.getByRole('main').getByText('Quillfeather')).toHaveCount(0);
  await expectNoAxeViolations(page);

  await tell(page, 'session.lock', {});
  await page.reload();
  await page.waitForSelector('main');
  await unlock(page, staff.advisor.name, staff.advisor.pin);
  expect(await tryTell(page, 'privacy.erase', { customerId, typedNumber: 'x' })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('T8 an erasure leaves no trace of the name, totals hold, and an import does not write there again', async () => {
  const { page, staff } = await begin();
  const { id: customerId } = await tell(page, 'customers.create', person);
  const { number } = await tell(page, 'customers.get', { id: customerId });
  await tell(page, 'customers.addNote', { customerId, body: 'Quillfeather collects blue dials' });
  const { productId } = await tell(page, 'products.create', {
    code: 'STRAP-1',
    name: 'Leather strap',
    category: 'strap',
    priceMinor: 100_00,
  });
  await tell(page, 'sales.record', {
    customerId,
    lines: [{ productId, quantity: 1 }],
  });
  const { today } = await tell(page, 'today.list', {});
  await tell(page, 'privacy.record', {
    kind: 'erasure',
    customerId,
    what: 'Please erase my record',
    receivedOn: today,
    receivedHow: 'email',
    identitySeen: 'Known at the counter, passport seen',
    language: 'en',
  });
  const soldBefore = (await tell(page, 'today.list', { scope: 'shop' })).sales;
  expect(soldBefore.totalMinor).toBe(100_00);

  await goToMore(page, 'Privacy');
  await page.getByRole('button', { name: 'Open RA-000001' }).click();
  await page.getByRole('button', { name: 'Erase this customer' }).click();
  const dialog = page.getByRole('dialog', { name: `Erase ${number}` });
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible();
  await expect(dialog.getByText('Contact details')).toBeVisible();
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  await expect(erase).toBeDisabled();
  await dialog.getByLabel(`Type the customer number ${number} to erase`).fill(number);
  await erase.click();
  await typePin(page, staff);
  await expect(dialog).toBeHidden({ timeout: 20_000 });

  // Neither in the search, nor on the timeline, nor in a report, nor in any row that can be read.
  expect((await tell(page, 'search.query', { text: 'Quillfeather' })).results).toEqual([]);
  expect((await tell(page, 'search.query', { text: '闕羽翎' })).results).toEqual([]);
  expect(await tryTell(page, 'customers.get', { id: customerId })).toMatchObject({
    code: 'CUSTOMER_NOT_FOUND',
  });
  const { entries } = await tell(page, 'timeline.forCustomer', { customerId });
  expect(JSON.stringify(entries)).not.toMatch(/quillfeather|zephyrine|闕羽翎/i);
  expect(await tryTell(page, 'reports.customer', { customerId, copy: 'shop', language: 'en' })).toMatchObject(
    { code: 'CUSTOMER_NOT_FOUND' },
  );
  await page.keyboard.press('Escape');
  await page.goto('app://vitrine/#/privacy');
  await page.getByText('Answered', { exact: true }).click();
  await expect(page.getByText('Somebody who was erased')).toBeVisible();

  // The totals hold.
  expect((await tell(page, 'today.list', { scope: 'shop' })).sales).toEqual(soldBefore);

  // A file with the address is refused; who comes again is written down by hand, and is not written to.
  const file = join(folder, 'old-list.csv');
  writeFileSync(
    file,
    'Family Name,Given Name,Email,Accepts Email\nQuillfeather,Zephyrine,zephyrine@quillfeather.example,yes\n',
  );
  const again = await importFile(page, file);
  expect(again.refusals).toMatchObject([{ code: 'CUSTOMER_ERASED', rows: 1 }]);
  const { id: anew } = await tell(page, 'customers.create', person);
  expect(await tell(page, 'consents.forCustomer', { customerId: anew })).toMatchObject({
    isSuppressed: true,
  });
});

async function importFile(page: Page, path: string) {
  const file = await tell(page, 'imports.inspect', { kind: 'customers', path });
  if (!file) throw new Error('no file');
  return tell(page, 'imports.dryRun', {
    token: file.token,
    mapping: file.mapping,
    options: file.options,
  });
}

test('R2 the request of somebody who is not on record stands on Today with its 40 days, and on the call sheet', async () => {
  const { page } = await begin();
  await tell(page, 'session.setLook', { language: 'en' });
  const { today } = await tell(page, 'today.list', { scope: 'shop' });
  await tell(page, 'privacy.record', {
    customerId: null,
    kind: 'access',
    requesterName: 'Ho Yat Sing',
    asksAs: 'self',
    what: 'Everything that is held',
    receivedOn: today,
    receivedHow: 'letter',
    language: 'en',
  });
  await page.evaluate(() => {
    location.hash = '#/';
  });
  const region = page.getByRole('region', { name: 'Privacy requests to answer' });
  await expect(region.getByText('Ho Yat Sing (not on record)')).toBeVisible();
  await expectNoAxeViolations(page);
  // Put off with a reason, at most to its day; and brought back.
  await region.getByRole('button', { name: /Ho Yat Sing/ }).click();
  await page.getByRole('menuitem').first().click();
  const snoozing = page.getByRole('dialog');
  await snoozing.getByRole('textbox').last().fill('Asked the old branch');
  await snoozing
    .getByRole('button', { name: /Put off|Snooze/ })
    .last()
    .click();
  await expect(region).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(region.getByText('Ho Yat Sing (not on record)')).toBeVisible();
  const { groups } = await tell(page, 'today.list', { scope: 'mine' });
  const duty = groups.find(({ kind }) => kind === 'privacy-request')?.duties[0];
  expect(duty).toMatchObject({ customer: null, name: 'Ho Yat Sing' });
  const sheet = await tell(page, 'today.callSheet', {
    scope: 'mine',
    day: duty?.dueOn ?? today,
    language: 'en',
  });
  expect(sheet.people).toBe(1);
  await region.getByRole('link', { name: /Ho Yat Sing/ }).click();
  await expect(page).toHaveURL(/#\/privacy$/);
  await expect(page.getByText('Ho Yat Sing').first()).toBeVisible();
});
