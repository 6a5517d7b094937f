import { mayContact } from '@shared/domain/consent';
import { CHANNELS, GOODS_CLASSES } from '@shared/domain/consent-events';
import { addDays, addMonths, ageOn, civilDateOf, daysBetween, nextOccurrence } from '@shared/domain/dates';
import { languages } from '@shared/domain/languages';
import { CONDITION_KINDS, type Condition, PREFERENCE_KINDS, SEGMENT_DATES } from '@shared/domain/segments';
import { words } from '@shared/words';
import { conditionInWords, segmentInWords } from '@shared/words/segment-sentences';
import { openTestSample, type TestSample } from '@tests/fixtures/sample';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShopHandle } from '../../kernel/shop-handle';
import { permissionsOf } from '../consents/consents.sql';
import { interestState } from '../interests/interests.sql';
import { conditionSql } from './conditions.sql';
import { countSegment, listSegmentMembers } from './segments.sql';

const now = Date.UTC(2026, 10, 20, 4, 0);
const today = '2026-11-20';
const moment = { now, today };

let sample: TestSample;
let shop: ShopHandle;
let customers: Row[];
beforeAll(() => {
  sample = openTestSample({ customers: 250, seed: 11, now });
  shop = sample.shop;
  spoilSome();
  customers = rowsOf(
    'SELECT * FROM customers WHERE deleted_at IS NULL AND merged_into_id IS NULL ORDER BY id',
  );
  for (const table of Object.keys(ofCustomer)) {
    const byCustomer = new Map<string, Row[]>();
    for (const row of rowsOf(tableSql(table))) {
      const id = String(row.customer_id);
      byCustomer.set(id, [...(byCustomer.get(id) ?? []), row]);
    }
    ofCustomer[table] = byCustomer;
  }
});
afterAll(() => sample.close());

// biome-ignore lint/suspicious/noExplicitAny: rows as the tables hold them, read by the straightforward evaluation only
type Row = Record<string, any>;
const rowsOf = (sql: string) => shop.reader.prepare(sql).all() as Row[];

/** Every row of a table that belongs to a customer; lines with what they are about. */
const ofCustomer: Record<string, Map<string, Row[]>> = Object.fromEntries(
  [
    'lines',
    'sales',
    'items',
    'needs',
    'customer_dates',
    'customer_totals',
    'conversations',
    'complaints',
    'feedback',
    'vip_memberships',
    'customer_preferences',
    'event_guests',
    'gifts',
    'service_jobs',
    'interests',
    'quotations',
    'campaign_entries',
  ].map((table) => [table, new Map()]),
);
function tableSql(table: string): string {
  if (table === 'interests')
    return `SELECT i.*, p.brand, ${interestState} AS state FROM interests i JOIN products p ON p.id = i.product_id`;
  if (table !== 'lines') return `SELECT * FROM ${table}`;
  return `SELECT l.*, s.id AS sale_id, s.customer_id, s.kind, s.sold_on, s.currency, p.id AS product_id, p.brand, p.category,
    (SELECT coalesce(sum(quantity), 0) FROM sale_lines r
      WHERE r.returns_sale_no = l.sale_no AND r.returns_position = l.position) AS given_back
    FROM sale_lines l JOIN sales s ON s.no = l.sale_no AND s.deleted_at IS NULL LEFT JOIN products p ON p.no = l.product_no`;
}
const rows = (table: string, { id }: Row): Row[] => ofCustomer[table]?.get(id) ?? [];

