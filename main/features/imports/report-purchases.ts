import type { ImportReport } from '@shared/contract/imports';
import { prepared, type WritableDb } from '../../db/sql';

/** What the stage would bring: receipts, lines, money by currency. */
export function reportPurchases(db: WritableDb): Pick<ImportReport, 'created' | 'changed' | 'totals'> {
  const totals = prepared(
    db,
    `SELECT currency, sum(total - back) AS soldMinor, sum(back) AS givenBackMinor, sum(total) AS netMinor,
       count(*) AS receipts
     FROM stage.sales WHERE lines > 0 GROUP BY currency ORDER BY currency`,
  ).all() as ImportReport['totals'];
  const created = prepared(
    db,
    `SELECT (SELECT count(*) FROM stage.customers WHERE is_new = 1) AS customers,
       (SELECT count(*) FROM stage.products WHERE no > 0) AS products,
       (SELECT count(*) FROM stage.sales WHERE no > 0) AS receipts,
       (SELECT coalesce(sum(lines), 0) FROM stage.sales) AS lines,
       (SELECT count(*) FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
        WHERE l.is_known = 0 AND l.serial IS NOT NULL AND l.quantity > 0 AND s.customer IS NOT NULL) AS items`,
  ).get() as ImportReport['created'];
  const changed = prepared(db, 'SELECT count(*) FROM stage.sales WHERE no < 0 AND lines > 0')
    .pluck()
    .get() as number;
  return { created, changed: { customers: 0, products: 0, receipts: changed }, totals };
}
