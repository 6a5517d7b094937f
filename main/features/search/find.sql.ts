import type { Query, QueryToken } from '@shared/domain/search-keys';
import type { ReadableDb } from '../../db/sql';
import { customerKeys, NOTE_MARK, OWN_MARK } from './documents';
import {
  beginning,
  both,
  documentBefore,
  either,
  exact,
  type Found,
  gather,
  type Hit,
  type HitBy,
  match,
} from './match.sql';
import { homeCountry, readCustomers } from './rows.sql';
import { findMisspelt, findMisspeltNames, nearWords, replaceWord } from './typos.sql';

/** A word of one letter is the beginning of something; every other may be whole. */
const mayBeWhole = ({ text }: QueryToken) => [...text].length > 1;

/** An expression of the index, and what its hits are worth. */
interface Stage {
  readonly expression: string;
  /** Every word that was typed is a whole one of the record: it was not mistyped. */
  readonly isWhole: boolean;
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/**
 * The words as one name, best first: as its bearer spells it, as it may be spelled; whole, then beginning so. These are rare
 * keys, found at once in a shop of any size.
 */
function nameStages({ tokens, prefer }: Query): Stage[] {
  const stages: Stage[] = [];
  const add = (names: readonly string[], kind: QueryToken['kind']) => {
    if (names.length === 0) return;
    // What is typed beside the name, such as the end of a telephone number.
    const rest = tokens.filter((token) => token.kind !== kind).map(({ text }) => beginning(text));
    stages.push({ expression: both(either(names.map(exact)), ...rest), isWhole: true });
    stages.push({ expression: both(either(names.map(beginning)), ...rest), isWhole: false });
  };
  const [only] = tokens.length === 1 ? tokens : [];
  // "chantaiman": one word may be a whole name. As a beginning it would be everybody of that surname.
  if (only?.kind === 'latin') stages.push({ expression: exact(OWN_MARK + only.text), isWhole: true });
  const latin = prefer.filter((name) => !isHan(name));
  add(
    latin.map((name) => OWN_MARK + name),
    'latin',
  );
  add(latin, 'latin');
  add(prefer.filter(isHan), 'han');
  return stages;
}

/** Every word by itself, best first: all whole, all whole but the one being typed, every one a beginning. */
function wordStages(tokens: readonly QueryToken[]): Stage[] {
  const stages: Stage[] = [];
  const last = tokens.at(-1);
  const before = tokens.slice(0, -1);
  if (tokens.every(mayBeWhole))
    stages.push({ expression: both(...tokens.map(({ text }) => exact(text))), isWhole: true });
  if (last && before.length > 0 && before.every(mayBeWhole))
    stages.push({
      expression: both(...before.map(({ text }) => exact(text)), beginning(last.text)),
      isWhole: false,
    });
  stages.push({ expression: both(...tokens.map(({ text }) => beginning(text))), isWhole: false });
  return stages;
}

const asHits = (found: Found, by: HitBy): Hit[] => [...found].map(([id, stage]) => ({ id, by, stage }));

/** What steers a look-up of customers. */
export interface CustomerSearch {
  readonly limit: number;
  /** Customers to put first where they match: whom this person dealt with last. */
  readonly familiar?: readonly string[];
}

/**
 * Customers by name, number and contact: those who match as typed; where few do, also names one typing error away; where
 * nobody does, by another reading of what was typed.
 */
export function findCustomers(db: ReadableDb, query: Query, { limit, familiar = [] }: CustomerSearch): Hit[] {
  const { tokens } = query;
  if (tokens.length === 0) return [];
  const hits: Hit[] = matchFamiliar(db, familiar, tokens).map((id) => ({ id, by: 'name', stage: 0 }));
  const unknown = tokens.filter(({ text }) => !beginsAny(db, text));
  const isWhole = unknown.length === 0 && addStages(db, query, limit, hits);
  if (hits.length < FEW && !isWhole) hits.push(...findMisspeltNames(db, tokens, limit, MISSPELT_NAME));
  if (hits.some(({ by }) => by === 'name')) return withoutRepeats(hits);
  for (const words of query.alternatives) {
    if (!words.every(({ text }) => beginsAny(db, text))) continue;
    const ids = match(db, 'customer', both(...words.map(({ text }) => beginning(text))), limit);
    hits.push(...ids.map((id): Hit => ({ id, by: 'reading', stage: READING })));
    if (ids.length > 0) break;
  }
  return withoutRepeats([...hits, ...findMisspelt(db, tokens, unknown, limit, MISSPELT)]);
}

/**
 * Adds what matches as typed; says whether some of it does in whole words. Looking for several common words at once means
 * walking through all who have any of them, so where the name was found as one, that is done among the latest only.
 */
function addStages(db: ReadableDb, query: Query, limit: number, hits: Hit[]): boolean {
  const seen = new Set<string>();
  let stage = 0;
  let isWhole = false;
  const add = (stages: readonly Stage[], afterFound: number) => {
    for (const { expression, isWhole: isStageWhole } of stages) {
      stage += 1;
      if (seen.size >= limit) return;
      const after = seen.size > 0 ? afterFound : 0;
      for (const id of match(db, 'customer', expression, limit + seen.size, after)) {
        if (seen.size >= limit) break;
        if (!seen.has(id)) hits.push({ id, by: 'name', stage });
        seen.add(id);
        isWhole ||= isStageWhole;
      }
    }
  };
  add(nameStages(query), 0);
  add(wordStages(query.tokens), query.tokens.length > 1 ? documentBefore(db, LATEST) : 0);
  return isWhole;
}

/** Of this many documents a walk takes a millisecond. */
const LATEST = 100_000;

/** Says whether any customer has a key that begins so. */
function beginsAny(db: ReadableDb, text: string): boolean {
  return [exact(text), beginning(text)].some((term) => match(db, 'customer', term, 1).length > 0);
}

/** Those of a few customers who match: their keys are made here, which takes less than asking the index for each. */
function matchFamiliar(db: ReadableDb, ids: readonly string[], tokens: readonly QueryToken[]): string[] {
  if (ids.length === 0) return [];
  const country = homeCountry(db);
  const isMatch = (keys: readonly string[]) =>
    tokens.every(({ text }) => keys.some((key) => key.startsWith(text)));
  return readCustomers(db, ids)
    .filter((row) => isMatch(customerKeys({ ...row, notes: [] }, country).split(' ')))
    .map(({ id }) => id);
}

/** With fewer hits than this, somebody whose name differs in one letter may be meant. */
export const FEW = 5;
// After everything that is written as typed, whose stages are below ten.
const MISSPELT_NAME = 10;
const READING = 20;
const MISSPELT = 30;

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

const notedWord = (tokens: readonly QueryToken[], noted: QueryToken) =>
  both(
    beginning(NOTE_MARK + noted.text),
    ...tokens.filter((token) => token !== noted).map(({ text }) => exact(text)),
  );

/** Products by code, reference, barcode, brand, words and attributes; where none match, by a word one typing error away. */
export function findProducts(db: ReadableDb, query: Query, limit: number): Hit[] {
  const { tokens } = query;
  if (tokens.length === 0) return [];
  const found = gather(
    db,
    'product',
    wordStages(tokens).map(({ expression }) => expression),
    limit,
  );
  for (const words of query.alternatives)
    if (found.size === 0)
      gather(db, 'product', [both(...words.map(({ text }) => beginning(text)))], limit, found);
  if (found.size > 0) return asHits(found, 'name');
  return findMisspeltProducts(db, tokens, limit);
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

/** Items by serial or movement number, or a part of one. */
export function findItems(db: ReadableDb, query: Query, limit: number): Hit[] {
  const { tokens } = query;
  const length = tokens.reduce((sum, { text }) => sum + text.length, 0);
  if (length < SHORTEST_SERIAL || tokens.some(({ kind }) => kind === 'han')) return [];
  return asHits(
    gather(
      db,
      'item',
      wordStages(tokens).map(({ expression }) => expression),
      limit,
    ),
    'name',
  );
}
