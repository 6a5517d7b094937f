import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import {
  enterSample,
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  type TestStaff,
  tell,
  unlock,
} from './app';

let running: RunningApp;
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-mailing-'));
});
test.afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const stroke = Array.from({ length: 30 }, (_, step): [number, number] => [
  40 + step * 12,
  90 + (step % 6) * 8,
]);

/** Says yes on paper to letters, e-mails and calls about watches. */
async function sayYes(page: Page, customerId: string): Promise<void> {
  await tell(page, 'notices.prepare', {});
  const notice = await tell(page, 'notices.current', { kind: 'collection', language: 'en' });
  await tell(page, 'consents.capture', {
    customerId,
    consent: {
      noticeId: notice?.id ?? '',
      noticeHash: notice?.hash ?? '',
      form: 'written',
      signature: { width: 600, height: 180, strokes: [stroke] },
      parentName: null,
      answers: [
        { purpose: 'direct-marketing', channels: ['post', 'email', 'phone'], classes: ['watches'] },
        { purpose: 'service-reminders', channels: [], classes: [] },
      ],
    },
  });
}

interface People {
  readonly ann: string;
  readonly bob: string;
  readonly stopped: string;
  readonly silent: string;
  readonly flatmate: string;
}

/** A shop with two who may be written to, one who said stop, one never asked, and one at the first one's address. */
async function withPeople(): Promise<{ page: Page; staff: TestStaff; people: People }> {
  running = await launchApp();
  const { page, app } = running;
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  const add = async (familyName: string, address: string, isWilling = true) => {
    const { id } = await tell(page, 'customers.create', {
      familyName,
      givenName: 'Ann',
      title: 'ms',
      language: 'en',
      address,
      primaryAdvisorId: staff.advisor.id,
      contacts: [
        { kind: 'email', value: `${familyName.toLowerCase()}@example.com` },
        { kind: 'phone', value: `9${String(familyName.charCodeAt(0)).padStart(3, '0')} 4567` },
      ],
    });
    if (isWilling) await sayYes(page, id);
    return id;
  };
  const people = {
    ann: await add('Archer', 'Flat A, 1 Nathan Road'),
    bob: await add('Baker', 'Flat B, 2 Nathan Road'),
    stopped: await add('Carter', 'Flat C, 3 Nathan Road'),
    silent: await add('Draper', 'Flat D, 4 Nathan Road', false),
    flatmate: await add('Eames', 'FLAT A, 1 Nathan Road'),
  };
  await tell(page, 'consents.withdraw', { customerId: people.stopped });
  // The machine's own dialog cannot be clicked: it answers with this folder.
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  return { page, staff, people };
}

/** Pages of a PDF, as its own tree counts them. */
const pagesOf = (file: string) =>
  (readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

async function confirmPin(page: Page, pin: string): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ has: page.getByLabel('PIN') });
  await dialog.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('V5 a segment is built from conditions, said in words and counted live', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await goToMore(page, 'Segments');
  await page.getByRole('link', { name: 'New segment' }).click();
  const count = page.getByRole('region', { name: 'How many' });
  const everybody = (await tell(page, 'segments.look', { rule: { groups: [] } })).found;
  await expect(count.getByRole('status')).toHaveText(`${everybody.toLocaleString('en')} customers`);

  await page.getByRole('button', { name: 'And another condition' }).click();
  const bought = page.getByRole('group', { name: 'Bought' });
  await bought.getByRole('combobox', { name: 'Brand' }).fill('Omega');
  await page.getByRole('option', { name: 'Omega', exact: true }).click();
  await expect(count.getByText('Customers who bought Omega in the last 2 years')).toBeVisible();
  const condition = { kind: 'bought' as const, brand: 'Omega', months: 24 };
  const buyers = (await tell(page, 'segments.look', { rule: { groups: [{ any: [condition] }] } })).found;
  expect(buyers).toBeGreaterThan(0);
  expect(buyers).toBeLessThan(everybody);
  await expect(count.getByRole('status')).toHaveText(`${buyers.toLocaleString('en')} customers`);

  await page.getByRole('button', { name: 'And another condition' }).click();
  await page.getByRole('combobox', { name: 'Condition' }).last().click();
  await page.getByRole('option', { name: 'May be reached' }).click();
  const sentence =
    'Customers who bought Omega in the last 2 years and may be reached by e-mail about watches';
  await expect(count.getByText(sentence)).toBeVisible();
  // Turned around it is everybody else of them: the two counts make up the first.
  const counted = async () =>
    Number.parseInt(((await count.getByRole('status').textContent()) ?? '').replace(',', ''), 10);
  await expect.poll(counted).toBeLessThan(buyers);
  const reachable = await counted();
  await page.getByRole('checkbox', { name: /^Turn the condition around: not: May be reached/ }).check();
  await expect.poll(counted).toBe(buyers - reachable);
  await page.getByRole('checkbox', { name: /^Turn the condition around: not: May be reached/ }).uncheck();
  await expect.poll(counted).toBe(reachable);
  await expect(count.getByRole('link')).toHaveCount(Math.min(20, reachable));
  await page.screenshot({ path: test.info().outputPath('segment.png') });
  await expectNoAxeViolations(page);

  await page.getByLabel('Name of the segment').fill('Omega, may be e-mailed');
  await page.getByRole('button', { name: 'Save segment' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Omega, may be e-mailed' });
  await expect(line.getByText(sentence)).toBeVisible();
  await expect(line.getByText(`${reachable} customer`)).toBeVisible();

  // Duplicated, and put away with a way back.
  await line.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Name of the segment')).toHaveValue('Copy of Omega, may be e-mailed');
  await page.getByRole('link', { name: 'All segments' }).click();
  await line.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'Use no longer' }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(line).toBeVisible();
});

