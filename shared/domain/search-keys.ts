import { cutSyllables } from './names/cantonese';
import { COMMON_DOMAIN_LABELS, foldLatin, foldText, isHan, LETTER_DIGIT_BOUNDARY, runs } from './names/fold';
import { readCharacter, readSurname } from './names/readings';
import { surnameParts } from './names/surnames';
import type { PersonNames } from './names/types';

/**
 * What is written into the search index. Every query word is looked up as a *prefix* (see `names/query.ts`), so a key that
 * begins another key is not written: "taiman" and "man" also answer for "tai". Keys hold only letters, digits and Chinese
 * characters, folded, so any tokenizer that splits at white space keeps them whole.
 */

const LONGEST_KEY = 40;

/**
 * Adds every end of the joined words that starts at a word: "chan tai man" → chantaiman, taiman, man. As prefixes these
 * find each word alone, and any neighbours typed together.
 */
function addEnds(keys: Set<string>, words: readonly string[]): void {
  let joined = '';
  for (let index = words.length - 1; index >= 0; index -= 1) {
    joined = (words[index] as string) + joined;
    keys.add(joined.length > LONGEST_KEY ? joined.slice(0, LONGEST_KEY) : joined);
  }
}

function latinWords(text: string | undefined): string[] {
  if (!text) return [];
  const words: string[] = [];
  // Unlike in other text an apostrophe parts a name: O'Brien is also typed "O Brien" and "Brien".
  for (const run of runs(foldLatin(text).replace(/['’`´]/g, ' ')))
    if (run.kind !== 'han') words.push(run.text);
  return words;
}

/** As {@link latinWords}, with a given name written as one word cut into its syllables: Dawen → da, wen. */
function givenSyllables(text: string | undefined): string[] {
  const words = latinWords(text);
  return words.length === 1 ? [...(cutSyllables(words[0] as string) ?? words)] : words;
}

function addFree(keys: Set<string>, text: string | undefined): void {
  if (!text) return;
  for (const part of text.split(/[;；\n]/)) {
    addEnds(keys, latinWords(part));
    addHanEnds(keys, hanCharacters(part));
  }
}

function hanCharacters(text: string | undefined): string[] {
  if (!text) return [];
  const characters: string[] = [];
  for (const character of text.normalize('NFKC')) if (isHan(character)) characters.push(character);
  return characters;
}

function addHanEnds(keys: Set<string>, characters: readonly string[]): void {
  let joined = '';
  for (let index = characters.length - 1; index >= 0; index -= 1) {
    joined = foldText(characters[index] as string) + joined;
    keys.add(joined);
  }
}

/** Spellings of one character that are worth a key where the person's own spelling is not on record. */
const SPELLINGS_WITHOUT_RECORD = 5;

function addReadings(
  { words: keys, whole }: PersonKeys,
  characters: readonly string[],
  names: PersonNames,
): void {
  const parts = surnameParts(characters.map(foldText));
  const groups: string[] = [];
  let at = 0;
  for (const length of parts) {
    groups.push(characters.slice(at, at + length).join(''));
    at += length;
  }
  const surnames = groups.map(readSurname);
  const given = characters.slice(at).map(readCharacter);
  const ownSurname = Boolean(names.familyName);
  const ownGiven = Boolean(names.givenName);

  const first = (spellings: readonly string[]) => spellings[0] ?? '';
  const usualGiven = given.map((reading) => first(reading.hongKong));
  const pinyinGiven = given.map((reading) => first(reading.pinyin));
  for (const surname of surnames) {
    for (const spelling of surname.hongKong) keys.add(spelling);
    for (const spelling of surname.pinyin) keys.add(spelling);
    for (const end of surname.ends) keys.add(end);
    if (!ownSurname) for (const spelling of surname.rare) keys.add(spelling);
    if (surname.jyutping) keys.add(surname.jyutping);
  }
  if (!(ownSurname && ownGiven))
    whole.add(surnames.map((surname) => first(surname.hongKong)).join('') + usualGiven.join(''));
  whole.add(surnames.map((surname) => first(surname.pinyin)).join('') + pinyinGiven.join(''));
  if (given.length === 0) return;

  addEnds(keys, usualGiven);
  addEnds(keys, pinyinGiven);
  addEnds(
    keys,
    given.map((reading) => reading.jyutping),
  );
  given.forEach((reading, index) => {
    for (const other of reading.pinyin.slice(1)) addEnds(keys, [other, ...pinyinGiven.slice(index + 1)]);
  });
  if (ownGiven) return;
  // Each character's other spellings, with the usual ones of those after it: covers every spelling of every character
  // and the joined forms that differ from the usual in one place.
  given.forEach((reading, index) => {
    const after = usualGiven.slice(index + 1).join('');
    const before = index > 0 ? usualGiven.slice(0, index).join('') : '';
    for (const other of reading.hongKong.slice(1, SPELLINGS_WITHOUT_RECORD)) {
      keys.add(other + after);
      if (before && index === given.length - 1 && other === reading.hongKong[1]) keys.add(before + other);
    }
  });
}

/** The keys of a person's names. */
export interface PersonKeys {
  /** Every word and what follows it: what begins with a long word are few, so that looking for it stays quick. */
  readonly words: Set<string>;
  /** Surname and given name joined, in every spelling: as many begin with a surname as there are bearers of it. */
  readonly whole: Set<string>;
}

/**
 * Returns the tokens that find a person by name: the romanised names as stored, the Chinese name folded to Simplified, and
 * its readings in pinyin, Jyutping and Hong Kong spellings (more of these where no romanised name is stored).
 */
export function personKeysApart(names: PersonNames): PersonKeys {
  const keys: PersonKeys = { words: new Set(), whole: new Set() };
  const { words, whole } = keys;
  const family = latinWords(names.familyName);
  const given = givenSyllables(names.givenName);
  // The surname stands alone although it begins the joined name: an exact look-up can tell Chan from Chang.
  addEnds(words, family);
  addEnds(words, given);
  if (family.length > 0 && given.length > 0) {
    whole.add((family.join('') + given.join('')).slice(0, LONGEST_KEY));
    if (family.length > 1) whole.add((family.slice(1).join('') + given.join('')).slice(0, LONGEST_KEY));
  }
  addEnds(words, latinWords(names.englishName));
  addFree(words, names.preferredName);
  addFree(words, names.otherNames);
  // A Chinese name may have been typed into any field, and a Latin one into the field for the Chinese name.
  for (const field of [names.familyName, names.givenName, names.englishName])
    addHanEnds(words, hanCharacters(field));
  addEnds(words, latinWords(names.chineseName));

  const chinese = hanCharacters(names.chineseName);
  if (chinese.length > 0) {
    addHanEnds(words, chinese);
    addReadings(keys, chinese, names);
  }
  words.delete('');
  // A name without a given name is one of the words already.
  for (const name of whole) if (name === '' || words.has(name)) whole.delete(name);
  return keys;
}

/** All of {@link personKeysApart}, as one list. */
export function personKeys(names: PersonNames): string[] {
  const { words, whole } = personKeysApart(names);
  return [...words, ...whole];
}

/**
 * Returns the words by which a person's name can be misspelt: what belongs in the vocabulary of distinct words that typing
 * errors are looked up in. Shorter than {@link personKeys}: single words and the joined given name, no Chinese characters.
 */
export function spellingWords(names: PersonNames): string[] {
  // A number is typed or it is not: no other number is meant by it.
  return nameWords(names).filter((word) => !/^\p{N}+$/u.test(word));
}

/** The same with the numbers that stand for a name (“Customer 12345”). */
export function nameWords(names: PersonNames): string[] {
  const words = new Set<string>();
  const given = givenSyllables(names.givenName);
  const family = latinWords(names.familyName);
  for (const list of [family, given, latinWords(names.englishName), latinWords(names.preferredName)]) {
    for (const word of list) words.add(word);
  }
  words.add(family.join(''));
  words.add(given.join(''));
  for (const part of latinWords(names.otherNames)) words.add(part);
  const characters = hanCharacters(names.chineseName);
  if (characters.length > 0) {
    const length = surnameParts(characters.map(foldText)).reduce((sum, part) => sum + part, 0);
    const surname = readSurname(characters.slice(0, length).join(''));
    const read = characters.slice(length).map(readCharacter);
    const latin = [surname.hongKong[0] ?? '', ...read.map((reading) => reading.hongKong[0] ?? '')];
    const pinyin = [surname.pinyin[0] ?? '', ...read.map((reading) => reading.pinyin[0] ?? '')];
    for (const word of [...latin, ...pinyin, latin.slice(1).join(''), pinyin.slice(1).join('')])
      words.add(word);
  }
  return [...words].filter((word) => word.length >= 3);
}

/**
 * Returns the tokens of free text (notes, product names, addresses): words, numbers, their parts after a change between
 * letters and digits (126710BLRO → blro), and for Chinese every pair of characters and the last one alone, so that one,
 * two or more characters from anywhere in it are found by prefix.
 */
export function textKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const run of runs(foldText(text))) {
    if (run.kind === 'han') {
      const characters = [...run.text];
      for (let index = 0; index < characters.length; index += 1) {
        keys.add((characters[index] as string) + (characters[index + 1] ?? ''));
      }
    } else if (run.kind === 'digits') {
      keys.add(run.text.slice(0, LONGEST_KEY));
    } else {
      addEnds(keys, run.text.split(LETTER_DIGIT_BOUNDARY));
    }
  }
  return [...keys];
}

/**
 * Returns the tokens of an e-mail address: each end of the part before the @ that starts at a word or where letters and
 * digits meet, and the names of the domain without com, hk and the like.
 */
export function emailKeys(email: string): string[] {
  const keys = new Set<string>();
  const [local = '', ...domain] = foldText(email).split('@');
  addEnds(
    keys,
    runs(local).flatMap((run) => run.text.split(LETTER_DIGIT_BOUNDARY)),
  );
  for (const run of runs(domain.join(' ')))
    if (!COMMON_DOMAIN_LABELS.has(run.text)) addEnds(keys, run.text.split(LETTER_DIGIT_BOUNDARY));
  return [...keys];
}

const SHORTEST_CODE_SUFFIX = 4;
const SHORTEST_BARE_NUMBER = 3;

/**
 * Returns the tokens of a serial, reference, receipt or member number: every end of it (without punctuation) of four
 * characters or more, every end that starts at a segment or where letters and digits meet, and its last number without
 * leading zeros. By prefix they find any run of characters that starts at one of these places.
 */
export function codeKeys(code: string): string[] {
  const segments = runs(foldText(code)).map((run) => run.text);
  const whole = segments.join('').slice(0, LONGEST_KEY);
  if (whole === '') return [];
  const keys = new Set<string>([whole]);
  for (let start = 1; whole.length - start >= SHORTEST_CODE_SUFFIX; start += 1) keys.add(whole.slice(start));
  let at = 0;
  for (const segment of segments) {
    let inside = at;
    for (const part of segment.split(LETTER_DIGIT_BOUNDARY)) {
      if (inside < whole.length) keys.add(whole.slice(inside));
      inside += part.length;
    }
    at += segment.length;
  }
  const bare = /0([1-9][0-9]*)$/.exec(whole)?.[1];
  if (bare && bare.length >= SHORTEST_BARE_NUMBER) keys.add(bare);
  return [...keys];
}

export { explainMatch, type FieldMatch, holdsAll, type SearchField } from './names/explain';
export { type Query, type QueryToken, queryTokens } from './names/query';
export { deletionKeys, slipLikelihood, withinOneEdit } from './names/typos';
