import { languages } from '@shared/domain/languages';
import { foldText } from '@shared/domain/names';
import { productFactsWords } from '@shared/words/product-facts';
import { productsWords } from '@shared/words/products';

/** What one typed word may stand for in a product. */
export interface ProductWord {
  /** As it was typed: part of a code, a name, a text among the specifications. */
  readonly text: string;
  /** Without the punctuation of a reference. */
  readonly plain: string;
  readonly categories: readonly string[];
  readonly statuses: readonly string[];
  /** What stands in the stored specifications where one has this value: `"rose-gold"`, `:42,`. */
  readonly values: readonly string[];
}

interface Label {
  readonly code: string;
  readonly text: string;
}

const labelsOf = (
  pick: (language: (typeof languages)[number]) => Readonly<Record<string, string>>,
): Label[] =>
  languages.flatMap((language) =>
    Object.entries(pick(language)).map(([code, text]) => ({ code, text: foldText(text) })),
  );

/** Put together when the first product is looked for: threads that write products never do. */
let labels: ReturnType<typeof allLabels> | null = null;
const allLabels = () => ({
  categories: labelsOf((language) => productsWords[language].categories),
  statuses: labelsOf((language) => productsWords[language].statuses),
  values: labelsOf((language) => productFactsWords[language].value),
});

const shortestLatin = 3;
const units = /^(\d+(?:\.\d+)?)\s*(?:mm|m|h|毫米|公厘|米|小時|小时)?$/i;

/**
 * The words of what somebody types to find a product, each with everything it may stand for: specifications are kept as
 * codes and numbers, and are looked for by their names in any of the three languages, with or without a unit.
 */
export function readProductWords(typed: string): ProductWord[] {
  const joined = typed.normalize('NFKC').replace(/(\d)\s+(mm|毫米|公厘)(?![\p{L}\p{N}])/giu, '$1$2');
  return joined.split(/\s+/).filter(Boolean).map(readWord);
}

function readWord(text: string): ProductWord {
  labels ??= allLabels();
  // 藍色 is the dial that is called 藍 on the screen.
  const folded = foldText(text).replace(/(?<=.)色$/u, '');
  const number = units.exec(text)?.[1];
  return {
    text,
    plain: text.replace(/[.\-/]/g, ''),
    categories: codesOf(labels.categories, (label) => means(label, folded)),
    // Whole words only: "new" is also the beginning of a name.
    statuses: codesOf(labels.statuses, (label) => label === folded),
    values: [
      ...codesOf(labels.values, (label) => means(label, folded)).map((code) => JSON.stringify(code)),
      ...(number === undefined ? [] : [`:${Number(number)},`, `:${Number(number)}}`]),
    ],
  };
}

const codesOf = (labels: readonly Label[], isMeant: (label: string) => boolean): string[] => [
  ...new Set(labels.filter(({ text }) => isMeant(text)).map(({ code }) => code)),
];

/** A Chinese character anywhere in the label, or the beginning of one of its Latin words. */
function means(label: string, typed: string): boolean {
  if (/\p{Script=Han}/u.test(typed)) return label.includes(typed);
  return (
    typed.length >= shortestLatin && label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))
  );
}
