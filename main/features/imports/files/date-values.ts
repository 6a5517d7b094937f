import { instantOf } from './time-zone';
import { accept, type Parsed, type Refusal, refuse } from './values';

/** Which way round 3/4/2010 is written. */
export type DateOrder = 'dmy' | 'mdy';

export interface DateColumn {
  /** Needed only for dates that can be read two ways; `guessDateOrder` finds it. */
  order?: DateOrder | null;
  /** The zone of the shop's clock; Asia/Hong_Kong when left out. */
  timeZone?: string;
  /** The last year that two digits may stand for: 2029 reads '30' as 1930. Two digits are refused without it. */
  lastTwoDigitYear?: number;
}

interface TimeOfDay {
  /** Since midnight. */
  milliseconds: number;
  /** Of the text itself: 'Z' or '+08:00'; null where it names none. */
  offsetMinutes: number | null;
}

interface CivilTime extends TimeOfDay {
  year: number;
  month: number;
  day: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
// What databases write: reading every other form there is takes half a million rows noticeably longer.
const DATABASE_TIME = /^[ T](\d\d):(\d\d):(\d\d)$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]{3,9})\.?[\s,./-]*(\d{4}|\d{2})(?!\d)/i;
const MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i;
const HALF = '上午|下午|早上|晚上|中午|am|pm|a\\.m\\.|p\\.m\\.';
const TIME = new RegExp(
  `^(?:t|\\s|,)\\s*(${HALF})?\\s*(\\d{1,2})[:：時时点點](\\d{2})(?:[:分](\\d{2})秒?(?:[.,](\\d{1,9}))?|分)?\\s*(${HALF})?` +
    '\\s*(z|utc|gmt|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?$',
  'i',
);

interface CivilDay {
  year: number;
  month: number;
  day: number;
  rest: string;
}

/** Reads the day at the start of a text; what follows is left as `rest`. */
function readDay(text: string, column: DateColumn): Parsed<CivilDay> {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return dayOf(text, first[0], first[1], first[3], first[4], column);
  const joined = COMPACT.exec(text) ?? CHINESE.exec(text);
  if (joined !== null) return dayOf(text, joined[0], joined[1], joined[2], joined[3], column);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [whole, one, , two, year] = numbers;
    const order = column.order ?? clearOrder(Number(one), Number(two));
    if (order === null) return refuse('DATE_ORDER_UNCLEAR', text);
    return order === 'dmy'
      ? dayOf(text, whole, year, two, one, column)
      : dayOf(text, whole, year, one, two, column);
  }
  const named = DAY_MONTH.exec(text);
  if (named !== null) return dayOf(text, named[0], named[3], monthNumber(named[2]), named[1], column);
  const american = MONTH_DAY.exec(text);
  if (american !== null) {
    return dayOf(text, american[0], american[3], monthNumber(american[1]), american[2], column);
  }
  return refuse('NOT_A_DATE', text);
}

/** 3/3 is the same day either way and 25/12 can only be one; anything else needs the column's order. */
function clearOrder(one: number, two: number): DateOrder | null {
  // 28/13 is no day however it is read: any order says so.
  return one === two || (one > 12 && two > 12) ? 'dmy' : onlyOrder(one, two);
}

/** The one order in which two numbers can be day and month; null where both or neither can. */
function onlyOrder(one: number, two: number): DateOrder | null {
  if (one > 12 && two <= 12) return 'dmy';
  return two > 12 && one <= 12 ? 'mdy' : null;
}

function monthNumber(name = ''): string {
  const lower = name.toLowerCase();
  const at = MONTHS.findIndex((month) => month.startsWith(lower));
  return at < 0 ? '' : String(at + 1);
}

function dayOf(
  text: string,
  whole: string,
  yearText = '',
  monthText = '',
  dayText = '',
  column: DateColumn,
): Parsed<CivilDay> {
  if (monthText === '') return refuse('NOT_A_DATE', text);
  const year = fullYear(yearText, column.lastTwoDigitYear);
  if (year === null) return refuse('DATE_YEAR_UNCLEAR', text);
  const month = Number(monthText);
  const day = Number(dayText);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && !leap ? 28 : (MONTH_DAYS[month - 1] ?? 0);
  if (year < 1000 || day < 1 || day > days) {
    return refuse('DATE_NOT_IN_CALENDAR', text);
  }
  return accept({ year, month, day, rest: text.slice(whole.length) });
}

