import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dataFolder } from '@tests/fixtures/data';
import { countIndexed, dumpShop, importPath, undo } from '@tests/fixtures/imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTotals } from '../sales/sales.sql';

const found = dataFolder();
const missing = found === undefined;
const data = found ?? '';
const note = missing ? ' (skipped: the folder of real files is missing)' : '';

interface FileLine {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Description: string;
  readonly InvoiceDate: string;
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
    const names = new Map<string, Set<string>>();
    const times = new Map<string, Set<string>>();
    const put = (groups: Map<string, Set<string>>, key: string, value: string) =>
      groups.set(key, (groups.get(key) ?? new Set()).add(value));
    let total = 0;
    let accepted = 0;
    for (const line of lines) {
      const price = pence(line.UnitPrice);
      if (price === null) continue;
      accepted += 1;
      // One product, however its code is capitalised.
      const code = line.StockCode.trim().toUpperCase();
      if (!names.has(code)) names.set(code, new Set());
      const name = line.Description.trim();
      if (name !== '') put(names, code, name);
      put(times, line.InvoiceNo, line.InvoiceDate);
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
    const several = (groups: Map<string, Set<string>>) =>
      [...groups.values()].filter(({ size }) => size > 1).length;
    expect(report.created.products).toBe(names.size);
    expect(count('PRODUCTS_WITH_SEVERAL_NAMES')).toBe(several(names));
    expect(report.created.receipts).toBe(times.size);
    expect(count('RECEIPTS_WITH_SEVERAL_TIMES')).toBe(several(times));
    const cancelled = [...times.keys()].filter((number) => number.startsWith('C')).length;
    expect(db.prepare("SELECT count(*) FROM sales WHERE kind = 'cancellation'").pluck().get()).toBe(
      cancelled,
    );
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

    // The same files by another reader.
    const db = shop.shop.writer;
    const stored = (importId: string) =>
      db
        .prepare(
          'SELECT code, name, brand, reference, price_minor FROM products WHERE import_id = ? ORDER BY code',
        )
        .all(importId) as {
        code: string;
        name: string;
        brand: string;
        reference: string;
        price_minor: number;
      }[];
    const byCode = <T extends { code: string }>(rows: readonly T[]) =>
      [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
    const rows = parse(readFileSync(join(data, 'watches/preowned/watches.csv')), { columns: true }) as {
      readonly watch_id: string;
      readonly name: string;
      readonly brand: string;
      readonly reference: string;
      readonly price: string;
    }[];
    expect(stored(used.importId)).toEqual(
      byCode(
        rows.map(({ watch_id, name, brand, reference, price }) => ({
          code: watch_id,
          name,
          brand: brand || null,
          reference: reference || null,
          price_minor: pence(price),
        })),
      ),
    );
    const table = parse(readFileSync(join(data, 'watches/lange/watches.csv')), {
      fromLine: 6,
      relaxColumnCount: true,
    }) as string[][];
    // A reference that is "N/A" is none.
    const named = table.filter(([code, model]) => code?.trim() && code !== 'N/A' && model?.trim());
    expect(new Set(stored(lange.importId).map(({ code }) => code))).toEqual(
      new Set(named.map(([code = '']) => code.trim())),
    );
  });
});
