import { newId } from '@main/kernel/ids';
import { addCustomer, addProduct } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkTotals, insertSale, insertSaleLine, rebuildAllTotals, rebuildTotals } from './sales.sql';

let shop: TestShop;
let products: readonly string[];
beforeAll(async () => {
  shop = openTestShop();
  products = [await addProduct(shop), await addProduct(shop)];
});
afterAll(() => shop.close());

const line = fc.record({
  product: fc.constantFrom('a', 'b', null),
  quantity: fc.integer({ min: -5, max: 5 }),
  minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  /** Which earlier line of this customer it names as the one it takes back; most name none. */
  returns: fc.option(fc.nat({ max: 20 }), { freq: 3 }),
});
const receipt = fc.record({
  kind: fc.constantFrom('sale', 'return', 'cancellation'),
  day: fc.integer({ min: 0, max: 2000 }),
  currency: fc.constantFrom('HKD', 'HKD', 'HKD', 'USD'),
  /** Which earlier receipt of this customer it names. */
  returns: fc.option(fc.nat({ max: 8 }), { freq: 3 }),
  deleted: fc.boolean(),
  lines: fc.array(line, { maxLength: 4 }),
});

/** What was inserted of a customer so far, to be named by what comes back. */
interface Earlier {
  readonly sales: string[];
  readonly lines: { readonly no: number; readonly position: number }[];
}

function insertReceipt(
  customerId: string,
  { kind, day, deleted, lines, currency, returns }: typeof receipt extends fc.Arbitrary<infer T> ? T : never,
  earlier: Earlier = { sales: [], lines: [] },
) {
  const db = shop.shop.writer;
  const id = newId();
  const soldAt = Date.UTC(2020, 0, 1) + day * 86_400_000;
  const { no } = insertSale(db, {
    id,
    receipt_number: id,
    kind,
    returns_sale_id: returns === null ? null : (earlier.sales[returns] ?? null),
    customer_id: customerId,
    staff_id: null,
    sold_at: soldAt,
    sold_on: new Date(soldAt).toISOString().slice(0, 10),
    currency,
    total_minor: lines.reduce((sum, { minor }) => sum + minor, 0),
    payment_note: null,
    cash_minor: null,
    reason: null,
    note: null,
    flags: '[]',
    country: null,
    import_id: null,
    created_at: soldAt,
    deleted_at: deleted ? soldAt : null,
  });
  earlier.sales.push(id);
  lines.forEach(({ product, quantity, minor, returns: line }, position) => {
    const returned = line === null || quantity >= 0 ? undefined : earlier.lines[line];
    insertSaleLine(db, {
      sale_no: no,
      position,
      product_id: product === null ? null : (products[product === 'a' ? 0 : 1] ?? null),
      description: product ?? 'free text',
      quantity,
      unit_price_minor: minor,
      discount_minor: 0,
      discount_reason: null,
      total_minor: minor,
      serial: null,
      returns_sale_no: returned?.no ?? null,
      returns_position: returned?.position ?? null,
      warranty_ends_on: null,
      warranty_terms: null,
    });
    earlier.lines.push({ no, position });
  });
}

it('a customer’s totals are the sum of the receipts that stand, whatever was returned or cancelled', () => {
  const db = shop.shop.writer;
  fc.assert(
    fc.property(fc.array(receipt, { maxLength: 12 }), (receipts) => {
      const customerId = addCustomer(shop);
      for (const one of receipts) insertReceipt(customerId, { ...one, currency: 'HKD' });
      rebuildTotals(db, customerId);
      const read = () => db.prepare('SELECT * FROM customer_totals WHERE customer_id = ?').get(customerId);
      const totals = read() as { lifetime_minor: number; units: number } | undefined;
      const standing = receipts.filter(({ deleted }) => !deleted);
      if (standing.length === 0) {
        expect(totals).toBeUndefined();
        return;
      }
      const lines = standing.flatMap((one) => one.lines);
      expect(totals?.lifetime_minor).toBe(lines.reduce((sum, { minor }) => sum + minor, 0));
      expect(totals?.units).toBe(lines.reduce((sum, { quantity }) => sum + quantity, 0));
      const sum = db
        .prepare('SELECT sum(total_minor) AS sum FROM sales WHERE customer_id = ? AND deleted_at IS NULL')
        .get(customerId) as { sum: number };
      expect(totals?.lifetime_minor).toBe(sum.sum);
    }),
    { numRuns: 60 },
  );
});

it('adding up one customer gives what netting every line of theirs gives, links and currencies as they come', () => {
  const db = shop.shop.writer;
  fc.assert(
    fc.property(fc.array(receipt, { maxLength: 12 }), (receipts) => {
      db.exec('BEGIN');
      try {
        const customerId = addCustomer(shop);
        const earlier: Earlier = { sales: [], lines: [] };
        for (const one of receipts) insertReceipt(customerId, one, earlier);
        rebuildTotals(db, customerId);
        expect(checkTotals(db).wrong).toBe(0);
      } finally {
        db.exec('ROLLBACK');
      }
    }),
    { numRuns: 300 },
  );
});

it('rebuilding all gives the same rows as rebuilding each', () => {
  const db = shop.shop.writer;
  const all = () => db.prepare('SELECT * FROM customer_totals ORDER BY customer_id').all();
  const before = all();
  expect(before.length).toBeGreaterThan(10);
  const heard: number[] = [];
  rebuildAllTotals(db, (done) => heard.push(done));
  expect(all()).toEqual(before);
  expect(heard.length).toBeGreaterThan(0);
});
