import { type Duty, type DutyKind, dutyKinds } from '@shared/contract/today';
import { oralConfirmationDuties } from '@shared/domain/consent';
import { civilDateOf } from '@shared/domain/dates';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DutyGroup, DutySource, Moment, Scope } from '../../kernel/parts';
import { allocationDuties, offerHoldDuties } from '../allocations/duties.sql';
import { campaignCallDuties } from '../campaigns/duties.sql';
import { complaintDuties } from '../complaints/duties.sql';
import {
  isStillShown,
  listConsentEvents,
  listCustomersWithDuties,
  mayBeToldOf,
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
import { jobEstimateDuties, jobLateDuties, jobReadyDuties, jobUncollectedDuties } from '../jobs/duties.sql';
import { listWaitingMatches } from '../needs/needs.sql';
import { listProductCards } from '../needs/product-cards.sql';
import { contactDuties, followUpDuties } from '../plans/duties.sql';
import { privacyDuties } from '../privacy/duties.sql';
import { promiseDuties } from '../promises/duties.sql';
import { quotationDuties } from '../quotations/duties.sql';
import { reviewDuties } from '../reviews/duties.sql';
import {
  type DueRow,
  dutyOf,
  groupOf,
  isWithin,
  limitOf,
  mostCountedOf,
  people,
  rangeOf,
  whose,
} from './due.sql';
import { applyMoves, type MovedDuties } from './moved-duties';
import { occasionDuties } from './occasions.sql';
import {
  listCareDue,
  listNeedsDue,
  listPostponedDue,
  listThinkingOf,
  listWarrantiesEnding,
} from './today.sql';

/** How far Today looks, in days; what is longer overdue is on the needs board. */
const horizon = { needs: 7, warranty: 30, care: 14, overdue: 30 } as const;
/** Arrivals that are looked at; a need has a dozen at most. */
const mostMatches = 400;

/** Everything due, by kind (or of a few kinds only), in the order in which it matters; kinds with nothing are left out. */
export function listDuties(
  db: ReadableDb,
  scope: Scope,
  moment: Moment,
  kinds: ReadonlySet<DutyKind> | null = null,
): DutyGroup[] {
  return applyMoves(db, scope, moment, (from, whose, when, only) =>
    gatherDuties(from, whose, when, only ?? kinds),
  ).groups;
}

/** The same, and what somebody put off: it is not due before its day. */
export function listDutiesAndPutAside(db: ReadableDb, scope: Scope, moment: Moment): MovedDuties {
  return applyMoves(db, scope, moment, gatherDuties);
}

/** Everything due by kind (or of a few kinds only) as its source says it, whatever was put off or given to a colleague. */
export function gatherDuties(
  db: ReadableDb,
  scope: Scope,
  moment: Moment,
  only: ReadonlySet<DutyKind> | null = null,
): DutyGroup[] {
  const kinds = scope.customerId === null ? null : kindsOf(db, scope.customerId);
  return dutyKinds
    .filter((kind) => (kinds?.has(kind) ?? true) && (only?.has(kind) ?? true))
    .map((kind) => dutySources[kind].source(db, scope, moment));
}

/** The kinds of which there may be something with one customer: mostly there are a few, and the others need not be asked. */
function kindsOf(db: ReadableDb, customerId: string): Set<DutyKind> {
  const row = prepared(db, kindsText).raw().get({ id: customerId }) as (0 | 1)[];
  return new Set(dutyKinds.filter((_, index) => row[index] === 1));
}

function oralConsents(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { now, today, timeZone } = moment;
  const limit = limitOf(moment);
  const ids =
    scope.customerId === null
      ? listCustomersWithDuties(db, now, { where: whose(scope), params: people(scope) })
      : [scope.customerId];
  const duties: Duty[] = [];
  let more = 0;
  for (const id of ids) {
    // Whoever stands beyond the list is counted without a look at everything they said.
    if (duties.length === limit && ++more + limit >= mostCountedOf(moment)) break;
    if (duties.length === limit) continue;
    const [first] = oralConfirmationDuties(listConsentEvents(db, id), now).filter((duty) =>
      isStillShown(duty, now),
    );
    if (!first) continue;
    const row = {
      id: first.eventId,
      customer_id: id,
      due_on: civilDateOf(first.dueAt, timeZone),
      is_discreet: 0,
      params: '{}',
      found: 0,
    };
    const duty = isWithin(moment, row.due_on) ? dutyOf(db, 'oral-consent', row, today) : null;
    if (duty) duties.push({ ...duty, isOverdue: first.overdue });
  }
  duties.sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return { kind: 'oral-consent', total: duties.length + more, duties };
}

function needsDue(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const range = rangeOf(moment, { behind: horizon.overdue, ahead: horizon.needs });
  return groupOf(db, 'need', listNeedsDue(db, scope, range, moment), moment.today);
}

function postponed(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const range = rangeOf(moment, { ahead: 0 });
  return groupOf(db, 'postponed', listPostponedDue(db, scope, range, moment), moment.today);
}

/** One line a need, with the best of what arrived for it. */
function arrivals(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  // What arrived has no day of its own.
  if (moment.window) return groupOf(db, 'arrival', [], moment.today);
  const waiting = listWaitingMatches(db, { ...scope, limit: mostMatches });
  const byNeed = new Map<string, typeof waiting>();
  for (const row of waiting) {
    const ofNeed = byNeed.get(row.need_id);
    if (ofNeed) ofNeed.push(row);
    else byNeed.set(row.need_id, [row]);
  }
  const best = [...byNeed.values()].map((rows) => ({
    row: rows.reduce((top, one) => (one.score > top.score ? one : top)),
    more: rows.length - 1,
  }));
  const shown = best.slice(0, limitOf(moment));
  const cards = listProductCards(
    db,
    shown.map(({ row }) => row.product_id),
  );
  const rows = shown.map(({ row, more }): DueRow => {
    const card = cards.get(row.product_id);
    return {
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
      found: best.length,
    };
  });
  return groupOf(db, 'arrival', rows, moment.today);
}

function thinking(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const group = groupOf(db, 'vip', listThinkingOf(db, scope, moment), moment.today);
  // The day to ask again is a reminder, not a deadline that was missed.
  return { ...group, duties: group.duties.map((duty) => ({ ...duty, isOverdue: false })) };
}

function warranties(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { now, today } = moment;
  const range = rangeOf(moment, { ahead: horizon.warranty, isOverAfterwards: true });
  return groupOf(db, 'warranty', listWarrantiesEnding(db, scope, range, moment), today, (row) =>
    isReminderMissingConsent(db, row.customer_id, now),
  );
}

function care(db: ReadableDb, scope: Scope, moment: Moment): DutyGroup {
  const { now, today } = moment;
  const range = rangeOf(moment, { behind: horizon.care, ahead: horizon.care });
  return groupOf(db, 'care', listCareDue(db, scope, range, moment), today, (row) =>
    isReminderMissingConsent(db, row.customer_id, now),
  );
}

/** A reminder that offers something is direct marketing (HKSAR v HKBN, HCMA 624/2015): it needs consent of its own. */
function isReminderMissingConsent(db: ReadableDb, customerId: string, now: number): boolean {
  return !mayBeToldOf(db, customerId, now, ['service-reminders', 'direct-marketing']);
}

/** Where a kind of duty comes from. */
interface KindOfDuty {
  readonly source: DutySource;
  /** Rows that must be there for customer `@id` to have one: a quick look that may say yes too often, never no. */
  readonly needs: string;
}

const of = (source: DutySource, needs: string): KindOfDuty => ({ source, needs });

const openJobs = 'SELECT 1 FROM service_jobs WHERE customer_id = @id AND ended_at IS NULL';
const guests = 'SELECT 1 FROM event_guests WHERE customer_id = @id';
const interests = 'SELECT 1 FROM interests WHERE customer_id = @id';
const openNeeds = `SELECT 1 FROM needs WHERE customer_id = @id AND +status = 'open'`;
const cards = 'SELECT 1 FROM vip_memberships WHERE customer_id = @id AND ended_on IS NULL';
const items = `SELECT 1 FROM items WHERE customer_id = @id AND status = 'owned'`;

/** What can be due: one line a kind; their order is that of `dutyKinds`. */
export const dutySources: Readonly<Record<DutyKind, KindOfDuty>> = {
  complaint: of(complaintDuties, `SELECT 1 FROM complaints WHERE customer_id = @id AND status = 'open'`),
  'oral-consent': of(
    oralConsents,
    'SELECT 1 FROM consent_events WHERE customer_id = @id AND confirmation_due_at IS NOT NULL',
  ),
  'privacy-request': of(
    privacyDuties,
    `SELECT 1 FROM privacy_requests WHERE customer_id = @id AND status = 'open'`,
  ),
  promise: of(promiseDuties, `SELECT 1 FROM promises WHERE customer_id = @id AND +status = 'open'`),
  enquiry: of(enquiryDuties, `SELECT 1 FROM enquiries WHERE customer_id = @id AND +status = 'open'`),
  quotation: of(quotationDuties, `SELECT 1 FROM quotations WHERE customer_id = @id AND +status = 'sent'`),
  'offer-hold': of(offerHoldDuties, interests),
  allocation: of(allocationDuties, interests),
  'job-late': of(jobLateDuties, openJobs),
  'job-estimate': of(jobEstimateDuties, openJobs),
  'job-ready': of(jobReadyDuties, openJobs),
  'job-uncollected': of(jobUncollectedDuties, openJobs),
  handover: of(handoverDuties, 'SELECT 1 FROM handovers WHERE customer_id = @id AND closed_at IS NULL'),
  review: of(reviewDuties, `SELECT 1 FROM review_meetings WHERE customer_id = @id UNION ALL ${cards}`),
  'event-tell': of(eventTellDuties, guests),
  'event-answer': of(eventAnswerDuties, guests),
  'event-follow-up': of(eventFollowUpDuties, guests),
  'own-event': of(ownEventDuties, 'SELECT 1 FROM customer_events WHERE customer_id = @id'),
  'follow-up': of(followUpDuties, `SELECT 1 FROM follow_ups WHERE customer_id = @id AND +status = 'open'`),
  'contact-due': of(contactDuties, 'SELECT 1 FROM contact_clock WHERE customer_id = @id'),
  'campaign-call': of(
    campaignCallDuties,
    'SELECT 1 FROM campaign_entries WHERE customer_id = @id AND is_call = 1',
  ),
  'conversation-outcome': of(
    outcomeDuties,
    'SELECT 1 FROM conversations WHERE customer_id = @id AND +outcome IS NULL',
  ),
  need: of(needsDue, openNeeds),
  arrival: of(arrivals, openNeeds),
  postponed: of(postponed, `SELECT 1 FROM needs WHERE customer_id = @id AND +status = 'postponed'`),
  vip: of(thinking, `SELECT 1 FROM vip_invitations WHERE customer_id = @id AND +outcome = 'thinking'`),
  gift: of(giftDuties, cards),
  birthday: of(
    (db, scope, moment) => occasionDuties(db, scope, moment, 'birthday'),
    'SELECT 1 FROM customers WHERE id = @id AND birth_month IS NOT NULL',
  ),
  date: of(
    (db, scope, moment) => occasionDuties(db, scope, moment, 'date'),
    'SELECT 1 FROM customer_dates WHERE customer_id = @id',
  ),
  warranty: of(warranties, items),
  care: of(care, items),
  survey: of(
    surveyDuties,
    `SELECT 1 FROM sales WHERE customer_id = @id UNION ALL SELECT 1 FROM service_jobs WHERE customer_id = @id`,
  ),
};

const kindsText = `SELECT ${dutyKinds.map((kind) => `EXISTS (${dutySources[kind].needs})`).join(', ')}`;
