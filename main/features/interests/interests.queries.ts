import type { interestsContract } from '@shared/contract/interests';
import { waitDays } from '@shared/domain/allocation';
import { readFacts } from '@shared/domain/attributes';
import type { QueryHandlers } from '../../kernel/handlers';
import { countOpenPieces } from '../allocations/allocations.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { findProduct, type ProductRow } from '../products/products.sql';
import { interestOf } from './interest-view';
import {
  countWaiting,
  findStanding,
  listInterestsOf,
  listReferences,
  listStandingOf,
  scarceProductOf,
} from './interests.sql';
import { listFlagsOf, resaleFlagOf } from './resale-flags.sql';
import { tiesOf } from './ties.sql';

export const interestsQueries: QueryHandlers<typeof interestsContract> = {
  'interests.references': ({ db, today }) =>
    listReferences(db).map((row) => ({
      product: scarceProductOf(row),
      waiting: row.waiting,
      offered: row.offered,
      served: row.served,
      longestDays: row.first_on === null ? null : waitDays(row.first_on, today),
      stockCount: row.stock_count,
      openPieces: countOpenPieces(db, row.product_id),
    })),

  'interests.forProduct': ({ db, shop, today, fail }, { productId, limit }) => {
    const product = findProduct(db, productId) ?? fail('PRODUCT_NOT_FOUND');
    const at = { today, timeZone: shop.timeZone, currency: shop.currency };
    return {
      product: namesOf(product),
      isScarce: readFacts(product.attributes, product.category).scarce === true,
      waiting: countWaiting(db, productId),
      interests: listStandingOf(db, productId, limit).map((row) => interestOf(db, row, at)),
    };
  },

  'interests.forCustomer': ({ db, shop, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const at = { today, timeZone: shop.timeZone, currency: shop.currency };
    return {
      interests: listInterestsOf(db, customer.id).map((row) => interestOf(db, row, at)),
      resaleFlags: listFlagsOf(db, customer.id).map(resaleFlagOf),
    };
  },

  'interests.ties': ({ db, shop, today, fail }, { customerId, productId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const product = productId === null ? null : (findProduct(db, productId) ?? fail('PRODUCT_NOT_FOUND'));
    const at = { today, timeZone: shop.timeZone, currency: shop.currency };
    return {
      ties: tiesOf(db, customer.id, product?.brand ?? null, at),
      waiting: product ? countWaiting(db, product.id) : 0,
      isRegistered:
        product !== null &&
        findStanding(db, { customerId: customer.id, productId: product.id }) !== undefined,
    };
  },
};

function namesOf(product: ProductRow) {
  return scarceProductOf({
    ...product,
    product_id: product.id,
    product_name: product.name,
    product_chinese_name: product.chinese_name,
  });
}
