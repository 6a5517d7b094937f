import type { FoundSource } from '../../kernel/parts';

/** Interests find their customer by number, by the watch and by the reason that was given. */
export const foundInterests: FoundSource = {
  field: 'interest',
  select: `SELECT i.customer_id AS id, i.number, coalesce(p.reference || ' ', '') || coalesce(p.brand || ' ', '') || p.name || ' '
      || coalesce(p.chinese_name || ' ', '') || i.reason AS body, i.is_discreet, i.registered_at AS at
    FROM interests i JOIN products p ON p.id = i.product_id`,
  column: 'i.customer_id',
};
