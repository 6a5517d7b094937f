import type { TimelineSource } from '../../kernel/parts';

/** Campaigns a customer was written to in, and what they said, on their timeline. */
export const campaignsTimeline: readonly TimelineSource[] = [
  {
    kind: 'campaign',
    select: `SELECT e.at, e.id, 'written' AS what, NULL AS detail, NULL AS staff_id, 0 AS is_discreet, 0 AS is_edited,
        json_object('number', k.number, 'name', k.name) AS more
      FROM campaign_entries e JOIN campaigns k ON k.id = e.campaign_id
      WHERE e.customer_id = @id AND e.dropped_at IS NULL`,
  },
  {
    kind: 'campaign',
    select: `SELECT e.response_at AS at, e.id || ' response' AS id, e.response AS what, e.response_words AS detail,
        e.response_by AS staff_id, 0 AS is_discreet, 0 AS is_edited,
        json_object('number', k.number, 'name', k.name) AS more
      FROM campaign_entries e JOIN campaigns k ON k.id = e.campaign_id
      WHERE e.customer_id = @id AND e.response_at IS NOT NULL`,
  },
];
