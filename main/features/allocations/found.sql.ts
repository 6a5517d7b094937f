import type { ShopSource } from '../../kernel/parts';
import { brandedWords } from '../products/branded.sql';

/** Pieces that arrived and were allocated, by number, serial and the watch. */
export const allocationsByPiece: ShopSource = {
  place: 'allocation',
  permission: 'interests.read',
  select: `SELECT a.id, a.number, ${brandedWords('p.brand', 'p.name')} AS title,
      concat_ws(' ', a.serial, p.reference, p.chinese_name) AS words, NULL AS customer_id
    FROM allocations a JOIN products p ON p.id = a.product_id ORDER BY a.opened_at DESC, a.id DESC`,
};
