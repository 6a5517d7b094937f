import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAudit } from '@main/kernel/audit';
import { Failure } from '@main/kernel/errors';
import { dumpShop, importText, undo } from '@tests/fixtures/imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveRefusedRows } from './refused-file';

let shop: TestShop;
beforeEach(() => {
  shop = openTestShop();
});
afterEach(() => shop.close());

const read = <T>(sql: string, ...values: unknown[]) =>
  shop.shop.writer
    .prepare(sql)
    .raw()
    .all(...values) as T[];

const RECEIPTS = `Receipt,Date,Customer,Code,Description,Qty,Price
R1,2024-05-03 10:00:00,77,W1,Watch,1,1200.00
R1,2024-05-03 10:00:00,77,S1,Strap,2,80.50
R1,2024-05-03 10:00:00,77,S1,Strap,2,80.50
R2,2024-05-04 11:00:00,,S1,Strap black,1,80.50
C3,2024-05-09 12:00:00,77,S1,Strap,-1,80.50
R4,2024-05-10 12:00:00,78,W1,Watch,1,1200.005
`;
const columns = {
  receiptNumber: 0,
  date: 1,
  customerId: 2,
  productCode: 3,
  description: 4,
  quantity: 5,
  unitPrice: 6,
};
const purchases = (text: string, more = {}) =>
  importText(shop, 'purchases', text, { mapping: columns, ...more });

