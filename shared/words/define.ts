import type { Language } from '../domain/languages';

/** Texts by key, nested as deep as reads well. `{{name}}` is filled in; `key_one`/`key_other` are plural forms. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The same keys, other words. */
export type SameKeys<W> = { readonly [K in keyof W]: W[K] extends string ? string : SameKeys<W[K]> };

/** One tree of words in every language. */
export type Words<W> = { readonly [L in Language]: SameKeys<W> };

/** Declares words in English, Traditional and Simplified Chinese; a key missing in one does not compile. */
export function defineWords<const W extends WordTree>(
  en: W,
  zhHant: SameKeys<W>,
  zhHans: SameKeys<W>,
): Words<W> {
  return { en: en as SameKeys<W>, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
}
