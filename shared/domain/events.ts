/** Events of the shop and of its customers: who may be invited how, how many are expected, what came of it. */

import type { PermissionReason } from './consent';
import type { ContactChannel } from './contact-channels';
import type { Obstacle } from './contact-gate';
import { addDays, type CivilDate, type Instant, startOfDay } from './dates';
import { shopTimeOf } from './promises';

/** What the shop puts on. */
export const EVENT_KINDS = [
  'launch',
  'exhibition',
  'dinner',
  'workshop',
  'private-viewing',
  'club',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What customers put on or celebrate. */
export const OWN_EVENT_KINDS = [
  'wedding',
  'engagement',
  'party',
  'opening',
  'exhibition',
  'club-dinner',
  'performance',
  'graduation',
  'other',
] as const;
export type OwnEventKind = (typeof OWN_EVENT_KINDS)[number];

/** Ways by which an invitation goes out; every one of them is direct marketing and needs permission. */
export const INVITATION_WAYS = [
  'whatsapp',
  'email',
  'letter',
  'phone',
] as const satisfies readonly ContactChannel[];
export type InvitationWay = (typeof INVITATION_WAYS)[number];

/** How a guest can be asked: also face to face, which needs no permission. */
export const ASKED_BY = [...INVITATION_WAYS, 'in-person'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

export const REPLIES = ['coming', 'maybe', 'not-coming'] as const;
export type Reply = (typeof REPLIES)[number];

/** Most guests on one list: beyond that it is a campaign. */
export const mostGuests = 600;
/** Persons one invitation may bring. */
export const mostPersons = 20;
/** Purchases so many days after an event are looked at beside it. */
export const salesDays = 60;
/** Whoever came is to be heard of within so many days. */
export const followUpDays = 30;
/** Answers are asked for so many days before, where nobody says otherwise. */
export const usualAnswerDays = 5;

/** The day by which answers are asked for; never after the event. */
export function answerByOf(startsOn: CivilDate, daysBefore: number): CivilDate {
  return addDays(startsOn, -Math.max(0, daysBefore));
}

export type EventStage = 'coming' | 'on' | 'past' | 'cancelled';

/** Doors open this long before the beginning. */
const doorsMs = 2 * 3_600_000;

/** Where an event stands: from two hours before the beginning to its end it is on. */
export function eventStageOf(
  event: { readonly isCancelled: boolean; readonly startsAt: Instant; readonly endsAt: Instant },
  now: Instant,
): EventStage {
  if (event.isCancelled) return 'cancelled';
  if (now > event.endsAt) return 'past';
  return now >= event.startsAt - doorsMs ? 'on' : 'coming';
}

/** One way to reach one guest. */
export interface GuestWay {
  readonly way: InvitationWay;
  readonly hasAddress: boolean;
  readonly isPermitted: boolean;
  /** Why it is, or is not, permitted. */
  readonly reason: PermissionReason;
}

export interface GuestVerdict {
  /**
   * `may-invite`: by at least one way. `resting`: permitted, but the house's own restraint asks for a reason.
   * `no-address`: permitted only by ways for which the record has nothing. `in-person`: may only be asked face to face.
   */
  readonly state: 'may-invite' | 'resting' | 'no-address' | 'in-person';
  /** Ways that are permitted and for which the record has an address. */
  readonly ways: readonly InvitationWay[];
  /** Why nothing may be sent; null where something may. */
  readonly reason: PermissionReason | null;
  readonly obstacles: readonly Obstacle[];
}

/** A refusal tells more than silence, and what was said about one way more than what was never asked. */
const tellingFirst: readonly PermissionReason[] = [
  'SUPPRESSED',
  'WITHDRAWN',
  'DECLINED',
  'MINOR_NEEDS_PARENT',
  'ORAL_AWAITING_CONFIRMATION',
  'ORAL_NOT_CONFIRMED',
  'NO_NOTICE',
  'DATA_KIND_NOT_COVERED',
  'THINKING',
  'IMPORTED_CLAIM_ONLY',
  'NEVER_ASKED',
];

/** May this guest be written to or called about an event: the law first, then what the record has, then the house's restraint. */
export function guestVerdict(ways: readonly GuestWay[], obstacles: readonly Obstacle[]): GuestVerdict {
  const permitted = ways.filter(({ isPermitted }) => isPermitted);
  const usable = permitted.filter(({ hasAddress }) => hasAddress).map(({ way }) => way);
  if (permitted.length === 0) {
    const reasons = ways.map(({ reason }) => reason);
    const reason = tellingFirst.find((one) => reasons.includes(one)) ?? reasons[0] ?? 'NEVER_ASKED';
    return { state: 'in-person', ways: [], reason, obstacles };
  }
  if (usable.length === 0) return { state: 'no-address', ways: [], reason: null, obstacles };
  return { state: obstacles.length > 0 ? 'resting' : 'may-invite', ways: usable, reason: null, obstacles };
}

/** One guest as the figures count them. */
export interface CountedGuest {
  readonly isWalkIn: boolean;
  readonly isInvited: boolean;
  readonly reply: Reply | null;
  readonly persons: number | null;
  readonly arrivedPersons: number | null;
}

export interface GuestFigures {
  readonly guests: number;
  readonly invited: number;
  readonly coming: number;
  readonly maybe: number;
  readonly notComing: number;
  /** Invited, and nobody has heard. */
  readonly unanswered: number;
  /** Persons of those who said that they come. */
  readonly expectedPersons: number;
  /** Guests who came, walk-ins included. */
  readonly here: number;
  readonly herePersons: number;
  /** Persons beyond what was announced: more than said, nothing said, walk-ins, unnamed. */
  readonly extraPersons: number;
  /** Said that they come, and did not. */
  readonly missing: number;
}

/** How many are on the list, expected and here. `unnamed` are persons at the door whose names nobody asked. */
export function guestFigures(guests: readonly CountedGuest[], unnamed: number): GuestFigures {
  const answered = (reply: Reply) => guests.filter((guest) => guest.reply === reply);
  const coming = answered('coming');
  const here = guests.filter(({ arrivedPersons }) => arrivedPersons !== null);
  const persons = (of: readonly CountedGuest[], which: 'persons' | 'arrivedPersons') =>
    of.reduce((sum, guest) => sum + (guest[which] ?? 0), 0);
  const announced = (guest: CountedGuest) => (guest.reply === 'coming' ? (guest.persons ?? 1) : 0);
  const extra = here.reduce(
    (sum, guest) => sum + Math.max(0, (guest.arrivedPersons ?? 0) - announced(guest)),
    0,
  );
  return {
    guests: guests.filter(({ isWalkIn }) => !isWalkIn).length,
    invited: guests.filter(({ isInvited }) => isInvited).length,
    coming: coming.length,
    maybe: answered('maybe').length,
    notComing: answered('not-coming').length,
    unanswered: guests.filter(({ isInvited, reply }) => isInvited && reply === null).length,
    expectedPersons: persons(coming, 'persons'),
    here: here.length,
    herePersons: persons(here, 'arrivedPersons') + unnamed,
    extraPersons: extra + unnamed,
    missing: coming.filter(({ arrivedPersons }) => arrivedPersons === null).length,
  };
}

/** What one group of guests bought in the days after. */
export interface GroupSales {
  readonly customers: number;
  readonly buyers: number;
  /** What they spent less what they brought back, in minor units. */
  readonly netMinor: number;
}

/** Share of buyers and spend per head of a group; null where nobody is in it. */
export function perGuest({ customers, buyers, netMinor }: GroupSales): {
  readonly share: number | null;
  readonly meanMinor: number | null;
} {
  if (customers === 0) return { share: null, meanMinor: null };
  return { share: buyers / customers, meanMinor: Math.round(netMinor / customers) };
}

/** What a person who came cost; null while the cost or the persons are not known. */
export function costPerHead(spentMinor: number | null, persons: number): number | null {
  return spentMinor === null || persons === 0 ? null : Math.round(spentMinor / persons);
}

/** Minutes of 'HH:MM'. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The moment at which a shop's clock shows this day and time; on a day that changes its clocks, the one that shows it. */
export function momentOf(date: CivilDate, time: string, timeZone: string): Instant {
  const at = startOfDay(date, timeZone) + minutesOf(time) * 60_000;
  const shown = shopTimeOf(at, timeZone);
  if (shown.date !== date) return at;
  return at + (minutesOf(time) - minutesOf(shown.time)) * 60_000;
}
