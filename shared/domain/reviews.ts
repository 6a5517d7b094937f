/** Review meetings with important customers: how often, by the tier of the card, and what the agenda is made of. */

import { addMonths, type CivilDate } from './dates';

/** What of the record a point of the agenda came from; `own`: somebody wrote it. */
export const REVIEW_SOURCES = [
  'action',
  'purchases',
  'spend',
  'promise',
  'complaint',
  'job',
  'need',
  'feedback',
  'care',
  'date',
  'consent',
  'own',
] as const;
export type ReviewSource = (typeof REVIEW_SOURCES)[number];

export type ReviewStatus = 'planned' | 'held' | 'cancelled';

/** How often, in months by tier; a tier that is not listed has no meetings by rule. */
export interface ReviewRules {
  readonly months: Readonly<Record<string, number>>;
}

/** What holds until the manager changed it. */
export const DEFAULT_REVIEW_RULES: ReviewRules = { months: { gold: 12, diamond: 6 } };

/** How many days before its day a meeting, or that one is due, is told on Today. */
export const REVIEW_HORIZON_DAYS = 14;

/** How long after this day the next meeting is due, by the cadence of the tier; null where there is no rule. */
export function nextReviewOn(rules: ReviewRules, tier: string | null, from: CivilDate): CivilDate | null {
  const months = tier === null ? undefined : rules.months[tier];
  return months === undefined ? null : addMonths(from, months);
}

/** A point as somebody left it in the form. */
export interface EditedPoint {
  /** Null: a new one. */
  readonly id: string | null;
  readonly words: string;
  readonly isInternal: boolean;
}

/** What must be done so that the agenda is as it was left: in the order in which it was left. */
export interface AgendaChange {
  readonly added: readonly (EditedPoint & { readonly position: number })[];
  readonly kept: readonly (EditedPoint & { readonly id: string; readonly position: number })[];
  readonly removed: readonly string[];
}

/** Compares what stood with what was left; an id nobody knows counts as new. */
export function agendaChange(standing: readonly string[], edited: readonly EditedPoint[]): AgendaChange {
  const known = new Set(standing);
  const placed = edited.map((point, position) => ({ ...point, position }));
  const kept = placed.filter(
    (point): point is EditedPoint & { id: string; position: number } =>
      point.id !== null && known.has(point.id),
  );
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    kept,
    added: placed.filter(({ id }) => id === null || !known.has(id)),
    removed: standing.filter((id) => !keptIds.has(id)),
  };
}
