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

  // Whoever comes next begins where they begin; the same person would find the record again.
  await enterAs(page, 'advisor');
  await expect(page.getByRole('button', { name: 'New', exact: true })).toBeVisible();
  await enterAs(page, 'manager');
  await expect(page).toHaveURL(/#\/$/);
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
  // An address that there is not leads to where everybody begins.
  await page.evaluate(() => {
    location.hash = '#/nowhere/at/all';
  });
  await expect(page).toHaveURL(/#\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await close();
});

/** Somebody else takes the counter over, in English. */
async function enterAs(page: Page, role: Role): Promise<void> {
  await tell(page, 'session.lock', {});
  const person = (await tell(page, 'session.people', {})).find((candidate) => candidate.role === role);
  await unlock(page, person?.name ?? '', SAMPLE_PINS[role]);
  await tell(page, 'session.setLook', { language: 'en' });
}

test('R8 a gift past its limit, selling past the gate and an export come to the list and are signed', async () => {
  const { app, page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Yip',
    givenName: 'Wai Lam',
    language: 'en',
    contacts: [{ kind: 'phone', value: '9123 4567' }],
  });
  const [kind] = (await tell(page, 'gifts.kinds', {})).filter(({ stock }) => stock > 0);
  await tell(page, 'gifts.give', {
    customerId,
    kindId: kind?.id ?? '',
    quantity: 2,
    occasion: 'thanks',
    handedOver: 'in-person',
    limitReason: 'Brought the whole family',
  });
  await tell(page, 'conversations.log', {
    customerId,
    channel: 'phone',
    direction: 'out',
    purpose: 'selling',
    goodsClass: 'watches',
    words: 'Rang about the new dial',
    outcome: 'talked',
    gateReason: 'He asked us to ring',
  });
  const file = test.info().outputPath('report.pdf');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);
  const { documentId } = await tell(page, 'reports.customer', {
    customerId,
    copy: 'customer',
    language: 'en',
  });
  expect((await tell(page, 'documents.savePdf', { documentId })).file).toBe(file);

  await page.getByRole('link', { name: 'Today' }).click();
  await enterAs(page, 'manager');
  await goToMore(page, 'Review list');
  const signs = [
    { what: 'Gift past the limit', fact: 'Brought the whole family' },
    { what: 'Sold past the gate', fact: 'He asked us to ring' },
    { what: 'Taken out as a file', fact: 'printed page saved as PDF' },
  ];
  for (const { what, fact } of signs) {
    const entry = page
      .getByRole('listitem')
      .filter({ hasText: what })
      .filter({ hasText: 'Yip' })
      .filter({ hasText: fact });
    await entry.getByRole('button', { name: /^Sign off/ }).click();
    const dialog = page.getByRole('dialog', { name: new RegExp(`^Sign off: ${what}`) });
    await dialog.getByRole('textbox', { name: 'Remark' }).fill(`Seen: ${what}`);
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect(entry).toHaveCount(0);
  }
  await page.getByText('Signed', { exact: true }).click();
  for (const { what } of signs) await expect(page.getByText(`Seen: ${what}`)).toBeVisible();
  await close();
});