test('V5 a campaign shows who is left out and why, makes letters once, and says what came of them', async () => {
  const { page, staff, people } = await withPeople();
  await tell(page, 'segments.save', { segmentId: null, name: 'Everybody', rule: { groups: [] } });
  await goToMore(page, 'Campaigns');
  await page.getByRole('link', { name: 'New campaign' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Winter watches');
  await page.getByRole('combobox', { name: 'Segment' }).click();
  await page.getByRole('option', { name: 'Everybody' }).click();
  await expect(page.getByText('5 customers')).toBeVisible();

  // The text, in three languages, with a live preview for anybody.
  await page.getByRole('tab', { name: 'Text' }).click();
  for (const language of ['English', '繁體中文', '简体中文']) {
    await page.getByText(language, { exact: true }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Winter');
    await page.getByRole('textbox', { name: 'Text' }).fill('Dear {{name}},\n\n[watch] is here.');
  }
  await page.getByText('English', { exact: true }).click();
  await page
    .getByRole('combobox', { name: 'Preview for' })
    .or(page.getByLabel('Preview for'))
    .first()
    .fill('Archer');
  await page
    .getByRole('option', { name: /Archer/i })
    .first()
    .click();
  const paper = page.getByRole('region', { name: 'As this customer gets it' });
  await expect(paper.getByText(/Dear Ms Archer/)).toBeVisible();
  await expect(paper.getByText(/free of charge/)).toBeVisible();
  await expect(page.getByText('Still to be filled in: [watch]')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('text.png') });
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await expect(page.getByText('KA-000001', { exact: true })).toBeVisible();

  // Nothing is made yet, and everybody who is left out has a reason.
  await page.getByRole('tab', { name: 'Audience' }).click();
  await page.getByRole('button', { name: 'See who gets it' }).click();
  await expect(page.getByText('Will receive it 2')).toBeVisible();
  const listed = page.getByRole('tabpanel').getByRole('listitem');
  await expect(listed).toHaveText([/ARCHER/i, /BAKER/i]);
  for (const [group, name, why] of [
    ['On the do-not-contact list 1', /CARTER/i, 'On the do-not-contact list'],
    ['Not permitted 1', /DRAPER/i, 'Not permitted: never asked'],
    ['Same address as somebody else 1', /EAMES/i, 'Same address as somebody else'],
  ] as const) {
    await page.getByText(group, { exact: true }).click();
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText(name);
    await expect(listed).toContainText(why);
  }
  await page.screenshot({ path: test.info().outputPath('audience.png') });
  expect(readdirSync(folder)).toEqual([]);

  // Refused while the text has a gap; then one page a letter and a sheet of labels.
  const make = async () => {
    await page.getByRole('tab', { name: 'Make' }).click();
    await page.getByRole('button', { name: 'Make letters' }).click();
  };
  await make();
  await confirmPin(page, staff.manager.pin);
  await expect(page.getByText(/something to fill in by hand: \[watch\]/)).toBeVisible();
  await page.getByRole('tab', { name: 'Text' }).click();
  for (const language of ['English', '繁體中文', '简体中文']) {
    await page.getByText(language, { exact: true }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('Dear {{name}},\n\nThe new dials are here.');
  }
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await expect(page.getByRole('button', { name: 'Save campaign' })).toBeDisabled();
  await page.getByRole('tab', { name: 'Make' }).click();
  await page.getByRole('checkbox', { name: 'Address labels' }).check();
  await page.getByRole('button', { name: 'Make letters' }).click();
  await expect(page.getByText(/^2 people, 2 files in/)).toBeVisible({ timeout: 30_000 });
  const letters = join(folder, 'KA-000001-1-letters.pdf');
  expect(readdirSync(folder).sort()).toEqual(['KA-000001-1-labels.pdf', 'KA-000001-1-letters.pdf']);
  expect(readFileSync(letters).subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(letters)).toBe(2);
  expect(pagesOf(join(folder, 'KA-000001-1-labels.pdf'))).toBe(1);

  // Logged for whoever got it, and nothing for whoever said stop; a second run writes to nobody again.
  for (const [customerId, talks] of [
    [people.ann, 1],
    [people.stopped, 0],
    [people.silent, 0],
    [people.flatmate, 0],
  ] as const)
    expect((await tell(page, 'conversations.forCustomer', { customerId })).total).toBe(talks);
  await make();
  await expect(page.getByText(/^Nobody gets it/)).toBeVisible();
  expect(readdirSync(folder)).toHaveLength(2);
  await page.getByRole('button', { name: 'It was posted or sent' }).click();
  await expect(page.getByText('2 conversations say that it was sent')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('make.png') });

  // An answer, an opt-out and a sale show in the results.
  await page.getByRole('tab', { name: 'Results' }).click();
  const entry = (name: RegExp) => page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name });
  const respond = async (name: RegExp, response: string) => {
    await entry(name).getByRole('button', { name: 'Response' }).click();
    const dialog = page.getByRole('dialog', { name: 'What did they say?' });
    await dialog.getByRole('radio', { name: response }).check();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(dialog).toBeHidden();
  };
  await respond(/ARCHER/i, 'Answered');
  await respond(/BAKER/i, 'Wants no more');
  const line = { description: 'Watch', quantity: 1, unitPriceMinor: 9_800_00, discountMinor: 0 };
  await tell(page, 'sales.record', { customerId: people.ann, lines: [line] });
  const picture = page.getByRole('region', { name: 'What came of it' });
  const step = (label: string) => picture.getByRole('listitem').filter({ hasText: label });
  await expect(step('Written to')).toContainText('2');
  await expect(step('Answered')).toContainText('1');
  await expect(step('Opted out')).toContainText('1');
  await expect(step('Bought within 30 days')).toContainText('1');
  await expect(picture.getByText('HK$9,800')).toBeVisible();
  await expect(picture.getByText('100%')).toBeVisible();
  await expect(entry(/ARCHER/i).getByText('bought for HK$9,800')).toBeVisible();
  const { isSuppressed } = await tell(page, 'consents.forCustomer', { customerId: people.bob });
  expect(isSuppressed).toBe(true);
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`results-${look}.png`) });
    await expectNoAxeViolations(page);
  });
});

