import { isAscii } from 'node:buffer';
import chardet from 'chardet';
import { COMMON_CHARACTERS } from './common-characters';
import { decodeAll, type Encoding } from './encodings';

/** How far the guess can be trusted: a mark or a strict check, a clear winner, or a close call to show a person. */
export type Certainty = 'certain' | 'likely' | 'guess';

export interface EncodingGuess {
  encoding: Encoding;
  certainty: Certainty;
}

/** Fewer bytes beyond ASCII than this never make a guess more than one: that is some four characters. */
const CLEAR_BYTES = 8;

/** The encoding a byte order mark names, or null. */
export function encodingOfMark(head: Buffer): Encoding | null {
  if (head.length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head.length >= 2 && head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head.length >= 2 && head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: every delimited file is full of ASCII (delimiters, digits, line breaks), which in UTF-16
 * is a NUL beside a character, always on the same side. A NUL that strayed into other text is too rare to pass.
 */
export function encodingWithoutMark(head: Buffer): Encoding | null {
  let little = 0;
  let big = 0;
  const units = Math.floor(head.length / 2);
  for (let at = 0; at + 1 < head.length; at += 2) {
    const first = head[at] ?? 0;
    const second = head[at + 1] ?? 0;
    if (second === 0 && isTextAscii(first)) little += 1;
    if (first === 0 && isTextAscii(second)) big += 1;
  }
  const most = Math.max(little, big);
  if (units === 0 || most < units * 0.03 || Math.min(little, big) > most * 0.2) return null;
  const encoding = little > big ? 'utf-16le' : 'utf-16be';
  return strangeShare(decodeAll(head.subarray(0, units * 2), encoding)) < 0.02 ? encoding : null;
}

function isTextAscii(code: number): boolean {
  return (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;
}

function strangeShare(text: string): number {
  const strange = text.match(/(?![\t\r\n])[\p{Cc}\p{Co}\p{Cs}\uFFF0-\uFFFF]/gu)?.length ?? 0;
  return strange / Math.max(1, text.length);
}

/**
 * The lines that hold anything beyond ASCII. A file may be plain for a million rows before its first Chinese
 * name, so the whole file is looked at and only what tells encodings apart is kept.
 */
export class EncodingEvidence {
  static readonly ENOUGH = 128 * 1024;
  readonly #kept: Buffer[] = [];
  #size = 0;
  #open: Buffer = Buffer.alloc(0);

  get enough(): boolean {
    return this.#size >= EncodingEvidence.ENOUGH;
  }

  add(bytes: Buffer): void {
    if (isAscii(bytes) && isAscii(this.#open)) {
      // Most pieces of most files. Only what a foreign letter of the next piece would stand in is kept.
      const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
      const line = end > 0 ? bytes.subarray(end) : Buffer.concat([this.#open, bytes]);
      this.#open = Buffer.from(line.length > EncodingEvidence.ENOUGH ? [] : line);
      return;
    }
    const all = this.#open.length === 0 ? bytes : Buffer.concat([this.#open, bytes]);
    const cut = Math.max(all.lastIndexOf(10), all.lastIndexOf(13)) + 1;
    // A piece without any line break is kept whole rather than grown without limit.
    const end = cut === 0 && all.length > EncodingEvidence.ENOUGH ? all.length : cut;
    this.#open = Buffer.from(all.subarray(end));
    if (!isAscii(all.subarray(0, end))) this.#keepLines(all.subarray(0, end));
  }

  /** The kept lines; call once, at the end. */
  finish(): Buffer {
    if (!isAscii(this.#open)) this.#keep(this.#open);
    return Buffer.concat(this.#kept);
  }

  // Neither line break is ever the second byte of a Big5 or GB18030 character, so bytes may be cut there.
  #keepLines(bytes: Buffer): void {
    let start = 0;
    let foreign = false;
    for (let at = 0; at < bytes.length && !this.enough; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 127) foreign = true;
      if (byte !== 10 && byte !== 13 && at + 1 < bytes.length) continue;
      if (foreign) this.#keep(bytes.subarray(start, at + 1));
      start = at + 1;
      foreign = false;
    }
  }

  #keep(line: Buffer): void {
    this.#kept.push(Buffer.from(line));
    this.#size += line.length;
  }
}

/** Counts whole UTF-8 sequences beyond ASCII, and the bytes that belong to none. */
export function countUtf8(bytes: Buffer): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = utf8Length(bytes, at);
    if (length === 0) bad += 1;
    else if (length > 1) good += 1;
    at += Math.max(1, length);
  }
  return { good, bad };
}

function utf8Length(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  // Overlong forms, surrogates and code points beyond U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** Decides between the encodings that have no mark, from the lines that hold more than ASCII. */
export function guessEncoding(evidence: Buffer): EncodingGuess {
  if (evidence.length === 0) return { encoding: 'utf-8', certainty: 'certain' };
  const { good, bad } = countUtf8(evidence);
  if (bad === 0) return settleUtf8(evidence, good);
  // Other encodings almost never form UTF-8 sequences by chance: this is UTF-8 with damaged rows.
  if (good >= bad * 10) return { encoding: 'utf-8', certainty: 'likely' };

  const { encoding, certainty } = rankEncodings(evidence);
  return { encoding, certainty };
}

/** Beyond the letters of European languages and before those that take three bytes. */
const UNUSUAL_IN_UTF8 = /[^\p{ASCII}\u00A0-\u017F\u0386-\u03CE\u0400-\u045F\u0800-\u{10FFFF}]/u;

/**
 * A few Chinese characters in GB 18030 may happen to be valid UTF-8 of two bytes each; as such they are accents and
 * letters of scripts that do not stand beside each other, where real UTF-8 is a European language or has three bytes.
 */
function settleUtf8(evidence: Buffer, good: number): EncodingGuess {
  const certain: EncodingGuess = { encoding: 'utf-8', certainty: 'certain' };
  if (good > 50) return certain;
  if (!UNUSUAL_IN_UTF8.test(decodeAll(evidence, 'utf-8'))) return certain;
  const ranked = rankEncodings(evidence);
  const chinese = good > 1 && ranked.encoding !== 'windows-1252' && ranked.score >= 1;
  return { encoding: chinese ? ranked.encoding : 'utf-8', certainty: 'guess' };
}

/** `score` is about 2 for plain Chinese and below 1 for what nobody would write. */
function rankEncodings(evidence: Buffer): EncodingGuess & { score: number } {
  const hints = chardetHints(evidence);
  const highBytes = evidence.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0);
  const ranked = (['big5', 'gb18030', 'windows-1252'] as const)
    .map((encoding) => {
      const text = decodeAll(evidence, encoding);
      const score = encoding === 'windows-1252' ? scoreWestern(text) : scoreChinese(text);
      return { encoding, score: score / highBytes + 0.2 * (hints.get(encoding) ?? 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined || second === undefined) {
    return { encoding: 'windows-1252', certainty: 'guess', score: 0 };
  }
  const clear = best.score - second.score > 0.5 && highBytes >= CLEAR_BYTES;
  return { encoding: best.encoding, certainty: clear ? 'likely' : 'guess', score: best.score };
}

function chardetHints(evidence: Buffer): Map<Encoding, number> {
  const names: Record<string, Encoding> = {
    Big5: 'big5',
    GB18030: 'gb18030',
    'ISO-8859-1': 'windows-1252',
    'windows-1252': 'windows-1252',
  };
  const hints = new Map<Encoding, number>();
  for (const { name, confidence } of chardet.analyse(evidence)) {
    const encoding = names[name];
    if (encoding !== undefined) hints.set(encoding, Math.max(hints.get(encoding) ?? 0, confidence / 100));
  }
  return hints;
}

let frequent: ReadonlySet<string> | null = null;

/** The "frequently used" planes of both standards: 5,401 characters of Big5 and 3,755 of GB 2312. */
function frequentCharacters(): ReadonlySet<string> {
  if (frequent !== null) return frequent;
  const plane = (encoding: Encoding, leads: [number, number], trails: [number, number][]) => {
    const bytes: number[] = [];
    for (let lead = leads[0]; lead <= leads[1]; lead++) {
      for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail);
    }
    return decodeAll(Buffer.from(bytes), encoding);
  };
  const big5 = plane(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  const gb2312 = plane('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]]);
  frequent = new Set([...big5, ...gb2312]);
  return frequent;
}

/** Higher the more the text looks like Chinese somebody wrote; each character counts for its two bytes. */
function scoreChinese(text: string): number {
  const usual = frequentCharacters();
  const characters = [...text];
  let score = 0;
  characters.forEach((character, at) => {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 127) return;
    if (code === 0xfffd) score -= 8;
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 6;
    else if (COMMON_CHARACTERS.has(character)) score += 4;
    else if (isChineseMark(code)) score += 1;
    else score += usual.has(character) ? 1.5 : -2;
    // "Müller" and "BJÖRK" read as Chinese leave a lone character wedged into a word.
    const before = characters[at - 1] ?? '';
    const wedged = /[a-z]/i.test(before) && /[a-z]/i.test(characters[at + 1] ?? '');
    if (wedged || (before >= 'a' && before <= 'z')) score -= 3;
  });
  return score;
}

function isChineseMark(code: number): boolean {
  return (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff5e) || code === 0x2027;
}

/** Higher the more the text looks like a western language with accents, quotation marks and currency signs. */
function scoreWestern(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character <= '\x7f') continue;
    const beside = `${text[at - 1] ?? ''}${text[at + 1] ?? ''}`;
    if (/[\p{Cc}\uFFFD]/u.test(character)) score -= 4;
    else if (/[À-ÖØ-öø-ÿŠšŽžŒœŸ]/.test(character)) score += /[a-z]/.test(beside) ? 1.5 : westernAlone(beside);
    else if (/[€£‘’“”–—…™©®°«»\xa0½¼¿¡·]/.test(character)) score += /\P{ASCII}/u.test(beside) ? -0.5 : 1;
    else score -= 1;
  }
  return score;
}

/** An accented letter without a small letter beside it: fine in "É. DUPONT", not among other strange signs. */
function westernAlone(beside: string): number {
  return /\P{ASCII}/u.test(beside) ? -0.5 : 0.5;
}
