import type { OutputOf } from '@shared/contract/define';
import type { salesContract } from '@shared/contract/sales';
import type { NetLine } from '@shared/domain/purchases';
import type { ReadableDb } from '../../db/sql';
import { findCustomerName } from './customer-name.sql';
import {
  type BriefRow,
  findReceiptNumber,
  lineKey,
  listLines,
  type SaleCursor,
  type SaleRow,
  type ShownLineRow,
} from './sales.sql';

export type ShownSale = OutputOf<(typeof salesContract)['sales.forCustomer']>['sales'][number];
type Kind = ShownSale['kind'];

/** A receipt with its lines and what is left of each. */
export function toSale(
  db: ReadableDb,
  row: SaleRow,
  net: ReadonlyMap<string, NetLine>,
  staffNames: ReadonlyMap<string, string>,
): ShownSale {
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    kind: row.kind as Kind,
    returnsSaleId: row.returns_sale_id,
    returnsReceipt: row.returns_sale_id && findReceiptNumber(db, row.returns_sale_id),
    customerId: row.customer_id,
    staffName: (row.staff_id && staffNames.get(row.staff_id)) || null,
    soldAt: row.sold_at,
    soldOn: row.sold_on,
    currency: row.currency,
    totalMinor: row.total_minor,
    paymentNote: row.payment_note,
    cashMinor: row.cash_minor,
    reason: row.reason,
    note: row.note,
    flags: readFlags(row.flags),
    lines: listLines(db, row.id).map((line) => toLine(line, net.get(lineKey(line)))),
  };
}

function toLine(row: ShownLineRow, net: NetLine | undefined): ShownSale['lines'][number] {
  return {
    position: row.position,
    productId: row.product_id,
    code: row.code,
    brand: row.brand,
    reference: row.reference,
    description: row.description,
    chineseName: row.chinese_name,
    quantity: row.quantity,
    unitPriceMinor: row.unit_price_minor,
    discountMinor: row.discount_minor,
    discountReason: row.discount_reason,
    totalMinor: row.total_minor,
    serial: row.serial,
    warrantyEndsOn: row.warranty_end,
    returnedQuantity: net?.returnedQuantity ?? 0,
    cancelledQuantity: net?.cancelledQuantity ?? 0,
    // A line that gave something back was settled against what it took back: nothing of it is left.
    netQuantity: net?.netQuantity ?? 0,
    netMinor: net?.netMinor ?? 0,
  };
}

/** A receipt in one row, with the customer's name in the reader's script. */
export function toBrief(
  db: ReadableDb,
  row: BriefRow,
  staffNames: ReadonlyMap<string, string>,
  language: string,
) {
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    kind: row.kind as Kind,
    customerId: row.customer_id,
    customerName: row.customer_id && findCustomerName(db, row.customer_id, language),
    staffName: (row.staff_id && staffNames.get(row.staff_id)) || null,
    soldAt: row.sold_at,
    soldOn: row.sold_on,
    currency: row.currency,
    totalMinor: row.total_minor,
    units: row.units,
    flags: readFlags(row.flags),
  };
}

function readFlags(json: string): string[] {
  const flags: unknown = JSON.parse(json);
  return Array.isArray(flags) ? flags.filter((flag): flag is string => typeof flag === 'string') : [];
}

/** Where a page of receipts ended, as text for the next question. */
export function writeCursor(row: SaleRow | undefined): string | null {
  return row ? `${row.sold_at} ${row.id}` : null;
}

/** Reads where the last page ended; anything else starts again from the top. */
export function readCursor(text: string | undefined): SaleCursor | null {
  const match = /^(-?\d+) (\S+)$/.exec(text ?? '');
  return match ? { soldAt: Number(match[1]), id: match[2] ?? '' } : null;
}