test('V5 e-mail files are made one to a person, with the notice and the way to unsubscribe', async () => {
  const { page, staff, people } = await withPeople();
  const { segmentId } = await tell(page, 'segments.save', {
    segmentId: null,
    name: 'Everybody',
    rule: { groups: [] },
  });
  const text = { subject: 'New dials', body: 'Dear {{name}}, come and see them.' };
  const { campaignId } = await tell(page, 'campaigns.save', {
    campaignId: null,
    name: 'New dials',
    ownerId: staff.manager.id,
    segmentId,
    channel: 'email',
    goodsClass: 'watches',
    template: null,
    texts: { en: text, 'zh-Hant': text, 'zh-Hans': text },
    startsOn: '2026-01-01',
    endsOn: null,
    salesDays: 30,
  });
  await page.goto(`app://vitrine/#/campaigns/${campaignId}`);
  await page.getByRole('tab', { name: 'Make' }).click();
  await page.getByRole('button', { name: 'Make e-mail files' }).click();
  await confirmPin(page, staff.manager.pin);
  // By e-mail the flatmates have addresses of their own.
  await expect(page.getByText(/^3 people, 4 files in/)).toBeVisible();
  expect(readdirSync(folder).sort()).toEqual(['KA-000001-1-emails', 'KA-000001-1-emails.mbox']);
  const mailFolder = join(folder, 'KA-000001-1-emails');
  const mails = readdirSync(mailFolder).map((file) => readFileSync(join(mailFolder, file), 'utf8'));
  // The same letters in one file, for programs that take many in at once.
  const bag = readFileSync(join(folder, 'KA-000001-1-emails.mbox'), 'utf8');
  expect(bag.match(/^From vitrine@/gm)).toHaveLength(3);
  expect(bag.match(/^Subject: New dials$/gm)).toHaveLength(3);
  const to = mails.map((mail) => /^To: .*<(.*)>\r$/m.exec(mail)?.[1]).sort();
  expect(to).toEqual(['archer@example.com', 'baker@example.com', 'eames@example.com']);
  for (const mail of mails) {
    expect(mail).toContain('List-Unsubscribe: <mailto:counter@test.example');
    const body = Buffer.from(mail.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
    expect(body).toMatch(/^Dear Ms (Archer|Baker|Eames), come and see them\./);
    expect(body).toContain('reply STOP or call +852 2345 6789');
    // Nobody was written to before: the right to opt out stands in the letter by itself (s.35F).
    expect(body).toMatch(/free of charge/);
  }
  expect(JSON.stringify(mails)).not.toContain('carter');

  // A text for nobody new: the second run refuses, and the same files can be had once more.
  await page.getByRole('button', { name: 'Make e-mail files' }).click();
  await expect(page.getByText(/^Nobody gets it/)).toBeVisible();
  await tell(page, 'consents.withdraw', { customerId: people.ann });
  await page.getByRole('button', { name: 'The same files again' }).click();
  await expect(page.getByText(/^2 people, 3 files in/)).toBeVisible();
  const { conversations, total } = await tell(page, 'conversations.forCustomer', { customerId: people.bob });
  expect(total).toBe(1);
  expect(conversations[0]).toMatchObject({ channel: 'email', purpose: 'selling', outcome: null });
  expect(conversations[0]?.words).toContain('reply STOP');
});

test('V5 a campaign says whom another programme compares, and leaves them out where somebody chooses so', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [programme] = await tell(page, 'programmes.list', { show: 'running' });
  const { id, segment, owner } = (await tell(page, 'campaigns.list', {}))[0] ?? {};
  const { campaign } = await tell(page, 'campaigns.get', { campaignId: id ?? '' });
  const everybody = { segmentId: null, name: 'Everybody here', rule: { groups: [] } };
  const { segmentId } = await tell(page, 'segments.save', everybody);
  expect(segment?.id).not.toBe(segmentId);
  const { campaignId } = await tell(page, 'campaigns.save', {
    ...campaign,
    campaignId: null,
    name: 'Everybody at once',
    ownerId: owner?.id ?? '',
    segmentId,
    programmeId: null,
    channel: 'email',
  });
  await page.goto(`app://vitrine/#/campaigns/${campaignId}`);
  await page.getByRole('tab', { name: 'Audience' }).click();
  await page.getByRole('button', { name: 'See who gets it' }).click();
  // They get it like everybody else, and the screen says how many and who.
  const said = page.getByText(/^\d+ of those who get it are held out for comparison/);
  await expect(said).toBeVisible({ timeout: 60_000 });
  const count = Number.parseInt((await said.textContent()) ?? '', 10);
  await page.getByText(`Of these, in a comparison group ${count}`, { exact: true }).click();
  const listed = page.getByRole('tabpanel').getByRole('listitem');
  await expect(listed).toHaveCount(count);
  await expect(listed.first()).toContainText(programme?.name ?? '');
  await page.screenshot({ path: test.info().outputPath('compared.png') });

  await page.getByRole('button', { name: 'Leave them out' }).click();
  await expect(
    page.getByText(/^The comparison groups of other running programmes are left out/),
  ).toBeVisible();
  // Whoever is held out is named, those who may not be written to anyway among them.
  const all = page.getByText(`Held out for comparison ${programme?.start?.heldOut}`, { exact: true });
  await expect(all).toBeVisible({ timeout: 60_000 });
  await expect(said).toHaveCount(0);
  await inEveryLook(page, async () => expectNoAxeViolations(page), ['light']);
});

