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
    this.#buffer += text;
    const scanner = this.#readyScanner(final);
    if (scanner === null) return [];
    // One look at the whole piece saves a look at every row of a clean file.
    this.#suspect = this.#buffer.includes('\0') || this.#buffer.includes('\uFFFD');
    const rows: Row[] = [];
    const buffer = this.#buffer;
    let at = this.#skipLines(scanner, final);
    while (at < buffer.length && !this.#skippingLine && this.#preambleLeft === 0) {
      const end = this.#takeRecord(scanner, at, final, rows);
      if (end < 0) break;
      at = end;
    }
    this.#buffer = buffer.slice(at);
    return rows;
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

  #takeRecord(scanner: RecordScanner, at: number, final: boolean, rows: Row[]): number {
    const buffer = this.#buffer;
    let end = scanner.scan(buffer, at, final);
    if (end < 0 && buffer.length - at <= MAX_RECORD_CHARS) return -1;
    if (end < 0 || end - at > MAX_RECORD_CHARS) {
      end = this.#rescueOverlong(scanner, at);
      if (end < 0) return this.#refuseLine(scanner, at, final, rows);
    }
    const { cells } = scanner;
    const blank = cells.length === 1 && cells[0] === '' && end - at <= 2 && isBreakOnly(buffer, at, end);
    if (!blank) this.#emit(scanner, buffer, at, end, rows);
    this.#line += scanner.breaks;
    return end;
  }

  /** A quote left open makes a record look endless: then only its own line is at fault. -1 when it is not that. */
  #rescueOverlong(scanner: RecordScanner, at: number): number {
    const start = this.#buffer.slice(at, at + MAX_RECORD_CHARS);
    const end = scanner.scan(start, 0, true);
    return scanner.fault === 'QUOTE_NOT_CLOSED' && end < start.length ? at + end : -1;
  }

  #refuseLine(scanner: RecordScanner, at: number, final: boolean, rows: Row[]): number {
    rows.push({ line: this.#line, cells: [], problem: 'LINE_TOO_LONG' });
    const next = scanner.skipLine(this.#buffer, at, final);
    if (next >= 0) {
      this.#line += 1;
      return next;
    }
    this.#skippingLine = true;
    return this.#buffer.endsWith('\r') ? this.#buffer.length - 1 : this.#buffer.length;
  }

  #emit(scanner: RecordScanner, buffer: string, at: number, end: number, rows: Row[]): void {
    const { cells } = scanner;
    if (this.#width < 0) {
      this.#width = cells.length;
      if (this.#options.hasHeader !== false) {
        this.header = cells;
        return;
      }
    }
    const given = cells.length;
    while (cells.length > this.#width && cells[cells.length - 1] === '') cells.pop();
    while (cells.length < this.#width) cells.push('');
    const problem = this.#problemOf(scanner, given, buffer, at, end);
    const row: Row = { line: this.#line, cells, problem };
    if (problem === 'QUOTE_NOT_CLOSED' && scanner.faultBreaks > 0) {
      row.problemLine = this.#line + scanner.faultBreaks;
    }
    rows.push(row);
  }

  #problemOf(
    scanner: RecordScanner,
    given: number,
    buffer: string,
    at: number,
    end: number,
  ): RowCode | undefined {
    const { cells, fault } = scanner;
    if (fault === 'QUOTE_NOT_CLOSED') return fault;
    if (this.#suspect) {
      const raw = buffer.slice(at, end);
      if (raw.includes('\0')) return 'NUL_BYTE';
      if (raw.includes('\uFFFD')) return 'INVALID_BYTES';
    }
    if (fault !== null) return fault;
    if (cells.length > this.#width) return 'TOO_MANY_CELLS';
    if (cells[0] === '' && cells.every((cell) => cell === '')) return 'ROW_EMPTY';
    return given < this.#width ? 'TOO_FEW_CELLS' : undefined;
  }
}

function isBreakOnly(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) return false;
  }
  return true;
}
