import { expect, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { enterSample, goToMore, launchApp, tell, unlock } from './app';

test('T7 the counter asks the service desk, both sides see one thread, and it closes with the answer', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customer?.id ?? '');

  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hand-over' }).click();
  const form = page.getByRole('dialog', { name: 'New hand-over' });
  await form.getByRole('textbox', { name: 'Subject' }).fill('Shorter strap');
  await form.getByRole('textbox', { name: 'What is asked' }).fill('Two links out before Friday?');
  await form.getByRole('button', { name: 'Hand over' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('region', { name: 'Hand-overs' }).getByText('Shorter strap')).toBeVisible();

  const people = await tell(page, 'session.people', {});
  await page.getByRole('link', { name: 'Today' }).click();
  await tell(page, 'session.lock', {});
  await page.reload();
  await page.waitForSelector('main');
  await unlock(page, people.find(({ role }) => role === 'service')?.name ?? '', SAMPLE_PINS.service);
  await tell(page, 'session.setLook', { language: 'en' });
  // The desk begins with its own board.
  await expect(page.getByRole('heading', { level: 1, name: 'Service desk' })).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(
    page.getByRole('region', { name: 'Hand-overs to answer' }).getByText('Shorter strap'),
  ).toBeVisible();
  await goToMore(page, 'Hand-overs');
  const asked = page.getByRole('listitem').filter({ hasText: 'Shorter strap' }).first();
  await asked.getByRole('textbox', { name: 'Answer' }).fill('Done on Thursday, it lies at the counter');
  await page.screenshot({ path: test.info().outputPath('handovers.png') });
  await asked.getByRole('button', { name: 'Answer and close' }).click();
  await expect(asked).toHaveCount(0);
  await page.getByText('Closed', { exact: true }).click();
  await asked.getByRole('button', { name: /Show the thread/ }).click();
  await expect(asked.getByText('Two links out before Friday?')).toBeVisible();
  await expect(asked.getByText('Done on Thursday, it lies at the counter')).toBeVisible();
  await expect(asked.getByText(/\(Service desk\) answered and closed/)).toBeVisible();
  await close();
});
