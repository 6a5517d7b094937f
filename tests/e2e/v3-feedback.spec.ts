import { expect, test } from '@playwright/test';
import { enterSample, goToMore, launchApp, tell } from './app';

test('V3 a customer answers on the screen turned to them, and a low score becomes a promise in one step', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  const customerId = customer?.id ?? '';
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Feedback' }).click();
  await page.getByRole('button', { name: /Turn the screen/ }).click();

  // The customer's page: their language, and nothing of the counter can be reached.
  await expect(page.locator('#root')).toHaveAttribute('inert');
  await page.getByText('繁體中文').click();
  await page.getByRole('button', { name: '開始' }).click();
  await expect(page.getByRole('heading', { name: '您有多大可能向朋友推薦我們？' })).toBeFocused();
  await page.getByRole('button', { name: '4', exact: true }).click();
  await page.getByRole('button', { name: '下一題' }).click();
  await page.getByRole('button', { name: '2', exact: true }).click();
  await page.getByRole('button', { name: '下一題' }).click();
  await page.getByRole('button', { name: '縮短等候時間' }).click();
  await page.getByRole('button', { name: '下一題' }).click();
  await page.getByRole('textbox', { name: '您的話' }).fill('等得太久');
  await page.getByRole('button', { name: '送出' }).click();
  await expect(page.getByRole('heading', { name: '多謝您' })).toBeVisible();
  await page.getByRole('button', { name: '完成' }).click();

  const panel = page.getByRole('region', { name: 'Feedback' });
  await expect(panel.getByText('等得太久')).toBeVisible();
  await expect(panel.getByText('Low score')).toBeVisible();
  // A case would be about what they were asked about, not about a colleague.
  const [answered] = (await tell(page, 'feedback.forCustomer', { customerId })).feedback;
  const subjects = { purchase: 'A purchase', repair: 'A repair' };
  await panel.getByRole('button', { name: 'Open a complaint' }).click();
  await expect(panel.getByRole('combobox', { name: 'About' })).toHaveValue(
    subjects[answered?.about?.kind ?? 'purchase'],
  );
  await panel.getByRole('button', { name: 'Make a promise' }).click();
  await panel.getByRole('textbox', { name: 'What we will do' }).fill('Ring and say what changes');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/Led to promise P/)).toBeVisible();
  const { open } = await tell(page, 'promises.forCustomer', { customerId });
  expect(open.map(({ what }) => what)).toContain('Ring and say what changes');

  // Whoever bought nothing was asked about nothing: what a case is about is chosen.
  const { id: newcomer } = await tell(page, 'customers.create', { familyName: 'Kwan', contacts: [] });
  const { surveys } = await tell(page, 'feedback.ask', { customerId: newcomer });
  const asked = surveys[0]?.questions.find(({ kind }) => kind === 'nps');
  await tell(page, 'feedback.record', {
    customerId: newcomer,
    versionId: surveys[0]?.versionId ?? '',
    how: 'counter',
    language: 'en',
    answers: { [asked?.id ?? '']: 2 },
  });
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, newcomer);
  await panel.getByRole('button', { name: 'Open a complaint' }).click();
  await panel.getByRole('textbox', { name: 'What it is about' }).fill('Nobody greeted her');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Choose what it is about.')).toBeVisible();
  await panel.getByRole('combobox', { name: 'About' }).click();
  await page.getByRole('option', { name: 'A colleague' }).click();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/Led to complaint C/)).toBeVisible();
  await close();
});

test('L4 answers on paper are keyed in, a refusal is respected, and the trend shows how many answered', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [first, second] = (await tell(page, 'customers.list', {})).rows;
  const before = await tell(page, 'feedback.trend', { from: '2000-01-01', to: '2099-12-31' });
  const open = async (id: string) => {
    await page.evaluate((customerId) => {
      location.hash = `#/customers/${customerId}`;
    }, id);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Feedback' }).click();
  };
  await open(first?.id ?? '');
  await page.getByRole('button', { name: /Print a blank form/ }).click();
  await page.getByRole('button', { name: 'Show the form' }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: /Key in answers/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Key in answers' });
  await dialog.getByText('10', { exact: true }).click();
  await dialog.getByText('5', { exact: true }).last().click();
  await dialog.getByRole('button', { name: 'Save the answers' }).click();
  await expect(dialog).toBeHidden();

  await open(second?.id ?? '');
  await page.getByRole('button', { name: /They would rather not/ }).click();
  await expect(
    page.getByRole('region', { name: 'Feedback' }).getByText('Would rather not answer'),
  ).toBeVisible();
  expect(await tell(page, 'feedback.ask', { customerId: second?.id ?? '' })).toMatchObject({
    hasDeclined: true,
    quietUntil: expect.any(String),
  });

  await goToMore(page, 'Feedback');
  const trend = page.getByRole('region', { name: 'The last 12 months' });
  await expect(trend.getByText('Net Promoter Score')).toBeVisible();
  const after = await tell(page, 'feedback.trend', { from: '2000-01-01', to: '2099-12-31' });
  expect(after.nps.answers).toBe(before.nps.answers + 1);
  expect(after.nps.promoters).toBe(before.nps.promoters + 1);
  expect(after.declined).toBe(before.declined + 1);
  await expect(trend.getByText(`${after.nps.promoters} promoters (9–10)`, { exact: false })).toBeVisible();

  await page.getByRole('link', { name: 'Edit the surveys' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const editor = page.getByRole('dialog', { name: 'After a purchase' });
  await editor.getByRole('textbox', { name: 'English' }).first().fill('Would you recommend us?');
  await editor.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByText('Would you recommend us?')).toBeVisible();
  await expect(page.getByText(/Version 2/).first()).toBeVisible();
  await close();
});
