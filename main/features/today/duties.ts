import { oralConfirmationDuties, type Permissions } from '@shared/domain/consent';
import { addDays, type CivilDate, civilDateOf, nextOccurrence } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import type { DutyGroup, DutySource, Moment, Scope } from '../../kernel/parts';
import { complaintDuties } from '../complaints/duties.sql';
import {
  isStillShown,
  listConsentEvents,
  listCustomersWithDuties,
  permissionsOf,
} from '../consents/consents.sql';
import { outcomeDuties } from '../conversations/duties.sql';
import { enquiryDuties } from '../enquiries/duties.sql';
import { surveyDuties } from '../feedback/duties.sql';
import { handoverDuties } from '../handovers/duties.sql';
import { jobEstimateDuties, jobLateDuties, jobReadyDuties } from '../jobs/duties.sql';
import { listWaitingMatches } from '../needs/needs.sql';
import { listProductCards } from '../needs/product-cards.sql';
import { promiseDuties } from '../promises/duties.sql';
import { quotationDuties } from '../quotations/duties.sql';
import { listThinkingDue } from '../vip/vip.sql';
import { dutyOf, groupOf, mostOfAKind } from './due.sql';
import {
  isAdvisedBy,
  listBirthdays,
  listCareDue,
  listDatesDue,
  listNeedsDue,
  listPostponedDue,
  listWarrantiesEnding,
  type YearDay,
} from './today.sql';

/** How far Today looks, in days; what is longer overdue is on the needs board. */
const horizon = { needs: 7, dates: 7, warranty: 30, care: 14, overdue: 30 } as const;
/** Consent is computed for each of these; more birthdays than this in a week are nobody's list. */
const mostExamined = 120;

