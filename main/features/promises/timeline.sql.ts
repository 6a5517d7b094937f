import type { TimelineSource } from '../../kernel/parts';

/** Promises as they were made and as they ended, on the customer's timeline. */
export const promisesTimeline: readonly TimelineSource[] = [
  {
    kind: 'promise',
    select: `SELECT made_at AS at, id, 'made' AS what, what AS detail, made_by AS staff_id, is_discreet, 0 AS is_edited,
        json_object('number', number, 'dueOn', due_on) AS more
      FROM promises WHERE customer_id = @id`,
  },
  {
    kind: 'promise',
    select: `SELECT closed_at AS at, id || ' closed' AS id, status AS what, outcome AS detail, closed_by AS staff_id,
        is_discreet, 0 AS is_edited, json_object('number', number) AS more
      FROM promises WHERE customer_id = @id AND closed_at IS NOT NULL`,
  },
];
