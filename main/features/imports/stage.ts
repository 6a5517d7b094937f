import { rmSync } from 'node:fs';
import type { ErrorParams } from '@shared/contract/errors';
import type { ImportReport } from '@shared/contract/imports';
import { type DatabaseLocation, openForWriting } from '../../db/open';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';

// A worker may keep this much of the database in memory while it publishes: the indexes of half a million lines fit.
const PUBLISH_CACHE_KIB = 131_072;
const STAGE_CACHE_KIB = 32_768;

const schema = `
  CREATE TABLE stage.refused (line INTEGER PRIMARY KEY, code TEXT NOT NULL, params TEXT NOT NULL, cells TEXT NOT NULL);
  CREATE TABLE stage.meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE stage.records (
    no INTEGER PRIMARY KEY, line INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, id TEXT NOT NULL,
    action TEXT NOT NULL, content TEXT NOT NULL
  );
  CREATE TABLE stage.products (
    no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, code TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL
  );
  CREATE TABLE stage.descriptions (
    no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, is_needed INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE stage.customers (
    no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, is_new INTEGER NOT NULL
  );
  CREATE TABLE stage.sales (
    no INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, number TEXT NOT NULL, id TEXT NOT NULL, seen INTEGER NOT NULL,
    customer INTEGER, staff_id TEXT, sold_at INTEGER NOT NULL, sold_on TEXT NOT NULL DEFAULT '', currency TEXT NOT NULL,
    country TEXT, lines INTEGER NOT NULL DEFAULT 0, positives INTEGER NOT NULL DEFAULT 0,
    negatives INTEGER NOT NULL DEFAULT 0, handed_over INTEGER NOT NULL DEFAULT 0, units INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0, back INTEGER NOT NULL DEFAULT 0, offset_position INTEGER NOT NULL DEFAULT 0,
    has_several_times INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX stage.sales_by_customer ON sales (customer) WHERE customer IS NOT NULL;
  CREATE TABLE stage.lines (
    no INTEGER PRIMARY KEY, sale INTEGER NOT NULL, position INTEGER NOT NULL, product INTEGER, description INTEGER,
    quantity INTEGER NOT NULL, unit INTEGER NOT NULL, discount INTEGER NOT NULL DEFAULT 0, serial TEXT, origin INTEGER,
    is_known INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE stage.batches (no INTEGER PRIMARY KEY, lines BLOB NOT NULL);
  CREATE INDEX stage.lines_by_serial ON lines (serial) WHERE serial IS NOT NULL;
  CREATE INDEX stage.lines_without_words ON lines (product) WHERE description IS NULL;`;

/** The last number the shop had of each before this import: what is new comes after it. */
export interface LastNumbers {
  readonly lastSale: number;
  readonly lastProduct: number;
  readonly lastDescription: number;
}

/**
 * What a staged number of a receipt, product or description is in the shop, as SQL: one that the shop has is staged under
 * minus its number there, a new one under its place among the new, which come after the last there is.
 */
export const inShop = (staged: string, last: string): string =>
  `iif(${staged} > 0, ${staged} + ${last}, -${staged})`;

/** The last numbers there are; what an import adds comes after them. */
export function lastNumbersOf(db: ReadableDb): LastNumbers {
  const lastOf = (table: string) =>
    prepared(db, `SELECT coalesce(max(no), 0) FROM main.${table}`).pluck().get() as number;
  return {
    lastSale: lastOf('sales'),
    lastProduct: lastOf('products'),
    lastDescription: lastOf('descriptions'),
  };
}

/** Opens the shop's database for an import's one long transaction. */
export function openForPublishing(location: DatabaseLocation): WritableDb {
  const db = openForWriting(location, { isPatient: true });
  db.pragma(`cache_size = -${PUBLISH_CACHE_KIB}`);
  return db;
}

/**
 * Opens the shop's database with an empty stage attached: a file of its own, encrypted with the same key, in which rows are
 * read, checked and resolved without keeping anybody at the counter waiting. It holds nothing that a crash could hurt.
 */
export function openWithStage(location: DatabaseLocation, stageFile: string): WritableDb {
  removeStage(stageFile);
  const db = openForPublishing(location);
  try {
    attachStage(db, location.keyHex, stageFile);
    db.pragma('stage.journal_mode = OFF');
    db.pragma('stage.synchronous = OFF');
    db.pragma(`stage.cache_size = -${STAGE_CACHE_KIB}`);
    db.exec(schema);
    return db;
  } catch (error) {
    db.close();
    removeStage(stageFile);
    throw error;
  }
}

/** Attaches a stage that is there. */
export function attachStage(db: WritableDb, keyHex: string, stageFile: string): void {
  db.prepare('ATTACH DATABASE ? AS stage KEY ?').run(stageFile, `x'${keyHex}'`);
}

/** Removes a stage and whatever SQLite put beside it. */
export function removeStage(stageFile: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(stageFile + end, { force: true });
}

/** Keeps a small fact with the stage. */
export function writeStageMeta(db: WritableDb, key: string, value: string): void {
  prepared(db, 'INSERT OR REPLACE INTO stage.meta (key, value) VALUES (?, ?)').run(key, value);
}

/** Why rows were refused: kept with their cells in the stage, counted for the report. */
export interface Refusals {
  add(line: number, cells: readonly string[], code: string, params?: ErrorParams): void;
  rows(): number;
  summary(): ImportReport['refusals'];
}

const LINES_SHOWN = 5;

/** Starts counting refusals into the stage. */
export function startRefusals(db: WritableDb): Refusals {
  const insert = db.prepare('INSERT INTO stage.refused (line, code, params, cells) VALUES (?, ?, ?, ?)');
  const byCode = new Map<string, ImportReport['refusals'][number]>();
  let rows = 0;
  return {
    add(line, cells, code, params = {}) {
      insert.run(line, code, JSON.stringify(params), JSON.stringify(cells));
      rows += 1;
      const field = typeof params.field === 'string' ? params.field : '';
      const key = `${code}:${field}`;
      const found = byCode.get(key) ?? { code, field, rows: 0, lines: [] };
      byCode.set(key, found);
      found.rows += 1;
      if (found.lines.length < LINES_SHOWN) found.lines.push(line);
    },
    rows: () => rows,
    summary: () => [...byCode.values()].sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1)),
  };
}

/** What was settled without refusing, counted with a few examples that name no person. */
export interface Findings {
  add(code: string, example?: string, count?: number): void;
  summary(): { code: string; count: number; examples: string[] }[];
}

/** Starts counting findings. */
export function startFindings(): Findings {
  const byCode = new Map<string, { code: string; count: number; examples: string[] }>();
  return {
    add(code, example, count = 1) {
      const found = byCode.get(code) ?? { code, count: 0, examples: [] };
      byCode.set(code, found);
      found.count += count;
      if (example !== undefined && found.examples.length < LINES_SHOWN) found.examples.push(example);
    },
    summary: () => [...byCode.values()],
  };
}
