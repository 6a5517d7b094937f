import { cutSyllables, isChineseSyllable } from './cantonese';
import { isHan } from './fold';
import { isLatinSurnamePair, latinSurnameRank } from './surnames';
import { cutChineseTitle, latinTitle } from './titles';
import type { ParsedName, Title } from './types';

/**
 * Common given names that are also spelled like a syllable of Chinese; without the list "Sam Chan" would come out with
 * Sam as part of a Chinese given name.
 */
const ENGLISH_LIKE_SYLLABLES = new Set(
  (
    'ada amy ann anna anne ben bob dan dana dee don eva eve fay gina hay helen ian ida ivan jan jane jay jean jim joan joe ' +
    'jon jun kay ken kim kit kitty lee lena leo leon lia lily lin lina lisa lola lulu mabel mandy may mia mimi mina mona ' +
    'nana nancy nina noel pat paul ray ron roy sam sandy sean sue sunny susan tim tina toby tom tony una wendy wing winnie ' +
    'yan zoe hana lana dina rita nita mani bobo coco gigi kiki nini didi vivi fifi yoyo momo'
  ).split(' '),
);

/** Up to this rank a surname is so common that the word is taken for one wherever it stands. */
const COMMON = 45;
const MOST_COMMON = 20;
/** Surnames that hardly ever end a given name, so "Tai Man Chan" has its surname last although Tai is one too. */
const NEVER_ENDS_A_NAME = new Set([
  'chan',
  'ng',
  'lee',
  'leung',
  'lau',
  'tsang',
  'tse',
  'mak',
  'chow',
  'tang',
]);

/**
 * Returns the parts of a name as somebody typed or imported it, in the forms listed for Hong Kong: `CHAN Tai Man, Peter`,
 * `Chan Tai-man Peter`, `Peter Chan`, `陳大文`, `Chen Dawen`, `Lam Cheng Yuet Ngor`, `歐陽`, `AU YEUNG`, `陳先生`,
 * `Mr Chan`, `陳太`, also both scripts at once. What it cannot tell apart is kept rather than dropped: every word of the
 * input is in one of the fields. A proposal for the form to show, to be corrected by the person at the counter.
 */
export function parseName(raw: string): ParsedName {
  const parsed: ParsedName = { title: null };
  const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return parsed;

  const { latin, chinese, nickname } = splitScripts(text);
  if (chinese) {
    const { name, title } = cutChineseTitle(chinese);
    parsed.title = title;
    if (name) parsed.chineseName = name;
  }
  if (nickname) parsed.preferredName = nickname;

  const words = parseLatin(latin);
  parsed.title = words.title ?? parsed.title;
  if (words.family.length > 0) parsed.familyName = words.family.map(properCase).join(' ');
  if (words.given.length > 0) parsed.givenName = words.given.map(properCase).join(' ');
  if (words.english.length > 0) parsed.englishName = words.english.map(properCase).join(' ');
  return parsed;
}

/** Chinese in brackets beside a Chinese name is what the person is called: 陳大文（阿文）. */
function splitScripts(text: string): { latin: string; chinese: string; nickname: string } {
  let nickname = '';
  const withoutNickname = text.replace(
    /[(（「"“]([^)）」"”]*)[)）」"”]/gu,
    (whole, inside: string, at: number) => {
      const insideIsHan = [...inside].some(isHan);
      const outside = text.slice(0, at) + text.slice(at + whole.length);
      if (insideIsHan && [...outside].some(isHan)) {
        nickname = inside.trim();
        return ' ';
      }
      return ` ${inside} `;
    },
  );
  let latin = '';
  let chinese = '';
  for (const character of withoutNickname) {
    if (isHan(character)) {
      chinese += character;
      latin += ' ';
    } else {
      latin += character === '·' || character === '/' ? ' ' : character;
    }
  }
  return { latin, chinese, nickname };
}

interface Words {
  title: Title | null;
  family: string[];
  given: string[];
  english: string[];
}