describe('purchases', () => {
  test('lines become receipts, customers and products; what is odd is refused or said', async () => {
    const { report } = await purchases(RECEIPTS);
    expect(report).toMatchObject({
      rowsRead: 6,
      rowsImported: 5,
      rowsRefused: 1,
      refusals: [{ code: 'PRICE_TOO_FINE', rows: 1, lines: [7] }],
      created: { customers: 1, products: 2, receipts: 3, lines: 5 },
      totals: [{ currency: 'HKD', soldMinor: 160_250, givenBackMinor: -8050, netMinor: 152_200 }],
    });
    expect(report.findings).toContainEqual({
      code: 'PRODUCTS_WITH_SEVERAL_NAMES',
      count: 1,
      examples: ['S1'],
    });
    expect(read('SELECT receipt_number, kind, sold_on, total_minor FROM sales ORDER BY sold_at')).toEqual([
      ['R1', 'sale', '2024-05-03', 152_200],
      ['R2', 'sale', '2024-05-04', 8050],
      ['C3', 'cancellation', '2024-05-09', -8050],
    ]);
    expect(read('SELECT name FROM products ORDER BY code')).toEqual([['Strap'], ['Watch']]);
    expect(read('SELECT lifetime_minor, receipts, units FROM customer_totals')).toEqual([[144_150, 1, 4]]);
    expect(checkAudit(shop.shop.writer).ok).toBe(true);
  });

  test('a second time, nothing changes; two equal lines stay two', async () => {
    await purchases(RECEIPTS);
    const before = dumpShop(shop.shop);
    const { report } = await purchases(RECEIPTS);
    expect(report).toMatchObject({ rowsImported: 0, rowsUnchanged: 5, rowsRefused: 1 });
    expect(dumpShop(shop.shop)).toBe(before);
  });

  test('refused rows are saved with their reason, corrected, fed back, and taken back alone', async () => {
    const first = await purchases(RECEIPTS.replace('S1,Strap,2,80.50', 'S1,Strap,two,80.50'));
    expect(first.report.rowsRefused).toBe(2);
    const target = join(shop.home, 'refused.csv');
    const { location } = shop.shop;
    expect(await saveRefusedRows(location, first.stageFile, target, 'zh-Hant')).toBe(2);
    const text = readFileSync(target, 'utf8');
    expect(text).toContain('數量：「two」不是數字。');
    const before = dumpShop(shop.shop);
    const corrected = text.replace('two', '2').replace('1200.005', '1200.00');
    const second = await purchases(corrected);
    expect(second.report).toMatchObject({
      rowsImported: 2,
      created: { receipts: 1, customers: 1 },
      changed: { receipts: 1 },
    });
    expect(read("SELECT total_minor FROM sales WHERE receipt_number = 'R1'")).toEqual([[152_200]]);
    expect(
      read(
        'SELECT position FROM sale_lines l JOIN sales s ON s.no = l.sale_no WHERE s.receipt_number = ? ORDER BY 1',
        'R1',
      ),
    ).toEqual([[0], [1], [2]]);
    expect(undo(shop, second.importId)).toMatchObject({
      removed: { receipts: 1, customers: 1 },
      restored: 1,
    });
    expect(dumpShop(shop.shop)).toBe(before);
  });

  test('unknown products and customers are refused where that was chosen, and leave nothing behind', async () => {
    const options = { unknownProducts: 'refuse', unknownCustomers: 'refuse' } as const;
    const { report } = await purchases(RECEIPTS, { options });
    expect(report.rowsImported).toBe(0);
    expect(report.refusals.map(({ code }) => code)).toEqual(['PRODUCT_UNKNOWN', 'PRICE_TOO_FINE']);
    await importText(shop, 'products', 'Code,Name\nS1,Strap\n', { mapping: { code: 0, name: 1 } });
    const second = await purchases(RECEIPTS, { options });
    expect(second.report).toMatchObject({
      rowsImported: 1,
      created: { receipts: 1, products: 0, customers: 0 },
    });
    expect(second.report.refusals).toContainEqual({
      code: 'CUSTOMER_UNKNOWN',
      field: '',
      rows: 3,
      lines: [3, 4, 6],
    });
  });

  test('what was used since stays and is named when the import is taken back', async () => {
    const { importId } = await purchases(RECEIPTS);
    const [[customer, number]] = read<[string, string]>('SELECT id, number FROM customers') as [
      [string, string],
    ];
    const [[product]] = read<[string]>("SELECT id FROM products WHERE code = 'S1'") as [[string]];
    await shop.call('sales.record', {
      customerId: customer,
      lines: [{ productId: product, quantity: 1, unitPriceMinor: 5000 }],
    });
    const report = undo(shop, importId);
    expect(report).toMatchObject({ removed: { receipts: 3, products: 1, customers: 0 }, keptCount: 2 });
    expect(report.kept).toEqual([
      { kind: 'product', id: product, label: 'S1', reason: 'USED' },
      { kind: 'customer', id: customer, label: number, reason: 'USED' },
    ]);
    expect(read('SELECT lifetime_minor FROM customer_totals')).toEqual([[5000]]);
    expect(shop.shop.writer.pragma('foreign_key_check')).toEqual([]);
    expect(() => undo(shop, importId)).toThrow(new Failure('IMPORT_ALREADY_UNDONE'));
  });

  test('a serial-numbered line becomes an item that its customer owns, unless it came back', async () => {
    const { importId } = await importText(
      shop,
      'purchases',
      `Receipt,Date,Customer,Code,Qty,Price,Serial
R1,2024-05-03,77,W1,1,1200,A100
R1,2024-05-03,77,W1,1,1200,A101
R9,2024-06-03,77,W1,-1,1200,A101
R2,2024-05-03,,W1,1,1200,A102
`,
    );
    expect(read('SELECT serial, status, bought_on, price_minor FROM items ORDER BY serial')).toEqual([
      ['A100', 'owned', '2024-05-03', 120_000],
      ['A101', 'returned', '2024-05-03', 120_000],
    ]);
    undo(shop, importId);
    expect(read('SELECT * FROM items')).toEqual([]);
  });

  test('amounts agree or the row is refused', async () => {
    const { report } = await importText(
      shop,
      'purchases',
      `Receipt,Date,Item,Qty,Price,Total,Discount
1,2024-05-03,a,2,10,20,
2,2024-05-03,a,2,10,15,5
3,2024-05-03,a,2,10,15,
4,2024-05-03,a,2,10,21,
5,2024-05-03,a,3,,10,
6,2024-05-03,a,-3,,-10,
7,2024-05-03,a,2,10,,30
8,2024-05-03,a,2,,,
`,
      {
        mapping: {
          receiptNumber: 0,
          date: 1,
          description: 2,
          quantity: 3,
          unitPrice: 4,
          lineTotal: 5,
          discount: 6,
        },
      },
    );
    expect(report.refusals.map(({ code, lines }) => [code, lines])).toEqual([
      ['DISCOUNT_TOO_LARGE', [8]],
      ['PRICE_MISSING', [9]],
      ['TOTAL_CONTRADICTS', [5]],
    ]);
    expect(
      read(
        'SELECT quantity, unit_price_minor, discount_minor, total_minor FROM sale_lines ORDER BY sale_no, position',
      ),
    ).toEqual([
      [2, 1000, 0, 2000],
      [2, 1000, 500, 1500],
      [2, 1000, 500, 1500],
      [3, 334, 2, 1000],
      [-3, 334, -2, -1000],
    ]);
  });

  test('cancelled half-way, at whatever step, the shop is as it was', async () => {
    const before = dumpShop(shop.shop);
    for (const at of ['imports.step.read', 'imports.step.lines', 'imports.step.totals']) {
      let seen = false;
      const attempt = purchases(RECEIPTS, {
        isCancelled: (step: string) => {
          seen ||= step === at;
          return seen;
        },
      });
      await expect(attempt).rejects.toThrow(new Failure('CANCELLED'));
      expect(dumpShop(shop.shop)).toBe(before);
    }
  });
});

