import { civilDateOf, daysBetween } from '@shared/domain/dates';
import { prepared, type ReadableDb } from '../../db/sql';
import type { DayWindow, DutyGroup, DutySource, Moment, Scope } from '../../kernel/parts';
import { pausesOn } from '../conversations/gate.sql';
import { findCustomer } from '../customers/customers.sql';
import { countDue, type DueRow, groupOf, limitOf, mostCountedOf, rangeOf, standing } from '../today/due.sql';
import { cadenceNamed, clockRange, isConsentMissing, nextDay } from './contact-plan';
import {
  type ClockRow,
  countClocks,
  findClock,
  findOwnPlan,
  listClocks,
  listPlanNames,
  listTierPlans,
  type TierPlanRow,
} from './plans.sql';

/** How many days ahead a follow-up and a contact are shown. */
const horizon = 7;
/** Rows asked for beyond the list, in the place of those for whom the plan rests. */
const spare = 20;

const dayMs = 86_400_000;
/** About how long a unit is. */
const unitMs = { days: dayMs, weeks: 7 * dayMs, months: 30.4 * dayMs } as const;

interface FollowUpDue extends DueRow {
  readonly purpose: string;
  readonly channel: string | null;
}

/**
 * Open follow-ups that are late or due within the week. Mine are those I own. One that offers something rests while a
 * complaint is open or a repair is late, and without permission is for the counter only.
 */
export const followUpDuties: DutySource = (db, scope, moment) => {
  const { now, today } = moment;
  const range = rangeOf(moment, { ahead: horizon });
  const rows = listFollowUpsDue(db, scope, { ...range, limit: limitOf(moment) });
  const awake = rows.filter(
    (row) => row.purpose !== 'selling' || pausesOn(db, row.customer_id, today).length === 0,
  );
  const resting = rows.length - awake.length;
  const wanted = new Map(awake.map((row) => [row.id, row]));
  const group = groupOf(db, 'follow-up', awake, today, (row) => {
    const due = wanted.get(row.id);
    return due !== undefined && isMissingConsent(db, due, now);
  });
  // A list that is not full has been read whole.
  const found = rows.length < limitOf(moment) ? rows.length : countFollowUpsDue(db, scope, range, moment);
  return { ...group, total: Math.max(group.duties.length, found - resting) };
};

/** Whose follow-ups: two or three texts, so that each finds its index. */
function owned({ staffId, customerId }: Scope): { where: string; params: Record<string, string> } {
  if (customerId !== null) return { where: 'AND f.customer_id = @customerId', params: { customerId } };
  return staffId === null
    ? { where: '', params: {} }
    : { where: 'AND f.owner_id = @staffId', params: { staffId } };
}

function listFollowUpsDue(db: ReadableDb, scope: Scope, range: DayWindow & { limit: number }): FollowUpDue[] {
  const { where, params } = owned(scope);
  return prepared(
    db,
    `SELECT f.id, f.customer_id, f.due_on, f.is_discreet, r.purpose, r.channel, 0 AS found,
       json_object('kind', r.kind, 'name', coalesce(r.name, ''), 'after', r.after, 'about', f.about, 'owner', s.name,
         'purpose', r.purpose) AS params
     FROM follow_ups f CROSS JOIN customers c ON c.id = f.customer_id AND ${standing}
       JOIN follow_up_rules r ON r.id = f.rule_version_id JOIN staff s ON s.id = f.owner_id
     WHERE f.status = 'open' AND f.due_on BETWEEN @from AND @to ${where} ORDER BY f.due_on, f.id LIMIT @limit`,
  ).all({ ...range, ...params }) as FollowUpDue[];
}

function countFollowUpsDue(db: ReadableDb, scope: Scope, range: DayWindow, moment: Moment): number {
  const { where, params } = owned(scope);
  const from = `follow_ups f WHERE f.status = 'open' AND f.due_on BETWEEN @from AND @to ${where}`;
  return countDue(db, from, { ...range, ...params }, moment);
}

function isMissingConsent(
  db: ReadableDb,
  due: { customer_id: string; purpose: string; channel: string | null },
  now: number,
): boolean {
  if (due.purpose !== 'selling') return false;
  const customer = findCustomer(db, due.customer_id);
  return customer !== undefined && isConsentMissing(db, customer, due, now);
}