function parseLatin(latin: string): Words {
  let title: Title | null = null;
  const withoutTitles = (part: string) =>
    part.split(/[\s;]+/).filter((word) => {
      const found = latinTitle(word);
      title ??= found;
      return word !== '' && found === null && /[\p{L}\p{N}]/u.test(word);
    });
  const parts = latin
    .split(/[,，、]/)
    .map(withoutTitles)
    .filter((words) => words.length > 0);
  const [before = [], ...after] = parts;
  const rest = after.flat();
  if (rest.length === 0) return { ...withoutComma(before), title };

  // "CHAN, Tai Man Peter": only a surname stands before the comma. "CHAN Tai Man, Peter": more does.
  const family = surnameAtStart(before);
  if (family === before.length || (before.length === 1 && family === 0)) {
    const { given, english } = givenThenEnglish(rest);
    return { title, family: before, given, english };
  }
  const parsed = withoutComma(before);
  return { title, family: parsed.family, given: parsed.given, english: [...parsed.english, ...rest] };
}

function withoutComma(words: readonly string[]): Omit<Words, 'title'> {
  const only = words[0] ?? '';
  if (words.length === 0) return { family: [], given: [], english: [] };
  if (words.length === 1) {
    const rank = latinSurnameRank(only);
    return rank !== undefined && (rank < COMMON || !isEnglish(only))
      ? { family: [only], given: [], english: [] }
      : { family: [], given: [], english: [only] };
  }
  const capitals = capitalRun(words);
  if (capitals) {
    const [start, end] = capitals;
    return around(words, start, end);
  }
  if (words.length === 2 && isLatinSurnamePair(only, words[1] ?? ''))
    return { family: [...words], given: [], english: [] };
  // English name first: "Peter Chan", "Peter Chan Tai Man", "Peter Tai Man Chan".
  let english = 0;
  while (
    english < words.length - 1 &&
    (!looksChinese(words[english] ?? '') || isBeforeSurname(words, english))
  )
    english += 1;
  const following = words.slice(english);
  const family = surnameAtStart(following);
  const last = following.at(-1) ?? '';
  const lastRank = latinSurnameRank(last) ?? Number.POSITIVE_INFINITY;
  const firstRank = latinSurnameRank(following[0] ?? '') ?? Number.POSITIVE_INFINITY;
  const surnameLast =
    following.length > 1 &&
    ((lastRank < COMMON && firstRank >= COMMON && looksChinese(last)) ||
      (following.length === 3 && firstRank >= MOST_COMMON && NEVER_ENDS_A_NAME.has(last.toLowerCase())));
  if (family > 0 && !surnameLast) {
    if (english === 0 && following.length === 2 && isEnglish(following[0] ?? '') && lastRank < COMMON) {
      return { family: [last], given: [], english: [following[0] ?? ''] };
    }
    return around(words, english, english + family);
  }
  if (following.length > 1 && lastRank < Number.POSITIVE_INFINITY) {
    const middle = following.slice(0, -1);
    const isGiven = middle.every((word) => looksChinese(word) && (middle.length > 1 || !isEnglish(word)));
    return {
      family: [last],
      given: isGiven ? middle : [],
      english: [...words.slice(0, english), ...(isGiven ? [] : middle)],
    };
  }
  return { family: [last], given: [], english: words.slice(0, -1) };
}

/** The words before the surname are English, those after it the Chinese given name and then English. */
function around(words: readonly string[], start: number, end: number): Omit<Words, 'title'> {
  const { given, english } = givenThenEnglish(words.slice(end));
  return { family: words.slice(start, end), given, english: [...words.slice(0, start), ...english] };
}

/** "Karen Wong Ka Yan": Karen comes apart as ka-ren, but a common surname with a given name after it follows. */
function isBeforeSurname(words: readonly string[], at: number): boolean {
  const rank = latinSurnameRank(words[at + 1] ?? '') ?? Number.POSITIVE_INFINITY;
  return (
    at === 0 &&
    latinSurnameRank(words[0] ?? '') === undefined &&
    rank < COMMON &&
    words.length > 2 &&
    words.slice(2).every(looksChinese)
  );
}

