import type { Query, QueryToken } from '@shared/domain/search-keys';
import type { ReadableDb } from '../../db/sql';
import { standingInNames, standingInReach } from './as-typed';
import { type CustomerDocument, customerKeys, NOTE_MARK, OWN_MARK, WHOLE_MARK } from './documents';
import {
  beginning,
  both,
  either,
  exact,
  type Found,
  gather,
  type Hit,
  type HitBy,
  LONGEST_BEGINNING,
  match,
  wholeOrBeginning,
} from './match.sql';
import { homeCountry, readNames, readWithoutNotes } from './rows.sql';
import { findMisspelt, findMisspeltNames, isName, nearWords, replaceWord, wordsBeginning } from './typos.sql';

/** A word of one letter is the beginning of something; every other may be whole. */
const mayBeWhole = ({ text }: QueryToken) => [...text].length > 1;

/** An expression of the index, and what its hits are worth. */
interface Stage {
  readonly expression: string;
  /** What was typed is a whole name: it was not mistyped. */
  readonly isWhole: boolean;
}

/** Expressions whose hits have what was typed in their names, and may have more. */
const parts = (expressions: readonly string[]): Stage[] =>
  expressions.map((expression) => ({ expression, isWhole: false }));

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** With fewer letters behind the surname than this, as many names begin so as to make looking for them slow. */
const SHORTEST_GIVEN = 4;

/**
 * The words as one name, best first: as its bearer spells it, as it may be spelled; then what begins so. These are rare keys,
 * found at once in a shop of any size.
 */
function nameStages({ tokens, prefer }: Query): Stage[] {
  const stages: Stage[] = [];
  const add = (terms: readonly string[], isWhole: boolean, kind: QueryToken['kind']) => {
    if (terms.length === 0) return;
    // What is typed beside the name, such as the end of a telephone number.
    const rest = tokens.filter((token) => token.kind !== kind).map(({ text }) => beginning(text));
    stages.push({ expression: both(either(terms), ...rest), isWhole });
  };
  const latin = prefer.filter((name) => !isHan(name));
  const first = tokens.find(({ kind }) => kind === 'latin')?.text ?? '';
  const begun = latin.filter((name) => name.length - first.length >= SHORTEST_GIVEN);
  const marked = (mark: string, names: readonly string[]) => names.map((name) => mark + name);
  // In either order as spelled before any reading: a name is oftener said with the surname last than typed by its sound.
  for (const mark of [OWN_MARK, WHOLE_MARK])
    for (const name of latin) add([exact(mark + name)], true, 'latin');
  // "tai man" alone stands among the words, and so does what sounds like it.
  add(latin.map(exact), false, 'latin');
  add(marked(OWN_MARK, begun).map(beginning), false, 'latin');
  add([...marked(WHOLE_MARK, begun), ...begun].map(beginning), false, 'latin');
  const han = prefer.filter(isHan);
  add(han.map(exact), true, 'han');
  add(han.map(beginning), false, 'han');
  return stages;
}

/** "chantaiman": one word may be a whole name; only after those of whom it is a word, for a surname begins many. */
function oneWordStages([only]: readonly QueryToken[]): Record<'before' | 'after', Stage[]> {
  if (only?.kind !== 'latin') return { before: [], after: [] };
  const names = [OWN_MARK, WHOLE_MARK].map((mark) => mark + only.text);
  return {
    before: names.map((name) => ({ expression: exact(name), isWhole: true })),
    after: parts(names.map(beginning)),
  };
}

/** Every word by itself, best first: all whole, all whole but the one being typed, every one a beginning. */
function wordStages(tokens: readonly QueryToken[], begun: (token: QueryToken) => string): string[] {
  const stages: string[] = [];
  const last = tokens.at(-1);
  const before = tokens.slice(0, -1);
  if (tokens.every(mayBeWhole)) stages.push(both(...tokens.map(({ text }) => exact(text))));
  if (last && before.length > 0 && before.every(mayBeWhole))
    stages.push(both(...before.map(({ text }) => exact(text)), begun(last)));
  stages.push(both(...tokens.map(begun)));
  return stages;
}

const asBeginning = ({ text }: QueryToken) => beginning(text);

