import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { suppressContacts } from '../consents/consents.sql';
import { hashesOfContacts, suppressionsOf } from '../consents/suppressions.sql';
import { type CustomerRow, findCustomer } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { forgetWords, removeFromIndex } from '../search/search.sql';
import { type PersonalTable, personalData, tablesWithForms } from './personal-data';

export interface Erasure {
  readonly customerId: string;
  readonly at: number;
  readonly staffId: string | null;
  readonly cause: 'request' | 'retention';
  readonly requestId: string | null;
}

/** How many rows of each table an erasure concerns; tables without any are left out. */
export type RowCounts = Readonly<Record<string, number>>;

/** The record and every one that was merged into it, however long the chain. */
export function idsOfPerson(db: ReadableDb, customerId: string): string[] {
  return prepared(
    db,
    `WITH RECURSIVE person (id) AS (
       SELECT id FROM customers WHERE id = ?
       UNION SELECT c.id FROM customers c JOIN person p ON c.merged_into_id = p.id)
     SELECT id FROM person`,
  )
    .pluck()
    .all(customerId) as string[];
}

/** What half-typed forms and remembered answers could hold of a person: ids, numbers, contacts and whole names, in small letters. */
function tracesOf(db: ReadableDb, ids: readonly string[]): string[] {
  const traces = ids.flatMap((id) => {
    const row = findCustomer(db, id);
    const latin = [row?.family_name, row?.given_name].filter(Boolean).join(' ');
    const contacts = listContacts(db, id).flatMap(({ value, normalised }) => [value, normalised]);
    return [id, row?.number, row?.given_name ? latin : null, row?.chinese_name, ...contacts];
  });
  return [...new Set(traces.filter((trace) => !!trace).map((trace) => String(trace).toLowerCase()))];
}

/** The ids of everything about a person that somebody may have been changing. */
function recordsOf(db: ReadableDb, ids: readonly string[]): string[] {
  const list = JSON.stringify(ids);
  return tablesWithForms.flatMap(
    (table) =>
      prepared(db, `SELECT id FROM ${table} WHERE customer_id IN (SELECT value FROM json_each(?))`)
        .pluck()
        .all(list) as string[],
  );
}

interface Whose {
  readonly ids: string;
  readonly traces: string;
  readonly records: string;
}

/** The parameters a table's condition needs, and no more: a statement refuses a name that it does not know. */
function parametersOf({ of }: PersonalTable, whose: Whose) {
  return {
    ...(of.includes('@ids') ? { ids: whose.ids } : {}),
    ...(of.includes('@traces') ? { traces: whose.traces } : {}),
    ...(of.includes('@records') ? { records: whose.records } : {}),
  };
}

function whoseOf(db: ReadableDb, ids: readonly string[]): Whose {
  return {
    ids: JSON.stringify(ids),
    traces: JSON.stringify(tracesOf(db, ids)),
    records: JSON.stringify(recordsOf(db, ids)),
  };
}

