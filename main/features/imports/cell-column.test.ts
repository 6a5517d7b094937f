import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellColumn } from './cell-column';
import { RecordScanner } from './files/scanner';

const cell = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'b', '"', 'a""b', 'WHITE HANGING HEART', 'WHITE HANGING HEARS', '金錶'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  // Far more different ones than it has places for at first.
  fc.nat(5000).map((n) => `cell ${n}`),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const plain = (text: string) => (/[",\r\n]/.test(text) ? quoted(text) : text);

test('says of every cell what is said of its text, however often and in whatever order it comes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.boolean()), { maxLength: 300 }), (rows) => {
      const scanner = new RecordScanner({ delimiter: ',', quote: '"', newline: '\n' });
      const text = rows
        .map(([a, b, isQuoted]) => `${isQuoted ? quoted(a) : plain(a)},${isQuoted ? quoted(b) : plain(b)}\n`)
        .join('');
      const columns = [0, 1].map((column) => new CellColumn(column, (found) => `<${found}>`));
      // Beside a number that goes with one cell, with several, or with none.
      const beside = new CellColumn(1, (found) => `<${found}>`);
      let at = 0;
      for (const [a, b] of rows) {
        at = scanner.scan(text, at, true);
        expect(columns.map((column) => column.of(scanner))).toEqual([`<${a.trim()}>`, `<${b.trim()}>`]);
        expect(beside.of(scanner, a.length % 5)).toBe(`<${b.trim()}>`);
      }
      expect(at).toBe(text.length);
    }),
  );
});

test('asks once for what it was told before, and again for what was refused', () => {
  const scanner = new RecordScanner({ delimiter: ',', quote: '"', newline: '\n' });
  const asked: string[] = [];
  const column = new CellColumn(0, (text) => {
    asked.push(text);
    if (text === 'no') throw new Error('refused');
    return text;
  });
  const text = 'x\ny\nx\nno\nno\nx\n';
  let at = 0;
  let refused = 0;
  while (at < text.length) {
    at = scanner.scan(text, at, true);
    try {
      column.of(scanner);
    } catch {
      refused += 1;
    }
  }
  expect(asked).toEqual(['x', 'y', 'no', 'no']);
  expect(refused).toBe(2);
});

test('forgets when there are too many, and stays right', () => {
  const scanner = new RecordScanner({ delimiter: ',', quote: '"', newline: '\n' });
  const column = new CellColumn(0, (text) => Number(text));
  for (const round of [0, 1])
    for (let n = 0; n < 45_000; n += 1) {
      scanner.scan(`${n}\n`, 0, true);
      if (column.of(scanner, (n % 7) + 1) !== n) throw new Error(`${round}: ${n}`);
    }
});
