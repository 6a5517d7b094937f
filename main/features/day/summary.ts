import type { DaySummary, Unfinished } from '@shared/contract/day';
import { oralConfirmationDuties } from '@shared/domain/consent';
import type { ReadableDb } from '../../db/sql';
import type { Moment } from '../../kernel/parts';
import {
  countConsents,
  countDrafts,
  countLateNeeds,
  countLookups,
  countNeeds,
  countNewCustomers,
  countSales,
  countVip,
  listStaffAtWork,
  spanOfDay,
} from '../../reports/day-close-sheet/day-facts.sql';
import { isStillShown, listConsentEvents, listCustomersWithDuties } from '../consents/consents.sql';
import { countLatePromises } from '../promises/promises.sql';
import { listThinkingDue } from '../vip/vip.sql';
import { dueOn, partsOfDay } from './parts';

/** What happened on a day. */
export function summaryOfDay(db: ReadableDb, day: string, timeZone: string): DaySummary {
  const span = spanOfDay(day, timeZone);
  return {
    day,
    sales: countSales(db, span),
    lookups: countLookups(db, span),
    newCustomers: countNewCustomers(db, span),
    needs: countNeeds(db, span),
    vip: countVip(db, span),
    consents: countConsents(db, span),
    staff: listStaffAtWork(db, span),
    parts: partsOfDay(db, span),
  };
}

/** What is left for tomorrow. */
export function unfinishedOn(db: ReadableDb, moment: Moment): Unfinished {
  const { now, today } = moment;
  return {
    drafts: countDrafts(db),
    duties: dutiesOn(db, now),
    thinking: listThinkingDue(db, today).length,
    lateNeeds: countLateNeeds(db, today),
    latePromises: countLatePromises(db, today),
    due: dueOn(db, moment),
  };
}

/** Customers whose oral consent waits for its written confirmation (Cap. 486 s.35E(1)(b)). */
function dutiesOn(db: ReadableDb, now: number): Unfinished['duties'] {
  let open = 0;
  let overdue = 0;
  let nextDueAt: number | null = null;
  for (const customerId of listCustomersWithDuties(db, now)) {
    const duties = oralConfirmationDuties(listConsentEvents(db, customerId), now).filter((duty) =>
      isStillShown(duty, now),
    );
    if (duties.length === 0) continue;
    const inTime = duties.filter((duty) => !duty.overdue);
    if (inTime.length === 0) overdue += 1;
    else open += 1;
    for (const { dueAt } of inTime) nextDueAt = Math.min(nextDueAt ?? dueAt, dueAt);
  }
  return { open, overdue, nextDueAt };
}
