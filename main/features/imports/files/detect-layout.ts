import { type Newline, RecordScanner } from './scanner';

export interface SampleRecord {
  line: number;
  cells: string[];
}

export interface Layout {
  delimiter: string;
  preambleLines: number;
  /** The records from the header on. */
  records: SampleRecord[];
}

export interface LayoutHints {
  quote: string | null;
  newline: Newline;
  /** What a person has decided; the rest is found. */
  delimiter?: string;
  preambleLines?: number;
}

const USUAL_DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_RECORDS = 400;
const HEADER_WITHIN = 40;

/** Finds the delimiter by how evenly it cuts the records, and the header as the first record that fills them. */
export function detectLayout(text: string, hints: LayoutHints, complete: boolean): Layout {
  const delimiter = hints.delimiter ?? chooseDelimiter(text, hints, complete);
  const skip = hints.preambleLines ?? 0;
  const records = splitSample(text, delimiter, hints, complete, skip);
  if (hints.preambleLines !== undefined) return { delimiter, preambleLines: hints.preambleLines, records };
  const header = findHeader(records);
  return { delimiter, preambleLines: (records[header]?.line ?? 1) - 1, records: records.slice(header) };
}

function splitSample(
  text: string,
  delimiter: string,
  hints: LayoutHints,
  complete: boolean,
  skipLines = 0,
): SampleRecord[] {
  const scanner = new RecordScanner({ delimiter, quote: hints.quote, newline: hints.newline });
  const records: SampleRecord[] = [];
  let at = 0;
  let line = 1;
  for (; line <= skipLines && at < text.length; line++) at = scanner.skipLine(text, at, true);
  while (at < text.length && records.length < SAMPLE_RECORDS) {
    const end = scanner.scan(text, at, complete);
    // A record cut off by the end of the sample says nothing, unless it is all we have.
    if (end < 0 && records.length > 0) break;
    const next = end < 0 ? scanner.scan(text, at, true) : end;
    const { cells } = scanner;
    if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ line, cells });
    line += scanner.breaks;
    at = next;
  }
  return records;
}

function chooseDelimiter(text: string, hints: LayoutHints, complete: boolean): string {
  let best = { delimiter: ',', score: 0.5 };
  for (const delimiter of [...USUAL_DELIMITERS, ...unusualDelimiters(text)]) {
    if (delimiter === hints.quote) continue;
    const { share, width, first } = evenness(splitSample(text, delimiter, hints, complete));
    const usual = USUAL_DELIMITERS.includes(delimiter);
    // The colon of "08:26" is even too: an unusual delimiter must cut every record from the very first.
    if (width < 2 || (!usual && (share < 0.98 || first > 0))) continue;
    const score = share * (1 + Math.log2(width) / 10) - (first > 0 ? 0.1 : 0) - (usual ? 0 : 0.2);
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Signs at the head of the file that could serve as delimiter; those that belong to words and numbers cannot. */
function unusualDelimiters(text: string): string[] {
  const head = text.slice(0, 2000);
  const signs = new Set(head.match(/[\^~:§¦!#%*=_\\\p{Cc}]/gu) ?? []);
  return [...signs].filter((sign) => !'\0\t\r\n'.includes(sign));
}

/** The commonest record width of two cells or more, its share from where it first appears, and that place. */
function evenness(records: readonly SampleRecord[]): { share: number; width: number; first: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) {
    if (cells >= 2 && (count > most || (count === most && cells > width))) [width, most] = [cells, count];
  }
  const first = records.findIndex((record) => record.cells.length === width);
  return { share: first < 0 ? 0 : most / (records.length - first), width, first };
}

/**
 * A preamble line fills one or two cells of a table, its header nearly all, and with words: the first record that
 * fills more than half is the header.
 */
function findHeader(records: readonly SampleRecord[]): number {
  const { width } = evenness(records);
  const wanted = Math.floor(width / 2) + 1;
  const candidates = records.slice(0, HEADER_WITHIN);
  const filled = (record: SampleRecord) => record.cells.filter((cell) => cell.trim() !== '');
  const full = candidates.findIndex((record) => filled(record).length >= wanted);
  const worded = candidates.findIndex((record) => {
    const cells = filled(record);
    const numbers = cells.filter((cell) => /^[\d\s.,:/+-]+$/.test(cell)).length;
    return cells.length >= wanted && numbers * 2 <= cells.length;
  });
  // A header of years or sizes is numbers; a worded record far below it is only a row.
  return Math.max(0, worded >= 0 && worded <= full + 3 ? worded : full);
}
