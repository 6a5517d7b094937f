import {
  type OralConfirmationDuty,
  type PermissionContext,
  type Permissions,
  permissionsFrom,
  permitsAny,
} from '@shared/domain/consent';
import type { ConsentEvent, Purpose } from '@shared/domain/consent-events';
import { type CivilDate, civilDateOf } from '@shared/domain/dates';
import { isUnder18 } from '@shared/domain/minors';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerRow, findCustomer } from '../customers/customers.sql';
import { type ConsentRow, eventOf, type NewConsentRow } from './consent-rows';
import { suppressionsOf } from './suppressions.sql';

export { blankEvent, type NewConsentRow } from './consent-rows';
export { suppressContacts } from './suppressions.sql';

/** Adds one event at the end of the shop's own order; returns its number there. */
export function insertConsentEvent(db: WritableDb, row: NewConsentRow, recordedAt: number): number {
  const { next } = prepared(db, 'SELECT coalesce(max(seq), 0) + 1 AS next FROM consent_events').get() as {
    next: number;
  };
  run(db, sqlBuilder.insertInto('consent_events').values({ ...row, seq: next, recorded_at: recordedAt }));
  return next;
}

/** Everything a customer ever said, oldest first, as stored. */
export function listConsentRows(db: ReadableDb, customerId: string): ConsentRow[] {
  return prepared(db, 'SELECT * FROM consent_events WHERE customer_id = ? ORDER BY seq').all(
    customerId,
  ) as ConsentRow[];
}

/** The same as the rules know it. */
export function listConsentEvents(db: ReadableDb, customerId: string): ConsentEvent[] {
  return listConsentRows(db, customerId)
    .map(eventOf)
    .filter((event) => event !== null);
}

/** True for a customer under 18: marked so, or by the date of birth where the year is known. */
export function isMinorOn(
  customer: Pick<CustomerRow, 'is_minor' | 'birth_year' | 'birth_month' | 'birth_day'>,
  today: CivilDate,
): boolean {
  const { is_minor, birth_year: birthYear, birth_month: birthMonth, birth_day: birthDay } = customer;
  return isUnder18({ isMinor: is_minor === 1, birthYear, birthMonth, birthDay }, today);
}

/** What a customer said and what the rules must know beside it: for asking about single cells (`permissionFor`). */
export function permissionContextOf(
  db: ReadableDb,
  customerId: string,
  now: number,
): { readonly events: ConsentEvent[]; readonly context: PermissionContext } {
  const customer = findCustomer(db, customerId);
  const { contactHashes, suppressions } = suppressionsOf(db, customerId);
  return {
    events: listConsentEvents(db, customerId),
    context: {
      now,
      suppressions,
      customer: { minor: customer ? isMinorOn(customer, civilDateOf(now)) : false, contactHashes },
    },
  };
}

/** What is permitted with this customer now; ask it before every contact (`mayContact`). */
export function permissionsOf(db: ReadableDb, customerId: string, now: number): Permissions {
  const { events, context } = permissionContextOf(db, customerId, now);
  return permissionsFrom(events, context);
}

/** True where the customer may be told something for one of these purposes, whatever the way. */
export function mayBeToldOf(
  db: ReadableDb,
  customerId: string,
  now: number,
  purposes: readonly Purpose[],
): boolean {
  const hasConsented = prepared(
    db,
    `SELECT 1 FROM consent_events WHERE customer_id = ? AND kind = 'given' LIMIT 1`,
  ).get(customerId);
  // Silence is not consent (s.35A), and most customers of a large shop were never asked.
  if (!hasConsented) return false;
  const customer = findCustomer(db, customerId);
  const minor = customer ? isMinorOn(customer, civilDateOf(now)) : false;
  const context = { now, suppressions: [], customer: { minor, contactHashes: [] } };
  if (!permitsAny(listConsentEvents(db, customerId), purposes, context)) return false;
  // A suppression beats everything; hashing the contacts costs the most, so it is looked at last.
  return suppressionsOf(db, customerId).suppressions.length === 0;
}

const dayMs = 86_400_000;
/** An oral consent that lapsed this long ago is history, no longer today's work. */
const overdueShownMs = 30 * dayMs;

// Named, because the planner would rather walk every event of the shop to find distinct customers in order. What was
// confirmed in time is left out here; whether it was withdrawn or asked again since, the rules say.
const awaitingConfirmation = `consent_events e INDEXED BY consent_events_by_due
  CROSS JOIN customers c ON c.id = e.customer_id AND c.deleted_at IS NULL
  WHERE e.confirmation_due_at IS NOT NULL AND e.confirmation_due_at > @since
    AND NOT EXISTS (SELECT 1 FROM consent_events f WHERE f.customer_id = e.customer_id AND f.kind = 'confirmation-sent'
      AND f.refers_to_id = e.id AND f.at <= e.confirmation_due_at)`;

/**
 * Customers with an oral consent whose confirmation is due, or was due within the last month, those with the first day
 * first. `mine` is a further condition on customer `c`, with its parameters.
 */
export function listCustomersWithDuties(
  db: ReadableDb,
  now: number,
  mine: { readonly where: string; readonly params: Readonly<Record<string, string | null>> } = {
    where: 'true',
    params: {},
  },
): string[] {
  const rows = prepared(
    db,
    `SELECT e.customer_id AS id FROM ${awaitingConfirmation} AND ${mine.where} ORDER BY e.confirmation_due_at`,
  ).all({ since: now - overdueShownMs, ...mine.params }) as { id: string }[];
  return [...new Set(rows.map(({ id }) => id))];
}

/** Leaves out what lapsed more than a month ago. */
export function isStillShown(duty: OralConfirmationDuty, now: number): boolean {
  return duty.dueAt > now - overdueShownMs;
}

/**
 * Brings every "no" of `from` (the database that a restore sets aside) that `to` (the restored one) does not have:
 * withdrawals and refusals of customers that both know. A yes is not brought: what the restore takes back stays
 * taken back. Returns how many. Call inside a transaction.
 */
export function carryRefusals(from: ReadableDb, to: WritableDb): number {
  const rows = prepared(
    from,
    `SELECT * FROM consent_events WHERE kind IN ('withdrawn', 'declined') ORDER BY seq`,
  ).iterate() as IterableIterator<ConsentRow>;
  const isKnown = prepared(to, 'SELECT 1 FROM consent_events WHERE id = ?');
  const hasCustomer = prepared(to, 'SELECT 1 FROM customers WHERE id = ?');
  const hasNotice = prepared(to, 'SELECT 1 FROM notices WHERE id = ?');
  let carried = 0;
  for (const { seq: _, recorded_at, ...row } of rows) {
    if (isKnown.get(row.id) || !hasCustomer.get(row.customer_id)) continue;
    // Its version and hash still say which notice it was.
    const notice_id = row.notice_id && hasNotice.get(row.notice_id) ? row.notice_id : null;
    insertConsentEvent(to, { ...row, notice_id }, recorded_at);
    carried += 1;
  }
  return carried;
}