describe('customers', () => {
  const LIST = `ID,Name,Chinese,Phone,Email,Birthday,Accepts email,Note
1,"CHAN Tai Man, Peter",陳大文,9123 4567,peter@example.com,1980-02-29,yes,likes steel
2,Wong Siu Ming,,9.123E+07,,,,
3,Lee Ka Yan,,6111 2222,,1990-13-01,,
4,Ho Mei,,6333 4444,,,no,
4,Ho Mei Ling,,6333 4444,,,no,
`;
  const customers = (text: string, more = {}) =>
    importText(shop, 'customers', text, {
      mapping: {
        externalId: 0,
        fullName: 1,
        chineseName: 2,
        phone: 3,
        email: 4,
        birthday: 5,
        acceptsEmail: 6,
        note: 7,
      },
      ...more,
    });

  test('names, contacts, birthday, note; a claimed yes permits nothing, a no is a no', async () => {
    const { report } = await customers(LIST);
    expect(report.refusals.map(({ code, lines }) => [code, lines])).toEqual([
      ['CUSTOMER_TWICE', [6]],
      ['DATE_NOT_IN_CALENDAR', [4]],
      ['PHONE_LOST_DIGITS', [3]],
    ]);
    expect(report.created.customers).toBe(2);
    expect(
      read(
        'SELECT number, external_id, family_name, given_name, english_name, chinese_name, birth_year FROM customers ORDER BY external_id',
      ),
    ).toEqual([
      ['A-000001', '1', 'Chan', 'Tai Man', 'Peter', '陳大文', 1980],
      ['A-000002', '4', 'Ho', 'Mei', null, null, null],
    ]);
    expect(read("SELECT normalised FROM customer_contacts WHERE kind = 'phone' ORDER BY 1")).toEqual([
      ['+85263334444'],
      ['+85291234567'],
    ]);
    expect(read('SELECT kind, channels FROM consent_events ORDER BY seq')).toEqual([
      ['imported-claim', '["email"]'],
      ['declined', '["email"]'],
    ]);
    const [[id]] = read<[string]>("SELECT id FROM customers WHERE external_id = '1'") as [[string]];
    const { statements } = await shop.call('consents.forCustomer', { customerId: id });
    expect(statements.every(({ verdict }) => verdict === 'not')).toBe(true);
    const hits = await shop.call('search.query', { text: '4567' });
    expect(JSON.stringify(hits)).toContain('陳大文');
  });

  test('a record that is here is completed, never overwritten, and put back by undo', async () => {
    const { id } = await shop.call('customers.create', {
      familyName: 'Chan',
      givenName: 'Tai Man',
      contacts: [{ kind: 'phone', value: '91234567' }],
    });
    const before = dumpShop(shop.shop);
    const text = 'Family,Given,Phone,Email,Address\nCHAN,Tai Man,+852 9123 4567,p@example.com,1 Road\n';
    const mapping = {
      familyName: 0,
      givenName: 1,
      phone: 2,
      email: 3,
      address: 4,
      fullName: null,
      externalId: null,
    };
    const { report, importId } = await importText(shop, 'customers', text, { mapping });
    expect(report).toMatchObject({ created: { customers: 0 }, changed: { customers: 1 } });
    expect(read('SELECT family_name, address, version FROM customers')).toEqual([['Chan', '1 Road', 2]]);
    const again = await importText(shop, 'customers', text, { mapping });
    expect(again.report).toMatchObject({ rowsImported: 0, rowsUnchanged: 1 });
    expect(undo(shop, importId)).toMatchObject({ restored: 1, keptCount: 0 });
    expect(dumpShop(shop.shop)).toBe(before);
    expect(id).toBeTruthy();
  });

  test('taken back, a customer of whom consent was claimed goes out of sight and the trail stays', async () => {
    const { importId } = await customers(LIST);
    const report = undo(shop, importId);
    expect(report.removed.customers).toBe(2);
    expect(report.kept.map(({ reason }) => reason)).toEqual(['CONSENT', 'CONSENT']);
    expect(read('SELECT count(*) FROM customers WHERE deleted_at IS NULL')).toEqual([[0]]);
  });
});

