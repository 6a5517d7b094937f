import type { GoodsClass } from '@shared/domain/consent-events';
import type { ContactChannel } from '@shared/domain/contact-channels';
import type { ConversationPurpose } from '@shared/domain/conversations';
import { consentChannelOf } from '@shared/domain/conversations';
import type { Language } from '@shared/domain/languages';
import type { ReadableDb } from '../../db/sql';
import type { PreparedDocument } from '../../kernel/devices';
import { fail } from '../../kernel/errors';
import type { ActionContext, CommandContext } from '../../kernel/handlers';
import { contactFax, contactLetter } from '../../reports/contact-page/contact-page';
import { mailto } from '../../reports/mailto';
import type { CustomerRow } from '../customers/customers.sql';
import { addressFor } from './before-contact.sql';
import { logConversation } from './conversations.sql';
import { gateOf } from './gate.sql';
import { optOutNotice } from './opt-out.sql';

/** Ways for which the machine must have something to open or an envelope something to say. */
const needsAddress: readonly ContactChannel[] = ['phone', 'email', 'whatsapp', 'letter'];

/** A message to one customer, as a feature that writes hands it over. */
export interface WantedMessage {
  readonly customer: CustomerRow;
  readonly channel: ContactChannel;
  readonly language: Language;
  readonly purpose: ConversationPurpose;
  readonly goodsClass: GoodsClass | null;
  readonly subject: string;
  /** As it goes out; the notice of s.35F is added here where it is due. */
  readonly body: string;
  readonly gateReason: string;
  readonly isDiscreet?: boolean;
  readonly template?: { readonly id: string; readonly version: number } | null;
  readonly origin?: { readonly kind: string; readonly id: string };
  /** The page of a letter, where it is another than the shop's usual one. */
  readonly letter?: (text: string) => PreparedDocument;
  /** What else is written in the transaction that logs the message. */
  readonly alongside?: (transaction: CommandContext) => void;
}

/**
 * Opens the message in the machine's own program, or makes the page, and logs it. Fails with the codes of
 * `conversations.prepare`, which the calling operation declares.
 */
export async function prepareMessage(context: ActionContext, wanted: WantedMessage) {
  const { db, now, devices } = context;
  const { customer, channel, purpose, goodsClass } = wanted;
  const address = addressFor(db, customer, channel);
  if (address === null && needsAddress.includes(channel)) fail('NO_ADDRESS_FOR_CHANNEL');
  if (channel !== 'phone' && wanted.body === '') fail('MESSAGE_EMPTY');
  const isNoticeDue =
    purpose === 'selling' &&
    passGate(db, customer.id, { channel, goodsClass, gateReason: wanted.gateReason, now });
  const notice = isNoticeDue ? optOutNotice(db, wanted.language) : null;
  // On the telephone the text is what to say: what was said, and whether the notice was, is noted after the call.
  const text = channel === 'phone' || !notice ? wanted.body : `${wanted.body}\n\n${notice}`;
  const opened = await open(context, { ...wanted, address, text });
  const made = context.transact((transaction) => {
    const logged = logConversation(transaction, {
      customerId: customer.id,
      channel,
      direction: 'out',
      purpose,
      goodsClass,
      subject: wanted.subject,
      words: channel === 'phone' ? '' : text,
      outcome: null,
      isDiscreet: wanted.isDiscreet ?? false,
      gateReason: wanted.gateReason,
      isPrepared: true,
      hasNotice: notice !== null && channel !== 'phone',
      template: wanted.template ?? null,
      ...(wanted.origin ? { origin: wanted.origin } : {}),
    });
    transaction.about('conversation', logged.conversationId);
    wanted.alongside?.(transaction);
    return logged;
  });
  return { ...made, documentId: opened && devices.keepDocument(opened), text };
}

interface Selling {
  readonly channel: ContactChannel;
  readonly goodsClass: GoodsClass | null;
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

type Message = WantedMessage & { readonly address: string | null; readonly text: string };

/** Opens the machine's own program, or makes the page; null where there is nothing to print. */
async function open({ db, today, devices }: ActionContext, message: Message) {
  const { customer, channel, language, subject, text, address } = message;
  const page = { customer, language, today, subject, text };
  if (channel === 'letter') return message.letter ? message.letter(text) : contactLetter(db, page);
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
