import { openTestSample, type TestSample } from '@tests/fixtures/sample';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadableDb } from '../../db/sql';
import type { ShopHandle } from '../../kernel/shop-handle';
import { permissionsOf } from '../consents/consents.sql';

const now = Date.UTC(2026, 10, 20, 4, 0);

describe('the sample shop', () => {
  let sample: TestSample;
  let shop: ShopHandle;
  const number = (sql: string) => (shop.reader.prepare(sql).get() as { n: number }).n;

  beforeAll(() => {
    sample = openTestSample({ customers: 400, seed: 7, now });
    shop = sample.shop;
  });
  afterAll(() => sample.close());

  it('has a service job in every queue, and a question between departments', () => {
    expect(number('SELECT count(DISTINCT stage) AS n FROM service_jobs')).toBeGreaterThanOrEqual(7);
    expect(number('SELECT count(*) AS n FROM service_jobs WHERE ended_at IS NULL')).toBe(8);
    expect(number('SELECT count(*) AS n FROM handovers WHERE closed_at IS NULL')).toBe(2);
  });

  it('has people who wait for scarce watches, a piece that went past the order, one held and one to be offered', () => {
    expect(number('SELECT count(*) AS n FROM interests')).toBeGreaterThan(60);
    expect(number('SELECT count(DISTINCT product_id) AS n FROM interests')).toBeGreaterThan(3);
    expect(number('SELECT count(*) AS n FROM allocations')).toBe(3);
    expect(number('SELECT count(*) AS n FROM allocation_offers WHERE override_reason IS NOT NULL')).toBe(1);
    expect(number("SELECT count(*) AS n FROM allocation_events WHERE kind = 'sold'")).toBe(1);
    // Nobody stands on a list of a day before they registered.
    expect(
      number(
        `SELECT count(*) AS n FROM allocation_ranks r JOIN allocations a ON a.id = r.allocation_id
         JOIN interests i ON i.id = r.interest_id WHERE i.registered_on > a.opened_on`,
      ),
    ).toBe(0);
  });

  it('has contact plans, their clock as it should stand, and follow-ups in every state', () => {
    expect(number('SELECT count(*) AS n FROM contact_plans')).toBeGreaterThan(5);
    expect(number('SELECT count(*) AS n FROM contact_clock')).toBeGreaterThan(5);
    const read = (source: string) =>
      shop.reader.prepare(`SELECT * FROM ${source} ORDER BY customer_id`).all();
    expect(read('contact_clock')).toEqual(read('contact_clock_now'));
    for (const status of ['open', 'done'])
      expect(number(`SELECT count(*) AS n FROM follow_ups WHERE status = '${status}'`)).toBeGreaterThan(0);
    expect(
      number(`SELECT count(*) AS n FROM follow_ups WHERE status = 'open' AND due_on < '2026-11-18'`),
    ).toBeLessThan(5);
  });

  it('has its people, its catalogue and five years of purchases', () => {
    expect(number('SELECT count(*) AS n FROM customers')).toBe(400);
    expect(number('SELECT count(*) AS n FROM products')).toBe(400);
    expect(number('SELECT count(*) AS n FROM sale_lines')).toBeGreaterThan(2000);
    expect(number('SELECT count(*) AS n FROM vip_memberships WHERE ended_on IS NULL')).toBeGreaterThan(5);
    for (const status of ['open', 'kept', 'broken'])
      expect(number(`SELECT count(*) AS n FROM promises WHERE status = '${status}'`)).toBeGreaterThan(0);
  });

  it('has answers to surveys and a handful of complaints, two of them open', () => {
    expect(number("SELECT count(*) AS n FROM feedback WHERE status = 'answered'")).toBeGreaterThan(10);
    expect(number("SELECT count(*) AS n FROM complaints WHERE status = 'closed'")).toBeGreaterThan(1);
    expect(number("SELECT count(*) AS n FROM complaints WHERE status = 'open'")).toBe(2);
  });

  it('breaks no reference, and every receipt is the sum of its lines', () => {
    expect(shop.reader.pragma('foreign_key_check')).toEqual([]);
    expect(
      number(
        `SELECT count(*) AS n FROM sales s WHERE total_minor <>
           (SELECT sum(total_minor) FROM sale_lines l WHERE l.sale_no = s.no)`,
      ),
    ).toBe(0);
  });

  it('has questions open and answered, and offers in every state', () => {
    expect(number("SELECT count(*) AS n FROM enquiries WHERE status = 'open'")).toBe(4);
    expect(number("SELECT count(*) AS n FROM enquiries WHERE status = 'answered'")).toBe(8);
    expect(number('SELECT count(DISTINCT status) AS n FROM quotations')).toBe(4);
    expect(number('SELECT count(*) AS n FROM quotation_lines')).toBe(12);
  });

  it('has gifts that left the drawer, kinds that run low, and meetings held, planned and due', () => {
    expect(number('SELECT count(*) AS n FROM gifts')).toBeGreaterThan(3);
    expect(
      number(
        `SELECT count(*) AS n FROM gift_kinds k WHERE stock <>
           (SELECT sum(quantity) FROM gift_movements m WHERE m.gift_kind_id = k.id)`,
      ),
    ).toBe(0);
    expect(number('SELECT count(*) AS n FROM gift_kinds WHERE stock <= low_at')).toBeGreaterThan(0);
    expect(number("SELECT count(*) AS n FROM review_meetings WHERE status = 'held'")).toBeGreaterThan(1);
  });

  it('finds its people in the index and their totals in place', () => {
    expect(number("SELECT count(*) AS n FROM search_docs WHERE kind = 'customer'")).toBe(400);
    expect(number('SELECT count(DISTINCT customer_id) AS n FROM sales WHERE customer_id IS NOT NULL')).toBe(
      number('SELECT count(*) AS n FROM customer_totals'),
    );
  });

  it('holds consents that permit something, and none that permit without having been given', () => {
    const withGrant = idsOf(
      shop.reader,
      "SELECT DISTINCT customer_id AS id FROM consent_events WHERE kind = 'given'",
    );
    const others = idsOf(
      shop.reader,
      "SELECT id FROM customers WHERE id NOT IN (SELECT customer_id FROM consent_events WHERE kind = 'given')",
    );
    const isPermitted = (id: string) =>
      permissionsOf(shop.reader, id, now).cells.some((cell) => cell.allowed);
    expect(withGrant.filter(isPermitted).length).toBeGreaterThan(withGrant.length / 2);
    expect(others.filter(isPermitted)).toEqual([]);
  });
});

function idsOf(db: ReadableDb, sql: string): string[] {
  return (db.prepare(sql).all() as { id: string }[]).map(({ id }) => id);
}