describe('products', () => {
  test('a price list changes prices with their history, and undo puts them back', async () => {
    const mapping = { code: 0, name: 1, price: 2, status: 3 };
    const list = (text: string) => importText(shop, 'products', text, { mapping });
    await list('Code,Name,Price,Status,Dial\nW1,Watch,"HK$12,000",active,blue\nW2,Other,see notes,,\n');
    expect(
      read('SELECT code, price_minor, status, attributes, category, is_serialised FROM products'),
    ).toEqual([['W1', 1_200_000, 'current', '{"Dial":"blue"}', 'watch', 1]]);
    const before = dumpShop(shop.shop);
    const { report, importId } = await list(
      'Code,Name,Price,Status,Dial\nW1,Watch,13000,discontinued,blue\n',
    );
    expect(report).toMatchObject({ changed: { products: 1 }, rowsUnchanged: 0 });
    expect(read('SELECT price_minor, status, version FROM products')).toEqual([
      [1_300_000, 'discontinued', 2],
    ]);
    expect(read('SELECT count(*) FROM product_prices')).toEqual([[2]]);
    undo(shop, importId);
    expect(dumpShop(shop.shop)).toBe(before);
  });
});

test('whatever the file holds, rows in = imported + unchanged + refused with a reason', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'R1',
      'R2',
      'C9',
      '2024-05-03',
      '3/4/2024',
      '1',
      '-1',
      '0',
      '12.50',
      '-3',
      'NA',
      '"',
      '0.001',
    ),
    fc.string({ maxLength: 8 }),
  );
  const table = fc.array(fc.array(cell, { minLength: 6, maxLength: 8 }), { minLength: 1, maxLength: 25 });
  const quote = (text: string) => (text.startsWith('"') ? text : `"${text.replaceAll('"', '""')}"`);
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = [
        'Receipt,Date,Customer,Code,Description,Qty,Price',
        ...rows.map((row) => row.map(quote).join(',')),
      ];
      const { report } = await purchases(`${text.join('\n')}\n`);
      const refused = report.refusals.reduce((sum, { rows: count }) => sum + count, 0);
      expect(report.rowsImported + report.rowsUnchanged + report.rowsRefused).toBe(report.rowsRead);
      expect(refused).toBe(report.rowsRefused);
      const { report: again } = await purchases(`${text.join('\n')}\n`);
      expect(again).toMatchObject({ rowsImported: 0, rowsRefused: report.rowsRefused });
    }),
    { numRuns: 40 },
  );
  expect(shop.shop.writer.pragma('foreign_key_check')).toEqual([]);
});

test('the actions open, check and remember a file by its token alone', async () => {
  await importText(shop, 'purchases', RECEIPTS, { mapping: columns });
  const path = join(shop.home, 'files', '1.csv');
  const found = existsSync(path) ? path : join(shop.home, 'files');
  shop.devices.nextFileToOpen = found;
  const refused = await shop.try('imports.inspect', { kind: 'purchases', path: join(shop.home, 'none.csv') });
  expect(refused).toMatchObject({ ok: false, code: 'FILE_NOT_FOUND' });
  shop.as('advisor');
  expect(await shop.try('imports.inspect', { kind: 'purchases' })).toMatchObject({ code: 'NOT_ALLOWED' });
  shop.as('manager');
  expect(await shop.call('imports.list', {})).toMatchObject([
    { kind: 'purchases', rowsImported: 5, status: 'done' },
  ]);
});
