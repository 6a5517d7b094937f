import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeStrayStages } from '@main/features/imports/opened-files';
import { newId } from '@main/kernel/ids';
import { closeShop, openShop } from '@main/kernel/open-shop';
import type { ShopHandle } from '@main/kernel/shop-handle';
import { dumpShop, importInput, undo } from '@tests/fixtures/imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the project, so that the child finds the database driver.
const outDir = join(root, 'node_modules', '.cache', 'faults');
const kills = process.env.VITRINE_THOROUGH ? 300 : 12;

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared'), '@main': join(root, 'main') } },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, 'tests', 'faults', 'import-child.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'import-child.mjs' } },
    },
  });
}, 60_000);

let shop: TestShop;
beforeAll(() => {
  shop = openTestShop();
});
afterAll(() => shop.close());

/** A purchase file of so many lines, four a receipt, a few of them returns and a few of them wrong. */
function writeFile(lines: number): string {
  const rows = ['Receipt,Date,Customer,Code,Description,Qty,Price'];
  for (let line = 0; line < lines; line += 1) {
    const receipt = Math.floor(line / 4);
    const customer = receipt % 5 === 0 ? '' : String(1000 + (receipt % 997));
    const quantity = receipt % 50 === 0 ? -1 : 1 + (line % 3);
    const price = line % 5000 === 17 ? '0.001' : `${line % 900}.50`;
    const day = `2024-0${1 + (receipt % 9)}-1${receipt % 10}`;
    rows.push(
      `R${receipt},${day} 10:00:00,${customer},P${line % 499},Thing number ${line % 499},${quantity},${price}`,
    );
  }
  const path = join(shop.home, `${lines}.csv`);
  writeFileSync(path, rows.join('\n'));
  return path;
}

function start(input: object, flags: readonly string[] = []): ChildProcess {
  const file = join(shop.home, 'input.json');
  writeFileSync(file, JSON.stringify(input));
  return spawn(process.execPath, [...flags, join(outDir, 'import-child.mjs'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** Opens the shop anew, as the next start of the app does, and says what is in it. */
function reopened(): string {
  const { folder, location } = shop.shop;
  const again: ShopHandle = openShop(folder, location.keyHex);
  try {
    expect(again.writer.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(again.writer.pragma('foreign_key_check')).toEqual([]);
    return dumpShop(again);
  } finally {
    closeShop(again);
  }
}

test(`killed at any moment, an import leaves nothing (${kills} kills)`, async () => {
  const input = await importInput(shop.shop, 'purchases', writeFile(20_000));
  const before = dumpShop(shop.shop);
  const steps = ['read', 'check', 'customers', 'products', 'receipts', 'lines', 'totals'];
  const seen = new Set<string>();
  let nothing = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const attempt = { ...input, importId: newId() };
    const child = start(attempt);
    const at = `imports.step.${steps[kill % steps.length]}\n`;
    const delay = (kill * 7) % 40;
    let output = '';
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString();
      if (output.includes(at)) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    await ended(child);
    seen.add(output.trim().split('\n').at(-1) ?? '');
    if (reopened() === before) nothing += 1;
    else {
      // The kill came after the commit: then the import is whole, and can be taken back whole.
      expect(output).toContain('imports.step.finish');
      undo(shop, attempt.importId);
      expect(reopened()).toBe(before);
    }
    removeStrayStages(shop.shop.folder);
    expect(readdirSync(shop.shop.folder).filter((name) => name.endsWith('.stage'))).toEqual([]);
  }
  expect(nothing).toBeGreaterThan(kills / 2);
  expect(seen.size).toBeGreaterThan(3);
});

test('a file of 240,000 lines goes through a heap of 96 MB', async () => {
  const other = openTestShop();
  try {
    const input = await importInput(other.shop, 'purchases', writeFile(240_000));
    const child = start(input, ['--max-old-space-size=96']);
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
