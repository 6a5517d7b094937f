export type Newline = '\n' | '\r\n' | '\r';

/** How a text is cut into cells. `quote: null` means quotes are ordinary characters. */
export interface Dialect {
  delimiter: string;
  quote: string | null;
  newline: Newline;
}

const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * Finds one record at a time in a text that may still be growing.
 *
 * Written by hand because a parser library either stops at the first unclosed quote or swallows the rest of the
 * file into one cell; here such a quote costs exactly the line it stands on.
 */
export class RecordScanner {
  /** The text that was scanned last. Its record's cells lie in it from `starts` to `ends`; `count` says how many they are. */
  text = '';
  count = 0;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** True for a cell in which a quote is written as two. */
  readonly isDoubled: boolean[] = [];
  /** Line breaks the record spans, its own closing break included. */
  breaks = 0;
  fault: 'QUOTE_NOT_CLOSED' | 'QUOTE_MISPLACED' | null = null;
  /** Line breaks between the start of the record and the quote that was never closed. */
  faultBreaks = 0;

  readonly #delimiter: number;
  readonly #quote: number;
  readonly #quoteText: string;
  readonly #oldMac: boolean;
  #final = false;
  #literal = false;

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quoteText = dialect.quote ?? '';
    this.#quote = dialect.quote === null ? -1 : dialect.quote.charCodeAt(0);
    this.#oldMac = dialect.newline === '\r';
  }

  /**
   * Finds the cells of the record that starts at `start`. Returns where the next one starts, or -1 when the text
   * ends too early to tell and `final` says that more is to come.
   */
  scan(text: string, start: number, final: boolean): number {
    this.text = text;
    this.#final = final;
    this.#literal = false;
    this.count = 0;
    this.breaks = 0;
    this.fault = null;
    this.faultBreaks = 0;
    let at = start;
    for (;;) {
      const quoted = text.charCodeAt(at) === this.#quote && !this.#literal;
      const end = quoted ? this.#quotedCell(at) : this.#plainCell(at, at);
      if (end < 0 || end >= text.length) return end;
      if (text.charCodeAt(end) !== this.#delimiter) {
        this.breaks += 1;
        return this.#afterBreak(end);
      }
      at = end + 1;
    }
  }

  /** The cells themselves. */
  get cells(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }

  /** One cell. */
  cell(index: number): string {
    const inner = this.text.slice(this.starts[index], this.ends[index]);
    return this.isDoubled[index]
      ? inner.replaceAll(this.#quoteText + this.#quoteText, this.#quoteText)
      : inner;
  }

  /** True where nothing stands in a cell. */
  isEmpty(index: number): boolean {
    return this.starts[index] === this.ends[index];
  }

  #add(start: number, end: number, isDoubled: boolean): void {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.isDoubled[this.count] = isDoubled;
    this.count += 1;
  }

  /** Where the physical line after the one at `start` begins, whatever its quotes; -1 when not yet known. */
  skipLine(text: string, start: number, final: boolean): number {
    this.text = text;
    this.#final = final;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code <= CR && this.#isBreak(code, at)) return this.#afterBreak(at);
    }
    return final ? text.length : -1;
  }

  #isBreak(code: number, at: number): boolean {
    if (code === LF) return true;
    if (code !== CR) return false;
    // A lone CR in a file of LF lines is somebody's data; at the end of what we have it may be half a CRLF.
    return this.#oldMac || at + 1 >= this.text.length || this.text.charCodeAt(at + 1) === LF;
  }

  #afterBreak(at: number): number {
    if (this.text.charCodeAt(at) === LF) return at + 1;
    if (at + 1 >= this.text.length) return this.#final ? at + 1 : -1;
    return this.text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }

  #plainCell(at: number, from: number): number {
    const text = this.text;
    const length = text.length;
    const delimiter = this.#delimiter;
    let end = from;
    for (; end < length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter) break;
      if (code <= CR && this.#isBreak(code, end)) break;
    }
    if (end >= length && !this.#final) return -1;
    this.#add(at, end, false);
    return end;
  }

  #quotedCell(at: number): number {
    const text = this.text;
    const length = text.length;
    const lineBreak = this.#oldMac ? CR : LF;
    let breaks = 0;
    let doubled = false;
    let close = at + 1;
    for (; close < length; close++) {
      const code = text.charCodeAt(close);
      if (code === lineBreak) breaks += 1;
      if (code !== this.#quote) continue;
      if (text.charCodeAt(close + 1) !== this.#quote) break;
      doubled = true;
      close += 1;
    }
    // A quote as the last character may be the first half of a doubled one.
    if (close + 1 >= length && !this.#final) return -1;
    if (close >= length) return this.#unclosedCell(at);
    return this.#closeCell(at, close, breaks, doubled);
  }

  #closeCell(at: number, close: number, breaks: number, doubled: boolean): number {
    const text = this.text;
    let after = close + 1;
    if (this.#delimiter !== SPACE) while (text.charCodeAt(after) === SPACE) after += 1;
    if (after >= text.length && !this.#final) return -1;
    const code = text.charCodeAt(after);
    if (after >= text.length || code === this.#delimiter || this.#isBreak(code, after)) {
      this.#add(at + 1, close, doubled);
      this.breaks += breaks;
      return after;
    }
    // The quote that "closes" on a later line and runs into text there is really the opening quote of another
    // cell: the one we started with was never closed.
    if (breaks > 0) return this.#unclosedCell(at);
    this.fault ??= 'QUOTE_MISPLACED';
    return this.#plainCell(at, close + 1);
  }

  /** Takes the quote as an ordinary character, to the end of its physical line. */
  #unclosedCell(at: number): number {
    this.fault = 'QUOTE_NOT_CLOSED';
    this.faultBreaks = this.breaks;
    this.#literal = true;
    return this.#plainCell(at, at);
  }
}

/**
 * Which line break ends the records, judged outside quotes: old Mac files end rows with CR and keep LF for
 * breaks inside a cell. Returns null while the text has no break yet.
 */
export function guessNewline(text: string, quote: string | null, final: boolean): Newline | null {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  const quoteCode = quote === null ? -1 : quote.charCodeAt(0);
  const limit = Math.min(text.length, 65_536);
  let inside = false;
  for (let at = 0; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quoteCode) inside = !inside;
    if (inside || (code !== LF && code !== CR)) continue;
    if (code === LF) counts['\n'] += 1;
    else if (text.charCodeAt(at + 1) === LF) {
      counts['\r\n'] += 1;
      at += 1;
    } else if (final || at + 1 < text.length) counts['\r'] += 1;
  }
  const lines = counts['\n'] + counts['\r\n'];
  if (lines + counts['\r'] === 0) return final ? '\n' : null;
  if (counts['\r'] > lines) return '\r';
  return counts['\r\n'] > counts['\n'] ? '\r\n' : '\n';
}
