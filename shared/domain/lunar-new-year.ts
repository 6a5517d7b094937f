/** The Lunar New Year, which falls on another day of the civil calendar each year, between 21 January and 21 February. */

import { addDays, type CivilDate, datePartsOf } from './dates';

/**
 * As the Hong Kong Observatory prints it. Written down, because Intl's Chinese calendar reckons the new moon roughly: where it
 * falls near midnight in China (2027, 2030) it names the day before or after.
 */
const printed: Readonly<Record<number, string>> = {
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
  2031: '01-23',
  2032: '02-11',
  2033: '01-31',
  2034: '02-19',
  2035: '02-08',
  2036: '01-28',
  2037: '02-15',
  2038: '02-04',
  2039: '01-24',
  2040: '02-12',
  2041: '02-01',
  2042: '01-22',
  2043: '02-10',
  2044: '01-30',
  2045: '02-17',
  2046: '02-06',
  2047: '01-26',
  2048: '02-14',
  2049: '02-02',
  2050: '01-23',
};

/** The first day of the first lunar month in a civil year. */
export function lunarNewYearOf(year: number): CivilDate {
  const known = printed[year];
  return known ? `${year}-${known}` : reckonedNewYear(year);
}

// The day in China, where the calendar is made; noon, so that no time zone turns it into another day.
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});

/** For years that are not written down: right to a day. */
export function reckonedNewYear(year: number): CivilDate {
  const last = `${year}-02-22`;
  for (let day = `${year}-01-20`; day <= last; day = addDays(day, 1)) if (isFirstOfFirst(day)) return day;
  throw new RangeError('No Lunar New Year in that year');
}

function isFirstOfFirst(day: CivilDate): boolean {
  const parts = chinese.formatToParts(Date.parse(`${day}T12:00:00+08:00`));
  const numberOf = (type: string) => parts.find((part) => part.type === type)?.value;
  return numberOf('month') === '1' && numberOf('day') === '1';
}

/** The New Year that is celebrated around a day: this year's until so many days after it, then the next one. */
export function lunarNewYearAround(today: CivilDate, daysAfter: number): CivilDate {
  const { year } = datePartsOf(today);
  const own = lunarNewYearOf(year);
  return today <= addDays(own, daysAfter) ? own : lunarNewYearOf(year + 1);
}
