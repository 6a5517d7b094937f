import type { Language } from '@shared/domain/languages';
import { type AllWords, words } from '@shared/words';
import { countFormatter } from '@shared/words/count-formatter';
import { createInstance, type TFunction } from 'i18next';

const translators = new Map<Language, TFunction<'words'>>();

/** `t` for a printed document, in the customer's or the advisor's language, over the same words as the window. */
export function wordsFor(language: Language): TFunction<'words'> {
  let translate = translators.get(language);
  if (!translate) {
    const instance = createInstance().use(countFormatter);
    void instance.init({
      lng: language,
      fallbackLng: 'en',
      defaultNS: 'words',
      ns: ['words'],
      resources: { [language]: { words: words[language] }, en: { words: words.en } },
      // The `html` tag escapes; escaping twice would print entities.
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    });
    translate = instance.t as TFunction<'words'>;
    translators.set(language, translate);
  }
  return translate;
}

export type { AllWords };
