import type { itemsContract } from '@shared/contract/items';
import type { QueryHandlers } from '../../kernel/handlers';
import { toItem } from './item-view';
import { listItems } from './items.sql';

export const itemsQueries: QueryHandlers<typeof itemsContract> = {
  'items.forCustomer': ({ db, today }, { customerId }) =>
    listItems(db, customerId).map((row) => toItem(row, today)),
};
