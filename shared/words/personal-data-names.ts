import type { Language } from '../domain/languages';
import { personalDataWords } from './personal-data';

const spaced = (name: string) => name.replace(/_(minor|on|id)$/, '').replaceAll('_', ' ');

/** What a table that holds personal data is called; one without words of its own, as the database calls it. */
export function tableInWords(table: string, language: Language): string {
  const words: Readonly<Record<string, string>> = personalDataWords[language].table;
  return words[table] ?? spaced(table);
}

/** The same for a column. */
export function columnInWords(column: string, language: Language): string {
  const words: Readonly<Record<string, string>> = personalDataWords[language].column;
  return words[column] ?? spaced(column);
}
