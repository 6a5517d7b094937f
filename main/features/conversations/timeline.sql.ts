import type { TimelineSource } from '../../kernel/parts';

/** Conversations as they took place, on the customer's timeline. */
export const conversationsTimeline: readonly TimelineSource[] = [
  {
    kind: 'conversation',
    select: `SELECT at, id, channel AS what,
        coalesce(nullif(concat_ws(char(10), subject, nullif(words, '')), ''), NULL) AS detail, staff_id, is_discreet,
        EXISTS (SELECT 1 FROM conversation_revisions r WHERE r.conversation_id = conversations.id AND r.kind = 'corrected')
          AS is_edited,
        json_object('number', number, 'direction', direction, 'outcome', coalesce(outcome, '')) AS more
      FROM conversations WHERE customer_id = @id`,
  },
];
