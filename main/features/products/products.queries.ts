import type { productsContract } from '@shared/contract/products';
import { readWarrantyPolicy } from '@shared/domain/warranty';
import { fail } from '../../kernel/errors';
import type { QueryHandlers } from '../../kernel/handlers';
import { countOwners, listOwners } from '../items/items.sql';
import { findCustomerName } from '../sales/customer-name.sql';
import { countSold, listBoughtWith } from '../sales/sales.sql';
import { readAttributes } from './attributes.sql';
import { toSummary } from './product-view';
import {
  countBy,
  countProducts,
  findPicture,
  findProduct,
  listCompanions,
  listPictureIds,
  listPrices,
  listProducts,
  listProductsById,
  listStockChanges,
  type ProductCursor,
  type ProductSummaryRow,
  scanProducts,
} from './products.sql';
import { listWanted } from './wanted';

const shownOwners = 20;
const shownTogether = 6;

export const productsQueries: QueryHandlers<typeof productsContract> = {
  'products.list': ({ db }, { cursor, limit, ...filter }) => {
    const rows = listProducts(db, filter, readCursor(cursor), limit);
    return {
      products: rows.map(toSummary),
      total: countProducts(db, filter),
      next: rows.length === limit ? writeCursor(rows.at(-1)) : null,
    };
  },
  'products.facets': ({ db }) => ({
    brands: countBy(db, 'brand'),
    categories: countBy(db, 'category'),
  }),
  'products.scan': ({ db }, { typed }) => scanProducts(db, typed).map(toSummary),
  'products.get': ({ db, staff }, { productId }) => {
    const row = findProduct(db, productId) ?? fail('PRODUCT_NOT_FOUND');
    const pictureIds = listPictureIds(db, productId);
    const together = listBoughtWith(db, productId, shownTogether);
    const receiptsOf = new Map(together.map(({ product_id, receipts }) => [product_id, receipts]));
    return {
      ...toSummary({ ...row, picture_id: pictureIds[0] ?? null }),
      attributes: readAttributes(row.attributes),
      warranty: readWarrantyPolicy(row.warranty_policy),
      care: row.care,
      arrivedAt: row.arrived_at,
      version: row.version,
      pictureIds,
      prices: listPrices(db, productId).map((price) => ({
        at: price.from_at,
        priceMinor: price.price_minor,
      })),
      stockChanges: listStockChanges(db, productId).map((change) => ({
        at: change.at,
        before: change.count_before,
        after: change.count_after,
        reason: change.reason,
      })),
      sold: countSold(db, productId),
      ownerCount: countOwners(db, productId),
      owners: listOwners(db, productId, shownOwners).map((owner) => ({
        customerId: owner.customer_id,
        name: findCustomerName(db, owner.customer_id, staff.language),
        serial: owner.serial,
        boughtOn: owner.bought_on,
      })),
      wanted: listWanted(db, row, staff.language),
      companions: listCompanions(db, productId).map(toSummary),
      boughtWith: listProductsById(db, [...receiptsOf.keys()]).map((product) => ({
        ...toSummary(product),
        receipts: receiptsOf.get(product.id) ?? 0,
      })),
    };
  },
  'products.picture': ({ db }, { pictureId }) => {
    const picture = findPicture(db, pictureId);
    return picture ? { mime: picture.mime, base64: Buffer.from(picture.bytes).toString('base64') } : null;
  },
};

function writeCursor(row: ProductSummaryRow | undefined): string | null {
  return row ? JSON.stringify([row.brand ?? '', row.name, row.id]) : null;
}

/** Reads where the last page ended; anything else starts again from the top. */
function readCursor(text: string | undefined): ProductCursor | null {
  if (text === undefined) return null;
  try {
    const [brand, name, id] = JSON.parse(text) as unknown[];
    if (typeof brand === 'string' && typeof name === 'string' && typeof id === 'string')
      return { brand, name, id };
  } catch {
    return null;
  }
  return null;
}
