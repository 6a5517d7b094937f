import { foldText } from '@shared/domain/names';
import { emailKeys, type QueryToken } from '@shared/domain/search-keys';
import { type CustomerDocument, compactCode, type NameColumns } from './documents';

/**
 * Whether words stand in a record the way they were typed: `whole` as words of the name in an order in which names are said;
 * `begun` as beginnings of words that follow each other there, as whole words of it in any order, or together in one contact or
 * number. `loose` if only found one here and one there, or by their sound: an error in typing a name is as likely.
 */
export type Standing = 'whole' | 'begun' | 'loose';

/** How these words stand in the names of a record in which they were all found. */
export function standingInNames(tokens: readonly QueryToken[], names: NameColumns): Standing {
  const typed = tokens.map(({ text }) => text);
  const family = wordsOf(names.family_name);
  const given = wordsOf(names.given_name);
  const english = wordsOf(names.english_name);
  const other = [...wordsOf(names.preferred_name), ...wordsOf(names.other_names)];
  const orders = [
    [...family, ...given, ...english],
    [...english, ...family, ...given],
    [...english, ...given, ...family],
    [...given, ...family],
    [...family, ...english],
    [...family, given.join('')],
    [given.join(''), ...family],
    other,
  ];
  if (orders.some((words) => isInOrder(typed, words))) return 'whole';
  if (orders.some((words) => isBegunIn(typed, words))) return 'begun';
  const all = new Set([...family, ...given, ...english, ...other]);
  return typed.every((text) => all.has(text)) ? 'begun' : 'loose';
}

/** Whether they stand together in one of its contacts or numbers, where its names say nothing. */
export function standingInReach(
  tokens: readonly QueryToken[],
  document: Pick<CustomerDocument, 'contacts' | 'codes'>,
): Standing {
  const typed = tokens.map(({ text }) => text);
  const isWithin = (keys: readonly string[]) =>
    typed.every((text) => keys.some((key) => key.startsWith(text)));
  const isTogether =
    document.contacts.some(({ value }) => isWithin(emailKeys(value))) ||
    document.codes.some((code) => compactCode(code).startsWith(typed.join('')));
  return isTogether ? 'begun' : 'loose';
}

const wordsOf = (text: string | null) => (text ? (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []) : []);

/** "chan peter" in Chan Tai Man Peter: words may be left out. */
function isInOrder(typed: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (word === typed[at]) at += 1;
  return at === typed.length;
}

/**
 * "ben cha" in Benjamin Chan. A word before the last that lacks one letter is not begun but mistyped: "hi" in "wu hi ming" may be
 * any of Hin, Him, Chi.
 */
function isBegunIn(typed: readonly string[], words: readonly string[]): boolean {
  const last = typed.length - 1;
  const isBegun = (text: string, index: number, word: string | undefined) =>
    word?.startsWith(text) === true && (index === last || word.length - text.length !== 1);
  return words.some((_, start) => typed.every((text, index) => isBegun(text, index, words[start + index])));
}
