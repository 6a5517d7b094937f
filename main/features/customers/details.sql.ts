import type { Insertable, Selectable } from 'kysely';
import type {
  CustomerContacts,
  CustomerDates,
  CustomerLinks,
  CustomerNotes,
  CustomerPreferences,
} from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** How to reach somebody, in the order they were put. */
export function listContacts(db: ReadableDb, customerId: string): Selectable<CustomerContacts>[] {
  // Written out: whether somebody may be told anything is asked of one customer after the other.
  return prepared(db, 'SELECT * FROM customer_contacts WHERE customer_id = ? ORDER BY position, id').all(
    customerId,
  ) as Selectable<CustomerContacts>[];
}

/** Puts these contacts in place of all there were. */
export function replaceContacts(
  db: WritableDb,
  customerId: string,
  rows: readonly Insertable<CustomerContacts>[],
): void {
  run(db, sqlBuilder.deleteFrom('customer_contacts').where('customer_id', '=', customerId));
  for (const row of rows) run(db, sqlBuilder.insertInto('customer_contacts').values(row));
}

/** Important dates, in the order of the year. */
export function listDates(db: ReadableDb, customerId: string) {
  return all(
    db,
    sqlBuilder
      .selectFrom('customer_dates')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('month')
      .orderBy('day')
      .orderBy('id'),
  );
}

/** Puts these dates in place of all there were. */
export function replaceDates(
  db: WritableDb,
  customerId: string,
  rows: readonly Insertable<CustomerDates>[],
): void {
  run(db, sqlBuilder.deleteFrom('customer_dates').where('customer_id', '=', customerId));
  for (const row of rows) run(db, sqlBuilder.insertInto('customer_dates').values(row));
}

/** What somebody likes, or undefined when nobody asked yet. */
export function findPreferences(db: ReadableDb, customerId: string) {
  return one(
    db,
    sqlBuilder.selectFrom('customer_preferences').selectAll().where('customer_id', '=', customerId),
  );
}

/** Writes the preferences of one customer; null removes them. */
export function savePreferences(
  db: WritableDb,
  customerId: string,
  row: Insertable<CustomerPreferences> | null,
): void {
  run(db, sqlBuilder.deleteFrom('customer_preferences').where('customer_id', '=', customerId));
  if (row) run(db, sqlBuilder.insertInto('customer_preferences').values(row));
}

/** A tie to another customer as one side sees it. */
export interface LinkRow {
  id: string;
  relation: string;
  note: string | null;
  is_discreet: number;
  /** 1 when the tie was noted on the other record. */
  is_reverse: number;
  other_id: string;
  number: string;
  title: string | null;
  family_name: string | null;
  given_name: string | null;
  english_name: string | null;
  chinese_name: string | null;
  preferred_name: string | null;
  other_names: string | null;
  form_of_address: string | null;
}

const otherColumns = `o.id AS other_id, o.number, o.title, o.family_name, o.given_name, o.english_name,
  o.chinese_name, o.preferred_name, o.other_names, o.form_of_address`;

/** Ties of one customer from both sides. One noted discreetly on the other record is not among them. */
export function listLinks(db: ReadableDb, customerId: string): LinkRow[] {
  return prepared(
    db,
    `SELECT l.id, l.relation, l.note, l.is_discreet, 0 AS is_reverse, ${otherColumns}, l.created_at AS linked_at
     FROM customer_links l JOIN customers o ON o.id = l.other_customer_id
     WHERE l.customer_id = @id AND o.id <> @id AND o.deleted_at IS NULL
     UNION ALL
     SELECT l.id, l.relation, NULL, 0, 1, ${otherColumns}, l.created_at AS linked_at
     FROM customer_links l JOIN customers o ON o.id = l.customer_id
     WHERE l.other_customer_id = @id AND l.is_discreet = 0 AND o.id <> @id AND o.deleted_at IS NULL
     ORDER BY linked_at`,
  ).all({ id: customerId }) as LinkRow[];
}

/** One tie as stored. */
export function findLink(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('customer_links').selectAll().where('id', '=', id));
}

/** True when this record already names the other in this relation. */
export function hasLink(db: ReadableDb, customerId: string, otherId: string, relation: string): boolean {
  return (
    prepared(
      db,
      'SELECT 1 FROM customer_links WHERE customer_id = ? AND other_customer_id = ? AND relation = ?',
    ).get(customerId, otherId, relation) !== undefined
  );
}

/** Adds a tie. */
export function insertLink(db: WritableDb, row: Insertable<CustomerLinks>): void {
  run(db, sqlBuilder.insertInto('customer_links').values(row));
}

/** Removes a tie. */
export function deleteLink(db: WritableDb, id: string): void {
  run(db, sqlBuilder.deleteFrom('customer_links').where('id', '=', id));
}

/** One note as stored, a removed one too. */
export function findNote(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('customer_notes').selectAll().where('id', '=', id));
}

/** Adds a note. */
export function insertNote(db: WritableDb, row: Insertable<CustomerNotes>): void {
  run(db, sqlBuilder.insertInto('customer_notes').values(row));
}

/** Changes a note's words or removes it. */
export function updateNote(
  db: WritableDb,
  id: string,
  columns: { body?: string; is_discreet?: number; edited_at?: number; deleted_at?: number | null },
): void {
  run(db, sqlBuilder.updateTable('customer_notes').set(columns).where('id', '=', id));
}
