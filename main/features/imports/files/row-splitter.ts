import type { RowCode } from './problems';
import { guessNewline, type Newline, RecordScanner } from './scanner';

/** One record of the file. */
export interface Row {
  /** First physical line of the record, counted from 1. */
  line: number;
  cells: string[];
  problem?: RowCode;
  /** For QUOTE_NOT_CLOSED: the physical line the quote stands on, where it differs from `line`. */
  problemLine?: number;
}

/** A record where it lies: good until the next one is looked at. */
export interface RowInText {
  readonly line: number;
  readonly record: RecordScanner;
  /** Where it lies in the piece of text: `record.text`, but for a row whose quote was never closed. */
  readonly start: number;
  readonly end: number;
  /** Only where they are not those of the record. */
  readonly cells?: string[];
  readonly problem: RowCode | undefined;
  problemLine?: number;
}

export interface SplitOptions {
  delimiter: string;
  /** Physical lines before the header. */
  preambleLines: number;
  quote: string | null;
  /** Decided from the text when left out. */
  newline?: Newline;
  /** True unless the first record is already data. */
  hasHeader?: boolean;
}

/** A record longer than this is refused: it is never a customer, and memory must stay bounded. */
export const MAX_RECORD_CHARS = 1_048_576;

/** Cuts text that arrives in pieces into rows, counting physical lines and reporting what is wrong with each. */
export class RowSplitter {
  /** The cells of the header record, once read. */
  header: string[] | null = null;

  readonly #options: SplitOptions;
  #scanner: RecordScanner | null = null;
  #buffer = '';
  #line = 1;
  #width = -1;
  #preambleLeft: number;
  #skippingLine = false;
  #suspect = false;

  constructor(options: SplitOptions) {
    this.#options = options;
    this.#preambleLeft = options.preambleLines;
  }

  /** Takes the next piece of text and returns the rows that it completes. */
  push(text: string, final: boolean): Row[] {
    const rows: Row[] = [];
    this.walk(text, final, ({ line, record, cells, problem, problemLine }) => {
      const row: Row = { line, cells: cells ?? cellsOf(record, this.#width), problem };
      if (problemLine !== undefined) row.problemLine = problemLine;
      rows.push(row);
    });
    return rows;
  }

  /** The same without making a text of every cell: `visit` hears of each row while it lies in the piece. */
  walk(text: string, final: boolean, visit: (row: RowInText) => void): void {
    // Joined, it is one flat text: added up, every look at a character would go through its parts.
    this.#buffer = this.#buffer === '' ? text : [this.#buffer, text].join('');
    const scanner = this.#readyScanner(final);
    if (scanner === null) return;
    // One look at the whole piece saves a look at every row of a clean file.
    this.#suspect = this.#buffer.includes('\0') || this.#buffer.includes('\uFFFD');
    const buffer = this.#buffer;
    let at = this.#skipLines(scanner, final);
    while (at < buffer.length && !this.#skippingLine && this.#preambleLeft === 0) {
      const end = this.#takeRecord(scanner, at, final, visit);
      if (end < 0) break;
      at = end;
    }
    this.#buffer = buffer.slice(at);
  }

  #readyScanner(final: boolean): RecordScanner | null {
    if (this.#scanner === null) {
      const { delimiter, quote } = this.#options;
      const enough = final || this.#buffer.length > MAX_RECORD_CHARS;
      const newline = this.#options.newline ?? guessNewline(this.#buffer, quote, enough);
      if (newline !== null) this.#scanner = new RecordScanner({ delimiter, quote, newline });
    }
    return this.#scanner;
  }

  /** Passes over preamble lines and over the rest of a refused line; returns where the next record starts. */
  #skipLines(scanner: RecordScanner, final: boolean): number {
    let at = 0;
    while (at < this.#buffer.length && (this.#skippingLine || this.#preambleLeft > 0)) {
      const next = scanner.skipLine(this.#buffer, at, final);
      // The last character may be half a line break; all before it can go.
      if (next < 0) return this.#buffer.endsWith('\r') ? this.#buffer.length - 1 : this.#buffer.length;
      if (this.#skippingLine) this.#skippingLine = false;
      else this.#preambleLeft -= 1;
      this.#line += 1;
      at = next;
    }
    return at;
  }

  #takeRecord(scanner: RecordScanner, at: number, final: boolean, visit: (row: RowInText) => void): number {
    const buffer = this.#buffer;
    let end = scanner.scan(buffer, at, final);
    if (end < 0 && buffer.length - at <= MAX_RECORD_CHARS) return -1;
    if (end < 0 || end - at > MAX_RECORD_CHARS) {
      end = this.#rescueOverlong(scanner, at);
      if (end < 0) return this.#refuseLine(scanner, at, final, visit);
    }
    const blank = scanner.count === 1 && scanner.isEmpty(0) && end - at <= 2 && isBreakOnly(buffer, at, end);
    if (!blank) this.#emit(scanner, buffer, at, end, visit);
    this.#line += scanner.breaks;
    return end;
  }

  /** A quote left open makes a record look endless: then only its own line is at fault. -1 when it is not that. */
  #rescueOverlong(scanner: RecordScanner, at: number): number {
    const start = this.#buffer.slice(at, at + MAX_RECORD_CHARS);
    const end = scanner.scan(start, 0, true);
    return scanner.fault === 'QUOTE_NOT_CLOSED' && end < start.length ? at + end : -1;
  }

