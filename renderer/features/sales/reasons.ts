import { words } from '@shared/words';
import { useMemo } from 'react';
import { useWords } from '../../lib/i18n';

type ReasonList = 'discountReasons' | 'returnReasons' | 'payments';

/** The usual reasons, or ways to pay: their words to choose from, and the code that each word is kept as. */
export function useReasons(list: ReasonList) {
  const { language } = useWords();
  return useMemo(() => {
    const entries = Object.entries(words[language].sales[list]);
    const byCode = new Map(entries);
    return {
      choices: entries.map(([, word]) => word),
      codes: new Map(entries.map(([code, word]) => [word, code])),
      /** A kept reason in words; one that was typed, as it was typed. */
      wordOf: (reason: string) => byCode.get(reason) ?? reason,
    };
  }, [language, list]);
}
