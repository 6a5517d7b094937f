import { expect, type Page, test } from '@playwright/test';
import type { Role } from '@shared/contract/permissions';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { enterSample, goToMore, launchApp, tell, unlock } from './app';

test('R8 a colleague’s record opens with a reason, and the manager signs it once and for all', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  const advisor = (await tell(page, 'staff.list', {})).find(({ role }) => role === 'advisor');
  if (!customer || !advisor) throw new Error('the sample is empty');
  await tell(page, 'staff.linkCustomer', { staffId: advisor.id, memberNumber: customer.number });

  await enterAs(page, 'advisor');
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customer.id);
  await expect(page.getByRole('heading', { name: 'Why do you open this record?' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Checks the strap that was ordered');
  await page.getByRole('button', { name: 'Open the record' }).click();
  await expect(page.getByRole('button', { name: 'New', exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Today' }).click();
  await enterAs(page, 'manager');
  await goToMore(page, 'Review list');
  const entry = page.getByRole('listitem').filter({ hasText: 'Checks the strap that was ordered' });
  await expect(entry).toContainText('a colleague’s record');
  await entry.getByRole('button', { name: /^Sign off/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Sign off: Record looked up/ });
  await dialog.getByRole('textbox', { name: 'Remark' }).fill('Strap order seen, in order');
  await dialog.getByRole('button', { name: 'Sign off' }).click();
  await expect(entry).toHaveCount(0);
  await page.getByText('Signed', { exact: true }).click();
  await expect(entry).toContainText('Strap order seen, in order');
  await expect(entry.getByRole('button')).toHaveCount(0);
  await close();
});

/** Somebody else takes the counter over, in English. */
async function enterAs(page: Page, role: Role): Promise<void> {
  await tell(page, 'session.lock', {});
  const person = (await tell(page, 'session.people', {})).find((candidate) => candidate.role === role);
  await unlock(page, person?.name ?? '', SAMPLE_PINS[role]);
  await tell(page, 'session.setLook', { language: 'en' });
}
