import type { campaignsContract } from '@shared/contract/campaigns';
import type { ParsedInputOf } from '@shared/contract/define';
import type { CampaignChannel, CampaignResponse } from '@shared/domain/campaigns';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { withdrawConsent } from '../consents/withdraw.sql';
import { findConversation, logConversation } from '../conversations/conversations.sql';
import { noteOutcome } from '../conversations/outcome.sql';
import { findCustomer } from '../customers/customers.sql';
import { findCampaign } from './campaigns.sql';
import { type EntryRow, findEntry, updateEntry } from './entries.sql';

type Answer = ParsedInputOf<(typeof campaignsContract)['campaigns.respond']>;

/**
 * Writes what somebody said to a campaign, inside the caller's transaction: on the entry, in the conversations, and where
 * they want no more of it, as a withdrawal of everything at once (s.35G). Fails with the codes of `campaigns.respond`.
 */
export function respondTo(
  context: CommandContext,
  { entryId, response, words, wasNoticeSaid }: Answer,
): void {
  const { db, now, staff, about } = context;
  const entry = findEntry(db, entryId) ?? fail('ENTRY_NOT_FOUND');
  about('customer', entry.customer_id);
  if (entry.dropped_at !== null) fail('ENTRY_NOT_FOUND');
  // Who opted out is not turned into somebody who did not; only new consent does that.
  if (entry.response === 'opted-out') fail('ENTRY_ANSWERED');
  if (staff.role !== 'manager' && !isOwnCustomer(context, entry)) fail('NOT_YOUR_CUSTOMER');
  updateEntry(db, entry.id, {
    response,
    response_at: now,
    response_by: staff.staffId,
    response_words: words || null,
  });
  if (entry.is_call === 1) noteCall(context, entry, { response, words, wasNoticeSaid });
  else if (response !== 'not-reached') logAnswer(context, entry, words);
  else noteReturned(context, entry);
  if (response === 'opted-out') withdrawConsent(context, entry.customer_id, undefined, words);
}

function isOwnCustomer({ db, staff }: CommandContext, { customer_id, advisor_id }: EntryRow): boolean {
  const customer = findCustomer(db, customer_id);
  return [advisor_id, customer?.primary_advisor_id, customer?.secondary_advisor_id].includes(staff.staffId);
}

interface Call {
  readonly response: CampaignResponse;
  readonly words: string;
  readonly wasNoticeSaid: boolean;
}

/** The call that was prepared took place, or nobody answered; a later try is the same call. */
function noteCall(context: CommandContext, entry: EntryRow, { response, words, wasNoticeSaid }: Call): void {
  const outcome = response === 'not-reached' ? 'no-answer' : 'talked';
  const before = findConversation(context.db, entry.conversation_id)?.outcome;
  if (before !== null && before !== 'no-answer') return;
  noteOutcome(context, {
    conversationId: entry.conversation_id,
    outcome,
    words,
    wasNoticeSaid,
    isNextTry: before === 'no-answer',
  });
}

/** What came back is a conversation of its own: the customer began it. */
function logAnswer(context: CommandContext, entry: EntryRow, words: string): void {
  const campaign = findCampaign(context.db, entry.campaign_id);
  if (!campaign) return;
  logConversation(context, {
    customerId: entry.customer_id,
    channel: campaign.channel as CampaignChannel,
    direction: 'in',
    purpose: 'service',
    subject: campaign.name,
    words,
    outcome: null,
    origin: { kind: 'campaign', id: campaign.id },
  });
}

/** It went out and came back. */
function noteReturned(context: CommandContext, { conversation_id }: EntryRow): void {
  if (findConversation(context.db, conversation_id)?.outcome !== null) return;
  noteOutcome(context, {
    conversationId: conversation_id,
    outcome: 'not-delivered',
    words: '',
    wasNoticeSaid: false,
  });
}
