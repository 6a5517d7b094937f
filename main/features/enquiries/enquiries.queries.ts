import type { enquiriesContract } from '@shared/contract/enquiries';
import { shopTimeOf } from '@shared/domain/promises';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findProduct } from '../products/products.sql';
import { factsOf, listEnquiries } from './enquiries.sql';
import { enquiryOf } from './enquiry-view';

const mostOfOne = 100;

export const enquiriesQueries: QueryHandlers<typeof enquiriesContract> = {
  'enquiries.list': ({ db, shop, staff, now }, { scope, show, limit }) => {
    const staffId = scope === 'mine' ? staff.staffId : null;
    const rows = listEnquiries(db, { staffId, customerId: null, show, limit });
    const time = shopTimeOf(now, shop.timeZone);
    return { total: rows[0]?.found ?? 0, enquiries: rows.map((row) => enquiryOf(db, row, time)) };
  },

  'enquiries.forCustomer': ({ db, shop, now, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const time = shopTimeOf(now, shop.timeZone);
    const list = (show: 'open' | 'answered') =>
      listEnquiries(db, { staffId: null, customerId: customer.id, show, limit: mostOfOne }).map((row) =>
        enquiryOf(db, row, time),
      );
    return { open: list('open'), answered: list('answered') };
  },

  'enquiries.facts': ({ db }, { productIds }) =>
    productIds.flatMap((productId) => {
      const product = findProduct(db, productId);
      return product ? [factsOf(product)] : [];
    }),
};
