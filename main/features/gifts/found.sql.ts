import type { FoundSource, ShopSource } from '../../kernel/parts';

/** Gifts find whoever received them by number, by what it was and by what it was for. */
export const foundGifts: FoundSource = {
  field: 'gift',
  select: `SELECT g.customer_id AS id, g.number, concat_ws(' ', k.name, k.chinese_name, g.what_for) AS body, g.is_discreet,
      g.made_at AS at
    FROM gifts g JOIN gift_kinds k ON k.id = g.gift_kind_id`,
  column: 'g.customer_id',
};

/** What the shop gives, by its names. */
export const giftKindsByName: ShopSource = {
  place: 'gift',
  permission: 'gifts.read',
  select: `SELECT id, NULL AS number, name AS title, coalesce(chinese_name, '') AS words, NULL AS customer_id
    FROM gift_kinds WHERE retired_at IS NULL ORDER BY updated_at DESC`,
};
