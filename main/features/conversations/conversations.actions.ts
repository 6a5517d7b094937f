import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { conversationsContract } from '@shared/contract/conversations';
import type { ContactChannel } from '@shared/domain/contact-channels';
import { consentChannelOf } from '@shared/domain/conversations';
import type { Language } from '@shared/domain/languages';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { addressLabel, contactFax, contactLetter } from '../../reports/contact-page/contact-page';
import { mailto } from '../../reports/mailto';
import { type CustomerRow, findStandingCustomer } from '../customers/customers.sql';
import { addressFor } from './before-contact.sql';
import { findAttachment, logConversation } from './conversations.sql';
import { gateOf } from './gate.sql';
import { optOutNotice } from './opt-out.sql';

/** Ways for which the machine must have something to open or an envelope something to say. */
const needsAddress: readonly ContactChannel[] = ['phone', 'email', 'whatsapp', 'letter'];

export const conversationsActions: ActionHandlers<typeof conversationsContract> = {
  'conversations.prepare': async (context, input) => {
    const { db, now, devices } = context;
    const { channel, purpose, goodsClass, subject } = input;
    const customer = needCustomer(context, input.customerId);
    const address = addressFor(db, customer, channel);
    if (address === null && needsAddress.includes(channel)) fail('NO_ADDRESS_FOR_CHANNEL');
    if (channel !== 'phone' && input.body === '') fail('MESSAGE_EMPTY');
    const isNoticeDue =
      purpose === 'selling' &&
      passGate(db, customer.id, { channel, goodsClass, gateReason: input.gateReason, now });
    const notice = isNoticeDue ? optOutNotice(db, input.language) : null;
    // On the telephone the text is what to say: what was said, and whether the notice was, is noted after the call.
    const text = channel === 'phone' || !notice ? input.body : `${input.body}\n\n${notice}`;
    const opened = await open(context, customer, { ...input, address, text });
    const made = context.transact((transaction) => {
      const logged = logConversation(transaction, {
        customerId: customer.id,
        channel,
        direction: 'out',
        purpose,
        goodsClass,
        subject,
        words: channel === 'phone' ? '' : text,
        outcome: null,
        isDiscreet: input.isDiscreet,
        gateReason: input.gateReason,
        isPrepared: true,
        hasNotice: notice !== null && channel !== 'phone',
        template: input.template,
      });
      transaction.about('conversation', logged.conversationId);
      return logged;
    });
    return { ...made, documentId: opened && devices.keepDocument(opened), text };
  },

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
    if (file) await writeFile(file, bytes);
    return { file };
  },
};

function needCustomer({ db, about }: ActionContext, customerId: string): CustomerRow {
  const customer = findStandingCustomer(db, customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  about('customer', customer.id);
  return customer;
}

interface Selling {
  readonly channel: ContactChannel;
  readonly goodsClass: Parameters<typeof gateOf>[2]['goodsClass'] | null;
  readonly gateReason: string;
  readonly now: number;
}

/** Refuses before anything is opened; true where the notice of s.35F is due. */
function passGate(
  db: ReadableDb,
  customerId: string,
  { channel, goodsClass, gateReason, now }: Selling,
): boolean {
  if (!goodsClass) return fail('GOODS_CLASS_NEEDED');
  const verdict = gateOf(db, customerId, { channel: consentChannelOf(channel), goodsClass, now });
  if (verdict.state === 'closed') fail('SELLING_NOT_PERMITTED');
  if (verdict.state === 'needs-reason' && gateReason === '') fail('CONTACT_REASON_NEEDED');
  return verdict.firstUseNoticeDue;
}

interface Message {
  readonly channel: ContactChannel;
  readonly language: Language;
  readonly subject: string;
  readonly address: string | null;
  readonly text: string;
}

/** Opens the machine's own program, or makes the page; null where there is nothing to print. */
async function open({ db, today, devices }: ActionContext, customer: CustomerRow, message: Message) {
  const { channel, language, subject, text, address } = message;
  const page = { customer, language, today, subject, text };
  if (channel === 'letter') return contactLetter(db, page);
  if (channel === 'fax') return contactFax(db, { ...page, fax: address });
  const link = linkFor(message);
  if (link !== null && !(await devices.openExternal(link))) fail('PROGRAM_NOT_OPENED');
  return null;
}

/** The address that opens a program with the message in it; null where no program takes one: the text is copied there. */
function linkFor({ channel, address, subject, text }: Message): string | null {
  if (address === null) return null;
  const digits = address.replace(/[^\d]/g, '');
  if (channel === 'email') return mailto(address, { subject, body: text.replace(/\r?\n/g, '\r\n') });
  if (channel === 'phone') return `tel:${address.startsWith('+') ? '+' : ''}${digits}`;
  if (channel === 'whatsapp') return `https://wa.me/${digits}?text=${encodeURIComponent(text)}`;
  return null;
}
