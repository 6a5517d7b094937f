import type { Duty, DutyKind } from '@shared/contract/today';
import { addDays, type CivilDate } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import type { DayWindow, DutyGroup, Moment, Scope } from '../../kernel/parts';
import { namesOf } from '../customers/cards.sql';
import { findCustomer } from '../customers/customers.sql';

/** How many of a kind Today shows; the total says how many there are. */
export const mostOfAKind = 40;

/** How many of a kind are asked for. */
export const limitOf = ({ limit }: Moment) => limit ?? mostOfAKind;

/** Before and after every civil date, for a side that is open. */
const always = { from: '', to: '9999-12-31' } as const;

/**
 * The days a kind is asked about: those of the window, or so many behind and ahead of today (absent: all of them). What
 * is over when its day is (`isOverAfterwards`: a birthday, an offer that ran out) is not asked about the past.
 */
export function rangeOf(
  { today, window }: Moment,
  { behind, ahead, isOverAfterwards }: { behind?: number; ahead?: number; isOverAfterwards?: boolean } = {},
): DayWindow {
  const { from, to } = window ?? {
    from: behind === undefined ? always.from : addDays(today, -behind),
    to: ahead === undefined ? always.to : addDays(today, ahead),
  };
  return { from: isOverAfterwards && from < today ? today : from, to };
}

/** True where a day is one of those asked about; nothing without a day is, where there is a window. */
export function isWithin({ window }: Moment, dueOn: CivilDate | null): boolean {
  return !window || (dueOn !== null && dueOn >= window.from && dueOn <= window.to);
}

/** Something due with the customer's record; `found` is how many there are beyond the limit, too. */
export interface DueRow {
  readonly id: string;
  readonly customer_id: string;
  readonly due_on: string | null;
  readonly is_discreet: number;
  /** JSON of what the words of this kind need. */
  readonly params: string;
  readonly found: number;
}

/** The condition that customer `c` is neither removed nor merged into another. */
export const standing = 'c.deleted_at IS NULL AND c.merged_into_id IS NULL';

/**
 * The condition that customer `c` is in the scope, or that `noted` (a column with a member of staff) is its person. Two
 * texts, so that the planner starts from the customer where there is one, and from the date where there is none.
 */
export function whose({ customerId }: Scope, noted?: string): string {
  if (customerId !== null) return 'c.id = @customerId';
  const byNote = noted ? `${noted} = @staffId OR ` : '';
  return `(@staffId IS NULL OR ${byNote}c.primary_advisor_id = @staffId OR c.secondary_advisor_id = @staffId)`;
}

/** The parameters of {@link whose}. */
export const people = ({ staffId, customerId }: Scope) =>
  customerId === null ? { staffId } : { customerId };

/** A row as Today shows it; null where the customer is gone. What is discreet says nothing. */
export function dutyOf(
  db: ReadableDb,
  kind: DutyKind,
  row: DueRow,
  today: CivilDate,
  more: { needsConsent?: boolean } = {},
): Duty | null {
  const customer = findCustomer(db, row.customer_id);
  if (!customer || customer.deleted_at !== null || customer.merged_into_id !== null) return null;
  const isDiscreet = row.is_discreet === 1;
  return {
    kind,
    id: row.id,
    customer: { ...namesOf(customer), id: customer.id, number: customer.number },
    dueOn: row.due_on,
    isOverdue: row.due_on !== null && row.due_on < today,
    params: isDiscreet ? {} : (JSON.parse(row.params) as Duty['params']),
    isDiscreet,
    needsConsent: more.needsConsent ?? false,
    assignedTo: null,
  };
}

/** Rows of one kind as a heading of Today; `needsConsent` marks those about which nobody may be contacted. */
export function groupOf(
  db: ReadableDb,
  kind: DutyKind,
  rows: readonly DueRow[],
  today: CivilDate,
  needsConsent: (row: DueRow) => boolean = () => false,
): DutyGroup {
  const duties = rows
    .map((row) => dutyOf(db, kind, row, today, { needsConsent: needsConsent(row) }))
    .filter((duty) => duty !== null);
  return { kind, total: rows[0]?.found ?? 0, duties };
}
