/**
 * The one function that says what consent permits today, computed from its append-only events and never stored.
 * Sections are those of Hong Kong's Personal Data (Privacy) Ordinance, Cap. 486, Part 6A. What is not settled law is
 * a value in `RegimeRules`, never a line of code. Events are ordered by their sequence: the clock may lie.
 */

import {
  CHANNELS,
  type Channel,
  type ConsentEvent,
  type ConsentForm,
  type ConsentScope,
  DATA_KIND_OF_CHANNEL,
  type DeclinedEvent,
  type GivenEvent,
  GOODS_CLASSES,
  type GoodsClass,
  type ImportedClaimEvent,
  PURPOSES,
  type Purpose,
  type Regime,
  type ThinkingEvent,
  type WithdrawnEvent,
} from './consent-events';
import type { Instant } from './dates';

export interface RegimeRules {
  /** Days within which oral consent must be confirmed in writing; null where the regime asks for none. */
  readonly oralConfirmationDays: number | null;
  readonly firstUseNotice: boolean;
  /** Forms in which consent to sharing counts. */
  readonly sharingForms: readonly ConsentForm[];
  readonly minorsNeedParent: boolean;
}

export const REGIME_RULES: Readonly<Record<Regime, RegimeRules>> = {
  'hk-pdpo': {
    oralConfirmationDays: 14,
    firstUseNotice: true,
    sharingForms: ['written'],
    minorsNeedParent: true,
  },
  gdpr: {
    oralConfirmationDays: null,
    firstUseNotice: true,
    sharingForms: ['written', 'electronic'],
    minorsNeedParent: true,
  },
  'uk-gdpr': {
    oralConfirmationDays: null,
    firstUseNotice: true,
    sharingForms: ['written', 'electronic'],
    minorsNeedParent: true,
  },
  'cn-pipl': {
    oralConfirmationDays: null,
    firstUseNotice: false,
    sharingForms: ['written', 'electronic'],
    minorsNeedParent: true,
  },
  'sg-pdpa': {
    oralConfirmationDays: null,
    firstUseNotice: false,
    sharingForms: ['written', 'electronic'],
    minorsNeedParent: true,
  },
};

/**
 * A keyed hash of a phone or e-mail that must not be used, kept even after the person was erased. One suppressed
 * contact stops every channel until it is lifted: an opt-out applied everywhere at once satisfies both ordinances.
 */
export interface Suppression {
  readonly hash: string;
}

export interface ConsentCustomer {
  readonly minor?: boolean;
  /** Keyed hashes of the customer's phones and e-mails, to be compared with the suppression list. */
  readonly contactHashes: readonly string[];
}

export interface PermissionContext {
  readonly now: Instant;
  /** Those not lifted; a longer list than the customer's own is fine. */
  readonly suppressions: readonly Suppression[];
  readonly customer: ConsentCustomer;
  readonly rules?: Readonly<Record<Regime, RegimeRules>>;
}

export type PermissionReason =
  | 'CONSENTED'
  | 'NEVER_ASKED'
  | 'THINKING'
  | 'DECLINED'
  | 'WITHDRAWN'
  | 'SUPPRESSED'
  | 'IMPORTED_CLAIM_ONLY'
  | 'ORAL_AWAITING_CONFIRMATION'
  | 'ORAL_NOT_CONFIRMED'
  | 'NO_NOTICE'
  | 'DATA_KIND_NOT_COVERED'
  | 'MINOR_NEEDS_PARENT'
  | 'SHARING_NEEDS_WRITTEN'
  | 'SHARING_NOT_SPECIFIED';

export interface ContactCell {
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly class: GoodsClass;
}

export interface Permission extends ContactCell {
  readonly allowed: boolean;
  readonly reason: PermissionReason;
  /** The event it follows from; null for a suppression and for silence. */
  readonly eventId: string | null;
  /** The next message on this permission must tell of the right to opt out (s.35F). */
  readonly firstUseNoticeDue: boolean;
}

/** One answer for every purpose × channel × class. */
export interface Permissions {
  readonly cells: readonly Permission[];
  /** Purposes whose next message must carry the notice of s.35F. */
  readonly firstUseNoticeDue: readonly Purpose[];
}

