import type { salesContract } from '@shared/contract/sales';
import { asLanguage } from '@shared/domain/languages';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { findCustomer, listStaffNames } from '../customers/customers.sql';
import { findShop } from '../shop/shop.sql';
import { findSale, listAgainst, listLines } from './sales.sql';

export const salesActions: ActionHandlers<typeof salesContract> = {
  'sales.receipt': async ({ db, devices, about }, { saleId, format, language }) => {
    const sale = findSale(db, saleId) ?? fail('SALE_NOT_FOUND');
    const shop = findShop(db) ?? fail('NO_SHOP');
    const customer = sale.customer_id ? findCustomer(db, sale.customer_id) : undefined;
    const spoken = language ?? asLanguage(customer?.language ?? shop.default_language);
    about('sale', saleId);
    // With its barcodes it is a tenth of the program to read: not before the window is there.
    const { receiptDocument } = await import('../../reports/receipt/receipt');
    const document = receiptDocument({
      shop,
      sale,
      lines: listLines(db, saleId),
      original: sale.returns_sale_id ? findSale(db, sale.returns_sale_id) : undefined,
      against: listAgainst(db, saleId).map((back) => ({ back, lines: listLines(db, back.id) })),
      staffName: (sale.staff_id && listStaffNames(db, spoken).get(sale.staff_id)) || null,
      memberNumber: customer?.number ?? null,
      language: spoken,
      format,
    });
    return { documentId: devices.keepDocument(document) };
  },
};
