/**
 * Warranty and service dates of an item. The intervals are data, kept with the sale under the version of the policy
 * they came from: no brand's terms are written here, and a new policy never changes a watch already sold.
 */

import { z } from 'zod';
import { addMonths, type CivilDate, daysBetween } from './dates';

const months = z.number().int().positive().nullable().default(null);

/** As stored with the product and the sale. A null interval means that the policy says nothing, not "never". */
export const warrantyPolicySchema = z.object({
  policyVersion: z.string(),
  warrantyMonths: months,
  /** Added to the warranty when the customer registers while still in warranty. */
  extensionMonths: months,
  serviceMonths: months,
  waterTestMonths: months,
  batteryMonths: months,
});
export type WarrantyPolicy = z.infer<typeof warrantyPolicySchema>;

/** A stored policy; null where there is none or it cannot be read, so that the state is unknown and not wrong. */
export function readWarrantyPolicy(json: string | null): WarrantyPolicy | null {
  if (json === null) return null;
  try {
    return warrantyPolicySchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export interface WarrantyItem {
  /** Null when bought elsewhere and the customer does not remember. */
  readonly soldOn: CivilDate | null;
  /** The end written on the warranty card: wins over every calculation. */
  readonly cardEndsOn?: CivilDate | null;
  readonly extensionRegisteredOn?: CivilDate | null;
  readonly lastServiceOn?: CivilDate | null;
  readonly lastWaterTestOn?: CivilDate | null;
  readonly lastBatteryOn?: CivilDate | null;
  readonly policy: WarrantyPolicy | null;
}

export type WarrantyState = 'in' | 'ending' | 'out' | 'unknown';

export interface WarrantyReport {
  readonly state: WarrantyState;
  /** The last day still covered. */
  readonly endsOn: CivilDate | null;
  /** True when an extension is on offer and can still be registered. */
  readonly canExtend: boolean;
  readonly policyVersion: string | null;
}

export type CareKind = 'service' | 'water-test' | 'battery';

export interface CareDate {
  readonly kind: CareKind;
  readonly dueOn: CivilDate;
  readonly state: 'overdue' | 'soon' | 'later';
}

/** How many days before its end a warranty, or before its due date a service, is mentioned. */
export const DEFAULT_NOTICE_DAYS = 90;

function warrantyEnd(item: WarrantyItem): { base: CivilDate | null; end: CivilDate | null } {
  const months = item.policy?.warrantyMonths ?? null;
  // The anniversary itself is still covered: where a card leaves a day in doubt, the customer has it.
  const base = item.soldOn !== null && months !== null ? addMonths(item.soldOn, months) : null;
  if (item.cardEndsOn) return { base: base ?? item.cardEndsOn, end: item.cardEndsOn };
  const extension = item.policy?.extensionMonths ?? 0;
  const registered = item.extensionRegisteredOn ?? null;
  if (base === null || extension <= 0 || registered === null || registered > base) return { base, end: base };
  // From the sale, not from the clamped base: 31 August + 24 + 72 months is one addition, not two.
  return { base, end: addMonths(item.soldOn!, months! + extension) };
}

export function warrantyOf(
  item: WarrantyItem,
  today: CivilDate,
  noticeDays = DEFAULT_NOTICE_DAYS,
): WarrantyReport {
  const { base, end } = warrantyEnd(item);
  const extensible =
    (item.policy?.extensionMonths ?? 0) > 0 && !item.extensionRegisteredOn && !item.cardEndsOn;
  return {
    state: stateOf(end, today, noticeDays),
    endsOn: end,
    canExtend: extensible && base !== null && today <= base,
    policyVersion: item.policy?.policyVersion ?? null,
  };
}

function stateOf(end: CivilDate | null, today: CivilDate, noticeDays: number): WarrantyState {
  if (end === null) return 'unknown';
  const left = daysBetween(today, end);
  if (left < 0) return 'out';
  return left <= noticeDays ? 'ending' : 'in';
}

export function warrantyState(
  item: WarrantyItem,
  today: CivilDate,
  noticeDays = DEFAULT_NOTICE_DAYS,
): WarrantyState {
  return warrantyOf(item, today, noticeDays).state;
}

function latest(...dates: readonly (CivilDate | null | undefined)[]): CivilDate | null {
  return dates.reduce<CivilDate | null>(
    (found, date) => (date && (found === null || date > found) ? date : found),
    null,
  );
}

/**
 * What the item needs next, soonest first. A full service opens the case, so it also renews the gaskets and the
 * battery: those count from the later of their own last date and the last service.
 */
export function careDates(
  item: WarrantyItem,
  today: CivilDate,
  noticeDays = DEFAULT_NOTICE_DAYS,
): CareDate[] {
  const { policy, soldOn, lastServiceOn } = item;
  if (!policy) return [];
  const plan: [CareKind, number | null, CivilDate | null][] = [
    ['service', policy.serviceMonths, latest(soldOn, lastServiceOn)],
    ['water-test', policy.waterTestMonths, latest(soldOn, lastServiceOn, item.lastWaterTestOn)],
    ['battery', policy.batteryMonths, latest(soldOn, lastServiceOn, item.lastBatteryOn)],
  ];
  const dates: CareDate[] = [];
  for (const [kind, months, from] of plan) {
    if (months === null || months <= 0 || from === null) continue;
    const dueOn = addMonths(from, months);
    const left = daysBetween(today, dueOn);
    dates.push({ kind, dueOn, state: left < 0 ? 'overdue' : left <= noticeDays ? 'soon' : 'later' });
  }
  return dates.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
