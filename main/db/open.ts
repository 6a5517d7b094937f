import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Failure } from '../kernel/errors';
import type { ReadableDb, WritableDb } from './sql';

/** Where a database is and the 32-byte key (64 hex digits) that opens it. */
export interface DatabaseLocation {
  readonly file: string;
  readonly keyHex: string;
}

/** Set by the set-up scripts when the runtime is older than the driver's own binaries (see docs/ARCHITECTURE.md). */
const nativeBinding = () => process.env.VITRINE_NATIVE_BINDING || undefined;

/** Loads the driver's binary, which a thread else looks for when its first database is opened: somebody waits then. */
export function prepareDriver(): void {
  try {
    new Database(':memory:', { nativeBinding: nativeBinding() }).close();
  } catch {
    // Whoever opens a database is told what is wrong.
  }
}

/** What new databases are encrypted with, page by page with authentication, and then what was used before (ADR 11). */
const CIPHERS = ['aegis', 'chacha20'] as const;

/** Commands at the counter take milliseconds; a thread of its own can wait for them. */
const patienceMs = 10_000;

/**
 * Opens the database for writing, creating the file when `create` is given. A busy writer is waited for only where
 * `isPatient`, on another thread than the counter's.
 * Fails with DATABASE_MISSING, or WRONG_KEY_OR_DAMAGED when the first page cannot be authenticated.
 */
export function openForWriting(
  { file, keyHex }: DatabaseLocation,
  { create = false, isPatient = false }: { create?: boolean; isPatient?: boolean } = {},
): WritableDb {
  if (!create && !existsSync(file)) throw new Failure('DATABASE_MISSING');
  // A command that meets a busy writer says so at once and is retried by its caller.
  const db = openKeyed(file, keyHex, { timeout: isPatient ? patienceMs : 0 });
  db.pragma('journal_mode = WAL');
  // The driver's default in WAL is NORMAL, which loses acknowledged commits in a power cut.
  db.pragma('synchronous = FULL');
  if (db.pragma('synchronous', { simple: true }) !== 2) {
    db.close();
    throw new Failure('DATABASE_NOT_DURABLE');
  }
  db.pragma('foreign_keys = ON');
  db.pragma('wal_autocheckpoint = 500');
  db.pragma('cache_size = -65536');
  return db as WritableDb;
}

/** Opens the database read-only: SQLite refuses any write on this handle. */
export function openForReading({ file, keyHex }: DatabaseLocation): ReadableDb {
  if (!existsSync(file)) throw new Failure('DATABASE_MISSING');
  const db = openKeyed(file, keyHex, { readonly: true, timeout: 5000 });
  db.pragma('query_only = ON');
  db.pragma('cache_size = -131072');
  return db as ReadableDb;
}

function openKeyed(file: string, keyHex: string, options: Database.Options): Database.Database {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new Failure('WRONG_KEY_OR_DAMAGED');
  for (const cipher of CIPHERS) {
    const db = openWith(cipher, file, keyHex, options);
    if (db) return db;
  }
  throw new Failure('WRONG_KEY_OR_DAMAGED');
}

/** Null where the first page says nothing under this cipher and key. Its log, if a crash left one, is then left as it is. */
function openWith(
  cipher: (typeof CIPHERS)[number],
  file: string,
  keyHex: string,
  options: Database.Options,
): Database.Database | null {
  const db = new Database(file, { ...options, nativeBinding: nativeBinding() });
  try {
    // Before any other statement, or the driver would read the first page as plain SQLite.
    db.pragma(`cipher = '${cipher}'`);
    db.pragma(`key = "x'${keyHex}'"`);
    db.pragma('temp_store = MEMORY');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    const { code } = error as { code?: string };
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') return null;
    throw error;
  }
}