/** What the sample has too little of. */
function spoilSome(): void {
  const run = (sql: string, ...values: (string | number)[]) => shop.writer.prepare(sql).run(...values);
  const ids = rowsOf('SELECT id FROM customers ORDER BY id').map(({ id }) => String(id));
  run('UPDATE customers SET birth_month = 2, birth_day = 29, birth_year = 1988 WHERE id = ?', ids[3]!);
  run('UPDATE customers SET birth_month = NULL, birth_day = NULL, birth_year = 1970 WHERE id = ?', ids[4]!);
  run('UPDATE customers SET deleted_at = 1 WHERE id = ?', ids[5]!);
  run('UPDATE items SET is_discreet = 1 WHERE customer_id IN (?, ?)', ids[6]!, ids[7]!);
  run('UPDATE customer_dates SET is_discreet = 1 WHERE customer_id > ?', ids[200]!);
  run(`UPDATE customers SET address = '1 Nathan Road', district = NULL WHERE id = ?`, ids[8]!);
}

const between = (value: number, least: number | null, most: number | null) =>
  (least === null || value >= least) && (most === null || value <= most);
const stands = (line: Row) => line.quantity > 0 && line.quantity + line.given_back > 0;
const isAbout = (row: Row, { brand, category }: { brand: string | null; category: string | null }) =>
  (!brand || row.brand === brand) && (!category || row.category === category);
const isSince = (months: number | null) => (row: Row) =>
  months === null || row.sold_on > addMonths(today, -months);
const dayOf = (at: number) => civilDateOf(at, 'Asia/Hong_Kong');
const isWithin = (at: number | null, months: number | null) =>
  at !== null && (months === null || dayOf(at) > addMonths(today, -months));
const isSoon = (month: number | null, day: number | null, days: number) =>
  month !== null && day !== null && daysBetween(today, nextOccurrence(month, day, today)) <= days;

