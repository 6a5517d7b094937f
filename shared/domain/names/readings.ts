import { hongKongSpellings } from './cantonese';
import { foldHanCharacter } from './fold';
import { JYUTPING, PINYIN } from './reading-table';
import { surnameOf } from './surnames';

/**
 * How Chinese characters are read, for the search index: each character by itself, since names are not found in the phrases
 * of a dictionary. The tables are parsed at the first Chinese name, which takes a few milliseconds.
 */

export interface CharacterReading {
  /** Hanyu Pinyin without tones; more than one where the character is read differently in different names, or has a ü. */
  pinyin: readonly string[];
  /** Jyutping without tone. */
  jyutping: string;
  /** Hong Kong spellings, the usual one first. */
  hongKong: readonly string[];
}

export interface SurnameReading {
  pinyin: readonly string[];
  jyutping: string;
  hongKong: readonly string[];
  /** Spellings of Macau and elsewhere. */
  rare: readonly string[];
  /** The second halves of a two-character surname: AU YEUNG is also found by "yeung". */
  ends: readonly string[];
}

const characterReadings = new Map<string, CharacterReading>();
const surnameReadings = new Map<string, SurnameReading>();

/** Characters that a given name reads in more than one way, or otherwise than the dictionary's first: pinyin, Jyutping. */
const IN_GIVEN_NAMES: Record<string, [pinyin: string, jyutping: string]> = {
  青: ['qing', 'cing ceng'],
  甫: ['fu', 'fu pou'],
  易: ['yi', 'jik ji'],
  乐: ['le yue', 'lok ngok'],
  行: ['xing hang', 'hang'],
  朝: ['chao zhao', 'ciu'],
  长: ['chang zhang', 'coeng'],
  茜: ['qian xi', 'sin'],
  重: ['chong zhong', 'zung'],
  晟: ['sheng cheng', 'sing'],
  盛: ['sheng', 'sing'],
  大: ['da', 'daai'],
  子: ['zi', 'zi'],
  少: ['shao', 'siu'],
  儿: ['er', 'ji'],
  正: ['zheng', 'zing'],
  中: ['zhong', 'zung'],
  生: ['sheng', 'sang'],
  成: ['cheng', 'sing'],
  声: ['sheng', 'sing'],
  好: ['hao', 'hou'],
  为: ['wei', 'wai'],
  传: ['chuan', 'cyun'],
  曾: ['zeng', 'zang'],
  尹: ['yin', 'wan'],
  柏: ['bai bo', 'paak'],
  若: ['ruo', 'joek'],
  娜: ['na', 'naa'],
  宁: ['ning', 'ning'],
  相: ['xiang', 'soeng'],
  应: ['ying', 'jing'],
  兴: ['xing', 'hing'],
  华: ['hua', 'waa'],
  车: ['che', 'ce'],
  石: ['shi', 'sek'],
  蔓: ['man', 'maan'],
  薇: ['wei', 'mei'],
  嫦: ['chang', 'soeng'],
  甄: ['zhen', 'jan'],
  茵: ['yin', 'jan'],
};

const FIRST = 0x3400;
const LAST = 0x9fff;

/** One number per character instead of a map: 28,000 entries in 55 kB. */
interface Table {
  readings: string[];
  at: Uint16Array;
}

let pinyinTable: Table | undefined;
let jyutpingTable: Table | undefined;

function parseTable(source: string): Table {
  const table: Table = { readings: [''], at: new Uint16Array(LAST - FIRST + 1) };
  for (const entry of source.split('|')) {
    let start = 0;
    while (entry.charCodeAt(start) < FIRST) start += 1;
    const index = table.readings.push(entry.slice(0, start)) - 1;
    for (let place = start; place < entry.length; place += 1)
      table.at[entry.charCodeAt(place) - FIRST] = index;
  }
  return table;
}

function look(table: Table, character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= FIRST && code <= LAST ? (table.readings[table.at[code - FIRST] ?? 0] ?? '') : '';
}

function pinyinOf(folded: string): string {
  pinyinTable ??= parseTable(PINYIN);
  return look(pinyinTable, folded);
}

function jyutpingOf(character: string): string {
  jyutpingTable ??= parseTable(JYUTPING);
  return look(jyutpingTable, character) || look(jyutpingTable, foldHanCharacter(character));
}

/** ü is typed v by input methods, written U on older and YU on newer passports. */
function spellPinyin(syllable: string): string[] {
  const umlaut = /^([nl])v(e?)$/.exec(syllable);
  if (!umlaut) return syllable ? [syllable] : [];
  const [, initial = '', rest = ''] = umlaut;
  return [`${initial}u${rest}`, `${initial}yu${rest}`, `${initial}v${rest}`];
}

/** Returns how a character is read in a given name. Answers are kept. */
export function readCharacter(character: string): CharacterReading {
  const known = characterReadings.get(character);
  if (known) return known;
  const folded = foldHanCharacter(character);
  const [ownPinyin, ownJyutping] = IN_GIVEN_NAMES[folded] ?? [];
  // Pinyin is read from the Simplified form and Jyutping from the form as written: each dictionary knows that one better.
  const [cantonese = '', ...others] = ownJyutping?.split(' ') ?? [jyutpingOf(character)];
  const reading: CharacterReading = {
    pinyin: ownPinyin ? ownPinyin.split(' ') : spellPinyin(pinyinOf(folded)),
    jyutping: cantonese,
    hongKong: cantonese ? [...hongKongSpellings(cantonese), ...others.flatMap(hongKongSpellings)] : [],
  };
  characterReadings.set(character, reading);
  return reading;
}

function secondHalves(parts: readonly (readonly string[])[]): string[] {
  return [...new Set(parts.flatMap((syllables) => syllables.slice(1)))];
}

/** Returns how one or two characters are read as a surname. Answers are kept. */
export function readSurname(characters: string): SurnameReading {
  const known = surnameReadings.get(characters);
  if (known) return known;
  const each = [...characters];
  const entry = surnameOf(each.map(foldHanCharacter).join(''));
  const read = each.map(readCharacter);
  const usualPinyin = read.map((reading) => reading.pinyin[0] ?? '').join('');
  const reading: SurnameReading = {
    pinyin: entry?.pinyin
      ? [entry.pinyin.join('')]
      : each.length === 1
        ? (read[0]?.pinyin ?? []).slice(0, 3)
        : [usualPinyin],
    jyutping: entry?.jyutping?.join('') ?? read.map((character) => character.jyutping).join(''),
    hongKong: entry?.spellings ?? [read.map((character) => character.hongKong[0] ?? '').join('')],
    rare: entry?.rare ?? [],
    ends:
      each.length < 2
        ? []
        : secondHalves([...(entry?.parts ?? []), entry?.pinyin ?? [], entry?.jyutping ?? []]),
  };
  surnameReadings.set(characters, reading);
  return reading;
}
