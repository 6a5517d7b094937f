import { expect, type Page, test } from '@playwright/test';
import { addDays } from '@shared/domain/dates';
import { weekOf } from '@shared/domain/duties';
import { lunarNewYearAround } from '@shared/domain/lunar-new-year';
import { SAMPLE_PINS } from '@shared/domain/sample';
import {
  enterSample,
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  resize,
  tell,
  tryTell,
  unlock,
} from './app';

async function openCustomer(page: Page, id: string): Promise<void> {
  await page.evaluate((customerId) => {
    location.hash = `#/customers/${customerId}`;
  }, id);
}

async function someone(page: Page, more: object = {}): Promise<string> {
  const { id } = await tell(page, 'customers.create', {
    familyName: 'Fong',
    givenName: 'Kit Man',
    language: 'en',
    contacts: [],
    preferences: {
      wristMm: null,
      strap: null,
      metals: [],
      brands: [],
      colours: ['blue'],
      budgetMinMinor: null,
      budgetMaxMinor: null,
      note: null,
    },
    ...more,
  });
  return id;
}

test('L6 a gift is suggested by occasion and taste, given, and taken back; the drawer follows', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  const customerId = await someone(page);
  await openCustomer(page, customerId);

  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Gift', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Give a gift' });
  const first = dialog.getByRole('radio').first();
  await expect(first).toHaveAccessibleName(/Silk pocket square, blue/);
  await expect(first).toContainText(
    'Meant for this occasion (Birthday); they like blue; HK$180 of the HK$200 left this year.',
  );
  await first.click();
  await dialog.getByRole('textbox', { name: 'What for (optional)' }).fill('For her fortieth');
  await page.screenshot({ path: test.info().outputPath('gift-form.png') });
  await dialog.getByRole('button', { name: 'Write the gift down' }).click();
  await expect(dialog).toBeHidden();

  const panel = page.getByRole('region', { name: 'Gifts' });
  await expect(panel.getByText('For her fortieth')).toBeVisible();
  await expect(panel.getByText(/HK\$180 of HK\$200 this year/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Timeline' }).getByText(/^Gift given: Silk/)).toBeVisible();

  // The same is not suggested again, and what is dearer than the year allows says so.
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Gift', exact: true }).click();
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /Silk pocket square/ })).toHaveCount(0);
  await expect(dialog.getByText(/only HK\$20 is left this year/).first()).toBeVisible();
  await dialog.getByRole('radio', { name: /Chocolates/ }).click();
  await expect(dialog.getByText(/beyond the year’s limit of HK\$200/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Write the gift down' }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Why beyond the limit' }).fill('Waited an hour for us');
  await dialog.getByRole('button', { name: 'Write the gift down' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText('Beyond the limit')).toBeVisible();

  const before = (await tell(page, 'gifts.kinds', {})).find(({ name }) => name.startsWith('Chocolates'));
  const line = panel.getByRole('listitem').filter({ hasText: 'Waited an hour' });
  await line.getByRole('button', { name: /^Take back/ }).click();
  await page.getByRole('textbox', { name: 'Why it is taken back' }).fill('Left it at the counter');
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(panel.getByText(/Taken back by .*: Left it at the counter/)).toBeVisible();
  const after = (await tell(page, 'gifts.kinds', {})).find(({ name }) => name.startsWith('Chocolates'));
  expect((after?.stock ?? 0) - (before?.stock ?? 0)).toBe(1);
  await close();
});

test('L6 the manager keeps the drawer and the policy; the year is seen and printed', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  await goToMore(page, 'Gifts');
  await expect(page.getByRole('status').getByText(/running low/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'New kind of gift' }).click();
  const form = page.getByRole('dialog', { name: 'New kind of gift' });
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Umbrella');
  await form.getByRole('textbox', { name: 'Cost of one' }).fill('75');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form).toBeHidden();
  const kind = page.getByRole('listitem').filter({ hasText: 'Umbrella' });
  await expect(kind.getByText('None left')).toBeVisible();
  await kind.getByRole('button', { name: 'Receive: Umbrella' }).click();
  await page.getByRole('textbox', { name: 'How many came' }).fill('12');
  await page.getByRole('dialog').getByRole('button', { name: 'Receive' }).click();
  await expect(kind.getByText('12 in stock')).toBeVisible();
  await kind.getByRole('button', { name: 'More about Umbrella' }).click();
  await page.getByRole('menuitem', { name: 'Count' }).click();
  await page.getByRole('textbox', { name: 'How many lie in the drawer' }).fill('11');
  await expect(page.getByText('The books say 12. Say why it differs.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Why' }).fill('One was lent and kept');
  await page.getByRole('dialog').getByRole('button', { name: 'Count' }).click();
  await expect(kind.getByText('11 in stock')).toBeVisible();
  await kind.getByRole('button', { name: 'More about Umbrella' }).click();
  await page.getByRole('menuitem', { name: 'Movements' }).click();
  await expect(page.getByRole('dialog').getByText('One was lent and kept')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await page.getByText('Policy', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Gold' }).fill('1500');
  await page.getByRole('textbox', { name: 'Why it changes' }).fill('Budget of the new year');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByText(/Version 1, in force since/)).toBeVisible();
  expect((await tell(page, 'gifts.policy', {})).inForce.limits.tiers.gold).toBe(1500_00);

  await page.getByText('The year', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'By occasion' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('year.png') });
  await page.getByRole('button', { name: 'Print the year' }).click();
  const paper = page.getByRole('dialog', { name: /^Gifts \d{4}$/ });
  await expect(paper.frameLocator('iframe').getByRole('heading', { name: /^Gifts \d{4}$/ })).toBeVisible();
  await paper.getByRole('button', { name: 'Close' }).last().click();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`gifts-${look}.png`) });
    await expectNoAxeViolations(page);
  });
  await close();
});

