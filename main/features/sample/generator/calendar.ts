/** The shop's time: Hong Kong days, opening hours, and how busy each day of the records was. */
import { findWeight, type Random, type WeightTable, weightTable } from './random.ts';
import type { CivilDate, Instant } from './types.ts';

export const DAY_MS = 86_400_000;
/** Hong Kong keeps UTC+8 all year. */
const OFFSET_MS = 8 * 3_600_000;

/** Days since 1970-01-01 in Hong Kong. */
export function dayOf(at: Instant): number {
  return Math.floor((at + OFFSET_MS) / DAY_MS);
}

/** The instant at which `seconds` have passed since midnight of that day in Hong Kong. */
export function instantOf(day: number, seconds: number): Instant {
  return day * DAY_MS - OFFSET_MS + seconds * 1000;
}

/** Seconds since midnight in Hong Kong. */
export function secondsOf(at: Instant): number {
  return Math.floor((at + OFFSET_MS - dayOf(at) * DAY_MS) / 1000);
}

const civilDates = new Map<number, CivilDate>();

/** 'YYYY-MM-DD'. Kept, because the same few thousand days are asked for again and again. */
export function civil(day: number): CivilDate {
  const known = civilDates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (civilDates.size < 40_000) civilDates.set(day, text);
  return text;
}

