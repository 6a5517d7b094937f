import { statfsSync, statSync } from 'node:fs';
import { type DatabaseLocation, openForReading } from '../../db/open';
import { prepared } from '../../db/sql';
import type { AuditHead } from '../../kernel/audit';
import { countRows } from '../../kernel/verify';
import { type FoundBackup, listBackupFolders, readBackupFolder } from './backup-files';

/** What a look at a place found. A worker looks: a network folder that does not answer must not stop the window. */
export interface SurveyedPlace {
  readonly folder: string;
  readonly isReachable: boolean;
  readonly freeBytes: number | null;
  readonly copies: readonly FoundBackup[];
}

/** Looks at each folder: is it there, how much room is left, which backups of which shop lie in it. */
export function surveyPlaces({ folders }: { folders: readonly string[] }): SurveyedPlace[] {
  return folders.map((folder) => {
    const isReachable = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (!isReachable) return { folder, isReachable, freeBytes: null, copies: [] };
    return { folder, isReachable, freeBytes: freeBytesOf(folder), copies: backupsIn(folder) };
  });
}

/** The backups in a folder: those of a place, or the one whose own folder was chosen. */
export function backupsIn(folder: string): FoundBackup[] {
  const own = readBackupFolder(folder);
  return own ? [own] : listBackupFolders(folder);
}

function freeBytesOf(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** What a shop holds now that a backup does not. */
export interface SinceBackup {
  /** False where the backup's log head is not in this shop's log. */
  readonly isSameHistory: boolean;
  readonly entries: number;
  readonly records: ReadonlyArray<{ readonly kind: string; readonly count: number }>;
  /** Rows now less rows then, by table. */
  readonly differences: Record<string, number>;
}

interface SinceInput {
  readonly location: DatabaseLocation;
  readonly counts: Record<string, number>;
  readonly logHeads: readonly AuditHead[];
}

/** Compares the open shop with what a backup's manifest says: what restoring it would lose. */
export function compareSince({ location, counts, logHeads }: SinceInput): SinceBackup {
  const db = openForReading(location);
  try {
    const now = countRows(db);
    const differences = Object.fromEntries(
      Object.entries(now)
        .map(([table, rows]) => [table, rows - (counts[table] ?? 0)] as const)
        .filter(([, difference]) => difference !== 0),
    );
    let isSameHistory = logHeads.length > 0;
    let entries = 0;
    const records = new Map<string, number>();
    for (const head of logHeads) {
      isSameHistory &&= hasHead(db, head);
      const since = prepared(
        db,
        `SELECT coalesce(entity_kind, '') AS kind, count(*) AS entries, count(DISTINCT entity_id) AS records
         FROM audit_log WHERE counter = ? AND seq > ? GROUP BY entity_kind`,
      ).all(head.counter, head.count) as { kind: string; entries: number; records: number }[];
      for (const row of since) {
        entries += row.entries;
        if (row.kind) records.set(row.kind, (records.get(row.kind) ?? 0) + row.records);
      }
    }
    return {
      isSameHistory,
      entries,
      records: [...records].map(([kind, count]) => ({ kind, count })),
      differences,
    };
  } finally {
    db.close();
  }
}

function hasHead(db: ReturnType<typeof openForReading>, { counter, count, hash }: AuditHead): boolean {
  if (count === 0) return true;
  const row = prepared(db, 'SELECT hash FROM audit_log WHERE counter = ? AND seq = ?').get(counter, count) as
    | { hash: string }
    | undefined;
  return row?.hash === hash;
}