type ScopedEvent = DeclinedEvent | ThinkingEvent | WithdrawnEvent | ImportedClaimEvent;

const DAY_MS = 86_400_000;

function scopeCovers(scope: ConsentScope, cell: ContactCell): boolean {
  return (
    (scope.purpose === 'all' || scope.purpose === cell.purpose) &&
    (scope.channels === 'all' || scope.channels.includes(cell.channel)) &&
    (scope.classes === 'all' || scope.classes.includes(cell.class))
  );
}

function grantCovers(given: GivenEvent, cell: ContactCell): boolean {
  return (
    given.purpose === cell.purpose &&
    (given.purpose === 'sharing' || given.channels.includes(cell.channel)) &&
    given.classes.includes(cell.class)
  );
}

function isStop(event: ScopedEvent): boolean {
  return event.kind === 'withdrawn' || event.kind === 'declined';
}

function reasonOf(event: ScopedEvent): PermissionReason {
  if (event.kind === 'withdrawn') return 'WITHDRAWN';
  if (event.kind === 'declined') return 'DECLINED';
  if (event.kind === 'thinking') return 'THINKING';
  return 'IMPORTED_CLAIM_ONLY';
}

/** Latest first; the id only makes equal sequences come out the same on every counter. */
function latestFirst(a: ConsentEvent, b: ConsentEvent): number {
  return b.sequence - a.sequence || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** When the confirmation of oral consent must be out, s.35E(1)(b); null where none is needed. */
function confirmationDue(given: GivenEvent, rules: RegimeRules): Instant | null {
  if (given.form !== 'oral' || rules.oralConfirmationDays === null) return null;
  const latest = given.at + rules.oralConfirmationDays * DAY_MS;
  return Math.min(given.confirmationDueAt ?? latest, latest);
}

function isConfirmed(given: GivenEvent, dueAt: Instant, events: readonly ConsentEvent[]): boolean {
  return events.some(
    (event) =>
      event.kind === 'confirmation-sent' &&
      event.givenEventId === given.id &&
      event.sequence >= given.sequence &&
      event.at <= dueAt,
  );
}

/** Why this consent cannot be used for the cell it covers, or null when it can. */
function grantProblem(
  given: GivenEvent,
  cell: ContactCell,
  events: readonly ConsentEvent[],
  context: PermissionContext,
): PermissionReason | null {
  const rules = (context.rules ?? REGIME_RULES)[given.regime];
  // s.35C: consent counts only after the notice was given, in a version that can be shown again.
  if (!given.noticeId || given.noticeVersion === null || !given.noticeLanguage) return 'NO_NOTICE';
  const minor = context.customer.minor === true || given.minorAtTheTime;
  if (minor && rules.minorsNeedParent && !given.parentName) return 'MINOR_NEEDS_PARENT';
  if (given.purpose === 'sharing') {
    // s.35J, 35K: written consent that says which data go to whom.
    if (!rules.sharingForms.includes(given.form)) return 'SHARING_NEEDS_WRITTEN';
    if (given.recipients.length === 0 || given.dataKinds.length === 0) {
      return 'SHARING_NOT_SPECIFIED';
    }
  } else if (!given.dataKinds.includes(DATA_KIND_OF_CHANNEL[cell.channel])) {
    return 'DATA_KIND_NOT_COVERED';
  }
  const dueAt = confirmationDue(given, rules);
  if (dueAt !== null && !isConfirmed(given, dueAt, events)) {
    // s.35E: not to be used before the confirmation is out; too late, and it must be asked for again.
    return context.now <= dueAt ? 'ORAL_AWAITING_CONFIRMATION' : 'ORAL_NOT_CONFIRMED';
  }
  return null;
}

function isSuppressed(context: PermissionContext): boolean {
  const { contactHashes } = context.customer;
  return context.suppressions.some((suppression) => contactHashes.includes(suppression.hash));
}

/**
 * s.35F, once for every consent rather than once in a lifetime: telling a customer twice costs a line of text,
 * forgetting it is an offence.
 */
function needsFirstUseNotice(
  given: GivenEvent,
  events: readonly ConsentEvent[],
  rules: RegimeRules,
): boolean {
  if (!rules.firstUseNotice || given.purpose === 'sharing') return false;
  return !events.some(
    (event) =>
      event.kind === 'first-use-notice' &&
      event.purpose === given.purpose &&
      event.sequence >= given.sequence,
  );
}

/**
 * One cell, in this order: a suppression beats everything; the last refusal ends every consent before it, at once
 * (s.35G); of the consents left any usable one permits; otherwise nothing is permitted, for silence is not consent
 * (s.35A).
 */
export function permissionFor(
  events: readonly ConsentEvent[],
  cell: ContactCell,
  context: PermissionContext,
): Permission {
  const denied = (reason: PermissionReason, eventId: string | null): Permission => ({
    ...cell,
    allowed: false,
    reason,
    eventId,
    firstUseNoticeDue: false,
  });
  if (isSuppressed(context)) return denied('SUPPRESSED', null);

  const grants: GivenEvent[] = [];
  const scoped: ScopedEvent[] = [];
  for (const event of events) {
    if (event.kind === 'given') {
      if (grantCovers(event, cell)) grants.push(event);
    } else if (event.kind !== 'confirmation-sent' && event.kind !== 'first-use-notice') {
      if (scopeCovers(event, cell)) scoped.push(event);
    }
  }
  grants.sort(latestFirst);
  scoped.sort(latestFirst);

  const stop = scoped.find(isStop);
  const live = stop ? grants.filter((given) => given.sequence > stop.sequence) : grants;
  let firstProblem: Permission | null = null;
  for (const given of live) {
    const problem = grantProblem(given, cell, events, context);
    if (problem === null) {
      const rules = (context.rules ?? REGIME_RULES)[given.regime];
      const firstUseNoticeDue = needsFirstUseNotice(given, events, rules);
      return { ...cell, allowed: true, reason: 'CONSENTED', eventId: given.id, firstUseNoticeDue };
    }
    firstProblem ??= denied(problem, given.id);
  }
  if (firstProblem) return firstProblem;
  const said = stop ?? scoped[0];
  return said ? denied(reasonOf(said), said.id) : denied('NEVER_ASKED', null);
}

/** What may be done today with everything this customer (and whoever was merged into the record) ever said. */
export function permissionsFrom(events: readonly ConsentEvent[], context: PermissionContext): Permissions {
  const cells = PURPOSES.flatMap((purpose) =>
    CHANNELS.flatMap((channel) =>
      GOODS_CLASSES.map((goods) => permissionFor(events, { purpose, channel, class: goods }, context)),
    ),
  );
  const due = PURPOSES.filter((purpose) =>
    cells.some((cell) => cell.purpose === purpose && cell.firstUseNoticeDue),
  );
  return { cells, firstUseNoticeDue: due };
}

/** True where some way of contact is permitted for one of these purposes; the same as a look through all cells. */
export function permitsAny(
  events: readonly ConsentEvent[],
  purposes: readonly Purpose[],
  context: PermissionContext,
): boolean {
  if (isSuppressed(context)) return false;
  // Only what a consent covers can be permitted; mostly there is one, or none.
  const given = events.filter((event) => event.kind === 'given').reverse();
  return given.some(
    ({ purpose, channels, classes }) =>
      purposes.includes(purpose) &&
      (purpose === 'sharing' ? CHANNELS : channels).some((channel) =>
        classes.some((goods) => permissionFor(events, { purpose, channel, class: goods }, context).allowed),
      ),
  );
}

export interface ContactVerdict {
  readonly ok: boolean;
  readonly reason: PermissionReason;
  readonly eventId: string | null;
  readonly firstUseNoticeDue: boolean;
}

/** To be asked before every contact; what is on no list is not permitted. */
export function mayContact(permissions: Permissions, wanted: ContactCell): ContactVerdict {
  const cell = permissions.cells.find(
    (candidate) =>
      candidate.purpose === wanted.purpose &&
      candidate.channel === wanted.channel &&
      candidate.class === wanted.class,
  );
  if (!cell) return { ok: false, reason: 'NEVER_ASKED', eventId: null, firstUseNoticeDue: false };
  const { allowed, reason, eventId, firstUseNoticeDue } = cell;
  return { ok: allowed, reason, eventId, firstUseNoticeDue };
}

export interface OralConfirmationDuty {
  readonly eventId: string;
  readonly customerId: string;
  readonly dueAt: Instant;
  /** Overdue consent has lapsed: the duty is now to ask again. */
  readonly overdue: boolean;
}

/**
 * Oral consents that still need their written confirmation (s.35E(1)(b)), the most urgent first; events of many
 * customers may be given at once. The duty ends when the customer is asked again or withdraws over all of its scope.
 */
export function oralConfirmationDuties(
  events: readonly ConsentEvent[],
  now: Instant,
  rules: Readonly<Record<Regime, RegimeRules>> = REGIME_RULES,
): OralConfirmationDuty[] {
  const byCustomer = new Map<string, ConsentEvent[]>();
  for (const event of events) {
    const own = byCustomer.get(event.customerId);
    if (own) own.push(event);
    else byCustomer.set(event.customerId, [event]);
  }
  const duties: OralConfirmationDuty[] = [];
  for (const own of byCustomer.values()) {
    for (const given of own) {
      if (given.kind !== 'given' || given.purpose === 'sharing') continue;
      const dueAt = confirmationDue(given, rules[given.regime]);
      if (dueAt === null || isConfirmed(given, dueAt, own) || isSuperseded(given, own)) continue;
      duties.push({ eventId: given.id, customerId: given.customerId, dueAt, overdue: now > dueAt });
    }
  }
  return duties.sort((a, b) => a.dueAt - b.dueAt || (a.eventId < b.eventId ? -1 : 1));
}

function isSuperseded(given: GivenEvent, events: readonly ConsentEvent[]): boolean {
  const answers = (event: ConsentEvent, cell: ContactCell): boolean => {
    if (event.kind === 'given') return event.sequence > given.sequence && grantCovers(event, cell);
    if (event.kind === 'confirmation-sent' || event.kind === 'first-use-notice') return false;
    return isStop(event) && event.sequence >= given.sequence && scopeCovers(event, cell);
  };
  return given.channels.every((channel) =>
    given.classes.every((goods) =>
      events.some((event) => answers(event, { purpose: given.purpose, channel, class: goods })),
    ),
  );
}

export interface PermissionStatement {
  readonly verdict: 'may' | 'not';
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  readonly classes: readonly GoodsClass[];
  readonly reason: PermissionReason;
}

/**
 * The same answers in as few sentences as possible, for the screen and the report to put into words ("may e-mail
 * about watches; not WhatsApp"). Every cell is in exactly one statement; what is permitted comes first.
 */
export function describePermissions(permissions: Permissions): PermissionStatement[] {
  const statements: PermissionStatement[] = [];
  for (const purpose of PURPOSES) {
    const ofPurpose = new Map<
      string,
      { channels: Channel[]; classes: GoodsClass[]; reason: PermissionReason }
    >();
    for (const channel of CHANNELS) {
      const classesByReason = new Map<PermissionReason, GoodsClass[]>();
      for (const cell of permissions.cells) {
        if (cell.purpose !== purpose || cell.channel !== channel) continue;
        const classes = classesByReason.get(cell.reason) ?? [];
        classes.push(cell.class);
        classesByReason.set(cell.reason, classes);
      }
      for (const [reason, classes] of classesByReason) {
        const key = `${reason}:${classes.join()}`;
        const same = ofPurpose.get(key);
        if (same) same.channels.push(channel);
        else ofPurpose.set(key, { channels: [channel], classes, reason });
      }
    }
    for (const group of ofPurpose.values()) {
      statements.push({ verdict: group.reason === 'CONSENTED' ? 'may' : 'not', purpose, ...group });
    }
  }
  return [
    ...statements.filter((statement) => statement.verdict === 'may'),
    ...statements.filter((statement) => statement.verdict === 'not'),
  ];
}