const asHits = (found: Found, by: HitBy): Hit[] => [...found].map(([id, stage]) => ({ id, by, stage }));

/** What steers a look-up of customers. */
export interface CustomerSearch {
  readonly limit: number;
  /** Where the nearest way of matching finds as many, further ones are not tried. */
  readonly enough?: number;
  /** Customers to put first where they match: whom this person dealt with last. */
  readonly familiar?: readonly string[];
}

/**
 * Customers by name, number and contact: those who match as typed; where few do, also names one typing error away; where
 * nobody does, by another reading of what was typed.
 */
export function findCustomers(
  db: ReadableDb,
  query: Query,
  { limit, enough = limit, familiar = [] }: CustomerSearch,
): Hit[] {
  const { tokens } = query;
  if (tokens.length === 0) return [];
  let hits: Hit[] = matchFamiliar(db, familiar, tokens).map((id) => ({ id, by: 'name', stage: FAMILIAR }));
  // Of a single word the stages tell it themselves.
  const uses = new Map(tokens.length > 1 ? tokens.map((token) => [token, useOf(db, token)]) : []);
  const unknown = tokens.filter((token) => uses.get(token) === 'none');
  const isBorne = unknown.length === 0 && addStages(db, query, uses, { limit, enough }, hits);
  if (!isBorne && isName(tokens)) hits = withMisspelt(db, tokens, unknown, hits);
  // Last, for what begins with a longer word is gathered key by key.
  if (hits.length === 0 && unknown.length === 0 && tokens.some(({ text }) => text.length > LONGEST_BEGINNING))
    hits = asStage(match(db, 'customer', both(...tokens.map(asBeginning)), limit), 'name', WORDS);
  if (hits.some(({ by }) => by === 'name')) return withoutRepeats(hits);
  for (const words of query.alternatives) {
    const wordUses = words.map((word) => useOf(db, word));
    if (wordUses.includes('none')) continue;
    const expression = both(...words.map((word, index) => quickTerm(db, word, wordUses[index])));
    const ids = match(db, 'customer', expression, limit);
    hits.push(...asStage(ids, 'reading', READING));
    if (ids.length > 0) break;
  }
  if (hits.length < FEW) hits.push(...findMisspelt(db, tokens, unknown, limit, MISSPELT));
  return withoutRepeats(hits);
}

const asStage = (ids: readonly string[], by: HitBy, stage: number): Hit[] =>
  ids.map((id) => ({ id, by, stage }));

/**
 * Adds those whose name is what was typed but for one error, unless somebody bears what was typed or a few names begin so: before
 * hits whose words are only found one here and one there.
 */
function withMisspelt(
  db: ReadableDb,
  tokens: readonly QueryToken[],
  unknown: readonly QueryToken[],
  hits: Hit[],
): Hit[] {
  const names = readNames(
    db,
    hits.flatMap(({ id, stage }) => (stage === FAMILIAR ? [] : [id])),
  );
  const loose = new Set<string>();
  for (const row of names) {
    const standing = standingInNames(tokens, row);
    if (standing === 'whole') return hits;
    if (standing === 'loose') loose.add(row.id);
  }
  // In a large shop nearly every row is a page of its own: contacts and numbers are read of those whose names say nothing.
  for (const row of readWithoutNotes(db, [...loose]))
    if (standingInReach(tokens, row) !== 'loose') loose.delete(row.id);
  const asTyped = hits.filter(({ id }) => !loose.has(id));
  if (asTyped.length >= FEW) return hits;
  const misspelt = findMisspeltNames(db, tokens, { unknown, limit: MOST_MISSPELT, stage: MISSPELT_NAME });
  if (misspelt.length === 0) return hits;
  const rest = hits.filter(({ id }) => loose.has(id)).map((hit) => ({ ...hit, stage: hit.stage + LOOSE }));
  return [...asTyped, ...misspelt, ...rest];
}

/** What a word is among the keys of the customers: one of them, the beginning of one, or neither. */
type Use = 'whole' | 'beginning' | 'none';

function useOf(db: ReadableDb, { text }: QueryToken): Use {
  const isFound = (term: string) => match(db, 'customer', term, 1).length > 0;
  if (isFound(exact(text))) return 'whole';
  return isFound(beginning(text)) ? 'beginning' : 'none';
}

