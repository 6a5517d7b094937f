/**
 * What a customer bought once returns and cancellations are taken off. Every figure is a function of the receipts'
 * signed lines, so it can be rebuilt whenever rows arrive from another counter or an import is undone.
 */

import { addDays, type CivilDate, daysBetween, type Instant } from './dates';
import { allocate, money } from './money';

export interface SaleLine {
  readonly id: string;
  /** Null for a line of free text: matched by its link only. */
  readonly productId: string | null;
  /** As on the receipt: positive for goods handed over, negative for goods taken back, 0 for a fee or adjustment. */
  readonly quantity: number;
  /** The line's total after discount, minor units, with the sign of what the customer paid (negative: paid back). */
  readonly totalMinor: number;
  /** For a line taken back: the very line it takes back, where that is known. */
  readonly returnsLineId?: string | null;
}

/** A receipt. A cancellation says the sale never took place; a return says it did and came back. */
export interface Sale {
  readonly id: string;
  readonly kind: 'sale' | 'return' | 'cancellation';
  readonly soldAt: Instant;
  /** The shop's civil day of `soldAt`, as stored: a year's total must not depend on the reader's time zone. */
  readonly soldOn: CivilDate;
  /** For a return or cancellation: the receipt it refers to, where that is known. */
  readonly returnsSaleId?: string | null;
  readonly lines: readonly SaleLine[];
}

export interface NetLine {
  readonly lineId: string;
  readonly saleId: string;
  readonly productId: string | null;
  readonly soldAt: Instant;
  readonly quantity: number;
  readonly totalMinor: number;
  readonly returnedQuantity: number;
  readonly cancelledQuantity: number;
  /** Negative only on a line taken back that matches no purchase on record (bought before the records begin). */
  readonly netQuantity: number;
  readonly netMinor: number;
}

export interface YearSpend {
  readonly year: number;
  readonly spendMinor: number;
  readonly receipts: number;
  readonly units: number;
}

export interface NetPurchases {
  readonly spendMinor: number;
  /** Ascending; only years in which something happened. */
  readonly byYear: readonly YearSpend[];
  /** Receipts of which the customer kept something. */
  readonly receipts: number;
  readonly units: number;
  readonly firstPurchaseAt: Instant | null;
  readonly lastPurchaseAt: Instant | null;
  /** Oldest first. Net amounts sum to `spendMinor`, net quantities to `units`. */
  readonly lines: readonly NetLine[];
}

interface OpenLine {
  readonly line: SaleLine;
  readonly sale: Sale;
  returned: number;
  cancelled: number;
  netMinor: number;
}

interface BackLine {
  readonly line: SaleLine;
  readonly sale: Sale;
}

function remaining(open: OpenLine): number {
  return open.line.quantity - open.returned - open.cancelled;
}

function byTime(a: BackLine, b: BackLine): number {
  return a.sale.soldAt - b.sale.soldAt;
}

/** What a line given back may take from, the best known first: its own line, its receipt, then the product's latest. */
function* sourcesOf(
  back: BackLine,
  byLine: Map<string, OpenLine>,
  bySale: Map<string, OpenLine[]>,
  byProduct: Map<string, OpenLine[]>,
): Generator<OpenLine> {
  const own = back.line.returnsLineId ? byLine.get(back.line.returnsLineId) : undefined;
  if (own) yield own;
  if (back.sale.returnsSaleId) {
    for (const open of bySale.get(back.sale.returnsSaleId) ?? []) {
      if (open.line.productId === back.line.productId) yield open;
    }
  }
  const bought = back.line.productId === null ? [] : (byProduct.get(back.line.productId) ?? []);
  for (let index = bought.length - 1; index >= 0; index -= 1) {
    const open = bought[index]!;
    // A link may contradict the clock; a guess may not: goods come back after they were bought.
    if (open.sale.soldAt <= back.sale.soldAt) yield open;
  }
}

function pushTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

interface Settled {
  readonly kept: readonly OpenLine[];
  readonly unmatched: readonly OpenLine[];
}

