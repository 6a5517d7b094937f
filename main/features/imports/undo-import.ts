import type { ImportUndoReport } from '@shared/contract/imports';
import { type DatabaseLocation, openForWriting } from '../../db/open';
import { prepared, type WritableDb } from '../../db/sql';
import { type AuditHead, appendAudit } from '../../kernel/audit';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import { rebuildTotals } from '../sales/sales.sql';
import { removeFromIndex } from '../search/search.sql';
import { findImport, markUndone } from './imports.sql';
import { listReferences } from './references.sql';
import { type KeepReport, restoreChanges } from './undo-changes';

/** What a worker needs to take an import back; plain data. */
export interface UndoJobInput {
  readonly location: DatabaseLocation;
  readonly importId: string;
  readonly requestId: string;
  readonly staffId: string;
  readonly counter: string;
  readonly now: number;
}

export interface UndoJobOutput {
  readonly report: ImportUndoReport;
  readonly head: AuditHead;
}

type Kept = ImportUndoReport['kept'][number];

const KEPT_NAMED = 300;

/**
 * Takes a whole import back in one transaction: what it made is removed, what it changed is put back. A customer with a new
 * sale, a product in a need, a receipt that was returned since stay, and are named.
 */
export function undoImport(input: UndoJobInput, context: JobContext): UndoJobOutput {
  const db = openForWriting(input.location, { isPatient: true });
  // The references are looked at once for all, below; one by one they would take minutes.
  db.pragma('foreign_keys = OFF');
  db.pragma('wal_autocheckpoint = 0');
  try {
    db.exec('BEGIN IMMEDIATE');
    const output = undo(db, input, context);
    if (context.isCancelled()) throw new Failure('CANCELLED');
    db.exec('COMMIT');
    db.pragma('wal_checkpoint(PASSIVE)');
    return output;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.close();
  }
}

function undo(db: WritableDb, input: UndoJobInput, context: JobContext): UndoJobOutput {
  const { importId, now } = input;
  const row = findImport(db, importId);
  if (!row) throw new Failure('IMPORT_NOT_FOUND');
  if (row.status === 'undone') throw new Failure('IMPORT_ALREADY_UNDONE');
  const kept: Kept[] = [];
  let keptCount = 0;
  const keep: KeepReport = (entry) => {
    keptCount += 1;
    if (kept.length < KEPT_NAMED) kept.push(entry);
  };
  const step = (name: string) => {
    if (context.isCancelled()) throw new Failure('CANCELLED');
    context.progress(`imports.step.${name}`, 0, null);
  };
  db.exec('CREATE TEMP TABLE gone (kind TEXT, id TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID');
  db.exec('CREATE TEMP TABLE affected (id TEXT PRIMARY KEY) WITHOUT ROWID');
  step('undoReceipts');
  const restoredSales = restoreChanges(db, importId, ['sale'], keep);
  const receipts = removeReceipts(db, input, keep);
  step('undoProducts');
  if (receipts + restoredSales > 0) forgetDescriptions(db);
  const products = removeProducts(db, importId, keep);
  step('undoCustomers');
  const customers = removeCustomers(db, input, keep);
  const restored = restoredSales + restoreChanges(db, importId, ['customer', 'product'], keep);
  step('totals');
  refreshTotals(db);
  db.prepare('DELETE FROM import_keys WHERE entity_id IN (SELECT id FROM gone)').run();
  markUndone(db, importId, now);
  const head = appendAudit(db, input.counter, {
    at: now,
    staffId: input.staffId,
    operation: 'imports.undo',
    outcome: 'done',
    entityKind: 'import',
    entityId: importId,
    fields: [row.kind],
    requestId: input.requestId,
  });
  const report = { removed: { receipts, products, customers }, restored, kept, keptCount };
  return { report, head };
}

/** Words that stand on no receipt line any more: found by one walk through all lines, as an undo is rare. */
function forgetDescriptions(db: WritableDb): void {
  db.exec('DELETE FROM main.descriptions WHERE no NOT IN (SELECT description_no FROM main.sale_lines)');
}

