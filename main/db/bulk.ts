import type { Insertable } from 'kysely';
import type { DB } from './rows';
import { prepared, type WritableDb } from './sql';

/**
 * Adds rows to a table one after the other, for jobs that write very many: the statement is prepared once and takes
 * the values by position. Every row must have the columns of the first. Returns the row's number where the table has one.
 */
export function rowInserter<T extends keyof DB & string>(
  db: WritableDb,
  table: T,
): (row: Insertable<DB[T]>) => number {
  let columns: string[] = [];
  let text = '';
  return (row) => {
    if (text === '') {
      columns = Object.keys(row);
      text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    }
    const values = row as Record<string, unknown>;
    return Number(prepared(db, text).run(...columns.map((column) => values[column] ?? null)).lastInsertRowid);
  };
}
