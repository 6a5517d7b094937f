/** Money is an integer number of minor units with its currency; no amount is ever a fraction. */

import type { Language } from './languages';

export interface Money {
  readonly minor: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

export type MoneyParseCode =
  | 'MONEY_EMPTY'
  | 'MONEY_NOT_A_NUMBER'
  | 'MONEY_TOO_FINE'
  | 'MONEY_TOO_LARGE'
  | 'MONEY_OTHER_CURRENCY';

export type MoneyParse =
  | { readonly ok: true; readonly money: Money }
  | { readonly ok: false; readonly code: MoneyParseCode };

/**
 * ISO 4217's exceptions to two decimals. A table of our own, not Intl's: stored integers must not change their
 * meaning because a new Electron brought a new CLDR.
 */
const DECIMALS = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code): [string, number] => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code): [string, number] => [code, 3]),
  ...'CLF UYW'.split(' ').map((code): [string, number] => [code, 4]),
]);

/** As printed on price tags in Hong Kong; the two yen signs are told apart because both are sold here. */
const SYMBOLS = new Map<string, string>([
  ['HKD', 'HK$'],
  ['MOP', 'MOP$'],
  ['CNY', 'RMB¥'],
  ['JPY', 'JP¥'],
  ['TWD', 'NT$'],
  ['USD', 'US$'],
  ['SGD', 'S$'],
  ['AUD', 'A$'],
  ['CAD', 'C$'],
  ['GBP', '£'],
  ['EUR', '€'],
]);

/** Name before and unit after the figure, as in 港幣12,800元. */
const CHINESE_NAMES = new Map<string, { hant: string; hans: string; unit: string }>([
  ['HKD', { hant: '港幣', hans: '港币', unit: '元' }],
  ['MOP', { hant: '澳門幣', hans: '澳门元', unit: '元' }],
  ['CNY', { hant: '人民幣', hans: '人民币', unit: '元' }],
  ['TWD', { hant: '新臺幣', hans: '新台币', unit: '元' }],
]);

/** What people type before or after a figure, and the currencies it can mean. */
const MARKS = new Map<string, readonly string[]>([
  ['$', ['HKD', 'MOP', 'TWD', 'USD', 'SGD', 'AUD', 'CAD', 'NZD']],
  ['HK$', ['HKD']],
  ['港幣', ['HKD']],
  ['港币', ['HKD']],
  ['港元', ['HKD']],
  ['蚊', ['HKD']],
  ['MOP$', ['MOP']],
  ['澳門幣', ['MOP']],
  ['¥', ['CNY', 'JPY']],
  ['RMB', ['CNY']],
  ['RMB¥', ['CNY']],
  ['人民幣', ['CNY']],
  ['人民币', ['CNY']],
  ['JP¥', ['JPY']],
  ['円', ['JPY']],
  ['NT$', ['TWD']],
  ['US$', ['USD']],
  ['S$', ['SGD']],
  ['A$', ['AUD']],
  ['C$', ['CAD']],
  ['£', ['GBP']],
  ['€', ['EUR']],
  ['元', ['HKD', 'MOP', 'CNY', 'TWD']],
]);

/** How many decimals the currency's minor unit stands for: HKD 2, JPY 0, KWD 3. */
export function currencyDecimals(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}

/** Checked constructor: a fraction, NaN or an amount too large to add safely is a bug and throws. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError('Money must be a safe integer of minor units');
  // Minus zero would print as "-HK$0" and fail equality.
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** An amount that was computed, an average or an estimate, in whole units: cents would feign a precision it has not. */
export function wholeMoney(minor: number, currency: string): Money {
  const unit = 10 ** currencyDecimals(currency);
  return money(Math.round(minor / unit) * unit, currency);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError('Amounts in different currencies cannot be added');
}

export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

export function timesMoney(amount: Money, quantity: number): Money {
  return money(amount.minor * quantity, amount.currency);
}

export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, money(0, currency));
}

/** '12,800' or '12,800.50': cents only where there are some, for a row of noughts hides the figure. */
function formatFigure(minor: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(digits.length - decimals);
  return Number(fraction) === 0 ? whole : `${whole}.${fraction}`;
}

/**
 * 'symbol' (the default) is the price tag, the same in all three languages: HK$12,800. 'words' is for letters and
 * printed documents: HKD 12,800, 港幣12,800元, 港币12,800元.
 */
