import { largestPicture, pictureTypes, type productsContract } from '@shared/contract/products';
import type { WritableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandHandlers } from '../../kernel/handlers';
import { isPictureOf } from '../../kernel/picture-bytes';
import { matchArrivals } from '../needs/arrivals.sql';
import { indexProduct } from '../search/search.sql';
import { changedColumns, type ProductFields, toColumns } from './product-view';
import {
  deletePicture,
  findPicture,
  findProduct,
  findProductByCode,
  insertProduct,
  insertProductPicture,
  insertProductPrice,
  insertStockChange,
  nextPicturePosition,
  replaceCompanions,
  updateProduct,
} from './products.sql';

export const productsCommands: CommandHandlers<typeof productsContract> = {
  'products.create': ({ db, shop, now, staff, newId, about }, { stockCount, ...fields }) => {
    refuseTakenCode(db, fields, null);
    const productId = newId();
    about('product', productId);
    insertProduct(db, {
      ...toColumns(fields),
      id: productId,
      currency: shop.currency,
      stock_count: stockCount,
      arrived_at: now,
      import_id: null,
      version: 1,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    });
    if (fields.priceMinor !== null) {
      insertProductPrice(db, {
        id: newId(),
        product_id: productId,
        from_at: now,
        currency: shop.currency,
        price_minor: fields.priceMinor,
        staff_id: staff.staffId,
      });
    }
    indexProduct(db, productId);
    matchArrivals(db, [productId], now);
    return { productId };
  },

  'products.update': ({ db, now, staff, newId, about }, { productId, version, fields }) => {
    const before = findProduct(db, productId) ?? fail('PRODUCT_NOT_FOUND');
    if (before.version !== version) fail('PRODUCT_CHANGED');
    refuseTakenCode(db, fields, productId);
    const columns = toColumns(fields);
    about('product', productId, changedColumns(before, columns));
    updateProduct(db, productId, { ...columns, version: version + 1, updated_at: now });
    if (fields.priceMinor !== null && fields.priceMinor !== before.price_minor) {
      insertProductPrice(db, {
        id: newId(),
        product_id: productId,
        from_at: now,
        currency: before.currency,
        price_minor: fields.priceMinor,
        staff_id: staff.staffId,
      });
    }
    indexProduct(db, productId);
    if (fields.status === 'new' && before.status !== 'new') matchArrivals(db, [productId], now);
    return { version: version + 1 };
  },

  'products.setStock': ({ db, now, staff, newId, about }, { productId, count, reason }) => {
    const product = findProduct(db, productId) ?? fail('PRODUCT_NOT_FOUND');
    if (reason === '') fail('STOCK_REASON_NEEDED');
    about('product', productId);
    updateProduct(db, productId, { stock_count: count, updated_at: now });
    insertStockChange(db, {
      id: newId(),
      product_id: productId,
      at: now,
      staff_id: staff.staffId,
      count_before: product.stock_count,
      count_after: count,
      reason,
    });
    if ((product.stock_count ?? 0) <= 0 && (count ?? 0) > 0) matchArrivals(db, [productId], now);
    return null;
  },

  'products.setCompanions': ({ db, about }, { productId, companionIds }) => {
    for (const id of [productId, ...companionIds]) if (!findProduct(db, id)) fail('PRODUCT_NOT_FOUND');
    about('product', productId);
    replaceCompanions(
      db,
      productId,
      companionIds.filter((id) => id !== productId),
    );
    return null;
  },

  'products.addPicture': ({ db, newId, about }, { productId, mime, base64 }) => {
    if (!findProduct(db, productId)) fail('PRODUCT_NOT_FOUND');
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > largestPicture) fail('PICTURE_TOO_LARGE', { megabytes: 2 });
    const type = pictureTypes.find((known) => known === mime) ?? fail('PICTURE_TYPE');
    if (!isPictureOf(type, bytes)) fail('PICTURE_TYPE');
    const pictureId = newId();
    about('product', productId);
    insertProductPicture(db, {
      id: pictureId,
      product_id: productId,
      mime,
      bytes,
      position: nextPicturePosition(db, productId),
    });
    return { pictureId };
  },

  'products.removePicture': ({ db, about }, { pictureId }) => {
    const picture = findPicture(db, pictureId) ?? fail('PICTURE_NOT_FOUND');
    about('product', picture.product_id);
    deletePicture(db, pictureId);
    return null;
  },
};

function refuseTakenCode(db: WritableDb, { code }: ProductFields, ownId: string | null): void {
  const holder = findProductByCode(db, code);
  if (holder !== undefined && holder !== ownId) fail('CODE_TAKEN', { code });
}
