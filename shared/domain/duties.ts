/** Duties of Today: when one is due, how long it may be put off, and the week they stand in. */

import { addDays, type CivilDate, daysBetween } from './dates';

/** Beyond this many of a kind Today counts no further: nobody works off a longer list, and counting takes its time. */
export const MOST_COUNTED = 100;

/** Where a duty stands: missed, for today, still to come, or without a day. */
export const DUTY_TIMES = ['overdue', 'today', 'coming', 'undated'] as const;
export type DutyTime = (typeof DUTY_TIMES)[number];

/** When a duty is due, seen from today. */
export function dutyTime(
  { dueOn, isOverdue }: { readonly dueOn: CivilDate | null; readonly isOverdue: boolean },
  today: CivilDate,
): DutyTime {
  if (isOverdue) return 'overdue';
  if (dueOn === null) return 'undated';
  // A reminder whose day has passed without being missed (VIP: ask again) is for today.
  return dueOn <= today ? 'today' : 'coming';
}

/**
 * Kinds with a deadline that is not ours to move: the written confirmation of an oral consent within 14 days (Cap. 486
 * s.35E), the 40 days of a privacy request (ss.19 and 23) and the clocks of a complaint. They come back on their last day at the latest, whatever was put off.
 */
const fixedKinds: readonly string[] = ['oral-consent', 'privacy-request', 'complaint'];

/** The last day until which a duty may be put off; null where any day will do. */
export function lastSnooze(kind: string, dueOn: CivilDate | null): CivilDate | null {
  return fixedKinds.includes(kind) ? dueOn : null;
}

/** True while a duty that was put off is not shown. */
export function isSnoozed(
  kind: string,
  dueOn: CivilDate | null,
  until: CivilDate | null,
  today: CivilDate,
): boolean {
  if (until === null || until <= today) return false;
  const last = lastSnooze(kind, dueOn);
  return last === null || today < last;
}

/** Kinds that come again with another day: what was decided about one day says nothing about the next. */
const recurringKinds: readonly string[] = ['birthday', 'date', 'care', 'warranty', 'contact-due'];

/** True where a move was about this very duty, and not about its like of last time. */
export function isSameOccurrence(kind: string, movedDay: CivilDate | null, dueOn: CivilDate | null): boolean {
  return !recurringKinds.includes(kind) || movedDay === dueOn;
}

// 1 January 2024 was a Monday.
const someMonday = '2024-01-01';

/** The Monday of a day's week. */
export function weekOf(day: CivilDate): CivilDate {
  const since = daysBetween(someMonday, day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** The seven days of a week, from Monday on. */
export function daysOfWeek(monday: CivilDate): CivilDate[] {
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day));
}
