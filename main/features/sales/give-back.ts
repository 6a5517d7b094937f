import { netPurchases } from '@shared/domain/purchases';
import type { ReadableDb, WritableDb } from '../../db/sql';
import type { CommandContext } from '../../kernel/handlers';
import { listItemsOfLine, updateItem } from '../items/items.sql';
import { changeStock } from '../products/products.sql';
import { indexItem, indexSale } from '../search/search.sql';
import { insertSale, insertSaleLine, type NewSaleLine, type SaleLineRow, type SaleRow } from './sales.sql';
import { listSalesForNetting, listSaleWithReturns, rebuildTotals } from './totals.sql';

/** What is still with the customer of one line: how many, and what was paid for them in minor units. */
export interface Remaining {
  readonly quantity: number;
  readonly minor: number;
}

/** What is left of each line of a receipt, by its `lineKey` and the netting rules; also of receipts that an import brought without links. */
export function remainingOf(db: ReadableDb, sale: SaleRow): Map<string, Remaining> {
  const sales = sale.customer_id
    ? listSalesForNetting(db, sale.customer_id).filter(({ currency }) => currency === sale.currency)
    : listSaleWithReturns(db, sale.id);
  const lines = netPurchases(sales).lines.filter(({ saleId }) => saleId === sale.id);
  return new Map(lines.map((line) => [line.lineId, { quantity: line.netQuantity, minor: line.netMinor }]));
}

/**
 * What is paid back for `quantity` of the remaining ones, in minor units: a proportional part rounded down, and all
 * that is left with the last, so that the parts always add up to what was paid.
 */
export function payBack(remaining: Remaining, quantity: number): number {
  if (quantity === remaining.quantity) return remaining.minor;
  return Math.floor((remaining.minor * quantity) / remaining.quantity);
}

/** One line given back. */
export interface Back {
  readonly line: SaleLineRow;
  readonly quantity: number;
  readonly minor: number;
}

/** Writes the receipt of a return or cancellation with its lines, and everything that follows from it. */
export function writeBack(
  context: CommandContext,
  original: SaleRow,
  backs: readonly Back[],
  how: {
    kind: 'return' | 'cancellation';
    reason: string;
    paymentNote: string | null;
    isBackInStock: boolean;
  },
): SaleRow {
  const { db, now, today, staff, newId, nextNumber } = context;
  const sale = insertSale(db, {
    id: newId(),
    receipt_number: `S${nextNumber('receipt')}`,
    kind: how.kind,
    returns_sale_id: original.id,
    customer_id: original.customer_id,
    staff_id: staff.staffId,
    sold_at: now,
    sold_on: today,
    currency: original.currency,
    total_minor: -backs.reduce((sum, { minor }) => sum + minor, 0),
    payment_note: how.paymentNote || null,
    cash_minor: null,
    reason: how.reason,
    note: null,
    flags: '[]',
    country: original.country,
    import_id: null,
    created_at: now,
    deleted_at: null,
  });
  backs.forEach((back, position) => {
    insertSaleLine(db, backLine(back, sale.no, position));
    if (back.line.product_id && how.isBackInStock) changeStock(db, back.line.product_id, back.quantity, now);
    takeItemsBack(db, back, how.kind, now);
  });
  if (original.customer_id) rebuildTotals(db, original.customer_id);
  indexSale(db, sale.id);
  return sale;
}

function backLine({ line, quantity, minor }: Back, saleNo: number, position: number): NewSaleLine {
  return {
    sale_no: saleNo,
    position,
    product_id: line.product_id,
    description: line.description,
    quantity: -quantity,
    unit_price_minor: line.unit_price_minor,
    // What makes quantity × price − discount the line's total, with the receipt's sign.
    discount_minor: minor - quantity * line.unit_price_minor,
    discount_reason: line.discount_reason,
    total_minor: -minor,
    serial: line.serial,
    returns_sale_no: line.sale_no,
    returns_position: line.position,
    warranty_ends_on: null,
    warranty_terms: null,
  };
}

/** The items of a line are no longer the customer's; of a cancelled sale they never were. */
function takeItemsBack(
  db: WritableDb,
  { line, quantity }: Back,
  kind: 'return' | 'cancellation',
  now: number,
): void {
  const owned = listItemsOfLine(db, line).filter(({ status }) => status !== 'returned');
  for (const item of owned.slice(0, quantity)) {
    updateItem(db, item.id, {
      status: 'returned',
      updated_at: now,
      version: item.version + 1,
      deleted_at: kind === 'cancellation' ? now : null,
    });
    indexItem(db, item.id);
  }
}
