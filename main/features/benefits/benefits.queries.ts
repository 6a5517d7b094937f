import type { benefitsContract } from '@shared/contract/benefits';
import { versionInForce } from '@shared/domain/guidelines';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { listItems } from '../items/items.sql';
import { benefitsInForce, benefitsOf, tierOf } from './benefit-view';
import { listBenefits } from './benefits.sql';

export const benefitsQueries: QueryHandlers<typeof benefitsContract> = {
  'benefits.list': ({ db, today }) =>
    listBenefits(db).map(({ id, versions }) => ({
      id,
      inForce: versionInForce(versions, today)?.version ?? null,
      versions,
    })),

  'benefits.forCustomer': ({ db, today }, { customerId }) => {
    const terms = benefitsInForce(db, today);
    // Without any rule nobody's items need be read.
    if (terms.length === 0) return [];
    const id = findStandingCustomer(db, customerId)?.id ?? customerId;
    const tier = tierOf(db, id);
    return listItems(db, id)
      .filter(({ status }) => status === 'owned')
      .map((item) => ({ itemId: item.id, benefits: benefitsOf(db, item, { terms, tier, day: today }) }))
      .filter(({ benefits }) => benefits.length > 0);
  },
};
