import { expect, type Page, test } from '@playwright/test';
import { addDays } from '@shared/domain/dates';
import { enterSample, goToMore, launchApp, type RunningApp, setUpShop, tell, unlock } from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

/** A shop of two watches, one of them out of stock, and three people who look for something. */
async function openShop(): Promise<Page> {
  running = await launchApp();
  const { page } = running;
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  const watch = (code: string, brand: string, priceMinor: number, stockCount: number) =>
    tell(page, 'products.create', { code, name: code, brand, category: 'watch', priceMinor, stockCount });
  await watch('SM-300', 'Omega', 46_300_00, 2);
  await watch('BB-58', 'Tudor', 31_000_00, 0);
  return page;
}

async function newProspect(page: Page, familyName: string, source: string) {
  const { id } = await tell(page, 'customers.create', { familyName, givenName: 'Kit', source });
  return id;
}

test('L1 the board shows demand by brand, budget and occasion, what is unmet, what to buy in, and prints', async () => {
  const page = await openShop();
  const lam = await newProspect(page, 'Lam', 'referral');
  const note = (customerId: string, fields: object) =>
    tell(page, 'needs.note', { customerId, category: 'watch', ...fields });
  await note(lam, { brand: 'Omega', occasion: 'birthday', budgetMaxMinor: 50_000_00 });
  await note(lam, { brand: 'Tudor', reference: 'M79030', budgetMaxMinor: 40_000_00 });
  await note(await newProspect(page, 'Ho', 'event'), { brand: 'Tudor', budgetMaxMinor: 40_000_00 });
  const { needId } = await note(await newProspect(page, 'Ng', 'event'), {
    brand: 'Tudor',
    budgetMaxMinor: 40_000_00,
  });
  await tell(page, 'needs.close', { needId, outcome: 'lost', reason: 'not-available' });
  await page.getByRole('link', { name: 'Needs', exact: true }).click();

  const brands = page.getByRole('region', { name: 'Wanted brands: open needs by number' });
  await expect(brands.getByRole('button', { name: /^Tudor ?: 2$/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Budgets/ }).getByRole('button')).not.toHaveCount(0);
  await expect(
    page.getByRole('region', { name: /^Occasions/ }).getByRole('button', { name: /^Birthday ?: 1$/ }),
  ).toBeVisible();
  const buyIn = page.getByRole('list', { name: 'What to buy in' });
  await expect(buyIn.getByRole('listitem')).toHaveCount(1);
  await expect(buyIn.getByText('Watch, Tudor')).toBeVisible();
  await expect(buyIn.getByText(/M79030/)).toBeVisible();
  await expect(buyIn.getByText(/2 wait · 1 lost/)).toBeVisible();

  const open = page.getByRole('list', { name: 'Open needs, the most urgent first' });
  await expect(open.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: /^Nothing in stock ?2$/ }).click();
  await expect(open.getByRole('listitem')).toHaveCount(2);
  await expect(open.getByText('Omega')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all', exact: true }).click();

  // All that was noted counts the lost one, too; a period before anything was noted counts nothing.
  await page.getByText('All that was noted').click();
  await expect(brands.getByRole('button', { name: /^Tudor ?: 3$/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'From … to …' }).click();
  const { today } = await tell(page, 'today.list', {});
  await page.getByLabel('To', { exact: true }).fill(addDays(today, -1));
  await expect(page.getByText('No open needs')).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill(today);
  await expect(open.getByRole('listitem')).toHaveCount(3);

  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { level: 1, name: 'Needs board' })).toBeVisible();
  await expect(paper.getByRole('heading', { name: 'What to buy in' })).toBeVisible();
  await expect(paper.getByText('M79030').first()).toBeVisible();
});

test('L1 prospects stand with their needs, acquaintance, last contact and next step, and become customers by buying', async () => {
  const page = await openShop();
  const lam = await newProspect(page, 'Lam', 'referral');
  await newProspect(page, 'Ho', 'event');
  const { today } = await tell(page, 'today.list', {});
  await tell(page, 'needs.note', { customerId: lam, category: 'watch', brand: 'Omega' });
  await tell(page, 'promises.make', {
    customerId: lam,
    kind: 'call-back',
    what: 'Ring when the blue one is in',
    dueOn: addDays(today, 2),
  });
  await goToMore(page, 'Prospects');
  const list = page.getByRole('list', { name: 'Prospects' });
  const row = list.getByRole('listitem').filter({ hasText: 'Lam' });
  await expect(row).toContainText('Recommended by somebody');
  await expect(row).toContainText('Watch, Omega');
  await expect(row).toContainText('Last contact: Visit');
  await expect(row).toContainText('Ring when the blue one is in');
  await expect(list.getByRole('listitem').filter({ hasText: 'Ho' })).toContainText('Nothing is planned');
  await page.getByRole('combobox', { name: 'How they came to us' }).click();
  await page.getByRole('option', { name: 'At an event' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await row
    .or(list.getByRole('listitem'))
    .first()
    .getByRole('link', { name: /^Open / })
    .click();
  await expect(page.getByText('Prospect', { exact: true })).toBeVisible();
  const product = (await tell(page, 'products.list', {})).products.find(({ code }) => code === 'SM-300');
  await tell(page, 'sales.record', {
    customerId: page.url().split('/').at(-1) ?? '',
    lines: [{ productId: product?.id ?? '', quantity: 1, unitPriceMinor: 46_300_00 }],
  });
  await expect(page.getByText('Prospect', { exact: true })).toHaveCount(0);
  await goToMore(page, 'Prospects');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByText(/LAM/)).toBeVisible();
});

test('L1 the sample shop’s board and prospects answer at once, and first purchases are listed', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await goToMore(page, 'Prospects');
  await expect(page.getByRole('list', { name: 'Prospects' }).getByRole('listitem')).toHaveCount(30);
  await page.getByText('Became customers').click();
  await expect(page.getByText(/bought for the first time in the last 12 months/)).toBeVisible();
  const took = await page.evaluate(async () => {
    const ask = (operation: string, input: object) =>
      (window as unknown as { vitrine: { invoke(message: unknown): Promise<unknown> } }).vitrine.invoke({
        operation,
        input,
        requestId: crypto.randomUUID(),
      });
    const begin = performance.now();
    await ask('prospects.list', {});
    await ask('needs.board', {});
    return performance.now() - begin;
  });
  expect(took).toBeLessThan(1000);
});
