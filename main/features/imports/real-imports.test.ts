import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { countIndexed, dumpShop, importPath, undo } from '@tests/fixtures/imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTotals } from '../sales/sales.sql';

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const missing = !existsSync(data);
const note = missing ? ' (skipped: the data folder beside the repository is missing)' : '';

interface FileLine {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Quantity: string;
  readonly UnitPrice: string;
  readonly CustomerID: string;
}

/** Pence, by whole numbers only; null where the price is negative or finer than a penny. */
function pence(price: string): number | null {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(price);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

describe.skipIf(missing)(`a whole year of a gift shop's invoices${note}`, () => {
  const path = join(data, 'online-retail', 'online_retail.csv.gz');
  let shop: TestShop;
  beforeAll(() => {
    shop = openTestShop();
  });
  afterAll(() => shop.close());

  test('every customer and the shop come to what the file itself adds up to, and every trap is said', async () => {
    const empty = dumpShop(shop.shop);
    const options = { currency: 'GBP' };
    const dry = await importPath(shop, 'purchases', path, { options, publish: false });
    expect(dumpShop(shop.shop)).toBe(empty);
    const { report, importId } = await importPath(shop, 'purchases', path, { options });
    expect(report).toEqual(dry.report);

    // The same file by another reader and another arithmetic.
    const lines = parse(gunzipSync(readFileSync(path)), { columns: true }) as FileLine[];
    const spend = new Map<string, number>();
    let total = 0;
    let accepted = 0;
    for (const line of lines) {
      const price = pence(line.UnitPrice);
      if (price === null) continue;
      accepted += 1;
      const amount = price * Number(line.Quantity);
      total += amount;
      if (line.CustomerID !== '') spend.set(line.CustomerID, (spend.get(line.CustomerID) ?? 0) + amount);
    }
    const db = shop.shop.writer;
    expect(report).toMatchObject({
      rowsRead: 541_909,
      rowsImported: accepted,
      rowsUnchanged: 0,
      rowsRefused: 6,
      refusals: [
        { code: 'PRICE_TOO_FINE', rows: 4 },
        { code: 'PRICE_NEGATIVE', rows: 2, lines: [299_985, 299_986] },
      ],
      created: { customers: 4372, lines: accepted },
      totals: [{ currency: 'GBP', netMinor: total }],
    });
    expect(db.prepare('SELECT sum(total_minor) FROM sale_lines').pluck().get()).toBe(total);
    expect(db.prepare('SELECT sum(total_minor) FROM sales').pluck().get()).toBe(total);
    const found = db
      .prepare(
        `SELECT c.external_id, t.lifetime_minor FROM customers c JOIN customer_totals t ON t.customer_id = c.id
         WHERE t.currency = 'GBP'`,
      )
      .raw()
      .all() as [string, number][];
    expect(new Map(found)).toEqual(spend);
    const count = (code: string) => report.findings.find((finding) => finding.code === code)?.count;
    expect(count('LINES_WITHOUT_CUSTOMER')).toBe(
      lines.filter((line) => line.CustomerID === '' && pence(line.UnitPrice) !== null).length,
    );
    expect(count('PRODUCTS_WITH_SEVERAL_NAMES')).toBeGreaterThan(600);
    expect(count('RECEIPTS_WITH_SEVERAL_TIMES')).toBe(43);
    expect(db.prepare("SELECT count(*) FROM sales WHERE kind = 'cancellation'").pluck().get()).toBe(3836);
    expect(checkTotals(db).wrong).toBe(0);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(countIndexed(shop.shop)).toMatchObject({
      customer: 4372,
      product: report.created.products,
      sale: report.created.receipts,
    });

    const before = dumpShop(shop.shop);
    const again = await importPath(shop, 'purchases', path, { options });
    expect(again.report).toMatchObject({ rowsImported: 0, rowsUnchanged: accepted, rowsRefused: 6 });
    expect(dumpShop(shop.shop)).toBe(before);

    expect(undo(shop, importId).kept).toEqual([]);
    expect(dumpShop(shop.shop)).toBe(empty);
    expect(countIndexed(shop.shop)).toEqual({ sale: 0 });
  }, 600_000);
});

describe.skipIf(missing)(`catalogues${note}`, () => {
  let shop: TestShop;
  beforeAll(() => {
    shop = openTestShop();
  });
  afterAll(() => shop.close());

  test.each([
    ['watches/lange/watches.csv', 'USD', 634],
    ['watches/preowned/watches.csv', 'USD', 602],
    ['shopify/apparel.csv', 'HKD', 22],
    ['shopify/home-and-garden.csv', 'HKD', 21],
    ['shopify/jewelery.csv', 'HKD', 41],
  ])('%s: every row is a product, unchanged, or refused with its reason', async (name, currency, rows) => {
    const before = dumpShop(shop.shop);
    const { report, importId } = await importPath(shop, 'products', join(data, name), {
      options: { currency, unreadablePrices: 'leave-out' },
    });
    expect(report.rowsRead).toBe(rows);
    expect(report.rowsImported + report.rowsUnchanged + report.rowsRefused).toBe(rows);
    expect(report.rowsImported).toBe(report.created.products);
    expect(report.rowsImported).toBeGreaterThan(0);
    const again = await importPath(shop, 'products', join(data, name), {
      options: { currency, unreadablePrices: 'leave-out' },
    });
    expect(again.report.rowsImported).toBe(0);
    undo(shop, again.importId);
    undo(shop, importId);
    expect(dumpShop(shop.shop)).toBe(before);
  });

  test('both watch catalogues come in, but for the rows that say too little', async () => {
    const options = { currency: 'USD', unreadablePrices: 'leave-out' as const };
    const lange = await importPath(shop, 'products', join(data, 'watches/lange/watches.csv'), { options });
    const used = await importPath(shop, 'products', join(data, 'watches/preowned/watches.csv'), { options });
    // Two references without a model's name, and the remark under the table.
    expect(lange.report.refusals).toMatchObject([
      { code: 'NAME_MISSING', rows: 2, lines: [287, 344] },
      { code: 'CODE_MISSING', rows: 1 },
    ]);
    expect(used.report.refusals).toEqual([]);
  });
});
