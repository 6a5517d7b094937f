import {
  deletionKeys,
  personKeysApart,
  type QueryToken,
  slipLikelihood,
  withinOneEdit,
} from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import { type NameColumns, namesOf, OWN_MARK, ownNames, WHOLE_MARK } from './documents';
import { both, either, exact, type Hit, match, wholeOrBeginning } from './match.sql';
import { readNames } from './rows.sql';

const MOST_WORDS = 24;
const SHORTEST = 2;

const nearText = `SELECT word FROM search_words WHERE remains IN (SELECT value FROM json_each(?))`;

const MOST_BEGUN = 40;
const begunText = `SELECT word FROM search_words WHERE remains >= ? AND remains < ? AND word = remains LIMIT ${MOST_BEGUN + 1}`;

/** The statements this file runs, for the test that looks at their plans. */
export const wordStatements = { near: nearText, begun: begunText };

/** Words of names and products that begin so; none where they are too many to look for each. */
export function wordsBeginning(db: ReadableDb, text: string): string[] {
  const rows = prepared(db, begunText).all(text, `${text}\u{10ffff}`) as Array<{ word: string }>;
  return rows.length > MOST_BEGUN ? [] : rows.map(({ word }) => word);
}

/** Words of names and products that are one typing error away, the likeliest first. */
export function nearWords(db: ReadableDb, typed: string): string[] {
  if (typed.length < SHORTEST) return [];
  const rows = prepared(db, nearText).all(JSON.stringify(deletionKeys(typed))) as Array<{ word: string }>;
  return [...new Set(rows.map(({ word }) => word))]
    .filter((word) => word !== typed && withinOneEdit(word, typed))
    .map((word) => ({ word, likelihood: slipLikelihood(word, typed) }))
    .sort(
      (a, b) =>
        b.likelihood - a.likelihood || Number(b.word[0] === typed[0]) - Number(a.word[0] === typed[0]),
    )
    .map(({ word }) => word)
    .slice(0, MOST_WORDS);
}

/** The words with one of them replaced. */
export const replaceWord = (tokens: readonly QueryToken[], token: QueryToken, text: string): QueryToken[] =>
  tokens.map((word) => (word === token ? { ...token, text } : word));

/** One way in which one of the words may have been meant otherwise. */
interface Meaning {
  readonly words: readonly QueryToken[];
  readonly likelihood: number;
}

/** Every such way, the likeliest first. A word that begins nothing is the wrong one, and two such are no single error. */
function meanings(db: ReadableDb, tokens: readonly QueryToken[], unknown: readonly QueryToken[]): Meaning[] {
  if (unknown.length > 1) return [];
  return (unknown.length === 1 ? unknown : tokens)
    .flatMap((token) =>
      nearWords(db, token.text).map((text) => ({
        words: replaceWord(tokens, token, text),
        likelihood: slipLikelihood(text, token.text),
      })),
    )
    .sort((a, b) => b.likelihood - a.likelihood);
}

/** The words as a whole name. */
const asTyped = (words: readonly QueryToken[]) => words.map(({ text }) => text).join('');
/** The same with the last word first. */
const lastFirst = (words: readonly QueryToken[]) => asTyped([...words.slice(-1), ...words.slice(0, -1)]);

/** A way in which a name can stand in the index: in which order, under which keys, and which names of a record are so. */
interface Spelling {
  readonly nameOf: (words: readonly QueryToken[]) => string;
  readonly keys: (name: string) => string[];
  readonly namesOf: (row: NameColumns) => Iterable<string>;
}

const spelled = { keys: (name: string) => [exact(OWN_MARK + name)], namesOf: ownNames };
/** Given names alone are among the words. */
const read = {
  keys: (name: string) => [exact(WHOLE_MARK + name), exact(name)],
  namesOf: (row: NameColumns) => {
    const { words, whole } = personKeysApart(namesOf(row));
    return [...whole, ...words];
  },
};
/** As its bearers spell it, then as it may be read. */
const spellings: readonly Spelling[] = [
  { nameOf: asTyped, ...spelled },
  { nameOf: lastFirst, ...spelled },
  { nameOf: asTyped, ...read },
  { nameOf: lastFirst, ...read },
];