export function dayOfCivil(date: CivilDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** 0 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The same day `months` later; the last of the month stays the last. */
export function addMonths(day: number, months: number): number {
  const from = new Date(day * DAY_MS);
  const month = from.getUTCFullYear() * 12 + from.getUTCMonth() + months;
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return Date.UTC(Math.floor(month / 12), month % 12, Math.min(from.getUTCDate(), last)) / DAY_MS;
}

/** Chinese New Year and Mid-Autumn; a table, since the moon keeps no formula that fits in a line. */
export const LUNAR: Readonly<Record<number, { newYear: CivilDate; midAutumn: CivilDate }>> = {
  2014: { newYear: '2014-01-31', midAutumn: '2014-09-08' },
  2015: { newYear: '2015-02-19', midAutumn: '2015-09-27' },
  2016: { newYear: '2016-02-08', midAutumn: '2016-09-15' },
  2017: { newYear: '2017-01-28', midAutumn: '2017-10-04' },
  2018: { newYear: '2018-02-16', midAutumn: '2018-09-24' },
  2019: { newYear: '2019-02-05', midAutumn: '2019-09-13' },
  2020: { newYear: '2020-01-25', midAutumn: '2020-10-01' },
  2021: { newYear: '2021-02-12', midAutumn: '2021-09-21' },
  2022: { newYear: '2022-02-01', midAutumn: '2022-09-10' },
  2023: { newYear: '2023-01-22', midAutumn: '2023-09-29' },
  2024: { newYear: '2024-02-10', midAutumn: '2024-09-17' },
  2025: { newYear: '2025-01-29', midAutumn: '2025-10-06' },
  2026: { newYear: '2026-02-17', midAutumn: '2026-09-25' },
  2027: { newYear: '2027-02-06', midAutumn: '2027-09-15' },
  2028: { newYear: '2028-01-26', midAutumn: '2028-10-03' },
  2029: { newYear: '2029-02-13', midAutumn: '2029-09-22' },
  2030: { newYear: '2030-02-03', midAutumn: '2030-09-12' },
  2031: { newYear: '2031-01-23', midAutumn: '2031-10-01' },
  2032: { newYear: '2032-02-11', midAutumn: '2032-09-19' },
  2033: { newYear: '2033-01-31', midAutumn: '2033-09-08' },
  2034: { newYear: '2034-02-19', midAutumn: '2034-09-27' },
  2035: { newYear: '2035-02-08', midAutumn: '2035-09-16' },
};

/** The n-th Sunday of a month (month 1 = January). */
function nthSunday(year: number, month: number, nth: number): number {
  const first = Date.UTC(year, month - 1, 1) / DAY_MS;
  return first + ((7 - weekdayOf(first)) % 7) + (nth - 1) * 7;
}

/** The last `days` before a feast are busier, the more so the nearer; the day itself included. */
function before(day: number, feast: number, days: number, peak: number): number {
  const left = feast - day;
  if (left < 0 || left > days) return 1;
  return 1 + (peak - 1) * (1 - left / (days + 1));
}

const WEEKDAY_WEIGHT = [1.3, 0.78, 0.8, 0.85, 0.92, 1.15, 1.45];

/** How busy the day was, 1 = an ordinary one; 0 = closed. */
export function dayWeight(day: number): number {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const dayOfMonth = date.getUTCDate();
  const lunar = LUNAR[year];
  let weight = WEEKDAY_WEIGHT[weekdayOf(day)]!;
  if (lunar !== undefined) {
    const newYear = dayOfCivil(lunar.newYear);
    if (day === newYear || day === newYear + 1) return 0;
    weight *= before(day, newYear, 21, 2.3);
    // The lai see has been opened.
    if (day > newYear && day <= newYear + 8) weight *= 1.35;
    weight *= before(day, dayOfCivil(lunar.midAutumn), 10, 1.5);
  }
  weight *= before(day, Date.UTC(year, 1, 14) / DAY_MS, 7, 1.5);
  weight *= before(day, nthSunday(year, 5, 2), 12, 1.9);
  weight *= before(day, nthSunday(year, 6, 3), 10, 1.6);
  weight *= before(day, Date.UTC(year, 10, 11) / DAY_MS, 3, 1.9);
  if (month === 10 && dayOfMonth <= 7) weight *= 1.35;
  if (month === 5 && dayOfMonth <= 5) weight *= 1.2;
  if (month === 12) weight *= dayOfMonth <= 25 ? 1.15 + 0.05 * dayOfMonth : 1.35;
  if (month === 8 || month === 3) weight *= 0.82;
  return weight;
}

const OPENS = [12, 11, 11, 11, 11, 11, 11].map((hour) => hour * 3600);
const CLOSES = [20, 20.5, 20.5, 20.5, 20.5, 21, 21].map((hour) => hour * 3600);

export function opensAt(day: number): number {
  return OPENS[weekdayOf(day)]!;
}

export function closesAt(day: number): number {
  return CLOSES[weekdayOf(day)]!;
}

/** Half hours from 11:00: lunch and the way home are the busy ones. */
const HALF_HOURS = weightTable([3, 4, 6, 8, 9, 8, 7, 6, 6, 6, 7, 8, 9, 10, 10, 9, 7, 5, 3, 2]);

/** The records: from the first day to the moment called today. */
export class ShopCalendar {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly today: Instant;
  /** Cumulative busyness from firstDay. */
  private readonly busy: WeightTable;

  constructor(today: Instant, years: number) {
    this.today = today;
    const todaysDay = dayOf(today);
    // A day that has only just begun has no sales yet.
    this.lastDay = secondsOf(today) > opensAt(todaysDay) + 3600 ? todaysDay : todaysDay - 1;
    this.firstDay = addMonths(todaysDay, -Math.round(years * 12));
    const days = this.lastDay - this.firstDay + 1;
    const weights = new Float64Array(days);
    for (let i = 0; i < days; i += 1) {
      // Trade grows by about 4% a year, with slow waves so that no two years look alike.
      const year = i / 365.25;
      weights[i] =
        dayWeight(this.firstDay + i) *
        1.04 ** year *
        (1 + 0.06 * Math.sin(year * 2.1) + 0.03 * Math.sin(year * 9));
    }
    this.busy = weightTable(weights);
  }

  /** A day between `from` and `to` (both included), by busyness; null when the shop was shut throughout. */
  pickDay(random: Random, from: number, to: number): number | null {
    const low = Math.max(from, this.firstDay) - this.firstDay;
    const high = Math.min(to, this.lastDay) - this.firstDay;
    if (low > high) return null;
    const cumulative = this.busy.cumulative;
    const below = low === 0 ? 0 : cumulative[low - 1]!;
    const span = cumulative[high]! - below;
    if (span <= 0) return null;
    return this.firstDay + findWeight(cumulative, below + random.unit() * span, low, high);
  }

  /** The day at which the share `quantile` (0…1) of all trade was done, and how far into that day. */
  dayAtQuantile(quantile: number): { day: number; within: number } {
    const at = quantile * this.busy.total;
    const index = findWeight(this.busy.cumulative, at);
    const below = index === 0 ? 0 : this.busy.cumulative[index - 1]!;
    const width = this.busy.cumulative[index]! - below;
    return { day: this.firstDay + index, within: width > 0 ? (at - below) / width : 0 };
  }

  /** Seconds since midnight within opening hours, and before `today`. */
  pickSeconds(random: Random, day: number): number {
    const opens = opensAt(day);
    const closes = this.closes(day);
    const seconds = 11 * 3600 + random.weighted(HALF_HOURS) * 1800 + random.int(0, 1799);
    if (seconds >= opens && seconds < closes) return seconds;
    return opens + random.int(0, closes - opens - 1);
  }

  /** Closing time, or now when the day is not over. */
  closes(day: number): number {
    return day === dayOf(this.today) ? Math.min(closesAt(day), secondsOf(this.today)) : closesAt(day);
  }
}

/**
 * Receipt numbers carry the counter, the date and the time (C1-260514-1432), as a till without a shared counter would
 * print them; one bit a slot keeps them unique. A big sample counts in seconds, a small one in minutes.
 */
export class ReceiptBook {
  private readonly taken: Uint32Array;
  private readonly slotSeconds: number;
  private readonly slotsPerDay: number;
  private static readonly FIRST = 11 * 3600;
  private static readonly SPAN = 10 * 3600;

  private readonly calendar: ShopCalendar;
  private readonly counter: string;

  constructor(calendar: ShopCalendar, counter: string, fine: boolean) {
    this.calendar = calendar;
    this.counter = counter;
    this.slotSeconds = fine ? 1 : 60;
    this.slotsPerDay = ReceiptBook.SPAN / this.slotSeconds;
    const days = calendar.lastDay - calendar.firstDay + 1;
    this.taken = new Uint32Array(Math.ceil((days * this.slotsPerDay) / 32));
  }

  /** Moves to the next free slot of the day when somebody else was served at the same moment. */
  issue(day: number, seconds: number): { receiptNo: string; at: Instant } {
    const base = (day - this.calendar.firstDay) * this.slotsPerDay;
    const first = Math.ceil((opensAt(day) - ReceiptBook.FIRST) / this.slotSeconds);
    const end = Math.floor((this.calendar.closes(day) - ReceiptBook.FIRST) / this.slotSeconds);
    let slot = Math.min(
      Math.max(Math.floor((seconds - ReceiptBook.FIRST) / this.slotSeconds), first),
      end - 1,
    );
    for (let tried = first; tried < end; tried += 1) {
      const bit = base + slot;
      if ((this.taken[bit >>> 5]! & (1 << (bit & 31))) === 0) {
        this.taken[bit >>> 5] = this.taken[bit >>> 5]! | (1 << (bit & 31));
        return this.written(day, slot, seconds);
      }
      slot = slot + 1 < end ? slot + 1 : first;
    }
    throw new RangeError(`No free receipt number left at counter ${this.counter} on ${civil(day)}`);
  }

  private written(day: number, slot: number, wanted: number): { receiptNo: string; at: Instant } {
    const time = ReceiptBook.FIRST + slot * this.slotSeconds;
    const seconds =
      this.slotSeconds === 1 ? time : Math.min(time + (wanted % 60), this.calendar.closes(day) - 1);
    const date = civil(day);
    const clock = TWO_DIGITS[Math.floor(time / 3600)]! + TWO_DIGITS[Math.floor(time / 60) % 60]!;
    const fine = this.slotSeconds === 1 ? TWO_DIGITS[time % 60]! : '';
    return {
      receiptNo: `${this.counter}-${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8, 10)}-${clock}${fine}`,
      at: instantOf(day, seconds),
    };
  }
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
