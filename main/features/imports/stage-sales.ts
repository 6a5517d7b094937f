import { civilDateOf } from '@shared/domain/dates';
import { prepared, type WritableDb } from '../../db/sql';
import { newIdSeries } from '../../kernel/ids';
import type { ImportTask } from './import-job-types';
import { findImported } from './imports.sql';
import { keyOf } from './row-values';
import type { Findings } from './stage';
import type { StagedCustomer } from './stage-named';

/** The receipt at hand. */
export interface StagedSale {
  readonly no: number;
  /** What it is staged with; null for one that is in the stage already. */
  readonly made: readonly (string | number | null)[] | null;
  soldAt: number;
  lines: number;
  positives: number;
  negatives: number;
  /** Lines with a quantity above nothing. */
  handedOver: number;
  units: number;
  total: number;
  /** The part of the total that was given back: negative. */
  back: number;
  severalTimes: number;
}

/** What one line adds to its receipt. */
interface CountedLine {
  readonly quantity: number;
  readonly total: number;
  readonly soldAt: number;
}

/**
 * Starts staging receipts: those an earlier import brought under minus their number in the shop, the new ones under theirs
 * among the new. Lines belong to one receipt when number, customer, currency and day agree. Files are mostly in the order of
 * their receipts, so one receipt is kept at hand and the others are in the stage.
 */
export function startSales(db: WritableDb, { options, timeZone }: ImportTask, findings: Findings) {
  const ids = newIdSeries();
  const insert = db.prepare(
    `INSERT INTO stage.sales (no, key, number, id, seen, customer, staff_id, currency, country, sold_at, sold_on, lines,
       positives, negatives, handed_over, units, total, back, has_several_times)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = db.prepare(
    `SELECT no, NULL AS made, sold_at AS soldAt, lines, positives, negatives, handed_over AS handedOver, units, total, back,
       has_several_times AS severalTimes
     FROM stage.sales WHERE key = ?`,
  );
  const save = db.prepare(
    `UPDATE stage.sales SET sold_at = ?, sold_on = ?, lines = ?, positives = ?, negatives = ?, handed_over = ?, units = ?,
       total = ?, back = ?, has_several_times = ? WHERE no = ?`,
  );
  const isFirstImport =
    prepared(db, "SELECT 1 FROM main.import_keys WHERE kind = 'sale' LIMIT 1").get() === undefined;
  const numberInShop = db.prepare('SELECT no FROM main.sales WHERE id = ?').pluck();
  let seen = 0;
  let lastNew = 0;
  let current: StagedSale | null = null;
  // By the numbers of the batch: comparing them is comparing the texts.
  let [receipt, buyer, money, day] = [-1, -1, -1, ''];
  const dayOf = dayReader(options.timeZone);
  const shopDayOf = dayReader(timeZone);
  const flush = () => {
    if (!current) return;
    const { soldAt, lines, positives, negatives, handedOver, units, total, back, severalTimes, no } = current;
    const sums = [soldAt, shopDayOf(soldAt), lines, positives, negatives, handedOver, units, total, back];
    if (current.made) insert.run(...current.made, ...sums, severalTimes);
    else save.run(...sums, severalTimes, no);
  };

  return {
    /** The receipt of the row that stands at `at` of a batch's values. */
    open(
      values: Float64Array,
      at: number,
      textOf: (number: number) => string,
      customer: StagedCustomer | null,
      staffId: string | null,
    ): StagedSale {
      const soldAt = values[at + 2] as number;
      const onDay = dayOf(soldAt);
      const isSame =
        receipt === values[at + 1] && buyer === values[at + 3] && money === values[at + 9] && day === onDay;
      if (isSame && current !== null) return current;
      flush();
      [receipt, buyer, money, day] = [
        values[at + 1] as number,
        values[at + 3] as number,
        values[at + 9] as number,
        onDay,
      ];
      const [number, currency, country] = [textOf(receipt), textOf(money), values[at + 12] as number];
      const key = keyOf(number, textOf(buyer), currency, onDay);
      const found = find.get(key) as StagedSale | undefined;
      if (found) {
        current = found;
        return found;
      }
      const existing = isFirstImport ? undefined : findImported(db, 'sale', key);
      if (existing === undefined) lastNew += 1;
      seen += 1;
      const no = existing === undefined ? lastNew : -(numberInShop.get(existing) as number);
      const made = [
        no,
        key,
        number,
        existing ?? ids.at(lastNew),
        seen,
        customer?.no ?? null,
        staffId,
        currency,
        country === 0 ? null : textOf(country),
      ];
      const nothing = { lines: 0, positives: 0, negatives: 0, handedOver: 0, units: 0, total: 0, back: 0 };
      current = { no, made, soldAt, ...nothing, severalTimes: 0 };
      return current;
    },
    count(sale: StagedSale, { quantity, total, soldAt }: CountedLine) {
      sale.lines += 1;
      sale.units += quantity;
      if (quantity > 0) sale.handedOver += 1;
      sale.total += total;
      if (total < 0) sale.back += total;
      if (quantity < 0) sale.negatives += 1;
      else sale.positives += 1;
      if (soldAt === sale.soldAt) return;
      sale.severalTimes = 1;
      sale.soldAt = Math.min(sale.soldAt, soldAt);
    },
    forgetNumbers() {
      [receipt, buyer, money, day] = [-1, -1, -1, ''];
    },
    finish() {
      flush();
      sayWhatIsOdd(db, findings);
    },
  };
}

/** The civil day on the file's clock; lines of one receipt mostly share their minute. */
function dayReader(timeZone: string): (soldAt: number) => string {
  let lastAt = Number.NaN;
  let lastDay = '';
  return (soldAt) => {
    if (soldAt !== lastAt) lastDay = civilDateOf(soldAt, timeZone);
    lastAt = soldAt;
    return lastDay;
  };
}

function sayWhatIsOdd(db: WritableDb, findings: Findings): void {
  const say = (code: string, select: string) => {
    const numbers = prepared(db, select).pluck().all() as string[];
    for (const number of numbers) findings.add(code, number);
  };
  say(
    'RECEIPTS_WITH_SEVERAL_TIMES',
    'SELECT number FROM stage.sales WHERE has_several_times = 1 ORDER BY seen',
  );
  say(
    'NUMBERS_OF_SEVERAL_RECEIPTS',
    'SELECT number FROM stage.sales GROUP BY number HAVING count(*) > 1 ORDER BY min(seen)',
  );
  say(
    'RECEIPTS_WITH_GOODS_BACK',
    'SELECT number FROM stage.sales WHERE positives > 0 AND negatives > 0 ORDER BY seen',
  );
}