  #refuseLine(scanner: RecordScanner, at: number, final: boolean, visit: (row: RowInText) => void): number {
    visit({ line: this.#line, record: scanner, start: at, end: at, cells: [], problem: 'LINE_TOO_LONG' });
    const next = scanner.skipLine(this.#buffer, at, final);
    if (next >= 0) {
      this.#line += 1;
      return next;
    }
    this.#skippingLine = true;
    return this.#buffer.endsWith('\r') ? this.#buffer.length - 1 : this.#buffer.length;
  }

  #emit(
    scanner: RecordScanner,
    buffer: string,
    at: number,
    end: number,
    visit: (row: RowInText) => void,
  ): void {
    if (this.#width < 0) {
      this.#width = scanner.count;
      if (this.#options.hasHeader !== false) {
        this.header = scanner.cells;
        return;
      }
    }
    const problem = this.#problemOf(scanner, buffer, at, end);
    const row: RowInText = { line: this.#line, record: scanner, start: at, end, problem };
    if (problem === 'QUOTE_NOT_CLOSED' && scanner.faultBreaks > 0) {
      row.problemLine = this.#line + scanner.faultBreaks;
    }
    visit(row);
  }

  #problemOf(scanner: RecordScanner, buffer: string, at: number, end: number): RowCode | undefined {
    const { fault, count } = scanner;
    if (fault === 'QUOTE_NOT_CLOSED') return fault;
    if (this.#suspect) {
      const raw = buffer.slice(at, end);
      if (raw.includes('\0')) return 'NUL_BYTE';
      if (raw.includes('\uFFFD')) return 'INVALID_BYTES';
    }
    if (fault !== null) return fault;
    let filled = count;
    while (filled > 0 && scanner.isEmpty(filled - 1)) filled -= 1;
    if (filled > this.#width) return 'TOO_MANY_CELLS';
    if (filled === 0) return 'ROW_EMPTY';
    return count < this.#width ? 'TOO_FEW_CELLS' : undefined;
  }
}

/** The cells of a record, as many as the header has: empty ones beyond are none, missing ones are empty. */
export function cellsOf(record: RecordScanner, width: number): string[] {
  const { cells } = record;
  while (cells.length > width && cells[cells.length - 1] === '') cells.pop();
  while (cells.length < width) cells.push('');
  return cells;
}

function isBreakOnly(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) return false;
  }
  return true;
}
