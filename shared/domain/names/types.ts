/**
 * A person's names as stored. Family and given name are the romanised ones, in the person's own spelling: the app never
 * derives a legal spelling from the Chinese characters (Hong Kong's government romanisation has no published table).
 */
export interface PersonNames {
  familyName?: string;
  givenName?: string;
  englishName?: string;
  chineseName?: string;
  preferredName?: string;
  /** Anything else the person is known by: maiden name, former name, alias. Several are separated by `;` or a new line. */
  otherNames?: string;
}

export type Title = 'mr' | 'mrs' | 'ms' | 'miss' | 'dr' | 'prof';

export interface ParsedName extends PersonNames {
  title: Title | null;
}

export type NameLanguage = 'en' | 'zh-Hant' | 'zh-Hans';