test('V5 making files for hundreds shows how far it is, can be stopped, and the next run writes each person once', async () => {
  running = await launchApp();
  const { page, app } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  const rule = { groups: [] };
  const { segmentId } = await tell(page, 'segments.save', { segmentId: null, name: 'Everybody here', rule });
  const [other] = await tell(page, 'campaigns.list', {});
  const text = { subject: 'New dials', body: 'Dear {{name}}, come and see them.' };
  const { campaignId, number } = await tell(page, 'campaigns.save', {
    campaignId: null,
    name: 'Everybody at once',
    ownerId: other?.owner.id ?? '',
    segmentId,
    channel: 'email',
    goodsClass: 'watches',
    template: null,
    texts: { en: text, 'zh-Hant': text, 'zh-Hans': text },
    startsOn: '2026-01-01',
    endsOn: null,
    salesDays: 30,
  });
  await page.goto(`app://vitrine/#/campaigns/${campaignId}`);
  await page.getByRole('tab', { name: 'Make' }).click();
  await page.getByRole('button', { name: 'Make e-mail files' }).click();
  await confirmPin(page, SAMPLE_PINS.manager);
  const progress = page.getByRole('tabpanel').getByRole('progressbar');
  await expect(progress).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('progress.png') });
  await expect
    .poll(async () => (await tell(page, 'campaigns.get', { campaignId })).toWrite)
    .toBeGreaterThan(0);
  await page.getByRole('tabpanel').getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  // Whoever was claimed until then waits for the next run; no file is left behind.
  expect(readdirSync(folder)).toEqual([]);
  await expect(page.getByText(/claimed and (is|are) in no file yet/)).toBeVisible();

  await page.getByRole('button', { name: 'Make e-mail files' }).click();
  const done = page.getByText(/^\d+ people, \d+ files in/);
  await expect(done).toBeVisible({ timeout: 60_000 });
  const people = Number.parseInt((await done.textContent()) ?? '', 10);
  expect(people).toBeGreaterThan(150);
  const [bag = ''] = readdirSync(folder).filter((name) => name.startsWith(number) && !name.endsWith('.mbox'));
  const names = readdirSync(join(folder, bag));
  expect(names).toHaveLength(people);
  expect(new Set(names).size).toBe(people);
  const { total } = await tell(page, 'campaigns.entries', { campaignId });
  expect(total).toBe(people);
  await expect(page.getByText(/claimed and (is|are) in no file yet/)).toHaveCount(0);
});

