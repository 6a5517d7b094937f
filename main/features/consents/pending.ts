import { type OralConfirmationDuty, oralConfirmationDuties } from '@shared/domain/consent';
import type { GivenEvent } from '@shared/domain/consent-events';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import { isStillShown, listConsentEvents } from './consents.sql';

/** Duties of one customer taken together: one letter confirms all that was said in one conversation. */
export interface CustomerDuty {
  readonly dueAt: number;
  readonly isOverdue: boolean;
  readonly given: readonly GivenEvent[];
}

/** What must still be confirmed to this customer, or null. What is still in time goes before what has lapsed. */
export function dutyOf(db: ReadableDb, customerId: string, now: number): CustomerDuty | null {
  const events = listConsentEvents(db, customerId);
  const duties = oralConfirmationDuties(events, now).filter((duty) => isStillShown(duty, now));
  const open = duties.filter((duty) => !duty.overdue);
  const chosen: OralConfirmationDuty[] = open.length > 0 ? open : duties;
  const [first] = chosen;
  if (!first) return null;
  const ids = new Set(chosen.map((duty) => duty.eventId));
  const given = events.filter((event) => event.kind === 'given' && ids.has(event.id)) as GivenEvent[];
  return { dueAt: first.dueAt, isOverdue: first.overdue, given };
}

/** The oral consents that can be confirmed now; NOTHING_TO_CONFIRM, or CONFIRMATION_LATE after the 14th day (s.35E). */
export function needPendingConsents(db: ReadableDb, customerId: string, now: number): readonly GivenEvent[] {
  const duty = dutyOf(db, customerId, now) ?? fail('NOTHING_TO_CONFIRM');
  if (duty.isOverdue) fail('CONFIRMATION_LATE');
  return duty.given;
}
