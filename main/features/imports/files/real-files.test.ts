import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dataFolder } from '@tests/fixtures/data';
import { afterAll, describe, expect, test } from 'vitest';
import { type DetectedFile, detectFile } from './detect';
import { guessMapping, leftoverColumns } from './guess-columns';
import { type Row, readRows } from './read-rows';

const found = dataFolder();
const missing = found === undefined;
const data = found ?? '';
const folder = mkdtempSync(join(tmpdir(), 'real-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes in use once everything unreachable is gone, so that the measure does not depend on the collector's mood. */
function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

async function readWhole(path: string): Promise<{ found: DetectedFile; rows: Row[] }> {
  const found = await detectFile(path);
  const rows: Row[] = [];
  for await (const batch of readRows(path, found)) rows.push(...batch);
  return { found, rows };
}

/** The names of the columns that were guessed, by field. */
async function guessed(kind: 'customers' | 'products' | 'purchases', path: string) {
  const { header, sampleRows } = await detectFile(join(data, path));
  const named = Object.entries<number | null>(guessMapping(kind, header, sampleRows)).filter(
    (entry): entry is [string, number] => entry[1] !== null,
  );
  return Object.fromEntries(named.map(([field, column]) => [field, header[column]]));
}

describe.skipIf(missing)(
  'csv-spectrum (skipped where the data folder beside the repository is missing)',
  () => {
    const csvs = join(data, 'csv-spectrum', 'csvs');
    // One JSON is known to be of another CSV than the one beside it; see its own test.
    const other = 'location_coordinates.csv';
    const names = missing ? [] : readdirSync(csvs).filter((name) => name !== other);

    test.each(names)('%s reads exactly as its JSON says', async (name) => {
      let text = readFileSync(join(csvs, name), 'utf8');
      // These were written with CRLF; the copy at hand may have lost it on its way through version control.
      if (name.includes('crlf')) text = text.replace(/\r?\n/g, '\r\n');
      const path = join(folder, name);
      writeFileSync(path, text);
      const { found, rows } = await readWhole(path);
      const read = rows.map((row) =>
        Object.fromEntries(found.header.map((column, i) => [column, row.cells[i]])),
      );
      const json = readFileSync(
        join(data, 'csv-spectrum', 'json', basename(name, '.csv').concat('.json')),
        'utf8',
      );
      expect(read).toEqual(JSON.parse(json));
      expect(rows.every((row) => row.problem === undefined)).toBe(true);
    });

    test('location_coordinates.csv: quotes inside a cell stay, damaged signs are reported', async () => {
      const { found, rows } = await readWhole(join(csvs, other));
      const json = readFileSync(join(data, 'csv-spectrum', 'json', 'location_coordinates.json'), 'utf8');
      const expected: Record<string, string> = JSON.parse(json);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.cells[found.header.indexOf('Location Coordinates')]).toBe(
        expected['Location Coordinates'],
      );
      expect(rows[0]?.problem).toBe('INVALID_BYTES');
    });
  },
);

describe.skipIf(missing)('watch lists and shop exports (skipped where the data folder is missing)', () => {
  test.each([
    ['watches/lange/watches.csv', 4, 16, 634],
    ['watches/lange/movements.csv', 4, 35, 94],
    ['watches/preowned/watches.csv', 0, 8, 602],
    ['shopify/apparel.csv', 0, 46, 22],
    ['shopify/home-and-garden.csv', 0, 47, 21],
    ['shopify/jewelery.csv', 0, 46, 41],
    ['complete-journey/products.csv.gz', 0, 7, 92_331],
    ['complete-journey/transactions_sample.csv.gz', 0, 11, 75_000],
  ])('%s: %i lines before the header, %i columns, %i rows', async (path, preambleLines, columns, count) => {
    const { found, rows } = await readWhole(join(data, path));
    expect(found).toMatchObject({ preambleLines, delimiter: ',' });
    expect(found.header).toHaveLength(columns);
    expect(rows).toHaveLength(count);
    expect(rows.filter((row) => row.problem !== undefined)).toEqual([]);
  });

  test('the column that stands twice keeps both names', async () => {
    const { header } = await detectFile(join(data, 'watches/lange/watches.csv'));
    expect(header[0]).toBe('REF. NO. (SORTED BY FAMILY/ MODEL)');
    expect(header[15]).toBe('REF. NO. (SORTED BY FAMILY/ MODEL) (2)');
  });
});

describe.skipIf(missing)('guessed columns of real headers (skipped where the data folder is missing)', () => {
  test('online retail', async () => {
    expect(await guessed('purchases', 'online-retail/online_retail.csv.gz')).toEqual({
      receiptNumber: 'InvoiceNo',
      productCode: 'StockCode',
      description: 'Description',
      quantity: 'Quantity',
      date: 'InvoiceDate',
      unitPrice: 'UnitPrice',
      customerId: 'CustomerID',
      country: 'Country',
    });
  });

  test('Shopify products', async () => {
    expect(await guessed('products', 'shopify/jewelery.csv')).toMatchObject({
      code: 'Handle',
      brand: 'Vendor',
      name: 'Title',
      category: 'Type',
      price: 'Variant Price',
      stock: 'Variant Inventory Qty',
      status: 'Published',
    });
  });

  test('Shopify orders', async () => {
    expect(await guessed('purchases', 'shopify/orders_79col.header.csv')).toMatchObject({
      receiptNumber: 'Receipt Number',
      date: 'Created at',
      customerId: 'Email',
      productCode: 'Lineitem sku',
      description: 'Lineitem name',
      quantity: 'Lineitem quantity',
      unitPrice: 'Lineitem price',
      discount: 'Lineitem discount',
      currency: 'Currency',
      staff: 'Employee',
      country: 'Billing Country',
    });
  });

  test.each([
    'customers_v1_accepts_marketing',
    'customers_v1b_mixed',
    'customers_v2_no_id',
    'customers_v3_customer_id',
  ])('Shopify %s', async (name) => {
    const found = await guessed('customers', `shopify/${name}.header.csv`);
    expect(found).toMatchObject({
      givenName: 'First Name',
      familyName: 'Last Name',
      email: 'Email',
      phone: 'Phone',
      address: 'Address1',
      tags: 'Tags',
      acceptsEmail: name.startsWith('customers_v1_') ? 'Accepts Marketing' : 'Accepts Email Marketing',
    });
    if (!name.startsWith('customers_v1_')) expect(found.acceptsSms).toBe('Accepts SMS Marketing');
    if (name.endsWith('customer_id'))
      expect(found).toMatchObject({ externalId: 'Customer ID', note: 'Note' });
    expect(found.fullName).toBeUndefined();
  });

  test('Square', async () => {
    expect(await guessed('customers', 'square/customer_directory_PARTIAL.header.csv')).toEqual({
      externalId: 'Square Customer ID',
      givenName: 'First Name',
      familyName: 'Last Name',
      email: 'Email Address',
      phone: 'Phone Number',
      address: 'Street Address 1',
      note: 'Memo',
    });
    expect(await guessed('purchases', 'square/transactions_55col_2025.header.csv')).toMatchObject({
      receiptNumber: 'Transaction ID',
      date: 'Date',
      lineTotal: 'Net Sales',
      discount: 'Discounts',
      description: 'Description',
      staff: 'Staff Name',
      customerId: 'Customer ID',
    });
  });

  test('both watch lists', async () => {
    expect(await guessed('products', 'watches/preowned/watches.csv')).toEqual({
      code: 'watch_id',
      name: 'name',
      brand: 'brand',
      price: 'price',
      reference: 'reference',
    });
    const lange = await guessed('products', 'watches/lange/watches.csv');
    expect(lange).toMatchObject({
      reference: 'REF. NO. (SORTED BY FAMILY/ MODEL)',
      code: 'REF. NO. (SORTED BY FAMILY/ MODEL) (2)',
      family: 'FAMILY / MODEL (ALPHABETICALLY SORTED)',
      name: 'FAMILY / MODEL (ALPHABETICALLY SORTED)',
      price: 'LATEST PRICE (RED IS CURRENT)',
    });
    const { header, sampleRows } = await detectFile(join(data, 'watches/lange/watches.csv'));
    const left = leftoverColumns(header, guessMapping('products', header, sampleRows));
    expect(left.map((column) => header[column])).toContain('CASE METAL');
    expect(left).toHaveLength(12);
  });
});

describe.skipIf(missing)('the whole invoice file (skipped where the data folder is missing)', () => {
  test('541,909 lines are read in bounded memory', async ({ annotate }) => {
    const path = join(data, 'online-retail', 'online_retail.csv.gz');
    const found = await detectFile(path);
    const before = liveHeap();
    const started = performance.now();
    let rows = 0;
    let problems = 0;
    let cancelled = 0;
    let last = 0;
    let peak = 0;
    let paused = 0;
    for await (const batch of readRows(path, found)) {
      rows += batch.length;
      for (const { cells, problem, line } of batch) {
        if (problem !== undefined) problems += 1;
        if (cells[0]?.startsWith('C') === true) cancelled += 1;
        last = line;
      }
      if (rows % 100_000 !== 0) continue;
      const pause = performance.now();
      peak = Math.max(peak, liveHeap());
      paused += performance.now() - pause;
    }
    const milliseconds = performance.now() - started - paused;
    const growth = Math.round((peak - before) / 1_048_576);
    await annotate(
      `${rows} rows in ${Math.round(milliseconds)} ms, ${Math.round(rows / milliseconds)} rows/ms, heap +${growth} MB`,
    );
    expect({ rows, problems, cancelled, last }).toEqual({
      rows: 541_909,
      problems: 0,
      cancelled: 9288,
      last: 541_910,
    });
    expect(growth).toBeLessThan(20);
  });
});
