import type { FoundSource, ShopSource } from '../../kernel/parts';

/** Feedback finds its customer by what they wrote or said in their own words. */
export const foundFeedback: FoundSource = {
  field: 'feedback',
  select: `SELECT f.customer_id AS id, NULL AS number, (SELECT coalesce(group_concat(a.value, ' '), '')
      FROM json_each(f.answers) a WHERE a.type = 'text') AS body, 0 AS is_discreet, f.at
    FROM feedback f`,
  column: 'f.customer_id',
};

/** Surveys by their names. */
export const surveysByName: ShopSource = {
  place: 'survey',
  permission: 'feedback.read',
  select: `SELECT id, NULL AS number, name AS title, '' AS words, NULL AS customer_id FROM surveys
    WHERE retired_at IS NULL ORDER BY created_at DESC`,
};
