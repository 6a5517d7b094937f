import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { keptKeyHex } from '@tests/old-databases/kept-key';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMigrations, schemaVersion } from '../../db/migrate';
import { openForReading, openForWriting } from '../../db/open';
import { databaseName, shopFolder } from '../../kernel/open-shop';
import { updateDatabase } from '../../kernel/update-database';

const oldest = 10;
const newest = loadMigrations().at(-1)?.version ?? 0;

let home: string;
let counter: TestShop;
let file: string;
beforeEach(() => {
  counter = openTestShop();
  home = counter.home;
  counter.dispatcher.switchShop(null);
  const folder = shopFolder(home);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  file = join(folder, databaseName);
  cpSync(join(process.cwd(), 'tests', 'old-databases', '0010.db'), file);
  writeFileSync(join(folder, 'key.json'), JSON.stringify({ version: 1, shopId: 'kept', sample: keptKeyHex }));
});
afterEach(() => counter.close());

/** Something about the old database, read or changed behind the app's back. */
function atFile<T>(look: (db: ReturnType<typeof openForWriting>) => T): T {
  const db = openForWriting({ file, keyHex: keptKeyHex });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
const state = () => counter.call('setup.state', {});
const update = () => counter.try('setup.updateShop', {});

describe('a shop that an older version left', () => {
  it('is no problem: it is copied, migrated with progress, and open', async () => {
    expect(await state()).toMatchObject({ problem: { code: 'SHOP_OUTDATED' } });
    expect(atFile(schemaVersion)).toBe(oldest);
    expect(await update()).toMatchObject({ ok: true });
    const steps = counter.progress.map(({ step }) => step.replace('setup.update.', ''));
    expect([...new Set(steps)]).toEqual(['copy', 'check', 'change', 'index', 'references', 'fold']);
    expect(steps.filter((step) => step === 'change')).toHaveLength(newest - oldest);
    expect(await state()).toMatchObject({ hasShop: true, problem: null });
    expect(atFile(schemaVersion)).toBe(newest);
    const copy = openForReading({
      file: join(home, `before-migration-${oldest}`, databaseName),
      keyHex: keptKeyHex,
    });
    expect(schemaVersion(copy)).toBe(oldest);
    copy.close();
  });

  it('is found by what its own version did not index', async () => {
    const name = atFile((db) => {
      db.exec('DELETE FROM search_customers_fts');
      return db
        .prepare('SELECT family_name FROM customers WHERE family_name IS NOT NULL LIMIT 1')
        .pluck()
        .get();
    }) as string;
    await update();
    counter.as('manager');
    expect((await counter.call('search.query', { text: name, kinds: ['customer'] })).results).not.toEqual([]);
  });

  it('is as it was where a step does not fit it, and says so', async () => {
    atFile((db) => db.exec('CREATE TABLE promises (mine TEXT)'));
    expect(await update()).toMatchObject({ code: 'MIGRATION_FAILED' });
    expect(atFile(schemaVersion)).toBe(oldest);
    expect(atFile((db) => db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'conversations'").get())).toBe(
      undefined,
    );
    expect(await state()).toMatchObject({ problem: { code: 'SHOP_OUTDATED' } });
  });

  it('is not touched where its copy would not be whole', async () => {
    atFile((db) => {
      db.pragma('foreign_keys = OFF');
      db.exec("UPDATE sales SET customer_id = 'nobody' WHERE customer_id IS NOT NULL");
    });
    expect(await update()).toMatchObject({ code: 'MIGRATION_COPY_FAILED' });
    expect(atFile(schemaVersion)).toBe(oldest);
    expect(existsSync(join(home, `before-migration-${oldest}`))).toBe(false);
    expect(existsSync(join(home, `before-migration-${oldest}.partial`))).toBe(false);
  });

  it('is never made of an empty database', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-empty-'));
    const location = { file: join(folder, databaseName), keyHex: keptKeyHex };
    openForWriting(location, { create: true }).close();
    expect(() => updateDatabase(location, { keepsCopy: true, derive: () => {} })).toThrow('DATABASE_DAMAGED');
    rmSync(folder, { recursive: true, force: true });
  });
});
