import type { FoundSource } from '../../kernel/parts';

/** Promises find their customer by number and by what was promised. */
export const foundPromises: FoundSource = {
  field: 'promise',
  select: `SELECT p.customer_id AS id, p.number, p.what || ' ' || coalesce(p.outcome, '') AS body, p.is_discreet, p.made_at AS at
    FROM promises p`,
  column: 'p.customer_id',
};
