/** Scarce watches: by what those who wait are ranked, with the arithmetic of every line, and how fairly it went. */

import { type CivilDate, daysBetween } from './dates';

/** How the watch is meant, as the customer said. */
export const INTEREST_PURPOSES = ['wear', 'gift', 'collect', 'unsaid'] as const;
export type InterestPurpose = (typeof INTEREST_PURPOSES)[number];

/** How an interest stands, computed from its events and offers. */
export const INTEREST_STATES = ['waiting', 'offered', 'served', 'withdrawn'] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** How a piece stands: nobody holds an offer, somebody thinks, somebody said yes, sold, or given up. */
export const ALLOCATION_STATES = ['waiting', 'offered', 'accepted', 'sold', 'closed'] as const;
export type AllocationState = (typeof ALLOCATION_STATES)[number];

/** What came of an offer. */
export const OFFER_ANSWERS = ['accepted', 'declined', 'no-answer'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/** What the manager must be able to see beside a name; computed from the record, frozen with the offer. */
export const INTEREST_FLAGS = ['own-account', 'staff', 'family', 'resale'] as const;
export type InterestFlag = (typeof INTEREST_FLAGS)[number];

/** What may count, in the order in which it is shown. */
export const CRITERIA = [
  'waiting',
  'brand-spend',
  'total-spend',
  'years',
  'service',
  'vip',
  'wears',
  'not-offered',
  'resale',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What a criterion is counted in: whole months, minor units, whole years, jobs, or yes and no. */
export const CRITERION_UNITS = {
  waiting: 'months',
  'brand-spend': 'money',
  'total-spend': 'money',
  years: 'years',
  service: 'jobs',
  vip: 'yes',
  wears: 'yes',
  'not-offered': 'yes',
  resale: 'yes',
} as const satisfies Record<Criterion, string>;

/** A criterion as the manager wrote it. */
export interface WeightedCriterion {
  readonly code: Criterion;
  /** Points it gives at most; negative where it counts against. */
  readonly weight: number;
  /** The figure that earns the whole weight; more earns no more. */
  readonly full: number;
}

/** What the record says of one who waits, by criterion, in the criterion's unit. */
export type Figures = Readonly<Record<Criterion, number>>;

/** One who waits. */
export interface Candidate {
  readonly interestId: string;
  readonly registeredAt: number;
  readonly figures: Figures;
}

/** One line of the arithmetic: `percent` of `weight` are the points, in hundredths. */
export interface ScoreLine {
  readonly code: Criterion;
  readonly value: number;
  readonly full: number;
  readonly percent: number;
  readonly weight: number;
  readonly points: number;
}

/** A place on the list, with the arithmetic that led to it. */
export interface Ranked {
  readonly interestId: string;
  readonly rank: number;
  readonly points: number;
  readonly lines: readonly ScoreLine[];
}

/** What one criterion gives for a figure. Whole percents and whole weights, so that every reader gets the same sum. */
export function scoreLine({ code, weight, full }: WeightedCriterion, value: number): ScoreLine {
  const share = Math.min(Math.max(value, 0), full) / full;
  const percent = Math.round(share * 100);
  return { code, value, full, percent, weight, points: percent * weight };
}

/** The lines of one who waits, and what they come to in hundredths of a point. */
export function scoreOf(
  figures: Figures,
  criteria: readonly WeightedCriterion[],
): { readonly points: number; readonly lines: readonly ScoreLine[] } {
  const lines = criteria.map((criterion) => scoreLine(criterion, figures[criterion.code]));
  return { lines, points: lines.reduce((sum, line) => sum + line.points, 0) };
}

/**
 * Everybody who waits in their order: by points, and where they are equal, whoever registered first; two of the same
 * moment by the interest's id, which was given in that order. The same people and criteria give the same list always.
 */
export function rankCandidates(
  candidates: readonly Candidate[],
  criteria: readonly WeightedCriterion[],
): Ranked[] {
  return candidates
    .map((candidate) => ({ candidate, ...scoreOf(candidate.figures, criteria) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        a.candidate.registeredAt - b.candidate.registeredAt ||
        (a.candidate.interestId < b.candidate.interestId ? -1 : 1),
    )
    .map(({ candidate, points, lines }, index) => ({
      interestId: candidate.interestId,
      rank: index + 1,
      points,
      lines,
    }));
}

/** A place on the frozen list, as it stands now. */
export interface Place {
  readonly interestId: string;
  readonly rank: number;
  readonly state: InterestState;
  /** An offer of this piece was made to them already. */
  readonly wasOffered: boolean;
}

/** Who is next: the highest place that still waits and was not offered this piece; null where nobody is left. */
export function nextInLine<P extends Place>(places: readonly P[]): P | null {
  return places.reduce<P | null>(
    (best, place) =>
      place.state === 'waiting' && !place.wasOffered && (best === null || place.rank < best.rank)
        ? place
        : best,
    null,
  );
}

/**
 * Whom to ask once more where everybody on the list was asked: the highest place that still waits, whatever came of the offer
 * before; null while somebody has not been asked yet.
 */
export function nextAgain<P extends Place>(places: readonly P[]): P | null {
  if (nextInLine(places) !== null) return null;
  return nextInLine(places.map((place) => ({ ...place, wasOffered: false, place })))?.place ?? null;
}

/** How long the shop keeps an offered piece. */
export interface HoldRules {
  /** Days from the offer on; a hold that is extended beyond them is on the review list. */
  readonly usualDays: number;
}

export const DEFAULT_HOLD_RULES: HoldRules = { usualDays: 3 };

/** True where a hold reaches beyond what is usual, counted from the day of the offer. */
export function isBeyondUsual(offeredOn: CivilDate, until: CivilDate, { usualDays }: HoldRules): boolean {
  return daysBetween(offeredOn, until) > usualDays;
}

/** Whole months from one civil date to another; a month is full on the same day of the next. */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return months - (to.slice(8) < from.slice(8) ? 1 : 0);
}

/** What waiting came to, in days. */
export interface WaitStats {
  readonly count: number;
  /** The middle one; null where nobody waited. */
  readonly median: number | null;
  readonly longest: number | null;
}

/** The middle and the longest of the waits, in whole days; of an even number the mean of the two in the middle. */
export function waitStats(days: readonly number[]): WaitStats {
  const sorted = [...days].sort((a, b) => a - b);
  const { length } = sorted;
  if (length === 0) return { count: 0, median: null, longest: null };
  const upper = sorted[Math.floor(length / 2)] as number;
  const lower = sorted[Math.floor((length - 1) / 2)] as number;
  return { count: length, median: Math.round((lower + upper) / 2), longest: sorted[length - 1] as number };
}

/** Days somebody waited, never fewer than none. */
export function waitDays(from: CivilDate, to: CivilDate): number {
  return Math.max(0, daysBetween(from, to));
}
