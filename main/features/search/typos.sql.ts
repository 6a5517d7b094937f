import { deletionKeys, type QueryToken, withinOneEdit } from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import { OWN_MARK } from './documents';
import { beginning, both, either, exact, type Hit, match } from './match.sql';

const MOST_WORDS = 24;
const SHORTEST = 2;

const nearText = `SELECT DISTINCT word FROM search_words WHERE remains IN (SELECT value FROM json_each(?))`;

/** Words of names and products that are one typing error away, the likeliest first: same beginning, same length. */
export function nearWords(db: ReadableDb, typed: string): string[] {
  if (typed.length < SHORTEST) return [];
  const rows = prepared(db, nearText).all(JSON.stringify(deletionKeys(typed))) as Array<{ word: string }>;
  return rows
    .map(({ word }) => word)
    .filter((word) => word !== typed && withinOneEdit(word, typed))
    .sort((a, b) => likeness(b, typed) - likeness(a, typed))
    .slice(0, MOST_WORDS);
}

/** Fingers slip inside a word and within a key or two more often than they begin with the wrong one. */
function likeness(word: string, typed: string): number {
  const sameStart = word[0] === typed[0] ? 2 : 0;
  return sameStart + (word.length === typed.length ? 1 : 0);
}

/** The words with one of them replaced. */
export const replaceWord = (tokens: readonly QueryToken[], token: QueryToken, text: string): QueryToken[] =>
  tokens.map((word) => (word === token ? { ...token, text } : word));

/** Every way in which one of the words may have been meant otherwise. */
function meanings(db: ReadableDb, tokens: readonly QueryToken[]): QueryToken[][] {
  return tokens.flatMap((token) =>
    token.kind === 'latin' ? nearWords(db, token.text).map((text) => replaceWord(tokens, token, text)) : [],
  );
}

const MOST_WORDS_IN_NAME = 5;

/**
 * Customers whose whole name is what was typed but for one error: all its words joined, in the order typed or with the
 * last one first. One look-up however many meanings there are.
 */
export function findMisspeltNames(
  db: ReadableDb,
  tokens: readonly QueryToken[],
  limit: number,
  stage: number,
): Hit[] {
  if (tokens.length < 2 || tokens.length > MOST_WORDS_IN_NAME) return [];
  if (tokens.some(({ kind }) => kind !== 'latin')) return [];
  const names = new Set<string>();
  const meant = meanings(db, tokens);
  for (const words of meant) {
    const texts = words.map(({ text }) => text);
    for (const name of [texts.join(''), [texts.at(-1), ...texts.slice(0, -1)].join('')]) {
      names.add(name);
      names.add(OWN_MARK + name);
    }
  }
  if (names.size === 0) return [];
  const ids = match(db, 'customer', either([...names].map(exact)), limit);
  return ids.map((id) => ({ id, by: 'typo', stage, meant }));
}

/** So many meanings of a word are looked up beside other words. */
const MOST_MEANINGS = 8;

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
    const ids = match(db, 'customer', both(...words.map((word) => beginning(word.text))), limit);
    for (const id of ids) hits.push({ id, by: 'typo', stage, meant: [words] });
  }
  return hits;
}
