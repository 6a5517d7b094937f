import type { WritableDb } from '../../db/sql';
import { lineAdder } from '../sales/bulk.sql';
import { lineColumn as of, VALUES_A_LINE } from './line-columns';
import type { LastNumbers } from './stage';
import type { LineBatch } from './stager-messages';

/** Writes lines of new receipts into the shop, inside the caller's transaction; they are there for certain after `finish`. */
export interface LineWriter {
  write(lines: LineBatch): void;
  finish(): void;
}

/** Starts writing lines: staged numbers become the shop's. */
export function lineWriter(
  db: WritableDb,
  { lastSale, lastProduct, lastDescription }: LastNumbers,
): LineWriter {
  const adder = lineAdder(db);
  return {
    write(lines) {
      const value = (at: number) => lines[at] as number;
      for (let at = 0; at < lines.length; at += VALUES_A_LINE) {
        const product = value(at + of.product);
        const description = value(at + of.description);
        adder.add(
          value(at + of.sale) + lastSale,
          value(at + of.position),
          product > 0 ? product + lastProduct : product < 0 ? -product : null,
          description > 0 ? description + lastDescription : -description,
          value(at + of.quantity),
          value(at + of.unit),
          value(at + of.discount),
        );
      }
    },
    finish: adder.finish,
  };
}
