import { expect, it } from 'vitest';
import { addDays, daysBetween } from './dates';
import { lunarNewYearAround, lunarNewYearOf, reckonedNewYear } from './lunar-new-year';

it('knows the days that were reckoned closely, where Intl names another', () => {
  expect(lunarNewYearOf(2027)).toBe('2027-02-06');
  expect(lunarNewYearOf(2030)).toBe('2030-02-03');
});

it('has no slip of the pen: every day that is written down is a lunar month’s first, to a day', () => {
  for (let year = 2020; year <= 2050; year += 1)
    expect(Math.abs(daysBetween(reckonedNewYear(year), lunarNewYearOf(year)))).toBeLessThanOrEqual(1);
});

it('finds one in every year of a century', () => {
  for (let year = 2001; year <= 2099; year += 1) {
    const day = lunarNewYearOf(year);
    expect(day >= `${year}-01-20` && day <= `${year}-02-22`).toBe(true);
  }
});

it('is celebrated until the fifteenth day, then waits for the next', () => {
  expect(lunarNewYearAround('2026-11-20', 15)).toBe('2027-02-06');
  expect(lunarNewYearAround('2027-01-03', 15)).toBe('2027-02-06');
  expect(lunarNewYearAround(addDays('2027-02-06', 15), 15)).toBe('2027-02-06');
  expect(lunarNewYearAround(addDays('2027-02-06', 16), 15)).toBe('2028-01-26');
});
