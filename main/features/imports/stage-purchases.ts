import type { WritableDb } from '../../db/sql';
import type { ImportTask } from './import-job-types';
import { markKnownLines } from './known-lines';
import { findStaffByName } from './lookups.sql';
import type { PurchaseBatch } from './purchase-batches';
import { purchaseColumns } from './purchase-batches';
import { RowRefused } from './row-values';
import type { Findings } from './stage';
import { startCustomers, startDescriptions, startProducts } from './stage-named';
import { startSales } from './stage-sales';

/** A row of a batch that the shop refuses. */
export interface RefusedHere {
  readonly row: number;
  readonly line: number;
  readonly refusal: RowRefused;
}

/** Takes the rows of a purchase file into the stage. */
export interface PurchaseStager {
  /** Returns the rows it refuses. */
  take(batch: PurchaseBatch): RefusedHere[];
  /** After the last row: settles names and finds out what is there already. Returns how many rows are. */
  finish(): number;
}

/** Starts staging a purchase file. The stage holds the rows; memory holds a receipt, and caches of bounded size. */
export function startPurchases(db: WritableDb, task: ImportTask, findings: Findings): PurchaseStager {
  const descriptions = startDescriptions(db);
  const products = startProducts(db, task, findings, descriptions);
  const customers = startCustomers(db, task);
  const sales = startSales(db, task, findings);
  const lines = lineStager(db);
  let texts: (string | null)[] = [null];
  /** Of each text that names a member of staff, who that is; a name nobody bears: null. */
  let staff: (string | null)[] = [];
  const textOf = (number: number) => texts[number] ?? '';
  const staffOf = (number: number): string | null => {
    if (number === 0) return null;
    let id = staff[number];
    if (id === undefined) {
      id = findStaffByName(db, textOf(number)) ?? null;
      staff[number] = id;
    }
    return id;
  };

  const takeRow = (values: Float64Array, at: number) => {
    const value = (column: number) => values[at + column] as number;
    const [code, buyerNumber, words] = [value(4), value(3), value(5)];
    // Both are looked at before either is made: a refused row must leave no product behind.
    const product = code === 0 ? null : products.find(code, textOf);
    const customer = buyerNumber === 0 ? null : customers.find(buyerNumber, textOf);
    const productNo =
      product === null ? null : products.use(code, product, words === 0 ? null : textOf(words));
    const buyer = customer === null ? null : customers.use(buyerNumber, customer);
    const [quantity, unit, discount, served] = [value(6), value(7), value(8), value(11)];
    const staffId = staffOf(served);
    const sale = sales.open(values, at, textOf, buyer, staffId);
    const wordsNo = words === 0 ? null : descriptions.numberOf(words, textOf);
    const [serial, origin] = [value(10), value(13)];
    if (discount === 0 && serial === 0 && origin === 0)
      lines.add(sale.no, sale.lines, productNo, wordsNo, quantity, unit);
    else
      lines.addFull(
        sale.no,
        sale.lines,
        productNo,
        wordsNo,
        quantity,
        unit,
        discount,
        serial === 0 ? null : textOf(serial),
        origin === 0 ? null : origin,
      );
    const total = quantity * unit - discount;
    sales.count(sale, { quantity, total, soldAt: value(2) });
    if (buyer === null) findings.add('LINES_WITHOUT_CUSTOMER');
    if (words === 0) findings.add('LINES_WITHOUT_DESCRIPTION');
    if (total === 0) findings.add('LINES_FREE_OF_CHARGE');
    if (served !== 0 && staffId === null) findings.add('STAFF_UNKNOWN');
  };

  return {
    take(batch) {
      if (batch.startsOver) {
        texts = [null];
        staff = [];
        for (const each of [descriptions, products, customers, sales]) each.forgetNumbers();
      }
      for (const text of batch.texts) texts.push(text);
      const refused: RefusedHere[] = [];
      for (let row = 0; row < batch.rows; row += 1) {
        const at = row * purchaseColumns.length;
        try {
          takeRow(batch.values, at);
        } catch (error) {
          if (!(error instanceof RowRefused)) throw error;
          refused.push({ row, line: batch.values[at] as number, refusal: error });
        }
      }
      return refused;
    },
    finish() {
      lines.finish();
      sales.finish();
      products.finish();
      return markKnownLines(db);
    },
  };
}

type LineValue = string | number | null;

const LINES_A_STATEMENT = 32;

/**
 * Adds lines to the stage in their order. Nearly every line has neither discount nor serial number: those go many to a
 * statement, which half a million lines notice.
 */
function lineStager(db: WritableDb) {
  const columns = 'sale, position, product, description, quantity, unit';
  const insertRows = (rows: number) =>
    db.prepare(
      `INSERT INTO stage.lines (${columns}) VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?)').join(', ')}`,
    );
  const insertMany = insertRows(LINES_A_STATEMENT);
  const insertOne = insertRows(1);
  const insertFull = db.prepare(
    `INSERT INTO stage.lines (${columns}, discount, serial, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const waiting: LineValue[] = Array<LineValue>(LINES_A_STATEMENT * 6).fill(0);
  let filled = 0;
  const finish = () => {
    for (let at = 0; at < filled; at += 6) insertOne.run(waiting.slice(at, at + 6));
    filled = 0;
  };
  return {
    add(
      sale: number,
      position: number,
      product: number | null,
      description: number | null,
      quantity: number,
      unit: number,
    ) {
      waiting[filled] = sale;
      waiting[filled + 1] = position;
      waiting[filled + 2] = product;
      waiting[filled + 3] = description;
      waiting[filled + 4] = quantity;
      waiting[filled + 5] = unit;
      filled += 6;
      if (filled < waiting.length) return;
      insertMany.run(waiting);
      filled = 0;
    },
    addFull(...line: readonly LineValue[]) {
      finish();
      insertFull.run(...line);
    },
    finish,
  };
}