/** Adds what matches as typed; says whether somebody's name is just that. */
function addStages(
  db: ReadableDb,
  query: Query,
  uses: ReadonlyMap<QueryToken, Use>,
  { limit, enough }: { limit: number; enough: number },
  hits: Hit[],
): boolean {
  const { tokens } = query;
  const seen = new Set<string>();
  const asked = new Map<string, string[]>();
  const ask = (expression: string, most = limit + enough) => {
    const ids = asked.get(expression) ?? match(db, 'customer', expression, most);
    asked.set(expression, ids);
    return ids;
  };
  let isBorne = false;
  const add = (stages: readonly Stage[], first: number) => {
    for (const [index, { expression, isWhole }] of stages.entries()) {
      if (seen.size >= enough) return;
      for (const id of ask(expression)) {
        if (seen.size >= limit) break;
        if (!seen.has(id)) hits.push({ id, by: 'name', stage: first + index });
        seen.add(id);
        isBorne ||= isWhole;
      }
    }
  };
  const oneWord = oneWordStages(tokens.length === 1 ? tokens : []);
  add([...oneWord.before, ...nameStages(query)], 1);
  const quick = (token: QueryToken) => quickTerm(db, token, uses.get(token));
  const all = both(...tokens.map(quick));
  // Each walks through everybody who has any of the words. Of a name that was found, or if all who match are few, one is enough.
  const isWalk = tokens.length > 1 && tokens.every(({ kind }) => kind === 'latin');
  const isOneWalk = isWalk && seen.size < enough && (seen.size > 0 || ask(all).length <= limit);
  // Beside somebody who bears the name a screenful of others will do; those who bear it are among them once more.
  if (isOneWalk && isBorne) ask(all, seen.size + enough);
  add(parts(isOneWalk ? [all] : wordStages(tokens, quick)), WORDS);
  if (tokens.length === 1) add(parts(wordStages(tokens, asBeginning)), WORDS);
  add(oneWord.after, WORDS_BEGUN);
  return isBorne;
}

/** What begins so, as far as that can be had newest first at once: a longer word that is a whole key stands for itself. */
function quickTerm(db: ReadableDb, token: QueryToken, use: Use | undefined): string {
  return use === 'whole' ? wholeOrBeginning(token.text) : quickBeginning(db, token);
}

/** The words of names that begin so, each by itself: unlike what begins with a longer word, these come newest first at once. */
function quickBeginning(db: ReadableDb, { kind, text }: QueryToken): string {
  if (kind !== 'latin' || text.length <= LONGEST_BEGINNING) return beginning(text);
  const words = wordsBeginning(db, text);
  return words.length === 0 ? beginning(text) : either(words.map(exact));
}

/**
 * Those of a few customers who match: their keys are made here, which takes less than asking the index for each. What a Chinese
 * name sounds like counts as a whole word only: whoever types "chan" looks for a Chan, not for the 長 (chang) seen last.
 */
function matchFamiliar(db: ReadableDb, ids: readonly string[], tokens: readonly QueryToken[]): string[] {
  if (ids.length === 0) return [];
  const country = homeCountry(db);
  const keysOf = (row: CustomerDocument) =>
    customerKeys(row, country)
      .split(' ')
      .map((key) => key.replace(/^_+/, ''));
  const begins = (keys: readonly string[], { text }: QueryToken) => keys.some((key) => key.startsWith(text));
  const isMatch = (row: CustomerDocument) => {
    const keys = keysOf(row);
    if (!tokens.every((token) => begins(keys, token))) return false;
    const spelled = keysOf({ ...row, chinese_name: null });
    return tokens.every(
      (token) => token.kind === 'han' || keys.includes(token.text) || begins(spelled, token),
    );
  };
  return readWithoutNotes(db, ids)
    .filter(isMatch)
    .map(({ id }) => id);
}

/** With fewer hits than this, somebody whose name differs in one letter may be meant. */
export const FEW = 5;
// Stages are in the order in which their hits are shown. Those of whole names begin with one; then words, then names of which one
// word is the beginning; then names one error away, each meaning in two stages of its own.
const FAMILIAR = 0;
const WORDS = 10;
const WORDS_BEGUN = 15;
const MISSPELT_NAME = 20;
const LOOSE = 900;
/** As many as a screen shows. */
const MOST_MISSPELT = 8;
const READING = 1000;
const MISSPELT = 1001;

