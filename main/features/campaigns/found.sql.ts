import type { ShopSource } from '../../kernel/parts';

/** Campaigns by number and name, and by what was learned. */
export const campaignsByName: ShopSource = {
  place: 'campaign',
  permission: 'campaigns.read',
  select: `SELECT id, number, name AS title, coalesce(lesson, '') AS words, NULL AS customer_id FROM campaigns
    ORDER BY starts_on DESC, id DESC`,
};
