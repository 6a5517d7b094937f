/**
 * Relationship programmes: a goal with a number, an audience, and a comparison group held out by lot; what came of it, with
 * the uncertainty that so many people leave.
 */

import { addDays, type CivilDate } from './dates';

/** What a programme is measured by: who buys again, what is spent, who comes. */
export const GOAL_KINDS = ['repeat', 'spend', 'attendance'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** What a programme does. */
export const ACTION_KINDS = ['campaign', 'event', 'call', 'promise', 'gift', 'other'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const PROGRAMME_STATES = ['draft', 'running', 'closed'] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** Share held out where nobody chooses another, in percent; and the bounds. */
export const usualHeldOutPercent = 20;
export const heldOutBounds = { least: 5, most: 50 } as const;
/** Customers of one audience: more than this cannot be frozen in one step. */
export const largestAudience = 20_000;
/** Fewer than this in the smaller group tell little: the result says so. */
export const fewestToTell = 30;

/** The last day that counts towards the goal. */
export function lastDayOf(startsOn: CivilDate, goalDays: number): CivilDate {
  return addDays(startsOn, goalDays);
}

// The lot.

/** Says how the lot was drawn, so that it can be drawn again in years to come. */
export const lotMethod = 'sorted ids; Fisher–Yates (Durstenfeld 1964); mulberry32; first share held out';

/** Mulberry32 by Tommy Ettinger (public domain): one 32-bit seed gives one sequence on every machine. Numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of an audience are held out: the share, rounded, and at least one where there are two. */
export function heldOutCount(audience: number, percent: number): number {
  if (audience < 2) return 0;
  return Math.min(audience - 1, Math.max(1, Math.round((audience * percent) / 100)));
}

/**
 * Who is held out, by lot. The same people, share and seed give the same answer, in whatever order the people come: a
 * Fisher–Yates shuffle (R. Durstenfeld, "Algorithm 235: Random permutation", Comm. ACM 7, 1964) of the sorted ids.
 */
export function drawHeldOut(ids: readonly string[], percent: number, seed: number): Set<string> {
  const drawn = [...ids].sort();
  const random = seededRandom(seed);
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    [drawn[last], drawn[at]] = [drawn[at] as string, drawn[last] as string];
  }
  return new Set(drawn.slice(0, heldOutCount(drawn.length, percent)));
}

// What came of it.

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of a two-sided 95 % interval. */
const z95 = 1.959963984540054;

/**
 * The score interval for one proportion, 95 %: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", J. Am. Stat. Assoc. 22 (1927). Unlike the usual formula it stays between 0 and 1 and holds for few people.
 */
export function wilsonInterval(hits: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const square = z95 * z95;
  const middle = 2 * hits + square;
  const spread = z95 * Math.sqrt(square + (4 * hits * (of - hits)) / of);
  const whole = 2 * (of + square);
  return {
    low: hits === 0 ? 0 : (middle - spread) / whole,
    high: hits === of ? 1 : (middle + spread) / whole,
  };
}

export interface Counted {
  readonly hits: number;
  readonly of: number;
}

/**
 * The 95 % interval for the difference of two proportions, first less second: R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998), method 10,
 * made of two Wilson intervals.
 */
export function newcombeInterval(first: Counted, second: Counted): Interval {
  const [p, q] = [shareOf(first), shareOf(second)];
  const [a, b] = [wilsonInterval(first.hits, first.of), wilsonInterval(second.hits, second.of)];
  const difference = p - q;
  return {
    low: Math.max(-1, difference - Math.hypot(p - a.low, b.high - q)),
    high: Math.min(1, difference + Math.hypot(a.high - p, q - b.low)),
  };
}

const shareOf = ({ hits, of }: Counted) => (of === 0 ? 0 : hits / of);

/** Mean and unbiased variance of some values. */
export function meanAndVariance(values: readonly number[]): { mean: number; variance: number } {
  if (values.length === 0) return { mean: 0, variance: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: values.length < 2 ? 0 : squares / (values.length - 1) };
}

/**
 * The 95 % interval for the difference of two means, first less second, with unequal variances: B. L. Welch, "The
 * generalization of 'Student's' problem when several different population variances are involved", Biometrika 34 (1947), with
 * the degrees of freedom of F. E. Satterthwaite (Biometrics 2, 1946). Null where one group has fewer than two people.
 */
export function welchInterval(first: readonly number[], second: readonly number[]): Interval | null {
  if (first.length < 2 || second.length < 2) return null;
  const [a, b] = [meanAndVariance(first), meanAndVariance(second)];
  const [u, v] = [a.variance / first.length, b.variance / second.length];
  const difference = a.mean - b.mean;
  if (u + v === 0) return { low: difference, high: difference };
  const freedom = (u + v) ** 2 / (u ** 2 / (first.length - 1) + v ** 2 / (second.length - 1));
  const half = studentQuantile95(freedom) * Math.sqrt(u + v);
  return { low: difference - half, high: difference + half };
}

/** The 95 % interval for one mean by Student's t; the mean itself where nothing can be said. */
export function meanInterval(values: readonly number[]): Interval {
  const { mean, variance } = meanAndVariance(values);
  if (values.length < 2) return { low: mean, high: mean };
  const half = studentQuantile95(values.length - 1) * Math.sqrt(variance / values.length);
  return { low: mean - half, high: mean + half };
}

/** The quantile t with P(|T| < t) = 0.95 for so many degrees of freedom, by halving an interval that holds it. */
export function studentQuantile95(freedom: number): number {
  let [low, high] = [0, 2000];
  for (let round = 0; round < 100; round += 1) {
    const middle = (low + high) / 2;
    // P(|T| > t) is the regularised incomplete beta function at ν/(ν+t²).
    const outside = incompleteBeta(freedom / (freedom + middle * middle), freedom / 2, 0.5);
    if (outside > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function by Lentz's continued fraction (Press et al., Numerical Recipes, 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  // The fraction converges quickly on one side only; the other follows by symmetry.
  if (x >= (a + 1) / (a + b + 2)) return 1 - (front * betaFraction(1 - x, b, a)) / b;
  return (front * betaFraction(x, a, b)) / a;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const kept = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let step = 1; step <= 500; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const change = d * c;
    result *= change;
    if (Math.abs(change - 1) < 1e-14) break;
  }
  return result;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function for positive numbers, by Lanczos' approximation (g = 7, nine terms). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const series = lanczos.reduce(
    (sum, term, index) => sum + term / (shifted + index + 1),
    0.99999999999980993,
  );
  const t = shifted + lanczos.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** One group's figure with its interval. */
export interface Estimate extends Interval {
  readonly people: number;
  /** A share between 0 and 1, or a mean in minor units. */
  readonly value: number;
}

export interface Comparison {
  readonly treated: Estimate;
  readonly heldOut: Estimate;
  /** Treated less held out; null where a group has nobody to compare. */
  readonly difference: (Interval & { readonly value: number }) | null;
  /** `chance`: the interval of the difference holds zero. */
  readonly verdict: 'more' | 'less' | 'chance' | 'unknown';
  /** So few in one group that even a large difference would hardly show. */
  readonly isThin: boolean;
}

/** Shares of two groups beside each other, first those of the programme. */
export function compareShares(treated: Counted, heldOut: Counted): Comparison {
  const isComparable = treated.of > 0 && heldOut.of > 0;
  return comparisonOf(
    { people: treated.of, value: shareOf(treated), ...wilsonInterval(treated.hits, treated.of) },
    { people: heldOut.of, value: shareOf(heldOut), ...wilsonInterval(heldOut.hits, heldOut.of) },
    isComparable ? newcombeInterval(treated, heldOut) : null,
  );
}

/** Means of two groups beside each other, first that of the programme. */
export function compareMeans(treated: readonly number[], heldOut: readonly number[]): Comparison {
  const estimate = (values: readonly number[]): Estimate => {
    const { low, high } = meanInterval(values);
    // A mean of amounts of which none is negative cannot be.
    const isPositive = values.every((value) => value >= 0);
    return {
      people: values.length,
      value: meanAndVariance(values).mean,
      low: isPositive ? Math.max(0, low) : low,
      high,
    };
  };
  return comparisonOf(estimate(treated), estimate(heldOut), welchInterval(treated, heldOut));
}

function comparisonOf(treated: Estimate, heldOut: Estimate, interval: Interval | null): Comparison {
  const isThin = Math.min(treated.people, heldOut.people) < fewestToTell;
  if (!interval) return { treated, heldOut, difference: null, verdict: 'unknown', isThin };
  const verdict = interval.low > 0 ? 'more' : interval.high < 0 ? 'less' : 'chance';
  return {
    treated,
    heldOut,
    difference: { value: treated.value - heldOut.value, ...interval },
    verdict,
    isThin,
  };
}

/**
 * Where a figure stands on the picture of a result, from 0 at its left edge to 1 at its right: wide enough for every interval
 * and the goal, and from zero on where nothing is below it.
 */
export function intervalScale(estimates: readonly Interval[], goal: number): (value: number) => number {
  const low = Math.min(0, goal, ...estimates.map((estimate) => estimate.low));
  const high = Math.max(goal, ...estimates.map((estimate) => estimate.high)) * 1.05;
  const width = high - low;
  return (value) => (width <= 0 ? 0 : Math.min(1, Math.max(0, (value - low) / width)));
}