/** Marks as gone what the import made and nobody else refers to; `own` are tables whose rows go with the record. */
function chooseGone(
  db: WritableDb,
  { table, kind, importId, untouched }: { table: string; kind: string; importId: string; untouched: string },
  own: readonly string[],
): void {
  db.prepare(
    `INSERT INTO gone SELECT '${kind}', id FROM main.${table} WHERE import_id = ? AND ${untouched}`,
  ).run(importId);
  for (const { table: from, column, by } of listReferences(db, table)) {
    if (own.includes(`${from}.${column}`)) continue;
    const used =
      by === 'id'
        ? `id IN (SELECT ${column} FROM main.${from} WHERE ${column} IS NOT NULL)`
        : `EXISTS (SELECT 1 FROM main.${table} t JOIN main.${from} x ON x.${column} = t.${by} WHERE t.id = gone.id)`;
    db.prepare(`DELETE FROM gone WHERE kind = '${kind}' AND ${used}`).run();
  }
}

function nameKept(
  db: WritableDb,
  table: string,
  kind: Kept['kind'],
  label: string,
  importId: string,
  keep: KeepReport,
) {
  const rows = db
    .prepare(
      `SELECT id, ${label} AS label FROM main.${table} t WHERE import_id = ? AND deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM gone WHERE kind = ? AND id = t.id)`,
    )
    .iterate(importId, kind) as Iterable<{ id: string; label: string }>;
  for (const { id, label: text } of rows) keep({ kind, id, label: text, reason: 'USED' });
}

function removeReceipts(db: WritableDb, { importId, now }: UndoJobInput, keep: KeepReport): number {
  chooseGone(db, { table: 'sales', kind: 'receipt', importId, untouched: 'deleted_at IS NULL' }, [
    'sale_lines.sale_no',
  ]);
  const ofGone = `(SELECT s.no FROM gone g CROSS JOIN main.sales s ON s.id = g.id WHERE g.kind = 'receipt')`;
  // An item that was changed at the counter since keeps its receipt; so does a line that somebody gave back.
  db.prepare(
    `DELETE FROM gone WHERE kind = 'receipt' AND id IN (
       SELECT s.id FROM main.items i JOIN main.sales s ON s.no = i.sale_no
       WHERE i.import_id IS NOT ? OR i.version > 1)`,
  ).run(importId);
  db.prepare(
    `DELETE FROM gone WHERE kind = 'receipt' AND id IN (
       SELECT s.id FROM main.sale_lines r JOIN main.sales s ON s.no = r.returns_sale_no
       WHERE r.returns_sale_no IS NOT NULL)`,
  ).run();
  db.exec(
    `INSERT OR IGNORE INTO affected SELECT s.customer_id FROM main.sales s JOIN gone g ON g.kind = 'receipt' AND g.id = s.id
     WHERE s.customer_id IS NOT NULL`,
  );
  nameKept(db, 'sales', 'receipt', 'receipt_number', importId, keep);
  const items = prepared(db, `SELECT id FROM main.items WHERE sale_no IN ${ofGone}`)
    .pluck()
    .all() as string[];
  for (const id of items) removeFromIndex(db, 'item', id);
  db.exec(`DELETE FROM main.items WHERE sale_no IN ${ofGone}`);
  db.exec(`DELETE FROM main.sale_lines WHERE sale_no IN ${ofGone}`);
  // A number that several of them bear is taken out with the last: none may still stand by then.
  db.prepare(
    "UPDATE main.sales SET deleted_at = ? WHERE id IN (SELECT id FROM gone WHERE kind = 'receipt')",
  ).run(now);
  for (const id of goneIds(db, 'receipt')) removeFromIndex(db, 'sale', id);
  return db.prepare("DELETE FROM main.sales WHERE id IN (SELECT id FROM gone WHERE kind = 'receipt')").run()
    .changes;
}

