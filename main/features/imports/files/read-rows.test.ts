import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FileProblem } from './problems';
import { type ReadOptions, type ReadProgress, type Row, readRows } from './read-rows';
import { MAX_RECORD_CHARS, RowSplitter } from './row-splitter';
import { toCsvLine } from './write-rows';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAIN: ReadOptions = { encoding: 'utf-8', delimiter: ',', preambleLines: 0, quote: '"' };
let files = 0;

function fileOf(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

async function readAll(content: string | Buffer, options: Partial<ReadOptions> = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readRows(fileOf(content), { ...PLAIN, ...options })) rows.push(...batch);
  return rows;
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'no problem',
    (error: FileProblem) => error.code,
  );
}

/** Splits with a cut after every `size` characters, to meet every half-read state. */
function splitInPieces(text: string, size: number, options: Partial<ReadOptions> = {}): Row[] {
  const splitter = new RowSplitter({ ...PLAIN, ...options });
  const rows: Row[] = [];
  for (let at = 0; at < text.length; at += size)
    rows.push(...splitter.push(text.slice(at, at + size), false));
  rows.push(...splitter.push('', true));
  return rows;
}

describe('cells and lines', () => {
  test('each row knows its first physical line, whatever stands inside its cells', async () => {
    const rows = await readAll('name,note\r\n"Chan","a\r\nb"\r\n\r\nLee,"say ""hi"""\r\nWong,\r\n');
    expect(rows).toEqual([
      { line: 2, cells: ['Chan', 'a\r\nb'] },
      { line: 5, cells: ['Lee', 'say "hi"'] },
      { line: 6, cells: ['Wong', ''] },
    ]);
  });

  test.each([
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ])('line breaks %j (%s) are found', async (newline) => {
    const rows = await readAll(['a,b', '1,"x\ny"', '3,4'].join(newline));
    expect(rows.map((row) => row.cells)).toEqual([
      ['1', 'x\ny'],
      ['3', '4'],
    ]);
    expect(rows.map((row) => row.line)).toEqual(newline === '\r' ? [2, 3] : [2, 4]);
  });

  test('a stray CR in a file of LF lines is data', async () => {
    expect(await readAll('a,b\n1,x\ry\n')).toEqual([{ line: 2, cells: ['1', 'x\ry'] }]);
  });

  test('lines before the header are passed over, with unbalanced quotes', async () => {
    const rows = await readAll('"Report\nof today\na,b\n1,2\n', { preambleLines: 2 });
    expect(rows).toEqual([{ line: 4, cells: ['1', '2'] }]);
  });

  test('without quotes every quote is a character', async () => {
    expect(await readAll('a\tb\n"1\t2"\n', { delimiter: '\t', quote: null })).toEqual([
      { line: 2, cells: ['"1', '2"'] },
    ]);
  });

  test('spaces behind a closing quote are no text', async () => {
    expect(await readAll('a,b\n"1" ,"2"  \n')).toEqual([{ line: 2, cells: ['1', '2'] }]);
  });
});

describe('what is wrong with a row is said and the row handed over', () => {
  test('rows of another width', async () => {
    expect(await readAll('a,b,c\n1\n1,2,3,,\n1,2,3,4\n,,\n')).toEqual([
      { line: 2, cells: ['1', '', ''], problem: 'TOO_FEW_CELLS' },
      { line: 3, cells: ['1', '2', '3'] },
      { line: 4, cells: ['1', '2', '3', '4'], problem: 'TOO_MANY_CELLS' },
      { line: 5, cells: ['', '', ''], problem: 'ROW_EMPTY' },
    ]);
  });

  test('bytes that are no text in the encoding, and NUL bytes', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xff]), Buffer.from('\n2,\0\n3,ok\n')]);
    expect((await readAll(bytes)).map((row) => row.problem)).toEqual([
      'INVALID_BYTES',
      'NUL_BYTE',
      undefined,
    ]);
  });

  test('a Big5 character cut in half does not take the line break with it', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xb3]), Buffer.from('\n2,ok\n')]);
    const rows = await readAll(bytes, { encoding: 'big5' });
    expect(rows.map((row) => [row.line, row.problem])).toEqual([
      [2, 'INVALID_BYTES'],
      [3, undefined],
    ]);
  });

  test('a quote that is never closed costs its own line only', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `${i},Omega,1`);
    lines[10] = '10,"Rolex,1';
    const rows = await readAll(`code,name,price\n${lines.join('\n')}\n`);
    expect(rows).toHaveLength(5000);
    expect(rows[10]).toEqual({ line: 12, cells: ['10', '"Rolex', '1'], problem: 'QUOTE_NOT_CLOSED' });
    expect(rows.filter((row) => row.problem !== undefined)).toHaveLength(1);
  });

  test('a quote that is never closed does not pair up with the next cell that is quoted', async () => {
    const rows = await readAll('a,b\n1,"Rolex\n2,"Omega"\n3,"Tudor, old"\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', '"Rolex'], problem: 'QUOTE_NOT_CLOSED' },
      { line: 3, cells: ['2', 'Omega'] },
      { line: 4, cells: ['3', 'Tudor, old'] },
    ]);
  });

  test('the line of the open quote is told where the record began earlier', async () => {
    const rows = await readAll('a,b\n"x\ny","z\n3,4\n');
    expect(rows).toEqual([
      { line: 2, cells: ['x\ny', '"z'], problem: 'QUOTE_NOT_CLOSED', problemLine: 3 },
      { line: 4, cells: ['3', '4'] },
    ]);
  });

  test('an open quote far from the end of a large file neither swallows nor hoards it', async () => {
    const tail = Array.from({ length: 200_000 }, (_, i) => `${i},plain name`).join('\n');
    const rows = await readAll(`a,b\n0,"open\n${tail}\n`);
    expect(rows).toHaveLength(200_001);
    expect(rows.filter((row) => row.problem !== undefined)).toEqual([
      { line: 2, cells: ['0', '"open'], problem: 'QUOTE_NOT_CLOSED' },
    ]);
    expect(rows.at(-1)?.line).toBe(200_002);
  });

  test('text behind a closing quote', async () => {
    expect(await readAll('a,b\n1,"Rolex 5" dial\n2,ok\n')).toEqual([
      { line: 2, cells: ['1', '"Rolex 5" dial'], problem: 'QUOTE_MISPLACED' },
      { line: 3, cells: ['2', 'ok'] },
    ]);
  });

  test('a line of over 1 MB is refused and the next ones are read', async () => {
    const long = 'x'.repeat(MAX_RECORD_CHARS + 600_000);
    const rows = await readAll(`a,b\n1,${long}\r\n2,"${long}"\r\n3,ok\r\n`);
    expect(rows).toEqual([
      { line: 2, cells: [], problem: 'LINE_TOO_LONG' },
      { line: 3, cells: [], problem: 'LINE_TOO_LONG' },
      { line: 4, cells: ['3', 'ok'] },
    ]);
  });
});

