import { insertItem } from '../items/items.sql';
import { makeFollowUps } from '../plans/follow-ups.sql';
import { changeStock } from '../products/products.sql';
import { indexItem, indexSale } from '../search/search.sql';
import {
  closeLoop,
  findBuyer,
  flagsOf,
  itemOf,
  priceLines,
  type RecordContext,
  type SaleInput,
  totalOf,
} from './record-sale';
import { insertSale, insertSaleLine, rebuildTotals } from './sales.sql';

export type { SaleInput };

/**
 * Records a sale inside the caller's transaction, with its items, stock, totals and what it answers; the audit row of
 * the command is about it. Fails with the codes of `sales.record`, which the calling operation declares.
 */
export function recordSale(context: RecordContext, input: SaleInput) {
  const { db, now, today, staff, shop, newId, nextNumber, about, fail } = context;
  const customerId = findBuyer(context, input.customerId);
  const lines = priceLines(context, input);
  const total = totalOf(context, lines);
  if (input.cashMinor !== null && input.cashMinor > total) fail('CASH_OVER_TOTAL');
  const flags = flagsOf(context, input, lines, customerId);
  const saleId = newId();
  const receiptNumber = `S${nextNumber('receipt')}`;
  about('sale', saleId, ['sale', ...flags]);
  const { no: saleNo } = insertSale(db, {
    id: saleId,
    receipt_number: receiptNumber,
    kind: 'sale',
    returns_sale_id: null,
    customer_id: customerId,
    staff_id: staff.staffId,
    sold_at: now,
    sold_on: today,
    currency: shop.currency,
    total_minor: total,
    payment_note: input.paymentNote || null,
    cash_minor: input.cashMinor,
    reason: null,
    note: input.note || null,
    flags: JSON.stringify(flags),
    country: null,
    import_id: null,
    created_at: now,
    deleted_at: null,
  });
  const itemIds: string[] = [];
  lines.forEach((line, position) => {
    insertSaleLine(db, { ...line.row, sale_no: saleNo, position });
    if (line.product) changeStock(db, line.product.id, -line.row.quantity, now);
    const item =
      customerId &&
      itemOf(context, line, {
        customerId,
        saleNo,
        position,
        soldOn: today,
        currency: shop.currency,
        isDiscreet: input.isDiscreet,
        importId: null,
        terms: line.product?.warranty_policy ?? null,
      });
    if (!item) return;
    insertItem(db, item);
    indexItem(db, item.id);
    itemIds.push(item.id);
  });
  if (customerId) {
    rebuildTotals(db, customerId);
    closeLoop(context, input, { customerId, saleId });
    // Colleagues need no thanks by the rules.
    if (!flags.includes('own-account') && !flags.includes('staff-purchase'))
      makeFollowUps(context, {
        after: 'purchase',
        on: today,
        customerId,
        saleId,
        jobId: null,
        sellerId: staff.staffId,
        isDiscreet: input.isDiscreet,
        goods: lines.map(({ product, row }) => ({
          category: product?.category ?? null,
          name: row.description,
        })),
      });
  } else if (input.needId || input.recommendationId) {
    fail(input.needId ? 'NEED_NOT_THEIRS' : 'RECOMMENDATION_NOT_FOUND');
  }
  indexSale(db, saleId);
  return { saleId, receiptNumber, totalMinor: total, flags, itemIds };
}
