import { oralConfirmationDuties } from '@shared/domain/consent';
import { civilDateOf } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import type { DutyGroup, DutySource, Moment, Scope } from '../../kernel/parts';
import { allocationDuties, offerHoldDuties } from '../allocations/duties.sql';
import { campaignCallDuties } from '../campaigns/duties.sql';
import { complaintDuties } from '../complaints/duties.sql';
import {
  isStillShown,
  listConsentEvents,
  listCustomersWithDuties,
  permissionsOf,
} from '../consents/consents.sql';
import { outcomeDuties } from '../conversations/duties.sql';
import { enquiryDuties } from '../enquiries/duties.sql';
import {
  eventAnswerDuties,
  eventFollowUpDuties,
  eventTellDuties,
  ownEventDuties,
} from '../events/duties.sql';
import { surveyDuties } from '../feedback/duties.sql';
import { giftDuties } from '../gifts/duties.sql';
import { handoverDuties } from '../handovers/duties.sql';
import { jobEstimateDuties, jobLateDuties, jobReadyDuties } from '../jobs/duties.sql';
import { listWaitingMatches } from '../needs/needs.sql';
import { listProductCards } from '../needs/product-cards.sql';
import { contactDuties, followUpDuties } from '../plans/duties.sql';
import { privacyDuties } from '../privacy/duties.sql';
import { promiseDuties } from '../promises/duties.sql';
import { quotationDuties } from '../quotations/duties.sql';
import { reviewDuties } from '../reviews/duties.sql';
import { listThinkingDue } from '../vip/vip.sql';
import { dutyOf, groupOf, isWithin, limitOf, rangeOf } from './due.sql';
import { applyMoves, type MovedDuties } from './moved-duties';
import { listOccasions, mayReach } from './occasions.sql';
import { isAdvisedBy, listCareDue, listNeedsDue, listPostponedDue, listWarrantiesEnding } from './today.sql';

/** How far Today looks, in days; what is longer overdue is on the needs board. */
const horizon = { needs: 7, warranty: 30, care: 14, overdue: 30 } as const;

/** Everything due, by kind, in the order in which it matters; kinds with nothing are left out. */
export function listDuties(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup[] {
  return listDutiesAndPutAside(db, scope, moment).groups;
}

/** The same, and what somebody put off: it is not due before its day. */
export function listDutiesAndPutAside(db: ReadableDb, scope: Scope, moment: Moment): MovedDuties {
  return applyMoves(db, scope, moment, gatherDuties);
}

/** Everything due by kind as its source says it, whatever was put off or given to a colleague. */
export function gatherDuties(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup[] {
  return sources.map((source) => source(db, scope, moment));
}

/** Those that are not for this scope are left out: by advisor, or by customer. */
function isInScope(db: ReadableDb, { staffId, customerId }: Scope, id: string): boolean {
  if (customerId !== null) return id === customerId;
  return staffId === null || isAdvisedBy(db, id, staffId);
}

function oralConsents(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { now, today, timeZone } = moment;
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
    .filter(({ dueOn }) => isWithin(moment, dueOn))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return { kind: 'oral-consent', total: duties.length, duties: duties.slice(0, limitOf(moment)) };
}

function needsDue(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const range = rangeOf(moment, { behind: horizon.overdue, ahead: horizon.needs });
  return groupOf(db, 'need', listNeedsDue(db, scope, { ...range, limit: limitOf(moment) }), moment.today);
}

function postponed(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const range = { ...rangeOf(moment, { ahead: 0 }), limit: limitOf(moment) };
  return groupOf(db, 'postponed', listPostponedDue(db, scope, range), moment.today);
}

/** One line a need, with the best of what arrived for it. */
function arrivals(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  // What arrived has no day of its own.
  if (moment.window) return groupOf(db, 'arrival', [], moment.today);
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
  const shown = best.slice(0, limitOf(moment));
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

function thinking(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { today } = moment;
  const duties = listThinkingDue(db, rangeOf(moment, { ahead: 0 }).to)
    .filter((row) => isWithin(moment, row.ask_again_on) && isInScope(db, scope, row.customer_id))
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
  return { kind: 'vip', total: duties.length, duties: duties.slice(0, limitOf(moment)) };
}

/** Birthdays and other dates of the week, see {@link listOccasions}. */
function yearly(db: ReadableDb, scope: Scope, moment: Moment, kind: 'birthday' | 'date'): DutyGroup {
  const duties = listOccasions(db, scope, moment, kind)
    .map((row) => dutyOf(db, kind, row, moment.today))
    .filter((duty) => duty !== null);
  return { kind, total: duties.length, duties: duties.slice(0, limitOf(moment)) };
}

function warranties(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { now, today } = moment;
  const range = {
    ...rangeOf(moment, { ahead: horizon.warranty, isOverAfterwards: true }),
    limit: limitOf(moment),
  };
  return groupOf(db, 'warranty', listWarrantiesEnding(db, scope, range), today, (row) =>
    isReminderMissingConsent(db, row.customer_id, now),
  );
}

function care(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { now, today } = moment;
  const range = {
    ...rangeOf(moment, { behind: horizon.care, ahead: horizon.care }),
    limit: limitOf(moment),
  };
  return groupOf(db, 'care', listCareDue(db, scope, range), today, (row) =>
    isReminderMissingConsent(db, row.customer_id, now),
  );
}

/** A reminder that offers something is direct marketing (HKSAR v HKBN, HCMA 624/2015): it needs consent of its own. */
function isReminderMissingConsent(db: ReadableDb, customerId: string, now: number): boolean {
  return !mayReach(permissionsOf(db, customerId, now), ['service-reminders', 'direct-marketing']);
}

/** What can be due, in the order in which it matters: one line a kind. */
const sources: readonly DutySource[] = [
  complaintDuties,
  oralConsents,
  privacyDuties,
  promiseDuties,
  enquiryDuties,
  quotationDuties,
  offerHoldDuties,
  allocationDuties,
  jobLateDuties,
  jobEstimateDuties,
  jobReadyDuties,
  handoverDuties,
  reviewDuties,
  eventTellDuties,
  eventAnswerDuties,
  eventFollowUpDuties,
  ownEventDuties,
  followUpDuties,
  contactDuties,
  campaignCallDuties,
  outcomeDuties,
  needsDue,
  arrivals,
  postponed,
  thinking,
  giftDuties,
  (db, scope, moment) => yearly(db, scope, moment, 'birthday'),
  (db, scope, moment) => yearly(db, scope, moment, 'date'),
  warranties,
  care,
  surveyDuties,
];
