import type { salesContract } from '@shared/contract/sales';
import type { CommandHandlers } from '../../kernel/handlers';
import { releaseNeedsOfSale } from '../needs/needs.sql';
import { dropFollowUps } from '../plans/follow-ups.sql';
import { releaseRecommendationsOfSale } from '../recommendations/recommendations.sql';
import { attachSale, moveSale, undoAttach } from './attach';
import { type Back, payBack, remainingOf, writeBack } from './give-back';
import { findSale, lineKey, listLines } from './sales.sql';
import { recordSale } from './sell.sql';

export const salesCommands: CommandHandlers<typeof salesContract> = {
  'sales.record': recordSale,

  'sales.return': (context, input) => {
    const { db, about, fail } = context;
    const sale = findSale(db, input.saleId) ?? fail('SALE_NOT_FOUND');
    if (sale.kind !== 'sale') fail('NOT_A_SALE');
    if (input.lines.length === 0) fail('RETURN_EMPTY');
    if (input.reason === '') fail('RETURN_REASON_NEEDED');
    const remaining = remainingOf(db, sale);
    const lines = new Map(listLines(db, sale.id).map((line) => [line.position, line]));
    const wanted = new Map<number, number>();
    for (const { position, quantity } of input.lines)
      wanted.set(position, (wanted.get(position) ?? 0) + quantity);
    const backs = [...wanted].map(([position, quantity]): Back => {
      const line = lines.get(position) ?? fail('LINE_NOT_FOUND');
      const left = remaining.get(lineKey(line)) ?? { quantity: 0, minor: 0 };
      if (quantity > left.quantity) fail('RETURN_TOO_MANY', { left: Math.max(0, left.quantity) });
      return { line, quantity, minor: payBack(left, quantity) };
    });
    const back = writeBack(context, sale, backs, { ...input, kind: 'return' });
    const isAllBack = [...remainingOf(db, sale).values()].every(({ quantity }) => quantity <= 0);
    if (isAllBack) dropFollowUps(context, sale.id);
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
      const left = remaining.get(lineKey(line)) ?? { quantity: 0, minor: 0 };
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
    dropFollowUps(context, saleId);
    about('sale', back.id);
    return { saleId: back.id, receiptNumber: back.receipt_number };
  },

  'sales.attach': attachSale,
  'sales.move': moveSale,
  'sales.undoAttach': undoAttach,
};
