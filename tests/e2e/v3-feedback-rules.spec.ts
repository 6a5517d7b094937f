import { expect, type Page, test } from '@playwright/test';
import { words } from '@shared/words';
import { enterSample, goToMore, launchApp, type RunningApp, tell } from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

/** The sample shop's counter, in English, as its manager. */
async function openCounter(): Promise<Page> {
  running = await launchApp();
  await enterSample(running.page, 'manager');
  await tell(running.page, 'session.setLook', { language: 'en' });
  return running.page;
}

const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, path);

/** Whom Today says to ask, in the whole shop, about what. */
async function whomToAsk(page: Page) {
  const { groups } = await tell(page, 'today.list', { scope: 'shop' });
  return groups.find(({ kind }) => kind === 'survey')?.duties ?? [];
}

test('V3 a collected repair asks how it was, its low score becomes a complaint, and asking rests while that is open', async () => {
  const page = await openCounter();
  const [afterRepair] = (await whomToAsk(page)).filter(({ params }) => params.after === 'repair');
  const customerId = afterRepair?.customer?.id ?? '';
  await goTo(page, `#/customers/${customerId}`);
  const panel = page.getByRole('region', { name: 'Feedback' });
  await panel.getByRole('button', { name: 'Ask how it was' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask how it was' });
  const line = `Repair ${afterRepair?.params.number}, collected on`;
  await expect(
    ask.getByText(line, { exact: false }).or(ask.getByRole('combobox', { name: 'About' })),
  ).toBeVisible();
  await ask.getByRole('button', { name: /Key in answers/ }).click();
  const keyed = page.getByRole('dialog', { name: 'Key in answers' });
  await keyed.getByText('3', { exact: true }).first().click();
  await keyed.getByRole('button', { name: 'Save the answers' }).click();
  await expect(keyed).toBeHidden();

  await expect(panel.getByText(`Repair ${afterRepair?.params.number}`, { exact: false })).toBeVisible();
  await panel.getByRole('button', { name: 'Open a complaint' }).click();
  await panel.getByRole('textbox', { name: 'What it is about' }).fill('The repair took too long');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/Led to complaint C/)).toBeVisible();
  const { open } = await tell(page, 'complaints.forCustomer', { customerId });
  expect(open).toMatchObject([{ source: 'feedback', what: 'The repair took too long' }]);
  expect((await whomToAsk(page)).map(({ customer }) => customer?.id)).not.toContain(customerId);

  // Asking all the same: the dialog says what stands in the way.
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Feedback' }).click();
  await expect(ask.getByText('A complaint is open: settle it first.')).toBeVisible();
});

test('V3 the manager says after how many days, after what, and whether at all', async () => {
  const page = await openCounter();
  const kinds = async () => new Set((await whomToAsk(page)).map(({ params }) => params.after));
  expect(await kinds()).toEqual(new Set(['purchase', 'repair']));
  await goTo(page, '#/settings/care');
  await page.getByRole('checkbox', { name: 'Ask after a purchase' }).uncheck();
  await expect(page.getByRole('textbox', { name: 'Days after a purchase' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(await kinds()).toEqual(new Set(['repair']));
  await page.getByRole('textbox', { name: 'Days after the collection' }).fill('30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(await kinds()).toEqual(new Set());
});

test('V3 nobody is asked who was contacted as often as the shop allows', async () => {
  const page = await openCounter();
  const before = await whomToAsk(page);
  expect(before.length).toBeGreaterThan(0);
  await tell(page, 'shop.saveSettings', { contactPressure: { most: 0, days: 30 } });
  expect(await whomToAsk(page)).toEqual([]);
  await goTo(page, `#/customers/${before[0]?.customer?.id}`);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Feedback' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask how it was' });
  await expect(ask.getByText(words.en.feedback.rests.pressure)).toBeVisible();
});

test('L4 scores are told apart by person, occasion, brand, category and product, each with how many answered', async () => {
  const page = await openCounter();
  await goToMore(page, 'Feedback');
  const trend = page.getByRole('region', { name: 'The last 12 months' });
  const apart = trend.getByRole('combobox', { name: 'Told apart by' });
  const choose = async (name: string) => {
    await apart.click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await choose('Occasion');
  for (const name of ['After a purchase', 'After a repair'])
    await expect(trend.getByRole('button', { name: `Show only ${name}` })).toBeVisible();
  await choose('Product');
  await expect(trend.getByText('An answer counts for each thing on its receipt.')).toBeVisible();
  await choose('Category');
  await expect(trend.getByRole('button', { name: 'Show only Watch' })).toBeVisible();
  await choose('Brand');
  const [first] = await trend.getByRole('button', { name: /^Show only / }).all();
  const brand = (await first?.textContent()) ?? '';
  await first?.click();
  await expect(trend.getByText(`Only ${brand}`, { exact: true })).toBeVisible();
  const { today } = await tell(page, 'today.list', {});
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const only = await tell(page, 'feedback.trend', { from, to: today, only: { by: 'brand', id: brand } });
  await expect(trend.getByText(`${only.asked} asked, ${only.declined} would rather not`)).toBeVisible();
  await trend.getByRole('button', { name: 'Show everything' }).click();
  await expect(trend.getByText(`Only ${brand}`, { exact: true })).toHaveCount(0);
});