test('V5 calls to make stand on Today until somebody says what came of them', async () => {
  const { page, staff } = await withPeople();
  const { segmentId } = await tell(page, 'segments.save', {
    segmentId: null,
    name: 'Everybody',
    rule: { groups: [] },
  });
  const text = { subject: '', body: 'Good day, {{name}}. This is {{advisor}} of {{shop}}.' };
  const { campaignId } = await tell(page, 'campaigns.save', {
    campaignId: null,
    name: 'New year calls',
    ownerId: staff.manager.id,
    segmentId,
    channel: 'phone',
    goodsClass: 'watches',
    template: null,
    texts: { en: text, 'zh-Hant': text, 'zh-Hans': text },
    startsOn: '2026-01-01',
    endsOn: null,
    salesDays: 30,
  });
  await tell(page, 'session.confirm', { pin: staff.manager.pin });
  const { files } = await tell(page, 'campaigns.exportMailing', { campaignId, outputs: ['call-sheets'] });
  expect(files).toEqual(['KA-000001-1-calls.pdf']);
  expect(pagesOf(join(folder, 'KA-000001-1-calls.pdf'))).toBe(1);
  await tell(page, 'session.lock', {});
  await page.reload();
  await page.waitForSelector('main');
  await unlock(page, staff.advisor.name, staff.advisor.pin);
  await page.getByRole('link', { name: 'Today' }).click();
  const calls = page.getByRole('region', { name: 'Campaign calls to make' });
  await expect(calls.getByRole('listitem')).toHaveCount(3);
  await calls.getByRole('link', { name: /^Call/ }).first().click();
  const panel = page.getByRole('region', { name: 'Campaigns' });
  await panel.getByRole('button', { name: 'Response' }).click();
  const dialog = page.getByRole('dialog', { name: 'What did they say?' });
  // What to say stands beside what is answered, with the names filled in.
  await expect(dialog.getByText(`This is ${staff.advisor.name} of Test Counter.`)).toBeVisible();
  await dialog.getByRole('textbox', { name: /In their words/ }).fill('Will come on Saturday');
  await dialog.getByRole('checkbox', { name: /Told that it stops/ }).check();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(panel.getByRole('button', { name: '1 campaign before' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('panel.png') });
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(calls.getByRole('listitem')).toHaveCount(2);
});
