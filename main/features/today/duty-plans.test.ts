import type { ReadableDb } from '@main/db/sql';
import { mayBeToldOf, permissionsOf } from '@main/features/consents/consents.sql';
import { prospectsQueries } from '@main/features/prospects/prospects.queries';
import { dutyKinds } from '@shared/contract/today';
import { listening, planOf } from '@tests/fixtures/plans';
import { openTestSample, type TestSample } from '@tests/fixtures/sample';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dutySources, gatherDuties } from './duties.sql';

const now = Date.UTC(2026, 10, 20, 4);
const moment = { now, today: '2026-11-20', timeZone: 'Asia/Hong_Kong' };
let sample: TestSample;
let db: ReadableDb;
beforeAll(() => {
  sample = openTestSample({ customers: 400, seed: 11, now });
  db = sample.shop.reader;
});
afterAll(() => sample.close());

/** May be read whole: none of these grows with the customers, and scarce pieces are few. */
const small = new Set([
  'shops',
  'staff',
  'settings',
  'allocations',
  'allocation_offers',
  'surveys',
  'campaigns',
  'tier_plans',
  'follow_up_rules',
  'gift_policies',
  'json_each',
  // The names of the plans, walked by a recursion of their own.
  'names',
]);
/** Tables that the text reads from end to end. */
function walked(text: string): string[] {
  return planOf(db, text)
    .filter((detail) => /^SCAN \w+$/.test(detail))
    .map((detail) => tableOf(text, detail.slice('SCAN '.length)))
    .filter((table) => !small.has(table));
}

const tableOf = (text: string, alias: string) =>
  new RegExp(`(?:FROM|JOIN)\\s+\\(?(\\w+)\\s+${alias}\\b`).exec(text)?.[1] ?? alias;

it('asks for every kind of duty by index, for the shop, for one of the staff, and for one customer', () => {
  const staffId = db.prepare(`SELECT id FROM staff WHERE role = 'advisor'`).pluck().get() as string;
  const customerId = db.prepare('SELECT customer_id FROM sales WHERE customer_id IS NOT NULL').pluck().get();
  for (const scope of [
    { staffId: null, customerId: null },
    { staffId, customerId: null },
    { staffId: null, customerId: customerId as string },
  ]) {
    for (const kind of dutyKinds) {
      const texts = new Set<string>();
      dutySources[kind].source(listening(db, texts), scope, moment);
      dutySources[kind].source(listening(db, texts), scope, { ...moment, limit: 1 });
      expect([kind, [...texts].flatMap(walked)]).toEqual([kind, []]);
    }
  }
});

it('asks one customer’s duties beginning with the customer, and not with the days of the shop', () => {
  const customerId = db.prepare('SELECT customer_id FROM items').pluck().get() as string;
  for (const [kind, index] of [
    ['promise', 'promises_by_customer'],
    ['need', 'needs_by_customer'],
    ['postponed', 'needs_by_customer'],
    ['arrival', 'needs_by_customer'],
    ['vip', 'vip_invitations_by_customer'],
    ['warranty', 'items_by_customer'],
    ['care', 'items_by_customer'],
    ['survey', 'sales_by_customer'],
  ] as const) {
    const texts = new Set<string>();
    dutySources[kind].source(listening(db, texts), { staffId: null, customerId }, moment);
    const plans = [...texts].map((text) => planOf(db, text).join());
    expect([kind, plans.some((plan) => plan.includes(index))]).toEqual([kind, true]);
  }
});

it('leaves out no kind of which there is something with a customer', () => {
  const ids = db.prepare('SELECT id FROM customers').pluck().all() as string[];
  const seen = new Set<string>();
  for (const customerId of ids) {
    const scope = { staffId: null, customerId };
    const whole = dutyKinds.map((kind) => dutySources[kind].source(db, scope, moment));
    const asked = gatherDuties(db, scope, moment);
    const some = ({ duties }: { duties: readonly unknown[] }) => duties.length > 0;
    expect(asked.filter(some)).toEqual(whole.filter(some));
    for (const { kind } of whole.filter(some)) seen.add(kind);
  }
  expect(seen.size).toBeGreaterThan(12);
});

it('has on the sample what an advisor’s day is made of', () => {
  const groups = gatherDuties(db, { staffId: null, customerId: null }, moment);
  const shown = groups.filter(({ duties }) => duties.length > 0).map(({ kind }) => kind);
  for (const kind of [
    'complaint',
    'oral-consent',
    'privacy-request',
    'promise',
    'enquiry',
    'quotation',
    'offer-hold',
    'allocation',
    'job-late',
    'job-estimate',
    'job-ready',
    'job-uncollected',
    'handover',
    'review',
    'event-tell',
    'event-answer',
    'event-follow-up',
    'own-event',
    'follow-up',
    'contact-due',
    'campaign-call',
    'conversation-outcome',
    'need',
    'arrival',
    'postponed',
    'vip',
    'gift',
    'birthday',
    'date',
    'warranty',
    'care',
    'survey',
  ])
    expect(shown).toContain(kind);
});

it('knows without all cells whether a customer may be told anything', () => {
  const ids = db.prepare('SELECT id FROM customers').pluck().all() as string[];
  for (const purpose of ['direct-marketing', 'service-reminders'] as const)
    for (const id of ids)
      expect(mayBeToldOf(db, id, now, [purpose])).toBe(
        permissionsOf(db, id, now).cells.some((cell) => cell.allowed && cell.purpose === purpose),
      );
});

it('lists an advisor’s prospects from the newest on, by index', () => {
  const texts = new Set<string>();
  const advisorId = db.prepare(`SELECT id FROM staff WHERE role = 'advisor'`).pluck().get() as string;
  const context = {
    db: listening(db, texts),
    shop: { timeZone: moment.timeZone, currency: 'HKD' },
    ...moment,
  };
  const list = prospectsQueries['prospects.list'] as unknown as (context: object, input: object) => unknown;
  list(context, { advisorId, source: null, needs: 'any', cursor: null, limit: 30 });
  const [text = ''] = [...texts].filter((one) => one.includes('customers_by_advisor'));
  const plan = planOf(db, text);
  expect(plan.filter((detail) => detail.includes('customers_by_advisor'))[0]).toContain('SEARCH');
  expect([...texts].flatMap(walked)).toEqual([]);
});
