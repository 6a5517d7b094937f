import type { SaleAttachment } from '@shared/contract/sales';
import type { Insertable, Selectable } from 'kysely';
import type { SaleAttachments } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { findCustomerName } from './customer-name.sql';

export type AttachmentRow = Selectable<SaleAttachments>;

/** Writes down whose a receipt is from now on. */
export function insertAttachment(db: WritableDb, row: Insertable<SaleAttachments>): void {
  run(db, sqlBuilder.insertInto('sale_attachments').values(row));
}

/** One attachment. */
export function findAttachment(db: ReadableDb, id: string): AttachmentRow | undefined {
  return prepared(db, 'SELECT * FROM sale_attachments WHERE id = ?').get(id) as AttachmentRow | undefined;
}

/** The last one of a receipt that was not undone. */
export function findLastAttachment(db: ReadableDb, saleId: string): AttachmentRow | undefined {
  return prepared(
    db,
    'SELECT * FROM sale_attachments WHERE sale_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1',
  ).get(saleId) as AttachmentRow | undefined;
}

/** Marks one as taken back. */
export function undoAttachment(db: WritableDb, id: string, undone: { at: number; by: string }): void {
  prepared(db, 'UPDATE sale_attachments SET undone_at = @at, undone_by = @by WHERE id = @id').run({
    id,
    ...undone,
  });
}

/** How a receipt came to be whose it is, the last first. */
export function listAttachments(db: ReadableDb, saleId: string, language: string): SaleAttachment[] {
  const rows = prepared(
    db,
    `SELECT a.*, s.name AS staff_name FROM sale_attachments a JOIN staff s ON s.id = a.staff_id
     WHERE a.sale_id = ? ORDER BY a.id DESC`,
  ).all(saleId) as (AttachmentRow & { staff_name: string })[];
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.staff_name,
    from: row.from_customer_id && findCustomerName(db, row.from_customer_id, language),
    to: findCustomerName(db, row.to_customer_id, language),
    reason: row.reason,
    isUndone: row.undone_at !== null,
  }));
}

/** Gives a receipt, and what came back against it, to somebody or to nobody. */
export function setBuyer(db: WritableDb, saleId: string, customerId: string | null): void {
  prepared(
    db,
    'UPDATE sales SET customer_id = @customerId WHERE (id = @saleId OR returns_sale_id = @saleId) AND deleted_at IS NULL',
  ).run({ saleId, customerId });
}

/** Changes what the receipt is to the staff. */
export function setFlags(db: WritableDb, saleId: string, flags: string): void {
  prepared(db, 'UPDATE sales SET flags = ? WHERE id = ?').run(flags, saleId);
}

const itemsOfIt = 'SELECT i.id FROM items i WHERE i.sale_no = (SELECT no FROM sales WHERE id = @saleId)';

/** True where something was built on a receipt or its items that belongs to whoever it belongs to. */
export function isBuiltOn(db: ReadableDb, saleId: string): boolean {
  const uses = [
    `SELECT 1 FROM service_jobs WHERE item_id IN (${itemsOfIt})`,
    `SELECT 1 FROM complaints WHERE sale_id = @saleId OR item_id IN (${itemsOfIt})`,
    'SELECT 1 FROM feedback WHERE sale_id = @saleId',
    `SELECT 1 FROM handovers WHERE item_id IN (${itemsOfIt})`,
    `SELECT 1 FROM benefit_uses WHERE undone_at IS NULL AND item_id IN (${itemsOfIt})`,
    `SELECT 1 FROM resale_flags WHERE item_id IN (${itemsOfIt})`,
    'SELECT 1 FROM quotations WHERE sale_id = @saleId',
  ];
  return uses.some((use) => prepared(db, `${use} LIMIT 1`).get({ saleId }) !== undefined);
}
