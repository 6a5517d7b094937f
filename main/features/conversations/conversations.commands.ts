import { createHash } from 'node:crypto';
import {
  attachmentExtensions,
  type conversationsContract,
  largestAttachment,
} from '@shared/contract/conversations';
import type { ParsedInputOf } from '@shared/contract/define';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { makePromise, type NewPromise } from '../promises/promises.sql';
import {
  type ConversationRow,
  gateColumns,
  insertAttachment,
  logConversation,
  needPast,
  replaceConversation,
} from './conversations.sql';
import { needConversation, noteOutcome, revision } from './outcome.sql';

export const conversationsCommands: CommandHandlers<typeof conversationsContract> = {
  'conversations.log': (context, { attachments, nextStep, ...said }) => {
    const { conversationId, number } = logConversation(context, said);
    context.about('conversation', conversationId);
    for (const file of attachments) attach(context, conversationId, file);
    const promiseNumber = promiseOf(context, said.customerId, conversationId, nextStep);
    return { conversationId, number, promiseNumber };
  },

  'conversations.correct': (context, { conversationId, version, reason, ...said }) => {
    const { db, now, about } = context;
    const before = needConversation(context, conversationId);
    if (before.version !== version) fail('CONVERSATION_CHANGED');
    needPast(said.at, now);
    about('conversation', conversationId, changedFields(before, said));
    const columns = {
      at: said.at,
      channel: said.channel,
      direction: said.direction,
      purpose: said.purpose,
      goods_class: said.purpose === 'selling' ? said.goodsClass : null,
      subject: said.subject || null,
      words: said.words,
      outcome: said.outcome,
      is_discreet: said.isDiscreet ? 1 : 0,
      ...correctedGate(db, before, said, reason),
    };
    return { version: replaceConversation(db, before, columns, revision(context, 'corrected', reason)) };
  },

  'conversations.noteOutcome': (context, { conversationId, outcome, words, wasNoticeSaid, nextStep }) => {
    context.about('conversation', conversationId, ['outcome']);
    const before = noteOutcome(context, { conversationId, outcome, words, wasNoticeSaid });
    return { promiseNumber: promiseOf(context, before.customer_id, conversationId, nextStep) };
  },
};

type Terms = Omit<NewPromise, 'customerId' | 'origin'>;

/** The next step, as a promise of its own. */
function promiseOf(
  context: CommandContext,
  customerId: string,
  conversationId: string,
  terms: Terms | null,
): string | null {
  if (!terms) return null;
  const origin = { kind: 'conversation', id: conversationId } as const;
  return makePromise(context, { ...terms, customerId, origin }).number;
}

type Said = Omit<
  ParsedInputOf<(typeof conversationsContract)['conversations.correct']>,
  'conversationId' | 'version' | 'reason'
>;

/**
 * A contact that became another one passes the gate anew, without counting against itself; where no reason stood yet, the
 * correction's is what the manager reads.
 */
function correctedGate(db: ReadableDb, before: ConversationRow, said: Said, reason: string) {
  const isSame =
    before.at === said.at &&
    before.channel === said.channel &&
    before.direction === said.direction &&
    before.purpose === said.purpose &&
    before.goods_class === said.goodsClass;
  if (isSame) return {};
  const asked = { ...said, gateReason: before.gate_reason ?? reason, exceptId: before.id };
  return gateColumns(db, before.customer_id, asked, said.at);
}

/** Fields whose value is another one, by name. */
function changedFields(
  before: ConversationRow,
  said: Pick<ConversationRow, 'at' | 'channel' | 'direction' | 'purpose' | 'words' | 'outcome'>,
): string[] {
  return (['at', 'channel', 'direction', 'purpose', 'words', 'outcome'] as const).filter(
    (field) => before[field] !== said[field],
  );
}

function attach(
  { db, newId }: CommandContext,
  conversationId: string,
  { name, base64 }: { name: string; base64: string },
): void {
  const extension = name.toLowerCase().split('.').pop() ?? '';
  if (!(attachmentExtensions as readonly string[]).includes(extension)) fail('ATTACHMENT_TYPE', { name });
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.length > largestAttachment)
    fail('ATTACHMENT_TOO_LARGE', { name, megabytes: largestAttachment / 1024 / 1024 });
  insertAttachment(db, {
    id: newId(),
    conversation_id: conversationId,
    // The last part of a path, without what a file system would read as one.
    name: name.replace(/^.*[\\/]/, ''),
    bytes,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}
