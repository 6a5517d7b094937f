import { prepared, type ReadableDb } from '../../db/sql';

/** A column of some table that refers to a record. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** What it refers by: the id, or the number. */
  readonly by: string;
}

/**
 * Every column of the schema that refers to the table: asked of SQLite itself, so that a table of tomorrow is not forgotten
 * when an import is taken back. Tables whose rows belong to the record and go with it are left out by the caller.
 */
export function listReferences(db: ReadableDb, to: string): Reference[] {
  const tables = prepared(
    db,
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  )
    .pluck()
    .all() as string[];
  return tables.flatMap((table) => {
    const keys = db.pragma(`main.foreign_key_list(${table})`) as {
      table: string;
      from: string;
      to: string;
    }[];
    return keys.filter((key) => key.table === to).map((key) => ({ table, column: key.from, by: key.to }));
  });
}
