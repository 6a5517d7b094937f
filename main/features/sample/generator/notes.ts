/** Fills the templates with the facts of one customer. */
import {
  ANSWERED_EN,
  ANSWERED_HANS,
  ANSWERED_HANT,
  ASKED_EN,
  ASKED_HANS,
  ASKED_HANT,
  DISCRETION_EN,
  DISCRETION_HANS,
  DISCRETION_HANT,
  NOTES_EN,
  NOTES_HANS,
  NOTES_HANT,
  SEEN_EN,
  SEEN_HANS,
  SEEN_HANT,
} from './notes-data.ts';
import type { Random } from './random.ts';
import type { Colour, Gender, SampleLanguage, StrapKind } from './types.ts';
import { COLOUR_WORDS, STRAP_WORDS } from './words-data.ts';

/** Text, then fact, then text …: split once, joined many times. */
interface Template {
  texts: string[];
  facts: string[];
}

function compile(templates: readonly string[]): Template[] {
  return templates.map((template) => {
    const parts = template.split(/\{(\w+)\}/);
    return { texts: parts.filter((_, i) => i % 2 === 0), facts: parts.filter((_, i) => i % 2 === 1) };
  });
}

const BOOK = {
  note: { en: compile(NOTES_EN), 'zh-Hant': compile(NOTES_HANT), 'zh-Hans': compile(NOTES_HANS) },
  discretion: {
    en: compile(DISCRETION_EN),
    'zh-Hant': compile(DISCRETION_HANT),
    'zh-Hans': compile(DISCRETION_HANS),
  },
  seen: { en: compile(SEEN_EN), 'zh-Hant': compile(SEEN_HANT), 'zh-Hans': compile(SEEN_HANS) },
  asked: { en: compile(ASKED_EN), 'zh-Hant': compile(ASKED_HANT), 'zh-Hans': compile(ASKED_HANS) },
  answered: {
    en: compile(ANSWERED_EN),
    'zh-Hant': compile(ANSWERED_HANT),
    'zh-Hans': compile(ANSWERED_HANS),
  },
} as const;

/** The words that notes borrow from the catalogue, which is kept in Traditional only; each pair is one character. */
const PAIRS_OF_SCRIPTS =
  '銀银 灰灰 藍蓝 軍军 綠绿 欖榄 淺浅 檳槟 紅红 魚鱼 黃黄 貝贝 勞劳 亞亚 歐欧 達达 麗丽 萬万 國国 錶表 積积 時时 韋韦 鳶鸢 鰭鳍 獅狮 帶带 鏈链 編编 織织 鱷鳄 膠胶 緞缎 屬属 龍龙 灣湾 觀观 門门 廈厦 東东 廣广 環环';
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS_OF_SCRIPTS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

export function simplify(text: string): string {
  let simple = '';
  for (const character of text) simple += SIMPLIFIED.get(character) ?? character;
  return simple;
}

const RELATIVES: Readonly<Record<Gender, readonly [string, string, string][]>> = {
  male: [
    ['his wife', '太太', '太太'],
    ['his mother', '媽媽', '妈妈'],
    ['his father', '爸爸', '爸爸'],
    ['his daughter', '囡囡', '女儿'],
    ['his son', '個仔', '儿子'],
    ['a colleague', '同事', '同事'],
    ['his girlfriend', '女朋友', '女朋友'],
  ],
  female: [
    ['her husband', '先生', '先生'],
    ['her mother', '媽咪', '妈妈'],
    ['her father', '爸爸', '爸爸'],
    ['her daughter', '囡囡', '女儿'],
    ['her son', '個仔', '儿子'],
    ['her sister', '家姐', '姐姐'],
    ['a friend', '朋友', '朋友'],
  ],
};

export interface NoteFacts {
  gender: Gender;
  name: string;
  brand: string;
  brandZh: string;
  family: string;
  colour: Colour;
  strap: StrapKind;
  wristMm: number;
  districtEn: string;
  districtZh: string;
  /** Cents. */
  budget: number;
}

function fact(name: string, facts: NoteFacts, relative: readonly [string, string, string]): string {
  switch (name) {
    case 'wrist':
      return String(facts.wristMm);
    case 'maxMm':
      return String(Math.round(facts.wristMm / 4.2));
    case 'colour':
      return COLOUR_WORDS[facts.colour].en;
    case 'colourZh':
      return COLOUR_WORDS[facts.colour].zh;
    case 'colourHans':
      return simplify(COLOUR_WORDS[facts.colour].zh);
    case 'brand':
      return facts.brand;
    case 'brandZh':
      return facts.brandZh;
    case 'brandHans':
      return simplify(facts.brandZh);
    case 'family':
      return facts.family;
    case 'strap':
      return STRAP_WORDS[facts.strap].en;
    case 'strapZh':
      return STRAP_WORDS[facts.strap].zh;
    case 'strapHans':
      return simplify(STRAP_WORDS[facts.strap].zh);
    case 'district':
      return facts.districtEn;
    case 'districtZh':
      return facts.districtZh;
    case 'districtHans':
      return simplify(facts.districtZh);
    case 'budget':
      return `HK$${groupThousands(Math.round(facts.budget / 100))}`;
    case 'name':
      return facts.name;
    case 'him':
      return facts.gender === 'male' ? 'him' : 'her';
    case 'relative':
      return relative[0];
    case 'relativeZh':
      return relative[1];
    case 'relativeHans':
      return relative[2];
    default:
      throw new RangeError(`A template asks for an unknown fact: ${name}`);
  }
}

/** 12,800: toLocaleString would be right too, and a hundred times slower. */
function groupThousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function writeText(
  random: Random,
  kind: keyof typeof BOOK,
  language: SampleLanguage,
  facts: NoteFacts,
): string {
  const template = random.pick(BOOK[kind][language]);
  const relative = random.pick(RELATIVES[facts.gender]);
  let text = template.texts[0]!;
  for (let i = 0; i < template.facts.length; i += 1) {
    text += fact(template.facts[i]!, facts, relative) + template.texts[i + 1]!;
  }
  return text;
}

/** Staff write in the language they spoke with the customer, and now and then in their own. */
export function languageOfNote(random: Random, language: SampleLanguage): SampleLanguage {
  const roll = random.unit();
  if (language === 'en') return roll < 0.85 ? 'en' : 'zh-Hant';
  if (language === 'zh-Hans') return roll < 0.7 ? 'zh-Hans' : roll < 0.9 ? 'zh-Hant' : 'en';
  return roll < 0.72 ? 'zh-Hant' : 'en';
}
