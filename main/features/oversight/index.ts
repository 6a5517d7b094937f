import { oversightContract } from '@shared/contract/oversight';
import { addDays } from '@shared/domain/dates';
import { REVIEW_KINDS } from '@shared/domain/oversight';
import { type CommandHandlers, defineFeature, type QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { causeOfLookUp, insertLookupReason } from './lookups.sql';
import { insertSignoff, isAnotherManager, isSigned, listSigned, listUnsigned } from './review.sql';

const queries: QueryHandlers<typeof oversightContract> = {
  'oversight.list': ({ db, shop, today }, { days, kind, limit }) =>
    listUnsigned(db, {
      since: days === null ? '' : addDays(today, -days),
      timeZone: shop.timeZone,
      percent: readSetting(db, 'oversightRules').discountPercent,
      kinds: kind ? [kind] : REVIEW_KINDS,
      limit,
    }),
  'oversight.signed': ({ db }, { limit }) => listSigned(db, limit),
};

const commands: CommandHandlers<typeof oversightContract> = {
  'oversight.giveReason': ({ db, now, today, staff, newId, about, fail }, { customerId, reason }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const lookUp = { staffId: staff.staffId, customerId: customer.id, now, today };
    const cause = causeOfLookUp(db, lookUp) ?? fail('NO_REASON_NEEDED');
    about('customer', customer.id);
    insertLookupReason(db, { ...lookUp, id: newId(), cause, reason });
    return null;
  },
  'oversight.sign': ({ db, shop, now, staff, newId, about, fail }, { kind, sourceId, remark }) => {
    if (isSigned(db, kind, sourceId)) fail('ALREADY_SIGNED');
    const percent = readSetting(db, 'oversightRules').discountPercent;
    const { entries } = listUnsigned(db, {
      since: '',
      timeZone: shop.timeZone,
      percent,
      kinds: [kind],
      sourceId,
      limit: 1,
    });
    const entry = entries[0] ?? fail('REVIEW_ENTRY_NOT_FOUND');
    if (entry.staff?.id === staff.staffId && isAnotherManager(db, staff.staffId)) fail('SIGNING_OWN');
    about('review', sourceId);
    insertSignoff(db, { id: newId(), entry, remark, staffId: staff.staffId, now });
    return null;
  },
};

/** Why records are looked up, and what the manager signs off. */
export const oversightFeature = defineFeature(oversightContract, { ...queries, ...commands });
