import type { ReadableDb } from '../../db/sql';

const standing = `
  SELECT 'customer' AS kind, id FROM customers WHERE deleted_at IS NULL AND merged_into_id IS NULL
  UNION ALL SELECT 'product', id FROM products WHERE deleted_at IS NULL`;

/**
 * How many records the index should know, and how many it misses or knows though they are gone. Items are left out:
 * those without a number have no row of their own.
 */
export function checkIndex(db: ReadableDb): { looked: number; wrong: number } {
  const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n;
  const missing = count(
    `SELECT count(*) AS n FROM (${standing}) s
     WHERE NOT EXISTS (SELECT 1 FROM search_docs d WHERE d.entity_id = s.id AND d.kind = s.kind)`,
  );
  const gone = count(
    `SELECT count(*) AS n FROM search_docs d WHERE kind <> 'item'
       AND NOT EXISTS (SELECT 1 FROM (${standing}) s WHERE s.id = d.entity_id AND s.kind = d.kind)`,
  );
  return { looked: count(`SELECT count(*) AS n FROM (${standing})`), wrong: missing + gone };
}
