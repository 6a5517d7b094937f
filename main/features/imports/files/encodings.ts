import iconv from 'iconv-lite';
import { FileProblem } from './problems';

/** Every encoding a file may be read in, in the order a person is offered them. */
export const ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16be',
  'big5',
  'gb18030',
  'windows-1252',
] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Decodes bytes as they arrive; what cannot be decoded becomes U+FFFD and is reported with its row. */
export interface TextDecoderStream {
  write(bytes: Buffer): string;
  end(): string;
}

// 'big5' is Big5-HKSCS in iconv-lite, which is what Hong Kong files need.
const CODECS = {
  'utf-8': 'utf8',
  'utf-8-bom': 'utf8',
  'utf-16le': 'utf16-le',
  'utf-16be': 'utf16-be',
  big5: 'big5hkscs',
  gb18030: 'gb18030',
  'windows-1252': 'windows1252',
} as const satisfies Record<Encoding, string>;

function codecOf(encoding: Encoding): (typeof CODECS)[Encoding] {
  const codec = CODECS[encoding];
  if (codec === undefined) throw new FileProblem('ENCODING_UNKNOWN', { encoding });
  return codec;
}

/** A decoder for text that arrives in pieces; a byte order mark is left out. */
export function createDecoder(encoding: Encoding): TextDecoderStream {
  const decoder = iconv.getDecoder(codecOf(encoding));
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
}

/** Decodes a whole buffer; a byte order mark is left out. */
export function decodeAll(bytes: Buffer, encoding: Encoding): string {
  return iconv.decode(bytes, codecOf(encoding));
}
