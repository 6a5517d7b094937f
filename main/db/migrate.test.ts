import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeyHex } from '../kernel/key-file';
import { loadMigrations, type Migration, migrate, schemaVersion } from './migrate';
import { openForReading, openForWriting } from './open';
import type { WritableDb } from './sql';

const step = (version: number, sql: string): Migration => ({ version, name: `${version}-test.sql`, sql });

describe('migrations', () => {
  let folder: string;
  let db: WritableDb;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-migrate-'));
    db = openForWriting({ file: join(folder, 'a.db'), keyHex: newKeyHex() }, { create: true });
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are numbered without gaps', () => {
    expect(loadMigrations().map((each) => each.version)).toEqual(
      loadMigrations().map((_, index) => index + 1),
    );
  });

  it('never change once they have landed', () => {
    const prints = loadMigrations().map(({ name, sql }) => [
      name,
      createHash('sha256').update(sql).digest('hex').slice(0, 16),
    ]);
    expect(Object.fromEntries(prints)).toMatchSnapshot();
  });

  it('refuse a database from the future and touch nothing', () => {
    migrate(db, [step(1, 'CREATE TABLE a (x INTEGER) STRICT')]);
    db.pragma('user_version = 99');
    expect(() => migrate(db, [step(1, 'DROP TABLE a')])).toThrow('DATABASE_TOO_NEW');
    expect(schemaVersion(db)).toBe(99);
    expect(db.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 0 });
  });

  it('leave the database as it was when one of several fails half-way', () => {
    const first = step(1, 'CREATE TABLE a (x INTEGER) STRICT');
    migrate(db, [first]);
    const second = step(2, 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b VALUES (1)');
    const third = step(3, 'CREATE TABLE c (x INTEGER) STRICT; SELECT nonsense');
    expect(() => migrate(db, [first, second, third])).toThrow('nonsense');
    expect(schemaVersion(db)).toBe(1);
    expect(
      db.prepare("SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'").pluck().get(),
    ).toBe('a');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuse a step that breaks a reference', () => {
    const setUp =
      'CREATE TABLE p (id TEXT NOT NULL PRIMARY KEY) STRICT; CREATE TABLE c (p TEXT REFERENCES p (id)) STRICT;';
    migrate(db, [step(1, setUp)]);
    db.exec("INSERT INTO p VALUES ('1'); INSERT INTO c VALUES ('1')");
    expect(() => migrate(db, [step(1, setUp), step(2, 'DELETE FROM p')])).toThrow(/broken references/);
    expect(db.prepare('SELECT count(*) AS n FROM p').get()).toEqual({ n: 1 });
  });

  it('ask for a backup before a database that holds data changes, and only then', () => {
    let backups = 0;
    const backUp = () => {
      backups += 1;
    };
    const first = step(1, 'CREATE TABLE a (x INTEGER) STRICT');
    migrate(db, [first], { beforeFirst: backUp });
    expect(backups).toBe(0);
    migrate(db, [first, step(2, 'CREATE TABLE b (x INTEGER) STRICT')], { beforeFirst: backUp });
    expect(backups).toBe(1);
  });
});

describe('opening a database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('never makes an empty one where one was expected', () => {
    expect(() => openForWriting({ file: join(folder, 'gone.db'), keyHex: newKeyHex() })).toThrow(
      'DATABASE_MISSING',
    );
  });

  it('says so when the key is wrong', () => {
    const file = join(folder, 'a.db');
    const db = openForWriting({ file, keyHex: newKeyHex() }, { create: true });
    db.exec('CREATE TABLE a (x INTEGER) STRICT');
    db.close();
    expect(() => openForWriting({ file, keyHex: newKeyHex() })).toThrow('WRONG_KEY_OR_DAMAGED');
    expect(() => openForReading({ file, keyHex: newKeyHex() })).toThrow('WRONG_KEY_OR_DAMAGED');
  });

  it('writes with synchronous = FULL and foreign keys on', () => {
    const db = openForWriting({ file: join(folder, 'a.db'), keyHex: newKeyHex() }, { create: true });
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
  });
});
