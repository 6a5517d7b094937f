import type { ShopSource } from '../../kernel/parts';

/** Segments that are offered, by name. */
export const segmentsByName: ShopSource = {
  place: 'segment',
  permission: 'segments.read',
  select: `SELECT id, NULL AS number, name AS title, '' AS words, NULL AS customer_id FROM segments
    WHERE retired_at IS NULL ORDER BY updated_at DESC`,
};
