import { currencyDecimals } from '@shared/domain/money';
import { parseInstant } from './files/date-values';
import { type MoneyColumn, type Parsed, parseInteger, parseMoney } from './files/values';
import type { ImportTask } from './import-job-types';
import {
  boundedText,
  columnReader,
  parsedValue,
  refuseRow,
  remembering,
  somethingOf,
  textOrNull,
} from './row-values';

/** One line of a purchase file, understood. Amounts are minor units, signed as on a receipt. */
export interface PurchaseRow {
  readonly receiptNumber: string;
  readonly soldAt: number;
  readonly customer: string;
  readonly productCode: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
  readonly currency: string;
  readonly serial: string | null;
  readonly staff: string;
  readonly country: string | null;
}

const DAY_MS = 86_400_000;

/** A reader of purchase rows; it throws RowRefused. */
export function purchaseRowReader(task: ImportTask): (cells: readonly string[]) => PurchaseRow {
  const { options, mapping, now } = task;
  const hasUnitPrice = typeof mapping.unitPrice === 'number';
  const hasTotal = typeof mapping.lineTotal === 'number';
  const read = readersOf(mapping);
  const money = moneyReaders(task);
  const instant = remembering((text) =>
    parseInstant(text, {
      order: options.dateOrder,
      timeZone: options.timeZone,
      lastTwoDigitYear: yearOf(now),
    }),
  );
  const whole = remembering((text) => parseInteger(text, options.decimalMark));

  return (cells) => {
    const receiptNumber = boundedText(somethingOf(read.receiptNumber(cells)), 'receiptNumber', 60);
    if (receiptNumber === '') refuseRow('RECEIPT_NUMBER_MISSING');
    const soldAt = parsedValue(instant(read.date(cells)), 'date');
    if (soldAt > now + DAY_MS) refuseRow('DATE_IN_FUTURE');
    const productCode = boundedText(somethingOf(read.productCode(cells)), 'productCode', 64);
    const description = textOrNull(boundedText(somethingOf(read.description(cells)), 'description', 400));
    if (productCode === '' && description === null) refuseRow('PRODUCT_MISSING');
    const currency = currencyOf(somethingOf(read.currency(cells)), options.currency);
    const column = money(currency);
    const quantityText = read.quantity(cells);
    const unit = hasUnitPrice ? optional(column, read.unitPrice(cells), 'unitPrice') : null;
    const total = hasTotal ? optional(column, read.lineTotal(cells), 'lineTotal') : null;
    const discount = optional(column, somethingOf(read.discount(cells)), 'discount');
    const quantity = quantityText === '' ? signOf(total) : parsedValue(whole(quantityText), 'quantity');
    return {
      receiptNumber,
      soldAt,
      customer: boundedText(somethingOf(read.customerId(cells)), 'customerId', 64),
      productCode,
      description,
      ...amountsOf(quantity, unit, total, discount),
      currency,
      serial: textOrNull(boundedText(somethingOf(read.serial(cells)), 'serial')),
      staff: read.staff(cells),
      country: textOrNull(boundedText(read.country(cells), 'country')),
    };
  };
}

const fields = [
  'receiptNumber',
  'date',
  'customerId',
  'productCode',
  'description',
  'quantity',
  'unitPrice',
  'discount',
  'lineTotal',
  'currency',
  'serial',
  'staff',
  'country',
] as const;

function readersOf(mapping: ImportTask['mapping']) {
  const readers = fields.map((field) => [field, columnReader(mapping, field)]);
  return Object.fromEntries(readers) as Record<(typeof fields)[number], ReturnType<typeof columnReader>>;
}

type MoneyReader = (text: string) => Parsed<number>;

function moneyReaders({ options }: ImportTask): (currency: string) => MoneyReader {
  return remembering((currency) => {
    const column: MoneyColumn = {
      currency,
      decimals: currencyDecimals(currency),
      decimalMark: options.decimalMark,
    };
    return remembering((text) => parseMoney(text, column));
  });
}

/** The currency a row names, or the file's. */
export function currencyOf(text: string, initial: string): string {
  if (text === '') return initial;
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : refuseRow('CURRENCY_UNKNOWN', { text: text.slice(0, 20) });
}

function optional(read: MoneyReader, text: string, field: string): number | null {
  return text === '' ? null : parsedValue(read(text), field);
}

function signOf(total: number | null): number {
  return total !== null && total < 0 ? -1 : 1;
}

interface Amounts {
  quantity: number;
  unitMinor: number;
  discountMinor: number;
  totalMinor: number;
}

/**
 * Quantity × price − discount = total, exactly: whichever of them the file leaves out is worked out, and a row whose own
 * figures contradict each other is refused. What goods are given back for is negative by its quantity, never by its price.
 */
function amountsOf(
  quantity: number,
  unit: number | null,
  total: number | null,
  discount: number | null,
): Amounts {
  if (unit === null && total === null) refuseRow('PRICE_MISSING');
  if (unit !== null && unit < 0) refuseRow('PRICE_NEGATIVE');
  const sign = quantity < 0 ? -1 : 1;
  const given = discount === null ? null : Math.abs(discount) * sign;
  if (unit === null) return fromTotal(quantity, total ?? 0, given ?? 0, sign);
  const full = quantity * unit;
  const off = given ?? (total === null ? 0 : full - total);
  if (off * sign < 0 || Math.abs(off) > Math.abs(full)) {
    refuseRow(given === null ? 'TOTAL_CONTRADICTS' : 'DISCOUNT_TOO_LARGE');
  }
  if (total !== null && full - off !== total) refuseRow('TOTAL_CONTRADICTS');
  return amounts(quantity, unit, off, full - off);
}

/** Only the line's total is known: the price is rounded up to a whole unit, and the rest shows as discount. */
function fromTotal(quantity: number, total: number, off: number, sign: number): Amounts {
  if (total * sign < 0) refuseRow('PRICE_NEGATIVE');
  if (quantity === 0) return total === 0 ? amounts(0, 0, 0, 0) : refuseRow('TOTAL_CONTRADICTS');
  const unit = Math.ceil((total + off) / quantity);
  return amounts(quantity, unit, quantity * unit - total, total);
}

function amounts(quantity: number, unitMinor: number, discountMinor: number, totalMinor: number): Amounts {
  if (!Number.isSafeInteger(totalMinor) || !Number.isSafeInteger(quantity * unitMinor))
    refuseRow('NUMBER_TOO_LARGE');
  // -0 would be stored as a real number.
  return {
    quantity: quantity || 0,
    unitMinor,
    discountMinor: discountMinor || 0,
    totalMinor: totalMinor || 0,
  };
}

function yearOf(now: number): number {
  return new Date(now).getUTCFullYear();
}
