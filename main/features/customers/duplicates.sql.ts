import { prepared, type ReadableDb } from '../../db/sql';

const standing = 'c.deleted_at IS NULL AND c.merged_into_id IS NULL';
const atMost = 20;

interface Contact {
  customer_id: string;
  kind: string;
}

/** Customers with exactly this normalised contact. */
export function listByContact(db: ReadableDb, normalised: string): Contact[] {
  return prepared(
    db,
    `SELECT k.customer_id, k.kind FROM customer_contacts k JOIN customers c ON c.id = k.customer_id
     WHERE k.normalised = ? AND ${standing} LIMIT ${atMost}`,
  ).all(normalised) as Contact[];
}

/** Customers with one of these Chinese names, letter by letter. */
export function listByChineseName(db: ReadableDb, names: readonly string[]): string[] {
  return idsOf(
    db,
    `SELECT c.id FROM customers c
     WHERE c.chinese_name IN (${names.map(() => '?').join(', ')}) AND ${standing} LIMIT ${atMost}`,
    names,
  );
}

/** Customers whose romanised family and given name, written together, are this (`chantaiman`). */
export function listByLatinName(db: ReadableDb, joined: string): string[] {
  return idsOf(
    db,
    `SELECT c.id FROM customers c
     WHERE c.family_name IS NOT NULL AND c.given_name IS NOT NULL
       AND lower(replace(replace(c.family_name || c.given_name, ' ', ''), '-', '')) = ? AND ${standing}
     LIMIT ${atMost}`,
    [joined],
  );
}

/** Customers with this English name and surname, in lower case. */
export function listByEnglishName(db: ReadableDb, english: string, family: string): string[] {
  return idsOf(
    db,
    `SELECT c.id FROM customers c
     WHERE c.english_name IS NOT NULL AND lower(c.english_name) = ? AND lower(c.family_name) = ? AND ${standing}
     LIMIT ${atMost}`,
    [english, family],
  );
}

function idsOf(db: ReadableDb, text: string, values: readonly string[]): string[] {
  return (prepared(db, text).all(...values) as { id: string }[]).map((row) => row.id);
}