test('L6 a birthday gift that is customary stands on Today; nobody gives to their own record', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const { today } = await tell(page, 'today.list', { scope: 'shop' });
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + 3 * 86_400_000);
  // Some who hold a gold card and may be greeted, and some who hold one and may not, have their birthday this week.
  const birthdayOf = async (consent: 'may' | 'may-not') => {
    const { rows } = await tell(page, 'customers.list', { tier: 'gold', consent, limit: 3 });
    for (const { id } of rows) {
      const { version } = await tell(page, 'customers.get', { id, purpose: 'counter' });
      const changes = { birthMonth: soon.getUTCMonth() + 1, birthDay: soon.getUTCDate(), isMinor: false };
      await tell(page, 'customers.update', { id, version, changes });
    }
    return rows.map(({ id }) => id);
  };
  const [may, mayNot] = [await birthdayOf('may'), await birthdayOf('may-not')];
  const gifts = (await tell(page, 'today.list', { scope: 'shop' })).groups.find(
    ({ kind }) => kind === 'gift',
  );
  const due = gifts?.duties.filter(({ params }) => params.occasion === 'birthday') ?? [];
  const dueFor = due.map(({ customer }) => customer?.id);
  expect(may.length).toBeGreaterThan(0);
  expect(dueFor).toEqual(expect.arrayContaining(may));
  for (const id of mayNot) expect(dueFor).not.toContain(id);
  await page.reload();
  const person = (await tell(page, 'session.people', {})).find(({ role }) => role === 'manager');
  await tell(page, 'session.lock', {});
  await unlock(page, person?.name ?? '', SAMPLE_PINS.manager);
  const onToday = page.getByRole('region', { name: 'Gifts that are customary' });
  await page.getByText('The shop’s', { exact: true }).first().click();
  await expect(onToday.getByText('Birthday: a gift is customary').first()).toBeVisible();

  const staff = (await tell(page, 'staff.list', {})).find(({ role }) => role === 'manager');
  const ownId = await someone(page);
  const own = await tell(page, 'customers.get', { id: ownId, purpose: 'counter' });
  await tell(page, 'staff.linkCustomer', { staffId: staff?.id ?? '', memberNumber: own.number });
  const [kind] = await tell(page, 'gifts.kinds', {});
  expect(
    await tryTell(page, 'gifts.give', {
      customerId: ownId,
      kindId: kind?.id,
      occasion: 'birthday',
      handedOver: 'in-person',
    }),
  ).toMatchObject({ ok: false, code: 'GIFT_TO_ONESELF' });
  await close();
});

test('L6 a gift for the Lunar New Year stands in its week for the tier the policy names, where greeting is permitted', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const { today } = await tell(page, 'today.list', { scope: 'shop' });
  const newYear = lunarNewYearAround(today, 0);
  const policy = await tell(page, 'gifts.policy', {});
  expect(policy.inForce.customary['new-year']).toEqual(['diamond']);
  await tell(page, 'gifts.savePolicy', {
    limits: policy.inForce.limits,
    customary: { ...policy.inForce.customary, 'new-year': ['gold', 'diamond'] },
    effectiveOn: today,
    reason: 'A red packet case for gold cards, too',
  });
  const { days } = await tell(page, 'today.week', { scope: 'shop', day: newYear });
  const gifts = days
    .flatMap(({ duties }) => duties)
    .filter(({ kind, params }) => kind === 'gift' && params.occasion === 'new-year');
  expect(gifts.length).toBeGreaterThan(0);
  for (const { dueOn } of gifts) expect(dueOn).toBe(newYear);
  const { rows: mayNot } = await tell(page, 'customers.list', { tier: 'gold', consent: 'may-not', limit: 5 });
  for (const { id } of mayNot) expect(gifts.map(({ customer }) => customer?.id)).not.toContain(id);

  // The policy's screen has the occasion, and the calendar shows the week.
  await goToMore(page, 'Gifts');
  await page.getByText('Policy', { exact: true }).first().click();
  await expect(page.getByRole('group', { name: 'New Year' })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/calendar';
  });
  for (let monday = weekOf(today); monday < weekOf(newYear); monday = addDays(monday, 7))
    await page.getByRole('button', { name: 'Later week' }).click();
  await expect(page.getByText('Gifts that are customary').first()).toBeVisible();
  await close();
});
