import type { consentsContract } from '@shared/contract/consents';
import type { Language } from '@shared/domain/languages';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import {
  consentConfirmationEmail,
  consentConfirmationLetter,
} from '../../reports/consent-confirmation/consent-confirmation';
import { mailto } from '../../reports/mailto';
import { findStandingCustomer } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { needPendingConsents } from './pending';

export const consentsActions: ActionHandlers<typeof consentsContract> = {
  'consents.confirmationLetter': (context, { customerId, language }) => {
    const confirmation = confirmationFor(context, customerId, language);
    const documentId = context.devices.keepDocument(consentConfirmationLetter(context.db, confirmation));
    return { documentId };
  },
  'consents.confirmationEmail': async (context, { customerId, language }) => {
    const confirmation = confirmationFor(context, customerId, language);
    const { db, devices } = context;
    const email = listContacts(db, confirmation.customer.id).find(({ kind }) => kind === 'email');
    if (!email) return fail('NO_EMAIL');
    const address = mailto(email.value, consentConfirmationEmail(db, confirmation));
    if (!(await devices.openExternal(address))) fail('MAIL_NOT_OPENED');
    return null;
  },
};

function confirmationFor(context: ActionContext, customerId: string, language: Language) {
  const { db, shop, now, today, about } = context;
  const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
  about('customer', customer.id);
  const given = needPendingConsents(db, customer.id, now);
  return { customer, given, language, today, timeZone: shop?.timeZone ?? 'Asia/Hong_Kong' };
}