/** Everything due, by kind, in the order in which it matters; kinds with nothing are left out. */
export function listDuties(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup[] {
  return sources.map((source) => source(db, scope, moment)).filter(({ duties }) => duties.length > 0);
}

/** Those that are not for this scope are left out: by advisor, or by customer. */
function isInScope(db: ReadableDb, { staffId, customerId }: Scope, id: string): boolean {
  if (customerId !== null) return id === customerId;
  return staffId === null || isAdvisedBy(db, id, staffId);
}

function oralConsents(db: ReadableDb, scope: Scope, { now, today, timeZone }: Moment): DutyGroup {
  const ids = scope.customerId === null ? listCustomersWithDuties(db, now) : [scope.customerId];
  const duties = ids
    .filter((id) => isInScope(db, scope, id))
    .flatMap((id) => {
      const [first] = oralConfirmationDuties(listConsentEvents(db, id), now).filter((duty) =>
        isStillShown(duty, now),
      );
      if (!first) return [];
      const row = {
        id: first.eventId,
        customer_id: id,
        due_on: civilDateOf(first.dueAt, timeZone),
        is_discreet: 0,
        params: '{}',
        found: 0,
      };
      const duty = dutyOf(db, 'oral-consent', row, today);
      return duty ? [{ ...duty, isOverdue: first.overdue }] : [];
    })
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return { kind: 'oral-consent', total: duties.length, duties: duties.slice(0, mostOfAKind) };
}

function needsDue(db: ReadableDb, scope: Scope, { today }: Moment): DutyGroup {
  const range = { from: addDays(today, -horizon.overdue), to: addDays(today, horizon.needs) };
  return groupOf(db, 'need', listNeedsDue(db, scope, { ...range, limit: mostOfAKind }), today);
}

function postponed(db: ReadableDb, scope: Scope, { today }: Moment): DutyGroup {
  return groupOf(db, 'postponed', listPostponedDue(db, scope, { today, limit: mostOfAKind }), today);
}

/** One line a need, with the best of what arrived for it. */
function arrivals(db: ReadableDb, scope: Scope): DutyGroup {
  const waiting = listWaitingMatches(db, {
    staffId: scope.staffId,
    ...(scope.customerId === null ? {} : { customerId: scope.customerId }),
    limit: 400,
  });
  const byNeed = new Map<string, typeof waiting>();
  for (const row of waiting) byNeed.set(row.need_id, [...(byNeed.get(row.need_id) ?? []), row]);
  const best = [...byNeed.values()].map((rows) => ({
    row: rows.reduce((top, one) => (one.score > top.score ? one : top)),
    more: rows.length - 1,
  }));
  const shown = best.slice(0, mostOfAKind);
  const cards = listProductCards(
    db,
    shown.map(({ row }) => row.product_id),
  );
  const duties = shown.flatMap(({ row, more }) => {
    const card = cards.get(row.product_id);
    const due = {
      id: row.need_id,
      customer_id: row.customer_id,
      due_on: null,
      is_discreet: row.is_discreet,
      params: JSON.stringify({
        brand: card?.brand ?? '',
        name: card?.name ?? '',
        chineseName: card?.chineseName ?? '',
        more,
      }),
      found: 0,
    };
    const duty = dutyOf(db, 'arrival', due, '');
    return duty ? [duty] : [];
  });
  return { kind: 'arrival', total: best.length, duties };
}

function thinking(db: ReadableDb, scope: Scope, { today }: Moment): DutyGroup {
  const duties = listThinkingDue(db, today)
    .filter((row) => isInScope(db, scope, row.customer_id))
    .flatMap((row) => {
      const due = {
        id: row.id,
        customer_id: row.customer_id,
        due_on: row.ask_again_on,
        is_discreet: 0,
        params: '{}',
        found: 0,
      };
      const duty = dutyOf(db, 'vip', due, today);
      // The day to ask again is a reminder, not a deadline that was missed.
      return duty ? [{ ...duty, isOverdue: false }] : [];
    });
  return { kind: 'vip', total: duties.length, duties: duties.slice(0, mostOfAKind) };
}

/** Days from today on, with 29 February among those of 28 February in a common year. */
function daysAhead(today: CivilDate, count: number): YearDay[] {
  const days = Array.from({ length: count + 1 }, (_, ahead) => {
    const [, month = 0, day = 0] = addDays(today, ahead).split('-').map(Number);
    return { month, day };
  });
  return days.some(({ month, day }) => month === 2 && day === 28) ? [...days, { month: 2, day: 29 }] : days;
}

/**
 * Birthdays and other dates of the week, shown only where the customer lets the shop say something about it: a
 * greeting that sells is direct marketing (s.35E), and one never asked for is only clumsy.
 */
function yearly(db: ReadableDb, scope: Scope, moment: Moment, kind: 'birthday' | 'date'): DutyGroup {
  const { now, today } = moment;
  const days = daysAhead(today, horizon.dates);
  const rows =
    kind === 'birthday'
      ? listBirthdays(db, scope, days, mostExamined)
      : listDatesDue(db, scope, days, mostExamined);
  const duties = rows
    .filter((row) => mayReach(permissionsOf(db, row.customer_id, now), ['direct-marketing']))
    .map((row) => dutyOf(db, kind, { ...row, due_on: nextOccurrence(row.month, row.day, today) }, today))
    .filter((duty) => duty !== null)
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return { kind, total: duties.length, duties: duties.slice(0, mostOfAKind) };
}

function warranties(db: ReadableDb, scope: Scope, { now, today }: Moment): DutyGroup {
  const range = { from: today, to: addDays(today, horizon.warranty), limit: mostOfAKind };
  return groupOf(db, 'warranty', listWarrantiesEnding(db, scope, range), today, (row) =>
    isReminderMissingConsent(db, row.customer_id, now),
  );
}

function care(db: ReadableDb, scope: Scope, { now, today }: Moment): DutyGroup {
  const range = {
    from: addDays(today, -horizon.care),
    to: addDays(today, horizon.care),
    limit: mostOfAKind,
  };
  return groupOf(db, 'care', listCareDue(db, scope, range), today, (row) =>
    isReminderMissingConsent(db, row.customer_id, now),
  );
}

/** A reminder that offers something is direct marketing (HKSAR v HKBN, HCMA 624/2015): it needs consent of its own. */
function isReminderMissingConsent(db: ReadableDb, customerId: string, now: number): boolean {
  return !mayReach(permissionsOf(db, customerId, now), ['service-reminders', 'direct-marketing']);
}

/** True when some channel is permitted for one of these purposes. */
function mayReach({ cells }: Permissions, purposes: readonly string[]): boolean {
  return cells.some((cell) => cell.allowed && purposes.includes(cell.purpose));
}

/** What can be due, in the order in which it matters: one line a kind. */
const sources: readonly DutySource[] = [
  complaintDuties,
  oralConsents,
  promiseDuties,
  enquiryDuties,
  quotationDuties,
  jobLateDuties,
  jobEstimateDuties,
  jobReadyDuties,
  handoverDuties,
  outcomeDuties,
  needsDue,
  arrivals,
  postponed,
  thinking,
  (db, scope, moment) => yearly(db, scope, moment, 'birthday'),
  (db, scope, moment) => yearly(db, scope, moment, 'date'),
  warranties,
  care,
  surveyDuties,
];
