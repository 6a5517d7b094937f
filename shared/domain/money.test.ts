import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  allocate,
  currencyDecimals,
  formatMoney,
  type Money,
  money,
  parseMoney,
  percentOf,
  subtractMoney,
  sumMoney,
  timesMoney,
} from './money';

const hkd = (minor: number) => money(minor, 'HKD');
const currency = fc.constantFrom('HKD', 'JPY', 'KWD', 'CHF', 'CNY', 'CLF');
const amount: fc.Arbitrary<Money> = fc
  .tuple(fc.integer({ min: -1e12, max: 1e12 }), currency)
  .map(([minor, code]) => money(minor, code));

describe('formatting', () => {
  it('writes Hong Kong prices as price tags do', () => {
    expect(formatMoney(hkd(1_280_000), 'en')).toBe('HK$12,800');
    expect(formatMoney(hkd(1_280_050), 'en')).toBe('HK$12,800.50');
    expect(formatMoney(hkd(5), 'zh-Hant')).toBe('HK$0.05');
    expect(formatMoney(hkd(-50_000), 'en')).toBe('-HK$500');
    expect(formatMoney(hkd(-0), 'en')).toBe('HK$0');
    expect(formatMoney(hkd(123_456_789_000), 'zh-Hans')).toBe('HK$1,234,567,890');
  });

  it('writes amounts in words for letters', () => {
    expect(formatMoney(hkd(1_280_000), 'zh-Hant', 'words')).toBe('港幣12,800元');
    expect(formatMoney(hkd(1_280_050), 'zh-Hans', 'words')).toBe('港币12,800.50元');
    expect(formatMoney(hkd(1_280_000), 'en', 'words')).toBe('HKD\u00a012,800');
  });

  it('knows the decimals of other currencies', () => {
    expect(['HKD', 'JPY', 'KWD', 'XYZ'].map(currencyDecimals)).toEqual([2, 0, 3, 2]);
    expect(formatMoney(money(12_800, 'JPY'), 'en')).toBe('JP¥12,800');
    expect(formatMoney(money(12_800, 'KWD'), 'en')).toBe('KWD\u00a012.800');
  });
});

describe('parsing', () => {
  it.each([
    ['12800', 1_280_000],
    ['HK$12,800.50', 1_280_050],
    ['hkd 12,800.5', 1_280_050],
    ['港幣 12,800元', 1_280_000],
    ['$500', 50_000],
    ['500蚊', 50_000],
    ['12,800.50', 1_280_050],
    ['-500', -50_000],
    ['-HK$500', -50_000],
    ['HK$-500', -50_000],
    ['(500)', -50_000],
    ['.5', 50],
    ['0.29', 29],
    ['1.500', 150],
    ["12'800", 1_280_000],
  ])('reads %s', (text, minor) => {
    expect(parseMoney(text, 'HKD')).toEqual({ ok: true, money: hkd(minor) });
  });

  it.each([
    ['  ', 'MONEY_EMPTY'],
    ['abc', 'MONEY_NOT_A_NUMBER'],
    ['12,80', 'MONEY_NOT_A_NUMBER'],
    ['1.2.3', 'MONEY_NOT_A_NUMBER'],
    ['--5', 'MONEY_NOT_A_NUMBER'],
    ['-(5)', 'MONEY_NOT_A_NUMBER'],
    ['12 apples', 'MONEY_NOT_A_NUMBER'],
    ['0.001', 'MONEY_TOO_FINE'],
    ['99999999999999999', 'MONEY_TOO_LARGE'],
    ['US$5', 'MONEY_OTHER_CURRENCY'],
    ['5 CHF', 'MONEY_OTHER_CURRENCY'],
    ['¥5', 'MONEY_OTHER_CURRENCY'],
  ])('refuses %s', (text, code) => {
    expect(parseMoney(text, 'HKD')).toEqual({ ok: false, code });
  });

  it('reads back whatever it wrote, in every language and style', () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('en', 'zh-Hant', 'zh-Hans'),
        fc.constantFrom('symbol', 'words'),
        (value, language, style) => {
          expect(parseMoney(formatMoney(value, language, style), value.currency)).toEqual({
            ok: true,
            money: value,
          });
        },
      ),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), currency, (text, code) => void parseMoney(text, code)),
    );
  });
});

describe('arithmetic', () => {
  it('refuses fractions and mixed currencies', () => {
    expect(() => money(0.5, 'HKD')).toThrow(RangeError);
    expect(() => addMoney(hkd(1), money(1, 'JPY'))).toThrow(RangeError);
  });

  it('adds, takes away, multiplies, sums', () => {
    expect(addMoney(hkd(1), hkd(2))).toEqual(hkd(3));
    expect(subtractMoney(hkd(1), hkd(2))).toEqual(hkd(-1));
    expect(timesMoney(hkd(150), 3)).toEqual(hkd(450));
    expect(sumMoney([], 'HKD')).toEqual(hkd(0));
    expect(sumMoney([hkd(1), hkd(2), hkd(3)], 'HKD')).toEqual(hkd(6));
  });

  it('rounds a percentage half away from zero, so a return mirrors its sale', () => {
    expect(percentOf(hkd(1_280_000), 12.5)).toEqual(hkd(160_000));
    expect(percentOf(hkd(5), 10)).toEqual(hkd(1));
    expect(percentOf(hkd(-5), 10)).toEqual(hkd(-1));
    expect(percentOf(hkd(25), 10)).toEqual(hkd(3));
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (minor, scaled) => {
          const there = percentOf(hkd(minor), scaled / 10_000);
          expect(percentOf(hkd(-minor), scaled / 10_000)).toEqual(hkd(-there.minor));
          expect(Math.abs(there.minor - (minor * scaled) / 1_000_000)).toBeLessThanOrEqual(0.501);
        },
      ),
    );
  });

  it('allocates the last cent to the largest remainder', () => {
    expect(allocate(hkd(100), [1, 1, 1]).map((part) => part.minor)).toEqual([34, 33, 33]);
    expect(allocate(hkd(-100), [1, 1, 1]).map((part) => part.minor)).toEqual([-34, -33, -33]);
    expect(allocate(hkd(7), [0, 0]).map((part) => part.minor)).toEqual([4, 3]);
    expect(() => allocate(hkd(1), [])).toThrow(RangeError);
    expect(() => allocate(hkd(1), [-1])).toThrow(RangeError);
  });

  it('allocates so that the parts sum exactly, each within one unit of its share', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(sumMoney(parts, total.currency)).toEqual(total);
          const sum = weights.reduce((a, b) => a + b, 0);
          if (sum === 0) return;
          parts.forEach((part, index) => {
            const share = (total.minor * weights[index]!) / sum;
            expect(Math.abs(part.minor - share)).toBeLessThan(1.001);
            if (weights[index] === 0) expect(part.minor).toBe(0);
          });
        },
      ),
    );
  });
});
