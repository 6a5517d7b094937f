import type { complaintsContract } from '@shared/contract/complaints';
import {
  AGES,
  ageOf,
  COMPLAINT_CAUSES,
  COMPLAINT_SUBJECTS,
  clockStanding,
  remedyLimit,
} from '@shared/domain/complaints';
import { endOfDay, startOfDay } from '@shared/domain/dates';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';
import { clocksOf, complaintOf, eventOf } from './complaint-view';
import {
  type ComplaintRow,
  findShownComplaint,
  listComplaintEvents,
  listComplaints,
  listOpenSince,
  listReceived,
} from './complaints.sql';

const mostOfOne = 100;

export const complaintsQueries: QueryHandlers<typeof complaintsContract> = {
  'complaints.list': ({ db, staff, now }, { scope, show, limit }) => {
    const ownerId = scope === 'mine' ? staff.staffId : null;
    const rows = listComplaints(db, { ownerId, customerId: null, show, now, limit });
    return { total: rows[0]?.found ?? 0, complaints: rows.map((row) => complaintOf(row, now)) };
  },

  'complaints.forCustomer': ({ db, now, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const list = (show: 'open' | 'closed') =>
      listComplaints(db, { ownerId: null, customerId: customer.id, show, now, limit: mostOfOne }).map((row) =>
        complaintOf(row, now),
      );
    return { open: list('open'), closed: list('closed') };
  },

  'complaints.get': ({ db, staff, now, fail }, { complaintId }) => {
    const row = findShownComplaint(db, complaintId) ?? fail('COMPLAINT_NOT_FOUND');
    const limit = Math.max(
      remedyLimit(staff.role, readSetting(db, 'complaintRules')),
      row.approved_minor ?? 0,
    );
    return {
      complaint: complaintOf(row, now),
      events: listComplaintEvents(db, complaintId).map(eventOf),
      limitMinor: Number.isFinite(limit) ? limit : null,
    };
  },

  'complaints.shopView': ({ db, shop, now }, { from, to }) => {
    const received = listReceived(db, startOfDay(from, shop.timeZone), endOfDay(to, shop.timeZone));
    const ages = listOpenSince(db).map((since) => ageOf(now - since));
    const inCurrency = received.filter(({ currency }) => currency === shop.currency);
    const scores = received.flatMap(({ satisfaction }) => satisfaction ?? []);
    return {
      ages: AGES.map((age) => ({ age, cases: ages.filter((one) => one === age).length })),
      received: received.length,
      closed: received.filter(({ status }) => status === 'closed').length,
      ...inTime(received, now),
      costMinor: costOf(inCurrency),
      currency: shop.currency,
      satisfaction: {
        answers: scores.length,
        mean: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
      },
      causes: COMPLAINT_CAUSES.map((cause) => ({
        cause,
        cases: received.filter((row) => row.cause_code === cause).length,
        costMinor: costOf(inCurrency.filter((row) => row.cause_code === cause)),
      }))
        .filter(({ cases }) => cases > 0)
        .sort((a, b) => b.cases - a.cases || b.costMinor - a.costMinor),
      repeats: repeatsOf(received),
    };
  },
};

/** Only a remedy the customer agreed to costs anything. */
function costOf(rows: readonly ComplaintRow[]): number {
  return rows.reduce(
    (sum, row) => sum + (row.remedy_state === 'agreed' ? (row.remedy_cost_minor ?? 0) : 0),
    0,
  );
}

/** How many clocks were met, of those of which it is known: met, or over. */
function inTime(rows: readonly ComplaintRow[], now: number) {
  const counts = { respondedInTime: 0, respondedKnown: 0, resolvedInTime: 0, resolvedKnown: 0 };
  for (const row of rows) {
    const { isResponseLate, isResolutionLate } = clockStanding(clocksOf(row), now);
    const isAnswered = row.responded_at !== null || row.closed_at !== null;
    if (isAnswered || isResponseLate) counts.respondedKnown += 1;
    if (isAnswered && !isResponseLate) counts.respondedInTime += 1;
    if (row.closed_at !== null || isResolutionLate) counts.resolvedKnown += 1;
    if (row.closed_at !== null && !isResolutionLate) counts.resolvedInTime += 1;
  }
  return counts;
}

/** The same cause about the same thing more than once: what was learned the last time stands beside it. */
function repeatsOf(rows: readonly ComplaintRow[]) {
  return COMPLAINT_CAUSES.flatMap((cause) =>
    COMPLAINT_SUBJECTS.map((about) => {
      const same = rows.filter((row) => row.cause_code === cause && row.about === about);
      return {
        cause,
        about,
        cases: same.length,
        numbers: same.map(({ number }) => number),
        lesson: same.flatMap(({ lesson }) => lesson ?? []).at(-1) ?? null,
      };
    }),
  )
    .filter(({ cases }) => cases > 1)
    .sort((a, b) => b.cases - a.cases);
}
