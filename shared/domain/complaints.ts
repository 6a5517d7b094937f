/** Complaint cases: what they may be about, the two clocks that run, and what a remedy may cost without a manager. */

import type { Instant } from './dates';
import { TOLD_CHANNELS } from './promises';

/** How a complaint reached the shop. */
export const COMPLAINT_SOURCES = [...TOLD_CHANNELS, 'feedback'] as const;
export type ComplaintSource = (typeof COMPLAINT_SOURCES)[number];

export const COMPLAINT_SUBJECTS = ['purchase', 'repair', 'staff', 'product', 'delivery', 'privacy'] as const;
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

/** From what annoys to what harms: money lost, data disclosed, somebody hurt. */
export const SEVERITIES = ['minor', 'serious', 'grave'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Why it happened, so that causes can be counted. */
export const COMPLAINT_CAUSES = [
  'product-fault',
  'workmanship',
  'late',
  'misinformation',
  'conduct',
  'price',
  'stock',
  'record',
  'misunderstanding',
  'outside',
] as const;
export type ComplaintCause = (typeof COMPLAINT_CAUSES)[number];

/** What a member of staff may add to a case that is open. */
export const COMPLAINT_STEPS = ['responded', 'investigated', 'step'] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];

/** Everything that can stand in the history of a case. */
export const COMPLAINT_EVENTS = [
  'received',
  ...COMPLAINT_STEPS,
  'severity',
  'handed-over',
  'escalated',
  'remedy-proposed',
  'remedy-agreed',
  'told',
  'closed',
  'satisfaction',
  'reopened',
] as const;
export type ComplaintEventKind = (typeof COMPLAINT_EVENTS)[number];

/** Hours from the receipt within which the customer hears from us, and within which the case is resolved. */
export interface Clock {
  readonly respondHours: number;
  readonly resolveHours: number;
}

export interface ComplaintRules {
  readonly clocks: Readonly<Record<Severity, Clock>>;
  /** What a remedy may cost, in minor units, without a manager. */
  readonly advisorLimitMinor: number;
  readonly serviceLimitMinor: number;
}

/** What holds until the manager changes it. */
export const DEFAULT_COMPLAINT_RULES: ComplaintRules = {
  clocks: {
    minor: { respondHours: 24, resolveHours: 7 * 24 },
    serious: { respondHours: 8, resolveHours: 5 * 24 },
    grave: { respondHours: 2, resolveHours: 2 * 24 },
  },
  advisorLimitMinor: 1_000_00,
  serviceLimitMinor: 1_000_00,
};

/** Whoever grants a remedy, by role. */
type Granter = 'advisor' | 'service' | 'manager';

const hourMs = 3_600_000;

/** When the customer must have heard from us, and when the case must be resolved: hours of the clock, nights included. */
export function dueOf(
  receivedAt: Instant,
  severity: Severity,
  { clocks }: Pick<ComplaintRules, 'clocks'>,
): { readonly respondBy: Instant; readonly resolveBy: Instant } {
  const { respondHours, resolveHours } = clocks[severity];
  return {
    respondBy: receivedAt + respondHours * hourMs,
    resolveBy: receivedAt + Math.max(respondHours, resolveHours) * hourMs,
  };
}

/** One case as its clocks need it. */
export interface ComplaintClocks {
  readonly respondBy: Instant;
  readonly resolveBy: Instant;
  readonly respondedAt: Instant | null;
  readonly closedAt: Instant | null;
}

export interface ClockStanding {
  /** The customer heard from us too late, or has not yet and the time is over. */
  readonly isResponseLate: boolean;
  readonly isResolutionLate: boolean;
  /** The instant to work towards now; null for a closed case. */
  readonly nextDue: Instant | null;
}

/** How a case stands against its two clocks. The very instant that was due is still in time. */
export function clockStanding(complaint: ComplaintClocks, now: Instant): ClockStanding {
  const { respondBy, resolveBy, respondedAt, closedAt } = complaint;
  const isOpen = closedAt === null;
  return {
    isResponseLate: (respondedAt ?? closedAt ?? now) > respondBy,
    isResolutionLate: (closedAt ?? now) > resolveBy,
    nextDue: isOpen ? (respondedAt === null ? respondBy : resolveBy) : null,
  };
}

/** What a remedy may cost when this role grants it; a manager needs nobody's approval. */
export function remedyLimit(role: Granter, rules: ComplaintRules): number {
  if (role === 'manager') return Number.POSITIVE_INFINITY;
  return role === 'service' ? rules.serviceLimitMinor : rules.advisorLimitMinor;
}

/** True when the role may grant a remedy of this cost, by its own limit or because a manager allowed that much before. */
export function mayGrant(
  costMinor: number,
  role: Granter,
  rules: ComplaintRules,
  approvedMinor: number | null,
): boolean {
  return costMinor <= Math.max(remedyLimit(role, rules), approvedMinor ?? 0);
}

/** How long open cases have been waiting, in the steps in which a shop looks at them. */
export const AGES = ['day', 'three-days', 'week', 'fortnight', 'older'] as const;
export type Age = (typeof AGES)[number];

/** The step into which a case falls that has been open for so many milliseconds. */
export function ageOf(openMs: number): Age {
  const days = openMs / (24 * hourMs);
  if (days < 1) return 'day';
  if (days < 3) return 'three-days';
  if (days < 7) return 'week';
  return days < 14 ? 'fortnight' : 'older';
}