export function formatMoney(amount: Money, language: Language, style: 'symbol' | 'words' = 'symbol'): string {
  const { minor, currency } = money(amount.minor, amount.currency);
  const sign = minor < 0 ? '-' : '';
  const figure = formatFigure(minor, currency);
  const chinese = CHINESE_NAMES.get(currency);
  if (style === 'words' && language !== 'en' && chinese) {
    return `${language === 'zh-Hant' ? chinese.hant : chinese.hans}${sign}${figure}${chinese.unit}`;
  }
  const symbol = style === 'words' ? undefined : SYMBOLS.get(currency);
  // A no-break space, so that a code never stands at the end of a line without its figure.
  return symbol ? `${sign}${symbol}${figure}` : `${currency}\u00a0${sign}${figure}`;
}

function allowsMark(mark: string, currency: string): boolean {
  return mark === '' || mark === currency || (MARKS.get(mark)?.includes(currency) ?? false);
}

/**
 * Reads what a person typed or a file holds: '12800', 'HK$12,800.50', '港幣 12,800元', '-500', '(500)', full-width
 * digits. Refuses rather than guesses: a fraction of a cent, a comma that does not group thousands, another currency.
 */
export function parseMoney(text: string, currency: string): MoneyParse {
  // NFKC also turns the full-width yen sign and digits into the plain ones.
  let rest = text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/[−–]/g, '-')
    .toUpperCase();
  if (rest === '') return { ok: false, code: 'MONEY_EMPTY' };

  let negative = false;
  if (/^\(.+\)$/.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1);
  }
  const match = /^(-?)([^\d.,+-]*)([-+]?)(\d[\d,]*|(?=\.\d))(?:\.(\d*))?([^\d.,+-]*)$/.exec(rest);
  if (!match) return { ok: false, code: 'MONEY_NOT_A_NUMBER' };
  const [, outerSign, before = '', innerSign, whole = '', fraction = '', after = ''] = match;
  if (outerSign && innerSign) return { ok: false, code: 'MONEY_NOT_A_NUMBER' };
  if (negative && (outerSign || innerSign)) return { ok: false, code: 'MONEY_NOT_A_NUMBER' };
  negative ||= outerSign === '-' || innerSign === '-';
  for (const mark of [before, after]) {
    if (allowsMark(mark, currency)) continue;
    const known = MARKS.has(mark) || /^[A-Z]{3}$/.test(mark);
    return { ok: false, code: known ? 'MONEY_OTHER_CURRENCY' : 'MONEY_NOT_A_NUMBER' };
  }
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(whole))
    return { ok: false, code: 'MONEY_NOT_A_NUMBER' };

  const decimals = currencyDecimals(currency);
  const exact = fraction.replace(/0+$/, '');
  if (exact.length > decimals) return { ok: false, code: 'MONEY_TOO_FINE' };
  // Digits are joined as text: 0.29 * 100 is not 29 in floating point.
  const minor = Number(`${whole.replaceAll(',', '')}${exact.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(minor)) return { ok: false, code: 'MONEY_TOO_LARGE' };
  return { ok: true, money: money(negative ? -minor : minor, currency) };
}

const PERCENT_SCALE = 10_000;

/**
 * `percent` (at most four decimals: 12.5, 8.3333) of an amount, rounded half away from zero. Not banker's rounding:
 * customer and advisor check a discount by hand and expect .5 to go up, and a return must be the exact mirror of its
 * sale, which rounding half *up* would not give below zero.
 */
export function percentOf(amount: Money, percent: number): Money {
  if (!Number.isFinite(percent)) throw new RangeError('Percent must be a number');
  const scaled = BigInt(Math.round(percent * PERCENT_SCALE));
  const product = BigInt(amount.minor) * scaled;
  const divisor = BigInt(100 * PERCENT_SCALE);
  const magnitude = ((product < 0n ? -product : product) * 2n + divisor) / (divisor * 2n);
  return money(Number(product < 0n ? -magnitude : magnitude), amount.currency);
}

/**
 * Splits an amount over whole-number weights (line totals, quantities) so that the parts sum to it exactly: each gets
 * its share rounded towards zero, the left-over units go to the largest remainders, earlier lines first. Weights that
 * are all zero share equally.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0) throw new RangeError('Nothing to allocate to');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('Weights must be whole numbers, not negative');
  }
  const given = weights.map(BigInt);
  const shares = given.every((weight) => weight === 0n) ? given.map(() => 1n) : given;
  const sum = shares.reduce((a, b) => a + b, 0n);
  const amount = BigInt(Math.abs(total.minor));
  const parts = shares.map((share, index) => ({
    index,
    units: (amount * share) / sum,
    remainder: (amount * share) % sum,
  }));
  let left = amount - parts.reduce((a, part) => a + part.units, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  const sign = total.minor < 0 ? -1 : 1;
  return parts.map((part) => money(sign * Number(part.units), total.currency));
}
