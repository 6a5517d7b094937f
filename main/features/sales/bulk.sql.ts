import type { WritableDb } from '../../db/sql';

/** Takes the named parameters of its `select` and says how many rows came. */
export type Copier = (parameters: Readonly<Record<string, string | number>>) => number;

// What fails leaves rows of the same call behind (`OR FAIL`), so the caller's transaction must not be committed then: SQLite need not
// be able to take back a single statement, for which it would copy every page of every index that the statement touches.
function copier(db: WritableDb, text: string): Copier {
  const statement = db.prepare(text);
  return (parameters) => statement.run(parameters).changes;
}

/**
 * Adds receipts that another table of this connection holds, a stretch at a time. `select` yields no, id, receipt_number, kind,
 * customer_id, staff_id, sold_at, sold_on, currency, total_minor, country, import_id and created_at. The caller indexes them
 * and stores the customers' totals.
 */
export function saleCopier(db: WritableDb, select: string): Copier {
  return copier(
    db,
    `INSERT OR FAIL INTO main.sales (no, id, receipt_number, kind, customer_id, staff_id, sold_at, sold_on, currency, total_minor,
       country, import_id, created_at) ${select}`,
  );
}

/**
 * Adds lines that another table of this connection holds, a stretch at a time: SQLite copies them itself, which half a
 * million lines notice. `select` yields sale_no, position, product_no, description_no, quantity, unit_price_minor,
 * discount_minor, total_minor and serial.
 */
export function lineCopier(db: WritableDb, select: string): Copier {
  return copier(
    db,
    `INSERT OR FAIL INTO main.sale_lines (sale_no, position, product_no, description_no, quantity, unit_price_minor,
       discount_minor, total_minor, serial) ${select}`,
  );
}

/** Adds lines one after the other; they are there for certain after `finish`. */
export interface LineAdder {
  /** One line without a serial; its total is worked out. Fails as a copier does. */
  add(
    saleNo: number,
    position: number,
    productNo: number | null,
    descriptionNo: number,
    quantity: number,
    unitPriceMinor: number,
    discountMinor: number,
  ): void;
  finish(): void;
}

const LINE_COLUMNS =
  'sale_no, position, product_no, description_no, quantity, unit_price_minor, discount_minor, total_minor';

/** Lines in one statement, and the numbers that each of them travels as. */
const AT_ONCE = 512;
const NUMBERS = 3;
/** Two numbers share one of 53 bits: place and receipt, words and product, price and quantity. */
const POSITIONS = 2 ** 16;
const DESCRIPTIONS = 2 ** 26;
const PRICES = 2 ** 32;
const SALES = 2 ** 37;
const PRODUCTS = 2 ** 26;
/** A quantity may be below nothing: it travels as so much more. */
const QUANTITIES = 2 ** 20;

/**
 * Starts adding very many lines. Handing a value over costs as much as half of what SQLite does with the line, so nearly all
 * lines travel as three numbers that SQLite takes apart; those that do not fit go by themselves.
 */
export function lineAdder(db: WritableDb): LineAdder {
  const quantity = `(column3 >> 32) - ${QUANTITIES}`;
  const price = `column3 & ${PRICES - 1}`;
  const insertPacked = (lines: number) =>
    db.prepare(
      `INSERT OR FAIL INTO main.sale_lines (${LINE_COLUMNS})
       SELECT column1 >> 16, column1 & ${POSITIONS - 1}, column2 >> 26, column2 & ${DESCRIPTIONS - 1},
         ${quantity}, ${price}, 0, (${quantity}) * (${price})
       FROM (VALUES ${Array(lines).fill('(?, ?, ?)').join(', ')})`,
    );
  const insertMany = insertPacked(AT_ONCE);
  const insertOne = db.prepare(
    `INSERT OR FAIL INTO main.sale_lines (${LINE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const packed: number[] = Array(AT_ONCE * NUMBERS).fill(0);
  let filled = 0;
  return {
    add(saleNo, position, productNo, descriptionNo, units, unit, discount) {
      const fits =
        productNo !== null &&
        discount === 0 &&
        saleNo < SALES &&
        position < POSITIONS &&
        productNo < PRODUCTS &&
        descriptionNo < DESCRIPTIONS &&
        units >= -QUANTITIES &&
        units < QUANTITIES &&
        unit >= 0 &&
        unit < PRICES;
      if (!fits) {
        const total = units * unit - discount;
        insertOne.run(saleNo, position, productNo, descriptionNo, units, unit, discount, total);
        return;
      }
      packed[filled] = saleNo * POSITIONS + position;
      packed[filled + 1] = productNo * DESCRIPTIONS + descriptionNo;
      packed[filled + 2] = (units + QUANTITIES) * PRICES + unit;
      filled += NUMBERS;
      if (filled < packed.length) return;
      insertMany.run(...packed);
      filled = 0;
    },
    finish() {
      if (filled > 0) insertPacked(filled / NUMBERS).run(...packed.slice(0, filled));
      filled = 0;
    },
  };
}
