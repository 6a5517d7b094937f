import type { DaySummary, Unfinished } from '@shared/contract/day';
import { type DutyKind, dutyKinds } from '@shared/contract/today';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DayPart, Moment } from '../../kernel/parts';
import type { DaySpan } from '../../reports/day-close-sheet/day-facts.sql';
import { benefitsDay } from '../benefits/day.sql';
import { campaignsDay } from '../campaigns/day.sql';
import { complaintsDay } from '../complaints/day.sql';
import { conversationsDay } from '../conversations/day.sql';
import { enquiriesDay } from '../enquiries/day.sql';
import { eventsDay } from '../events/day.sql';
import { feedbackDay } from '../feedback/day.sql';
import { giftsDay } from '../gifts/day.sql';
import { handoversDay } from '../handovers/day.sql';
import { interestsDay } from '../interests/day.sql';
import { jobsDay } from '../jobs/day.sql';
import { plansDay } from '../plans/day.sql';
import { privacyDay } from '../privacy/day.sql';
import { programmesDay } from '../programmes/day.sql';
import { promisesDay } from '../promises/day.sql';
import { quotationsDay } from '../quotations/day.sql';
import { reviewsDay } from '../reviews/day.sql';
import { listDuties } from '../today/duties.sql';

/** Whose work of the day is counted, in the order of the sheet: one line a feature. */
const parts: readonly DayPart[] = [
  promisesDay,
  plansDay,
  conversationsDay,
  enquiriesDay,
  quotationsDay,
  interestsDay,
  complaintsDay,
  jobsDay,
  handoversDay,
  benefitsDay,
  eventsDay,
  programmesDay,
  feedbackDay,
  giftsDay,
  reviewsDay,
  campaignsDay,
  privacyDay,
];

/** What was done on a day, by feature; a feature with nothing is left out. */
export function partsOfDay(db: ReadableDb, { from, to }: DaySpan): DaySummary['parts'] {
  return parts
    .map(({ name, figures }) => ({
      name,
      figures: Object.fromEntries(
        Object.entries(figures).map(([figure, select]) => [
          figure,
          (prepared(db, select).get({ from, to }) as { n: number }).n,
        ]),
      ),
    }))
    .filter(({ figures }) => Object.values(figures).some((count) => count > 0));
}

/** Duties that the sheet says in a line of their own, and those that are an occasion rather than an obligation. */
const saidElsewhere = new Set<DutyKind>([
  'oral-consent',
  'promise',
  'need',
  'vip',
  'postponed',
  'arrival',
  'gift',
  'own-event',
  'birthday',
  'date',
  'warranty',
  'care',
]);

const counted = new Set(dutyKinds.filter((kind) => !saidElsewhere.has(kind)));

/** Far more of a kind than a shop has open: what is still to come must be read to be told from what is due. */
const mostCounted = 1000;

/** What is due today or late, by kind, for the whole shop. */
export function dueOn(db: ReadableDb, moment: Moment): Unfinished['due'] {
  const all = { ...moment, limit: mostCounted, isCountedWhole: true };
  return listDuties(db, { staffId: null, customerId: null }, all, counted)
    .map(({ kind, total, duties }) => {
      const late = duties.filter((duty) => duty.dueOn === null || duty.dueOn <= moment.today);
      // Where even so many are all due, so may be the rest.
      return { kind, count: late.length === duties.length ? total : late.length };
    })
    .filter(({ count }) => count > 0);
}
