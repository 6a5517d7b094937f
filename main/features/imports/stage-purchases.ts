import type { WritableDb } from '../../db/sql';
import type { Blocks } from './blocks';
import type { ImportTask } from './import-job-types';
import { markKnownLines } from './known-lines';
import { lineColumn as to, VALUES_A_LINE } from './line-columns';
import { findStaffByName } from './lookups.sql';
import type { PurchaseBatch } from './purchase-batches';
import { purchaseColumn as of, VALUES_A_ROW } from './purchase-columns';
import { RowRefused } from './row-values';
import type { Findings } from './stage';
import { startCustomers, startDescriptions, startProducts } from './stage-named';
import { startSales } from './stage-sales';
import type { LineBatch, NewCustomer } from './stager-messages';

/** A row of a batch that the shop refuses. */
export interface RefusedHere {
  readonly row: number;
  readonly line: number;
  readonly refusal: RowRefused;
}

/** What became of a batch. */
export interface TakenBatch {
  readonly refused: readonly RefusedHere[];
  /** Lines of new receipts about which nothing is left to find out: they are not staged. */
  readonly lines: LineBatch;
  /** Whom the import makes: they are staged, and can be written too. */
  readonly customers: readonly NewCustomer[];
}

/** Takes the rows of a purchase file into the stage. */
export interface PurchaseStager {
  take(batch: PurchaseBatch): TakenBatch;
  /** After the last row: settles names and finds out what is there already. Returns how many rows are. */
  finish(): number;
}

/**
 * Starts staging a purchase file: its products, customers, words and receipts, and the lines that something is still to be found
 * out about. All others are handed back, ready to be written. Memory holds a receipt, and caches of bounded size.
 */
export function startPurchases(
  db: WritableDb,
  task: ImportTask,
  findings: Findings,
  blocks: Blocks,
): PurchaseStager {
  const descriptions = startDescriptions(db);
  const products = startProducts(db, task, findings, descriptions);
  const customers = startCustomers(db, task);
  const sales = startSales(db, task, findings);
  const lines = lineSorter(db, blocks);
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
    const [code, buyerNumber, words] = [value(of.productCode), value(of.customer), value(of.description)];
    // Both are looked at before either is made: a refused row must leave no product behind.
    const product = code === 0 ? null : products.find(code, textOf);
    const customer = buyerNumber === 0 ? null : customers.find(buyerNumber, textOf);
    const wordsNo = words === 0 ? null : descriptions.numberOf(words, textOf);
    const productNo = product === null ? null : products.use(code, product, words, wordsNo, textOf);
    const buyer = customer === null ? null : customers.use(buyerNumber, customer);
    const [quantity, unit, discount, served] = [
      value(of.quantity),
      value(of.unitMinor),
      value(of.discountMinor),
      value(of.staff),
    ];
    const staffId = staffOf(served);
    const sale = sales.open(values, at, textOf, buyer, staffId);
    const [serial, origin] = [value(of.serial), value(of.origin)];
    // Of a receipt that the shop has, the line may be there; a piece becomes an item; words that are missing are the product's.
    if (sale.no > 0 && wordsNo !== null && serial === 0 && origin === 0) {
      descriptions.need(wordsNo);
      const at = lines.room();
      const { ready } = lines;
      ready[at + to.sale] = sale.no;
      ready[at + to.position] = sale.lines;
      ready[at + to.product] = productNo ?? 0;
      ready[at + to.description] = wordsNo;
      ready[at + to.quantity] = quantity;
      ready[at + to.unit] = unit;
      ready[at + to.discount] = discount;
    } else {
      const [piece, line] = [serial === 0 ? null : textOf(serial), origin === 0 ? null : origin];
      lines.stage(sale.no, sale.lines, productNo, wordsNo, quantity, unit, discount, piece, line);
    }
    const total = quantity * unit - discount;
    sales.count(sale, { quantity, total, soldAt: value(of.soldAt) });
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
      lines.start();
      for (let row = 0; row < batch.rows; row += 1) {
        const at = row * VALUES_A_ROW;
        try {
          takeRow(batch.values, at);
        } catch (error) {
          if (!(error instanceof RowRefused)) throw error;
          refused.push({ row, line: batch.values[at + of.line] as number, refusal: error });
        }
      }
      return { refused, lines: lines.takeReady(), customers: customers.takeMade() };
    },
    finish() {
      sales.finish();
      products.finish();
      descriptions.finish();
      return markKnownLines(db);
    },
  };
}

type LineValue = string | number | null;

/** Keeps the lines of a batch apart: those that are ready as values, the others in the stage, in their order. */
function lineSorter(db: WritableDb, blocks: Blocks) {
  const insert = db.prepare(
    `INSERT INTO stage.lines (sale, position, product, description, quantity, unit, discount, serial, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let ready: Float64Array = new Float64Array(0);
  let filled = 0;
  return {
    get ready() {
      return ready;
    },
    start() {
      ready = blocks.take();
      filled = 0;
    },
    room() {
      filled += VALUES_A_LINE;
      return filled - VALUES_A_LINE;
    },
    stage(...line: readonly LineValue[]) {
      insert.run(...line);
    },
    /** They stand in a block of their own. */
    takeReady: (): LineBatch => ready.subarray(0, filled),
  };
}