/** The straightforward reading of one condition, without its "not". */
function holds(condition: Condition, customer: Row): boolean {
  const [totals] = rows('customer_totals', customer);
  const lastSale: number | null = totals?.last_sale_at ?? null;
  switch (condition.kind) {
    case 'spend': {
      const lines = rows('lines', customer)
        .filter(isSince(condition.months))
        .filter((line) => line.currency === 'HKD' && isAbout(line, condition));
      const spent = lines.reduce((sum, line) => sum + line.total_minor, 0);
      return between(spent, condition.atLeastMinor, condition.atMostMinor);
    }
    case 'purchases': {
      const bought = rows('lines', customer)
        .filter((line) => line.kind === 'sale' && stands(line))
        .filter(isSince(condition.months));
      const receipts = new Set(bought.map((line) => line.sale_id)).size;
      return between(receipts, condition.atLeast, condition.atMost);
    }
    case 'last-purchase':
      if (lastSale === null) return false;
      return condition.side === 'before'
        ? dayOf(lastSale) < condition.date
        : dayOf(lastSale) >= condition.date;
    case 'quiet': {
      const talks = rows('conversations', customer).filter(
        ({ outcome }) => !['not-sent', 'not-delivered'].includes(outcome),
      );
      const times = [...talks.map(({ at }) => Number(at)), ...(lastSale === null ? [] : [lastSale])];
      return times.every((at) => daysBetween(dayOf(at), today) >= condition.days);
    }
    case 'bought':
      return rows('lines', customer)
        .filter((line) => line.kind === 'sale' && stands(line))
        .filter(isSince(condition.months))
        .some(
          (line) =>
            isAbout(line, condition) && (!condition.product || line.product_id === condition.product.id),
        );
    case 'owns':
      return rows('items', customer)
        .filter((item) => item.status === 'owned' && item.is_discreet === 0 && item.deleted_at === null)
        .filter((item) => !condition.brand || item.brand === condition.brand)
        .filter(
          ({ warranty_end: end }) =>
            condition.warrantyDays === null ||
            (end !== null && end >= today && end <= addDays(today, condition.warrantyDays)),
        )
        .some(
          ({ service_due: due }) =>
            condition.serviceDays === null || (due !== null && due <= addDays(today, condition.serviceDays)),
        );
    case 'vip':
      return rows('vip_memberships', customer).some(
        (card) => card.ended_on === null && (!condition.tier || card.tier === condition.tier),
      );
    case 'consent': {
      const cell = {
        purpose: 'direct-marketing' as const,
        channel: condition.channel,
        class: condition.goodsClass,
      };
      return mayContact(permissionsOf(shop.reader, customer.id, now), cell).ok;
    }
    case 'language':
      return customer.language === condition.language;
    case 'advisor':
      return [customer.primary_advisor_id, customer.secondary_advisor_id].includes(condition.staffId);
    case 'place':
      return [customer.address, customer.district, customer.country].some((part) =>
        String(part ?? '')
          .toLowerCase()
          .includes(condition.text.toLowerCase()),
      );
    case 'date': {
      const own = isSoon(customer.birth_month, customer.birth_day, condition.days);
      const noted = rows('customer_dates', customer)
        .filter((date) => date.is_discreet === 0)
        .filter((date) =>
          condition.dateKind === 'anniversary'
            ? date.kind === 'anniversary'
            : condition.dateKind !== 'other' || date.kind !== 'anniversary',
        )
        .some((date) => isSoon(date.month, date.day, condition.days));
      if (condition.dateKind === 'birthday') return own;
      return noted || (condition.dateKind === 'any' && own);
    }
    case 'age': {
      const { birth_year: year, birth_month: month, birth_day: day } = customer;
      if (year === null) return false;
      const two = (value: number) => String(value).padStart(2, '0');
      const age = ageOn(`${year}-${two(month ?? 12)}-${two(day ?? 31)}`, today);
      return between(age, condition.atLeast, condition.atMost);
    }
    case 'need':
      return rows('needs', customer)
        .filter((need) => need.status === 'open' && need.is_discreet === 0 && need.deleted_at === null)
        .filter((need) => isAbout(need, condition))
        .some(
          (need) =>
            condition.atLeastMinor === null ||
            (need.currency === 'HKD' &&
              (need.budget_max_minor ?? need.budget_min_minor ?? -1) >= condition.atLeastMinor),
        );
    case 'prospect':
      return !rows('sales', customer).some(({ kind, deleted_at }) => kind === 'sale' && deleted_at === null);
    case 'complaint':
      return rows('complaints', customer).some(({ status }) => status === 'open');
    case 'score': {
      const answers = rows('feedback', customer)
        .filter((answer) => answer[condition.measure] !== null)
        .sort((a, b) => b.at - a.at);
      return (
        answers[0] !== undefined &&
        between(answers[0][condition.measure], condition.atLeast, condition.atMost)
      );
    }
    case 'created': {
      const on = dayOf(customer.created_at);
      return condition.side === 'before' ? on < condition.date : on >= condition.date;
    }
    case 'prefers': {
      const [likes] = rows('customer_preferences', customer);
      const list = { brand: 'brands', metal: 'metals', colour: 'colours' }[condition.what];
      const chosen = JSON.parse(likes?.[list] ?? '[]') as string[];
      return chosen.some((one) => one.toLowerCase() === condition.value.toLowerCase());
    }
    case 'event':
      return rows('event_guests', customer).some(({ arrived_at }) => isWithin(arrived_at, condition.months));
    case 'gift':
      return rows('gifts', customer).some(
        ({ taken_back_at, is_discreet, given_on }) =>
          taken_back_at === null &&
          is_discreet === 0 &&
          (condition.months === null || given_on > addMonths(today, -condition.months)),
      );
    case 'in-repair':
      return rows('service_jobs', customer).some(
        ({ ended_at, is_discreet }) => ended_at === null && is_discreet === 0,
      );
    case 'repaired':
      return rows('service_jobs', customer).some(
        ({ ended_at, is_repaired, is_discreet }) =>
          is_repaired === 1 && is_discreet === 0 && isWithin(ended_at, condition.months),
      );
    case 'interest':
      return rows('interests', customer).some(
        ({ state, is_discreet, brand: of }) =>
          state === 'waiting' && is_discreet === 0 && (!condition.brand || of === condition.brand),
      );
    case 'quotation':
      return rows('quotations', customer).some(
        ({ status, expires_on, superseded_by_id, is_discreet }) =>
          status === 'sent' && expires_on >= today && superseded_by_id === null && is_discreet === 0,
      );
    case 'campaign':
      return rows('campaign_entries', customer).some(
        ({ dropped_at, at }) => dropped_at === null && isWithin(at, condition.months),
      );
    case 'campaign-answer':
      return rows('campaign_entries', customer).some(
        ({ dropped_at, response, response_at }) =>
          dropped_at === null && response === 'answered' && isWithin(response_at, condition.months),
      );
  }
}

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const brand = maybe(fc.constantFrom('Omega', 'Rolex', 'Cartier', 'Nobody'));
const category = maybe(fc.constantFrom('watch', 'strap', 'gift'));
const months = maybe(fc.integer({ min: 1, max: 60 }));
const amount = maybe(fc.integer({ min: 0, max: 60_000_000 }));
const few = maybe(fc.integer({ min: 0, max: 6 }));
const days = fc.integer({ min: 0, max: 900 });
const date = fc.integer({ min: 0, max: 2000 }).map((back) => addDays(today, -back));
const side = fc.constantFrom('before' as const, 'after' as const);

