import type { ImportKind, ImportMapping, ImportOptions, ImportReport } from '@shared/contract/imports';
import type { Insertable, Selectable } from 'kysely';
import type { ImportMappings, Imports } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type ImportRow = Selectable<Imports>;
export type KeyKind = 'customer' | 'product' | 'sale' | 'line';

/** All imports, newest first, with who ran them. */
export function listImports(db: ReadableDb): (ImportRow & { staff_name: string | null })[] {
  return prepared(
    db,
    `SELECT i.*, s.name AS staff_name FROM imports i LEFT JOIN staff s ON s.id = i.staff_id
     ORDER BY i.finished_at DESC, i.id DESC LIMIT 200`,
  ).all() as (ImportRow & { staff_name: string | null })[];
}

/** One import, with who ran it. */
export function findImport(
  db: ReadableDb,
  id: string,
): (ImportRow & { staff_name: string | null }) | undefined {
  return prepared(
    db,
    'SELECT i.*, s.name AS staff_name FROM imports i LEFT JOIN staff s ON s.id = i.staff_id WHERE i.id = ?',
  ).get(id) as (ImportRow & { staff_name: string | null }) | undefined;
}

/** What an import leaves behind of itself. */
export interface NewImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileHash: string;
  readonly options: ImportOptions;
  readonly report: ImportReport;
  readonly staffId: string;
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** Adds an import that is done. */
export function insertImport(db: WritableDb, it: NewImport): void {
  const { report } = it;
  const row: Insertable<Imports> = {
    id: it.id,
    kind: it.kind,
    file_name: it.fileName,
    file_hash: it.fileHash,
    options: JSON.stringify(it.options),
    status: 'done',
    rows_read: report.rowsRead,
    rows_imported: report.rowsImported,
    rows_unchanged: report.rowsUnchanged,
    rows_refused: report.rowsRefused,
    report: JSON.stringify(report),
    staff_id: it.staffId,
    started_at: it.startedAt,
    finished_at: it.finishedAt,
  };
  run(db, sqlBuilder.insertInto('imports').values(row));
}

/** Says that an import was taken back; its keys and changes are done with. */
export function markUndone(db: WritableDb, id: string, now: number): void {
  run(db, sqlBuilder.updateTable('imports').set({ status: 'undone', undone_at: now }).where('id', '=', id));
  run(db, sqlBuilder.deleteFrom('import_changes').where('import_id', '=', id));
  run(db, sqlBuilder.deleteFrom('import_keys').where('import_id', '=', id).where('kind', '=', 'line'));
}

/** The record an earlier import made of the same row, or undefined. */
export function findImported(db: ReadableDb, kind: KeyKind, key: string): string | undefined {
  const row = prepared(db, 'SELECT entity_id FROM import_keys WHERE kind = ? AND key = ?').get(kind, key) as
    | { entity_id: string }
    | undefined;
  return row?.entity_id;
}

/** Remembers which record a row became; a key that is known stays with its first import. */
export function insertKey(
  db: WritableDb,
  kind: KeyKind,
  key: string,
  entityId: string,
  importId: string,
): void {
  prepared(db, 'INSERT OR IGNORE INTO import_keys (kind, key, entity_id, import_id) VALUES (?, ?, ?, ?)').run(
    kind,
    key,
    entityId,
    importId,
  );
}

/** The same for all that `select` yields, each a key and a record: in the order of the keys, so that the tree grows at its end. */
export function insertKeysFrom(db: WritableDb, kind: KeyKind, select: string, importId: string): void {
  prepared(
    db,
    `INSERT OR IGNORE INTO import_keys (kind, key, entity_id, import_id)
     SELECT ?, key, id, ? FROM (${select}) ORDER BY key`,
  ).run(kind, importId);
}

/** Remembers a record as it was before this import changed it, and as it left it. */
export function insertChange(
  db: WritableDb,
  importId: string,
  kind: Exclude<KeyKind, 'line'>,
  entityId: string,
  before: unknown,
  after: unknown,
): void {
  prepared(
    db,
    `INSERT INTO import_changes (import_id, entity_kind, entity_id, before, after) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET after = excluded.after`,
  ).run(importId, kind, entityId, JSON.stringify(before), JSON.stringify(after));
}

/** What this import changed of records that were there before. */
export function listChanges(db: ReadableDb, importId: string) {
  return all(db, sqlBuilder.selectFrom('import_changes').selectAll().where('import_id', '=', importId));
}

/** True when a later import, not taken back, changed the same record again. */
export function isChangedByLater(db: ReadableDb, importId: string, kind: string, entityId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM import_changes c JOIN imports i ON i.id = c.import_id
       WHERE c.entity_id = ? AND c.entity_kind = ? AND c.import_id > ? AND i.status = 'done'`,
    ).get(entityId, kind, importId) !== undefined
  );
}

/** How the columns of such a file were mapped the last time. */
export function findMapping(
  db: ReadableDb,
  kind: ImportKind,
  signature: string,
): { mapping: ImportMapping; options: Partial<ImportOptions> } | null {
  const row: Selectable<ImportMappings> | undefined = one(
    db,
    sqlBuilder
      .selectFrom('import_mappings')
      .selectAll()
      .where('kind', '=', kind)
      .where('signature', '=', signature),
  );
  if (!row) return null;
  return {
    mapping: JSON.parse(row.mapping) as ImportMapping,
    options: JSON.parse(row.options) as Partial<ImportOptions>,
  };
}

/** Remembers a mapping for the next file with this header. */
export function saveMapping(
  db: WritableDb,
  kind: ImportKind,
  signature: string,
  mapping: ImportMapping,
  options: ImportOptions,
  now: number,
): void {
  prepared(
    db,
    `INSERT INTO import_mappings (kind, signature, mapping, options, used_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET mapping = excluded.mapping, options = excluded.options, used_at = excluded.used_at`,
  ).run(kind, signature, JSON.stringify(mapping), JSON.stringify(options), now);
}

/**
 * What an import reads of the shop, in short: when it differs at the moment of publishing, somebody changed a customer or
 * a product meanwhile, or wrote words on a receipt that none had before, and the file is read again.
 */
export function fingerprint(db: ReadableDb): string {
  const row = prepared(
    db,
    `SELECT (SELECT count(*) FROM customers) AS a, (SELECT max(updated_at) FROM customers) AS b,
       (SELECT count(*) FROM products) AS c, (SELECT total(version) FROM products) AS d,
       (SELECT count(*) FROM imports) AS e, (SELECT max(undone_at) FROM imports) AS f,
       (SELECT max(no) FROM descriptions) AS g`,
  ).get();
  return JSON.stringify(row);
}
