import type { vipContract } from '@shared/contract/vip';
import { describePermissions, mayContact } from '@shared/domain/consent';
import { GOODS_CLASSES } from '@shared/domain/consent-events';
import type { Language } from '@shared/domain/languages';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { mailto } from '../../reports/mailto';
import { vipWelcomeEmail, vipWelcomeLetter } from '../../reports/vip-welcome/vip-welcome';
import { blankEvent, insertConsentEvent, permissionsOf } from '../consents/consents.sql';
import { logWritten } from '../conversations/written.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { findMembership, updateWelcomed } from './vip.sql';

export const vipActions: ActionHandlers<typeof vipContract> = {
  'vip.welcomeLetter': (context, { customerId, language }) => {
    const { welcome } = welcomeFor(context, customerId, language);
    const document = vipWelcomeLetter(context.db, welcome);
    const letter = letterOf(welcome, vipWelcomeEmail(context.db, welcome));
    return { documentId: context.devices.keepDocument({ ...document, letter }) };
  },
  'vip.welcomeEmail': async (context, { customerId, language }) => {
    const { db, devices } = context;
    const { welcome, permissions } = welcomeFor(context, customerId, language);
    const customerIdNow = welcome.customer.id;
    const email = listContacts(db, customerIdNow).find(({ kind }) => kind === 'email');
    if (!email) return fail('NO_EMAIL');
    const isPermitted = GOODS_CLASSES.some(
      (goods) => mayContact(permissions, { purpose: 'direct-marketing', channel: 'email', class: goods }).ok,
    );
    if (!isPermitted) fail('EMAIL_NOT_PERMITTED');
    const message = vipWelcomeEmail(db, welcome);
    const address = mailto(email.value, message);
    if (!(await devices.openExternal(address))) fail('MAIL_NOT_OPENED');
    context.transact((transaction) => {
      const { now, staff, newId } = transaction;
      transaction.about('customer', customerIdNow, ['welcome']);
      updateWelcomed(transaction.db, welcome.membership.id, { welcomed_at: now, welcomed_how: 'email' });
      logWritten(transaction, { ...letterOf(welcome, message), channel: 'email', outcome: 'sent' });
      // s.35F: the welcome itself tells of the free right to opt out.
      if (permissions.firstUseNoticeDue.includes('direct-marketing'))
        insertConsentEvent(
          transaction.db,
          {
            ...blankEvent,
            id: newId(),
            customer_id: customerIdNow,
            kind: 'first-use-notice',
            regime: 'hk-pdpo',
            purpose: 'direct-marketing',
            channels: '["email"]',
            staff_id: staff.staffId,
            at: now,
          },
          now,
        );
    });
    return null;
  },
};

type Welcome = ReturnType<typeof welcomeFor>['welcome'];

/** The welcome as the log of conversations keeps it; it tells of the right to opt out. */
function letterOf({ customer, membership }: Welcome, message: { subject: string; body: string }) {
  return {
    customerId: customer.id,
    subject: message.subject,
    words: message.body,
    origin: { kind: 'vip', id: membership.id },
    hasNotice: true,
  };
}

function welcomeFor(context: ActionContext, customerId: string, language: Language) {
  const { db, now, today, about } = context;
  const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
  about('customer', customer.id);
  const membership = findMembership(db, customer.id) ?? fail('NOT_A_MEMBER');
  const permissions = permissionsOf(db, customer.id, now);
  const statements = describePermissions(permissions);
  return { welcome: { customer, membership, statements, language, today }, permissions };
}
