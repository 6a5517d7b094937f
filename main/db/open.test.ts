import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptKeyHex } from '@tests/old-databases/kept-key';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openForReading, openForWriting } from './open';

const keyHex = '5c'.repeat(32);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many bytes of each page the cipher keeps for itself: SQLite's own header, readable in every encrypted database. */
const reservedBytes = (file: string) => readFileSync(file)[20];
const AEGIS = 64;
const CHACHA20 = 32;

it('makes new databases with AEGIS-256, which nobody reads without the key', () => {
  const file = join(folder, 'new.db');
  const db = openForWriting({ file, keyHex }, { create: true });
  db.exec("CREATE TABLE t (words TEXT); INSERT INTO t VALUES ('Chan Tai Man')");
  db.close();
  expect(reservedBytes(file)).toBe(AEGIS);
  expect(readFileSync(file).includes('Chan Tai Man')).toBe(false);
  expect(() => openForReading({ file, keyHex: '00'.repeat(32) })).toThrow('WRONG_KEY_OR_DAMAGED');
});

it('opens, writes and copies a database of an earlier cipher as it is', () => {
  const file = join(folder, 'old.db');
  copyFileSync(join(import.meta.dirname, '../../tests/old-databases/0037.db'), file);
  expect(reservedBytes(file)).toBe(CHACHA20);
  const db = openForWriting({ file, keyHex: keptKeyHex });
  const before = db.prepare('SELECT count(*) FROM meta').pluck().get() as number;
  db.prepare("INSERT INTO meta (key, value) VALUES ('seen', 'yes')").run();
  const copy = join(folder, 'copy.db');
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  expect(reservedBytes(file)).toBe(CHACHA20);
  for (const each of [file, copy]) {
    const again = openForReading({ file: each, keyHex: keptKeyHex });
    expect(again.prepare('SELECT count(*) FROM meta').pluck().get()).toBe(before + 1);
    again.close();
  }
});

it.each(['0037.db', null])('leaves what a crash left in the log to whoever has the key (%s)', (kept) => {
  const file = join(folder, `${kept ?? 'new'}-busy.db`);
  const key = kept ? keptKeyHex : keyHex;
  if (kept) copyFileSync(join(import.meta.dirname, '../../tests/old-databases', kept), file);
  const db = openForWriting({ file, keyHex: key }, { create: true });
  db.pragma('wal_autocheckpoint = 0');
  db.exec('CREATE TABLE t (n INTEGER)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('INSERT INTO t VALUES (1), (2), (3)');
  const left = join(folder, `${kept ?? 'new'}-left.db`);
  for (const part of ['', '-wal']) copyFileSync(`${file}${part}`, `${left}${part}`);
  db.close();

  const wrong = { file: left, keyHex: '00'.repeat(32) };
  expect(() => openForWriting(wrong)).toThrow('WRONG_KEY_OR_DAMAGED');
  expect(() => openForReading(wrong)).toThrow('WRONG_KEY_OR_DAMAGED');
  expect(existsSync(`${left}-wal`)).toBe(true);
  const again = openForWriting({ file: left, keyHex: key });
  expect(again.prepare('SELECT count(*) FROM t').pluck().get()).toBe(3);
  again.close();
});
