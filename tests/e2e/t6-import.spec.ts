import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  tell,
  unlock,
} from './app';

test.describe.configure({ mode: 'serial' });

const manager = { pin: '' };
const folder = mkdtempSync(join(tmpdir(), 'vitrine-import-'));
const file = join(folder, '銷售記錄 2024.csv');
const refused = join(folder, 'refused.csv');
const shots = process.env.VITRINE_SHOTS;

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  const { page, app } = running;
  const staff = await setUpShop(page);
  manager.pin = staff.manager.pin;
  await unlock(page, staff.manager.name, staff.manager.pin);
  writeFileSync(
    file,
    `Exported by the old till
Receipt no,Date,Customer ID,Product code,Description,Qty,Unit price
R1,03/05/2024 10:15,77,OM-1,Seamaster Diver 300M 海馬潛水,1,"46,300.00"
R1,03/05/2024 10:15,77,ST-1,Rubber strap,2,1280.00
R2,25/05/2024 12:00,,ST-1,Rubber strap black,1,1280.00
C3,28/05/2024 12:00,77,ST-1,Rubber strap,-1,1280.00
R4,28/05/2024 13:00,78,ST-1,Rubber strap,1,0.001
`,
  );
  // The machine's own dialogs cannot be clicked: they answer with these files.
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.file] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.refused });
    },
    { file, refused },
  );
});
test.afterAll(() => running.close());

async function shoot(name: string): Promise<void> {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await running.page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

async function openFile(): Promise<void> {
  const { page } = running;
  await goToMore(page, 'Move in');
  await expect(page.getByRole('heading', { name: 'Move in' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible();
}

test('T6 import: an empty screen teaches', async () => {
  const { page } = running;
  await goToMore(page, 'Move in');
  await expect(page.getByText('No import yet')).toBeVisible();
  await inEveryLook(page, async (look) => {
    await expectNoAxeViolations(page);
    await shoot(`import-empty-${look}`);
  });
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
});

test('T6 import: a till’s file is seen, mapped, checked, imported and found at once', async () => {
  const { page } = running;
  await openFile();
  await expect(page.getByLabel('Lines before the column names')).toHaveValue('1');
  await expect(page.getByRole('combobox', { name: 'Receipt number' })).toHaveValue('Receipt no');
  await expect(page.getByRole('combobox', { name: 'Unit price' })).toHaveValue('Unit price');
  await inEveryLook(page, async (look) => {
    await expectNoAxeViolations(page);
    await shoot(`import-columns-${look}`);
  });
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible({ timeout: 30_000 });
  await expect(
    page.getByText('New customers 1 · New products 2 · New receipts 3 · New lines 4'),
  ).toBeVisible();
  expect(await tell(page, 'imports.list', {})).toEqual([]);
  await page.getByRole('button', { name: 'Save the refused rows' }).click();
  await expect(page.getByText('1 refused row saved')).toBeVisible();
  expect(readFileSync(refused, 'utf8')).toContain('Unit price: 0.001 is finer than');
  await inEveryLook(page, async (look) => {
    await expectNoAxeViolations(page);
    await shoot(`import-checked-${look}`);
  });
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByText('The import is done')).toBeVisible({ timeout: 30_000 });
  const { results } = await tell(page, 'search.query', { text: 'Seamaster' });
  expect(results.length).toBeGreaterThan(0);
});

test('T6 import: the same file maps itself and brings nothing a second time', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Import another file' }).click();
  await openFile();
  await expect(page.getByText('The columns are mapped as in your last file of this kind.')).toBeVisible();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByText('There is nothing to import')).toBeVisible({ timeout: 30_000 });
});

test('T6 import: one that is stopped says that nothing was imported', async () => {
  const { page, app } = running;
  const many = join(folder, 'many-customers.csv');
  const rows = Array.from({ length: 150_000 }, (_, n) => `N${n},Family ${n},Given ${n}`);
  writeFileSync(many, `Customer ID,Family name,Given name\n${rows.join('\n')}\n`);
  const choose = (path: string) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Another file' }).click();
  await choose(many);
  await page.getByRole('radio', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await page.getByRole('button', { name: 'Import now' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped: nothing was imported.')).toBeVisible({ timeout: 30_000 });
  expect(await tell(page, 'imports.list', {})).toHaveLength(1);
});

test('T6 import: a whole import is taken back after the PIN is asked again', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Another file' }).click();
  await shoot('import-earlier');
  await page.getByRole('button', { name: /^Take this import back/ }).click();
  const pin = page.getByRole('dialog').getByRole('textbox');
  await expect(pin).toBeVisible();
  await pin.fill(manager.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Removed: customers 1, products 2, receipts 3.')).toBeVisible({
    timeout: 30_000,
  });
  await shoot('import-undone');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(/^Taken back on/)).toBeVisible();
  expect(existsSync(file)).toBe(true);
});
