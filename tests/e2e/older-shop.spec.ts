import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keptKeyHex } from '../old-databases/kept-key';
import { launchApp } from './app';

test('a shop that an older version left is brought up to date at the start, with its copy kept', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-older-'));
  const shop = join(profile, 'shop');
  mkdirSync(shop);
  cpSync(join(process.cwd(), 'tests', 'old-databases', '0010.db'), join(shop, 'vitrine.db'));
  writeFileSync(join(shop, 'key.json'), JSON.stringify({ version: 1, shopId: 'kept', sample: keptKeyHex }));
  const { page, close } = await launchApp({ profile });
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  expect(existsSync(join(profile, 'before-migration-10', 'vitrine.db'))).toBe(true);
  await close();
  rmSync(profile, { recursive: true });
});
