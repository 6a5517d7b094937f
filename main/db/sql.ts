import type Database from 'better-sqlite3';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { DB } from './rows';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A handle that may only read; the connection behind a query is opened read-only, so SQLite itself refuses a write. */
export type ReadableDb = Database.Database & { readonly [readable]: true };
/** A handle that may write. Every function that reads takes it too. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

/** Kysely as a builder only: it makes typed SQL, `all`, `one` and `run` execute it synchronously. */
export const sqlBuilder = new Kysely<DB>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

const statements = new WeakMap<object, Map<string, Database.Statement>>();

/** The prepared statement for this text on this connection, prepared once. */
export function prepared(db: ReadableDb, text: string): Database.Statement {
  let ofDb = statements.get(db);
  if (!ofDb) {
    ofDb = new Map();
    statements.set(db, ofDb);
  }
  let statement = ofDb.get(text);
  if (!statement) {
    statement = db.prepare(text);
    ofDb.set(text, statement);
  }
  return statement;
}

/** All rows of a built query. */
export function all<T>(db: ReadableDb, query: Compilable<T>): T[] {
  const { sql, parameters } = query.compile();
  return prepared(db, sql).all(...parameters) as T[];
}

/** The first row of a built query, or undefined. */
export function one<T>(db: ReadableDb, query: Compilable<T>): T | undefined {
  const { sql, parameters } = query.compile();
  return prepared(db, sql).get(...parameters) as T | undefined;
}

/** Executes a built write; returns how many rows it changed. */
export function run(db: WritableDb, query: Compilable<unknown>): number {
  const { sql, parameters } = query.compile();
  return prepared(db, sql).run(...parameters).changes;
}
