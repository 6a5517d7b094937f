import { foldText } from '@shared/domain/names';
import { emailKeys, type QueryToken } from '@shared/domain/search-keys';
import { type CustomerDocument, compactCode } from './documents';

/**
 * Says whether these words stand in the record the way they were typed: as beginnings of words of the name in an order in which
 * names are said, as whole words of it in any order, or together in one contact or number. Otherwise they were only found one
 * here and one there, or by their sound, and an error in typing a name is as likely.
 */
export function standsAsTyped(tokens: readonly QueryToken[], document: CustomerDocument): boolean {
  const typed = tokens.map(({ text }) => text);
  const family = wordsOf(document.family_name);
  const given = wordsOf(document.given_name);
  const english = wordsOf(document.english_name);
  const other = [...wordsOf(document.preferred_name), ...wordsOf(document.other_names)];
  const orders = [
    [...family, ...given, ...english],
    [...english, ...family, ...given],
    [...english, ...given, ...family],
    [...given, ...family],
    [...family, given.join('')],
    [given.join(''), ...family],
    other,
  ];
  if (orders.some((words) => beginsInOrder(typed, words))) return true;
  const all = new Set([...family, ...given, ...english, ...other]);
  if (typed.every((text) => all.has(text))) return true;
  const isWithin = (keys: readonly string[]) =>
    typed.every((text) => keys.some((key) => key.startsWith(text)));
  return (
    document.contacts.some(({ value }) => isWithin(emailKeys(value))) ||
    document.codes.some((code) => compactCode(code).startsWith(typed.join('')))
  );
}

const wordsOf = (text: string | null) => (text ? (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []) : []);

/** "chan peter" in Chan Tai Man Peter: words may be left out. */
function beginsInOrder(typed: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (at < typed.length && word.startsWith(typed[at] as string)) at += 1;
  return at === typed.length;
}
