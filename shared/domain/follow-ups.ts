/** What follows a purchase or a repair by itself, from rules the manager writes. */

import type { CivilDate } from './dates';
import { type CadenceUnit, laterBy } from './plans';

export const FOLLOW_UP_KINDS = ['thank-you', 'fit-check', 'care', 'anniversary', 'other'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const FOLLOW_UP_AFTER = ['purchase', 'repair'] as const;
export type FollowUpAfter = (typeof FOLLOW_UP_AFTER)[number];

/** Whoever sold (or took the repair in), or the customer's advisor. */
export const FOLLOW_UP_OWNERS = ['seller', 'advisor'] as const;
export type FollowUpOwner = (typeof FOLLOW_UP_OWNERS)[number];

/** How a follow-up stands; `dropped` is what the app says of one whose purchase was taken back. */
export const FOLLOW_UP_STATES = ['open', 'done', 'skipped', 'dropped'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Longest delay, in its unit. */
export const mostDelay = 1100;

export interface FollowUpRule {
  /** Of the version in force. */
  readonly versionId: string;
  readonly ruleId: string;
  readonly after: FollowUpAfter;
  readonly delay: number;
  readonly unit: CadenceUnit;
  /** Empty: everything. */
  readonly categories: readonly string[];
  readonly who: FollowUpOwner;
  readonly isOn: boolean;
  readonly startsOn: CivilDate;
}

/** What happened: a purchase or the end of a repair, with the categories of the goods. */
export interface FollowUpCause {
  readonly after: FollowUpAfter;
  readonly on: CivilDate;
  /** Goods by category; null where the line is not of the catalogue. */
  readonly goods: readonly { readonly category: string | null; readonly name: string }[];
}

export interface DueFollowUp {
  readonly rule: FollowUpRule;
  readonly dueOn: CivilDate;
  /** The goods it is about. */
  readonly about: string;
}

/** One follow-up for each rule that is on, has begun, and is about some of the goods; of several goods the first names it. */
export function followUpsOf(
  rules: readonly FollowUpRule[],
  { after, on, goods }: FollowUpCause,
): DueFollowUp[] {
  return rules.flatMap((rule) => {
    if (!rule.isOn || rule.after !== after || on < rule.startsOn) return [];
    const [first] = goods.filter(
      ({ category }) =>
        rule.categories.length === 0 || (category !== null && rule.categories.includes(category)),
    );
    if (!first) return [];
    return [{ rule, dueOn: laterBy(on, { every: rule.delay, unit: rule.unit }), about: first.name }];
  });
}
