import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { enterSample, launchApp, type RunningApp, tell } from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

test('T2 a message that was prepared and has no outcome stands on Today until somebody says what came of it', async () => {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const waiting = async () => {
    const { groups } = await tell(page, 'today.list', { scope: 'shop' });
    return groups.find(({ kind }) => kind === 'conversation-outcome')?.duties ?? [];
  };
  const before = await waiting();
  expect(before.length).toBeGreaterThan(0);
  await page
    .getByText('Whole shop', { exact: true })
    .or(page.getByText('The shop’s', { exact: true }))
    .click();
  const group = page.getByRole('region', { name: 'Messages without an outcome' });
  await group.getByRole('link').first().click();
  const talks = page.getByRole('region', { name: 'Conversations' });
  await talks.getByRole('button', { name: 'Note the outcome' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'Outcome' })).toHaveValue('Sent');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await waiting()).toHaveLength(before.length - 1);
});

test('T2 the VIP welcome that is saved as a letter logs itself once, and waits for its outcome', async () => {
  running = await launchApp();
  const { page, app } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const members = await tell(page, 'customers.list', { tier: 'gold' });
  const customerId = members.rows[0]?.id ?? '';
  const count = async () => (await tell(page, 'conversations.forCustomer', { customerId })).total;
  const before = await count();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-letters-'));
  const filePath = join(folder, 'welcome.pdf');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  const { documentId } = await tell(page, 'vip.welcomeLetter', { customerId, language: 'en' });
  expect(await count()).toBe(before);
  for (let copy = 0; copy < 2; copy += 1) await tell(page, 'documents.savePdf', { documentId });
  expect(existsSync(filePath)).toBe(true);
  expect(await count()).toBe(before + 1);
  const { conversations } = await tell(page, 'conversations.forCustomer', { customerId });
  expect(conversations[0]).toMatchObject({ channel: 'letter', direction: 'out', outcome: null });
  rmSync(folder, { recursive: true, force: true });
});