/** Takes every line given back off the purchase it belongs to. */
function settle(sales: readonly Sale[]): Settled {
  const kept: OpenLine[] = [];
  const backs: BackLine[] = [];
  for (const sale of sales) {
    for (const line of sale.lines) {
      if (line.quantity < 0) backs.push({ line, sale });
      else kept.push({ line, sale, returned: 0, cancelled: 0, netMinor: line.totalMinor });
    }
  }
  kept.sort(byTime);
  // Known links first: a guess must not use up the line that a later return names.
  const known = (back: BackLine): number => (back.line.returnsLineId ? 0 : back.sale.returnsSaleId ? 1 : 2);
  backs.sort((a, b) => known(a) - known(b) || byTime(a, b));

  const byLine = new Map(kept.map((open) => [open.line.id, open]));
  const bySale = new Map<string, OpenLine[]>();
  const byProduct = new Map<string, OpenLine[]>();
  for (const open of kept) {
    pushTo(bySale, open.sale.id, open);
    if (open.line.productId !== null) pushTo(byProduct, open.line.productId, open);
  }

  const unmatched: OpenLine[] = [];
  for (const back of backs) {
    let left = -back.line.quantity;
    const takes: { open: OpenLine; quantity: number }[] = [];
    for (const open of sourcesOf(back, byLine, bySale, byProduct)) {
      if (left === 0) break;
      const quantity = Math.min(left, remaining(open));
      if (quantity <= 0) continue;
      if (back.sale.kind === 'cancellation') open.cancelled += quantity;
      else open.returned += quantity;
      takes.push({ open, quantity });
      left -= quantity;
    }
    const weights = [...takes.map((take) => take.quantity), left];
    const parts = allocate(money(back.line.totalMinor, ''), weights);
    takes.forEach((take, index) => {
      take.open.netMinor += parts[index]!.minor;
    });
    if (left > 0) {
      const line = { ...back.line, quantity: -left, totalMinor: parts[takes.length]!.minor };
      unmatched.push({ line, sale: back.sale, returned: 0, cancelled: 0, netMinor: line.totalMinor });
    }
  }
  return { kept, unmatched };
}

function toNetLine(open: OpenLine): NetLine {
  return {
    lineId: open.line.id,
    saleId: open.sale.id,
    productId: open.line.productId,
    soldAt: open.sale.soldAt,
    quantity: open.line.quantity,
    totalMinor: open.line.totalMinor,
    returnedQuantity: open.returned,
    cancelledQuantity: open.cancelled,
    netQuantity: remaining(open),
    netMinor: open.netMinor,
  };
}

/**
 * All receipts of one customer, in one currency. Goods taken back reduce the line they name, else the receipt they
 * name, else the latest earlier purchase of the same product (people bring back what they bought last).
 *
 * Spend by year: a sale counts in the year of the sale, goods taken back in the year they came back. So a year that
 * was closed, printed and rewarded never changes afterwards, and the years sum to the total.
 */
export function netPurchases(sales: readonly Sale[]): NetPurchases {
  const { kept, unmatched } = settle(sales);
  const lines = [...kept, ...unmatched].sort(byTime).map(toNetLine);

  const years = new Map<number, { spendMinor: number; receipts: number; units: number }>();
  let spendMinor = 0;
  let units = 0;
  for (const sale of sales) {
    if (sale.lines.length === 0) continue;
    const year = yearOf(sale.soldOn);
    const total = years.get(year) ?? { spendMinor: 0, receipts: 0, units: 0 };
    for (const line of sale.lines) {
      total.spendMinor += line.totalMinor;
      total.units += line.quantity;
      spendMinor += line.totalMinor;
      units += line.quantity;
    }
    years.set(year, total);
  }

  const keptIds = new Set(lines.filter((line) => line.netQuantity > 0).map((line) => line.saleId));
  const keptSales = sales.filter((sale) => keptIds.has(sale.id));
  for (const sale of keptSales) years.get(yearOf(sale.soldOn))!.receipts += 1;
  const times = keptSales.map((sale) => sale.soldAt).sort((a, b) => a - b);

  return {
    spendMinor,
    byYear: [...years].map(([year, total]) => ({ year, ...total })).sort((a, b) => a.year - b.year),
    receipts: keptSales.length,
    units,
    firstPurchaseAt: times[0] ?? null,
    lastPurchaseAt: times.at(-1) ?? null,
    lines,
  };
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

export interface Rhythm {
  /** Days on which the customer bought something, oldest first. */
  readonly visitDays: readonly CivilDate[];
  /** Middle of the gaps between them, in days; null with fewer than two visits. */
  readonly medianDays: number | null;
  readonly last: CivilDate | null;
  /** Null with fewer than three visits: one gap is not yet a rhythm. */
  readonly expectedNext: CivilDate | null;
}

const GAPS_FOR_A_RHYTHM = 2;

/**
 * How often the customer comes to buy. A purchase that was returned was a visit all the same; one that was cancelled
 * was not. The median, because one long journey abroad must not stretch the whole rhythm.
 */
export function rhythm(sales: readonly Sale[]): Rhythm {
  const days = new Set<CivilDate>();
  for (const open of settle(sales).kept) {
    if (open.line.quantity > open.cancelled) days.add(open.sale.soldOn);
  }
  const visitDays = [...days].sort();
  const gaps = visitDays.slice(1).map((day, index) => daysBetween(visitDays[index]!, day));
  const medianDays = median(gaps);
  const last = visitDays.at(-1) ?? null;
  const expectedNext =
    last !== null && medianDays !== null && gaps.length >= GAPS_FOR_A_RHYTHM
      ? addDays(last, Math.round(medianDays))
      : null;
  return { visitDays, medianDays, last, expectedNext };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