function removeProducts(db: WritableDb, importId: string, keep: KeepReport): number {
  const untouched = 'version = 1 AND updated_at = created_at AND deleted_at IS NULL';
  chooseGone(db, { table: 'products', kind: 'product', importId, untouched }, ['product_prices.product_id']);
  forgetChangedByImports(db, 'product', importId);
  nameKept(db, 'products', 'product', 'code', importId, keep);
  db.exec("DELETE FROM main.product_prices WHERE product_id IN (SELECT id FROM gone WHERE kind = 'product')");
  for (const id of goneIds(db, 'product')) removeFromIndex(db, 'product', id);
  return db
    .prepare("DELETE FROM main.products WHERE id IN (SELECT id FROM gone WHERE kind = 'product')")
    .run().changes;
}

const ownOfCustomer = [
  'customer_contacts.customer_id',
  'customer_totals.customer_id',
  'customer_notes.customer_id',
];

function removeCustomers(db: WritableDb, { importId, now }: UndoJobInput, keep: KeepReport): number {
  const untouched =
    'version = 1 AND updated_at = created_at AND deleted_at IS NULL AND merged_into_id IS NULL';
  const consents = 'consent_events.customer_id';
  chooseGone(db, { table: 'customers', kind: 'customer', importId, untouched }, [...ownOfCustomer, consents]);
  // Notes and consents of the import carry its own time; any other is somebody's work.
  for (const [table, at] of [
    ['customer_notes', 'at'],
    ['consent_events', 'recorded_at'],
  ]) {
    db.exec(
      `DELETE FROM gone WHERE kind = 'customer' AND id IN (
         SELECT x.customer_id FROM main.${table} x JOIN main.customers c ON c.id = x.customer_id WHERE x.${at} <> c.created_at)`,
    );
  }
  db.exec("DELETE FROM gone WHERE kind = 'customer' AND id IN (SELECT own_customer_id FROM main.staff)");
  forgetChangedByImports(db, 'customer', importId);
  nameKept(db, 'customers', 'customer', 'number', importId, keep);
  const hidden = hideConsented(db, now, keep);
  for (const id of goneIds(db, 'customer')) removeFromIndex(db, 'customer', id);
  const gone = "(SELECT id FROM gone WHERE kind = 'customer')";
  for (const table of ['customer_contacts', 'customer_notes', 'customer_totals'])
    db.exec(`DELETE FROM main.${table} WHERE customer_id IN ${gone}`);
  db.exec(`DELETE FROM main.customer_views WHERE customer_id IN ${gone}`);
  return hidden + db.prepare(`DELETE FROM main.customers WHERE id IN ${gone}`).run().changes;
}

/** What a file claimed about consent is never deleted: such a customer is removed from sight, and the trail stays. */
function hideConsented(db: WritableDb, now: number, keep: KeepReport): number {
  const rows = db
    .prepare(
      `SELECT c.id, c.number FROM main.customers c JOIN gone g ON g.kind = 'customer' AND g.id = c.id
       WHERE EXISTS (SELECT 1 FROM main.consent_events e WHERE e.customer_id = c.id)`,
    )
    .all() as { id: string; number: string }[];
  for (const { id, number } of rows) {
    prepared(db, 'UPDATE main.customers SET deleted_at = ? WHERE id = ?').run(now, id);
    prepared(db, "DELETE FROM gone WHERE kind = 'customer' AND id = ?").run(id);
    prepared(db, 'DELETE FROM import_keys WHERE entity_id = ?').run(id);
    removeFromIndex(db, 'customer', id);
    keep({ kind: 'customer', id, label: number, reason: 'CONSENT' });
  }
  return rows.length;
}

/** A record that a later import changed is not this import's to remove. */
function forgetChangedByImports(db: WritableDb, kind: string, importId: string): void {
  db.prepare(
    `DELETE FROM gone WHERE kind = ? AND id IN (
       SELECT entity_id FROM import_changes WHERE entity_kind = ? AND import_id <> ?)`,
  ).run(kind, kind, importId);
}

function goneIds(db: WritableDb, kind: string): string[] {
  return db.prepare('SELECT id FROM gone WHERE kind = ?').pluck().all(kind) as string[];
}

function refreshTotals(db: WritableDb): void {
  const left = db
    .prepare('SELECT id FROM affected WHERE id NOT IN (SELECT id FROM gone)')
    .pluck()
    .all() as string[];
  for (const id of left) rebuildTotals(db, id);
}
