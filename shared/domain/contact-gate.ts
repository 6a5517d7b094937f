/**
 * May we write or call to sell, now? The law first (permission), then the house's own restraint: not more than so many
 * selling contacts in so many days over all channels, and none while a complaint is open or a repair is late.
 */

import type { ContactVerdict, PermissionReason } from './consent';
import type { Instant } from './dates';

/** Why selling rests. */
export const PAUSES = ['open-complaint', 'late-repair'] as const;
export type Pause = (typeof PAUSES)[number];

/** What stands in the way and can be overridden with a reason. */
export const OBSTACLES = ['pressure', ...PAUSES] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export interface PressureRules {
  /** Most selling contacts within the days; 0 means none without a reason. */
  readonly most: number;
  readonly days: number;
}

export const DEFAULT_PRESSURE: PressureRules = { most: 2, days: 30 };

export interface GateFacts {
  /** Null where the way needs no permission (face to face). */
  readonly permission: Pick<ContactVerdict, 'ok' | 'reason' | 'firstUseNoticeDue'> | null;
  /** When the selling contacts took place, by whatever way. */
  readonly sellingAt: readonly Instant[];
  readonly pauses: readonly Pause[];
  readonly rules: PressureRules;
  readonly now: Instant;
}

export interface Pressure {
  /** Selling contacts within the days. */
  readonly count: number;
  readonly most: number;
  readonly days: number;
  /** When the next one fits; null where it fits now, or never does. */
  readonly freeAt: Instant | null;
}

export interface GateVerdict {
  /** `closed` is the law: no reason opens it. */
  readonly state: 'open' | 'needs-reason' | 'closed';
  /** Why it is closed; null otherwise. */
  readonly reason: PermissionReason | null;
  readonly obstacles: readonly Obstacle[];
  readonly pressure: Pressure;
  /** The message must tell of the right to opt out (s.35F). */
  readonly firstUseNoticeDue: boolean;
}

const dayMs = 86_400_000;

/** How much was sold at one customer lately; a contact leaves the count when its days are full. */
export function pressureOf(
  sellingAt: readonly Instant[],
  { most, days }: PressureRules,
  now: Instant,
): Pressure {
  const length = days * dayMs;
  // A clock that was wrong once may have left contacts in the future: they count, too.
  const recent = sellingAt.filter((at) => at > now - length).sort((a, b) => b - a);
  const blocking = most > 0 ? recent[most - 1] : undefined;
  return { count: recent.length, most, days, freeAt: blocking === undefined ? null : blocking + length };
}

/** The verdict on a selling contact; a service contact needs none. */
export function contactGate({ permission, sellingAt, pauses, rules, now }: GateFacts): GateVerdict {
  const pressure = pressureOf(sellingAt, rules, now);
  const obstacles = OBSTACLES.filter((obstacle) =>
    obstacle === 'pressure' ? pressure.count >= rules.most : pauses.includes(obstacle),
  );
  const isClosed = permission !== null && !permission.ok;
  return {
    state: isClosed ? 'closed' : obstacles.length > 0 ? 'needs-reason' : 'open',
    reason: isClosed ? permission.reason : null,
    obstacles,
    pressure,
    firstUseNoticeDue: !isClosed && permission?.firstUseNoticeDue === true,
  };
}
