import type { customersContract } from '@shared/contract/customers';
import type { CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from './customers.sql';
import { deleteLink, findLink, hasLink, insertLink } from './details.sql';

/** Family and other ties between customers. */
export const linkHandlers: Pick<
  CommandHandlers<typeof customersContract>,
  'customers.link' | 'customers.unlink'
> = {
  'customers.link': (
    { db, now, newId, about, fail },
    { customerId, otherId, relation, note, isDiscreet },
  ) => {
    const row = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const other = findStandingCustomer(db, otherId) ?? fail('CUSTOMER_NOT_FOUND');
    if (row.id === other.id) fail('LINK_TO_SELF');
    if (hasLink(db, row.id, other.id, relation)) fail('LINK_EXISTS');
    const id = newId();
    insertLink(db, {
      id,
      customer_id: row.id,
      other_customer_id: other.id,
      relation,
      note: note || null,
      is_discreet: isDiscreet ? 1 : 0,
      created_at: now,
    });
    about('customer', row.id);
    return { id };
  },
  'customers.unlink': ({ db, about, fail }, { id }) => {
    const link = findLink(db, id) ?? fail('LINK_NOT_FOUND');
    deleteLink(db, id);
    about('customer', link.customer_id);
    return null;
  },
};
