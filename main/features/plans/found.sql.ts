import type { FoundSource } from '../../kernel/parts';

/** Contact plans find their customer by what was noted with them; the plan in force is the last one. */
export const foundPlans: FoundSource = {
  field: 'plan',
  select: `SELECT p.customer_id AS id, NULL AS number, p.note AS body, 0 AS is_discreet, p.set_at AS at
    FROM (SELECT * FROM contact_plans WHERE note IS NOT NULL) p`,
  column: 'p.customer_id',
};
