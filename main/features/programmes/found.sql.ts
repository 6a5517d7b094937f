import type { ShopSource } from '../../kernel/parts';

/** Programmes by number and name, by why they are and what was learned. */
export const programmesByName: ShopSource = {
  place: 'programme',
  permission: 'programmes.read',
  select: `SELECT id, number, name AS title, concat_ws(' ', words, lesson) AS words, NULL AS customer_id FROM programmes
    ORDER BY made_at DESC, id DESC`,
};
