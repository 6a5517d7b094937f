import { type ConversationOutcome, consentChannelOf } from '@shared/domain/conversations';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { blankEvent, insertConsentEvent } from '../consents/consents.sql';
import { type ConversationRow, findConversation, replaceConversation } from './conversations.sql';

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;

interface NotedOutcome {
  readonly conversationId: string;
  readonly outcome: ConversationOutcome;
  /** What was said, beside what was prepared. */
  readonly words: string;
  /** On the telephone the customer was told of the right to opt out (s.35F). */
  readonly wasNoticeSaid: boolean;
  /** A call that nobody answered was made once more. */
  readonly isNextTry?: boolean;
}

/**
 * Writes what came of a contact that was begun from here, inside the caller's transaction; returns the conversation as it
 * stood. Fails with CONVERSATION_NOT_FOUND or OUTCOME_KNOWN.
 */
export function noteOutcome(context: Context, noted: NotedOutcome): ConversationRow {
  const { conversationId, outcome, words, wasNoticeSaid, isNextTry = false } = noted;
  const before = needConversation(context, conversationId);
  if (before.outcome !== null && !(isNextTry && before.outcome === 'no-answer')) fail('OUTCOME_KNOWN');
  const columns = { outcome, words: [before.words, words].filter(Boolean).join('\n\n') };
  replaceConversation(context.db, before, columns, revision(context, 'outcome', null));
  const wasRead = before.has_notice === 1 && (outcome === 'sent' || outcome === 'talked');
  const wasHeard = wasNoticeSaid && outcome === 'talked';
  if (before.gate !== null && (wasRead || wasHeard)) recordFirstUse(context, before);
  return before;
}

/** One conversation, or CONVERSATION_NOT_FOUND. */
export function needConversation(
  { db }: Pick<CommandContext, 'db'>,
  conversationId: string,
): ConversationRow {
  return findConversation(db, conversationId) ?? fail('CONVERSATION_NOT_FOUND');
}

/** The columns of what stood before, but for itself. */
export function revision(
  { now, staff, newId }: Context,
  kind: 'outcome' | 'corrected',
  reason: string | null,
) {
  return { id: newId(), at: now, staff_id: staff.staffId, kind, reason };
}

/** s.35F: the customer has now been told, with this use, that it stops on request. */
function recordFirstUse({ db, now, staff, newId }: Context, conversation: ConversationRow): void {
  const channel = consentChannelOf(conversation.channel as 'email');
  insertConsentEvent(
    db,
    {
      ...blankEvent,
      id: newId(),
      customer_id: conversation.customer_id,
      kind: 'first-use-notice',
      regime: 'hk-pdpo',
      purpose: 'direct-marketing',
      channels: JSON.stringify(channel ? [channel] : []),
      staff_id: staff.staffId,
      at: now,
      note: conversation.number,
    },
    now,
  );
}
