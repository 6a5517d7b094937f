import { foldText, isHan } from './fold';
import type { Query, QueryToken } from './query';
import { readCharacter, readSurname } from './readings';

export interface SearchField {
  /** The name of the stored field, for instance `chineseName` or `phone`. */
  field: string;
  value: string;
}

export interface FieldMatch extends SearchField {
  /** Places in `value`, as `[start, end)` in UTF-16 units, in order and without overlap. */
  ranges: [start: number, end: number][];
  /** `sound` where Latin letters matched the reading of Chinese characters. */
  by: 'text' | 'sound';
  /** Every token that matched here ended where a word of the field ends: "chan" in "Chan", not in "Chang". */
  whole: boolean;
}

interface Letter {
  text: string;
  start: number;
  end: number;
  /** A word, a segment, or a change between letters and digits begins here; every Chinese character begins a word. */
  begins: boolean;
}

/**
 * Returns the fields that made a record match, each with the places to highlight; every word of the query is claimed by the
 * first field that holds it, so put the fields in the order in which they should be named. If the query's own tokens do not
 * all match, its alternatives are tried as the search does. For the few records on screen, not for a whole result.
 */
export function explainMatch(query: Query, fields: readonly SearchField[]): FieldMatch[] {
  const letters = fields.map(({ value }) => lettersOf(value));
  let best: FieldMatch[] = [];
  let bestCount = -1;
  for (const tokens of [query.tokens, ...query.alternatives]) {
    const { matches, count } = explain(tokens, fields, letters);
    if (count === tokens.length) return matches;
    if (count > bestCount) {
      best = matches;
      bestCount = count;
    }
  }
  return best;
}

/** Whether every word stands in one of these values as it was typed, so that no other value would be named. */
export function holdsAll(tokens: readonly QueryToken[], values: readonly string[]): boolean {
  const letters = values.map(lettersOf);
  return tokens.every(({ text }) => letters.some((value) => findText(value, text)));
}

function explain(
  tokens: readonly QueryToken[],
  fields: readonly SearchField[],
  letters: readonly Letter[][],
) {
  const matches = new Map<number, FieldMatch>();
  let count = 0;
  for (const { text } of tokens) {
    let hit: { index: number; range: [number, number]; whole: boolean; by: 'text' | 'sound' } | undefined;
    for (const by of ['text', 'sound'] as const) {
      for (let index = 0; index < fields.length && !hit; index += 1) {
        const found =
          by === 'text'
            ? findText(letters[index] as Letter[], text)
            : findSound(letters[index] as Letter[], text);
        if (found) hit = { index, by, ...found };
      }
    }
    if (!hit) continue;
    count += 1;
    const field = fields[hit.index] as SearchField;
    const match = matches.get(hit.index) ?? {
      field: field.field,
      value: field.value,
      ranges: [],
      by: hit.by,
      whole: true,
    };
    match.ranges.push(hit.range);
    match.whole &&= hit.whole;
    if (hit.by === 'text') match.by = 'text';
    matches.set(hit.index, match);
  }
  const list = [...matches.entries()].sort(([a], [b]) => a - b).map(([, match]) => match);
  for (const match of list) match.ranges = mergeRanges(match.ranges);
  return { matches: list, count };
}

function mergeRanges(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The folded letters of a value with where each stands in the original, punctuation left out. */
function lettersOf(value: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  let separated = true;
  for (const character of value) {
    const start = at;
    at += character.length;
    const folded = foldText(character).replace(/[^\p{L}\p{N}]/gu, '');
    if (folded === '') {
      // A combining mark belongs to the letter before it; an apostrophe does not part a word.
      const last = letters.at(-1);
      if (/\p{M}/u.test(character) && last) last.end = at;
      else if (!/['’`´]/.test(character)) separated = true;
      continue;
    }
    const before = letters.at(-1);
    for (const text of folded) {
      const changes = before !== undefined && isDigit(before.text) !== isDigit(text);
      letters.push({ text, start, end: at, begins: separated || changes || isHan(text) });
      separated = false;
    }
  }
  return letters;
}

const isDigit = (text: string) => text >= '0' && text <= '9' && text.length === 1;

function findText(
  letters: readonly Letter[],
  text: string,
): { range: [number, number]; whole: boolean } | null {
  const wanted = [...text];
  const digits = isDigit(wanted[0] ?? '');
  let inside: { range: [number, number]; whole: boolean } | null = null;
  for (let start = 0; start + wanted.length <= letters.length; start += 1) {
    let length = 0;
    while (length < wanted.length && letters[start + length]?.text === wanted[length]) length += 1;
    if (length < wanted.length) continue;
    const first = letters[start] as Letter;
    const last = letters[start + length - 1] as Letter;
    const after = letters[start + length];
    const found = { range: [first.start, last.end] as [number, number], whole: !after || after.begins };
    if (first.begins) return found;
    // The ends of numbers and codes are keys too: "4567" in 91234567.
    if (!inside && (digits || wanted.length >= 4)) inside = found;
  }
  return inside;
}

/** Finds "taim" in 陳大文 by its readings: whole syllables, and the beginning of the last one. */
function findSound(
  letters: readonly Letter[],
  text: string,
): { range: [number, number]; whole: boolean } | null {
  if (!/^[a-z]+$/.test(text)) return null;
  for (let start = 0; start < letters.length; start += 1) {
    if (!isHan((letters[start] as Letter).text)) continue;
    const found = followSound(letters, start, text);
    if (found)
      return {
        range: [(letters[start] as Letter).start, (letters[found.last] as Letter).end],
        whole: found.whole,
      };
  }
  return null;
}

function followSound(
  letters: readonly Letter[],
  at: number,
  rest: string,
): { last: number; whole: boolean } | null {
  const character = letters[at]?.text;
  if (!character || !isHan(character)) return null;
  const pair = character + (letters[at + 1]?.text ?? '');
  for (const [length, readings] of [
    [1, readingsOf(character)],
    [2, at === 0 && isHan(letters[1]?.text ?? '') ? readingsOf(pair) : []],
  ] as const) {
    for (const reading of readings) {
      if (reading === rest) return { last: at + length - 1, whole: true };
      if (reading.startsWith(rest)) return { last: at + length - 1, whole: false };
      if (reading !== '' && rest.startsWith(reading)) {
        const further = followSound(letters, at + length, rest.slice(reading.length));
        if (further) return further;
      }
    }
  }
  return null;
}

function readingsOf(characters: string): string[] {
  const surname = readSurname(characters);
  const all = [...surname.hongKong, ...surname.rare, ...surname.pinyin, surname.jyutping];
  if ([...characters].length === 1) {
    const given = readCharacter(characters);
    all.push(...given.hongKong, ...given.pinyin, given.jyutping);
  }
  return all.filter(Boolean);
}
