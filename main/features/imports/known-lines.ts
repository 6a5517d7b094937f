import { prepared, type WritableDb } from '../../db/sql';
import { findImported } from './imports.sql';
import { keyOf } from './row-values';

interface LineContent {
  /** By their numbers in the shop; below nothing for what is new to it. */
  readonly product: number | null;
  readonly description: number;
  readonly quantity: number;
  readonly unit: number;
  readonly discount: number;
  readonly total: number;
  readonly serial: string | null;
}

/** What makes two lines of a receipt the same: a product's own words do not, for it may be called otherwise today. */
function contentOf(line: LineContent): string {
  const { product, description, quantity, unit, discount, total, serial } = line;
  const words = product === null ? description : null;
  return JSON.stringify([product, words, quantity, unit, discount, total, serial]);
}

/**
 * Finds the lines of receipts from earlier imports that are there already, one for one: of two equal lines in the file and
 * one in the shop, one is new. A row that was refused, corrected and fed back was none of those that came in, even where it
 * looks like one: it is known by the line it had. Marks them, takes them off their receipts, and returns how many there are.
 */
export function markKnownLines(db: WritableDb): number {
  const sales = prepared(db, 'SELECT no, key FROM stage.sales WHERE no < 0').all() as {
    no: number;
    key: string;
  }[];
  if (sales.length === 0) return 0;
  db.exec('CREATE INDEX IF NOT EXISTS stage.lines_by_sale ON lines (sale)');
  const stagedLines = db.prepare(
    `SELECT no, -product AS product, -description AS description, quantity, unit, discount,
       quantity * unit - discount AS total, serial, origin
     FROM stage.lines WHERE sale = ? ORDER BY no`,
  );
  const shopLines = db.prepare(
    `SELECT product_no AS product, description_no AS description, quantity, unit_price_minor AS unit,
       discount_minor AS discount, total_minor AS total, serial, position FROM main.sale_lines WHERE sale_no = ?`,
  );
  const mark = db.prepare('UPDATE stage.lines SET is_known = 1 WHERE no = ?');
  const takeOff = db.prepare(
    'UPDATE stage.sales SET lines = ?, positives = ?, negatives = ?, total = ?, back = ?, offset_position = ? WHERE no = ?',
  );
  let known = 0;
  for (const { no, key } of sales) {
    const there = new Map<string, number>();
    let offset = 0;
    for (const line of shopLines.all(-no) as (LineContent & { position: number })[]) {
      const content = contentOf(line);
      there.set(content, (there.get(content) ?? 0) + 1);
      offset = Math.max(offset, line.position + 1);
    }
    const left = { lines: 0, positives: 0, negatives: 0, total: 0, back: 0 };
    for (const line of stagedLines.all(no) as (LineContent & { no: number; origin: number | null })[]) {
      const content = contentOf(line);
      const count = there.get(content) ?? 0;
      const isKnown =
        line.origin === null
          ? count > 0
          : findImported(db, 'line', keyOf(key, String(line.origin))) !== undefined;
      if (isKnown) {
        there.set(content, count - 1);
        mark.run(line.no);
        known += 1;
        continue;
      }
      left.lines += 1;
      left.total += line.total;
      left.back += Math.min(line.total, 0);
      if (line.quantity < 0) left.negatives += 1;
      else left.positives += 1;
    }
    takeOff.run(left.lines, left.positives, left.negatives, left.total, left.back, offset, no);
  }
  return known;
}
