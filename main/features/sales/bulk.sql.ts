import type { WritableDb } from '../../db/sql';

/**
 * Adds lines that another table of this connection holds, a stretch at a time: SQLite copies them itself, which half a
 * million lines notice. `select` yields id, sale_id, position, product_id, description, quantity, unit_price_minor,
 * discount_minor, total_minor and serial; the function that is returned takes its parameters and says how many lines came.
 */
export function lineCopier(
  db: WritableDb,
  select: string,
): (...parameters: readonly (string | number)[]) => number {
  const statement = db.prepare(
    `INSERT INTO main.sale_lines (id, sale_id, position, product_id, description, quantity, unit_price_minor,
       discount_minor, total_minor, serial) ${select}`,
  );
  return (...parameters) => statement.run(...parameters).changes;
}
