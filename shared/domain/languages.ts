/** The languages of the app; every word exists in each from the first screen. */
export const languages = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** Each language in its own words. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** A stored language tag as a language of the app; anything unknown reads as English. */
export function asLanguage(tag: string | null | undefined): Language {
  return languages.find((language) => language === tag) ?? 'en';
}