function withoutRepeats(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** What steers a look-up in notes. */
export interface NoteSearch {
  readonly limit: number;
  /** Only whole words: somebody bears the name that was typed, and "chan" in "changed" is not what is looked for. */
  readonly isWhole: boolean;
}

/**
 * Customers by what was written about them: every word in their notes and, unless only whole words count, what begins so,
 * or one word in the notes and the others in the name.
 */
export function findByNotes(db: ReadableDb, { tokens }: Query, { limit, isWhole }: NoteSearch): Hit[] {
  if (tokens.length === 0 || !tokens.some((token) => mayBeWhole(token) || token.kind === 'han')) return [];
  const expressions = [both(...tokens.map(({ text }) => exact(NOTE_MARK + text)))];
  if (!isWhole) {
    expressions.push(both(...tokens.map(({ text }) => beginning(NOTE_MARK + text))));
    if (tokens.length > 1) expressions.push(...tokens.map((token) => notedWord(tokens, token)));
  }
  return asHits(gather(db, 'customer', expressions, limit), 'note');
}

/** Customers by the whole number of one of their records, as it is kept without punctuation. */
export function findByRecordNumber(db: ReadableDb, code: string, limit: number): Hit[] {
  return asHits(gather(db, 'customer', [exact(NOTE_MARK + code)], limit), 'note');
}

const notedWord = (tokens: readonly QueryToken[], noted: QueryToken) =>
  both(
    beginning(NOTE_MARK + noted.text),
    ...tokens.filter((token) => token !== noted).map(({ text }) => exact(text)),
  );

/** What steers a look-up of products. */
export interface ProductSearch {
  readonly limit: number;
  /** Where none match, tries words one typing error away. */
  readonly mayBeMisspelt?: boolean;
}

/** Products by code, reference, barcode, brand, words and attributes. */
export function findProducts(
  db: ReadableDb,
  query: Query,
  { limit, mayBeMisspelt = true }: ProductSearch,
): Hit[] {
  const { tokens } = query;
  if (tokens.length === 0) return [];
  const found = gather(db, 'product', wordStages(tokens, asBeginning), limit);
  for (const words of query.alternatives)
    if (found.size === 0)
      gather(db, 'product', [both(...words.map(({ text }) => beginning(text)))], limit, found);
  if (found.size > 0) return asHits(found, 'name');
  return mayBeMisspelt ? findMisspeltProducts(db, tokens, limit) : [];
}

function findMisspeltProducts(db: ReadableDb, tokens: readonly QueryToken[], limit: number): Hit[] {
  const near = tokens.map(({ kind, text }) => (kind === 'latin' ? nearWords(db, text) : []));
  if (near.every(({ length }) => length === 0)) return [];
  const words = tokens.map(({ text }, index) => either([text, ...(near[index] ?? [])].map(beginning)));
  const meant = tokens.flatMap((token, index) =>
    (near[index] ?? []).map((text) => replaceWord(tokens, token, text)),
  );
  const found = gather(db, 'product', [both(...words)], limit);
  return asHits(found, 'typo').map((hit) => ({ ...hit, meant }));
}

const SHORTEST_SERIAL = 3;

/** Nearly every serial has a given letter or digit: beside "chan" it begins a name, beside "123456" it is part of a serial. */
const arePartsOfSerial = (tokens: readonly QueryToken[]) =>
  tokens.every(mayBeWhole) || tokens.some((token) => mayBeWhole(token) && /[0-9]/.test(token.text));

/** Items by serial or movement number, or a part of one. */
export function findItems(db: ReadableDb, query: Query, limit: number): Hit[] {
  const { tokens } = query;
  const whole = tokens.map(({ text }) => text).join('');
  if (whole.length < SHORTEST_SERIAL || tokens.some(({ kind }) => kind === 'han')) return [];
  // "nobody-1" is the beginning of one serial, as a whole.
  const expressions = arePartsOfSerial(tokens) ? wordStages(tokens, asBeginning) : [beginning(whole)];
  return asHits(gather(db, 'item', expressions, limit), 'name');
}
