/**
 * Which PINs are accepted, and how long a wrong one makes everybody wait. A PIN opens a session; it is never a key:
 * the strength lies in counting the attempts, so the rules only remove what people try first.
 */

import { isCivilDate } from './dates';

export type PinRole = 'advisor' | 'service' | 'manager';

export type PinCode =
  | 'PIN_NOT_DIGITS'
  | 'PIN_TOO_SHORT'
  | 'PIN_TOO_LONG'
  | 'PIN_REPEATED'
  | 'PIN_SEQUENCE'
  | 'PIN_COMMON'
  | 'PIN_DATE';

export const PIN_LENGTHS: Readonly<Record<PinRole, { readonly min: number; readonly max: number }>> = {
  advisor: { min: 6, max: 6 },
  service: { min: 6, max: 6 },
  manager: { min: 8, max: 16 },
};

/** From this many wrong PINs in a row there is a wait. */
export const BACK_OFF_FROM = 3;
/** At this many the person is locked out until a manager unlocks. */
export const LOCKED_AT = 10;
const FIRST_WAIT_MS = 5_000;

/** Keypad shapes, lucky numbers and love numbers (520 = 我愛你, 168 = 一路發) that head the published lists. */
const COMMON = new Set(
  (
    '159753 753159 147258 258369 369258 147369 789456 456789 741852 852741 963852 142536 159357 357159 ' +
    '520131 131452 201314 520520 521521 168168 168888 888168 518518 886688 668866 161616 181818 131313 ' +
    '696969 101010 102030 112358 314159 271828 007007 911911 123654 321456 456123 ' +
    '14725836 74108520 12341234 11235813 31415926 27182818 52013141 20131452 13145200 15975346 12369874 98741236 ' +
    '10203040 52052052 16816816 88888168'
  ).split(' '),
);

const MIN_DISTINCT = new Map<PinRole, number>([
  ['advisor', 3],
  ['service', 3],
  ['manager', 4],
]);

/** 111111, 121212, 123123, 112233: what a hand repeats. */
function isRepeated(pin: string, role: PinRole): boolean {
  if (new Set(pin).size < (MIN_DISTINCT.get(role) ?? 3)) return true;
  if (/^(.+?)\1+$/.test(pin)) return true;
  return /^(?:(\d)\1)+$/.test(pin);
}

/** Every step the same, around the corner of 9 and 0 too: 123456, 890123, 987654, 024680. */
function isSequence(pin: string): boolean {
  const step = (index: number): number => (Number(pin[index]) - Number(pin[index - 1]) + 10) % 10;
  for (let index = 2; index < pin.length; index += 1) if (step(index) !== step(1)) return false;
  return true;
}

/** Up and down again: 123321, 12344321. */
function isMirror(pin: string): boolean {
  return [...pin].reverse().join('') === pin;
}

function isDay(year: string, month: string, day: string): boolean {
  return isCivilDate(`${year}-${month}-${day}`);
}

/** A calendar date with a year 19xx or 20xx, in any of the orders people write one. */
function isFullDate(eight: string): boolean {
  const recent = (year: string): boolean => /^(19|20)/.test(year);
  const at = (from: number, to: number): string => eight.slice(from, to);
  return (
    (recent(at(0, 4)) && isDay(at(0, 4), at(4, 6), at(6, 8))) ||
    (recent(at(4, 8)) && (isDay(at(4, 8), at(2, 4), at(0, 2)) || isDay(at(4, 8), at(0, 2), at(2, 4))))
  );
}

/** Birthdays as six digits: DDMMYY, MMDDYY, YYMMDD, or a month with its year, YYYYMM and MMYYYY. */
function isShortDate(six: string): boolean {
  const at = (from: number, to: number): string => six.slice(from, to);
  // 2000 is a leap year: a two-digit year does not say whether 29 February existed.
  const day = (month: string, date: string): boolean => isDay('2000', month, date);
  if (day(at(2, 4), at(0, 2)) || day(at(0, 2), at(2, 4)) || day(at(2, 4), at(4, 6))) return true;
  return /^(19|20)\d\d(0[1-9]|1[0-2])$|^(0[1-9]|1[0-2])(19|20)\d\d$/.test(six);
}

function isDate(pin: string): boolean {
  if (pin.length === 6) return isShortDate(pin);
  for (let start = 0; start + 8 <= pin.length; start += 1) {
    if (isFullDate(pin.slice(start, start + 8))) return true;
  }
  return false;
}

/** Null when the PIN is accepted for the role, else the first reason why not. */
export function checkPin(pin: string, role: PinRole): PinCode | null {
  const { min, max } = PIN_LENGTHS[role];
  if (!/^\d*$/.test(pin)) return 'PIN_NOT_DIGITS';
  if (pin.length < min) return 'PIN_TOO_SHORT';
  if (pin.length > max) return 'PIN_TOO_LONG';
  if (isRepeated(pin, role)) return 'PIN_REPEATED';
  if (isSequence(pin) || isMirror(pin)) return 'PIN_SEQUENCE';
  if (COMMON.has(pin)) return 'PIN_COMMON';
  if (isDate(pin)) return 'PIN_DATE';
  return null;
}

export function isLockedOut(failedAttempts: number): boolean {
  return failedAttempts >= LOCKED_AT;
}

/**
 * Milliseconds to wait after that many wrong PINs in a row: none before the third, then 5 s doubling; `Infinity` once
 * locked out, so that a comparison with the clock refuses even where the lock-out was forgotten.
 */
export function backOff(failedAttempts: number): number {
  if (isLockedOut(failedAttempts)) return Number.POSITIVE_INFINITY;
  if (failedAttempts < BACK_OFF_FROM) return 0;
  return FIRST_WAIT_MS * 2 ** (failedAttempts - BACK_OFF_FROM);
}
