import { permissionFor } from '@shared/domain/consent';
import type { Channel, GoodsClass } from '@shared/domain/consent-events';
import {
  contactGate,
  type GateVerdict,
  type Obstacle,
  PAUSES,
  type Pause,
  type Pressure,
  pressureOf,
} from '@shared/domain/contact-gate';
import { type CivilDate, civilDateOf } from '@shared/domain/dates';
import { prepared, type ReadableDb } from '../../db/sql';
import { hasOpenComplaint } from '../complaints/complaints.sql';
import { permissionContextOf } from '../consents/consents.sql';
import { hasLateJob, isUnready } from '../jobs/service-jobs.sql';
import { findShop, readSetting } from '../shop/shop.sql';

const dayMs = 86_400_000;

/** Says whether selling rests for a customer because of one thing. */
type PauseSource = (db: ReadableDb, customerId: string, today: CivilDate) => Pause | null;

/** What makes selling rest: one line a feature that knows of such a thing. */
const pauseSources: readonly PauseSource[] = [
  (db, customerId) => (hasOpenComplaint(db, customerId) ? 'open-complaint' : null),
  (db, customerId, today) => (hasLateJob(db, customerId, today) ? 'late-repair' : null),
];

/** Why selling rests for this customer now, each reason once. */
export function pausesOf(db: ReadableDb, customerId: string, now: number): Pause[] {
  return pausesOn(db, customerId, civilDateOf(now, findShop(db)?.time_zone));
}

/** The same on the shop's day, for lists that ask for many customers. */
export function pausesOn(db: ReadableDb, customerId: string, today: CivilDate): Pause[] {
  const found = new Set(pauseSources.map((source) => source(db, customerId, today)));
  return PAUSES.filter((pause) => found.has(pause));
}

/** What is to be sold, by which way of the consent rules, and when. */
export interface WantedContact {
  /** Null where no permission is needed (face to face). */
  readonly channel: Channel | null;
  readonly goodsClass: GoodsClass;
  readonly now: number;
  /** A conversation that is not counted: the one that is asked about. */
  readonly exceptId?: string | undefined;
}

/** May this customer be written to or called to sell this, by this way, now? To be asked before every selling contact. */
export function gateOf(db: ReadableDb, customerId: string, wanted: WantedContact): GateVerdict {
  const { channel, goodsClass, now, exceptId } = wanted;
  const rules = readSetting(db, 'contactPressure');
  return contactGate({
    permission: channel && permissionBy(db, customerId, { channel, goodsClass, now }),
    sellingAt: listSellingTimes(db, customerId, exceptId),
    pauses: pausesOf(db, customerId, now),
    rules,
    now,
  });
}

/** What the rules of consent say of this one way and class. */
function permissionBy(
  db: ReadableDb,
  customerId: string,
  { channel, goodsClass, now }: { channel: Channel; goodsClass: GoodsClass; now: number },
) {
  const { events, context } = permissionContextOf(db, customerId, now);
  const cell = { purpose: 'direct-marketing' as const, channel, class: goodsClass };
  const { allowed, reason, firstUseNoticeDue } = permissionFor(events, cell, context);
  return { ok: allowed, reason, firstUseNoticeDue };
}

/** How much was sold at this customer lately, whatever the way. */
export function pressureFor(db: ReadableDb, customerId: string, now: number): Pressure {
  return pressureOf(listSellingTimes(db, customerId), readSetting(db, 'contactPressure'), now);
}

/** The condition that selling contact `v` disturbed somebody: one that was given up or came back did not. */
const disturbed = `v.gate IS NOT NULL AND (v.outcome IS NULL OR v.outcome NOT IN ('not-sent', 'not-delivered'))`;

/**
 * The condition that this customer (a column) may be disturbed: no complaint is open, no repair late, and they were not
 * contacted as often as the shop allows. For lists that would otherwise ask for each of many customers.
 */
export const mayBeDisturbed = (customer: string) => `
  NOT EXISTS (SELECT 1 FROM complaints x WHERE x.customer_id = ${customer} AND x.status = 'open')
  AND NOT EXISTS (SELECT 1 FROM service_jobs j JOIN promises p ON p.id = j.promise_id
    WHERE j.customer_id = ${customer} AND ${isUnready} AND p.due_on < @today)
  AND (SELECT count(*) FROM conversations v WHERE v.customer_id = ${customer} AND ${disturbed} AND v.at > @disturbedSince)
    < @mostDisturbed`;

/** The parameters of {@link mayBeDisturbed}. */
export function disturbing(db: ReadableDb, { now, today }: { now: number; today: CivilDate }) {
  const { most, days } = readSetting(db, 'contactPressure');
  return { today, disturbedSince: now - days * dayMs, mostDisturbed: most };
}

/** Why this customer had better be left in peace now, as {@link mayBeDisturbed} decides it. */
export function obstaclesFor(db: ReadableDb, customerId: string, now: number): Obstacle[] {
  const { count, most } = pressureFor(db, customerId, now);
  return [...(count >= most ? (['pressure'] as const) : []), ...pausesOf(db, customerId, now)];
}

/** When selling contacts took place. */
function listSellingTimes(db: ReadableDb, customerId: string, exceptId = ''): number[] {
  const rows = prepared(
    db,
    `SELECT v.at FROM conversations v WHERE v.customer_id = ? AND v.id <> ? AND ${disturbed} ORDER BY v.at`,
  ).all(customerId, exceptId) as { at: number }[];
  return rows.map(({ at }) => at);
}
