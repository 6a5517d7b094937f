import { to as convertTo, from as variantsFrom } from 'opencc-js/preset/t2cn';

/**
 * Folding: the form in which text is compared, for search keys only. It loses information on purpose (鍾 and 鐘 become the
 * same key), so a folded form must never be shown or stored as somebody's name.
 */

const ASCII = /^[\p{ASCII}]*$/u;
/** All scripts: a tokenizer takes a combining mark for a separator. */
const COMBINING = /\p{M}/gu;
/** Not the radicals (2E80–2FDF) and not the hook mark (16FE2), which are symbols and punctuation, and no letters. */
const HAN = /^(?![\p{So}\p{P}])\p{Script=Han}$/u;

/** Letters whose diacritic is part of the letter, so that Unicode decomposition does not remove it. */
const STROKED: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const STROKED_LETTER = /[øłđðħıŧßæœþ]/g;

/**
 * Pairs that OpenCC keeps apart but people write for each other, and simplified surnames of the withdrawn second scheme.
 * Left becomes right, after OpenCC.
 */
const ALSO_THE_SAME =
  '栢柏 肖萧 閆阎 闫阎 锺钟 著着 邨村 彊强 徳德 恵惠 眞真 曽曾 増增 鳯凤 凃涂 姸妍 靑青 淸清 呉吴 昻昂 晧皓 甦苏 脩修 堃坤 喆哲 犇奔 珮佩 舘馆 斎斋 斉齐 浜滨 沢泽 竜龙 関关 黒黑 囯国 嶋岛 濶阔 勲勋 麽么';

interface Variants {
  simplified: Map<string, string>;
  regional: Map<string, string>;
  also: Map<string, string>;
}

let variants: Variants | undefined;
const foldedCharacters = new Map<string, string>();

/** OpenCC's dictionaries are one string each, `source target|source target|…`, or already pairs. */
function addPairs(map: Map<string, string>, dictionary: unknown): void {
  if (typeof dictionary === 'string') {
    for (let start = 0; start < dictionary.length; ) {
      const space = dictionary.indexOf(' ', start);
      const bar = dictionary.indexOf('|', space);
      const end = bar < 0 ? dictionary.length : bar;
      map.set(dictionary.slice(start, space), dictionary.slice(space + 1, end));
      start = end + 1;
    }
  } else if (Array.isArray(dictionary)) {
    for (const [source, target] of dictionary as [string, string][]) map.set(source, target);
  }
}

/** Built at the first Chinese character: parsing takes a few milliseconds that the start of the app need not pay. */
function loadVariants(): Variants {
  if (variants) return variants;
  const simplified = new Map<string, string>();
  const regional = new Map<string, string>();
  // The last dictionary of each group holds single characters; phrases are left out because a key must not depend on
  // the neighbouring characters (a name and a fragment of it have to fold alike).
  for (const group of convertTo.cn ?? []) addPairs(simplified, group.at(-1));
  for (const locale of ['tw', 'hk'])
    for (const group of variantsFrom[locale] ?? []) addPairs(regional, group.at(-1));
  const also = new Map(ALSO_THE_SAME.split(' ').map((pair) => [...pair] as [string, string]));
  variants = { simplified, regional, also };
  return variants;
}

function foldOnce(character: string, { simplified, regional, also }: Variants): string {
  const direct = also.get(character) ?? simplified.get(character);
  if (direct !== undefined) return direct;
  const standard = regional.get(character);
  return standard === undefined ? character : (simplified.get(standard) ?? standard);
}

/** Says whether the character (one code point) is a Chinese character, 々 and 〇 included. */
export function isHan(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x3005) return false;
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return HAN.test(character);
}

/** Returns the Simplified form under which the character is indexed; anything else comes back as it is. */
export function foldHanCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  // One dictionary's result may be another's source: follow to the end, so that folding twice is folding once.
  let folded = character;
  for (let step = 0; step < 4; step += 1) folded = foldOnce(folded, loadVariants());
  foldedCharacters.set(character, folded);
  return folded;
}

/** Returns the text lower-cased, full-width made half-width and Latin diacritics removed. Chinese is left as it is. */
export function foldLatin(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(COMBINING, '')
      // After the marks are gone: ǽ is an æ that wears one.
      .replace(STROKED_LETTER, (letter) => STROKED[letter] ?? letter)
      .normalize('NFC')
  );
}

/** Returns the text as it is compared: {@link foldLatin}, and every Chinese character folded to Simplified. */
export function foldText(text: string): string {
  const folded = foldLatin(text);
  if (ASCII.test(folded)) return folded;
  let result = '';
  for (const character of folded) result += isHan(character) ? foldHanCharacter(character) : character;
  return result;
}

export interface Run {
  kind: 'latin' | 'digits' | 'han';
  text: string;
}

/** Han and kana are written without spaces; both are cut into grams. Everything else with letters is a word. */
const RUN =
  /(?:(?![\p{So}\p{P}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])+|[\p{L}\p{N}]+(?:['’`´][\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['’`´]/g;
const DIGITS = /^[0-9]+$/;
const ASCII_RUN = /[a-z0-9]+(?:['`][a-z0-9]+)*/g;

/** Returns the runs of letters, digits and Chinese characters of a text that is already folded; punctuation separates. */
export function runs(folded: string): Run[] {
  const found: Run[] = [];
  const pattern = ASCII.test(folded) ? ASCII_RUN : RUN;
  for (const [run] of folded.matchAll(pattern)) {
    const code = run.codePointAt(0) ?? 0;
    if (code >= 0x3005 && (isHan(String.fromCodePoint(code)) || (code >= 0x3040 && code <= 0x30ff))) {
      found.push({ kind: 'han', text: run });
    } else {
      const text = run.replace(APOSTROPHE, '');
      found.push({ kind: DIGITS.test(text) ? 'digits' : 'latin', text });
    }
  }
  return found;
}

/** Returns only the letters, digits and Chinese characters of the text, folded. */
export function compact(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Where letters and digits meet: 126710BLRO is also looked for as blro. */
export const LETTER_DIGIT_BOUNDARY = /(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])/;

/** Ends of e-mail and web addresses that everybody has; they are left out of keys and of queries alike. */
export const COMMON_DOMAIN_LABELS: ReadonlySet<string> = new Set(
  'com net org edu gov hk cn mo tw uk sg jp co io www'.split(' '),
);
