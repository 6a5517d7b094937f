/**
 * Two kinds of time, never mixed: a civil date ('YYYY-MM-DD') is what a calendar on the wall shows,
 * an instant (epoch milliseconds UTC) is when something happened. Only a time zone turns one into the other.
 */

import type { Language } from './languages';

/** 'YYYY-MM-DD' in the proleptic Gregorian calendar, years 0001 to 9999. */
export type CivilDate = string;

/** Epoch milliseconds, UTC. */
export type Instant = number;

export const SHOP_TIME_ZONE = 'Asia/Hong_Kong';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Hong Kong last changed its clocks in 1979. An import reads half a million instants and Intl costs microseconds
 * each, so from 1980 on the offset is a constant; the test compares it with Intl.
 */
const HONG_KONG_FIXED_FROM = Date.UTC(1980, 0, 1);
const HONG_KONG_OFFSET_MS = 8 * HOUR_MS;

/** What a calendar and a clock on the wall show: civil date and 'HH:MM'. */
export interface WallClock {
  readonly date: CivilDate;
  readonly time: string;
}

// Constructing an Intl object costs about a hundred times as much as using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What the wall shows in a time zone at that instant; cheap enough to be asked of every row of a large list. */
export function wallClock(instant: Instant, timeZone: string): WallClock {
  if (timeZone === SHOP_TIME_ZONE && instant >= HONG_KONG_FIXED_FROM) {
    const iso = new Date(instant + HONG_KONG_OFFSET_MS).toISOString();
    return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
  }
  const found: Record<string, string> = {};
  for (const part of formatterFor(timeZone).formatToParts(instant)) found[part.type] = part.value;
  const year = (found.year ?? '').padStart(4, '0');
  return { date: `${year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function toCivil(parts: DateParts): CivilDate {
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function readParts(text: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const real =
    parts.year >= 1 &&
    parts.month >= 1 &&
    parts.month <= 12 &&
    parts.day >= 1 &&
    parts.day <= daysInMonth(parts.year, parts.month);
  return real ? parts : null;
}

/** True for a day that exists: '2024-02-29' is one, '2025-02-29' is not. */
export function isCivilDate(text: string): boolean {
  return readParts(text) !== null;
}

/** The date's year, month (1 to 12) and day. A string that is no date is a bug of the caller and throws. */
export function datePartsOf(date: CivilDate): DateParts {
  const parts = readParts(date);
  if (!parts) throw new RangeError('Not a civil date');
  return parts;
}

function dayNumber(date: CivilDate): number {
  const parts = datePartsOf(date);
  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day) / DAY_MS;
}

function fromDayNumber(days: number): CivilDate {
  const date = new Date(days * DAY_MS);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('Date out of range');
  return toCivil({ year, month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

/** The day on the wall calendar of the shop at that instant. */
export function civilDateOf(instant: Instant, timeZone: string = SHOP_TIME_ZONE): CivilDate {
  return wallClock(instant, timeZone).date;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Same day of a later month; the month's last day where that day does not exist (31 January + 1 = 28 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const parts = datePartsOf(date);
  const index = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (year < 1 || year > 9999) throw new RangeError('Date out of range');
  return toCivil({ year, month, day: Math.min(parts.day, daysInMonth(year, month)) });
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The next day, today included, on which a yearly date falls. 29 February is kept on 28 February in a common
 * year: a greeting a day early is kind, one a day (and a month) late looks forgotten.
 */
export function nextOccurrence(month: number, day: number, today: CivilDate): CivilDate {
  if (!isYearlyDate(month, day)) throw new RangeError('Not a day of any year');
  const { year } = datePartsOf(today);
  for (const candidateYear of [year, year + 1]) {
    const candidate = toCivil({
      year: candidateYear,
      month,
      day: Math.min(day, daysInMonth(candidateYear, month)),
    });
    if (candidate >= today) return candidate;
  }
  throw new RangeError('Date out of range');
}

/** True when some year has this day; 29 February counts. */
export function isYearlyDate(month: number, day: number): boolean {
  return Number.isInteger(month) && Number.isInteger(day) && isCivilDate(toCivil({ year: 2000, month, day }));
}

/**
 * Completed years of age. Born on 29 February, one is a year older on 1 March of a common year: for the age of
 * majority the later day is the careful one.
 */
export function ageOn(birth: CivilDate, today: CivilDate): number {
  const born = datePartsOf(birth);
  const now = datePartsOf(today);
  const before = now.month < born.month || (now.month === born.month && now.day < born.day);
  return now.year - born.year - (before ? 1 : 0);
}

/** First instant of the day. Found by bisection, so that a zone that skips midnight still has a first instant. */
export function startOfDay(date: CivilDate, timeZone: string = SHOP_TIME_ZONE): Instant {
  const utcMidnight = dayNumber(date) * DAY_MS;
  if (timeZone === SHOP_TIME_ZONE && utcMidnight - HONG_KONG_OFFSET_MS >= HONG_KONG_FIXED_FROM) {
    return utcMidnight - HONG_KONG_OFFSET_MS;
  }
  // Offsets lie between -12 h and +14 h; the bracket is wider than that on both sides.
  let before = utcMidnight - 16 * HOUR_MS;
  let after = utcMidnight + 16 * HOUR_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (civilDateOf(middle, timeZone) >= date) after = middle;
    else before = middle;
  }
  return after;
}

/** Last millisecond of the day, so that `startOfDay <= at && at <= endOfDay` holds for the whole of it. */
export function endOfDay(date: CivilDate, timeZone: string = SHOP_TIME_ZONE): Instant {
  return startOfDay(addDays(date, 1), timeZone) - 1;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const WEEKDAYS_CHINESE = [...'日一二三四五六'];

function weekdayName(date: CivilDate, language: Language): string {
  // Day 0 of the epoch was a Thursday.
  const index = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return language === 'en' ? WEEKDAYS[index]! : `星期${WEEKDAYS_CHINESE[index]!}`;
}

/** '3 May 2026', '2026年5月3日'; with the weekday 'Sunday 3 May 2026', '2026年5月3日星期日'. */
export function formatDate(date: CivilDate, language: Language, options: { weekday?: boolean } = {}): string {
  const { year, month, day } = datePartsOf(date);
  const weekday = options.weekday ? weekdayName(date, language) : '';
  if (language === 'en') return `${weekday ? `${weekday} ` : ''}${day} ${MONTHS[month - 1]!} ${year}`;
  return `${year}年${month}月${day}日${weekday}`;
}

/** A yearly date without its year: '3 May', '5月3日'. A birthday's year is nobody's business. */
export function formatYearlyDate(month: number, day: number, language: Language): string {
  return language === 'en' ? `${day} ${MONTHS[month - 1] ?? ''}` : `${month}月${day}日`;
}

/** A date of this year without its year: '3 May', '5月3日'; another year's with it. */
export function formatNearDate(date: CivilDate, today: CivilDate, language: Language): string {
  const { year, month, day } = datePartsOf(date);
  return year === datePartsOf(today).year
    ? formatYearlyDate(month, day, language)
    : formatDate(date, language);
}

/** '3 May 2026, 14:05', '2026年5月3日 14:05', on the shop's clock. */
export function formatInstant(
  instant: Instant,
  language: Language,
  timeZone: string = SHOP_TIME_ZONE,
): string {
  const { date, time } = wallClock(instant, timeZone);
  return `${formatDate(date, language)}${language === 'en' ? ', ' : ' '}${time}`;
}
