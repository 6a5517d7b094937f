import { currencyDecimals } from '@shared/domain/money';
import { CellColumn } from './cell-column';
import { parseInstant } from './files/date-values';
import type { RecordScanner } from './files/scanner';
import { type MoneyColumn, type Parsed, parseInteger, parseMoney } from './files/values';
import type { ImportTask } from './import-job-types';
import { purchaseColumn as to } from './purchase-columns';
import { boundedText, parsedValue, refuseRow, remembering, somethingOf } from './row-values';

const DAY_MS = 86_400_000;
/** So many different texts are remembered; then the numbers begin again, and with them memory. */
const MOST_TEXTS = 60_000;

/** Gives every text a number, 0 for none. */
class Texts {
  readonly #numbers = new Map<string, number>();
  #all: string[] = [''];
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
    this.#all.push(text);
    this.#new.push(text);
    return number;
  }

  textOf(number: number): string {
    return this.#all[number] ?? '';
  }

  /** Those that got a number since the last time. */
  takeNew(): string[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }

  forget(): void {
    this.#numbers.clear();
    this.#all = [''];
  }
}

/** Reads rows into the columns of a batch: all but the line and the origin. */
export interface PurchaseRows {
  /** Throws RowRefused. */
  read(record: RecordScanner, into: Float64Array, at: number): void;
  /** The texts that rows since the last time were the first to use, and whether the numbers had begun again before. */
  takeTexts(): { texts: string[]; startsOver: boolean };
}

/** Starts reading a purchase file's rows. Amounts are minor units, signed as on a receipt. */
export function startPurchaseRows(task: ImportTask): PurchaseRows {
  const { options, mapping, now } = task;
  const texts = new Texts();
  const column = (field: string, understand: (text: string) => string) =>
    new CellColumn(mapping[field], (text) => texts.numberOf(understand(text)));
  const short = (field: string, most?: number) =>
    column(field, (text) => boundedText(somethingOf(text), field, most));
  const receiptNumber = short('receiptNumber', 60);
  const productCode = short('productCode', 64);
  const description = short('description', 400);
  const customerId = short('customerId', 64);
  const serial = short('serial');
  const currencies = column('currency', (text) => currencyOf(somethingOf(text), options.currency));
  // A name may be what other systems write for nothing.
  const staff = column('staff', (text) => text);
  const country = column('country', (text) => boundedText(text, 'country'));
  const named = [receiptNumber, productCode, description, customerId, serial, currencies, staff, country];

  const moneyOf = moneyColumns(task);
  let money = moneyOf(options.currency);
  let moneyCurrency = -1;
  const lastTwoDigitYear = yearOf(now);
  const date = new CellColumn(mapping.date, (text) =>
    parseInstant(text, { order: options.dateOrder, timeZone: options.timeZone, lastTwoDigitYear }),
  );
  const amount = new CellColumn(mapping.quantity, (text) =>
    text === '' ? NO_QUANTITY : parseInteger(text, options.decimalMark),
  );
  let startsOver = false;

  return {
    read(record, into, at) {
      const receipt = receiptNumber.of(record);
      if (receipt === 0) refuseRow('RECEIPT_NUMBER_MISSING');
      const soldAt = parsedValue(date.of(record), 'date');
      if (soldAt > now + DAY_MS) refuseRow('DATE_IN_FUTURE');
      const product = productCode.of(record);
      const words = description.of(record, product);
      if (product === 0 && words === 0) refuseRow('PRODUCT_MISSING');
      const currency = currencies.of(record);
      if (currency !== moneyCurrency) {
        money = moneyOf(texts.textOf(currency));
        moneyCurrency = currency;
      }
      const unit = optional(money.unitPrice.of(record, product), 'unitPrice');
      const total = optional(money.lineTotal.of(record), 'lineTotal');
      const discount = optional(money.discount.of(record), 'discount');
      const counted = amount.of(record);
      const quantity = counted === NO_QUANTITY ? signOf(total) : parsedValue(counted, 'quantity');
      into[at + to.customer] = customerId.of(record);
      const line = amountsOf(quantity, unit, total, discount);
      into[at + to.receiptNumber] = receipt;
      into[at + to.soldAt] = soldAt;
      into[at + to.productCode] = product;
      into[at + to.description] = words;
      into[at + to.quantity] = line.quantity;
      into[at + to.unitMinor] = line.unitMinor;
      into[at + to.discountMinor] = line.discountMinor;
      into[at + to.currency] = currency;
      into[at + to.serial] = serial.of(record);
      into[at + to.staff] = staff.of(record);
      into[at + to.country] = country.of(record);
    },
    takeTexts() {
      const taken = { texts: texts.takeNew(), startsOver };
      startsOver = texts.size > MOST_TEXTS;
      if (startsOver) {
        texts.forget();
        moneyCurrency = -1;
        for (const each of named) each.forget();
      }
      return taken;
    },
  };
}

/** An empty cell where a quantity is looked for: one, or one back where the total says so. */
const NO_QUANTITY: Parsed<number> = { ok: true, value: 1 };

/** The columns that hold money, by the currency of the row; an empty cell is null. */
function moneyColumns({ options, mapping }: ImportTask) {
  return remembering((currency) => {
    const money: MoneyColumn = {
      currency,
      decimals: currencyDecimals(currency),
      decimalMark: options.decimalMark,
    };
    const column = (field: string, plain: (text: string) => string = (text) => text) =>
      new CellColumn(mapping[field], (cell): Parsed<number | null> => {
        const text = plain(cell);
        return text === '' ? NOTHING_THERE : parseMoney(text, money);
      });
    return {
      unitPrice: column('unitPrice'),
      lineTotal: column('lineTotal'),
      discount: column('discount', somethingOf),
    };
  });
}

const NOTHING_THERE: Parsed<null> = { ok: true, value: null };

/** The currency a row names, or the file's. */
export function currencyOf(text: string, initial: string): string {
  if (text === '') return initial;
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : refuseRow('CURRENCY_UNKNOWN', { text: text.slice(0, 20) });
}

function optional(parsed: Parsed<number | null>, field: string): number | null {
  return parsed === NOTHING_THERE ? null : parsedValue(parsed, field);
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
