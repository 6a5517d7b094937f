import type { itemsContract } from '@shared/contract/items';
import type { CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findProduct } from '../products/products.sql';
import { indexItem, removeFromIndex } from '../search/search.sql';
import { toColumns } from './item-view';
import { findItem, findItemEvenRemoved, insertItem, updateItem } from './items.sql';

export const itemsCommands: CommandHandlers<typeof itemsContract> = {
  'items.add': ({ db, now, newId, about, fail }, { customerId, productId, isBoughtHere, fields }) => {
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if (productId !== null && !findProduct(db, productId)) fail('PRODUCT_NOT_FOUND');
    const itemId = newId();
    about('item', itemId);
    insertItem(db, {
      ...toColumns(fields),
      id: itemId,
      customer_id: customer.id,
      product_id: productId,
      sale_no: null,
      sale_position: null,
      is_bought_here: isBoughtHere ? 1 : 0,
      price_minor: null,
      currency: null,
      import_id: null,
      version: 1,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    });
    indexItem(db, itemId);
    return { itemId };
  },

  'items.update': ({ db, now, about, fail }, { itemId, version, fields }) => {
    const before = findItem(db, itemId) ?? fail('ITEM_NOT_FOUND');
    if (before.version !== version) fail('ITEM_CHANGED');
    const columns = toColumns(fields);
    const changed = Object.entries(columns).filter(
      ([column, value]) => before[column as keyof typeof columns] !== value,
    );
    about(
      'item',
      itemId,
      changed.map(([column]) => column),
    );
    updateItem(db, itemId, { ...columns, version: version + 1, updated_at: now });
    indexItem(db, itemId);
    return { version: version + 1 };
  },

  'items.remove': ({ db, now, about, fail }, { itemId }) => {
    const item = findItem(db, itemId) ?? fail('ITEM_NOT_FOUND');
    about('item', itemId);
    updateItem(db, itemId, { deleted_at: now, version: item.version + 1, updated_at: now });
    removeFromIndex(db, 'item', itemId);
    return null;
  },

  'items.putBack': ({ db, now, about, fail }, { itemId }) => {
    const item = findItemEvenRemoved(db, itemId) ?? fail('ITEM_NOT_FOUND');
    about('item', itemId);
    updateItem(db, itemId, { deleted_at: null, version: item.version + 1, updated_at: now });
    indexItem(db, itemId);
    return null;
  },
};
