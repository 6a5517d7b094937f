import { deletionKeys, type QueryToken, slipLikelihood, withinOneEdit } from '@shared/domain/search-keys';
import { prepared, type ReadableDb } from '../../db/sql';
import { OWN_MARK, WHOLE_MARK } from './documents';
import { both, either, exact, type Hit, match, wholeOrBeginning } from './match.sql';

const MOST_WORDS = 24;
const SHORTEST = 2;

const nearText = `SELECT DISTINCT word FROM search_words WHERE remains IN (SELECT value FROM json_each(?))`;

const MOST_BEGUN = 40;
const begunText = `SELECT word FROM search_words WHERE remains >= ? AND remains < ? AND word = remains LIMIT ${MOST_BEGUN + 1}`;

/** Words of names and products that begin so; none where they are too many to look for each. */
export function wordsBeginning(db: ReadableDb, text: string): string[] {
  const rows = prepared(db, begunText).all(text, `${text}\u{10ffff}`) as Array<{ word: string }>;
  return rows.length > MOST_BEGUN ? [] : rows.map(({ word }) => word);
}

/** Words of names and products that are one typing error away, the likeliest first. */
export function nearWords(db: ReadableDb, typed: string): string[] {
  if (typed.length < SHORTEST) return [];
  const rows = prepared(db, nearText).all(JSON.stringify(deletionKeys(typed))) as Array<{ word: string }>;
  return rows
    .map(({ word }) => word)
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

/** Every such way, the likeliest first. */
function meanings(db: ReadableDb, tokens: readonly QueryToken[]): Meaning[] {
  return tokens
    .flatMap((token) =>
      nearWords(db, token.text).map((text) => ({
        words: replaceWord(tokens, token, text),
        likelihood: slipLikelihood(text, token.text),
      })),
    )
    .sort((a, b) => b.likelihood - a.likelihood);
}

/** The words as a whole name, in the order typed or with the last one first, however it is spelled. */
function asName(words: readonly QueryToken[]): string[] {
  const texts = words.map(({ text }) => text);
  return [texts.join(''), [texts.at(-1), ...texts.slice(0, -1)].join('')].flatMap((name) => [
    exact(OWN_MARK + name),
    exact(WHOLE_MARK + name),
    exact(name),
  ]);
}

const MOST_WORDS_IN_NAME = 5;

/**
 * Customers whose whole name is what was typed but for one error, the likeliest error first and of equally likely ones the name
 * that more people bear. Where nobody bears any of them, which is most often, that takes one look-up.
 */
export function findMisspeltNames(
  db: ReadableDb,
  tokens: readonly QueryToken[],
  limit: number,
  stage: number,
): Hit[] {
  if (tokens.length < 2 || tokens.length > MOST_WORDS_IN_NAME) return [];
  if (tokens.some(({ kind }) => kind !== 'latin')) return [];
  const meant = meanings(db, tokens);
  if (meant.length === 0) return [];
  if (match(db, 'customer', either(meant.flatMap(({ words }) => asName(words))), 1).length === 0) return [];
  const found: Array<{ words: Meaning['words']; ids: string[] }> = [];
  let count = 0;
  for (const alike of inGroups(meant)) {
    const group = alike.map(({ words }) => ({
      words,
      ids: match(db, 'customer', either(asName(words)), limit),
    }));
    found.push(...group.sort((a, b) => b.ids.length - a.ids.length));
    count += group.reduce((sum, { ids }) => sum + ids.length, 0);
    if (count >= limit) break;
  }
  return found.flatMap(({ words, ids }, index) =>
    ids.map((id): Hit => ({ id, by: 'typo', stage: stage + index, meant: [words] })),
  );
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
    const ids = match(db, 'customer', both(...words.map(({ text }) => wholeOrBeginning(text))), limit);
    for (const id of ids) hits.push({ id, by: 'typo', stage, meant: [words] });
  }
  return hits;
}