/** Any condition of a kind, with values that the shop has and some that it has not. */
function conditionsOf(kind: Condition['kind']): fc.Arbitrary<Condition> {
  const staff = rowsOf('SELECT id FROM staff').map(({ id }) => String(id));
  const product = rowsOf('SELECT p.id FROM sale_lines l JOIN products p ON p.no = l.product_no LIMIT 20');
  const fields: { [K in Condition['kind']]: object } = {
    spend: { atLeastMinor: amount, atMostMinor: amount, months, brand, category },
    purchases: { atLeast: few, atMost: few, months },
    'last-purchase': { side, date },
    quiet: { days },
    bought: {
      brand,
      category,
      months,
      product: maybe(fc.constantFrom(...product.map(({ id }) => ({ id: String(id), name: 'One' })))),
    },
    owns: { brand, warrantyDays: maybe(days), serviceDays: maybe(days) },
    vip: { tier: maybe(fc.constantFrom('silver', 'gold', 'diamond')) },
    consent: { channel: fc.constantFrom(...CHANNELS), goodsClass: fc.constantFrom(...GOODS_CLASSES) },
    language: { language: fc.constantFrom(...languages) },
    advisor: { staffId: fc.constantFrom(...staff, 'nobody') },
    place: { text: fc.constantFrom('Road', 'kowloon', '中', '%', 'nathan') },
    date: { dateKind: fc.constantFrom(...SEGMENT_DATES), days: fc.integer({ min: 0, max: 180 }) },
    age: {
      atLeast: maybe(fc.integer({ min: 0, max: 90 })),
      atMost: maybe(fc.integer({ min: 0, max: 90 })),
    },
    need: { brand, category, atLeastMinor: amount },
    prospect: {},
    complaint: {},
    score: {
      measure: fc.constantFrom('nps', 'csat'),
      atLeast: few,
      atMost: maybe(fc.integer({ min: 3, max: 10 })),
    },
    created: { side, date },
    prefers: {
      what: fc.constantFrom(...PREFERENCE_KINDS),
      value: fc.constantFrom('Omega', 'steel', 'Steel', 'blue', 'rose-gold'),
    },
    event: { months },
    gift: { months },
    'in-repair': {},
    repaired: { months },
    interest: { brand },
    quotation: {},
    campaign: { months },
    'campaign-answer': { months },
  };
  return fc.record({
    kind: fc.constant(kind),
    not: fc.boolean(),
    ...fields[kind],
  }) as fc.Arbitrary<Condition>;
}

const expected = (groups: readonly { readonly any: readonly Condition[] }[]) =>
  customers
    .filter((customer) =>
      groups.every(({ any }) => any.some((condition) => holds(condition, customer) !== condition.not)),
    )
    .map(({ id }) => String(id));

