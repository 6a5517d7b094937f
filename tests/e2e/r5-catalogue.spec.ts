import { expect, test } from '@playwright/test';
import type { Input } from '@shared/contract';
import {
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  type RunningApp,
  setUpShop,
  type TestPerson,
  tell,
  unlock,
} from './app';

const seamaster: Input<'products.create'> = {
  code: 'W-0001',
  brand: 'Omega',
  family: 'Seamaster',
  reference: '210.30.42.20.03.001',
  barcode: '2000000000015',
  name: 'Seamaster Diver 300M Co-Axial Master Chronometer 42 mm',
  chineseName: '海馬潛水 300 米至臻天文台腕錶',
  category: 'watch',
  attributes: { case_mm: 42, metal: 'steel', dial: 'blue', movement: 'automatic', water_m: 300 },
  priceMinor: 46_300_00,
  status: 'new',
  isSerialised: true,
  stockCount: 3,
  warranty: { policyVersion: 'omega-2018', warrantyMonths: 60, serviceMonths: 72, waterTestMonths: 12 },
  care: 'Rinse with fresh water after the sea. Keep the crown screwed down.',
};
const strap: Input<'products.create'> = {
  code: 'S-0001',
  name: 'Rubber strap 20 mm',
  chineseName: '橡膠錶帶 20 毫米',
  category: 'strap',
  priceMinor: 1_280_00,
  stockCount: 0,
};

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let manager: TestPerson;
test.beforeAll(async () => {
  running = await launchApp();
  const { page } = running;
  const staff = await setUpShop(page);
  manager = staff.manager;
  await unlock(page, manager.name, manager.pin);
  const { productId } = await tell(page, 'products.create', seamaster);
  await tell(page, 'products.create', strap);
  for (let index = 2; index < 60; index += 1) {
    await tell(page, 'products.create', {
      code: `W-${String(index).padStart(4, '0')}`,
      brand: ['Rolex', 'Cartier', 'Patek Philippe'][index % 3] ?? null,
      reference: `REF-${index}`,
      name: `Model ${index}`,
      category: 'watch',
      priceMinor: index * 1_000_00,
    });
  }
  await tell(page, 'products.update', {
    productId,
    version: 1,
    fields: { ...seamaster, priceMinor: 47_900_00 },
  });
});
test.afterAll(() => running.close());

test('R5 an enquiry is answered by reference, barcode, words, specifications and status', async () => {
  const { page } = running;
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expect(page.getByText('60 products')).toBeVisible();
  const box = page.getByRole('searchbox', { name: 'Find a product' });
  const list = page.getByRole('list', { name: 'Products' });
  for (const typed of [
    '2103042',
    '2000000000015',
    'omega diver',
    '海馬',
    'blue 42 mm',
    '藍色 新品',
    'steel new omega',
  ]) {
    await box.fill(typed);
    await expect(list.getByRole('link')).toHaveCount(1);
    await expect(list.getByRole('link')).toContainText('Seamaster Diver 300M');
  }
  await box.fill('no such thing');
  await expect(page.getByText('No product matches')).toBeVisible();
  await box.fill('');
  await page.getByLabel('In stock only').check();
  await expect(list.getByRole('link')).toHaveCount(1);
  await page.getByLabel('In stock only').uncheck();
});

test('R5 the keyboard goes from the box through the list to the product', async () => {
  const { page } = running;
  const box = page.getByRole('searchbox', { name: 'Find a product' });
  await box.fill('omega');
  await expect(page.getByText('One product')).toBeVisible();
  await box.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Omega Seamaster Diver');
});

test('R5 the product page says specifications, price, availability, warranty and care', async () => {
  const { page } = running;
  const main = page.getByRole('main');
  for (const fact of [
    'HK$47,900',
    '3 in stock',
    '210.30.42.20.03.001',
    'Blue',
    'Warranty 5 years',
    'Water test every 1 year',
    'Terms omega-2018',
    'Rinse with fresh water',
  ])
    await expect(main.getByText(fact, { exact: false }).first()).toBeVisible();
  await expect(main.getByRole('img', { name: /^Price from/ })).toBeVisible();
});

test('R5 a manager puts the count right, with the reason', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Put the count right' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Really there now').fill('2');
  await dialog.getByRole('combobox', { name: 'Why' }).fill('Counted');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('2 in stock')).toBeVisible();
});

test('R5 a manager changes a specification in the words of the screen', async () => {
  const { page } = running;
  await tell(page, 'session.setLook', { language: 'zh-Hant', colorScheme: 'light' });
  await page.getByRole('button', { name: '修改貨品' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: '類別' })).toHaveValue('腕錶');
  const values = dialog.getByRole('combobox', { name: '數值' });
  await expect(values.nth(2)).toHaveValue('藍');
  await expectNoAxeViolations(page);
  await values.nth(2).fill('黑');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '儲存' }).click();
  await expect(dialog).toHaveCount(0);
  const { products } = await tell(page, 'products.list', { text: seamaster.code });
  const { attributes } = await tell(page, 'products.get', { productId: products[0]?.id ?? '' });
  expect(attributes).toEqual({ ...seamaster.attributes, dial: 'black' });
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
});

test('R5 half a change survives closing its form and a lock, and what is missing is said in the language of the screen', async () => {
  const { page } = running;
  const { products } = await tell(page, 'products.list', { text: seamaster.code });
  const open = async () => {
    await page.evaluate((id) => {
      location.hash = `#/products/${id}`;
    }, products[0]?.id ?? '');
    await page.getByRole('button', { name: 'Change the product' }).click();
  };
  await open();
  const form = page.getByRole('dialog', { name: 'Change the product' });
  await form.getByLabel('Care').fill('Rinse after the sea');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await tell(page, 'session.lock', {});
  await page.reload();
  await page.waitForSelector('main');
  await unlock(page, manager.name, manager.pin);
  await open();
  await expect(form.getByText('What you typed before is still here.')).toBeVisible();
  await expect(form.getByLabel('Care')).toHaveValue('Rinse after the sea');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form).toHaveCount(0);
  const saved = await tell(page, 'products.get', { productId: products[0]?.id ?? '' });
  expect(saved.care).toBe('Rinse after the sea');

  await tell(page, 'session.setLook', { language: 'zh-Hant', colorScheme: 'light' });
  await page.getByRole('button', { name: '修改貨品' }).click();
  const name = page.getByRole('dialog').getByRole('textbox', { name: /^名稱/ });
  await name.fill('');
  await page.getByRole('button', { name: '儲存' }).click();
  const said = () => name.evaluate((field) => (field as HTMLInputElement).validationMessage);
  expect(await said()).toBe('請填寫此項。');
  await name.fill(saved.name);
  expect(await said()).toBe('');
  await page.getByRole('button', { name: '儲存' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
});

test('R5 list and product read well in every language, light and dark', async () => {
  const { page } = running;
  await inEveryLook(page, async (look) => {
    await expectNoAxeViolations(page);
    await page.screenshot({ path: `test-results/r5-product-${look}.png` });
  });
  await page.locator('nav a[href$="/products"]').click();
  await inEveryLook(page, async (look) => {
    await expectNoAxeViolations(page);
    await page.screenshot({ path: `test-results/r5-list-${look}.png` });
  });
});
