import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { goToMore, launchApp, tell, unlock } from '../e2e/app';
import { Guide, say, tourFolder } from './guide';
import { choosePeople, type Visited } from './people';
import { relationship } from './relationship';

test('the main job on the sample shop, from the first start to the day close', async () => {
  mkdirSync(tourFolder, { recursive: true });
  const running = await launchApp();
  const guide = new Guide(running.app, running.page);
  try {
    await guide.resize(1440, 900);
    await firstLook(guide);
    const { regular, guest } = await choosePeople(guide.page);
    await lookUp(guide, regular);
    await noteNeed(guide, regular);
    await recommend(guide);
    await catalogue(guide);
    await recordSale(guide, regular);
    await inviteToVip(guide, guest);
    await relationship(guide, regular);
    await report(guide, regular);
    await moveIn(guide);
    await closeDay(guide);
    await otherScreens(guide);
    await otherLooks(guide, regular);
    expect(guide.problems).toEqual([]);
  } finally {
    await running.close();
  }
});

/** The first start, through the welcome screen as anybody would. */
async function firstLook(guide: Guide): Promise<void> {
  const { page } = guide;
  await guide.show('Welcome');
  await page.getByRole('button', { name: /sample shop/ }).click();
  await page.getByText('Who is working?').waitFor({ timeout: 120_000 });
  await guide.show('Lock screen');
  const people = await tell(page, 'session.people', {});
  const manager = people.find(({ role }) => role === 'manager');
  await unlock(page, manager?.name ?? '', SAMPLE_PINS.manager);
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  await guide.show('Today');
}

async function lookUp(guide: Guide, { typed }: Visited): Promise<void> {
  const { page } = guide;
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(typed, { delay: 30 });
  await page.getByRole('option').first().waitFor();
  await guide.show('Search while typing');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Purchases' }).waitFor();
  await guide.show('The customer on one screen');
  if (process.env.VITRINE_SCREENSHOT) await guide.keepScreenshot();
  await page
    .getByRole('region', { name: 'Purchases' })
    .getByLabel('Find in purchases')
    .scrollIntoViewIfNeeded();
  await guide.show('Purchase history');
}

async function noteNeed(guide: Guide, { id }: Visited): Promise<void> {
  const { page } = guide;
  await page.goto(`app://vitrine/#/customers/${id}`);
  const needs = page.getByRole('region', { name: 'Needs' });
  await needs.getByRole('button', { name: 'New need' }).click();
  const form = page.getByRole('dialog', { name: 'New need' });
  await form.getByText('Keys choose').waitFor();
  // Letters and digits choose: a watch, the fourth budget, a birthday.
  for (const key of ['w', '4', 'b']) await page.keyboard.press(key);
  await expect(form.getByRole('checkbox', { name: /^Watch/ })).toBeChecked();
  await form.getByLabel('Seen').fill('Came back twice to the blue dials');
  await form.getByLabel('Answered').fill('Something for every day, on a bracelet');
  await guide.show('Note a need');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  await needs.scrollIntoViewIfNeeded();
  await guide.show('The need and what answers it');
}

async function recommend(guide: Guide): Promise<void> {
  const { page } = guide;
  const panel = page.getByRole('region', { name: 'To show' });
  const shown = panel.getByRole('button', { name: /^Shown/ }).first();
  await shown.click();
  await expect(shown).toHaveAttribute('aria-pressed', 'true');
  await panel.scrollIntoViewIfNeeded();
  await guide.show('Recommended with reasons', { withToasts: true });
}

