/** Quotations: exact totals, how much discount a role may give, and how an offer stands on a given day. */

import { addDays, type CivilDate } from './dates';

/** What is stored; `expired` and `revised` follow from other facts, see {@link quotationState}. */
export const QUOTATION_STATUSES = ['draft', 'sent', 'confirmed', 'declined', 'discarded'] as const;
export type QuotationStatus = (typeof QUOTATION_STATUSES)[number];

/** How an offer stands, as people say it. */
export const QUOTATION_STATES = [
  'draft',
  'sent',
  'expired',
  'confirmed',
  'sold',
  'declined',
  'revised',
  'discarded',
] as const;
export type QuotationState = (typeof QUOTATION_STATES)[number];

/** How it reached the customer. */
export const QUOTATION_SENDINGS = ['printed', 'pdf', 'email'] as const;
export type QuotationSending = (typeof QUOTATION_SENDINGS)[number];

/** The amounts of one line, in minor units of the quotation's currency. */
export interface QuotedAmounts {
  readonly quantity: number;
  readonly unitPriceMinor: number;
  /** For the whole line. */
  readonly discountMinor: number;
  /** The catalogue's price; null for a free line. */
  readonly listPriceMinor: number | null;
}

/** The rules of the shop that the manager may change. */
export interface QuotationRules {
  /** Days an offer holds when nobody says otherwise. */
  readonly validDays: number;
  /** Largest discount in percent of the line, by role. */
  readonly advisorPercent: number;
  readonly managerPercent: number;
}

export const DEFAULT_QUOTATION_RULES: QuotationRules = {
  validDays: 14,
  advisorPercent: 5,
  managerPercent: 15,
};

/** What a line comes to after its discount. */
export function quotedLineTotal({ quantity, unitPriceMinor, discountMinor }: QuotedAmounts): number {
  return quantity * unitPriceMinor - discountMinor;
}

export interface QuotedTotals {
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
}

/** The sums at the foot: total = gross − discount, each the exact sum of its lines. */
export function quotedTotals(lines: readonly QuotedAmounts[]): QuotedTotals {
  const grossMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  const discountMinor = lines.reduce((sum, line) => sum + line.discountMinor, 0);
  return { grossMinor, discountMinor, totalMinor: grossMinor - discountMinor };
}

/** What the line would cost without any favour: the catalogue's price where that is the higher one. */
function fullPriceOf({ quantity, unitPriceMinor, listPriceMinor }: QuotedAmounts): number {
  return quantity * Math.max(unitPriceMinor, listPriceMinor ?? 0);
}

// Two decimals of a percent are as fine as a limit is ever set.
const percentScale = 100;

/** The most that `percent` allows to take off a line; rounded down, so that a limit is never passed by a rounding. */
export function mostReduction(line: QuotedAmounts, percent: number): number {
  const scaled = BigInt(Math.round(percent * percentScale));
  return Number((BigInt(fullPriceOf(line)) * scaled) / BigInt(100 * percentScale));
}

/**
 * What is taken off a line in all: the discount, and what the unit price lies below the catalogue's. Both are the same
 * favour to the customer, so that a lower price cannot go round the limit.
 */
export function reductionOf(line: QuotedAmounts): number {
  return fullPriceOf(line) - quotedLineTotal(line);
}

/** True when the role's limit allows what is taken off the line. */
export function isWithinLimit(line: QuotedAmounts, percent: number): boolean {
  return reductionOf(line) <= mostReduction(line, percent);
}

/** The limit of a role in percent; whoever may not quote has none. */
export function discountLimitOf(role: string, rules: QuotationRules): number {
  if (role === 'manager') return rules.managerPercent;
  return role === 'advisor' ? rules.advisorPercent : 0;
}

/** An offer as its state needs it. */
export interface QuotationStanding {
  readonly status: QuotationStatus;
  readonly expiresOn: CivilDate;
  readonly isSuperseded: boolean;
  readonly isSold: boolean;
}

/** How the offer stands on a day. The last day still counts. A draft has not been offered and cannot run out. */
export function quotationState(offer: QuotationStanding, today: CivilDate): QuotationState {
  if (offer.isSuperseded) return 'revised';
  if (offer.isSold) return 'sold';
  if (offer.status === 'sent' && offer.expiresOn < today) return 'expired';
  return offer.status;
}

/** True for a sent offer whose last day is today or within `days`. */
export function isRunningOut(offer: QuotationStanding, today: CivilDate, days: number): boolean {
  return quotationState(offer, today) === 'sent' && offer.expiresOn <= addDays(today, days);
}

/** The number people read: the first version has the plain one, later ones say which they are. */
export function quotationNumber(number: string, revision: number): string {
  return revision === 1 ? number : `${number}-${revision}`;
}
