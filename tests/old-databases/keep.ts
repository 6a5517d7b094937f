import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMigrations } from '@main/db/migrate';
import { fillSample } from '@main/features/sample/fill-sample';
import { closeShop, createShop } from '@main/kernel/open-shop';
import { keptKeyHex } from './kept-key';

/**
 * Keeps the newest schema as a small populated database, so that every version that ever landed can be migrated in a
 * test. Run once when a migration lands: `npm run keep-schema`. A kept file is never made anew: it is somebody's shop.
 */
const newest = loadMigrations().at(-1)?.version ?? 0;
const target = join(process.cwd(), 'tests', 'old-databases', `${String(newest).padStart(4, '0')}.db`);
if (existsSync(target)) {
  console.error(`${target} is kept already.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'vitrine-keep-'));
const now = Date.UTC(2026, 10, 20, 4, 0);
const shop = createShop(join(folder, 'shop'), keptKeyHex, {
  shopId: 'kept',
  counter: 'A',
  timeZone: 'Asia/Hong_Kong',
  currency: 'HKD',
  isSample: true,
  now,
});
const pin = { salt: '', hash: '' };
fillSample(
  shop.writer,
  'kept',
  { customers: 12, products: 12, seed: 1, now },
  { advisor: pin, service: pin, manager: pin },
  { progress: () => {}, isCancelled: () => false },
);
shop.writer.prepare('VACUUM INTO ?').run(target);
closeShop(shop);
rmSync(folder, { recursive: true });
console.log(`Kept ${target}`);
