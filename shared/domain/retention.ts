import { type CivilDate, daysBetween } from './dates';

/** A copy as retention sees it. */
export interface KeptCopy {
  readonly id: string;
  /** The shop's civil day it was made on. */
  readonly day: CivilDate;
  /** Order of making: a clock that was wrong for a day must not make an old copy the newest. */
  readonly sequence: number;
  readonly isVerified: boolean;
}

/** How many copies of each age stay. */
export interface RetentionRule {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export const defaultRetention: RetentionRule = { daily: 7, weekly: 5, monthly: 12 };

/**
 * The ids of the copies that may be deleted. Of the verified copies the newest of each of the last `daily` days,
 * `weekly` weeks (Monday to Sunday) and `monthly` months that have one stay; the newest verified copy always stays;
 * an unverified copy goes only once a newer verified one exists.
 */
export function copiesToDelete(
  copies: readonly KeptCopy[],
  rule: RetentionRule = defaultRetention,
): string[] {
  const newestFirst = [...copies].sort((a, b) => b.sequence - a.sequence);
  const verified = newestFirst.filter((copy) => copy.isVerified);
  const newest = verified[0];
  if (!newest) return [];
  const kept = new Set<string>([newest.id]);
  keepNewestOfEach(verified, (copy) => copy.day, rule.daily, kept);
  keepNewestOfEach(verified, (copy) => weekOf(copy.day), rule.weekly, kept);
  keepNewestOfEach(verified, (copy) => copy.day.slice(0, 7), rule.monthly, kept);
  return newestFirst
    .filter((copy) => (copy.isVerified ? !kept.has(copy.id) : copy.sequence < newest.sequence))
    .map((copy) => copy.id);
}

function keepNewestOfEach(
  newestFirst: readonly KeptCopy[],
  periodOf: (copy: KeptCopy) => string,
  count: number,
  kept: Set<string>,
): void {
  const seen = new Set<string>();
  for (const copy of newestFirst) {
    const period = periodOf(copy);
    if (seen.has(period)) continue;
    if (seen.size >= count) return;
    seen.add(period);
    kept.add(copy.id);
  }
}

// 2000-01-03 was a Monday.
function weekOf(day: CivilDate): string {
  return String(Math.floor(daysBetween('2000-01-03', day) / 7));
}
