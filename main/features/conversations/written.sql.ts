import type { ContactChannel } from '@shared/domain/contact-channels';
import type { ConversationOutcome } from '@shared/domain/conversations';
import { prepared } from '../../db/sql';
import type { LetterToCustomer } from '../../kernel/devices';
import type { CommandContext } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { type ConversationRow, logConversation, replaceConversation } from './conversations.sql';

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId' | 'nextNumber'>;

/** Something written that left the app: a letter that was printed, an e-mail that was opened. */
export interface Written extends LetterToCustomer {
  readonly channel: ContactChannel;
  /** Null: prepared, and nobody has said yet that it went out. */
  readonly outcome: ConversationOutcome | null;
}

/**
 * A letter or e-mail logs itself (standard T2), inside the caller's transaction. It is about what the customer has or asked
 * for; what sells goes through `conversations.prepare` and its gate. Nothing where the customer was removed meanwhile:
 * the paper is out already.
 */
export function logWritten(context: Context, written: Written): void {
  const { channel, customerId, subject, words, origin, outcome, hasNotice = false } = written;
  const customer = findStandingCustomer(context.db, customerId);
  if (!customer || customer.deleted_at !== null) return;
  logConversation(context, {
    customerId: customer.id,
    channel,
    direction: 'out',
    purpose: 'service',
    subject: subject.slice(0, 200),
    words: words.slice(0, 8000),
    outcome,
    hasNotice,
    isPrepared: true,
    origin,
  });
}

/** What was prepared for one record by this way went out: it waits for its outcome no longer. Returns how many did. */
export function settleWritten(
  { db, now, staff, newId }: Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>,
  { origin, channel, outcome }: Pick<Written, 'origin' | 'channel' | 'outcome'>,
): number {
  const rows = prepared(
    db,
    `SELECT * FROM conversations WHERE origin_kind = ? AND origin_id = ? AND channel = ? AND outcome IS NULL`,
  ).all(origin.kind, origin.id, channel) as ConversationRow[];
  for (const row of rows) {
    const revision = {
      id: newId(),
      at: now,
      staff_id: staff.staffId,
      kind: 'outcome',
      reason: null,
    } as const;
    replaceConversation(db, row, { outcome }, revision);
  }
  return rows.length;
}
