import { Failure } from '../kernel/errors';
import type { WritableDb } from './sql';

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
export function schemaVersion(db: WritableDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the database to the newest schema, each step in a transaction of its own.
 * A database newer than this program is refused untouched (DATABASE_TOO_NEW). `beforeFirst` runs once before
 * anything changes on a database that already holds data: the verified backup.
 * Returns the number of steps taken.
 */
export function migrate(db: WritableDb, migrations = loadMigrations(), beforeFirst?: () => void): number {
  const newest = migrations.at(-1)?.version ?? 0;
  const current = schemaVersion(db);
  if (current > newest) throw new Failure('DATABASE_TOO_NEW', { found: current, known: newest });
  const pending = migrations.filter((step) => step.version > current);
  if (pending.length === 0) return 0;
  if (current > 0) beforeFirst?.();
  // Has no effect inside a transaction, so it must come before BEGIN.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of pending) applyStep(db, step);
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return pending.length;
}

function applyStep(db: WritableDb, step: Migration): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(step.sql);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${step.name} leaves ${broken.length} broken references`);
    db.pragma(`user_version = ${step.version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
