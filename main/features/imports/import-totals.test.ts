import { importText } from '@tests/fixtures/imports';
import { openTestShop } from '@tests/fixtures/shop';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTotals } from '../sales/sales.sql';

const mapping = {
  receiptNumber: 0,
  date: 1,
  customerId: 2,
  productCode: 3,
  quantity: 4,
  unitPrice: 5,
  currency: 6,
};

const line = fc.record({
  receipt: fc.constantFrom('R1', 'R2', 'R3', 'C4', 'R5'),
  day: fc.integer({ min: 1, max: 3 }),
  hour: fc.integer({ min: 10, max: 12 }),
  customer: fc.constantFrom('71', '72', '73', ''),
  code: fc.constantFrom('W1', 'S1', 'S2'),
  quantity: fc.constantFrom(-2, -1, 0, 1, 2, 3),
  currency: fc.constantFrom('HKD', 'HKD', 'HKD', 'USD'),
});

const file = fc.array(line, { minLength: 1, maxLength: 25 }).map((lines) =>
  [
    'Receipt,Date,Customer,Code,Qty,Price,Currency',
    ...lines.map(({ receipt, day, hour, customer, code, quantity, currency }) => {
      const at = `2024-05-0${day} ${hour}:00:00`;
      return `${receipt},${at},${customer},${code},${quantity},80.50,${currency}`;
    }),
  ].join('\n'),
);

test('totals of new and of known customers are what netting all their receipts gives', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      const shop = openTestShop();
      try {
        for (const text of [first, second]) {
          const { report } = await importText(shop, 'purchases', text, { mapping });
          expect(report.rowsRefused).toBe(0);
          expect(checkTotals(shop.shop.writer).wrong).toBe(0);
        }
      } finally {
        shop.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
