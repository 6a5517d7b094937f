import type { Language } from '@shared/domain/languages';

/** The name a colleague goes by in the language on the screen. */
export function colleagueName(
  person: { readonly name: string; readonly chineseName: string | null },
  language: Language,
): string {
  return (language !== 'en' && person.chineseName) || person.name;
}
