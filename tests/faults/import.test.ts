import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { importInput } from '@tests/fixtures/imports';
import { bundleScript } from '@tests/fixtures/kill';
import { ended, killImports, startImport, writePurchases } from '@tests/fixtures/kill-imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterAll, beforeAll, expect, test } from 'vitest';

const kills = process.env.VITRINE_THOROUGH ? 300 : 12;

let script: string;
let shop: TestShop;
beforeAll(() => {
  script = bundleScript('tests/faults/import-child.ts', 'import-child');
  shop = openTestShop();
}, 60_000);
afterAll(() => {
  shop.close();
  rmSync(dirname(script), { recursive: true, force: true });
});

test(`killed at any moment, an import leaves nothing (${kills} kills)`, async () => {
  const { leftNothing, stepsSeen } = await killImports(shop, script, { kills, lines: 20_000 });
  expect(leftNothing).toBeGreaterThan(kills / 2);
  expect(stepsSeen).toBeGreaterThan(3);
});

test('a file of 240,000 lines goes through a heap of 96 MB', async () => {
  const other = openTestShop();
  try {
    const input = await importInput(other.shop, 'purchases', writePurchases(other.home, 240_000));
    const child = startImport(script, other.home, input, ['--max-old-space-size=96']);
    let output = '';
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString();
    });
    expect(await ended(child)).toBe(0);
    expect(output).toContain('done 239952');
  } finally {
    other.close();
  }
});
