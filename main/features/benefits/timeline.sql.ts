import type { TimelineSource } from '../../kernel/parts';
import { brandedWords } from '../products/branded.sql';

/** What was given free of charge with an item, on the customer's timeline; one taken back says so. */
export const benefitsTimeline: readonly TimelineSource[] = [
  {
    kind: 'benefit',
    select: `SELECT u.at, u.id,
        CASE WHEN u.undone_at IS NOT NULL THEN 'undone' WHEN u.is_beyond THEN 'beyond' ELSE 'used' END AS what,
        ${brandedWords('i.brand', 'coalesce(i.family, i.description)')} || coalesce(' · ' || u.reason, '') AS detail,
        u.staff_id, i.is_discreet, 0 AS is_edited,
        json_object('en', v.names ->> '$.en', 'zh-Hant', v.names ->> '$."zh-Hant"', 'zh-Hans', v.names ->> '$."zh-Hans"') AS more
      FROM items i JOIN benefit_uses u ON u.item_id = i.id
      JOIN benefit_versions v ON v.benefit_id = u.benefit_id AND v.version = u.version
      WHERE i.customer_id = @id`,
  },
];
