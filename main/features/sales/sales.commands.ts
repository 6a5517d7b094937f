import type { salesContract } from '@shared/contract/sales';
import type { CommandHandlers } from '../../kernel/handlers';
import { insertItem } from '../items/items.sql';
import { releaseNeedsOfSale } from '../needs/needs.sql';
import { changeStock } from '../products/products.sql';
import { releaseRecommendationsOfSale } from '../recommendations/recommendations.sql';
import { indexItem, indexSale } from '../search/search.sql';
import { type Back, payBack, remainingOf, writeBack } from './give-back';
import { closeLoop, findBuyer, flagsOf, itemOf, priceLines, totalOf } from './record-sale';
import { findSale, insertSale, insertSaleLine, listLines, rebuildTotals } from './sales.sql';

export const salesCommands: CommandHandlers<typeof salesContract> = {
  'sales.record': (context, input) => {
    const { db, now, today, staff, shop, newId, nextNumber, about, fail } = context;
    const customerId = findBuyer(context, input.customerId);
    const lines = priceLines(context, input);
    const total = totalOf(context, lines);
    if (input.cashMinor !== null && input.cashMinor > total) fail('CASH_OVER_TOTAL');
    const flags = flagsOf(context, input, lines, customerId);
    const saleId = newId();
    const receiptNumber = nextNumber('receipt');
    about('sale', saleId, ['sale', ...flags]);
    insertSale(db, {
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
      const lineId = newId();
      insertSaleLine(db, { ...line.row, id: lineId, sale_id: saleId, position });
      if (line.product) changeStock(db, line.product.id, -line.row.quantity, now);
      const item = customerId ? itemOf(context, input, line, { customerId, lineId }) : null;
      if (!item) return;
      insertItem(db, item);
      indexItem(db, item.id);
      itemIds.push(item.id);
    });
    if (customerId) {
      rebuildTotals(db, customerId);
      closeLoop(context, input, { customerId, saleId });
    } else if (input.needId || input.recommendationId) {
      fail(input.needId ? 'NEED_NOT_FOUND' : 'RECOMMENDATION_NOT_FOUND');
    }
    indexSale(db, saleId);
    return { saleId, receiptNumber, totalMinor: total, flags, itemIds };
  },

  'sales.return': (context, input) => {
    const { db, about, fail } = context;
    const sale = findSale(db, input.saleId) ?? fail('SALE_NOT_FOUND');
    if (sale.kind !== 'sale') fail('NOT_A_SALE');
    if (input.lines.length === 0) fail('RETURN_EMPTY');
    if (input.reason === '') fail('RETURN_REASON_NEEDED');
    const remaining = remainingOf(db, sale);
    const lines = new Map(listLines(db, sale.id).map((line) => [line.id, line]));
    const wanted = new Map<string, number>();
    for (const { lineId, quantity } of input.lines) wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
    const backs = [...wanted].map(([lineId, quantity]): Back => {
      const line = lines.get(lineId) ?? fail('LINE_NOT_FOUND');
      const left = remaining.get(lineId) ?? { quantity: 0, minor: 0 };
      if (quantity > left.quantity) fail('RETURN_TOO_MANY', { left: Math.max(0, left.quantity) });
      return { line, quantity, minor: payBack(left, quantity) };
    });
    const back = writeBack(context, sale, backs, { ...input, kind: 'return' });
    about('sale', back.id);
    return { saleId: back.id, receiptNumber: back.receipt_number, totalMinor: back.total_minor };
  },

  'sales.cancel': (context, { saleId, reason }) => {
    const { db, now, today, about, fail } = context;
    const sale = findSale(db, saleId) ?? fail('SALE_NOT_FOUND');
    if (sale.kind !== 'sale') fail('NOT_A_SALE');
    if (sale.sold_on !== today) fail('SALE_NOT_TODAY');
    if (reason === '') fail('RETURN_REASON_NEEDED');
    const remaining = remainingOf(db, sale);
    const backs = listLines(db, saleId).map((line): Back => {
      const left = remaining.get(line.id) ?? { quantity: 0, minor: 0 };
      if (left.quantity !== line.quantity) fail('SALE_ALREADY_RETURNED');
      return { line, quantity: left.quantity, minor: left.minor };
    });
    const back = writeBack(context, sale, backs, {
      kind: 'cancellation',
      reason,
      paymentNote: null,
      isBackInStock: true,
    });
    releaseNeedsOfSale(db, saleId, now);
    releaseRecommendationsOfSale(db, saleId);
    about('sale', back.id);
    return { saleId: back.id, receiptNumber: back.receipt_number };
  },
};
