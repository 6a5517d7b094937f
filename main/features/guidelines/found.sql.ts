import type { ShopSource } from '../../kernel/parts';

/** Guidelines in force, by number and by their title in every language; their text is searched on their own screen. */
export const guidelinesByTitle: ShopSource = {
  place: 'guideline',
  permission: 'guidelines.read',
  select: `SELECT g.id, g.number, t.title, t.words, NULL AS customer_id FROM guidelines g
    JOIN (SELECT v.guideline_id, group_concat(v.title, ' · ') AS words,
        coalesce(max(CASE WHEN v.language = @language THEN v.title END), min(v.title)) AS title
      FROM guideline_versions v WHERE v.version = (SELECT max(n.version) FROM guideline_versions n
        WHERE n.guideline_id = v.guideline_id AND n.effective_on <= @today)
      GROUP BY v.guideline_id) t ON t.guideline_id = g.id
    ORDER BY g.created_at DESC, g.id`,
};
