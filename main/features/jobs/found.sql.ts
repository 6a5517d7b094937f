import type { FoundSource } from '../../kernel/parts';

/** Service jobs find their customer by number, item and what the customer said. */
export const foundJobs: FoundSource = {
  field: 'job',
  select: `SELECT j.customer_id AS id, j.number, j.item_name || ' ' || j.words AS body, j.is_discreet, j.intake_at AS at
    FROM service_jobs j`,
  column: 'j.customer_id',
};
