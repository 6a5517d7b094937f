import type { Conversation } from '@shared/contract/conversations';
import type { GoodsClass } from '@shared/domain/consent-events';
import type { Obstacle } from '@shared/domain/contact-gate';
import type { ConversationChannel, ConversationOutcome } from '@shared/domain/conversations';
import { customerOf } from '../customers/cards.sql';
import type { ShownConversationRow } from './conversations.sql';

/** A row as the contract shows it. */
export function conversationOf(row: ShownConversationRow): Conversation {
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    at: row.at,
    channel: row.channel as ConversationChannel,
    direction: row.direction as 'in',
    purpose: row.purpose as 'service',
    goodsClass: row.goods_class as GoodsClass | null,
    staff: { id: row.staff_id, name: row.staff_name },
    subject: row.subject,
    words: row.words,
    outcome: row.outcome as ConversationOutcome | null,
    isDiscreet: row.is_discreet === 1,
    gate: row.gate as Conversation['gate'],
    obstacles: JSON.parse(row.gate_obstacles) as Obstacle[],
    gateReason: row.gate_reason,
    attachments: JSON.parse(row.files) as Conversation['attachments'],
    isCorrected: row.is_corrected === 1,
    version: row.version,
  };
}
