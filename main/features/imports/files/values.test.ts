import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDecimalMark, parseBoolean, parseDecimal, parseInteger, parseMoney } from './values';

const HKD = { currency: 'HKD', decimals: 2 };
const ok = <T>(value: T) => ({ ok: true, value });

describe('amounts', () => {
  test.each<[string, number]>([
    ['HK$1,234.50', 123_450],
    ['HKD 1,234.5', 123_450],
    ['1234.50 HKD', 123_450],
    ['$8,700', 870_000],
    ['港幣 1,000', 100_000],
    ['港幣1,000元', 100_000],
    ['88元', 8800],
    ['(1,234.50)', -123_450],
    ['-HK$12', -1200],
    ['HK$-12', -1200],
    ['12-', -1200],
    ['−12.30', -1230],
    ['＄１２．５０', 1250],
    ["1'234.50", 123_450],
    ['1 234.50', 123_450],
    ['8995.0', 899_500],
    ['2.500', 250],
    ['.5', 50],
    ['-0.00', 0],
  ])('%s', (text, minor) => {
    expect(parseMoney(text, HKD)).toEqual(ok(minor));
  });

  test('decimal commas, when told', () => {
    expect(parseMoney('1.234,50 €', { currency: 'EUR', decimals: 2, decimalMark: ',' })).toEqual(ok(123_450));
  });

  test('a price finer than the minor unit is refused with its exact text', () => {
    const params = { decimals: 2 };
    expect(parseMoney('0.001', HKD)).toEqual({ ok: false, code: 'PRICE_TOO_FINE', text: '0.001', params });
    expect(parseMoney('HK$1,234.567', HKD)).toMatchObject({ code: 'PRICE_TOO_FINE', text: '1234.567' });
    expect(parseMoney('¥10.5', { currency: 'JPY', decimals: 0 })).toMatchObject({
      code: 'PRICE_TOO_FINE',
      text: '10.5',
    });
  });

  test.each([
    ['DM 11,900', 'CURRENCY_DIFFERS'],
    ['€47,000', 'CURRENCY_DIFFERS'],
    ['US$5', 'CURRENCY_DIFFERS'],
    ['$88 USD', 'CURRENCY_DIFFERS'],
    ['SGD 135,000', 'CURRENCY_DIFFERS'],
    ['inquiry', 'NOT_A_NUMBER'],
    ['see notes', 'NOT_A_NUMBER'],
    ['???', 'NOT_A_NUMBER'],
    ['1.2E+05', 'NOT_A_NUMBER'],
    ['(5', 'NOT_A_NUMBER'],
    ['-(5)', 'NOT_A_NUMBER'],
    ['1,23', 'NUMBER_UNCLEAR'],
    ['1.234.50', 'NUMBER_UNCLEAR'],
    ['1,234,5', 'NUMBER_UNCLEAR'],
    ['99999999999999999', 'NUMBER_TOO_LARGE'],
    ['', 'VALUE_EMPTY'],
    ['  ', 'VALUE_EMPTY'],
  ])('%j is refused as %s', (text, code) => {
    expect(parseMoney(text, HKD)).toMatchObject({ ok: false, code });
  });

  test('every amount written with two decimals is read back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        const cents = String(Math.abs(minor)).padStart(3, '0');
        const whole = cents.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
        const text = `${minor < 0 ? '-' : ''}${whole}.${cents.slice(-2)}`;
        expect(parseMoney(text, HKD)).toEqual(ok(minor));
      }),
    );
  });
});

test('decimals stay exact text', () => {
  expect(parseDecimal('007.10')).toEqual(ok('7.1'));
  expect(parseDecimal('0.30000000000000004')).toEqual(ok('0.30000000000000004'));
});

test('whole numbers', () => {
  expect(parseInteger('-1,200')).toEqual(ok(-1200));
  expect(parseInteger('3.0')).toEqual(ok(3));
  expect(parseInteger('3.5')).toMatchObject({ code: 'NOT_WHOLE', text: '3.5' });
  expect(parseInteger('two')).toMatchObject({ code: 'NOT_A_NUMBER' });
});

test('yes and no; silence is neither', () => {
  for (const yes of ['yes', 'TRUE', '1', 'SUBSCRIBED', '是', '同意'])
    expect(parseBoolean(yes)).toEqual(ok(true));
  for (const no of ['no', 'False', '0', 'not_subscribed', '否', '不同意'])
    expect(parseBoolean(no)).toEqual(ok(false));
  expect(parseBoolean('')).toMatchObject({ code: 'VALUE_EMPTY' });
  expect(parseBoolean('maybe')).toMatchObject({ code: 'NOT_YES_OR_NO', text: 'maybe' });
});

test('the decimal mark is judged over the column', () => {
  expect(guessDecimalMark(['1.234,50', '12'])).toBe(',');
  expect(guessDecimalMark(['1,234.50', '3,000'])).toBe('.');
  expect(guessDecimalMark(['12,5', '€ 7,25'])).toBe(',');
  expect(guessDecimalMark(['1.234.567'])).toBe(',');
  expect(guessDecimalMark(['1,234', '500'])).toBeNull();
});
