import type { WritableDb } from '../../db/sql';
import { LINE_COLUMN_COUNT, lineInserter } from '../sales/bulk.sql';
import { lineColumn as of, VALUES_A_LINE } from './line-columns';
import type { LastNumbers } from './stage';
import type { LineBatch } from './stager-messages';

/** Lines in one statement, which half a million lines notice. */
const AT_ONCE = 128;

/** Writes lines of new receipts into the shop, inside the caller's transaction: staged numbers become the shop's. */
export function lineWriter(
  db: WritableDb,
  { lastSale, lastProduct, lastDescription }: LastNumbers,
): (lines: LineBatch) => void {
  const insertMany = lineInserter(db, AT_ONCE);
  const insertOne = lineInserter(db, 1);
  const full: (number | null)[] = Array<number | null>(AT_ONCE * LINE_COLUMN_COUNT).fill(0);
  const value = (lines: LineBatch, at: number) => lines[at] as number;
  const put = (lines: LineBatch, at: number, into: (number | null)[], to: number) => {
    const product = value(lines, at + of.product);
    const description = value(lines, at + of.description);
    const quantity = value(lines, at + of.quantity);
    const unit = value(lines, at + of.unit);
    const discount = value(lines, at + of.discount);
    into[to] = value(lines, at + of.sale) + lastSale;
    into[to + 1] = value(lines, at + of.position);
    into[to + 2] = product > 0 ? product + lastProduct : product < 0 ? -product : null;
    into[to + 3] = description > 0 ? description + lastDescription : -description;
    into[to + 4] = quantity;
    into[to + 5] = unit;
    into[to + 6] = discount;
    into[to + 7] = quantity * unit - discount;
  };
  return (lines) => {
    const pieces = lines.length - (lines.length % (AT_ONCE * VALUES_A_LINE));
    let at = 0;
    while (at < pieces) {
      for (let to = 0; to < full.length; to += LINE_COLUMN_COUNT, at += VALUES_A_LINE)
        put(lines, at, full, to);
      insertMany(full);
    }
    for (; at < lines.length; at += VALUES_A_LINE) {
      const one: (number | null)[] = [];
      put(lines, at, one, 0);
      insertOne(one);
    }
  };
}