async function catalogue(guide: Guide): Promise<void> {
  const { page } = guide;
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await page.getByRole('heading', { name: 'Catalogue' }).waitFor();
  await guide.show('Catalogue');
  const { products } = await tell(page, 'products.list', { category: 'watch', inStock: true, limit: 1 });
  await page.goto(`app://vitrine/#/products/${products[0]?.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await guide.show('Product page');
}

async function recordSale(guide: Guide, { typed }: Visited): Promise<void> {
  const { page } = guide;
  await page.getByRole('link', { name: 'Record a sale' }).click();
  const scan = page.getByLabel('Scan or type a product');
  for (const product of await goodsToSell(guide)) {
    await scan.pressSequentially(product);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem', { name: /^Line/ }).last()).toBeVisible();
  }
  await page.getByLabel('Serial number').first().fill('HK-20931');
  await page.getByRole('combobox', { name: 'Customer', exact: true }).fill(typed);
  await page.getByRole('option').first().click();
  await guide.show('Record a sale');
  await page.keyboard.press('Control+Enter');
  const receipt = page.getByRole('dialog', { name: /^Sale/ });
  await receipt.waitFor();
  await guide.show('Receipt on record');
  await receipt.getByRole('button', { name: 'Receipt, 80 mm' }).click();
  await guide.paperIsThere();
  await guide.show('Receipt preview');
  await savePdf(guide, 'receipt.pdf');
  await page.keyboard.press('Escape');
  await receipt.waitFor({ state: 'hidden' });
}

/** Barcodes of a watch with a serial number and of a strap. */
async function goodsToSell({ page }: Guide): Promise<string[]> {
  const barcodes: string[] = [];
  for (const category of ['watch', 'strap']) {
    const { products } = await tell(page, 'products.list', { category, inStock: true });
    const barcode = products.find((product) => product.barcode && product.priceMinor)?.barcode;
    if (barcode) barcodes.push(barcode);
  }
  return barcodes;
}

async function inviteToVip(guide: Guide, { typed }: Visited): Promise<void> {
  const { page } = guide;
  await page.getByRole('combobox', { name: 'Search' }).fill(typed);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  const news = page.getByRole('region', { name: '消息及優惠' });
  await news.waitFor();
  await guide.show('VIP invitation in the customer language');
  for (const choice of ['電郵', 'WhatsApp', '手錶', '活動'])
    await news.getByRole('checkbox', { name: choice, exact: true }).check();
  await sign(guide);
  await guide.show('Chosen and signed');
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await page.getByRole('button', { name: '返回櫃枱' }).waitFor();
  await guide.show('VIP welcome');
  await page.getByRole('button', { name: '返回櫃枱' }).click();
  await page.getByRole('button', { name: 'Print the welcome' }).click();
  await guide.paperIsThere();
  await guide.show('Welcome letter');
  await savePdf(guide, 'vip-welcome.pdf');
  await page.getByRole('button', { name: 'Handed over' }).click();
  await page.getByRole('button', { name: 'Back to the counter' }).click();
  await page.getByRole('region', { name: 'Consent' }).waitFor();
  await guide.show('Consent afterwards');
}

async function sign({ page }: Guide): Promise<void> {
  const pad = page.getByRole('img', { name: '簽署' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no place to sign');
  const at = (share: number): [number, number] => [
    box.x + box.width * (0.2 + share * 0.45),
    box.y + box.height * (0.55 - 0.28 * Math.sin(share * 19) * (1 - share * 0.5)),
  ];
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(...at(step / 60));
  await page.mouse.up();
}

async function report(guide: Guide, { id }: Visited): Promise<void> {
  const { page } = guide;
  await page.goto(`app://vitrine/#/customers/${id}`);
  await page.getByRole('button', { name: 'Customer report' }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await guide.show('Which report');
  await page.getByRole('button', { name: 'Show the report' }).click();
  await guide.paperIsThere();
  await guide.show('Customer report');
  await savePdf(guide, 'customer-report.pdf');
}

/** Saves the previewed paper through the preview's own button and closes the preview. */
async function savePdf(guide: Guide, name: string): Promise<void> {
  const { page } = guide;
  const file = await guide.willSaveTo(name);
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect.poll(() => existsSync(file) && statSync(file).size).toBeGreaterThan(1000);
  say(`      ${name}`);
  await page.keyboard.press('Escape');
  await page.locator('iframe').waitFor({ state: 'hidden' });
}

const lines = [
  'Receipt,Date,Customer name,Phone,Code,Item,Qty,Price',
  '9001,23/11/2025,"CHAN Tai Man, Peter",9876 5432,OLD-1,Dress watch,1,"18,800.00"',
  '9001,23/11/2025,"CHAN Tai Man, Peter",9876 5432,OLD-7,Calf strap,2,680.00',
  '9002,28/11/2025,WONG Siu Ling,6123 4567,OLD-2,Field watch,1,"4,280.00"',
  '9003,,WONG Siu Ling,6123 4567,OLD-9,Watch roll,1,990.00',
];

async function moveIn(guide: Guide): Promise<void> {
  const { page } = guide;
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-tour-'));
  const file = join(folder, 'purchases-of-the-old-till.csv');
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  await guide.willOpen(file);
  await goToMore(page, 'Move in');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByText('Which column is what?').waitFor();
  await guide.show('Import: what we see');
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await page.getByText('What will happen').waitFor();
  await guide.show('Import: what will happen');
  rmSync(folder, { recursive: true, force: true });
}

/** The backup to two places, the sheet, and what a restore would ask. */
async function closeDay(guide: Guide): Promise<void> {
  const { page } = guide;
  const root = mkdtempSync(join(tmpdir(), 'vitrine-tour-'));
  await page.getByRole('link', { name: 'Close the day' }).click();
  await page.getByRole('link', { name: 'Add a place' }).click();
  for (const label of ['Shop disk', 'USB stick']) {
    const folder = join(root, label);
    mkdirSync(folder);
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByLabel('Or type a folder').fill(folder);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Name of this place').fill(label);
    await page.getByRole('button', { name: 'Add this place' }).click();
    await page.getByRole('article', { name: label }).waitFor();
  }
  await page.getByRole('link', { name: 'Close the day' }).click();
  await page.getByLabel('A word for the sheet').fill('A quiet day; two new VIPs asked for the autumn event.');
  await guide.show('Close the day');
  await page.getByRole('button', { name: 'Back up and close the day' }).click();
  await page.getByText('The day is closed', { exact: true }).waitFor({ timeout: 60_000 });
  await guide.show('Two proved backups');
  await page.getByRole('button', { name: 'Show the day-close sheet' }).click();
  await guide.paperIsThere();
  await guide.show('Day-close sheet');
  await savePdf(guide, 'day-close-sheet.pdf');
  await page.goto('app://vitrine/#/backups');
  await page.getByRole('article', { name: 'Shop disk' }).waitFor();
  await guide.show('Backups');
  await page
    .getByRole('button', { name: /^Restore…/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Restore this copy' })).toBeEnabled();
  await guide.show('What a restore would change');
  await page.keyboard.press('Escape');
  rmSync(root, { recursive: true, force: true });
}

async function otherScreens(guide: Guide): Promise<void> {
  const { page } = guide;
  for (const name of ['Customers', 'Settings']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await guide.show(name);
  }
}

/** The same screens in the dark and in the other two languages. */
async function otherLooks(guide: Guide, { id }: Visited): Promise<void> {
  const { page } = guide;
  const looks = [
    ['dark', 'en', 'dark'],
    ['繁體中文', 'zh-Hant', 'light'],
    ['简体中文', 'zh-Hans', 'light'],
    ['繁體中文, dark', 'zh-Hant', 'dark'],
  ] as const;
  for (const [name, language, colorScheme] of looks) {
    await tell(page, 'session.setLook', { language, colorScheme });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.goto(`app://vitrine/#/customers/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await guide.show(`Customer ${language} ${colorScheme}`);
    await page.goto('app://vitrine/#/');
    await guide.show(`Today ${language} ${colorScheme}`);
    void name;
  }
}
