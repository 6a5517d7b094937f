/** Why a cell could not be read as what its column holds; each has a text in every language. */
export type ValueCode =
  | 'VALUE_EMPTY'
  | 'NOT_A_NUMBER'
  | 'NUMBER_UNCLEAR'
  | 'NUMBER_TOO_LARGE'
  | 'NOT_WHOLE'
  | 'PRICE_TOO_FINE'
  | 'CURRENCY_DIFFERS'
  | 'NOT_YES_OR_NO'
  | 'NOT_A_DATE'
  | 'DATE_ORDER_UNCLEAR'
  | 'DATE_YEAR_UNCLEAR'
  | 'DATE_NOT_IN_CALENDAR'
  | 'TIME_NOT_ON_CLOCK';

export interface Refusal {
  ok: false;
  code: ValueCode;
  /** What stood there: the exact decimal text for a number, the cell's own text otherwise. */
  text: string;
  params?: Readonly<Record<string, string | number>>;
}

export type Parsed<T> = { ok: true; value: T } | Refusal;

export function accept<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refuse(code: ValueCode, text: string, params?: Refusal['params']): Refusal {
  return params === undefined ? { ok: false, code, text } : { ok: false, code, text, params };
}

export type DecimalMark = '.' | ',';

export interface MoneyColumn {
  /** ISO 4217 code of the column, such as 'HKD'. */
  currency: string;
  /** Digits of its minor unit: 2 for HKD, 0 for JPY. */
  decimals: number;
  /** '.' when left out: 1,234.50. */
  decimalMark?: DecimalMark;
}

// A sign that several currencies share is accepted for each of them.
const CURRENCY_SIGNS: readonly (readonly [string, readonly string[]])[] = [
  ['HK$', ['HKD']],
  ['US$', ['USD']],
  ['NT$', ['TWD']],
  ['MOP$', ['MOP']],
  ['S$', ['SGD']],
  ['A$', ['AUD']],
  ['C$', ['CAD']],
  ['CN¥', ['CNY']],
  ['JP¥', ['JPY']],
  ['RMB', ['CNY']],
  ['DM', ['DEM']],
  ['SFR', ['CHF']],
  ['FR.', ['CHF']],
  ['FR', ['CHF']],
  ['港幣', ['HKD']],
  ['港币', ['HKD']],
  ['港元', ['HKD']],
  ['人民幣', ['CNY']],
  ['人民币', ['CNY']],
  ['美元', ['USD']],
  ['美金', ['USD']],
  ['日圓', ['JPY']],
  ['日元', ['JPY']],
  ['歐元', ['EUR']],
  ['欧元', ['EUR']],
  ['元', ['HKD', 'CNY', 'TWD', 'MOP']],
  ['圓', ['HKD', 'CNY', 'TWD', 'JPY', 'MOP']],
  ['$', ['HKD', 'USD', 'SGD', 'AUD', 'CAD', 'TWD', 'NZD', 'MOP']],
  ['¥', ['CNY', 'JPY']],
  ['€', ['EUR']],
  ['£', ['GBP']],
];

/** The 'FR' of 'FREE' is no currency. */
function isInsideWord(text: string, sign: string, at: number): boolean {
  const before = /^[A-Z]/.test(sign) && /[A-Z]/.test(text[at - 1] ?? '');
  return before || (/[A-Z]$/.test(sign) && /[A-Z]/.test(text[at + sign.length] ?? ''));
}

/** Takes a currency off the text; `currencies` is null when none stands there. */
function takeCurrency(text: string): { rest: string; found: string; currencies: readonly string[] } | null {
  const upper = text.toUpperCase();
  for (const [sign, currencies] of CURRENCY_SIGNS) {
    const at = upper.indexOf(sign);
    if (at < 0 || isInsideWord(upper, sign, at)) continue;
    return { rest: text.slice(0, at) + text.slice(at + sign.length), found: sign, currencies };
  }
  const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(upper)?.[0];
  if (code === undefined) return null;
  return { rest: upper.replace(code, ''), found: code, currencies: [code] };
}

// Most cells are plain numbers already; half a million rows notice the difference.
const PLAIN_DECIMAL = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;