const MOST_WORDS_IN_NAME = 5;

/** Says whether these words may be somebody's name. */
export const isName = (tokens: readonly QueryToken[]) =>
  tokens.length > 1 && tokens.length <= MOST_WORDS_IN_NAME && tokens.every(({ kind }) => kind === 'latin');

/** Of equally likely names so many bearers are looked at, to tell which names are common. */
const SAMPLE = 32;

/**
 * Customers whose whole name is what was typed but for one error, the likeliest error first and of equally likely ones the name
 * that more people bear. Where nobody bears any of them, which is most often, that takes one look-up.
 */
export function findMisspeltNames(
  db: ReadableDb,
  tokens: readonly QueryToken[],
  { unknown, limit, stage }: { unknown: readonly QueryToken[]; limit: number; stage: number },
): Hit[] {
  const meant = meanings(db, tokens, unknown);
  if (meant.length === 0) return [];
  const keys = spellings.flatMap((spelling) =>
    meant.flatMap(({ words }) => spelling.keys(spelling.nameOf(words))),
  );
  if (match(db, 'customer', either(keys), 1).length === 0) return [];
  const hits: Hit[] = [];
  let group = stage;
  for (const alike of inGroups(meant))
    for (const spelling of spellings) {
      if (hits.length >= limit) return hits;
      for (const { words, ids } of bearersOf(db, alike, spelling)) {
        group += 1;
        for (const id of ids) hits.push({ id, by: 'typo', stage: group, meant: [words] });
      }
    }
  return hits;
}

/** The latest bearers of any of these names, those of the most frequent name first. */
function bearersOf(
  db: ReadableDb,
  meant: readonly Meaning[],
  { nameOf, keys, namesOf: namesIn }: Spelling,
): Array<{ words: Meaning['words']; ids: string[] }> {
  const byName = new Map<string, { words: Meaning['words']; ids: string[] }>();
  for (const { words } of meant) {
    const name = nameOf(words);
    if (!byName.has(name)) byName.set(name, { words, ids: [] });
  }
  const ids = match(db, 'customer', either([...byName.keys()].flatMap(keys)), SAMPLE);
  const rows = new Map(readNames(db, ids).map((row) => [row.id, row]));
  for (const id of ids) {
    const row = rows.get(id);
    const name = row && [...namesIn(row)].find((own) => byName.has(own));
    if (name) byName.get(name)?.ids.push(id);
  }
  return [...byName.values()]
    .filter((found) => found.ids.length > 0)
    .sort((a, b) => b.ids.length - a.ids.length);
}

/** Neighbours that are equally likely together. */
function inGroups(meant: readonly Meaning[]): Meaning[][] {
  const groups: Meaning[][] = [];
  for (const meaning of meant) {
    const last = groups.at(-1);
    if (last?.[0]?.likelihood === meaning.likelihood) last.push(meaning);
    else groups.push([meaning]);
  }
  return groups;
}

/** So many meanings of a word are looked up beside other words. */
const MOST_MEANINGS = 4;

/**
 * Customers by the words typed with one error in one of them: in the only word, or in the one of several that begins nothing
 * at all. Each meaning is looked up by itself, so that a common name does not hide a rarer one; the nearest first.
 */
export function findMisspelt(
  db: ReadableDb,
  tokens: readonly QueryToken[],
  unknown: readonly QueryToken[],
  limit: number,
  stage: number,
): Hit[] {
  const wrong = tokens.length === 1 ? tokens[0] : unknown[0];
  if (wrong?.kind !== 'latin' || unknown.length > 1) return [];
  const hits: Hit[] = [];
  for (const text of nearWords(db, wrong.text).slice(0, tokens.length === 1 ? undefined : MOST_MEANINGS)) {
    const words = replaceWord(tokens, wrong, text);
    const ids = match(db, 'customer', both(...words.map(({ text }) => wholeOrBeginning(text))), limit);
    for (const id of ids) hits.push({ id, by: 'typo', stage, meant: [words] });
  }
  return hits;
}
