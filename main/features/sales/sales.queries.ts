import type { salesContract } from '@shared/contract/sales';
import { type NetLine, netPurchases, rhythm } from '@shared/domain/purchases';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { QueryHandlers } from '../../kernel/handlers';
import { listStaffNames } from '../customers/customers.sql';
import { listAttachments } from './attachments.sql';
import { findCustomerName } from './customer-name.sql';
import { readCursor, toBrief, toSale, writeCursor } from './sale-view';
import {
  countSales,
  findSale,
  listBrands,
  listByReceipt,
  listDay,
  listSales,
  type SaleRow,
  summariseDay,
} from './sales.sql';
import { listSalesForNetting, listSaleWithReturns, mainCurrency } from './totals.sql';

export const salesQueries: QueryHandlers<typeof salesContract> = {
  'sales.get': ({ db, staff }, { saleId }) => {
    const row = findSale(db, saleId) ?? fail('SALE_NOT_FOUND');
    return {
      ...toSale(db, row, netLinesAround(db, row), listStaffNames(db)),
      customerName: row.customer_id && findCustomerName(db, row.customer_id, staff.language),
      attachments: listAttachments(db, row.id, staff.language),
    };
  },

  'sales.forCustomer': ({ db }, { cursor, limit, ...filter }) => {
    const rows = listSales(db, filter, readCursor(cursor), limit);
    const net = netLinesOf(db, filter.customerId);
    const names = listStaffNames(db);
    return {
      ...countSales(db, filter),
      sales: rows.map((row) => toSale(db, row, net, names)),
      next: rows.length === limit ? writeCursor(rows.at(-1)) : null,
    };
  },

  'sales.summaryForCustomer': ({ db, shop }, { customerId }) => {
    const all = listSalesForNetting(db, customerId);
    const currency = mainCurrency(all) ?? shop.currency;
    const sales = all.filter((sale) => sale.currency === currency);
    const { lines: _lines, ...net } = netPurchases(sales);
    const { visitDays, medianDays, expectedNext } = rhythm(sales);
    return {
      ...net,
      currency,
      byYear: [...net.byYear],
      visitDays: [...visitDays],
      medianDays,
      expectedNext,
      brands: listBrands(db, customerId, currency).map(({ brand, spend_minor, units }) => ({
        brand,
        spendMinor: spend_minor,
        units,
      })),
      otherCurrencyReceipts: all.length - sales.length,
    };
  },

  'sales.findByReceipt': ({ db, staff }, { receiptNumber }) => {
    const names = listStaffNames(db);
    return listByReceipt(db, receiptNumber).map((row) => toBrief(db, row, names, staff.language));
  },

  'sales.today': ({ db, staff, shop, today }, { day = today }) => {
    const sum = summariseDay(db, day, shop.currency);
    const names = listStaffNames(db);
    return {
      day,
      currency: shop.currency,
      totalMinor: sum.total_minor,
      receipts: sum.receipts,
      units: sum.units,
      sales: listDay(db, day).map((row) => toBrief(db, row, names, staff.language)),
    };
  },
};

/** Every line of a customer netted, by its `lineKey`. Each currency is settled by itself. */
function netLinesOf(db: ReadableDb, customerId: string): Map<string, NetLine> {
  const sales = listSalesForNetting(db, customerId);
  const currencies = new Set(sales.map(({ currency }) => currency));
  const lines = [...currencies].flatMap(
    (currency) => netPurchases(sales.filter((sale) => sale.currency === currency)).lines,
  );
  return new Map(lines.map((line) => [line.lineId, line]));
}

function netLinesAround(db: ReadableDb, sale: SaleRow): Map<string, NetLine> {
  if (sale.customer_id) return netLinesOf(db, sale.customer_id);
  const { lines } = netPurchases(listSaleWithReturns(db, sale.returns_sale_id ?? sale.id));
  return new Map(lines.map((line) => [line.lineId, line]));
}
