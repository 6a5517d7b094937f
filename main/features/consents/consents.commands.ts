import type { consentsContract } from '@shared/contract/consents';
import type { Channel } from '@shared/domain/consent-events';
import { contactChannelOf } from '@shared/domain/conversations';
import { asLanguage } from '@shared/domain/languages';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { wordsFor } from '../../reports/words';
import { logWritten, settleWritten } from '../conversations/written.sql';
import { captureConsent, needCustomer } from './capture.sql';
import { blankEvent, insertConsentEvent } from './consents.sql';
import { needPendingConsents } from './pending';
import { withdrawConsent } from './withdraw.sql';

export const consentsCommands: CommandHandlers<typeof consentsContract> = {
  'consents.capture': (context, { customerId, consent }) => {
    const customer = needCustomer(context.db, customerId);
    context.about('customer', customer.id);
    return captureConsent(context, customer, consent);
  },
  'consents.withdraw': (context, { customerId, scope, words }) => {
    const customer = needCustomer(context.db, customerId);
    context.about('customer', customer.id);
    withdrawConsent(context, customer.id, scope, words);
    return null;
  },
  'consents.confirmOral': (context, { customerId, channel }) => {
    const customer = needCustomer(context.db, customerId);
    context.about('customer', customer.id);
    for (const given of needPendingConsents(context.db, customer.id, context.now))
      insertConfirmation(context, customer.id, given.id, channel);
    const written = {
      origin: { kind: 'consent', id: customer.id },
      channel: contactChannelOf(channel),
      outcome: 'sent',
    } as const;
    // Written by hand, or by a way this app does not open: it was said all the same.
    if (settleWritten(context, written) === 0) {
      const subject = wordsFor(asLanguage(customer.language))('consents.letter.title');
      logWritten(context, { ...written, customerId: customer.id, subject, words: '' });
    }
    return null;
  },
};

function insertConfirmation(
  { db, now, staff, newId }: CommandContext,
  customerId: string,
  givenId: string,
  channel: Channel,
): void {
  insertConsentEvent(
    db,
    {
      ...blankEvent,
      id: newId(),
      customer_id: customerId,
      kind: 'confirmation-sent',
      regime: 'hk-pdpo',
      purpose: 'all',
      channels: JSON.stringify([channel]),
      refers_to_id: givenId,
      staff_id: staff.staffId,
      at: now,
    },
    now,
  );
}
