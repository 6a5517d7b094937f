import type { TimelineSource } from '../../kernel/parts';

/** Follow-ups as they ended, on the customer's timeline; those the app dropped with their purchase say nothing. */
export const plansTimeline: readonly TimelineSource[] = [
  {
    kind: 'follow-up',
    select: `SELECT f.closed_at AS at, f.id, f.status AS what, f.words AS detail, f.closed_by AS staff_id, f.is_discreet,
        0 AS is_edited, json_object('kind', r.kind, 'name', coalesce(r.name, ''), 'about', f.about,
          'conversation', coalesce((SELECT v.number FROM conversations v WHERE v.id = f.conversation_id), '')) AS more
      FROM follow_ups f JOIN follow_up_rules r ON r.id = f.rule_version_id
      WHERE f.customer_id = @id AND f.status IN ('done', 'skipped')`,
  },
];
