import type { PersonNames } from '@shared/domain/names';
import { foldText } from '@shared/domain/names';
import { phoneKeys } from '@shared/domain/phones';
import { codeKeys, emailKeys, personKeysApart, textKeys } from '@shared/domain/search-keys';

/** A key that came from a note starts with this, so that a name is not drowned in what was written about others. */
export const NOTE_MARK = '_';

/** A whole name as its bearer spells it starts with this: Wong Mei before everybody whose characters can be read so. */
export const OWN_MARK = '__';

/** Whole names in every spelling and reading: apart, or half of what begins with "cheung" were the names of Cheungs. */
export const WHOLE_MARK = '___';

/** Enough for years of notes; a customer with more is found by the newest. */
const MOST_NOTE_KEYS = 3000;

/** The names of a customer's row. */
export interface NameColumns {
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly english_name: string | null;
  readonly chinese_name: string | null;
  readonly preferred_name: string | null;
  readonly other_names: string | null;
}

/** Everything a customer is found by. */
export interface CustomerDocument extends NameColumns {
  /** Member numbers, numbers in other systems, VIP cards; those of customers merged into this one too. */
  readonly codes: readonly string[];
  readonly contacts: ReadonlyArray<{ readonly kind: string; readonly value: string }>;
  /** Numbers of the customer's records: promises, quotations, jobs, … */
  readonly recordNumbers: readonly string[];
  /** What was written, in notes and in records; newest first. */
  readonly notes: readonly string[];
}

/** Everything an owned item is found by: its serial and movement number. */
export interface ItemDocument {
  readonly codes: readonly string[];
}

/** Everything a product is found by. */
export interface ProductDocument {
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** A JSON object. */
  readonly attributes: string;
}

/** The row's names as the name rules take them. */
export function namesOf(row: NameColumns): PersonNames {
  const names: PersonNames = {};
  if (row.family_name) names.familyName = row.family_name;
  if (row.given_name) names.givenName = row.given_name;
  if (row.english_name) names.englishName = row.english_name;
  if (row.chinese_name) names.chineseName = row.chinese_name;
  if (row.preferred_name) names.preferredName = row.preferred_name;
  if (row.other_names) names.otherNames = row.other_names;
  return names;
}

function contactKeys(kind: string, value: string, country: string): string[] {
  if (kind === 'phone' || kind === 'whatsapp') return phoneKeys(value, country);
  return kind === 'email' ? emailKeys(value) : textKeys(value);
}

/** The keys of one customer, separated by spaces: what the index stores. */
export function customerKeys(document: CustomerDocument, country: string): string {
  const { words, whole } = personKeysApart(namesOf(document));
  const keys = new Set(words);
  for (const code of document.codes) for (const key of codeKeys(code)) keys.add(key);
  for (const { kind, value } of document.contacts)
    for (const key of contactKeys(kind, value, country)) keys.add(key);
  const own = new Set(ownNames(document));
  for (const name of own) keys.add(OWN_MARK + name);
  for (const name of whole) if (!own.has(name)) keys.add(WHOLE_MARK + name);
  let text = [...keys].join(' ');
  const noted = new Set(document.recordNumbers.flatMap(recordKeys));
  for (const note of document.notes) {
    if (noted.size >= MOST_NOTE_KEYS) break;
    for (const key of textKeys(note)) noted.add(key);
  }
  for (const key of noted) text += ` ${NOTE_MARK}${key}`;
  return text;
}

/**
 * A record's number whole, and its digits. Not what begins inside its letters, and only where notes are looked for: they are
 * prefixes of the shop's own, and "ta" is somebody's name before it is the beginning of TA-000012.
 */
function recordKeys(number: string): string[] {
  const [whole, ...parts] = codeKeys(number);
  return whole === undefined ? [] : [whole, ...parts.filter((key) => /^[0-9]/.test(key))];
}

const joined = (text: string | null) =>
  text ? (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join('') : '';

/** Chan Tai Man, Peter: chantaiman, peterchan, peterchantaiman. The last is also how "Chan Tai Man Peter" is looked for. */
export function ownNames(row: NameColumns): string[] {
  const [family, given, english] = [row.family_name, row.given_name, row.english_name].map(joined);
  if (!family) return [];
  const names = given ? [family + given] : [];
  if (english) names.push(english + family);
  if (english && given) names.push(english + family + given);
  return names;
}

/** The keys of one product: codes from any place in them, words of its names, and the values of its attributes. */
export function productKeys(document: ProductDocument): string {
  const keys = new Set<string>();
  for (const code of document.codes) for (const key of codeKeys(code)) keys.add(key);
  for (const text of document.texts) for (const key of textKeys(text)) keys.add(key);
  for (const value of attributeValues(document.attributes)) for (const key of textKeys(value)) keys.add(key);
  return [...keys].join(' ');
}

/** Every text and number of a JSON object of attributes, as text; lists are walked. */
export function attributeValues(json: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') found.push(String(value));
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(JSON.parse(json));
  return found;
}

const words = (text: string) => foldText(text).match(/[a-z]+/g) ?? [];

/** The words of a text that a finger may slip in. */
export const spellableWords = (text: string) => words(text).filter(({ length }) => length >= 3);

/** Surnames and syllables of two letters: Ho, Ng, Wu. */
export const shortWords = (text: string) => words(text).filter(({ length }) => length === 2);

/** The keys of an item's serial and movement numbers. */
export function itemKeys(codes: readonly string[]): string {
  return [...new Set(codes.flatMap(codeKeys))].join(' ');
}

const SHORTEST_RECEIPT_NUMBER = 3;

/** A code as it is compared: neither capitals nor punctuation count. */
export const compactCode = (number: string) => foldText(number).replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The keys of a receipt number that are not its own beginning: what follows the counter's prefix, with and without leading
 * zeros. `A-000123` → 000123 and 123; `C1-240503-0123` → 2405030123; `C536365` → c536365 and 536365.
 */
export function receiptKeys(number: string): string[] {
  const segments = foldText(number)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const main = segments.length > 1 ? segments.slice(1).join('') : (segments[0] ?? '');
  const keys = new Set([main]);
  const bare = /^[^0-9]*0*([1-9][0-9]*)$/.exec(main)?.[1];
  if (bare && bare.length >= SHORTEST_RECEIPT_NUMBER) keys.add(bare);
  keys.delete('');
  return [...keys];
}
