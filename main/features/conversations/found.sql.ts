import type { FoundSource } from '../../kernel/parts';

/** Conversations find their customer by number and by what was said. */
export const foundConversations: FoundSource = {
  field: 'conversation',
  select: `SELECT t.customer_id AS id, t.number, coalesce(t.subject || ' ', '') || t.words AS body, t.is_discreet, t.at
    FROM conversations t`,
  column: 't.customer_id',
};
