import type { ImportReport } from '@shared/contract/imports';
import { foldText } from '@shared/domain/names';
import { prepared, type WritableDb } from '../../db/sql';
import { newId, newIdSeries } from '../../kernel/ids';
import { blankEvent, insertConsentEvent, listConsentEvents } from '../consents/consents.sql';
import { type CustomerRow, findCustomer, insertCustomer, updateCustomer } from '../customers/customers.sql';
import { insertNote, listContacts } from '../customers/details.sql';
import { isErased, wasErased } from '../privacy/erase.sql';
import { indexCustomer } from '../search/search.sql';
import { blankCustomer } from './blank-records';
import { type CustomerColumns, type CustomerRecord, customerRowReader } from './customer-rows';
import type { ImportTask } from './import-job-types';
import { findImported, insertChange, insertKey } from './imports.sql';
import { findCustomerLike, findStaffByName, insertContact, standing } from './lookups.sql';
import type { StepReport } from './publish-purchases';
import { reserveNumbers, skipNumber } from './reserve-numbers.sql';
import { keyOf, RowRefused, refuseRow } from './row-values';
import type { Findings, Refusals } from './stage';
import { eachStaged } from './staged-rows';

/** Takes the rows of a customer list into the stage. */
export function startCustomerRecords(
  db: WritableDb,
  task: ImportTask,
  refusals: Refusals,
  findings: Findings,
) {
  const recordOf = customerRowReader(task, findings, (name) => findStaffByName(db, name));
  const ids = newIdSeries();
  const insert = db.prepare(
    'INSERT INTO stage.records (no, line, key, id, action, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = db.prepare('SELECT content FROM stage.records WHERE key = ?').pluck();
  const takenBy = db.prepare('SELECT 1 FROM stage.records WHERE id = ?').pluck();
  db.exec('CREATE INDEX IF NOT EXISTS stage.records_by_id ON records (id)');
  let last = 0;
  let unchanged = 0;
  const take = (line: number, cells: readonly string[]) => {
    const record = recordOf(cells);
    const key = customerKey(record);
    const content = JSON.stringify(record);
    const earlier = find.get(key) as string | undefined;
    if (earlier === content) {
      findings.add('ROWS_TWICE');
      unchanged += 1;
      return;
    }
    if (earlier !== undefined) refuseRow('CUSTOMER_TWICE');
    const existing = findExisting(db, key, record);
    if (existing && takenBy.get(existing.id) !== undefined) refuseRow('CUSTOMER_TWICE');
    const action = !existing ? 'insert' : isChanged(db, existing, record, task) ? 'update' : 'none';
    if (action === 'none') unchanged += 1;
    last += 1;
    insert.run(last, line, key, existing?.id ?? ids.at(last), action, content);
  };
  return {
    take(line: number, cells: readonly string[]) {
      try {
        take(line, cells);
      } catch (error) {
        if (!(error instanceof RowRefused)) throw error;
        refusals.add(line, cells, error.code, error.params);
      }
    },
    finish: () => unchanged,
  };
}

const nameParts = ['family_name', 'given_name', 'english_name', 'chinese_name'] as const;

function nameOf(columns: Readonly<Partial<Record<(typeof nameParts)[number], string | null>>>): string {
  return nameParts.map((part) => foldText(columns[part] ?? '').replace(/\s+/g, '')).join('|');
}

/** By which a row is known again: its number, else contact and name, else name and birthday. */
function customerKey({ columns, number, contacts }: CustomerRecord): string {
  if (columns.external_id !== undefined) return keyOf('id', columns.external_id);
  if (number !== null) return keyOf('member', number);
  const name = nameOf(columns);
  const contact = contacts[0];
  if (contact) return keyOf('contact', contact.kind, contact.normalised, name);
  const { birth_year = '', birth_month = '', birth_day = '', address = '' } = columns;
  return keyOf('name', name, `${birth_year}-${birth_month}-${birth_day}`, foldText(address));
}

/** The record the row is about: of an earlier import, of the same number, or of the same name and contact. */
function findExisting(db: WritableDb, key: string, record: CustomerRecord): CustomerRow | undefined {
  const id =
    findImported(db, 'customer', key) ??
    findCustomerLike(db, record.columns.external_id ?? null, record.number) ??
    findByContact(db, record);
  if (id === undefined) {
    // A person who was erased is not brought back by an old file; somebody at the counter may write them down anew.
    const numbers = [record.columns.external_id, record.number];
    if (wasErased(db, { contacts: record.contacts, numbers })) refuseRow('CUSTOMER_ERASED');
    return undefined;
  }
  const { id: standingId, isRemoved } = standing(db, id);
  if (isRemoved) refuseRow(isErased(db, standingId) ? 'CUSTOMER_ERASED' : 'CUSTOMER_REMOVED');
  return findCustomer(db, standingId);
}

function findByContact(db: WritableDb, { columns, contacts, number }: CustomerRecord): string | undefined {
  // Two numbers are two people, whatever phone they share.
  if (columns.external_id !== undefined || number !== null) return undefined;
  const name = nameOf(columns);
  const find = prepared(
    db,
    `SELECT c.* FROM customer_contacts k JOIN customers c ON c.id = k.customer_id
     WHERE k.normalised = ? AND k.kind = ? AND c.deleted_at IS NULL AND c.merged_into_id IS NULL`,
  );
  for (const { kind, normalised } of contacts) {
    const same = (find.all(normalised, kind) as CustomerRow[]).find((row) => nameOf(row) === name);
    if (same) return same.id;
  }
  return undefined;
}

interface CustomerChanges {
  readonly columns: CustomerColumns;
  readonly contacts: CustomerRecord['contacts'];
  readonly note: string | null;
  readonly claims: CustomerRecord['claims'];
}

/** What the row adds to a record that is there. A claimed yes would add nothing to what the shop asked itself; a no does. */
function changesOf(
  db: WritableDb,
  row: CustomerRow,
  record: CustomerRecord,
  task: ImportTask,
): CustomerChanges {
  const replaces = task.options.existing === 'replace';
  const changed = Object.entries(record.columns).filter(([column, value]) => {
    const now = row[column as keyof CustomerRow];
    return now !== value && (replaces || now === null);
  });
  const known = new Set(listContacts(db, row.id).map(({ kind, normalised }) => `${kind}:${normalised}`));
  const hasNote = prepared(db, 'SELECT 1 FROM customer_notes WHERE customer_id = ? AND body = ?');
  return {
    columns: Object.fromEntries(changed) as CustomerColumns,
    contacts: record.contacts.filter(({ kind, normalised }) => !known.has(`${kind}:${normalised}`)),
    note: record.note !== null && hasNote.get(row.id, record.note) === undefined ? record.note : null,
    claims: record.claims.filter(({ channel, accepts }) => !accepts && !hasDeclined(db, row.id, channel)),
  };
}

function isChanged(db: WritableDb, row: CustomerRow, record: CustomerRecord, task: ImportTask): boolean {
  const { columns, contacts, note, claims } = changesOf(db, row, record, task);
  return Object.keys(columns).length > 0 || contacts.length > 0 || note !== null || claims.length > 0;
}

function hasDeclined(db: WritableDb, customerId: string, channel: string): boolean {
  return listConsentEvents(db, customerId).some(
    (event) =>
      (event.kind === 'declined' || event.kind === 'withdrawn') &&
      (event.purpose === 'all' || event.purpose === 'direct-marketing') &&
      (event.channels === 'all' || event.channels.some((other) => other === channel)),
  );
}

/** Moves staged customers into the shop, inside the caller's transaction. */
export function publishCustomerRecords(db: WritableDb, task: ImportTask, step: StepReport): void {
  const total = db.prepare('SELECT count(*) FROM stage.records').pluck().get() as number;
  const unnumbered = db
    .prepare(
      "SELECT count(*) FROM stage.records WHERE action = 'insert' AND content LIKE '{\"number\":null%'",
    )
    .pluck()
    .get() as number;
  const numbers = reserveNumbers(db, task.counter, 'member', unnumbered);
  const staged = db.prepare(
    "SELECT no, key, id, action, content FROM stage.records WHERE action <> 'none' AND no > ? ORDER BY no LIMIT 500",
  );
  type Row = { no: number; key: string; id: string; action: string; content: string };
  for (const row of eachStaged<Row>(staged)) {
    const record = JSON.parse(row.content) as CustomerRecord;
    if (row.action === 'insert') {
      createCustomer(db, task, row.id, record, numbers);
      insertKey(db, 'customer', row.key, row.id, task.importId);
    } else changeCustomer(db, task, row.id, record);
    indexCustomer(db, row.id);
    if (row.no % 200 === 0) step('customers', row.no, total);
  }
}

function createCustomer(
  db: WritableDb,
  task: ImportTask,
  id: string,
  record: CustomerRecord,
  numbers: () => string,
): void {
  if (record.number !== null) skipNumber(db, task.counter, 'member', record.number);
  insertCustomer(db, { ...blankCustomer(task, id, record.number ?? numbers()), ...record.columns });
  addContacts(db, id, record.contacts, 0);
  if (record.note !== null) addNote(db, task, id, record.note);
  for (const claim of record.claims) addClaim(db, task, id, claim);
}

function changeCustomer(db: WritableDb, task: ImportTask, id: string, record: CustomerRecord): void {
  const row = findCustomer(db, id);
  if (!row) return;
  const { columns, contacts, note, claims } = changesOf(db, row, record, task);
  const after = { ...columns, version: row.version + 1, updated_at: task.now };
  const before = Object.fromEntries(
    Object.keys(after).map((column) => [column, row[column as keyof CustomerRow]]),
  );
  updateCustomer(db, id, after);
  const $contacts = addContacts(db, id, contacts, listContacts(db, id).length);
  const $notes = note === null ? [] : [addNote(db, task, id, note)];
  for (const claim of claims) addClaim(db, task, id, claim);
  insertChange(db, task.importId, 'customer', id, before, { ...after, $contacts, $notes });
}

function addContacts(
  db: WritableDb,
  customerId: string,
  contacts: CustomerRecord['contacts'],
  from: number,
): string[] {
  return contacts.map((contact, index) => {
    const id = newId();
    insertContact(db, { ...contact, id, customer_id: customerId, label: null, position: from + index });
    return id;
  });
}

function addNote(db: WritableDb, task: ImportTask, customerId: string, body: string): string {
  const id = newId();
  insertNote(db, { id, customer_id: customerId, author_id: task.staffId, at: task.now, body });
  return id;
}

/** "Accepts marketing" in a file names no notice, form or time: it permits nothing. A "no" is a no at once. */
function addClaim(
  db: WritableDb,
  task: ImportTask,
  customerId: string,
  { channel, accepts }: CustomerRecord['claims'][number],
): void {
  insertConsentEvent(
    db,
    {
      ...blankEvent,
      id: newId(),
      customer_id: customerId,
      kind: accepts ? 'imported-claim' : 'declined',
      regime: 'hk-pdpo',
      purpose: 'direct-marketing',
      channels: JSON.stringify([channel]),
      goods_classes: JSON.stringify('all'),
      note: task.fileName,
      staff_id: task.staffId,
      at: task.now,
    },
    task.now,
  );
}

/** What the stage would bring. */
export function reportCustomers(db: WritableDb): Pick<ImportReport, 'created' | 'changed' | 'totals'> {
  const count = (action: string) =>
    prepared(db, 'SELECT count(*) FROM stage.records WHERE action = ?').pluck().get(action) as number;
  return {
    created: { customers: count('insert'), products: 0, receipts: 0, lines: 0, items: 0 },
    changed: { customers: count('update'), products: 0, receipts: 0 },
    totals: [],
  };
}
