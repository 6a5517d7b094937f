/** Puts an invented person together: who they are in both scripts and how they are addressed. */
import {
  ENGLISH_FEMALE,
  ENGLISH_MALE,
  JAPANESE_FAMILY,
  JAPANESE_FEMALE,
  JAPANESE_MALE,
  SOUTH_ASIAN_FAMILY,
  SOUTH_ASIAN_FEMALE,
  SOUTH_ASIAN_MALE,
  WESTERN_FAMILY,
  WESTERN_FEMALE,
  WESTERN_MALE,
} from './foreign-names-data.ts';
import {
  FEMALE_CHARACTERS,
  FEMALE_PAIRS,
  MAINLAND_FEMALE_GIVEN,
  MAINLAND_MALE_GIVEN,
  MALE_CHARACTERS,
  MALE_PAIRS,
  type NameCharacter,
} from './given-names-data.ts';
import { type FamilyName, HONG_KONG_FAMILY_NAMES, MAINLAND_FAMILY_NAMES } from './names-data.ts';
import { type Random, weightTable } from './random.ts';
import type { Gender, NameOrigin, SampleCustomer, SampleLanguage, Title } from './types.ts';

const HONG_KONG_WEIGHTS = weightTable(HONG_KONG_FAMILY_NAMES.map((name) => name.weight));
const MAINLAND_WEIGHTS = weightTable(MAINLAND_FAMILY_NAMES.map((name) => name.weight));
const ORIGINS: readonly NameOrigin[] = ['hong-kong', 'mainland', 'western', 'south-asian', 'japanese'];
const ORIGIN_WEIGHTS = weightTable([77, 15, 4.2, 2.2, 1.6]);

export type Identity = Pick<
  SampleCustomer,
  | 'origin'
  | 'familyName'
  | 'givenName'
  | 'marriedFamilyName'
  | 'englishName'
  | 'chineseName'
  | 'chineseScript'
  | 'fullName'
  | 'pinyinName'
  | 'preferredName'
  | 'title'
  | 'addressZh'
  | 'gender'
  | 'language'
  | 'speaks'
>;

function charactersOf(pairs: readonly string[], table: readonly NameCharacter[]): NameCharacter[][] {
  const known = new Map(table.map((entry) => [entry.character, entry]));
  return pairs.map((pair) => [...pair].map((character) => known.get(character)!));
}

const PAIRS = {
  male: charactersOf(MALE_PAIRS, MALE_CHARACTERS),
  female: charactersOf(FEMALE_PAIRS, FEMALE_CHARACTERS),
};
const CHARACTERS = { male: MALE_CHARACTERS, female: FEMALE_CHARACTERS };
const ENGLISH = { male: ENGLISH_MALE, female: ENGLISH_FEMALE };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A given name: a pair people really use, two characters put together, or a single one. */
function chineseGiven(random: Random, gender: Gender): NameCharacter[] {
  const kind = random.unit();
  if (kind < 0.5) return random.pick(PAIRS[gender]);
  const first = random.pick(CHARACTERS[gender]);
  if (kind > 0.93) return [first];
  const second = random.pick(CHARACTERS[gender]);
  // A doubled character happens to women (倩倩), hardly ever to men.
  return second === first && gender === 'male' ? [first] : [first, second];
}

function titleFor(random: Random, gender: Gender, married: boolean): Title {
  const roll = random.unit();
  if (roll < 0.035) return 'Dr';
  if (roll < 0.042) return 'Prof';
  if (gender === 'male') return 'Mr';
  if (married) return roll < 0.7 ? 'Mrs' : 'Ms';
  return roll < 0.55 ? 'Ms' : 'Miss';
}

const ADDRESS_HANT: Readonly<Record<Title, string>> = {
  Mr: '先生',
  Mrs: '太太',
  Ms: '女士',
  Miss: '小姐',
  Dr: '醫生',
  Prof: '教授',
};

function hongKong(random: Random, gender: Gender, family: FamilyName): Identity {
  const given = chineseGiven(random, gender);
  const givenName = given.map((c) => c.romanised).join(random.chance(0.12) ? '-' : ' ');
  const givenRomanised = givenName.includes('-') ? capital(givenName.toLowerCase()) : givenName;
  const married = gender === 'female' && random.chance(0.5);
  // The double form is an older habit; a few have moved their own name into it on their papers.
  const husband =
    married && random.chance(0.16) ? HONG_KONG_FAMILY_NAMES[random.weighted(HONG_KONG_WEIGHTS)]! : null;
  const englishName = random.chance(2 / 3) ? random.pick(ENGLISH[gender]) : null;
  const chineseKnown = random.chance(0.9);
  const title = titleFor(random, gender, married);
  const family2 = husband === null ? family.romanised : `${husband.romanised} ${family.romanised}`;
  const format = random.unit();
  let fullName = `${family2} ${givenRomanised}${englishName === null ? '' : `, ${englishName}`}`;
  if (format < 0.12)
    fullName = `${family2.toUpperCase()} ${givenRomanised}${englishName === null ? '' : `, ${englishName}`}`;
  else if (format < 0.2 && englishName !== null) fullName = `${englishName} ${family2} ${givenRomanised}`;
  const english = random.chance(0.12);
  const addressFamily = title === 'Mrs' && husband !== null ? husband.characters : family.characters;
  const address = addressFamily + (title === 'Mrs' && random.chance(0.7) ? '太' : ADDRESS_HANT[title]);
  return {
    origin: 'hong-kong',
    familyName: family.romanised,
    givenName: givenRomanised,
    marriedFamilyName: husband?.romanised ?? null,
    englishName,
    chineseName: chineseKnown
      ? `${husband?.characters ?? ''}${family.characters}${given.map((c) => c.character).join('')}`
      : null,
    chineseScript: chineseKnown ? 'Hant' : null,
    fullName,
    pinyinName: chineseKnown ? `${family.pinyin} ${capital(given.map((c) => c.pinyin).join(''))}` : null,
    preferredName: englishName ?? (english ? `${title} ${family.romanised}` : address),
    title,
    addressZh: address,
    gender,
    language: english ? 'en' : 'zh-Hant',
    speaks: english ? ['en', 'yue'] : random.chance(0.5) ? ['yue', 'en'] : ['yue'],
  };
}

