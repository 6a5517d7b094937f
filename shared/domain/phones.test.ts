import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, normalisePhone, phoneKeys } from './phones';

describe('normalisePhone', () => {
  it.each([
    // typed, e164, national, warning
    ['9123 4567', '+85291234567', '91234567', null],
    ['+852 9123 4567', '+85291234567', '91234567', null],
    ['00852 9123 4567', '+85291234567', '91234567', null],
    ['852-9123-4567', '+85291234567', '91234567', null],
    ['(852) 9123 4567', '+85291234567', '91234567', null],
    ['９１２３４５６７', '+85291234567', '91234567', null],
    ['2123 4567 ext 12', '+85221234567', '21234567', null],
    ['7123 4567', '+85271234567', '71234567', 'unusual'],
    ['4123 4567', '+85241234567', '41234567', 'unusual'],
    ['13812345678', '+8613812345678', '13812345678', 'assumed-mainland'],
    ['138 1234 5678', '+8613812345678', '13812345678', 'assumed-mainland'],
    ['+86 138 1234 5678', '+8613812345678', '13812345678', null],
    ['0086 13812345678', '+8613812345678', '13812345678', null],
    ['8613812345678', '+8613812345678', '13812345678', null],
    ['+853 6612 3456', '+85366123456', '66123456', null],
    ['85366123456', '+85366123456', '66123456', null],
    ['+44 (0)20 7946 0958', '+442079460958', '2079460958', null],
    ['44 20 7946 0958', '+442079460958', '2079460958', null],
    ['+65 9123 4567', '+6591234567', '91234567', null],
    ['6123', null, '6123', 'too-short'],
    ['+852 9123', null, '9123', 'too-short'],
    ['0912345678', null, '0912345678', 'unknown-country'],
    ['1234567890123456', null, '1234567890123456', 'too-long'],
    ['', null, '', 'no-digits'],
    ['none', null, '', 'no-digits'],
  ] as const)('%s', (typed, e164, national, warning) => {
    expect(normalisePhone(typed)).toMatchObject({ e164, national, warning });
  });

  it('offers Macau beside a number that is probably from Hong Kong', () => {
    expect(normalisePhone('6612 3456')).toMatchObject({
      e164: '+85266123456',
      warning: null,
      alternative: '+85366123456',
    });
    expect(normalisePhone('6612 3456', 'MO')).toMatchObject({
      e164: '+85366123456',
      alternative: '+85266123456',
    });
  });

  it('keeps the digits as typed', () => {
    expect(normalisePhone('00852 9123-4567').digits).toBe('85291234567');
    expect(normalisePhone('(02) 9374 4000', 'AU')).toMatchObject({
      e164: '+61293744000',
      digits: '0293744000',
    });
  });

  it('never throws and never refuses, and is the same the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'+0123456789 -()') })),
        (raw) => {
          const { e164, digits, national } = normalisePhone(raw);
          expect(digits).toMatch(/^[0-9]*$/);
          if (e164) {
            expect(e164).toMatch(/^\+[0-9]{5,17}$/);
            expect(e164.endsWith(national)).toBe(true);
            expect(normalisePhone(e164).e164).toBe(e164);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('phoneKeys', () => {
  it('holds the number with and without country code and its ends', () => {
    expect(phoneKeys('+852 9123 4567')).toEqual([
      '85291234567',
      '91234567',
      '1234567',
      '234567',
      '34567',
      '4567',
    ]);
  });

  it('finds every Hong Kong number by any four digits or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20000000, max: 99999999 }), fc.nat(), fc.nat(), (number, from, size) => {
        const text = String(number);
        const start = from % 5;
        const part = text.slice(start, start + 4 + (size % (text.length - start - 3)));
        expect(phoneKeys(text).some((key) => key.startsWith(part))).toBe(true);
      }),
    );
  });

  it('keeps what cannot be completed, and nothing of nothing', () => {
    expect(phoneKeys('999')).toEqual(['999']);
    expect(phoneKeys('-')).toEqual([]);
  });
});

describe('formatPhone', () => {
  it('leaves out the country code at home only', () => {
    expect(formatPhone('+85291234567')).toBe('9123 4567');
    expect(formatPhone('+85291234567', 'zh-Hant-HK')).toBe('9123 4567');
    expect(formatPhone('+85291234567', 'zh-MO')).toBe('+852 9123 4567');
    expect(formatPhone('+8613812345678')).toBe('+86 138 1234 5678');
    expect(formatPhone('+442079460958', 'en-GB')).toBe('020 7946 0958');
    expect(formatPhone('rubbish')).toBe('rubbish');
  });
});
