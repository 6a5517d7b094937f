import type { Permissions } from '@shared/domain/consent';
import { addDays, type CivilDate, daysBetween, nextOccurrence } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import type { Moment, Scope } from '../../kernel/parts';
import { permissionsOf } from '../consents/consents.sql';
import { type DueRow, rangeOf } from './due.sql';
import { listBirthdays, listDatesDue, type YearDay } from './today.sql';

/** How many days ahead a birthday or another date of the year is told. */
const horizon = 7;
/** Consent is computed for each of these; more birthdays than this in a week are nobody's list. */
const mostExamined = 120;

type Occasion = 'birthday' | 'date';

// One look at Today asks with one moment: whatever else goes by the same dates need not look for them again.
const asked = new WeakMap<Moment, Map<string, DueRow[]>>();

/**
 * Birthdays or other dates of the week, only where the customer lets the shop say something about it: a greeting that
 * sells is direct marketing (s.35E), and one never asked for is only clumsy. Each with its next day as `due_on`.
 */
export function listOccasions(db: ReadableDb, scope: Scope, moment: Moment, occasion: Occasion): DueRow[] {
  const found = asked.get(moment) ?? new Map<string, DueRow[]>();
  asked.set(moment, found);
  const key = JSON.stringify([occasion, scope]);
  const rows = found.get(key) ?? askOccasions(db, scope, moment, occasion);
  found.set(key, rows);
  return rows;
}

function askOccasions(db: ReadableDb, scope: Scope, moment: Moment, occasion: Occasion): DueRow[] {
  const { from, to } = rangeOf(moment, { ahead: horizon, isOverAfterwards: true });
  if (to < from) return [];
  // A year holds every day there is.
  const days = daysFrom(from, Math.min(daysBetween(from, to), 365));
  const list = occasion === 'birthday' ? listBirthdays : listDatesDue;
  return list(db, scope, days, mostExamined)
    .filter((row) => mayReach(permissionsOf(db, row.customer_id, moment.now), ['direct-marketing']))
    .map((row) => ({ ...row, due_on: nextOccurrence(row.month, row.day, from) }))
    .sort((a, b) => (a.due_on < b.due_on ? -1 : 1));
}

/** Days from one on, with 29 February among those of 28 February in a common year. */
function daysFrom(first: CivilDate, count: number): YearDay[] {
  const days = Array.from({ length: count + 1 }, (_, ahead) => {
    const [, month = 0, day = 0] = addDays(first, ahead).split('-').map(Number);
    return { month, day };
  });
  return days.some(({ month, day }) => month === 2 && day === 28) ? [...days, { month: 2, day: 29 }] : days;
}

/** True when some channel is permitted for one of these purposes. */
export function mayReach({ cells }: Permissions, purposes: readonly string[]): boolean {
  return cells.some((cell) => cell.allowed && purposes.includes(cell.purpose));
}
