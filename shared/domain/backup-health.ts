import { type CivilDate, daysBetween } from './dates';

/** A place for copies and how its last ones went. */
export interface PlaceHistory {
  readonly id: string;
  readonly label: string;
  /** The shop's day of the newest copy that was proved; null where there is none. */
  readonly newestDay: CivilDate | null;
  /** Why the last attempt failed, as an error code; null when it did not. */
  readonly lastError: string | null;
}

/** A practice restore: the last one. */
export interface LastDrill {
  readonly day: CivilDate;
  readonly isPassed: boolean;
}

export interface BackupHistory {
  readonly today: CivilDate;
  /** The day the shop was set up. */
  readonly since: CivilDate;
  readonly places: readonly PlaceHistory[];
  readonly lastDrill: LastDrill | null;
}

export const backupProblemKinds = [
  'no-places',
  'never',
  'old',
  'failed',
  'one-place',
  'drill-failed',
  'drill-due',
] as const;
export type BackupProblemKind = (typeof backupProblemKinds)[number];

/** `danger`: a loss today would be a loss for good; `warning`: one more mishap away from that; `notice`: due. */
export type BackupSeverity = 'danger' | 'warning' | 'notice';

export interface BackupProblem {
  readonly kind: BackupProblemKind;
  readonly severity: BackupSeverity;
  /** The place it is about; null for the shop as a whole. */
  readonly placeId: string | null;
  readonly label: string | null;
  /** Age of the newest copy in days, where it matters. */
  readonly days: number | null;
  /** Error code of the last attempt, where it failed. */
  readonly code: string | null;
}

/** A copy of yesterday's close is as it should be: today's is made this evening. */
const oldAfterDays = 1;
const drillEveryDays = 31;

/**
 * What is wrong with the shop's backups today, worst first; empty when all is well. A newest copy "of the future"
 * (the clock was wrong) counts as old: nobody knows when it was made.
 */
export function backupProblems(history: BackupHistory): BackupProblem[] {
  const { places } = history;
  if (places.length === 0) return [{ ...blank, kind: 'no-places', severity: 'danger' }];
  const anyGood = places.some((place) => isRecent(place, history.today));
  const problems = places.flatMap((place) => placeProblems(place, history.today, anyGood));
  if (places.length === 1) problems.push({ ...blank, kind: 'one-place', severity: 'warning' });
  problems.push(...drillProblems(history));
  return problems.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const order: readonly BackupSeverity[] = ['danger', 'warning', 'notice'];
const blank = { placeId: null, label: null, days: null, code: null };

function isRecent({ newestDay }: PlaceHistory, today: CivilDate): boolean {
  if (newestDay === null) return false;
  const age = daysBetween(newestDay, today);
  return age >= 0 && age <= oldAfterDays;
}

function placeProblems(place: PlaceHistory, today: CivilDate, anyGood: boolean): BackupProblem[] {
  const { id: placeId, label, newestDay, lastError: code } = place;
  const severity = anyGood ? 'warning' : 'danger';
  const about = { ...blank, placeId, label, severity } as const;
  const days = newestDay === null ? null : Math.abs(daysBetween(newestDay, today));
  if (code !== null) return [{ ...about, kind: 'failed', code, days }];
  if (newestDay === null) return [{ ...about, kind: 'never' }];
  return isRecent(place, today) ? [] : [{ ...about, kind: 'old', days }];
}

function drillProblems({ lastDrill, today, since, places }: BackupHistory): BackupProblem[] {
  if (places.every((place) => place.newestDay === null)) return [];
  if (lastDrill && !lastDrill.isPassed) return [{ ...blank, kind: 'drill-failed', severity: 'danger' }];
  const days = daysBetween(lastDrill?.day ?? since, today);
  if (days < drillEveryDays) return [];
  return [{ ...blank, kind: 'drill-due', severity: 'notice', days: lastDrill ? days : null }];
}