function fullYear(text: string, last: number | undefined): number | null {
  const number = Number(text);
  if (text.length === 4) return number;
  return last === undefined ? null : last - ((((last - number) % 100) + 100) % 100);
}

function readTime(rest: string, text: string): Parsed<TimeOfDay> {
  if (rest === '') return accept({ milliseconds: 0, offsetMinutes: null });
  const database = DATABASE_TIME.exec(rest);
  if (database !== null) return timeOf(text, Number(database[1]), database[2], database[3]);
  const time = TIME.exec(/^[上下早晚中]/.test(rest) ? ` ${rest}` : rest);
  if (time === null) return refuse('NOT_A_DATE', text);
  const [, before, hours, minutes, seconds, fraction, after, zone] = time;
  const hour = hourOf(Number(hours), (before ?? after ?? '').toLowerCase());
  return timeOf(text, hour, minutes, seconds, fraction, zone);
}

function timeOf(
  text: string,
  hour: number | null,
  minutes = '0',
  seconds = '0',
  fraction = '',
  zone?: string,
): Parsed<TimeOfDay> {
  const minute = Number(minutes);
  const second = Number(seconds);
  if (hour === null || hour > 23 || minute > 59 || second > 59) return refuse('TIME_NOT_ON_CLOCK', text);
  const thousandths = fraction === '' ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const milliseconds = ((hour * 60 + minute) * 60 + second) * 1000 + thousandths;
  return accept({ milliseconds, offsetMinutes: zone === undefined ? null : offsetOf(zone) });
}

function hourOf(hour: number, half: string): number | null {
  if (half === '') return hour <= 23 ? hour : null;
  // Clocks in Chinese write both 下午3 and 下午15.
  if (hour > 23) return null;
  const morning = half.startsWith('a') || half === '上午' || half === '早上';
  if (morning) return hour === 12 ? 0 : hour > 12 ? null : hour;
  return hour < 12 ? hour + (half === '中午' && hour >= 10 ? 0 : 12) : hour;
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function readCivil(cell: string, column: DateColumn): { ok: true; value: CivilTime } | Refusal {
  const text = cell.normalize('NFKC').trim();
  if (text === '') return refuse('VALUE_EMPTY', cell);
  const day = readDay(text, column);
  if (!day.ok) return day;
  const time = readTime(day.value.rest, text);
  if (!time.ok) return time;
  const { year, month, day: dayOfMonth } = day.value;
  return accept({ year, month, day: dayOfMonth, ...time.value });
}

/** Reads a civil date into 'YYYY-MM-DD'; a time of day beside it is checked and left out. */
export function parseDate(cell: string, column: DateColumn = {}): Parsed<string> {
  const civil = readCivil(cell, column);
  if (!civil.ok) return civil;
  const { year, month, day } = civil.value;
  return accept(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/**
 * Reads a point in time into epoch milliseconds UTC. A text that names its own offset keeps it; otherwise the clock
 * of the column's zone holds. A date alone is that day's midnight.
 */
export function parseInstant(cell: string, column: DateColumn = {}): Parsed<number> {
  const civil = readCivil(cell, column);
  if (!civil.ok) return civil;
  const { year, month, day, milliseconds, offsetMinutes } = civil.value;
  const clock = Date.UTC(year, month - 1, day) + milliseconds;
  if (offsetMinutes !== null) return accept(clock - offsetMinutes * 60_000);
  const instant = instantOf(clock, column.timeZone ?? 'Asia/Hong_Kong');
  return instant === null ? refuse('TIME_NOT_ON_CLOCK', cell.trim()) : accept(instant);
}

/**
 * Day or month first, judged over all samples of a column: one 25/12 settles it. Null when none tells, or when they
 * contradict each other; then a person must say.
 */
export function guessDateOrder(samples: readonly string[]): DateOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const sample of samples) {
    const match = NUMBERS.exec(sample.normalize('NFKC').trim());
    // 28/13 is a day in neither order: it says nothing about the others.
    const order = match === null ? null : onlyOrder(Number(match[1]), Number(match[3]));
    if (order === 'dmy') dayFirst = true;
    if (order === 'mdy') monthFirst = true;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'dmy' : 'mdy';
}
