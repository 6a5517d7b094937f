import { languages } from '../domain/languages';
import { foldText } from '../domain/names/fold';
import { productFactsWords } from './product-facts';

let codes: ReadonlyMap<string, string> | undefined;

/** Every word for a value of a specification in any language, folded, with its code. */
function codesByWord(): ReadonlyMap<string, string> {
  codes ??= new Map(
    languages.flatMap((language) =>
      Object.entries(productFactsWords[language].value).map(
        ([code, word]) => [foldText(word), code] as const,
      ),
    ),
  );
  return codes;
}

/**
 * The code of a metal, a colour or another value, in whatever language it was typed: 玫瑰金 and "Rose gold" are both
 * `rose-gold`, which the recommendations compare by. What has no code stays as it was typed.
 */
export function factCode(typed: string): string {
  return codesByWord().get(foldText(typed.trim())) ?? typed.trim();
}
