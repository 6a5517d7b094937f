import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDateOrder, parseDate, parseInstant } from './date-values';

const HOUR = 3_600_000;
const ok = <T>(value: T) => ({ ok: true, value });

describe('days', () => {
  test.each([
    '2010-12-01',
    '2010/12/1',
    '2010.12.01',
    '20101201',
    '2010-12-01 08:26:00',
    '2010-12-01T08:26:00Z',
    '2010年12月1日',
    '2010年12月01號 下午3:05',
    '２０１０年１２月１日',
    '1 Dec 2010',
    '1-DEC-2010',
    '01DEC2010',
    'December 1st, 2010',
    'Dec 1 2010',
  ])('%s', (text) => {
    expect(parseDate(text)).toEqual(ok('2010-12-01'));
  });

  test('day or month first, as the column has it', () => {
    expect(parseDate('3/4/2010', { order: 'dmy' })).toEqual(ok('2010-04-03'));
    expect(parseDate('3/4/2010', { order: 'mdy' })).toEqual(ok('2010-03-04'));
    expect(parseDate('25.12.2010')).toEqual(ok('2010-12-25'));
    expect(parseDate('12/25/2010')).toEqual(ok('2010-12-25'));
    expect(parseDate('3/4/2010')).toMatchObject({ code: 'DATE_ORDER_UNCLEAR' });
    expect(parseDate('25/12/2010', { order: 'mdy' })).toMatchObject({ code: 'DATE_NOT_IN_CALENDAR' });
    expect(parseDate('28/13/2010')).toMatchObject({ code: 'DATE_NOT_IN_CALENDAR' });
  });

  test('two digits of a year only when it is said which century', () => {
    expect(parseDate('30AUG24')).toMatchObject({ code: 'DATE_YEAR_UNCLEAR' });
    expect(parseDate('30AUG24', { lastTwoDigitYear: 2026 })).toEqual(ok('2024-08-30'));
    expect(parseDate('1/2/55', { order: 'dmy', lastTwoDigitYear: 2026 })).toEqual(ok('1955-02-01'));
  });

  test.each([
    ['2010-02-29', 'DATE_NOT_IN_CALENDAR'],
    ['1900-02-29', 'DATE_NOT_IN_CALENDAR'],
    ['2010-13-01', 'DATE_NOT_IN_CALENDAR'],
    ['0000-00-00', 'DATE_NOT_IN_CALENDAR'],
    ['2010-12-01 25:00', 'TIME_NOT_ON_CLOCK'],
    ['2010-12', 'NOT_A_DATE'],
    ['40513.35', 'NOT_A_DATE'],
    ['1 Mayor 2010', 'NOT_A_DATE'],
    ['soon', 'NOT_A_DATE'],
    ['', 'VALUE_EMPTY'],
  ])('%j is refused as %s', (text, code) => {
    expect(parseDate(text)).toMatchObject({ ok: false, code });
  });

  test('29 February where there is one', () => {
    expect(parseDate('2000-02-29')).toEqual(ok('2000-02-29'));
  });
});

describe('points in time', () => {
  const noon = Date.UTC(2010, 11, 1, 8, 26);

  test('the clock of Hong Kong holds where the text names no other', () => {
    expect(parseInstant('2010-12-01 08:26:00')).toEqual(ok(noon - 8 * HOUR));
    expect(parseInstant('2010-12-01 08:26:00', { timeZone: 'Europe/London' })).toEqual(ok(noon));
    expect(parseInstant('2010-12-01T08:26:00.250Z')).toEqual(ok(noon + 250));
    expect(parseInstant('2010-12-01 08:26:00 -0400')).toEqual(ok(noon + 4 * HOUR));
    expect(parseInstant('2010-12-01 08:26:00 +08:00', { timeZone: 'UTC' })).toEqual(ok(noon - 8 * HOUR));
    expect(parseInstant('1/12/2010 8:26', { order: 'dmy' })).toEqual(ok(noon - 8 * HOUR));
  });

  test('halves of the day', () => {
    const at = (text: string) => parseInstant(`2010-12-01 ${text}`, { timeZone: 'UTC' });
    const hour = (hours: number) => ok(Date.UTC(2010, 11, 1, hours, 5));
    expect(at('3:05 PM')).toEqual(hour(15));
    expect(at('12:05 am')).toEqual(hour(0));
    expect(at('12:05pm')).toEqual(hour(12));
    expect(at('下午3:05')).toEqual(hour(15));
    expect(at('上午 12時05分')).toEqual(hour(0));
    expect(at('下午15:05')).toEqual(hour(15));
    expect(at('13:05 am')).toMatchObject({ code: 'TIME_NOT_ON_CLOCK' });
  });

  test('summer time: the hour that is leapt over is refused, the one shown twice is the first', () => {
    const london = { timeZone: 'Europe/London' };
    expect(parseInstant('2011-03-27 01:30', london)).toMatchObject({ code: 'TIME_NOT_ON_CLOCK' });
    expect(parseInstant('2011-03-27 03:00', london)).toEqual(ok(Date.UTC(2011, 2, 27, 2)));
    expect(parseInstant('2011-10-30 01:30', london)).toEqual(ok(Date.UTC(2011, 9, 30, 0, 30)));
    expect(parseInstant('2011-07-01 12:00', london)).toEqual(ok(Date.UTC(2011, 6, 1, 11)));
  });

  test('any moment written on the clock of a zone is found again', () => {
    const zones = ['Asia/Hong_Kong', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'];
    const moment = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (seconds, timeZone) => {
        const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
        const read = parseInstant(clock.format(seconds * 1000), { timeZone });
        // An hour that the clock shows twice may be read as the first.
        const found = read.ok ? read.value : Number.NaN;
        expect(clock.format(found)).toBe(clock.format(seconds * 1000));
      }),
    );
  });
});

test('the order of day and month is judged over the whole column', () => {
  expect(guessDateOrder(['1/2/2010', '25/12/2010 08:00'])).toBe('dmy');
  expect(guessDateOrder(['1/2/2010', '12/25/10'])).toBe('mdy');
  expect(guessDateOrder(['1/2/2010', '3/4/2010'])).toBeNull();
  expect(guessDateOrder(['25/12/2010', '12/25/2010'])).toBeNull();
  expect(guessDateOrder(['1/2/2010', '28/13/2010', '25/12/2010'])).toBe('dmy');
  expect(guessDateOrder(['2010-12-25'])).toBeNull();
});
