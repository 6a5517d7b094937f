import { useWords } from '../../lib/i18n';

type Value = string | number | boolean | readonly string[];

/** Names and values of specifications in the screen's language; what has no words is shown as it was recorded. */
export function useFactWords() {
  const { t } = useWords();
  const wordOf = (group: 'attribute' | 'value', key: string, otherwise: string) =>
    t(`productFacts.${group}.${key as never}`, { defaultValue: otherwise }) as string;
  return {
    nameOf(name: string): string {
      const key = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
      return wordOf('attribute', key, spaced(name));
    },
    textOf(value: Value): string {
      if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
      if (typeof value === 'number') return String(value);
      const parts = typeof value === 'string' ? value.split(', ') : value;
      return parts
        .map((part) => (/^[a-z][a-z-]*$/.test(part) ? wordOf('value', part, part) : part))
        .join(', ');
    },
  };
}

function spaced(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
