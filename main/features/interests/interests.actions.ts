import type { interestsContract } from '@shared/contract/interests';
import { asLanguage } from '@shared/domain/languages';
import type { ActionHandlers } from '../../kernel/handlers';
import { interestConfirmation } from '../../reports/interest-confirmation/interest-confirmation';
import { letterShop } from '../../reports/letterhead';
import { criteriaOn } from '../allocations/criteria.sql';
import { findCustomer } from '../customers/customers.sql';
import { findShownInterest } from './interests.sql';

export const interestsActions: ActionHandlers<typeof interestsContract> = {
  'interests.confirmation': ({ db, shop, today, devices, about, fail }, { interestId, language: wanted }) => {
    const interest = findShownInterest(db, interestId) ?? fail('INTEREST_NOT_FOUND');
    const customer = findCustomer(db, interest.customer_id) ?? fail('INTEREST_NOT_FOUND');
    about('interest', interestId, ['interest confirmation']);
    const language = wanted ?? asLanguage(customer.language);
    const document = interestConfirmation({
      interest,
      customer,
      criteria: criteriaOn(db, today),
      shop: letterShop(db, language),
      timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
      language,
    });
    return { documentId: devices.keepDocument(document) };
  },
};
