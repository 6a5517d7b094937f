import { foldText, isHan } from './fold';
import { isLatinSurnamePair, latinSurnameRank, surnameParts } from './surnames';
import { titleWord } from './titles';
import type { NameLanguage, PersonNames, Title } from './types';

const clean = (value: string | undefined) => value?.trim() ?? '';

/**
 * English given name first, surname in capitals, Chinese given name last: the order of Hong Kong's press and government.
 * Somebody whose given name is the English one (Harriet Patterson) has it once.
 */
function latinName(names: PersonNames): string {
  const family = clean(names.familyName);
  const english = clean(names.englishName);
  const given = clean(names.givenName);
  const isSame = english.toLowerCase() === given.toLowerCase();
  return [english || (isSame ? given : ''), family.toUpperCase(), isSame ? '' : given]
    .filter(Boolean)
    .join(' ');
}

/**
 * Returns the name to show in one line and one script. In English: `Peter CHAN Tai Man` (the surname in capitals, because
 * neither place nor length tells which word it is). In Chinese: the Chinese name as stored, never converted between
 * Traditional and Simplified. Falls back to the other script, then to the preferred and other names, then to ''.
 */
export function displayName(names: PersonNames, language: NameLanguage): string {
  const latin = latinName(names);
  const chinese = clean(names.chineseName);
  const first = language === 'en' ? latin || chinese : chinese || latin;
  return first || clean(names.preferredName) || clean(names.otherNames);
}

/** Returns the name in both scripts, the language's own first: `Peter CHAN Tai Man 陳大文`, `陳大文 Peter CHAN Tai Man`. */
export function fullName(names: PersonNames, language: NameLanguage): string {
  const first = displayName(names, language);
  const second = language === 'en' ? clean(names.chineseName) : latinName(names);
  return second && second !== first ? `${first} ${second}` : first;
}

/**
 * Returns how to address the person: `Mr Chan`, `陳先生`, `陳小姐`, `陳太太`. A married double surname gives the husband's
 * with Mrs (林鄭月娥 → 林太太) and both otherwise (林鄭女士). Without a title, or without any surname, the name itself.
 */
export function formOfAddress(
  names: PersonNames,
  title: Title | null | undefined,
  language: NameLanguage,
): string {
  if (!title) return displayName(names, language);
  const word = titleWord(title, language);
  const family = clean(names.familyName);
  if (language === 'en') {
    const surname = (title === 'mrs' ? latinHusbandSurname(family) : family) || clean(names.englishName);
    return surname ? `${word} ${surname}` : displayName(names, language);
  }
  const surname = chineseSurname(clean(names.chineseName), title);
  if (surname) return surname + word;
  const other = family || clean(names.englishName);
  // A space keeps Latin letters apart from the Chinese title.
  return other ? `${other} ${word}` : displayName(names, language);
}

function chineseSurname(chinese: string, title: Title): string {
  const characters = [...chinese].filter(isHan);
  const parts = surnameParts(characters.map(foldText));
  const length = title === 'mrs' ? (parts[0] ?? 0) : parts.reduce((sum, part) => sum + part, 0);
  return characters.slice(0, length).join('');
}

/** "Lam Cheng" → Lam, but AU YEUNG is one surname and "García López" is nobody's husband. */
function latinHusbandSurname(family: string): string {
  const [first = '', second = '', ...more] = family.split(/\s+/);
  const isDouble =
    more.length === 0 &&
    !isLatinSurnamePair(first, second) &&
    latinSurnameRank(first) !== undefined &&
    latinSurnameRank(second) !== undefined;
  return isDouble ? first : family;
}

let byStroke: Intl.Collator | undefined;

/** Compares two names by stroke, as Hong Kong's lists are sorted; Latin letters come first, in alphabetical order. */
export function compareChinese(a: string, b: string): number {
  byStroke ??= new Intl.Collator('zh-Hant-HK-u-co-stroke');
  return byStroke.compare(a, b);
}

/** Returns a sorted copy, by the stroke order of the text that `of` gives for each entry. */
export function sortChinese<T>(entries: readonly T[], of: (entry: T) => string): T[] {
  return [...entries].sort((a, b) => compareChinese(of(a), of(b)));
}
