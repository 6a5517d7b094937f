import { words } from '@shared/words';
import { useMemo } from 'react';
import { useWords } from './i18n';

type Value = string | number | boolean | readonly string[];

/** Names and values of specifications in the screen's language and back; what has no words is shown as it was recorded. */
export function useFactWords() {
  const { t, language } = useWords();
  return useMemo(() => {
    const { attribute, value } = words[language].productFacts;
    const names: Readonly<Record<string, string>> = attribute;
    const values: Readonly<Record<string, string>> = value;
    const yes = t('common.yes');
    const no = t('common.no');
    const nameOf = (name: string) => names[snake(name)] ?? spaced(name);
    const codeOf = (list: Readonly<Record<string, string>>, word: string) =>
      Object.keys(list).find((code) => list[code] === word);
    const wordOf = (part: string): string => values[part] ?? part;
    return {
      nameOf,
      textOf(given: Value): string {
        if (typeof given === 'boolean') return given ? yes : no;
        if (typeof given === 'number') return String(given);
        const parts = typeof given === 'string' ? given.split(', ') : given;
        return parts.map(wordOf).join(', ');
      },
      /** Every value that has a word, to choose from. */
      values: [...new Set(Object.values(values))],
      /** The name as it is kept: the one it had, where its word was not changed. */
      nameCode: (typed: string, before: string | null): string =>
        before !== null && nameOf(before) === typed ? before : (codeOf(names, typed) ?? typed),
      /** The value as it is kept: yes and no, codes of words, and what was typed. */
      valueCode(typed: string): string {
        if (typed === yes || typed === no) return String(typed === yes);
        return typed
          .split(', ')
          .map((part) => codeOf(values, part) ?? part)
          .join(', ');
      },
    };
  }, [t, language]);
}

const snake = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

function spaced(name: string): string {
  const plain = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
