import { prepared, type ReadableDb } from '../../db/sql';
import type { CustomerDocument, ItemDocument, NameColumns, ProductDocument } from './documents';
import { readFound } from './found.sql';

/** What has a document in the full-text index. */
export type DocumentKind = 'customer' | 'product' | 'item';

/** A document and whose it is. */
export type Of<D> = D & { readonly id: string };

// The index is a function of everybody's rows, so its reads stand here together: once for one entity and for a thousand.
const among = 'IN (SELECT value FROM json_each(?))';

/** The documents of those of these customers who are neither deleted nor merged, in the order of the ids. */
export function readCustomers(db: ReadableDb, ids: readonly string[]): Of<CustomerDocument>[] {
  const list = JSON.stringify(ids);
  const known = readWithoutNotes(db, ids).map((document) => ({
    ...document,
    recordNumbers: [] as string[],
    notes: [] as string[],
  }));
  const found = new Map(known.map((document) => [document.id, document]));
  const notes = prepared(
    db,
    `SELECT customer_id AS id, body FROM customer_notes
     WHERE customer_id ${among} AND deleted_at IS NULL ORDER BY at DESC`,
  ).all(list) as Array<{ id: string; body: string }>;
  for (const { id, body } of notes) found.get(id)?.notes.push(body);
  for (const { id, number, body } of readFound(db, list)) {
    if (number !== null) found.get(id)?.recordNumbers.push(number);
    found.get(id)?.notes.push(body);
  }
  return known;
}

/** The same without what was written about them and without their records: read at every key that is typed. */
export function readWithoutNotes(db: ReadableDb, ids: readonly string[]): Of<CustomerDocument>[] {
  const list = JSON.stringify(ids);
  const rows = prepared(
    db,
    `SELECT id, number, external_id, family_name, given_name, english_name, chinese_name, preferred_name, other_names
     FROM customers WHERE id ${among} AND deleted_at IS NULL AND merged_into_id IS NULL`,
  ).all(list) as Array<NameColumns & { id: string; number: string; external_id: string | null }>;
  const found = new Map(
    rows.map(({ number, external_id, ...row }) => [
      row.id,
      {
        ...row,
        codes: external_id === null ? [number] : [number, external_id],
        contacts: [] as Array<{ kind: string; value: string }>,
        recordNumbers: [],
        notes: [],
      },
    ]),
  );
  for (const { id, code } of readOtherCodes(db, list)) found.get(id)?.codes.push(code);
  const contacts = prepared(
    db,
    `SELECT customer_id AS id, kind, value FROM customer_contacts WHERE customer_id ${among}`,
  ).all(list) as Array<{ id: string; kind: string; value: string }>;
  for (const { id, kind, value } of contacts) found.get(id)?.contacts.push({ kind, value });
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The names alone of these customers, in any order. */
export function readNames(db: ReadableDb, ids: readonly string[]): Of<NameColumns>[] {
  return prepared(
    db,
    `SELECT id, family_name, given_name, english_name, chinese_name, preferred_name, other_names
     FROM customers WHERE id ${among}`,
  ).all(JSON.stringify(ids)) as Of<NameColumns>[];
}

/** VIP cards, and the numbers of customers merged into these, however often: the old card in a wallet still finds them. */
function readOtherCodes(db: ReadableDb, list: string): Array<{ id: string; code: string }> {
  return prepared(
    db,
    `WITH RECURSIVE merged (kept, id) AS (
       SELECT merged_into_id, id FROM customers WHERE merged_into_id ${among}
       UNION SELECT merged.kept, c.id FROM customers c JOIN merged ON c.merged_into_id = merged.id
     )
     SELECT merged.kept AS id, c.number AS code FROM merged CROSS JOIN customers c ON c.id = merged.id
     UNION ALL
     SELECT merged.kept, c.external_id FROM merged CROSS JOIN customers c ON c.id = merged.id
       WHERE c.external_id IS NOT NULL
     UNION ALL
     SELECT merged.kept, v.card_number FROM merged CROSS JOIN vip_memberships v ON v.customer_id = merged.id
     UNION ALL
     SELECT customer_id, card_number FROM vip_memberships WHERE customer_id ${among}`,
  ).all(list, list) as Array<{ id: string; code: string }>;
}

const given = (values: ReadonlyArray<string | null>) =>
  values.filter((value): value is string => Boolean(value));

/** The documents of those of these products that are not deleted. */
export function readProducts(db: ReadableDb, ids: readonly string[]): Of<ProductDocument>[] {
  const rows = prepared(
    db,
    `SELECT id, code, brand, family, reference, barcode, name, chinese_name, category, attributes
     FROM products WHERE id ${among} AND deleted_at IS NULL`,
  ).all(JSON.stringify(ids)) as Array<
    Record<'id' | 'code' | 'name' | 'category' | 'attributes', string> &
      Record<'brand' | 'family' | 'reference' | 'barcode' | 'chinese_name', string | null>
  >;
  return rows.map((row) => ({
    id: row.id,
    codes: given([row.code, row.reference, row.barcode]),
    texts: given([row.brand, row.family, row.name, row.chinese_name, row.category]),
    attributes: row.attributes,
  }));
}

/** The documents of those of these items that are not deleted. */
export function readItems(db: ReadableDb, ids: readonly string[]): Of<ItemDocument>[] {
  const rows = prepared(
    db,
    `SELECT id, serial, movement_number FROM items WHERE id ${among} AND deleted_at IS NULL`,
  ).all(JSON.stringify(ids)) as Array<{ id: string; serial: string | null; movement_number: string | null }>;
  return rows.map((row) => ({ id: row.id, codes: given([row.serial, row.movement_number]) }));
}

/** The country whose phone numbers are written without a country code here. */
export function homeCountry(db: ReadableDb): string {
  const row = prepared(db, "SELECT value FROM meta WHERE key = 'time_zone'").get() as
    | { value: string }
    | undefined;
  return row?.value === 'Asia/Macau' ? 'MO' : 'HK';
}
