import type { interestsContract } from '@shared/contract/interests';
import type { CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import { findItem } from '../items/items.sql';
import { findProduct } from '../products/products.sql';
import { findShownInterest, findStanding, insertInterest, insertInterestEvent } from './interests.sql';
import { findFlag, insertFlag, insertFlagWithdrawal, isFlagWithdrawn } from './resale-flags.sql';

export const interestsCommands: CommandHandlers<typeof interestsContract> = {
  'interests.register': (context, { customerId, productId, advisorId, ...said }) => {
    const { db, now, today, staff, newId, nextNumber, about, fail } = context;
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    const product = findProduct(db, productId);
    if (!product || product.deleted_at !== null) return fail('PRODUCT_NOT_FOUND');
    const advisor = advisorId ?? staff.staffId;
    if (!isActiveStaff(db, advisor)) fail('OWNER_NOT_FOUND');
    if (findStanding(db, { customerId: customer.id, productId })) fail('INTEREST_EXISTS');
    const interestId = newId();
    const number = `I${nextNumber('interest')}`;
    about('interest', interestId);
    insertInterest(
      db,
      {
        id: interestId,
        number,
        customer_id: customer.id,
        product_id: product.id,
        registered_at: now,
        registered_on: today,
        registered_by: staff.staffId,
        advisor_id: advisor,
        reason: said.reason,
        stated_ties: said.statedTies,
        purpose: said.purpose,
        wants_to_be_told: said.wantsToBeTold ? 1 : 0,
        is_discreet: said.isDiscreet ? 1 : 0,
      },
      newId(),
    );
    return { interestId, number };
  },

  'interests.withdraw': ({ db, now, staff, newId, about, fail }, { interestId, reason }) => {
    const interest = findShownInterest(db, interestId) ?? fail('INTEREST_NOT_FOUND');
    // An offer is answered first: a piece must not hang on an interest that is gone.
    if (interest.state !== 'waiting') fail('INTEREST_NOT_WAITING');
    about('interest', interestId);
    insertInterestEvent(db, {
      id: newId(),
      interest_id: interestId,
      at: now,
      staff_id: staff.staffId,
      kind: 'withdrawn',
      reason,
    });
    return null;
  },

  'interests.reinstate': ({ db, now, staff, newId, about, fail }, { interestId, reason }) => {
    const interest = findShownInterest(db, interestId) ?? fail('INTEREST_NOT_FOUND');
    if (interest.state !== 'withdrawn') fail('INTEREST_NOT_WITHDRAWN');
    // Registered anew meanwhile: that one waits already.
    if (findStanding(db, { customerId: interest.customer_id, productId: interest.product_id }))
      fail('INTEREST_EXISTS');
    about('interest', interestId);
    insertInterestEvent(db, {
      id: newId(),
      interest_id: interestId,
      at: now,
      staff_id: staff.staffId,
      kind: 'reinstated',
      reason,
    });
    return null;
  },

  'interests.flagResale': (context, { customerId, itemId, seenOn, evidence }) => {
    const { db, now, today, staff, newId, about, fail } = context;
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    if (itemId !== null && findItem(db, itemId)?.customer_id !== customer.id) fail('ITEM_NOT_FOUND');
    if (seenOn > today) fail('SEEN_IN_THE_FUTURE');
    const flagId = newId();
    about('customer', customer.id);
    insertFlag(db, {
      id: flagId,
      customer_id: customer.id,
      item_id: itemId,
      seen_on: seenOn,
      evidence,
      at: now,
      staff_id: staff.staffId,
    });
    return { flagId };
  },

  'interests.withdrawFlag': ({ db, now, staff, newId, about, fail }, { flagId, reason }) => {
    const flag = findFlag(db, flagId) ?? fail('FLAG_NOT_FOUND');
    if (isFlagWithdrawn(db, flagId)) fail('FLAG_WITHDRAWN');
    about('customer', flag.customer_id);
    insertFlagWithdrawal(db, { id: newId(), flag_id: flagId, reason, at: now, staff_id: staff.staffId });
    return null;
  },
};
