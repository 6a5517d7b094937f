import type { ContactPlan } from '@shared/contract/plans';
import type { Permissions } from '@shared/domain/consent';
import type { ContactChannel } from '@shared/domain/contact-channels';
import { type ConversationPurpose, consentChannelOf, preferredChannelOf } from '@shared/domain/conversations';
import { addDays, type CivilDate, civilDateOf, endOfDay } from '@shared/domain/dates';
import { type Cadence, type CadenceUnit, laterBy, latestFor, readPlanName } from '@shared/domain/plans';
import type { ReadableDb } from '../../db/sql';
import type { DayWindow } from '../../kernel/parts';
import { permissionsOf } from '../consents/consents.sql';
import { lastContactOf } from '../conversations/conversations.sql';
import { pausesOf } from '../conversations/gate.sql';
import type { CustomerRow } from '../customers/customers.sql';
import { findMembership } from '../vip/vip.sql';
import { type ClockRow, findClock, findOwnPlan, listTierPlans, type TierPlanRow } from './plans.sql';

/** The cadence in a row of either table; null where the plan is not to contact. */
export function cadenceOf(row: {
  readonly kind: string;
  readonly every: number | null;
  readonly unit: string | null;
}): Cadence | null {
  if (row.kind !== 'every' || row.every === null || row.unit === null) return null;
  return { every: row.every, unit: row.unit as CadenceUnit };
}

/** How often those of a plan are contacted; null where the tier has no plan. */
export function cadenceNamed(name: string, tiers: ReadonlyMap<string, TierPlanRow>): Cadence | null {
  const plan = readPlanName(name);
  if (plan === null) return null;
  if (plan.of === 'customer') return plan.cadence;
  const row = tiers.get(plan.tier);
  return row ? cadenceOf(row) : null;
}

/** The day on which the next contact is due. */
export function nextDay({ from_at }: ClockRow, cadence: Cadence, timeZone: string): CivilDate {
  return laterBy(civilDateOf(from_at, timeZone), cadence);
}

/** From when to when the last contact was of those who are due on these days. */
export function clockRange(
  { from, to }: DayWindow,
  cadence: Cadence,
  timeZone: string,
): { since: number; until: number } {
  return {
    since: from === '' ? 0 : endOfDay(latestFor(addDays(from, -1), cadence), timeZone) + 1,
    until: endOfDay(latestFor(to, cadence), timeZone),
  };
}

interface Wanted {
  readonly purpose: string;
  readonly channel: string | null;
}

/**
 * True where a selling contact has no permission by the way it would go: by the plan's, else by the one the customer
 * prefers, else by any. Then it is a hint for the counter, and nobody is written to or called (s.35E).
 */
export function isConsentMissing(
  db: ReadableDb,
  customer: CustomerRow,
  { purpose, channel }: Wanted,
  now: number,
): boolean {
  if (purpose !== 'selling') return false;
  const way = (channel as ContactChannel | null) ?? preferredChannelOf(customer.preferred_channel);
  return !maySell(permissionsOf(db, customer.id, now), way);
}

/** May anything be offered by this way (null: by any way)? */
export function maySell({ cells }: Permissions, way: ContactChannel | null): boolean {
  const channel = way && consentChannelOf(way);
  return cells.some(
    (cell) =>
      cell.allowed && cell.purpose === 'direct-marketing' && (channel === null || cell.channel === channel),
  );
}

interface Moment {
  readonly now: number;
  readonly today: string;
  readonly timeZone: string;
}

/** Where one customer stands in the contact plan. */
export function contactPlanOf(db: ReadableDb, customer: CustomerRow, moment: Moment): ContactPlan {
  const { now, today, timeZone } = moment;
  const own = findOwnPlan(db, customer.id);
  const tier = findMembership(db, customer.id)?.tier ?? null;
  const tierPlan = tier === null ? undefined : listTierPlans(db).get(tier);
  const isOwn = own !== undefined && own.kind !== 'tier';
  const row = isOwn ? own : tierPlan;
  const cadence = row ? cadenceOf(row) : null;
  const clock = cadence && findClock(db, customer.id);
  const nextOn = cadence && clock ? nextDay(clock, cadence, timeZone) : null;
  const purpose = (row?.purpose ?? 'selling') as ConversationPurpose;
  const channel = (row?.channel ?? null) as ContactChannel | null;
  return {
    of: row ? (isOwn ? 'customer' : 'tier') : null,
    tier,
    cadence,
    channel,
    // What was agreed with them, what their record says, what suits those of their tier.
    hours: (isOwn && own.hours) || customer.contact_hours || (tierPlan?.hours ?? null),
    purpose,
    note: isOwn ? own.note : null,
    preferred: { channel: preferredChannelOf(customer.preferred_channel), hours: customer.contact_hours },
    lastContact: lastContactOf(db, customer.id, { today, timeZone }),
    nextOn,
    isOverdue: nextOn !== null && nextOn < today,
    pauses: cadence ? pausesOf(db, customer.id, now) : [],
    needsConsent: cadence !== null && isConsentMissing(db, customer, { purpose, channel }, now),
    own: own
      ? {
          kind: own.kind as 'every',
          cadence: cadenceOf(own),
          channel: own.channel as ContactChannel | null,
          purpose: own.purpose as ConversationPurpose,
          hours: own.hours,
          note: own.note,
          setBy: { id: own.set_by, name: own.setter },
          setAt: own.set_at,
        }
      : null,
    tierPlan: tierPlan ? tierPlanOf(tierPlan) : null,
  };
}

/** A tier's plan as the contract shows it. */
export function tierPlanOf(row: TierPlanRow): NonNullable<ContactPlan['tierPlan']> {
  return {
    tier: row.tier,
    cadence: cadenceOf(row),
    channel: row.channel as ContactChannel | null,
    hours: row.hours,
    purpose: row.purpose as ConversationPurpose,
    madeBy: { id: row.made_by, name: row.maker },
    madeAt: row.made_at,
  };
}
