import type { FoundSource } from '../../kernel/parts';

/** Needs find their customer by what was seen, asked and answered, and by what is looked for and for whom. */
export const foundNeeds: FoundSource = {
  field: 'need',
  select: `SELECT n.customer_id AS id, NULL AS number, concat_ws(' ', n.brand, n.reference, n.for_whom, n.seen, n.asked,
      n.answered) AS body, n.is_discreet, n.at
    FROM (SELECT * FROM needs WHERE deleted_at IS NULL) n`,
  column: 'n.customer_id',
};