/** What an erasure would take away or make anonymous, table by table. */
export function countPersonalRows(db: ReadableDb, customerId: string): RowCounts {
  const whose = whoseOf(db, idsOfPerson(db, customerId));
  const counts = personalData.map((entry) => {
    const count = prepared(db, `SELECT count(*) FROM ${entry.table} WHERE ${entry.of}`)
      .pluck()
      .get(parametersOf(entry, whose)) as number;
    return [entry.table, count] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function eraseTable(db: WritableDb, entry: PersonalTable, whose: Whose, now: number): number {
  const { table, of, erase } = entry;
  if (erase === null) return 0;
  const parameters = parametersOf(entry, whose);
  if (erase === 'delete') return prepared(db, `DELETE FROM ${table} WHERE ${of}`).run(parameters).changes;
  const set = Object.entries(erase)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ');
  return prepared(db, `UPDATE ${table} SET ${set} WHERE ${of}`).run({
    ...parameters,
    ...(set.includes('@now') ? { now } : {}),
  }).changes;
}

/**
 * Erases a person: every row that says something of them goes or loses what it says, sales become sales of nobody, the ways to
 * reach them go on the suppression list as keyed hashes, and an empty shell keeps the id. Call inside a transaction; cannot be
 * undone. Returns what went, or null where the person had been erased before.
 */
export function eraseCustomer(db: WritableDb, erasure: Erasure): RowCounts | null {
  const { customerId, at } = erasure;
  if (isErased(db, customerId)) return null;
  const ids = idsOfPerson(db, customerId);
  const rows = ids.map((id) => findCustomer(db, id)).filter((row): row is CustomerRow => row !== undefined);
  const items = prepared(db, 'SELECT id FROM items WHERE customer_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(ids)) as string[];
  const whose = whoseOf(db, ids);
  for (const id of ids) suppressContacts(db, id, 'erased', at);
  const hashes = new Set([
    ...ids.flatMap((id) => suppressionsOf(db, id).contactHashes),
    ...hashesOfNumbers(
      db,
      rows.flatMap(({ number, external_id }) => [number, external_id]),
    ),
  ]);

  const counts: Record<string, number> = {};
  overwriting(db, () => {
    db.pragma('defer_foreign_keys = ON');
    for (const id of ids) prepared(db, 'INSERT INTO erasing (customer_id) VALUES (?)').run(id);
    for (const id of ids) removeFromIndex(db, 'customer', id);
    for (const id of items) removeFromIndex(db, 'item', id);
    for (const entry of [...personalData].reverse()) {
      const changed = eraseTable(db, entry, whose, at);
      if (changed > 0) counts[entry.table] = changed;
    }
    insertErasures(db, erasure, ids, hashes, counts);
    prepared(db, 'DELETE FROM erasing').run();
  });
  for (const row of rows) forgetWords(db, row);
  return counts;
}

/** What is deleted meanwhile is overwritten in the file, not only forgotten. */
export function overwriting<T>(db: WritableDb, work: () => T): T {
  const before = db.pragma('secure_delete', { simple: true }) as number;
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.pragma(`secure_delete = ${before}`);
  }
}

/** A row for the record and one for each that was merged into it: none of them may come back. */
function insertErasures(
  db: WritableDb,
  { customerId, at, staffId, cause, requestId }: Erasure,
  ids: readonly string[],
  hashes: ReadonlySet<string>,
  counts: RowCounts,
): void {
  const insert = prepared(
    db,
    `INSERT OR IGNORE INTO erasures (id, customer_id, at, staff_id, cause, request_id, counts)
     VALUES (@id, @customerId, @at, @staffId, @cause, @requestId, @counts)`,
  );
  const addHash = prepared(db, 'INSERT OR IGNORE INTO erasure_contacts (erasure_id, hash) VALUES (?, ?)');
  for (const id of ids) {
    const isRecord = id === customerId;
    const erasureId = newId();
    insert.run({
      id: erasureId,
      customerId: id,
      at,
      staffId,
      cause,
      requestId,
      counts: JSON.stringify(isRecord ? counts : {}),
    });
    if (isRecord) for (const hash of hashes) addHash.run(erasureId, hash);
  }
}

/** True for a record that was erased. */
export function isErased(db: ReadableDb, customerId: string): boolean {
  return prepared(db, 'SELECT 1 FROM erasures WHERE customer_id = ?').get(customerId) !== undefined;
}

interface ErasureRow {
  readonly id: string;
  readonly customer_id: string;
  readonly at: number;
  readonly staff_id: string | null;
  readonly cause: 'request' | 'retention';
  readonly request_id: string | null;
  readonly counts: string;
}

/**
 * Does in `to` (a restored database) every erasure that `from` (the one it replaces) knows: an older copy must not bring anybody
 * back. Those of whom the copy knows nothing are remembered all the same, against a later import. Returns how many people were
 * erased anew. Call inside a transaction, after the suppressions were carried.
 */
export function carryErasures(from: ReadableDb, to: WritableDb): number {
  const hasErasures = prepared(from, `SELECT 1 FROM sqlite_schema WHERE name = 'erasures'`).get();
  if (!hasErasures) return 0;
  const rows = prepared(from, 'SELECT * FROM erasures ORDER BY id').all() as ErasureRow[];
  const hashesOf = prepared(from, 'SELECT hash FROM erasure_contacts WHERE erasure_id = ?').pluck();
  let erased = 0;
  for (const row of rows) {
    const hashes = new Set(hashesOf.all(row.id) as string[]);
    if (isErased(to, row.customer_id)) continue;
    const erasure: Erasure = {
      customerId: row.customer_id,
      at: row.at,
      staffId: row.staff_id,
      cause: row.cause,
      requestId: row.request_id,
    };
    if (findCustomer(to, row.customer_id)) {
      eraseCustomer(to, erasure);
      erased += 1;
    } else insertErasures(to, erasure, [row.customer_id], hashes, JSON.parse(row.counts) as RowCounts);
  }
  return erased;
}

/** Member numbers, here and in other systems, under the same key: old files know people by them. */
function hashesOfNumbers(db: ReadableDb, numbers: readonly (string | null | undefined)[]): string[] {
  return hashesOfContacts(
    db,
    numbers.filter((number) => !!number).map((number) => ({ kind: 'number', normalised: String(number) })),
  );
}

/** True where a contact or number was an erased person's: an import does not bring them back. */
export function wasErased(
  db: ReadableDb,
  known: {
    contacts?: readonly { kind: string; normalised: string }[];
    numbers: readonly (string | null | undefined)[];
  },
): boolean {
  // Most shops have erased nobody, and an import asks for each of its rows.
  if (prepared(db, 'SELECT 1 FROM erasure_contacts LIMIT 1').get() === undefined) return false;
  const hashes = [...hashesOfContacts(db, known.contacts ?? []), ...hashesOfNumbers(db, known.numbers)];
  const find = prepared(db, 'SELECT 1 FROM erasure_contacts WHERE hash = ? LIMIT 1');
  return hashes.some((hash) => find.get(hash) !== undefined);
}

/** How many of a person's sales since an instant were of precious goods for cash: the dealers' regime asks for their records. */
export function countCashSales(db: ReadableDb, ids: readonly string[], since: number): number {
  return prepared(
    db,
    `SELECT count(*) FROM sales s WHERE s.customer_id IN (SELECT value FROM json_each(@ids)) AND s.sold_at >= @since
       AND EXISTS (SELECT 1 FROM json_each(s.flags) WHERE value = 'precious-cash')`,
  )
    .pluck()
    .get({ ids: JSON.stringify(ids), since }) as number;
}