/** Reads digits with marks into exact decimal text such as '-1234.5'; never through a floating-point number. */
export function parseDecimal(cell: string, decimalMark: DecimalMark = '.'): Parsed<string> {
  if (decimalMark === '.' && PLAIN_DECIMAL.test(cell)) return accept(cell);
  const text = cell.normalize('NFKC').trim();
  if (text === '') return refuse('VALUE_EMPTY', cell);
  const signs = /^(\()?\s*([-+\u2212]?)\s*([\d.,'\u2019\s]*\d[.,]?|[.,]\d+)\s*([-\u2212]?)\s*(\))?$/.exec(
    text,
  );
  if (signs === null) return refuse('NOT_A_NUMBER', text);
  const [, open, before, digits = '', after, close] = signs;
  const marks = [open, before, after].filter((mark) => mark !== undefined && mark !== '');
  if ((open === undefined) !== (close === undefined) || marks.length > 1) return refuse('NOT_A_NUMBER', text);

  const parts = digits.split(decimalMark);
  const [whole = '', fraction = ''] = parts;
  if (parts.length > 2 || /\D/.test(fraction)) return refuse('NUMBER_UNCLEAR', text);
  // Anything between digits must part them in thousands: '1,23' may be 1.23 in another country.
  if (!/^\d*$/.test(whole) && !/^\d{1,3}([.,'\u2019\s])\d{3}(\1\d{3})*$/.test(whole)) {
    return refuse('NUMBER_UNCLEAR', text);
  }
  const plainWhole = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const plainFraction = fraction.replace(/0+$/, '');
  const value = plainFraction === '' ? plainWhole : `${plainWhole}.${plainFraction}`;
  return accept(marks.length === 1 && marks[0] !== '+' && value !== '0' ? `-${value}` : value);
}

/**
 * Reads an amount into integer minor units. Refuses what would change the amount: more decimals than the currency
 * has, another currency than the column's, a number that could mean two amounts.
 */
export function parseMoney(cell: string, column: MoneyColumn): Parsed<number> {
  if (column.decimalMark !== ',' && PLAIN_DECIMAL.test(cell)) return minorUnits(cell, column.decimals);
  const text = cell.normalize('NFKC').trim();
  if (text === '') return refuse('VALUE_EMPTY', cell);
  let rest = text;
  // '港幣 88元' names its currency twice, '$88 USD' the second time exactly.
  for (let money = takeCurrency(rest); money !== null; money = takeCurrency(rest)) {
    rest = money.rest;
    if (money.currencies.includes(column.currency)) continue;
    // Words are not currencies: 'inquiry' is no amount at all.
    if (!/\d/.test(text)) return refuse('NOT_A_NUMBER', text);
    return refuse('CURRENCY_DIFFERS', text, { found: money.found, expected: column.currency });
  }
  const decimal = parseDecimal(rest, column.decimalMark);
  if (!decimal.ok) return { ...decimal, text };
  return minorUnits(decimal.value, column.decimals);
}

function minorUnits(decimal: string, decimals: number): Parsed<number> {
  const point = decimal.indexOf('.');
  const fraction = point < 0 ? '' : decimal.slice(point + 1);
  if (fraction.length > decimals) return refuse('PRICE_TOO_FINE', decimal, { decimals });
  const whole = point < 0 ? decimal : decimal.slice(0, point);
  const minor = Number(whole + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? accept(minor) : refuse('NUMBER_TOO_LARGE', decimal);
}

/** Reads a whole number; '3.0' is one, '3.5' is refused. */
export function parseInteger(cell: string, decimalMark: DecimalMark = '.'): Parsed<number> {
  const decimal = parseDecimal(cell, decimalMark);
  if (!decimal.ok) return decimal;
  if (decimal.value.includes('.')) return refuse('NOT_WHOLE', decimal.value);
  const value = Number(decimal.value);
  return Number.isSafeInteger(value) ? accept(value) : refuse('NUMBER_TOO_LARGE', decimal.value);
}

const YES = new Set(
  'yes y true t 1 on x ✓ ✔ √ subscribed accepted agree agreed opt-in 是 有 對 对 同意 接受 已訂閱 已订阅'.split(
    ' ',
  ),
);
const NO = new Set(
  'no n false f 0 off - ✗ ✘ × unsubscribed declined never opt-out not_subscribed 否 無 无 不 沒有 没有 不同意 拒絕 拒绝 未訂閱 未订阅'.split(
    ' ',
  ),
);

/** Reads yes or no. An empty cell is neither and is refused: silence is not consent. */
export function parseBoolean(cell: string): Parsed<boolean> {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  if (text === '') return refuse('VALUE_EMPTY', cell);
  if (YES.has(text)) return accept(true);
  return NO.has(text) ? accept(false) : refuse('NOT_YES_OR_NO', cell.trim());
}

/**
 * Which sign marks the decimals of a column, judged over many of its cells; null when no cell tells. '1.234,50' and
 * '12,5' say comma, '1,234.50' and '12.5' say point, '1,234' alone says nothing.
 */
export function guessDecimalMark(samples: readonly string[]): DecimalMark | null {
  let point = 0;
  let comma = 0;
  for (const sample of samples) {
    const digits = /\d[\d.,]*/.exec(sample.normalize('NFKC'))?.[0]?.replace(/[.,]$/, '') ?? '';
    const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (last < 0) continue;
    const mark = digits[last];
    const both = digits.includes('.') && digits.includes(',');
    const repeated = digits.indexOf(mark ?? '') !== last;
    if (!both && !repeated && digits.length - last - 1 === 3) continue;
    if ((mark === '.') !== (repeated && !both)) point += 1;
    else comma += 1;
  }
  if (point === comma) return null;
  return point > comma ? '.' : ',';
}