interface ContactDue extends DueRow {
  readonly due_on: string;
  readonly purpose: string;
  readonly channel: string | null;
}

/**
 * Whose next contact is due by the plan. Mine are those whose first advisor I am. The plan rests while a complaint is open
 * or a repair is late; a selling contact without permission is for the counter only.
 */
export const contactDuties: DutySource = (db, scope, moment) => {
  const { now, today } = moment;
  const tiers = listTierPlans(db);
  const limit = limitOf(moment);
  const found =
    scope.customerId === null ? listDue(db, scope, moment, tiers) : dueOf(db, scope, moment, tiers);
  const awake = found.rows
    .sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))
    .slice(0, limit + spare)
    .filter((row) => pausesOn(db, row.customer_id, today).length === 0);
  const resting = Math.min(found.rows.length, limit + spare) - awake.length;
  const rows = awake.slice(0, limit);
  const wanted = new Map(rows.map((row) => [row.id, row]));
  const group: DutyGroup = groupOf(db, 'contact-due', rows, today, (row) => {
    const due = wanted.get(row.id);
    return due !== undefined && isMissingConsent(db, due, now);
  });
  return { ...group, total: Math.max(group.duties.length, found.total - resting) };
};

interface Found {
  readonly rows: ContactDue[];
  readonly total: number;
}

/** Plan by plan, those whose silence has lasted as long as the plan lets it. */
function listDue(
  db: ReadableDb,
  { staffId }: Scope,
  moment: Moment,
  tiers: ReadonlyMap<string, TierPlanRow>,
): Found {
  const range = rangeOf(moment, { ahead: horizon });
  const most = limitOf(moment) + spare;
  const found: { clock: ClockRow; roughly: number }[] = [];
  let total = 0;
  for (const plan of listPlanNames(db)) {
    const cadence = cadenceNamed(plan, tiers);
    if (cadence === null) continue;
    const filter = { plan, staffId, ...clockRange(range, cadence, moment.timeZone) };
    const clocks = listClocks(db, filter, most);
    // A list that is not full has been read whole.
    total += clocks.length < most ? clocks.length : countClocks(db, filter, mostCountedOf(moment));
    const wait = cadence.every * unitMs[cadence.unit];
    for (const clock of clocks) found.push({ clock, roughly: clock.from_at + wait });
  }
  // To the day it is worked out only for those that are shown: the calendar of a time zone is slow.
  const first = found.sort((a, b) => a.roughly - b.roughly).slice(0, most);
  return { rows: first.flatMap(({ clock }) => dueRow(db, clock, moment, tiers)), total };
}

function dueOf(
  db: ReadableDb,
  { customerId }: Scope,
  moment: Moment,
  tiers: ReadonlyMap<string, TierPlanRow>,
): Found {
  const clock = customerId === null ? undefined : findClock(db, customerId);
  const { from, to } = rangeOf(moment, { ahead: horizon });
  const rows = clock ? dueRow(db, clock, moment, tiers) : [];
  const due = rows.filter(({ due_on }) => due_on >= from && due_on <= to);
  return { rows: due, total: due.length };
}

function dueRow(
  db: ReadableDb,
  clock: ClockRow,
  { today, timeZone }: Moment,
  tiers: ReadonlyMap<string, TierPlanRow>,
): ContactDue[] {
  const cadence = cadenceNamed(clock.plan, tiers);
  if (cadence === null) return [];
  const isTier = clock.plan.startsWith('tier ');
  const plan = isTier ? tiers.get(clock.plan.slice('tier '.length)) : findOwnPlan(db, clock.customer_id);
  const purpose = plan?.purpose ?? 'selling';
  const params = {
    days: Math.max(0, daysBetween(civilDateOf(clock.from_at, timeZone), today)),
    every: cadence.every,
    unit: cadence.unit,
    channel: plan?.channel ?? '',
    purpose,
  };
  return [
    {
      id: clock.customer_id,
      customer_id: clock.customer_id,
      due_on: nextDay(clock, cadence, timeZone),
      is_discreet: 0,
      params: JSON.stringify(params),
      found: 0,
      purpose,
      channel: plan?.channel ?? null,
    },
  ];
}
