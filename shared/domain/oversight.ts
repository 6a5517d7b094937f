/** Honest work: when a look-up needs its reason, and what the manager reviews. */

import { EXPORT_CAUSES } from './exports';
import type { Relation } from './relations';

/** Numbers the manager may change. */
export interface OversightRules {
  /** How many different records within the window are opened before a reason is asked. */
  readonly differentRecords: number;
  readonly windowMinutes: number;
  /** Percent of a line's price up to which a discount needs no review. */
  readonly discountPercent: number;
}

/** What holds until the manager changed it. */
export const DEFAULT_OVERSIGHT_RULES: OversightRules = {
  differentRecords: 30,
  windowMinutes: 60,
  discountPercent: 15,
};

/** Why a reason is asked. */
export const LOOKUP_CAUSES = ['staff-record', 'many-records'] as const;
export type LookupCause = (typeof LOOKUP_CAUSES)[number];

/** What is known when somebody is about to open a record. */
export interface LookupFacts {
  /** The record is a colleague's own, or one's own. */
  readonly isStaffRecord: boolean;
  /** This person opened it already within the window: looking again is not another record. */
  readonly isAmongOpened: boolean;
  /** How many different records this person opened within the window. */
  readonly opened: number;
  /** A reason for this record was given today. */
  readonly isReasonGiven: boolean;
}

/** Why this look-up needs its reason; null: it does not. The record that makes the number full is the first to ask. */
export function lookupCause(
  { isStaffRecord, isAmongOpened, opened, isReasonGiven }: LookupFacts,
  { differentRecords }: Pick<OversightRules, 'differentRecords'>,
): LookupCause | null {
  if (isReasonGiven) return null;
  if (isStaffRecord) return 'staff-record';
  return !isAmongOpened && opened + 1 >= differentRecords ? 'many-records' : null;
}

/** Ties close enough that a sale to the other end is reviewed. */
export const FAMILY_RELATIONS = [
  'spouse',
  'partner',
  'parent',
  'child',
  'sibling',
  'relative',
] as const satisfies readonly Relation[];

/** What stands on the manager's list. */
export const REVIEW_KINDS = [
  'own-account',
  'staff-purchase',
  'family-sale',
  'discount',
  'allocation-override',
  'hold-extended',
  'sale-moved',
  'look-up',
  'gift',
  'benefit',
  'gate-override',
  'export',
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What else an entry says of itself: why a look-up needed its reason, which gate was passed, how data left. */
export const REVIEW_CAUSES = [
  ...LOOKUP_CAUSES,
  'gate-overridden',
  'gate-unpermitted',
  'gift-taken-back',
  'sale-moved-back',
  ...EXPORT_CAUSES,
] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

/** The discount in percent of the price, to one decimal; 0 where there was nothing to take off. */
export function discountPercentOf(discountMinor: number, grossMinor: number): number {
  return grossMinor > 0 ? Math.round((discountMinor * 1000) / grossMinor) / 10 : 0;
}

/** How far back the list reaches, in days; null: everything. */
export const REVIEW_DAYS = [30, 90, 365] as const;
