import type { TimelineSource } from '../../kernel/parts';

/** What was taken in and the steps that matter to the customer, on their timeline. */
export const jobsTimeline: readonly TimelineSource[] = [
  {
    kind: 'job',
    select: `SELECT e.at, e.id, CASE WHEN e.step = 'collect' THEN e.stage ELSE e.step END AS what,
        CASE WHEN e.step = 'intake' THEN j.item_name || ': ' || j.words
          ELSE json_extract(e.detail, '$.note') END AS detail,
        e.staff_id, j.is_discreet, 0 AS is_edited, json_object('number', j.number) AS more
      FROM service_jobs j JOIN service_job_events e ON e.job_id = j.id
      WHERE j.customer_id = @id AND e.step IN ('intake', 'estimate', 'approve', 'decline', 'finish', 'give-up', 'tell', 'collect')`,
  },
];
