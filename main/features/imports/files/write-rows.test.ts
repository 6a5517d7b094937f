import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { detectFile } from './detect';
import { guessMapping, leftoverColumns } from './guess-columns';
import type { FileProblem } from './problems';
import { type Row, readRows } from './read-rows';
import { createRefusedRowsFile, writeRefusedRows } from './write-rows';

const folder = mkdtempSync(join(tmpdir(), 'refused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'refused.csv');

async function readBack() {
  const found = await detectFile(path);
  const rows: Row[] = [];
  for await (const batch of readRows(path, found)) rows.push(...batch);
  return { found, rows };
}

const HEADER = ['Code', 'Name', 'Price', 'Colour'];

test('refused rows are written with their line and reason, for a spreadsheet to open', async () => {
  const rows = [
    { line: 7, cells: ['A1', '金錶, "大"', '0.001', ''], reason: 'The price has more decimals than HKD.' },
    { line: 9, cells: ['A2', 'two\nlines', '5', ' red'], reason: '沒有編號' },
  ];
  expect(await writeRefusedRows(path, HEADER, rows)).toBe(2);
  expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const { found, rows: read } = await readBack();
  expect(found).toMatchObject({
    encoding: 'utf-8-bom',
    header: [...HEADER, 'line', 'reason'],
    preambleLines: 0,
  });
  expect(read.map((row) => row.cells)).toEqual(
    rows.map((row) => [...row.cells, String(row.line), row.reason]),
  );
});

test('fed back, the two columns are ignored: no field and no attribute takes them', async () => {
  await writeRefusedRows(path, HEADER, [{ line: 2, cells: ['A1', 'x', '5', 'red'], reason: 'r' }]);
  const { found } = await readBack();
  const mapping = guessMapping('products', found.header, found.sampleRows);
  expect(mapping).toMatchObject({ code: 0, name: 1, price: 2, family: null });
  expect(leftoverColumns(found.header, mapping)).toEqual([3]);
});

test('refused a second time, a row carries one line and one reason', async () => {
  await writeRefusedRows(
    path,
    [...HEADER, 'line', 'reason'],
    [{ line: 3, cells: ['A1', 'x', '5', 'red', '12', 'old reason'], reason: 'new reason' }],
  );
  const { found, rows } = await readBack();
  expect(found.header).toEqual([...HEADER, 'line', 'reason']);
  expect(rows[0]?.cells).toEqual(['A1', 'x', '5', 'red', '3', 'new reason']);
});

test('a file that has a column named line keeps it', async () => {
  await writeRefusedRows(
    path,
    ['code', 'line', 'name'],
    [{ line: 2, cells: ['A', '1815', 'n'], reason: 'r' }],
  );
  const { found } = await readBack();
  expect(found.header).toEqual(['code', 'line', 'name', 'line (2)', 'reason']);
  const mapping = guessMapping('products', found.header, found.sampleRows);
  expect(mapping).toMatchObject({ code: 0, family: 1, name: 2 });
});

test('cells beyond the header are not lost and are refused again', async () => {
  await writeRefusedRows(path, HEADER, [
    { line: 2, cells: ['A', 'B', 'C', 'D', 'extra'], reason: 'r' },
    { line: 3, cells: [], reason: 'too long' },
  ]);
  const { rows } = await readBack();
  expect(rows[0]).toMatchObject({
    cells: ['A', 'B', 'C', 'D', '2', 'r', 'extra'],
    problem: 'TOO_MANY_CELLS',
  });
  expect(rows[1]?.cells).toEqual(['', '', '', '', '3', 'too long']);
});

test('any cells come back as they were', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 10 });
  const table = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      await writeRefusedRows(
        path,
        HEADER,
        cells.map((row, i) => ({ line: i + 2, cells: row, reason: 'why' })),
      );
      const read: string[][] = [];
      const options = { encoding: 'utf-8-bom', delimiter: ',', preambleLines: 0, quote: '"' } as const;
      for await (const batch of readRows(path, options))
        read.push(...batch.map((row) => row.cells.slice(0, 4)));
      expect(read).toEqual(cells);
    }),
  );
});

test('a cancelled import leaves no file, an impossible place is said', async () => {
  const file = await createRefusedRowsFile(path, HEADER);
  await file.discard();
  expect(existsSync(path)).toBe(false);
  const failed = createRefusedRowsFile(join(folder, 'none', 'x.csv'), HEADER);
  expect(await failed.catch((error: FileProblem) => error.code)).toBe('FILE_NOT_WRITABLE');
});
