import { addProduct } from '@tests/fixtures/goods';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineAdder } from './bulk.sql';

let shop: TestShop;
beforeAll(async () => {
  shop = openTestShop();
  await addProduct(shop);
});
afterAll(() => shop.close());

const around = (bound: number) => fc.integer({ min: bound - 2, max: bound + 2 });
const usual = fc.record({
  sale: fc.nat(1000),
  product: fc.nat(5000),
  description: fc.nat(5000),
  quantity: fc.integer({ min: -50, max: 50 }),
  unit: fc.nat(1_000_000),
  discount: fc.constant(0),
});
/** What fits three numbers, what just does not, and what never will. */
const unusual = fc.record({
  sale: fc.oneof(fc.nat(1000), around(2 ** 37)),
  product: fc.oneof(fc.constant(null), fc.nat(5000), around(2 ** 26)),
  description: fc.oneof(fc.nat(5000), around(2 ** 26)),
  quantity: fc.oneof(fc.integer({ min: -50, max: 50 }), around(2 ** 20), around(-(2 ** 20))),
  unit: fc.oneof(fc.nat(1_000_000), around(2 ** 32), fc.constant(-5)),
  discount: fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 500 })),
});

const line = fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: unusual });

it('adds every line as it was given, however large its numbers are', () => {
  const db = shop.shop.writer;
  // The lines are of no receipt; what is looked at is how they travel.
  db.pragma('foreign_keys = OFF');
  fc.assert(
    fc.property(
      // Enough for several statements of many lines and a rest.
      fc.oneof(fc.array(unusual, { minLength: 1 }), fc.array(line, { maxLength: 1400, size: 'max' })),
      fc.constantFrom(0, 2 ** 16 - 3),
      (lines, first) => {
        db.exec('BEGIN');
        const adder = lineAdder(db);
        lines.forEach(({ sale, product, description, quantity, unit, discount }, index) => {
          adder.add(sale, first + index, product, description, quantity, unit, discount);
        });
        adder.finish();
        adder.finish();
        const rows = db
          .prepare(
            `SELECT sale_no AS sale, position, product_no AS product, description_no AS description, quantity,
               unit_price_minor AS unit, discount_minor AS discount, total_minor AS total FROM sale_lines ORDER BY position`,
          )
          .all();
        db.exec('ROLLBACK');
        expect(rows).toEqual(
          lines.map((given, index) => ({
            ...given,
            position: first + index,
            // Nothing is nothing: SQLite knows no negative zero.
            total: given.quantity * given.unit - given.discount || 0,
          })),
        );
      },
    ),
    { numRuns: 40 },
  );
  db.pragma('foreign_keys = ON');
});
