import { currencyDecimals } from '@shared/domain/money';
import { parseInstant } from './files/date-values';
import { type MoneyColumn, type Parsed, parseInteger, parseMoney } from './files/values';
import type { ImportTask } from './import-job-types';
import {
  boundedText,
  columnReader,
  ownCopy,
  parsedValue,
  refuseRow,
  remembering,
  somethingOf,
} from './row-values';

const DAY_MS = 86_400_000;
/** So many different texts are remembered; then the numbers begin again, and with them memory. */
const MOST_TEXTS = 60_000;

/** Gives every text a number, 0 for none. */
class Texts {
  readonly #numbers = new Map<string, number>();
  #new: string[] = [];

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(text: string): number {
    if (text === '') return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(text, number);
    this.#new.push(text);
    return number;
  }

  /** Those that got a number since the last time. */
  takeNew(): string[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }

  forget(): void {
    this.#numbers.clear();
  }
}

/** A column of texts: a cell like the one above it, or any other that was met before, is not looked at again. */
class TextColumn {
  readonly #known = new Map<string, number>();
  readonly #cell: (cells: readonly string[]) => string | undefined;
  readonly #understand: (text: string) => string;
  readonly #texts: Texts;
  #lastCell: string | null = null;
  #lastNumber = 0;

  constructor(column: number | null | undefined, texts: Texts, understand: (text: string) => string) {
    this.#cell = typeof column === 'number' ? (cells) => cells[column] : () => '';
    this.#texts = texts;
    this.#understand = understand;
  }

  numberOf(cells: readonly string[]): number {
    const cell = this.#cell(cells) ?? '';
    if (cell === this.#lastCell) return this.#lastNumber;
    let number = this.#known.get(cell);
    if (number === undefined) {
      const own = ownCopy(cell);
      number = this.#texts.numberOf(this.#understand(own.trim()));
      this.#known.set(own, number);
    }
    this.#lastCell = cell;
    this.#lastNumber = number;
    return number;
  }

  forget(): void {
    this.#known.clear();
    this.#lastCell = null;
    this.#lastNumber = 0;
  }
}

/** Reads rows into the columns of a batch (`purchaseColumns`, all but the first and the last). */
export interface PurchaseRows {
  /** Throws RowRefused. */
  read(cells: readonly string[], into: Float64Array, at: number): void;
  /** The texts that rows since the last time were the first to use, and whether the numbers had begun again before. */
  takeTexts(): { texts: string[]; startsOver: boolean };
}

/** Starts reading a purchase file's rows. Amounts are minor units, signed as on a receipt. */
export function startPurchaseRows(task: ImportTask): PurchaseRows {
  const { options, mapping, now } = task;
  const texts = new Texts();
  const short = (field: string, most?: number) =>
    new TextColumn(mapping[field], texts, (text) => boundedText(somethingOf(text), field, most));
  const receiptNumber = short('receiptNumber', 60);
  const productCode = short('productCode', 64);
  const description = short('description', 400);
  const customerId = short('customerId', 64);
  const serial = short('serial');
  const currencies = new TextColumn(mapping.currency, texts, (text) =>
    currencyOf(somethingOf(text), options.currency),
  );
  // A name may be what other systems write for nothing.
  const staff = new TextColumn(mapping.staff, texts, (text) => text);
  const country = new TextColumn(mapping.country, texts, (text) => boundedText(text, 'country'));
  const columns = [receiptNumber, productCode, description, customerId, serial, currencies, staff, country];

  const read = {
    date: columnReader(mapping, 'date'),
    quantity: columnReader(mapping, 'quantity'),
    unitPrice: columnReader(mapping, 'unitPrice'),
    discount: columnReader(mapping, 'discount'),
    lineTotal: columnReader(mapping, 'lineTotal'),
    currency: columnReader(mapping, 'currency'),
  };
  const hasUnitPrice = typeof mapping.unitPrice === 'number';
  const hasTotal = typeof mapping.lineTotal === 'number';
  const money = moneyReaders(task);
  const instant = remembering((text) =>
    parseInstant(text, {
      order: options.dateOrder,
      timeZone: options.timeZone,
      lastTwoDigitYear: yearOf(now),
    }),
  );
  const whole = remembering((text) => parseInteger(text, options.decimalMark));
  let startsOver = false;

  return {
    read(cells, into, at) {
      const receipt = receiptNumber.numberOf(cells);
      if (receipt === 0) refuseRow('RECEIPT_NUMBER_MISSING');
      const soldAt = parsedValue(instant(read.date(cells)), 'date');
      if (soldAt > now + DAY_MS) refuseRow('DATE_IN_FUTURE');
      const product = productCode.numberOf(cells);
      const words = description.numberOf(cells);
      if (product === 0 && words === 0) refuseRow('PRODUCT_MISSING');
      const currency = currencies.numberOf(cells);
      const column = money(currencyOf(somethingOf(read.currency(cells)), options.currency));
      const quantityText = read.quantity(cells);
      const unit = hasUnitPrice ? optional(column, read.unitPrice(cells), 'unitPrice') : null;
      const total = hasTotal ? optional(column, read.lineTotal(cells), 'lineTotal') : null;
      const discount = optional(column, somethingOf(read.discount(cells)), 'discount');
      const quantity = quantityText === '' ? signOf(total) : parsedValue(whole(quantityText), 'quantity');
      into[at + 3] = customerId.numberOf(cells);
      const line = amountsOf(quantity, unit, total, discount);
      into[at + 1] = receipt;
      into[at + 2] = soldAt;
      into[at + 4] = product;
      into[at + 5] = words;
      into[at + 6] = line.quantity;
      into[at + 7] = line.unitMinor;
      into[at + 8] = line.discountMinor;
      into[at + 9] = currency;
      into[at + 10] = serial.numberOf(cells);
      into[at + 11] = staff.numberOf(cells);
      into[at + 12] = country.numberOf(cells);
    },
    takeTexts() {
      const taken = { texts: texts.takeNew(), startsOver };
      startsOver = texts.size > MOST_TEXTS;
      if (startsOver) {
        texts.forget();
        for (const column of columns) column.forget();
      }
      return taken;
    },
  };
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
