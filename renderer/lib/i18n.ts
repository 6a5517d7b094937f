import { asLanguage, type Language } from '@shared/domain/languages';
import { type AllWords, words } from '@shared/words';
import { countFormatter } from '@shared/words/count-formatter';
import i18next, { type TFunction } from 'i18next';
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { CallError } from './call';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: AllWords };
    returnNull: false;
  }
}

const wordsOf = (language: Language) => ({
  get words() {
    return words[language];
  },
});

/** Prepares the words before the first paint. */
export function startWords(language: Language): void {
  void i18next
    .use(countFormatter)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      defaultNS: 'words',
      ns: ['words'],
      // Asked for by language, and read only then (`scripts/lib/words-as-text.ts`).
      resources: { en: wordsOf('en'), 'zh-Hant': wordsOf('zh-Hant'), 'zh-Hans': wordsOf('zh-Hans') },
      interpolation: { escapeValue: false, alwaysFormat: true },
      // Synchronous: the words are in the bundle.
      initAsync: false,
    });
  document.documentElement.lang = language;
}

/** Changes the whole window's language at once. */
export function setLanguage(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

type Translate = TFunction<'words'>;

interface Words {
  readonly t: Translate;
  readonly language: Language;
}

const WordsContext = createContext<Words | null>(null);

/**
 * Hands the words to everything inside. Once for the window: the library's own hook listens for changes in every component
 * that uses it, and there are some hundred of those on a customer's screen.
 */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const language = asLanguage(i18n.language);
  const value = useMemo(() => ({ t: remembering(t), language }), [t, language]);
  return createElement(WordsContext.Provider, { value }, children);
}

/** A text without parameters is looked up once. */
function remembering(t: Translate): Translate {
  const known = new Map<unknown, unknown>();
  const look = t as unknown as (...said: readonly unknown[]) => unknown;
  const remembered = (...said: readonly unknown[]) => {
    if (said.length !== 1) return look(...said);
    const [key] = said;
    if (!known.has(key)) known.set(key, look(key));
    return known.get(key);
  };
  return remembered as unknown as Translate;
}

/** `t` with typed keys, and the language on the screen. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('words are asked for outside of WordsProvider');
  return words;
}

/** The same in a language of its own: what a customer reads, whatever the advisor's screen speaks. */
export function useWordsIn(language: Language) {
  return useMemo(() => ({ t: i18next.getFixedT(language, 'words'), language }), [language]);
}

/** A refused operation in words: what happened, what was kept, what to do. */
export function errorText(error: unknown): string {
  const known = error instanceof CallError ? error : new CallError('UNEXPECTED', {}, '');
  const key = `errors.${known.code}`;
  const params = { ...known.params, ref: known.ref };
  // Codes are data, not literals; a test makes sure each has words.
  const translate = i18next.t as unknown as (key: string, params: object) => string;
  return i18next.exists(key) ? translate(key, params) : translate('errors.UNEXPECTED', params);
}