describe('a condition', () => {
  it.each(CONDITION_KINDS)('%s finds in SQL whom it finds when it is read plainly', (kind) => {
    fc.assert(
      fc.property(conditionsOf(kind), (condition) => {
        const groups = [{ any: [condition] }];
        expect([...listSegmentMembers(shop.reader, { groups }, moment)]).toEqual(expected(groups));
      }),
      { numRuns: 25 },
    );
  });

  it.each(CONDITION_KINDS)('%s looks at one customer’s own rows, and never through a whole table', (kind) => {
    fc.assert(
      fc.property(conditionsOf(kind), (condition) => {
        const { sql, values } = conditionSql(condition, {
          ...moment,
          timeZone: 'Asia/Hong_Kong',
          currency: 'HKD',
        });
        const plan = shop.reader
          .prepare(
            `EXPLAIN QUERY PLAN SELECT c.id FROM customers c WHERE c.id > '0' AND c.id <= '1' AND (${sql})`,
          )
          .all(...values) as { detail: string }[];
        expect(plan[0]?.detail).toMatch(/^SEARCH c USING .*\(id>\? AND id<\?\)/);
        // The words of one preference are a list of their own.
        expect(plan.filter(({ detail }) => /^SCAN (?!j VIRTUAL)/.test(detail))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('holds together with others: every group, one of each', () => {
    const any = fc.constantFrom(...CONDITION_KINDS).chain(conditionsOf);
    const group = fc.record({ any: fc.array(any, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 3 }), (groups) => {
        const found = expected(groups);
        expect([...listSegmentMembers(shop.reader, { groups }, moment)]).toEqual(found);
        expect(countSegment(shop.reader, { groups }, moment)).toEqual({ count: found.length, isMore: false });
      }),
      { numRuns: 60 },
    );
  });

  it('is said in three languages without a gap', () => {
    const names = { currency: 'HKD', staff: () => 'Ada' };
    fc.assert(
      fc.property(fc.constantFrom(...CONDITION_KINDS).chain(conditionsOf), (condition) => {
        for (const language of languages) {
          const said = conditionInWords(condition, language, names);
          expect(said).not.toMatch(/\{\{|undefined|^\s|\s$|\s\s/);
          expect(said.length).toBeGreaterThan(2);
        }
      }),
    );
    expect(Object.keys(words.en.segments.kinds)).toEqual(CONDITION_KINDS);
  });
});

it('a segment reads as one sentence', () => {
  const rule = {
    groups: [
      {
        any: [
          { kind: 'bought', not: false, brand: 'Omega', category: null, product: null, months: 24 } as const,
        ],
      },
      {
        any: [{ kind: 'consent', not: false, channel: 'email', goodsClass: 'watches' } as const],
      },
    ],
  };
  const names = { currency: 'HKD', staff: () => 'Ada' };
  expect(segmentInWords(rule, 'en', names)).toBe(
    'Customers who bought Omega in the last 2 years and may be reached by e-mail about watches',
  );
  expect(segmentInWords(rule, 'zh-Hant', names)).toBe(
    '符合以下條件的顧客：過去 2 年內買過Omega；並且可以電郵聯絡，介紹手錶',
  );
  expect(segmentInWords({ groups: [] }, 'zh-Hans', names)).toBe('所有顾客');
});

it('a walk goes on where it stopped and never names anybody twice', () => {
  const all = [...listSegmentMembers(shop.reader, { groups: [] }, moment)];
  const first = [...listSegmentMembers(shop.reader, { groups: [] }, { ...moment, limit: 40 })];
  const rest = [...listSegmentMembers(shop.reader, { groups: [] }, { ...moment, after: first.at(-1)! })];
  expect([...first, ...rest]).toEqual(all);
  expect(all).toHaveLength(customers.length);
});
