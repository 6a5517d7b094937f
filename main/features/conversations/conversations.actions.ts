import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { conversationsContract } from '@shared/contract/conversations';
import { LEFT_AS_FILE } from '@shared/domain/exports';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { addressLabel } from '../../reports/contact-page/contact-page';
import { type CustomerRow, findStandingCustomer } from '../customers/customers.sql';
import { addressFor } from './before-contact.sql';
import { findAttachment } from './conversations.sql';
import { prepareMessage } from './prepare.sql';

export const conversationsActions: ActionHandlers<typeof conversationsContract> = {
  'conversations.prepare': async (context, { customerId, ...message }) =>
    prepareMessage(context, { ...message, customer: needCustomer(context, customerId) }),

  'conversations.label': (context, { customerId }) => {
    const customer = needCustomer(context, customerId);
    if (!addressFor(context.db, customer, 'letter')) fail('NO_ADDRESS_FOR_CHANNEL');
    return { documentId: context.devices.keepDocument(addressLabel(customer)) };
  },

  'conversations.saveAttachment': async ({ db, devices, about }, { attachmentId }) => {
    const attachment = findAttachment(db, attachmentId) ?? fail('ATTACHMENT_NOT_FOUND');
    about('conversation', attachment.conversation_id, ['attachment']);
    const bytes = Buffer.from(attachment.bytes);
    if (createHash('sha256').update(bytes).digest('hex') !== attachment.sha256) fail('ATTACHMENT_DAMAGED');
    const file = await devices.chooseFileToSave({ title: attachment.name, suggestedName: attachment.name });
    if (file) {
      await writeFile(file, bytes);
      about('conversation', attachment.conversation_id, ['attachment', LEFT_AS_FILE]);
    }
    return { file };
  },
};

function needCustomer({ db, about }: ActionContext, customerId: string): CustomerRow {
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  about('customer', customer.id);
  return customer;
}
