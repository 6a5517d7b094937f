import { addDays, type CivilDate, daysBetween, nextOccurrence } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import type { DutyGroup, Moment, Scope } from '../../kernel/parts';
import { mayBeToldOf } from '../consents/consents.sql';
import { type DueRow, dutyOf, limitOf, rangeOf } from './due.sql';
import { countDates, daysKept, listDatesOfDay, type YearDay } from './today.sql';

/** How many days ahead a birthday or another date of the year is told. */
const horizon = 7;
/** Consent is looked up for so many of one day: more birthdays than this are nobody's list. */
const mostExamined = 200;

type Occasion = 'birthday' | 'date';

/**
 * Birthdays or other dates of the week, only where the customer lets the shop say something about it: a greeting that
 * sells is direct marketing (s.35E), and one never asked for is only clumsy. The sooner first, on a day the best customers.
 */
export function occasionDuties(db: ReadableDb, scope: Scope, moment: Moment, occasion: Occasion): DutyGroup {
  const { rows, total } = listOccasions(db, scope, moment, { occasion });
  const duties = rows.map((row) => dutyOf(db, occasion, row, moment.today)).filter((duty) => duty !== null);
  return { kind: occasion, total: Math.max(total, duties.length), duties };
}

/** Which dates of the week are asked for. */
interface Asked {
  readonly occasion: Occasion;
  /** Only of those who hold a card of one of these tiers. */
  readonly tiers?: readonly string[];
  /** Only where this is true. */
  readonly isWanted?: (row: DueRow) => boolean;
}

/** Each with its next day as `due_on`, as many as are shown; `total` counts those who ever consented to anything. */
export function listOccasions(
  db: ReadableDb,
  scope: Scope,
  moment: Moment,
  { occasion, tiers, isWanted = () => true }: Asked,
): { readonly rows: DueRow[]; readonly total: number } {
  const { from, to } = rangeOf(moment, { ahead: horizon, isOverAfterwards: true });
  const rows: DueRow[] = [];
  if (to < from) return { rows, total: 0 };
  const limit = limitOf(moment);
  // A year holds every day there is.
  const days = daysFrom(from, Math.min(daysBetween(from, to), 365));
  const asked = { kind: occasion, tiers };
  const isOne = scope.customerId !== null;
  for (const day of isOne ? daysKept(db, scope, asked, days) : days) {
    for (const row of listDatesOfDay(db, scope, asked, day, mostExamined)) {
      if (isWanted(row) && mayBeToldOf(db, row.customer_id, moment.now, ['direct-marketing']))
        rows.push({ ...row, due_on: nextOccurrence(row.month, row.day, from) });
      if (rows.length === limit) break;
    }
    if (rows.length === limit) break;
  }
  const total = rows.length < limit ? rows.length : countDates(db, scope, asked, days);
  return { rows, total };
}

/** Days from one on, with 29 February after 28 February in a common year. */
export function daysFrom(first: CivilDate, count: number): YearDay[] {
  const days = Array.from({ length: count + 1 }, (_, ahead) => {
    const [, month = 0, day = 0] = addDays(first, ahead).split('-').map(Number);
    return { month, day };
  });
  const isLeap = days.some(({ month, day }) => month === 2 && day === 29);
  return days.flatMap((one) =>
    !isLeap && one.month === 2 && one.day === 28 ? [one, { month: 2, day: 29 }] : [one],
  );
}
