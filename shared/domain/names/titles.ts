import { foldText } from './fold';
import { surnameParts } from './surnames';
import type { NameLanguage, Title } from './types';

/** Titles as they are typed, folded, without full stops. */
const LATIN: Record<string, Title> = {
  mr: 'mr',
  mister: 'mr',
  sir: 'mr',
  mrs: 'mrs',
  madam: 'mrs',
  madame: 'mrs',
  mdm: 'mrs',
  ms: 'ms',
  miss: 'miss',
  dr: 'dr',
  doctor: 'dr',
  prof: 'prof',
  professor: 'prof',
};

/** Longest first; all folded to Simplified. */
const CHINESE: [suffix: string, title: Title][] = [
  ['先生', 'mr'],
  ['小姐', 'miss'],
  ['女士', 'ms'],
  ['太太', 'mrs'],
  ['夫人', 'mrs'],
  ['医生', 'dr'],
  ['博士', 'dr'],
  ['教授', 'prof'],
  ['姑娘', 'miss'],
];

/** Said after a bare surname only (陳太, 陳生): the same characters also stand in given names. */
const AFTER_SURNAME: Record<string, Title> = { 太: 'mrs', 生: 'mr', 姐: 'ms', 哥: 'mr', 兄: 'mr' };

/** Returns the title that a Latin word is ("Mr", "mrs."), or null. "Sir" counts: Hong Kong says "Chan Sir". */
export function latinTitle(word: string): Title | null {
  return LATIN[word.toLowerCase().replace(/\./g, '')] ?? null;
}

/**
 * Returns a Chinese form of address cut into the name and its title: 陳先生 → 陳, mr; 陳太 → 陳, mrs. A name that merely
 * ends in 太 or 生 keeps it (陳大生). `certain` is false where the whole could also be a two-character name (陳生).
 */
export function cutChineseTitle(text: string): { name: string; title: Title | null; certain: boolean } {
  const characters = [...text];
  const folded = characters.map(foldText);
  for (const [suffix, title] of CHINESE) {
    const length = [...suffix].length;
    if (folded.length >= length && folded.slice(-length).join('') === suffix) {
      return { name: characters.slice(0, -length).join(''), title, certain: true };
    }
  }
  const title = AFTER_SURNAME[folded.at(-1) ?? ''];
  const before = folded.slice(0, -1);
  if (title && before.length > 0 && before.length <= 2) {
    const surnameLength = surnameParts(before).reduce((sum, length) => sum + length, 0);
    if (surnameLength === before.length)
      return { name: characters.slice(0, -1).join(''), title, certain: false };
  }
  return { name: text, title: null, certain: true };
}

const WORDS: Record<NameLanguage, Record<Title, string>> = {
  en: { mr: 'Mr', mrs: 'Mrs', ms: 'Ms', miss: 'Miss', dr: 'Dr', prof: 'Prof' },
  'zh-Hant': { mr: '先生', mrs: '太太', ms: '女士', miss: '小姐', dr: '博士', prof: '教授' },
  'zh-Hans': { mr: '先生', mrs: '太太', ms: '女士', miss: '小姐', dr: '博士', prof: '教授' },
};

/** Returns the word for a title in the language, as it is put beside a surname. */
export function titleWord(title: Title, language: NameLanguage): string {
  return WORDS[language][title];
}
