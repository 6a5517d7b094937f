/** Guidelines: two shelves, their topics, which version is in force, and which language of it is read. */

import type { CivilDate } from './dates';
import type { Language } from './languages';

/** Whose rule it is: the maker's, for whoever sells the brand, or the shop's own. */
export const GUIDELINE_SHELVES = ['brand', 'house'] as const;
export type GuidelineShelf = (typeof GUIDELINE_SHELVES)[number];

/** Where a guideline applies; screens ask by topic for what they must show. */
export const GUIDELINE_TOPICS = [
  'consent',
  'privacy',
  'sale',
  'allocation',
  'repair-intake',
  'complaints',
  'gifts',
  'conduct',
] as const;
export type GuidelineTopic = (typeof GUIDELINE_TOPICS)[number];

interface DatedVersion {
  readonly version: number;
  readonly effectiveOn: CivilDate;
}

/** The highest version whose day has come; undefined while the first is still to come. */
export function versionInForce<V extends DatedVersion>(
  versions: readonly V[],
  today: CivilDate,
): V | undefined {
  return versions
    .filter(({ effectiveOn }) => effectiveOn <= today)
    .reduce<V | undefined>((best, one) => (best && best.version > one.version ? best : one), undefined);
}

/** A reader of one Chinese script reads the other before English; an English one, Traditional before Simplified. */
const nextBest: Readonly<Record<Language, readonly Language[]>> = {
  en: ['en', 'zh-Hant', 'zh-Hans'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
};

/** The text in the reader's language, or the nearest there is. */
export function textFor<T extends { readonly language: Language }>(
  texts: readonly T[],
  language: Language,
): T | undefined {
  for (const wanted of nextBest[language]) {
    const text = texts.find((one) => one.language === wanted);
    if (text) return text;
  }
  return undefined;
}
