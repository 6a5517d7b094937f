import type { TimelineSource } from '../../kernel/parts';

/** What the customer answered when they were asked, or that they would rather not. */
export const feedbackTimeline: readonly TimelineSource[] = [
  {
    kind: 'feedback',
    select: `SELECT f.at, f.id, iif(f.status = 'declined', 'declined', iif(f.nps IS NULL, 'answered', 'scored')) AS what,
        (SELECT group_concat(a.value, ' · ') FROM json_each(f.answers) a
         JOIN json_each(v.questions) q ON q.value ->> 'id' = a.key WHERE q.value ->> 'kind' = 'words') AS detail,
        f.asked_by AS staff_id, 0 AS is_discreet, 0 AS is_edited,
        json_object('nps', coalesce(f.nps, ''), 'csat', coalesce(f.csat, '')) AS more
      FROM feedback f JOIN survey_versions v ON v.id = f.survey_version_id WHERE f.customer_id = @id`,
  },
];
