/** The promise ledger: what a promise may be about, when it is late, and how reliably promises are kept. */

import { CONTACT_CHANNELS } from './contact-channels';
import { type CivilDate, type Instant, type WallClock, wallClock } from './dates';

/** What was promised, in the words of a counter. */
export const PROMISE_KINDS = [
  'call-back',
  'answer',
  'find',
  'order',
  'reserve',
  'repair',
  'deliver',
  'document',
  'gift',
  'meet',
  'other',
] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** What a promise may have come from. */
export const PROMISE_ORIGINS = [
  'counter',
  'conversation',
  'enquiry',
  'quotation',
  'complaint',
  'job',
  'handover',
  'review',
  'event',
  'feedback',
  'sale',
  'allocation',
] as const;
export type PromiseOrigin = (typeof PROMISE_ORIGINS)[number];

/** How a customer can be told of an outcome. */
export const TOLD_CHANNELS = ['in-person', ...CONTACT_CHANNELS] as const;
export type ToldChannel = (typeof TOLD_CHANNELS)[number];

/** `released`: the customer no longer wants it, which is neither kept nor broken. */
export type PromiseStatus = 'open' | 'kept' | 'broken' | 'released';

export interface PromiseTerms {
  readonly status: PromiseStatus;
  readonly dueOn: CivilDate;
  /** 'HH:MM' on the shop's clock; null: by the end of the day. */
  readonly dueTime: string | null;
}

/** Where the shop's clock stands. */
export type ShopTime = WallClock;

/** True when the moment promised has passed. The minute promised itself is still in time. */
export function isPast({ dueOn, dueTime }: Pick<PromiseTerms, 'dueOn' | 'dueTime'>, now: ShopTime): boolean {
  if (dueOn !== now.date) return dueOn < now.date;
  return dueTime !== null && dueTime < now.time;
}

/** Broken in the sense of the ledger: said to be, or still open when its moment has passed, or kept too late. */
export function isBreach(
  promise: PromiseTerms & { readonly closedAt: ShopTime | null },
  now: ShopTime,
): boolean {
  if (promise.status === 'released') return false;
  if (promise.status === 'broken') return true;
  return isPast(promise, promise.status === 'kept' && promise.closedAt ? promise.closedAt : now);
}

export interface KeptRate {
  /** Promises whose end is known: kept in time, kept late, broken, or overdue. */
  readonly counted: number;
  readonly inTime: number;
  readonly late: number;
  readonly broken: number;
  readonly overdue: number;
  /** inTime ÷ counted; null where nothing can be counted yet. */
  readonly rate: number | null;
}

/** One promise as the rate needs it. */
export interface CountedPromise extends PromiseTerms {
  readonly closedAt: ShopTime | null;
}

/**
 * How many of the promises were kept in time. Open ones that are not due yet and those the customer released say nothing
 * about reliability and are left out; an overdue open one counts against it.
 */
export function keptRate(promises: readonly CountedPromise[], now: ShopTime): KeptRate {
  const counts = { inTime: 0, late: 0, broken: 0, overdue: 0 };
  for (const promise of promises) {
    if (promise.status === 'broken') counts.broken += 1;
    else if (promise.status === 'kept') counts[isBreach(promise, now) ? 'late' : 'inTime'] += 1;
    else if (promise.status === 'open' && isPast(promise, now)) counts.overdue += 1;
  }
  const counted = counts.inTime + counts.late + counts.broken + counts.overdue;
  return { ...counts, counted, rate: counted === 0 ? null : counts.inTime / counted };
}

/** The shop's date and time of day of an instant. */
export function shopTimeOf(instant: Instant, timeZone: string): ShopTime {
  return wallClock(instant, timeZone);
}
