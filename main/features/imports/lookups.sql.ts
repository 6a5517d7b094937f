import type { Insertable } from 'kysely';
import type { CustomerContacts } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** The customer another system's number stands for today, merges followed; undefined where none does. */
export function findPurchaser(
  db: ReadableDb,
  number: string,
): { id: string; isRemoved: boolean } | undefined {
  const found = prepared(
    db,
    `SELECT id FROM customers WHERE external_id = ? AND deleted_at IS NULL
     UNION ALL SELECT id FROM customers WHERE number = ?
     UNION ALL SELECT id FROM customers WHERE external_id = ? LIMIT 1`,
  ).get(number, number, number) as { id: string } | undefined;
  return found && standing(db, found.id);
}

/** The record that stands for this id today. */
export function standing(db: ReadableDb, id: string): { id: string; isRemoved: boolean } {
  const find = prepared(db, 'SELECT id, merged_into_id, deleted_at FROM customers WHERE id = ?');
  let row = find.get(id) as { id: string; merged_into_id: string | null; deleted_at: number | null };
  while (row.merged_into_id !== null) row = find.get(row.merged_into_id) as typeof row;
  return { id: row.id, isRemoved: row.deleted_at !== null };
}

/** A product as a line finds it. */
export interface FoundProduct {
  readonly no: number;
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The product a code stands for: by code in any case, else by a barcode that only one has. */
export function findProductForLine(db: ReadableDb, code: string): FoundProduct | undefined {
  const byCode = prepared(db, 'SELECT no, id, code, name FROM products WHERE code IN (?, ?, ?) LIMIT 1').get(
    code,
    code.toUpperCase(),
    code.toLowerCase(),
  ) as FoundProduct | undefined;
  if (byCode) return byCode;
  const byBarcode = prepared(
    db,
    'SELECT no, id, code, name FROM products WHERE barcode = ? AND deleted_at IS NULL LIMIT 2',
  ).all(code) as FoundProduct[];
  return byBarcode.length === 1 ? byBarcode[0] : undefined;
}

/** The one member of staff with this name in either script, working here or not. */
export function findStaffByName(db: ReadableDb, name: string): string | undefined {
  const rows = prepared(
    db,
    'SELECT id FROM staff WHERE lower(name) = lower(?) OR chinese_name = ? LIMIT 2',
  ).all(name, name) as { id: string }[];
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** The customer with this number of another system or this member number. */
export function findCustomerLike(
  db: ReadableDb,
  externalId: string | null,
  number: string | null,
): string | undefined {
  const row = prepared(
    db,
    `SELECT id FROM customers WHERE external_id = ? AND deleted_at IS NULL
     UNION ALL SELECT id FROM customers WHERE number = ? LIMIT 1`,
  ).get(externalId, number) as { id: string } | undefined;
  return row?.id;
}

/** Adds a way to reach somebody. */
export function insertContact(db: WritableDb, row: Insertable<CustomerContacts>): void {
  run(db, sqlBuilder.insertInto('customer_contacts').values(row));
}
