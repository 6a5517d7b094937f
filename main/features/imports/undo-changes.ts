import type { ImportUndoReport } from '@shared/contract/imports';
import { prepared, type WritableDb } from '../../db/sql';
import { indexCustomer, indexProduct } from '../search/search.sql';
import { isChangedByLater, listChanges } from './imports.sql';

/** Hears of each record that stays, and why. */
export type KeepReport = (kept: ImportUndoReport['kept'][number]) => void;

type Columns = Record<string, string | number | null>;

const tables = { customer: 'customers', product: 'products', sale: 'sales' } as const;
const labels = { customer: 'number', product: 'code', sale: 'receipt_number' } as const;

/**
 * Puts back records that were there before and that the import changed. One that was changed again since stays as it is
 * and is named. Returns how many were put back.
 */
export function restoreChanges(
  db: WritableDb,
  importId: string,
  kinds: readonly (keyof typeof tables)[],
  keep: KeepReport,
): number {
  let restored = 0;
  for (const change of listChanges(db, importId)) {
    const kind = change.entity_kind as keyof typeof tables;
    if (!kinds.includes(kind)) continue;
    const before = JSON.parse(change.before) as Columns;
    const after = JSON.parse(change.after) as Columns & Parts;
    const isBack =
      !isChangedByLater(db, importId, kind, change.entity_id) &&
      (kind === 'sale'
        ? takeLinesOff(db, change.entity_id, before, after)
        : putBack(db, kind, change.entity_id, before, after));
    if (isBack) restored += 1;
    else
      keep({
        kind: 'change',
        id: change.entity_id,
        label: labelOf(db, kind, change.entity_id),
        reason: 'CHANGED',
      });
  }
  return restored;
}

interface Parts {
  readonly $contacts?: string[];
  readonly $notes?: string[];
  readonly $price?: string;
  readonly positions?: number[];
}

function labelOf(db: WritableDb, kind: keyof typeof tables, id: string): string {
  const label = prepared(db, `SELECT ${labels[kind]} FROM main.${tables[kind]} WHERE id = ?`).pluck().get(id);
  return typeof label === 'string' ? label : '';
}

function putBack(
  db: WritableDb,
  kind: 'customer' | 'product',
  id: string,
  before: Columns,
  after: Columns & Parts,
): boolean {
  const row = prepared(db, `SELECT * FROM main.${tables[kind]} WHERE id = ?`).get(id) as Columns | undefined;
  const columns = Object.keys(before);
  if (!row || columns.some((column) => row[column] !== after[column])) return false;
  const set = columns.map((column) => `${column} = @${column}`).join(', ');
  db.prepare(`UPDATE main.${tables[kind]} SET ${set} WHERE id = @id`).run({ ...before, id });
  for (const contact of after.$contacts ?? [])
    prepared(db, 'DELETE FROM main.customer_contacts WHERE id = ?').run(contact);
  for (const note of after.$notes ?? [])
    prepared(db, 'DELETE FROM main.customer_notes WHERE id = ?').run(note);
  if (after.$price) prepared(db, 'DELETE FROM main.product_prices WHERE id = ?').run(after.$price);
  if (kind === 'customer') indexCustomer(db, id);
  else indexProduct(db, id);
  return true;
}

/** Takes the lines off again that the import added to an earlier receipt, unless one of them was given back since. */
function takeLinesOff(db: WritableDb, saleId: string, before: Columns, { positions = [] }: Parts): boolean {
  const those = { saleId, positions: JSON.stringify(positions) };
  const ofSale = '(SELECT no FROM main.sales WHERE id = @saleId)';
  const among = 'IN (SELECT value FROM json_each(@positions))';
  const isUsed = prepared(
    db,
    `SELECT 1 FROM main.sale_lines WHERE returns_sale_no = ${ofSale} AND returns_position ${among}
     UNION ALL SELECT 1 FROM main.items WHERE sale_no = ${ofSale} AND sale_position ${among} AND version > 1`,
  ).get(those);
  if (isUsed !== undefined) return false;
  prepared(db, `DELETE FROM main.items WHERE sale_no = ${ofSale} AND sale_position ${among}`).run(those);
  prepared(db, `DELETE FROM main.sale_lines WHERE sale_no = ${ofSale} AND position ${among}`).run(those);
  prepared(db, 'UPDATE main.sales SET total_minor = total_minor - ? WHERE id = ?').run(
    before.addedMinor,
    saleId,
  );
  prepared(
    db,
    'INSERT OR IGNORE INTO affected SELECT customer_id FROM main.sales WHERE id = ? AND customer_id IS NOT NULL',
  ).run(saleId);
  return true;
}
