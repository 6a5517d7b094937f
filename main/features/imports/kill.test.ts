import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundleScript } from '@tests/fixtures/kill';
import { killImports } from '@tests/fixtures/kill-imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterAll, beforeAll, expect, it } from 'vitest';

// A few of the kills that `npm run test:faults` deals out by the dozen: one at each step that writes.
const kills = 7;

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

it('leaves nothing of an import that is killed in the middle', { timeout: 120_000 }, async () => {
  const { leftNothing, stepsSeen } = await killImports(shop, script, { kills, lines: 4_000 });
  expect(leftNothing).toBeGreaterThan(0);
  expect(stepsSeen).toBeGreaterThan(2);
});