function givenThenEnglish(words: readonly string[]): { given: string[]; english: string[] } {
  // "Lau Andy Tak Wah": the English name stands between.
  const start = words.findIndex(looksChinese);
  const between = start > 0 && words.slice(start).every((word) => looksChinese(word) && !isEnglish(word));
  if (between) return { given: words.slice(start), english: words.slice(0, start) };
  let given = 0;
  let syllables = 0;
  while (given < words.length && syllables < 2) {
    const word = words[given] ?? '';
    if (!looksChinese(word) || (isEnglish(word) && syllables === 0 && words.length === 1)) break;
    if (isEnglish(word) && given === words.length - 1 && syllables > 0 && words.length > 2) break;
    syllables += countSyllables(word);
    given += 1;
  }
  return { given: words.slice(0, given), english: words.slice(given) };
}

/** Returns how many words at the start are the surname: 2 for AU YEUNG and for Lam Cheng Yuet Ngor. */
function surnameAtStart(words: readonly string[]): number {
  const [first = '', second = ''] = words;
  if (words.length >= 2 && isLatinSurnamePair(first, second)) return 2;
  if (latinSurnameRank(first) === undefined) return 0;
  // A married woman's name: husband's surname, her own, and a given name of two syllables.
  if (words.length >= 4 && latinSurnameRank(second) !== undefined && words.slice(2, 4).every(isSyllable))
    return 2;
  if (words.length === 3 && latinSurnameRank(second) !== undefined && countSyllables(words[2] ?? '') === 2) {
    if (/-/.test(words[2] ?? '')) return 2;
  }
  return 1;
}

/** Returns where a run of words in capitals stands among words that are not; it is the surname by convention. */
function capitalRun(words: readonly string[]): [number, number] | null {
  const inCapitals = words.map((word) => /^[\p{Lu}'’-]{2,}$/u.test(word));
  if (inCapitals.every(Boolean)) return null;
  const start = inCapitals.indexOf(true);
  if (start < 0) return null;
  let end = start;
  while (end < words.length && inCapitals[end]) end += 1;
  return [start, end];
}

function isEnglish(word: string): boolean {
  return ENGLISH_LIKE_SYLLABLES.has(word.toLowerCase());
}

function isSyllable(word: string): boolean {
  return isChineseSyllable(word.toLowerCase());
}

function countSyllables(word: string): number {
  return word
    .toLowerCase()
    .split('-')
    .reduce((sum, part) => sum + (isChineseSyllable(part) ? 1 : (cutSyllables(part)?.length ?? 1)), 0);
}

/** Says whether a word can be romanised Chinese: one syllable, two with a hyphen, or two written together. */
function looksChinese(word: string): boolean {
  const lower = word.toLowerCase();
  if (latinSurnameRank(lower) !== undefined && !isEnglish(lower)) return true;
  if (/^[a-z]+(-[a-z]+)+$/.test(lower)) return lower.split('-').every(isChineseSyllable);
  if (!/^[a-z]+$/.test(lower)) return false;
  if (isEnglish(lower)) return isChineseSyllable(lower) && !COMMON_ENGLISH_ONLY.has(lower);
  return isChineseSyllable(lower) || (cutSyllables(lower)?.length === 2 && !ENGLISH_ENDING.test(lower));
}

/** On the list above only because they can be cut into syllables; never a Chinese given name in practice. */
const COMMON_ENGLISH_ONLY = new Set([
  'ada',
  'amy',
  'eva',
  'ian',
  'joe',
  'leo',
  'leon',
  'noel',
  'roy',
  'tom',
  'bob',
  'ben',
]);
/** Two syllables by chance: Michelle, Monica, Melody. Pinyin and Hong Kong spellings do not end so. */
const ENGLISH_ENDING = /(?:[bcdfhjlmpqrstvwxz]|[^aeou]y|ie|ce|se|ne|te|le|re|ia|ica)$/;

/** CHAN → Chan, O'BRIEN → O'Brien, TAI-MAN → Tai-Man; words with small letters already keep their writing. */
function properCase(word: string): string {
  if (/\p{Ll}/u.test(word)) return /\p{Lu}/u.test(word) ? word : capitalise(word);
  return word.length < 2 ? word : capitalise(word.toLowerCase());
}

function capitalise(word: string): string {
  return word.replace(
    /(^|['’-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
