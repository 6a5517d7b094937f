import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  civilDateOf,
  daysBetween,
  endOfDay,
  formatDate,
  formatInstant,
  formatNearDate,
  formatYearlyDate,
  isCivilDate,
  nextOccurrence,
  startOfDay,
} from './dates';

const ZONES = ['Asia/Hong_Kong', 'Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
const instant = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2090, 0, 1) });
const date = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const zone = fc.constantFrom(...ZONES);

function withIntl(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

describe('civil dates', () => {
  it('knows which days exist', () => {
    expect(isCivilDate('2024-02-29')).toBe(true);
    for (const no of ['2025-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '0000-01-01', '2024-04-31', '']) {
      expect(isCivilDate(no)).toBe(false);
    }
    expect(() => addDays('2025-02-29', 1)).toThrow(RangeError);
  });

  it('puts a late evening in Hong Kong on the right day', () => {
    expect(civilDateOf(Date.UTC(2026, 4, 3, 15, 59))).toBe('2026-05-03');
    expect(civilDateOf(Date.UTC(2026, 4, 3, 16, 0))).toBe('2026-05-04');
    expect(civilDateOf(Date.UTC(1979, 6, 1, 15, 30))).toBe('1979-07-02'); // summer time was still kept
  });

  it('agrees with Intl in every zone, the constant offset of Hong Kong included', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        expect(civilDateOf(at, timeZone)).toBe(withIntl(at, timeZone));
      }),
    );
  });

  it('adds months and keeps to the end of short ones', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 60)).toBe('2029-02-28');
    expect(addMonths('2025-01-15', -2)).toBe('2024-11-15');
    fc.assert(
      fc.property(date, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        expect(isCivilDate(to)).toBe(true);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });

  it('adds and counts days as inverses', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('finds the next birthday, and keeps 29 February on the 28th of a common year', () => {
    expect(nextOccurrence(5, 3, '2026-05-03')).toBe('2026-05-03');
    expect(nextOccurrence(5, 3, '2026-05-04')).toBe('2027-05-03');
    expect(nextOccurrence(2, 29, '2025-02-28')).toBe('2025-02-28');
    expect(nextOccurrence(2, 29, '2025-03-01')).toBe('2026-02-28');
    expect(nextOccurrence(2, 29, '2027-06-01')).toBe('2028-02-29');
    expect(() => nextOccurrence(2, 30, '2025-01-01')).toThrow(RangeError);
    fc.assert(
      fc.property(date, date, (birthday, today) => {
        const next = nextOccurrence(Number(birthday.slice(5, 7)), Number(birthday.slice(8)), today);
        const wait = daysBetween(today, next);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(366);
      }),
    );
  });

  it('counts completed years', () => {
    expect(ageOn('2008-05-03', '2026-05-02')).toBe(17);
    expect(ageOn('2008-05-03', '2026-05-03')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });
});

describe('instants', () => {
  it('brackets exactly one day', () => {
    expect(startOfDay('2026-05-03')).toBe(Date.UTC(2026, 4, 2, 16));
    expect(endOfDay('2026-05-03')).toBe(Date.UTC(2026, 4, 3, 16) - 1);
    fc.assert(
      fc.property(date, zone, (day, timeZone) => {
        const start = startOfDay(day, timeZone);
        const end = endOfDay(day, timeZone);
        expect(civilDateOf(start, timeZone)).toBe(day);
        expect(civilDateOf(start - 1, timeZone)).toBe(addDays(day, -1));
        expect(civilDateOf(end, timeZone)).toBe(day);
        expect(civilDateOf(end + 1, timeZone)).toBe(addDays(day, 1));
      }),
    );
  });

  it('finds the first instant of a day whose midnight was skipped', () => {
    const start = startOfDay('2018-11-04', 'America/Sao_Paulo'); // clocks went from 00:00 to 01:00
    expect(new Date(start).toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(formatInstant(start, 'en', 'America/Sao_Paulo')).toBe('4 November 2018, 01:00');
  });
});

describe('words', () => {
  it('writes dates in the order of each language', () => {
    expect(formatDate('2026-05-03', 'en')).toBe('3 May 2026');
    expect(formatDate('2026-05-03', 'en', { weekday: true })).toBe('Sunday 3 May 2026');
    expect(formatDate('2026-05-03', 'zh-Hant')).toBe('2026年5月3日');
    expect(formatDate('2026-05-03', 'zh-Hans', { weekday: true })).toBe('2026年5月3日星期日');
    expect(formatDate('1960-01-01', 'en', { weekday: true })).toBe('Friday 1 January 1960');
    expect(formatNearDate('2026-12-10', '2026-11-26', 'zh-Hant')).toBe('12月10日');
    expect(formatNearDate('2027-01-03', '2026-11-26', 'en')).toBe('3 January 2027');
    expect(formatYearlyDate(2, 29, 'en')).toBe('29 February');
    expect(formatYearlyDate(2, 29, 'zh-Hant')).toBe('2月29日');
  });

  it('writes instants on the shop clock', () => {
    expect(formatInstant(Date.UTC(2026, 4, 3, 6, 5), 'en')).toBe('3 May 2026, 14:05');
    expect(formatInstant(Date.UTC(2026, 4, 3, 16, 0), 'zh-Hant')).toBe('2026年5月4日 00:00');
  });
});
