import { permissionFor } from '@shared/domain/consent';
import type { Channel, GoodsClass } from '@shared/domain/consent-events';
import {
  contactGate,
  type GateVerdict,
  PAUSES,
  type Pause,
  type Pressure,
  pressureOf,
} from '@shared/domain/contact-gate';
import { type CivilDate, civilDateOf } from '@shared/domain/dates';
import { prepared, type ReadableDb } from '../../db/sql';
import { hasOpenComplaint } from '../complaints/complaints.sql';
import { permissionContextOf } from '../consents/consents.sql';
import { hasLateJob } from '../jobs/service-jobs.sql';
import { findShop, readSetting } from '../shop/shop.sql';

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

/** When selling contacts took place; one that was given up or came back disturbed nobody. */
function listSellingTimes(db: ReadableDb, customerId: string, exceptId = ''): number[] {
  const rows = prepared(
    db,
    `SELECT at FROM conversations WHERE customer_id = ? AND id <> ? AND gate IS NOT NULL
       AND (outcome IS NULL OR outcome NOT IN ('not-sent', 'not-delivered')) ORDER BY at`,
  ).all(customerId, exceptId) as { at: number }[];
  return rows.map(({ at }) => at);
}
