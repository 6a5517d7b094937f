import type { Duty, DutyKind } from '@shared/contract/today';
import { addDays, type CivilDate } from '@shared/domain/dates';
import { MOST_COUNTED } from '@shared/domain/duties';
import { prepared, type ReadableDb } from '../../db/sql';
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

/** What is due of one kind, in the words of SQL. */
export interface DueText {
  /** The columns of a row without `found`. */
  readonly columns: string;
  /** From the tables with their conditions. */
  readonly from: string;
  /** In an order that an index has, so that nothing beyond the list is looked at. */
  readonly order: string;
}

/**
 * The first of one kind, as many as are shown, and how many there are: counted apart and only as far as anybody cares,
 * for a large shop has thousands of some kinds.
 */
export function dueRows<Row extends { readonly found: number } = DueRow>(
  db: ReadableDb,
  { columns, from, order }: DueText,
  params: Readonly<Record<string, string | number | null>>,
  moment: Moment,
): Row[] {
  const limit = limitOf(moment);
  const rows = prepared(db, `SELECT ${columns}, 0 AS found FROM ${from} ORDER BY ${order} LIMIT @most`).all({
    ...params,
    most: limit,
  }) as Row[];
  const found = rows.length < limit ? rows.length : countDue(db, from, params, moment);
  return rows.map((row) => ({ ...row, found: Math.max(found, rows.length) }));
}

/** How many there are of one kind, as far as they are counted. */
export function countDue(
  db: ReadableDb,
  from: string,
  params: Readonly<Record<string, string | number | null>>,
  moment: Moment,
): number {
  return prepared(db, `SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT @most)`)
    .pluck()
    .get({ ...params, most: mostCountedOf(moment) }) as number;
}

/** How many of a kind are counted: one more than anybody cares about says that there are more. */
export const mostCountedOf = ({ isCountedWhole }: Moment) =>
  isCountedWhole ? Number.MAX_SAFE_INTEGER : MOST_COUNTED + 1;

/** Before a column whose index is not to be used: with the customer given the planner begins there. */
export const unlessOne = ({ customerId }: Scope) => (customerId === null ? '' : '+');

/** The same where it may concern somebody who is not on record; then the name says who. */
export interface DueOfAnybody extends Omit<DueRow, 'customer_id'> {
  readonly customer_id: string | null;
  readonly name: string | null;
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
export const people = ({ staffId, customerId }: Scope): Record<string, string | null> =>
  customerId === null ? { staffId } : { customerId };

/** A row as Today shows it; null where the customer is gone. What is discreet says nothing. */
export function dutyOf(
  db: ReadableDb,
  kind: DutyKind,
  row: DueRow | DueOfAnybody,
  today: CivilDate,
  more: { needsConsent?: boolean } = {},
): Duty | null {
  const customer = row.customer_id === null ? null : findCustomer(db, row.customer_id);
  if (customer === undefined) return null;
  if (customer && (customer.deleted_at !== null || customer.merged_into_id !== null)) return null;
  const isDiscreet = row.is_discreet === 1;
  return {
    kind,
    id: row.id,
    customer: customer && { ...namesOf(customer), id: customer.id, number: customer.number },
    name: customer || !('name' in row) ? null : row.name,
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
