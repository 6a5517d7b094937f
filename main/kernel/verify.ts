import { openForReading } from '../db/open';
import type { ReadableDb } from '../db/sql';
import { type AuditHead, checkAudit } from './audit';
import { Failure } from './errors';

/** What a database holds, for comparing a copy with its original. */
export interface Contents {
  readonly schemaVersion: number;
  /** Rows a table; the search index's own tables are derived and left out. */
  readonly counts: Record<string, number>;
  readonly logHeads: AuditHead[];
}

/** Tables that hold the shop's rows, by name. */
export function listTables(db: ReadableDb): string[] {
  const rows = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all() as Array<{ name: string }>;
  return rows.map(({ name }) => name);
}

/** Rows of every table. */
export function countRows(db: ReadableDb): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const table of listTables(db)) {
    counts[table] = (db.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n;
  }
  return counts;
}

/** Counts every table and checks the whole log. Fails with LOG_BROKEN where the chain does not hold. */
export function readContents(db: ReadableDb): Contents {
  const counts = countRows(db);
  const log = checkAudit(db);
  if (!log.ok) throw new Failure('LOG_BROKEN', { seq: log.seq });
  return {
    schemaVersion: db.pragma('user_version', { simple: true }) as number,
    counts,
    logHeads: log.heads,
  };
}

/**
 * Opens a database file with its key as a restore would, and checks every page, every reference and the log.
 * Returns what it holds. Fails with WRONG_KEY_OR_DAMAGED, BACKUP_DAMAGED or LOG_BROKEN.
 */
export function verifyDatabase(file: string, keyHex: string): Contents {
  const db = openForReading({ file, keyHex });
  try {
    const integrity = db.pragma('integrity_check(1)', { simple: true });
    if (integrity !== 'ok') throw new Failure('BACKUP_DAMAGED', { check: 'integrity' });
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Failure('BACKUP_DAMAGED', { check: 'references' });
    return readContents(db);
  } catch (error) {
    // A page that fails its authentication surfaces as a driver error in whichever check touches it.
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code))
      throw new Failure('BACKUP_DAMAGED', { check: 'pages' });
    throw error;
  } finally {
    db.close();
  }
}

/** The first difference between a copy and its original, or null when they hold the same. */
export function firstDifference(original: Contents, copy: Contents): string | null {
  if (original.schemaVersion !== copy.schemaVersion) return 'schema';
  const tables = new Set([...Object.keys(original.counts), ...Object.keys(copy.counts)]);
  for (const table of tables) if (original.counts[table] !== copy.counts[table]) return table;
  if (JSON.stringify(original.logHeads) !== JSON.stringify(copy.logHeads)) return 'log';
  return null;
}
