import { Failure } from '../kernel/errors';
import type { ReadableDb, WritableDb } from './sql';

/** One numbered, append-only step of the schema. */
export interface Migration {
  /** `0001-kernel.sql` → 1. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations in order, bundled as text at build time. */
export function loadMigrations(): Migration[] {
  const files = import.meta.glob<string>('./migrations/*.sql', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  return Object.entries(files)
    .map(([path, sql]) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { version: Number.parseInt(name, 10), name, sql };
    })
    .sort((a, b) => a.version - b.version);
}

/** The schema version of an open database: 0 when it is new. */
export function schemaVersion(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** What a migration tells and asks on its way. */
interface Migrating {
  /** Runs once before anything changes on a database that already holds data: the verified copy. */
  readonly beforeFirst?: () => void;
  /** Called before each step and once after the last, when only the check of every reference is left. */
  readonly onStep?: (done: number, total: number) => void;
  /** Makes derived data anew that the steps have outdated, in the same transaction. */
  readonly derive?: (db: WritableDb) => void;
}

/**
 * Brings the database to the newest schema, whole or not at all: one transaction, since a version of the app can only work with
 * its own schema, and every reference is looked at once, at the end. A database newer than this program is refused
 * untouched (DATABASE_TOO_NEW). Returns the number of steps taken.
 */
export function migrate(
  db: WritableDb,
  migrations = loadMigrations(),
  { beforeFirst, onStep, derive }: Migrating = {},
): number {
  const pending = pendingSteps(db, migrations);
  const first = pending[0];
  if (!first) return 0;
  if (first.version > 1) beforeFirst?.();
  // Has no effect inside a transaction, so it must come before BEGIN.
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const [index, step] of pending.entries()) {
      onStep?.(index, pending.length);
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
    derive?.(db);
    onStep?.(pending.length, pending.length);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new Error(`${first.name} and after leave ${broken.length} broken references`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return pending.length;
}

/** The steps this database has not taken, in order. Fails with DATABASE_TOO_NEW. */
export function pendingSteps(db: ReadableDb, migrations = loadMigrations()): Migration[] {
  const newest = migrations.at(-1)?.version ?? 0;
  const current = schemaVersion(db);
  if (current > newest) throw new Failure('DATABASE_TOO_NEW', { found: current, known: newest });
  return migrations.filter(({ version }) => version > current);
}
