import { type LookupCause, lookupCause } from '@shared/domain/oversight';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { isStaffRecord } from '../customers/customers.sql';
import { readSetting } from '../shop/shop.sql';

/** Who is about to open whose record, and when. */
export interface LookUp {
  readonly staffId: string;
  readonly customerId: string;
  readonly now: number;
  readonly today: string;
}

const minuteMs = 60_000;

/** Why opening this record needs a reason now; null: it does not. */
export function causeOfLookUp(
  db: ReadableDb,
  { staffId, customerId, now, today }: LookUp,
): LookupCause | null {
  const rules = readSetting(db, 'oversightRules');
  const since = now - rules.windowMinutes * minuteMs;
  const seen = prepared(
    db,
    `SELECT count(DISTINCT customer_id) AS opened, coalesce(max(customer_id = @customerId), 0) AS isAmong
     FROM customer_views WHERE staff_id = @staffId AND at > @since`,
  ).get({ staffId, customerId, since }) as { opened: number; isAmong: number };
  const cause = lookupCause(
    {
      isStaffRecord: isStaffRecord(db, customerId),
      isAmongOpened: seen.isAmong === 1,
      opened: seen.opened,
      isReasonGiven: false,
    },
    rules,
  );
  // Asked last: hardly any look-up needs it.
  return cause && isReasonGiven(db, { staffId, customerId, today }) ? null : cause;
}

function isReasonGiven(
  db: ReadableDb,
  about: { staffId: string; customerId: string; today: string },
): boolean {
  return (
    prepared(
      db,
      'SELECT 1 FROM lookup_reasons WHERE staff_id = @staffId AND customer_id = @customerId AND on_day = @today',
    ).get(about) !== undefined
  );
}

/** Keeps why a record was opened. */
export function insertLookupReason(
  db: WritableDb,
  row: LookUp & { readonly id: string; readonly cause: LookupCause; readonly reason: string },
): void {
  prepared(
    db,
    `INSERT INTO lookup_reasons (id, staff_id, customer_id, at, on_day, cause, reason)
     VALUES (@id, @staffId, @customerId, @now, @today, @cause, @reason)`,
  ).run(row);
}
