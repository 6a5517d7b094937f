import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../db/migrate';
import { openForReading, openForWriting } from '../db/open';
import { prepared, type ReadableDb } from '../db/sql';
import { auditHead } from './audit';
import type { KeyStore } from './devices';
import { fail } from './errors';
import { keyFileName, readKeyFile, unwrapKey } from './key-file';
import type { ShopHandle } from './shop-handle';
import { isOutdated } from './update-database';

export const databaseName = 'vitrine.db';

/** What is fixed when a shop's database is made. */
export interface NewShop {
  readonly shopId: string;
  /** One to three capital letters. */
  readonly counter: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly isSample: boolean;
  readonly now: number;
}

/** Where this user's real shop lies. */
export const shopFolder = (home: string) => join(home, 'shop');

/** Where this user's sample shop lies. */
export const sampleFolder = (home: string) => join(home, 'sample');

/**
 * True where a shop or any part of one lies in the folder: a database without its key, or a key without its
 * database, is a shop to be restored and never an empty place for a new one.
 */
export function shopExists(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((file) => file.startsWith(databaseName) || file.startsWith(keyFileName));
}

/** Makes an empty, migrated database in the folder and opens it. Fails with SHOP_EXISTS rather than touch another. */
export function createShop(folder: string, keyHex: string, shop: NewShop): ShopHandle {
  if (shopExists(folder)) fail('SHOP_EXISTS');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const writer = openForWriting({ file: join(folder, databaseName), keyHex }, { create: true });
  migrate(writer);
  const insert = writer.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  writer
    .transaction(() => {
      insert.run('shop_id', shop.shopId);
      insert.run('counter', shop.counter);
      insert.run('time_zone', shop.timeZone);
      insert.run('currency', shop.currency);
      insert.run('is_sample', shop.isSample ? '1' : '0');
      insert.run('created_at', String(shop.now));
    })
    .immediate();
  writer.close();
  return openShop(folder, keyHex);
}

/**
 * Opens a shop's two connections. Fails with DATABASE_MISSING, DATABASE_DAMAGED, WRONG_KEY_OR_DAMAGED, DATABASE_TOO_NEW,
 * COMMITS_MISSING when the log's head beside the database is ahead of it, or SHOP_OUTDATED: of a large shop a migration takes
 * minutes, which belong on another thread (`updateDatabase`).
 */
export function openShop(folder: string, keyHex: string): ShopHandle {
  const location = { file: join(folder, databaseName), keyHex };
  refuseEmptyDatabase(location.file);
  const writer = openForWriting(location);
  try {
    if (isOutdated(writer)) fail('SHOP_OUTDATED');
    const meta = readMeta(writer);
    const counter = meta.get('counter') ?? 'A';
    checkHeadFile(location.file, writer, counter);
    return {
      location,
      folder,
      writer,
      reader: openForReading(location),
      counter,
      timeZone: meta.get('time_zone') ?? 'Asia/Hong_Kong',
      currency: meta.get('currency') ?? 'HKD',
      isSample: meta.get('is_sample') === '1',
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** SQLite takes a file of no bytes for a new database; here it is one that was cut off. */
function refuseEmptyDatabase(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) fail('DATABASE_DAMAGED');
}

/**
 * Opens the shop in the folder where its key comes without asking. Fails with PASSPHRASE_NEEDED, KEY_FILE_MISSING,
 * KEY_FILE_DAMAGED or as `openShop` does.
 */
export function openShopUnasked(folder: string, keyStore: KeyStore | null): ShopHandle {
  return openShop(folder, keyUnasked(folder, keyStore));
}

/** The key of the shop in the folder where it comes without asking. Fails as `openShopUnasked` does. */
export function keyUnasked(folder: string, keyStore: KeyStore | null): string {
  return unwrapKey(readKeyFile(folder), { kind: 'automatic', keyStore });
}

/** The database's own facts (`shop_id`, `counter`, `time_zone`, `currency`, `is_sample`, …). */
export function readMeta(db: ReadableDb): Map<string, string> {
  const rows = prepared(db, 'SELECT key, value FROM meta').all() as Array<{ key: string; value: string }>;
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Closes both connections; the last one folds the write-ahead log into the database. */
export function closeShop(shop: ShopHandle): void {
  shop.reader.close();
  shop.writer.close();
}

function checkHeadFile(file: string, db: ReadableDb, counter: string): void {
  let known: { count: number };
  try {
    known = JSON.parse(readFileSync(`${file}.head`, 'utf8')) as { count: number };
  } catch {
    // Missing or torn by a power cut: it is a witness, not a gate.
    return;
  }
  const found = auditHead(db, counter).count;
  if (known.count > found) fail('COMMITS_MISSING', { known: known.count, found });
}
