/**
 * The contact plan: how often the shop speaks with a customer. It counts from the last real contact, which is what
 * `isRealContact` says of a conversation (the customer said something, by whatever way, a visit included) or a purchase;
 * without any, from the day the customer came into the plan.
 */

import { CONTACT_CHANNELS } from './contact-channels';
import { addDays, addMonths, type CivilDate } from './dates';

export const CADENCE_UNITS = ['days', 'weeks', 'months'] as const;
export type CadenceUnit = (typeof CADENCE_UNITS)[number];

/** Every so many days, weeks or months. */
export interface Cadence {
  readonly every: number;
  readonly unit: CadenceUnit;
}

/** How a plan or a follow-up may reach somebody: the ways in which the shop can begin. */
export const PLAN_CHANNELS = CONTACT_CHANNELS;

/** Longest cadence and delay there is, in its unit. */
export const mostEvery = 365;

/** A day so much later. */
export function laterBy(from: CivilDate, { every, unit }: Cadence): CivilDate {
  if (unit === 'months') return addMonths(from, every);
  return addDays(from, unit === 'weeks' ? every * 7 : every);
}

/**
 * The last day on which a contact may have been for the next one to be due by `due`: what `laterBy` brings to `due` or
 * before it. The end of a month has several such days (28, 29, 30 and 31 January + 1 month are all 28 February).
 */
export function latestFor(due: CivilDate, cadence: Cadence): CivilDate {
  const { every, unit } = cadence;
  if (unit !== 'months') return addDays(due, -(unit === 'weeks' ? every * 7 : every));
  let day = addMonths(due, -every);
  for (let next = addDays(day, 1); laterBy(next, cadence) <= due; next = addDays(next, 1)) day = next;
  return day;
}

/** How the database names the plan somebody is in: one of their own, or their tier's. */
export type PlanName =
  | { readonly of: 'customer'; readonly cadence: Cadence }
  | { readonly of: 'tier'; readonly tier: string };

/** Reads the name of a plan as the view `contact_clock_now` writes it; null for one nobody wrote. */
export function readPlanName(name: string): PlanName | null {
  if (name.startsWith('tier ')) return { of: 'tier', tier: name.slice('tier '.length) };
  const [own, every, unit] = name.split(' ');
  const known = CADENCE_UNITS.find((one) => one === unit);
  if (own !== 'own' || !known || !Number.isInteger(Number(every))) return null;
  return { of: 'customer', cadence: { every: Number(every), unit: known } };
}
