import type { FoundSource } from '../../kernel/parts';

/** Quotations find their customer by number and by what was offered. */
export const foundQuotations: FoundSource = {
  field: 'quotation',
  select: `SELECT q.customer_id AS id, q.number, coalesce((SELECT group_concat(l.description, ' ') FROM quotation_lines l
      WHERE l.quotation_id = q.id), '') AS body, q.is_discreet, q.created_at AS at
    FROM quotations q`,
  column: 'q.customer_id',
};
