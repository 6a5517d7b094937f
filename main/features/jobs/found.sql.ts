import type { FoundSource, ShopSource } from '../../kernel/parts';

/** Service jobs find their customer by number, item and what the customer said. */
export const foundJobs: FoundSource = {
  field: 'job',
  select: `SELECT j.customer_id AS id, j.number, j.item_name || ' ' || j.words AS body, j.is_discreet, j.intake_at AS at
    FROM service_jobs j`,
  column: 'j.customer_id',
};

/** A job by its number: its own screen, where a bag label or a ticket leads. */
export const jobsByNumber: ShopSource = {
  place: 'job',
  permission: 'jobs.read',
  isByNumber: true,
  select: `SELECT id, number, CASE WHEN is_discreet = 1 THEN number ELSE item_name END AS title, '' AS words, customer_id
    FROM service_jobs WHERE number = @number`,
};