const ADDRESS_HANS: Readonly<Record<Title, string>> = { ...ADDRESS_HANT, Dr: '医生' };

function mainland(random: Random, gender: Gender, family: FamilyName): Identity {
  const given = random.pick(gender === 'male' ? MAINLAND_MALE_GIVEN : MAINLAND_FEMALE_GIVEN);
  const title = titleFor(random, gender, false);
  const englishName = random.chance(0.25) ? random.pick(ENGLISH[gender]) : null;
  const roll = random.unit();
  const language: SampleLanguage = roll < 0.9 ? 'zh-Hans' : roll < 0.94 ? 'zh-Hant' : 'en';
  const address = family.characters + ADDRESS_HANS[title];
  return {
    origin: 'mainland',
    familyName: family.romanised,
    givenName: given.romanised,
    marriedFamilyName: null,
    englishName,
    chineseName: family.characters + given.character,
    chineseScript: 'Hans',
    fullName: `${family.romanised} ${given.romanised}${englishName === null ? '' : `, ${englishName}`}`,
    pinyinName: `${family.pinyin} ${given.romanised}`,
    preferredName: englishName ?? address,
    title,
    addressZh: address,
    gender,
    language,
    speaks: random.chance(0.3) ? ['cmn', 'yue'] : random.chance(0.3) ? ['cmn', 'en'] : ['cmn'],
  };
}

function foreign(
  random: Random,
  gender: Gender,
  origin: 'western' | 'south-asian' | 'japanese',
  familyName: string,
  givenName: string,
  chineseName: string | null,
): Identity {
  const title = titleFor(random, gender, gender === 'female' && random.chance(0.5));
  return {
    origin,
    familyName,
    givenName,
    marriedFamilyName: null,
    englishName: origin === 'western' ? givenName : null,
    chineseName,
    chineseScript: chineseName === null ? null : 'Hant',
    fullName: `${givenName} ${familyName}`,
    pinyinName: null,
    preferredName:
      origin === 'japanese' ? `${familyName}-san` : random.chance(0.5) ? givenName : `${title} ${familyName}`,
    title,
    addressZh: null,
    gender,
    language: 'en',
    speaks:
      origin === 'japanese'
        ? ['ja', 'en']
        : origin === 'south-asian' && random.chance(0.4)
          ? ['en', 'hi', 'yue']
          : ['en'],
  };
}

/** The household a pair of customers shares: a child or a sibling bears the same family name. */
export function sharedFamilyName(random: Random): FamilyName {
  return HONG_KONG_FAMILY_NAMES[random.weighted(HONG_KONG_WEIGHTS)]!;
}

/** An invented person. `household` fixes origin and family name for relatives. */
export function invent(random: Random, gender: Gender, household: FamilyName | null): Identity {
  const origin = household === null ? ORIGINS[random.weighted(ORIGIN_WEIGHTS)]! : 'hong-kong';
  switch (origin) {
    case 'hong-kong':
      return hongKong(
        random,
        gender,
        household ?? HONG_KONG_FAMILY_NAMES[random.weighted(HONG_KONG_WEIGHTS)]!,
      );
    case 'mainland':
      return mainland(random, gender, MAINLAND_FAMILY_NAMES[random.weighted(MAINLAND_WEIGHTS)]!);
    case 'western':
      return foreign(
        random,
        gender,
        origin,
        random.pick(WESTERN_FAMILY),
        random.pick(gender === 'male' ? WESTERN_MALE : WESTERN_FEMALE),
        null,
      );
    case 'south-asian':
      return foreign(
        random,
        gender,
        origin,
        random.pick(SOUTH_ASIAN_FAMILY),
        random.pick(gender === 'male' ? SOUTH_ASIAN_MALE : SOUTH_ASIAN_FEMALE),
        null,
      );
    case 'japanese': {
      const family = random.pick(JAPANESE_FAMILY);
      const given = random.pick(gender === 'male' ? JAPANESE_MALE : JAPANESE_FEMALE);
      return foreign(
        random,
        gender,
        origin,
        family.romanised,
        given.romanised,
        random.chance(0.8) ? family.characters + given.characters : null,
      );
    }
  }
}