describe('the whole file', () => {
  test('is unpacked when it is gzip, whatever its name', async () => {
    expect(await readAll(gzipSync('a,b\n1,2\n'))).toEqual([{ line: 2, cells: ['1', '2'] }]);
  });

  test('a gzip file that breaks off or is damaged says so', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `${i},${(i * 7919) % 10_007}`).join('\n');
    const packed = gzipSync(`a,b\n${text}\n`);
    expect(await codeOf(readAll(packed.subarray(0, packed.length - 20)))).toBe('FILE_TRUNCATED');
    const damaged = Buffer.from(packed);
    damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 0xff;
    expect(await codeOf(readAll(damaged))).toBe('FILE_CORRUPT');
  });

  test('missing, empty, a folder, an impossible delimiter', async () => {
    const open = (path: string, options = PLAIN) => codeOf(readRows(path, options).next());
    expect(await open(join(folder, 'none.csv'))).toBe('FILE_NOT_FOUND');
    expect(await open(fileOf(''))).toBe('FILE_EMPTY');
    expect(await open(fileOf(gzipSync('')))).toBe('FILE_EMPTY');
    expect(await open(fileOf('\n\n'))).toBe('FILE_EMPTY');
    expect(await open(folder)).toBe('FILE_NOT_READABLE');
    expect(await open(fileOf('a'), { ...PLAIN, delimiter: '||' })).toBe('DELIMITER_INVALID');
  });

  test('progress ends at the size on disk and batches keep their size', async () => {
    const packed = gzipSync(`a,b\n${'1,2\n'.repeat(300_000)}`);
    const seen: ReadProgress[] = [];
    const sizes: number[] = [];
    const options = { ...PLAIN, batchSize: 700, onProgress: (p: ReadProgress) => void seen.push(p) };
    for await (const batch of readRows(fileOf(packed), options)) sizes.push(batch.length);
    expect(seen.at(-1)).toEqual({ bytesRead: packed.length, bytesTotal: packed.length });
    expect(Math.max(...sizes)).toBe(700);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300_000);
  });
});

describe('for any table', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '陳', ';', '𠮷'), maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[\0\uFFFD]/g, '')),
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

  test('what is written as CSV is read back the same, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 30 }), (rows, size) => {
        const width = rows[0]?.length ?? 0;
        const header = Array.from({ length: width }, (_, i) => `column ${i}`);
        const read = splitInPieces([header, ...rows].map(toCsvLine).join(''), size);
        expect(read.map((row) => row.cells)).toEqual(rows);
        expect(read.every((row) => row.problem === undefined || row.problem === 'ROW_EMPTY')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('an independent parser reads the same', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map(toCsvLine).join('');
        const read = splitInPieces(text, 1000, { hasHeader: false });
        expect(read.map((row) => row.cells)).toEqual(parse(text, { record_delimiter: '\r\n' }));
      }),
    );
  });

  test('no text at all is lost or read differently for being cut in pieces', () => {
    const wild = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r\n', ' '), maxLength: 60 });
    fc.assert(
      fc.property(wild, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const options = { hasHeader: false, newline: '\n' } as const;
        const whole = splitInPieces(text, 10_000, options);
        expect(splitInPieces(text, size, options)).toEqual(whole);
        const letters = (value: string) => value.replace(/[^ab]/g, '');
        expect(letters(whole.map((row) => row.cells.join('')).join(''))).toBe(letters(text));
      }),
      { numRuns: 1000 },
    );
  });
});
