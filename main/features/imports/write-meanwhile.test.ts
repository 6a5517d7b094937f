import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importInput } from '@tests/fixtures/imports';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { expect, test } from 'vitest';
import { checkTotals } from '../sales/sales.sql';
import { type Blocks, sharedBlocks } from './blocks';
import { importFile } from './import-job';
import { importPurchases } from './import-purchases';
import { BATCH_LINE_VALUES, VALUES_A_LINE } from './line-columns';
import { readPurchases } from './purchase-batches';
import { BATCH_VALUES, VALUES_A_ROW } from './purchase-columns';
import { stagePurchaseFile } from './stage-purchase-file';

const mapping = {
  receiptNumber: 0,
  date: 1,
  customerId: 2,
  productCode: 3,
  description: 4,
  quantity: 5,
  unitPrice: 6,
  discount: 7,
  serial: 8,
};

/** Several batches: receipts that come again later, lines with and without words, discounts and serials, a few of them wrong. */
function writeFile(test: TestShop, rows: number): string {
  const lines = ['Receipt,Date,Customer,Code,Description,Qty,Price,Discount,Serial'];
  for (let row = 0; row < rows; row += 1) {
    const receipt = row % 1000 === 999 ? 3 : Math.floor(row / 4);
    const words = row % 7 === 0 ? '' : `Thing ${row % 53}${row % 90 === 0 ? ' new' : ''}`;
    const discount = row % 11 === 0 ? '1.00' : '';
    const serial = row % 101 === 0 ? `S${row}` : '';
    const price = row % 2500 === 17 ? '0.001' : `${10 + (row % 90)}.50`;
    const quantity = receipt % 40 === 0 ? -1 : 1 + (row % 2);
    lines.push(
      `R${receipt},2024-03-0${1 + (receipt % 9)},${receipt % 5 ? 70 + (receipt % 50) : ''},P${row % 53},${words},${quantity},${price},${discount},${serial}`,
    );
  }
  const path = join(test.home, `${rows}.csv`);
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** Everything that came in, without what differs from one import to the next. */
function contents({ shop: { writer: db } }: TestShop): unknown {
  const read = (sql: string) => db.prepare(sql).raw().all();
  return [
    read(`SELECT s.no, s.receipt_number, s.kind, s.total_minor, c.external_id FROM sales s
      LEFT JOIN customers c ON c.id = s.customer_id ORDER BY s.no`),
    read(`SELECT l.sale_no, l.position, p.code, d.text, l.quantity, l.unit_price_minor, l.discount_minor, l.total_minor, l.serial
      FROM sale_lines l JOIN descriptions d ON d.no = l.description_no LEFT JOIN products p ON p.no = l.product_no
      ORDER BY l.sale_no, l.position`),
    read('SELECT code, name, is_serialised FROM products ORDER BY no'),
    read('SELECT sale_no, sale_position, serial, status FROM items ORDER BY sale_no, sale_position'),
    read(`SELECT c.external_id, t.lifetime_minor, t.receipts, t.units FROM customer_totals t
      JOIN customers c ON c.id = t.customer_id ORDER BY 1`),
  ];
}

const silent = { progress: () => undefined, isCancelled: () => false };

test('lines written while the file is read are the same as lines written afterwards, and a dry run says the same', async () => {
  const results = [];
  for (const writesMeanwhile of [true, false]) {
    const shop = openTestShop();
    try {
      const path = writeFile(shop, 10_000);
      const input = await importInput(shop.shop, 'purchases', path, { mapping });
      const task = { ...input, staffId: shop.staff.manager, today: '2026-11-20', writesMeanwhile };
      const dry = await importPurchases({ ...task, publish: false }, silent);
      const done = await importPurchases(task, silent);
      expect(done?.report).toEqual(dry?.report);
      expect(done?.report).toMatchObject({ rowsRead: 10_000, rowsRefused: 4 });
      expect(checkTotals(shop.shop.writer).wrong).toBe(0);
      expect(shop.shop.writer.pragma('foreign_key_check')).toEqual([]);
      expect(shop.shop.writer.pragma('integrity_check', { simple: true })).toBe('ok');
      results.push([done?.report, contents(shop)]);
    } finally {
      shop.close();
    }
  }
  expect(results[0]).toEqual(results[1]);
}, 60_000);

test('a file that brings known and new receipts together adds only what is new', async () => {
  const shop = openTestShop();
  try {
    const first = writeFile(shop, 6000);
    const both = writeFile(shop, 9000);
    for (const [path, imported] of [
      [first, 5997],
      [both, 2999],
      [both, 0],
    ] as const) {
      const input = await importInput(shop.shop, 'purchases', path, { mapping });
      const { report } = await importFile({ ...input, staffId: shop.staff.manager }, silent);
      expect(report.rowsImported).toBe(imported);
      expect(checkTotals(shop.shop.writer).wrong).toBe(0);
    }
    const words = shop.shop.writer.prepare(
      'SELECT count(*) FROM descriptions d WHERE NOT EXISTS (SELECT 1 FROM sale_lines l WHERE l.description_no = d.no)',
    );
    expect(words.pluck().get()).toBe(0);
    expect(shop.shop.writer.pragma('foreign_key_check')).toEqual([]);
  } finally {
    shop.close();
  }
}, 60_000);

test('a customer saved after the rows were looked up has the file read again', async () => {
  const shop = openTestShop();
  try {
    const { id } = await shop.call('customers.create', { familyName: 'Chan' });
    const { writer } = shop.shop;
    const path = writeFile(shop, 5000);
    const input = await importInput(shop.shop, 'purchases', path, { mapping });
    const save = writer.prepare(
      "UPDATE customers SET external_id = '71', updated_at = updated_at + 1 WHERE id = ? AND external_id IS NULL",
    );
    const { report } = await importFile(
      { ...input, staffId: shop.staff.manager },
      // While the first batch is being looked at; nothing is written yet.
      {
        progress: (step) => {
          if (step === 'imports.step.read') save.run(id);
        },
        isCancelled: () => false,
      },
    );
    expect(report.rowsRefused).toBe(2);
    const found = writer.prepare("SELECT id FROM customers WHERE external_id = '71'").pluck().all();
    expect(found).toEqual([id]);
    expect(
      writer.prepare('SELECT count(*) FROM sales WHERE customer_id = ?').pluck().get(id),
    ).toBeGreaterThan(0);
    expect(checkTotals(writer).wrong).toBe(0);
  } finally {
    shop.close();
  }
}, 60_000);

/** Blocks in which nobody may read what they have given back, nor give it twice. */
function strictBlocks(length: number): Blocks & { readonly made: () => number } {
  const pool = sharedBlocks(length);
  const taken = new Set<unknown>();
  const ever = new Set<unknown>();
  return {
    take() {
      const block = pool.take();
      taken.add(block.buffer);
      ever.add(block.buffer);
      return block;
    },
    give(block) {
      if (!taken.delete(block.buffer)) throw new Error('given twice');
      new Float64Array(block.buffer).fill(Number.NaN);
      pool.give(block);
    },
    made: () => ever.size,
  };
}

test('rows and lines that come in blocks which are used again are the same as those in blocks of their own', async () => {
  const shop = openTestShop();
  try {
    const path = writeFile(shop, 10_000);
    const input = await importInput(shop.shop, 'purchases', path, { mapping });
    const task = { ...input, staffId: shop.staff.manager, today: '2026-11-20', writesMeanwhile: true };

    const linesIn = async (blocks?: Blocks, publish = true) => {
      const lines: number[][] = [];
      for await (const news of stagePurchaseFile({ ...task, publish }, blocks)) {
        if (news.kind !== 'lines') continue;
        lines.push([...news.lines]);
        blocks?.give(news.lines);
      }
      return lines;
    };
    const forLines = strictBlocks(BATCH_LINE_VALUES);
    const lines = await linesIn(forLines);
    expect(lines).toEqual(await linesIn());
    expect(lines.flat().length).toBeGreaterThan(6000 * VALUES_A_LINE);
    expect(await linesIn(forLines, false)).toEqual([]);
    // However many batches, and though a dry run hands none over.
    expect(forLines.made()).toBe(1);

    const rowsIn = async (blocks?: Blocks) => {
      const rows: number[][] = [];
      for await (const { batch } of readPurchases(task, blocks)) {
        rows.push([...batch.values.subarray(0, batch.rows * VALUES_A_ROW)]);
        blocks?.give(batch.values);
      }
      return rows;
    };
    expect(await rowsIn(strictBlocks(BATCH_VALUES))).toEqual(await rowsIn());
  } finally {
    shop.close();
  }
}, 60_000);
