import type { consentsContract } from '@shared/contract/consents';
import type { Language } from '@shared/domain/languages';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import {
  consentConfirmationEmail,
  consentConfirmationLetter,
} from '../../reports/consent-confirmation/consent-confirmation';
import { mailto } from '../../reports/mailto';
import { logWritten } from '../conversations/written.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { needPendingConsents } from './pending';

export const consentsActions: ActionHandlers<typeof consentsContract> = {
  'consents.confirmationLetter': (context, { customerId, language }) => {
    const confirmation = confirmationFor(context, customerId, language);
    const document = consentConfirmationLetter(context.db, confirmation);
    const letter = letterOf(confirmation, consentConfirmationEmail(context.db, confirmation));
    return { documentId: context.devices.keepDocument({ ...document, letter }) };
  },
  'consents.confirmationEmail': async (context, { customerId, language }) => {
    const confirmation = confirmationFor(context, customerId, language);
    const { db, devices } = context;
    const email = listContacts(db, confirmation.customer.id).find(({ kind }) => kind === 'email');
    if (!email) return fail('NO_EMAIL');
    const message = consentConfirmationEmail(db, confirmation);
    if (!(await devices.openExternal(mailto(email.value, message)))) fail('MAIL_NOT_OPENED');
    context.transact((transaction) => {
      transaction.about('customer', confirmation.customer.id, ['conversation']);
      logWritten(transaction, { ...letterOf(confirmation, message), channel: 'email', outcome: null });
    });
    return null;
  },
};

/** The confirmation as the log of conversations keeps it, until somebody says that it is out. */
function letterOf({ customer }: { customer: { id: string } }, message: { subject: string; body: string }) {
  return {
    customerId: customer.id,
    subject: message.subject,
    words: message.body,
    origin: { kind: 'consent', id: customer.id },
  };
}

function confirmationFor(context: ActionContext, customerId: string, language: Language) {
  const { db, shop, now, today, about } = context;
  const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
  about('customer', customer.id);
  const given = needPendingConsents(db, customer.id, now);
  return { customer, given, language, today, timeZone: shop?.timeZone ?? 'Asia/Hong_Kong' };
}
