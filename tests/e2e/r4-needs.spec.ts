import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeViolations, inEveryLook, launchApp, setUpShop, tell, unlock } from './app';

async function stock(page: Page) {
  const add = (code: string, fields: object) =>
    tell(page, 'products.create', { code, name: code, category: 'watch', stockCount: 1, ...fields });
  await add('W-1', {
    name: 'Seamaster Diver 300M',
    chineseName: '海馬潛水 300 米',
    brand: 'Omega',
    priceMinor: 46_300_00,
  });
  await add('W-2', { name: 'Black Bay 58', brand: 'Tudor', priceMinor: 31_000_00 });
}

test('R4: identify needs by what is seen, asked and answered, and match them with the shop', async () => {
  const { page, close } = await launchApp();
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  await stock(page);
  const { id } = await tell(page, 'customers.create', {
    familyName: 'Chan',
    givenName: 'Tai Man',
    chineseName: '陳大文',
  });
  await page.evaluate((to) => {
    location.hash = `#/customers/${to}`;
  }, id);

  await test.step('a need is noted, and the right product is there at once', async () => {
    await page.getByRole('button', { name: 'New need' }).first().click();
    const form = page.getByRole('dialog', { name: 'New need' });
    await expect(form.getByRole('group', { name: 'Budget' })).toBeVisible();
    await page.keyboard.press('w');
    await form.getByLabel('Seen').fill('Went back to the blue one');
    await form.getByLabel('Answered').fill('For swimming, every day');
    await form.getByLabel('Brand').fill('Omega');
    await form.getByLabel('Budget to').fill('50000');
    await form.getByLabel('By when').fill('2099-12-24');
    await form.getByRole('button', { name: /Save/ }).click();
    await expect(form).toBeHidden();
    const needs = page.getByRole('region', { name: 'Needs' });
    await expect(needs).toContainText('Watch, Omega');
    await expect(needs).toContainText('up to HK$50,000');
    await expect(needs).toContainText('Went back to the blue one / For swimming, every day');
    await expect(needs).toContainText('Seamaster Diver 300M');
  });

  await test.step('a half-written need survives being closed', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New need' }).first().click();
    const form = page.getByRole('dialog', { name: 'New need' });
    await form.getByLabel('Asked').fill('Which wrist?');
    await page.waitForTimeout(700);
    await form.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'New need' }).first().click();
    await expect(form.getByLabel('Asked')).toHaveValue('Which wrist?');
    await form.getByRole('button', { name: 'Start over' }).click();
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('what was begun from the menu gives the keyboard back to it', async () => {
    const begin = page.getByRole('button', { name: 'New', exact: true });
    await begin.click();
    await page.getByRole('menuitem', { name: 'Need' }).click();
    await expect(page.getByRole('dialog', { name: 'New need' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'New need' })).toBeHidden();
    await expect(begin).toBeFocused();
  });

  await test.step('it is lost with a reason, and that is taken back', async () => {
    await page.getByRole('button', { name: 'Lost', exact: true }).click();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Need lost')).toBeVisible();
    await expect(page.getByText('No open need', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(page.getByRole('region', { name: 'Needs' })).toContainText('Watch, Omega');
  });

  await test.step('what arrives later is matched again and told on Today', async () => {
    const { productId } = await tell(page, 'products.create', {
      code: 'W-3',
      name: 'Aqua Terra',
      brand: 'Omega',
      category: 'watch',
      priceMinor: 48_000_00,
      stockCount: 1,
      status: 'new',
    });
    expect(productId).toBeTruthy();
    await page.getByRole('link', { name: 'Today' }).click();
    const group = page.getByRole('region', { name: 'Arrived for a need' });
    await expect(group).toContainText('Omega Aqua Terra');
    await group.getByRole('link').click();
    await expect(page.getByRole('region', { name: 'Needs' })).toContainText('Just arrived');
  });

  await test.step('the board counts demand, and a bar narrows the list', async () => {
    await page.getByRole('link', { name: 'Needs' }).click();
    await page.getByRole('button', { name: /^Omega ?: ?1$/ }).click();
    await expect(page.getByRole('button', { name: /^Omega ?: ?1$/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('link', { name: /Show products: CHAN/ })).toBeVisible();
  });
  await close();
});

test('R4: a discreet need is covered on every screen until somebody opens it', async () => {
  const { page, close } = await launchApp();
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  await stock(page);
  const { id } = await tell(page, 'customers.create', { familyName: 'Ho', givenName: 'Ka Yan' });
  const today = new Date().toISOString().slice(0, 10);
  await tell(page, 'needs.note', { customerId: id, brand: 'Tudor', isDiscreet: true, byDate: today });
  await page.getByRole('link', { name: 'Needs' }).click();
  await expect(page.getByText('Discreet need')).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText('Something discreet: open the record to see it')).toBeVisible();
  await expect(page.getByText('Tudor')).toHaveCount(0);
  await page.getByRole('link', { name: /Show products/ }).click();
  const needs = page.getByRole('region', { name: 'Needs' });
  await expect(needs).not.toContainText('Tudor');
  await needs.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(needs).toContainText('Tudor');
  await close();
});

test('needs, recommendations and Today: no violation in any language, light and dark', async () => {
  test.setTimeout(180_000);
  const { page, close } = await launchApp();
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  await stock(page);
  const { id } = await tell(page, 'customers.create', { familyName: 'Lau', chineseName: '劉小姐' });
  const today = new Date().toISOString().slice(0, 10);
  await tell(page, 'needs.note', { customerId: id, category: 'watch', brand: 'Omega', byDate: today });
  for (const place of ['/', '/needs', `/customers/${id}`]) {
    await page.evaluate((to) => {
      location.hash = `#${to}`;
    }, place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await inEveryLook(page, () => expectNoAxeViolations(page));
  }
  await tell(page, 'session.setLook', { language: 'en', colorScheme: 'light' });
  await page.getByRole('button', { name: 'New need' }).first().click();
  await inEveryLook(page, () => expectNoAxeViolations(page));
  await close();
});
