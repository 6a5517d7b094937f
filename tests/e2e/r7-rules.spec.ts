import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp, setUpShop, tell, unlock } from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

async function asManager(): Promise<Page> {
  running = await launchApp();
  const { page } = running;
  const { manager } = await setUpShop(page);
  await unlock(page, manager.name, manager.pin);
  return page;
}

test('R7 a notice gets a new version in three languages, and the old one can still be read', async () => {
  const info = test.info();
  const page = await asManager();
  await page.goto('app://vitrine/#/settings');
  await page.getByRole('link', { name: /^Notices/ }).click();
  await expect(page.getByText(/^Version 1, since/)).toBeVisible();
  await page.getByText('VIP invitation', { exact: true }).click();
  await page.getByRole('button', { name: 'Write a new version' }).click();
  await page.getByLabel('Title, English').fill('Welcome, and your data');
  await page.getByLabel('Text, 繁體中文').fill('# 新標題\n\n- 第一項\n- 第二項');
  const preview = page.getByRole('region', { name: 'As the customer sees it 繁體中文' });
  await expect(preview.getByRole('listitem')).toHaveText(['第一項', '第二項']);
  await page.screenshot({ path: info.outputPath('new-version.png') });
  await page.getByRole('button', { name: 'Publish in all three languages' }).click();
  await expect(page.getByText(/^Version 2, since/)).toBeVisible();
  await page.getByRole('button', { name: 'Read version 1' }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { level: 3 })).not.toHaveText(
    'Welcome, and your data',
  );
  await page.keyboard.press('Escape');
  expect(await tell(page, 'notices.current', { kind: 'vip', language: 'en' })).toMatchObject({
    version: 2,
    title: 'Welcome, and your data',
  });
});

test('R7 a manager changes the VIP rules and names a tier', async () => {
  const info = test.info();
  const page = await asManager();
  await page.goto('app://vitrine/#/settings/vip');
  await page.getByLabel('Spent in all, from, HKD').fill('88000');
  await page.getByLabel('Spent in 24 months, from, HKD').fill('');
  await page.getByRole('button', { name: 'Add a tier' }).click();
  await page.getByLabel('Name of tier 4').fill('Founders');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved for everybody.')).toBeVisible();
  await page.screenshot({ path: info.outputPath('vip-rules.png') });
  const { vipRules, vipTiers } = await tell(page, 'shop.settings', {});
  expect(vipRules).toMatchObject({ minLifetimeMinor: 8_800_000, minLast24MonthsMinor: null, minVisits: 3 });
  expect(vipTiers.map(({ code }) => code)).toEqual(['silver', 'gold', 'diamond', 'Founders']);
});

test('R7 a customer who may be invited is listed with reasons; only some of a consent can be stopped', async () => {
  const info = test.info();
  const page = await asManager();
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Chan',
    englishName: 'Grace',
    language: 'en',
    contacts: [{ kind: 'email', value: 'grace@example.com' }],
  });
  await tell(page, 'sales.record', {
    customerId,
    lines: [{ description: 'Reverso Tribute', quantity: 1, unitPriceMinor: 8_800_000 }],
  });
  await page.goto('app://vitrine/#/customers');
  await page.getByRole('link', { name: 'May be invited to VIP' }).click();
  await expect(page.getByText(/^Spent HK\$88,000 in all/)).toBeVisible();
  await page.getByRole('link', { name: /^Invite to VIP/ }).click();
  const news = page.getByRole('region', { name: 'News and offers' });
  for (const name of ['E-mail', 'WhatsApp', 'Watches'])
    await news.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: 'I would rather say it than sign' }).click();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'Back to the counter' }).click();
  await page.getByRole('button', { name: 'Back to the counter' }).click();
  await tell(page, 'consents.confirmOral', { customerId, channel: 'post' });
  await expect(page.getByText('May contact by e-mail or WhatsApp about watches')).toBeVisible();
  await page.getByRole('button', { name: 'Stop only some' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'WhatsApp' }).check();
  await page.screenshot({ path: info.outputPath('stop-some.png') });
  await dialog.getByRole('button', { name: 'Stop this' }).click();
  await expect(page.getByText('May contact by e-mail about watches')).toBeVisible();
});
