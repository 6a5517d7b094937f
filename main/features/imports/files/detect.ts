import { openBytes } from './byte-source';
import {
  type Certainty,
  EncodingEvidence,
  encodingOfMark,
  encodingWithoutMark,
  guessEncoding,
} from './detect-encoding';
import { detectLayout } from './detect-layout';
import { decodeAll, type Encoding } from './encodings';
import { uniqueHeader } from './header';
import { FileProblem } from './problems';
import { assertDialect } from './read-rows';
import { guessNewline, type Newline } from './scanner';

/** What a person has decided about the file; everything else is found out. */
export interface FileOverrides {
  encoding?: Encoding;
  delimiter?: string;
  preambleLines?: number;
  /** `null`: quotes are ordinary characters. */
  quote?: string | null;
}

/** Everything `readRows` needs, and what to show a person so that they can correct it. */
export interface DetectedFile {
  encoding: Encoding;
  encodingCertainty: Certainty;
  /** The file is gzip, by its first bytes. */
  compressed: boolean;
  totalBytes: number;
  delimiter: string;
  quote: string | null;
  preambleLines: number;
  newline: Newline;
  /** Column names, told apart: a second 'name' is 'name (2)'. */
  header: string[];
  /** The first rows under the header, as they stand. */
  sampleRows: string[][];
}

const HEAD_BYTES = 512 * 1024;
const SAMPLE_ROWS = 100;

interface Gathered {
  head: Buffer;
  complete: boolean;
  compressed: boolean;
  totalBytes: number;
  evidence: Buffer;
}

async function gather(path: string, wholeFile: boolean): Promise<Gathered> {
  const source = await openBytes(path);
  const { compressed, totalBytes } = source;
  const pieces: Buffer[] = [];
  const evidence = new EncodingEvidence();
  let size = 0;
  let complete = true;
  for await (const bytes of source.chunks()) {
    if (size === 0) refuseOtherKinds(bytes);
    if (size < HEAD_BYTES) pieces.push(bytes);
    size += bytes.length;
    evidence.add(bytes);
    if (size >= HEAD_BYTES && (!wholeFile || evidence.enough)) {
      complete = false;
      break;
    }
  }
  if (size === 0) throw new FileProblem('FILE_EMPTY');
  const all = Buffer.concat(pieces);
  // An even cut, so that UTF-16 keeps its pairs.
  const head = all.subarray(0, HEAD_BYTES);
  return {
    head,
    complete: complete && size <= HEAD_BYTES,
    compressed,
    totalBytes,
    evidence: evidence.finish(),
  };
}

const OTHER_KINDS: [string, number[]][] = [
  // .xlsx, .ods and .numbers are all zip files; people often pick one of them.
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
];

function refuseOtherKinds(bytes: Buffer): void {
  for (const [kind, magic] of OTHER_KINDS) {
    if (magic.every((byte, at) => bytes[at] === byte)) throw new FileProblem('FILE_NOT_TEXT', { kind });
  }
}

/** Text holds a tab and line breaks of the control characters; a few strays are damage, many are no text. */
function refuseBinary(head: Buffer): void {
  let controls = 0;
  for (const byte of head)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte < 28) controls += 1;
  if (controls > Math.max(8, head.length / 20)) throw new FileProblem('FILE_NOT_TEXT', { kind: 'binary' });
}

function decideEncoding(gathered: Gathered): { encoding: Encoding; certainty: Certainty } {
  const marked = encodingOfMark(gathered.head);
  if (marked !== null) return { encoding: marked, certainty: 'certain' };
  const wide = encodingWithoutMark(gathered.head);
  if (wide !== null) return { encoding: wide, certainty: 'likely' };
  refuseBinary(gathered.head);
  return guessEncoding(gathered.evidence);
}

/**
 * Finds out how a file is written: packed or not, encoding, delimiter, lines before the header, columns. Reads until
 * the encoding is clear (the whole file when it is all ASCII), in bounded memory. What `overrides` says is taken
 * as given and the rest found anew, so a preview can be corrected step by step.
 */
export async function detectFile(path: string, overrides: FileOverrides = {}): Promise<DetectedFile> {
  const gathered = await gather(path, overrides.encoding === undefined);
  const { encoding, certainty } =
    overrides.encoding === undefined
      ? decideEncoding(gathered)
      : { encoding: overrides.encoding, certainty: 'certain' as const };
  const text = decodeAll(gathered.head, encoding);
  const quote = overrides.quote === undefined ? '"' : overrides.quote;
  assertDialect(overrides.delimiter ?? ',', quote);
  const newline = guessNewline(text, quote, true) ?? '\n';
  const layout = detectLayout(text, { ...overrides, quote, newline }, gathered.complete);
  const [header, ...rows] = layout.records;
  if (header === undefined) throw new FileProblem('FILE_EMPTY');
  return {
    encoding,
    encodingCertainty: certainty,
    compressed: gathered.compressed,
    totalBytes: gathered.totalBytes,
    delimiter: layout.delimiter,
    quote,
    preambleLines: layout.preambleLines,
    newline,
    header: uniqueHeader(header.cells),
    sampleRows: rows.slice(0, SAMPLE_ROWS).map((row) => row.cells),
  };
}
