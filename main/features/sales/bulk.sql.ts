import type { WritableDb } from '../../db/sql';

/** Takes the named parameters of its `select` and says how many rows came. */
export type Copier = (parameters: Readonly<Record<string, string | number>>) => number;

// What fails leaves rows of the same call behind (`OR FAIL`), so the caller's transaction must not be committed then: SQLite need not
// be able to take back a single statement, for which it would copy every page of every index that the statement touches.
function copier(db: WritableDb, text: string): Copier {
  const statement = db.prepare(text);
  return (parameters) => statement.run(parameters).changes;
}

/**
 * Adds receipts that another table of this connection holds, a stretch at a time. `select` yields no, id, receipt_number, kind,
 * customer_id, staff_id, sold_at, sold_on, currency, total_minor, country, import_id and created_at. The caller indexes them
 * and stores the customers' totals.
 */
export function saleCopier(db: WritableDb, select: string): Copier {
  return copier(
    db,
    `INSERT OR FAIL INTO main.sales (no, id, receipt_number, kind, customer_id, staff_id, sold_at, sold_on, currency, total_minor,
       country, import_id, created_at) ${select}`,
  );
}

/**
 * Adds lines that another table of this connection holds, a stretch at a time: SQLite copies them itself, which half a
 * million lines notice. `select` yields sale_no, position, product_no, description_no, quantity, unit_price_minor,
 * discount_minor, total_minor and serial.
 */
export function lineCopier(db: WritableDb, select: string): Copier {
  return copier(
    db,
    `INSERT OR FAIL INTO main.sale_lines (sale_no, position, product_no, description_no, quantity, unit_price_minor,
       discount_minor, total_minor, serial) ${select}`,
  );
}

/** What `lineInserter` takes of each line. */
const LINE_COLUMNS =
  'sale_no, position, product_no, description_no, quantity, unit_price_minor, discount_minor, total_minor';
export const LINE_COLUMN_COUNT = LINE_COLUMNS.split(',').length;

/** Adds so many lines at once, their values one line after the other; what fails, fails as a copier does. */
export function lineInserter(db: WritableDb, rows: number): (values: readonly (number | null)[]) => void {
  const row = `(${Array(LINE_COLUMN_COUNT).fill('?').join(', ')})`;
  const statement = db.prepare(
    `INSERT OR FAIL INTO main.sale_lines (${LINE_COLUMNS}) VALUES ${Array(rows).fill(row).join(', ')}`,
  );
  return (values) => {
    statement.run(values);
  };
}
