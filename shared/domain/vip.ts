/** Who may be invited to the VIP programme and why; every threshold and pause is the shop's own setting. */

import { addDays, addMonths, type CivilDate } from './dates';

export interface VipRules {
  /** Null: this measure does not count. With all three null the programme is open to every customer. */
  readonly minLifetimeMinor: number | null;
  readonly minLast24MonthsMinor: number | null;
  readonly minVisits: number | null;
  /** One threshold is enough, or all of them must be reached. */
  readonly match: 'any' | 'all';
  /** Months for which a "no" is respected before anybody asks again. */
  readonly declinedPauseMonths: number;
  /** Days after which somebody who wanted to think is asked again. */
  readonly thinkingFollowUpDays: number;
  readonly pauseOnOpenComplaint: boolean;
}

export const DEFAULT_VIP_RULES: VipRules = {
  minLifetimeMinor: 5_000_000,
  minLast24MonthsMinor: 2_000_000,
  minVisits: 3,
  match: 'any',
  declinedPauseMonths: 12,
  thinkingFollowUpDays: 14,
  pauseOnOpenComplaint: true,
};

export interface VipInvitation {
  readonly outcome: 'accepted' | 'declined' | 'thinking';
  readonly on: CivilDate;
  /** The day the customer named ("ask me after New Year"): goes before the shop's rule. */
  readonly askAgainOn?: CivilDate | null;
}

export interface VipFacts {
  readonly today: CivilDate;
  readonly lifetimeMinor: number;
  readonly last24MonthsMinor: number;
  readonly visits: number;
  readonly openComplaints: number;
  readonly isMember: boolean;
  readonly lastInvitation: VipInvitation | null;
}

/** A reason as a code and its figures; the screen has the words in every language. */
export type VipReason =
  | {
      readonly code: 'SPEND_LIFETIME' | 'SPEND_LAST_24_MONTHS';
      readonly params: { readonly minor: number; readonly thresholdMinor: number };
    }
  | { readonly code: 'VISITS'; readonly params: { readonly visits: number; readonly threshold: number } }
  | { readonly code: 'OPEN_TO_ALL'; readonly params: Record<string, never> }
  | { readonly code: 'FOLLOW_UP_DUE'; readonly params: { readonly since: CivilDate } };

export type VipNotYet =
  | {
      readonly code: 'SPEND_LIFETIME_SHORT' | 'SPEND_LAST_24_MONTHS_SHORT';
      readonly params: { readonly missingMinor: number; readonly thresholdMinor: number };
    }
  | {
      readonly code: 'VISITS_SHORT';
      readonly params: { readonly missing: number; readonly threshold: number };
    }
  | { readonly code: 'ALREADY_MEMBER'; readonly params: Record<string, never> }
  | { readonly code: 'OPEN_COMPLAINT'; readonly params: { readonly count: number } }
  | { readonly code: 'DECLINED_UNTIL'; readonly params: { readonly until: CivilDate } }
  | { readonly code: 'THINKING_UNTIL'; readonly params: { readonly until: CivilDate } };

export interface VipEligibility {
  readonly eligible: boolean;
  /** What speaks for an invitation, also where something else still stands against it. */
  readonly reasons: readonly VipReason[];
  /** Thresholds not reached and pauses to respect. */
  readonly notYet: readonly VipNotYet[];
}

/** What forbids asking today, whatever was spent. */
function pauses(facts: VipFacts, rules: VipRules): VipNotYet[] {
  const found: VipNotYet[] = [];
  if (facts.isMember) found.push({ code: 'ALREADY_MEMBER', params: {} });
  if (rules.pauseOnOpenComplaint && facts.openComplaints > 0) {
    found.push({ code: 'OPEN_COMPLAINT', params: { count: facts.openComplaints } });
  }
  const last = facts.lastInvitation;
  if (last?.outcome === 'declined') {
    const until = last.askAgainOn ?? addMonths(last.on, rules.declinedPauseMonths);
    if (facts.today < until) found.push({ code: 'DECLINED_UNTIL', params: { until } });
  }
  if (last?.outcome === 'thinking') {
    const until = last.askAgainOn ?? addDays(last.on, rules.thinkingFollowUpDays);
    if (facts.today < until) found.push({ code: 'THINKING_UNTIL', params: { until } });
  }
  return found;
}

export function vipEligibility(facts: VipFacts, rules: VipRules = DEFAULT_VIP_RULES): VipEligibility {
  const reasons: VipReason[] = [];
  const short: VipNotYet[] = [];

  const spend = [
    { name: 'SPEND_LIFETIME', minor: facts.lifetimeMinor, thresholdMinor: rules.minLifetimeMinor },
    {
      name: 'SPEND_LAST_24_MONTHS',
      minor: facts.last24MonthsMinor,
      thresholdMinor: rules.minLast24MonthsMinor,
    },
  ] as const;
  for (const { name, minor, thresholdMinor } of spend) {
    if (thresholdMinor === null) continue;
    if (minor >= thresholdMinor) reasons.push({ code: name, params: { minor, thresholdMinor } });
    else
      short.push({ code: `${name}_SHORT`, params: { missingMinor: thresholdMinor - minor, thresholdMinor } });
  }
  if (rules.minVisits !== null) {
    const { visits } = facts;
    const threshold = rules.minVisits;
    if (visits >= threshold) reasons.push({ code: 'VISITS', params: { visits, threshold } });
    else short.push({ code: 'VISITS_SHORT', params: { missing: threshold - visits, threshold } });
  }

  if (reasons.length === 0 && short.length === 0) reasons.push({ code: 'OPEN_TO_ALL', params: {} });
  const qualified = rules.match === 'all' ? short.length === 0 : reasons.length > 0;
  const paused = pauses(facts, rules);
  const eligible = qualified && paused.length === 0;
  if (eligible && facts.lastInvitation?.outcome === 'thinking') {
    reasons.push({ code: 'FOLLOW_UP_DUE', params: { since: facts.lastInvitation.on } });
  }
  return { eligible, reasons, notYet: [...paused, ...short] };
}

export interface Tier {
  readonly code: string;
  readonly fromMinor: number;
}

export interface TierResult {
  readonly tier: Tier | null;
  readonly next: Tier | null;
  /** What is missing to the next tier; null at the top. */
  readonly missingMinor: number | null;
}

/** The highest tier whose threshold the spend reaches. */
export function tierFor(spendMinor: number, tiers: readonly Tier[]): TierResult {
  const ascending = [...tiers].sort((a, b) => a.fromMinor - b.fromMinor);
  const tier = ascending.filter((candidate) => candidate.fromMinor <= spendMinor).at(-1) ?? null;
  const next = ascending.find((candidate) => candidate.fromMinor > spendMinor) ?? null;
  return { tier, next, missingMinor: next ? next.fromMinor - spendMinor : null };
}
