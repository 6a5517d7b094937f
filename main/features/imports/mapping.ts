import {
  type ImportKind,
  type ImportMapping,
  type ImportOptions,
  importFields,
} from '@shared/contract/imports';
import { guessDateOrder } from './files/date-values';
import { guessMapping } from './files/guess-columns';
import { type Mapping, missingTargets } from './files/targets';
import { guessDecimalMark } from './files/values';

/** Which column fills which field, as the header and the values suggest. */
export function guessColumns(
  kind: ImportKind,
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ImportMapping {
  return guessMapping(kind, header, sampleRows);
}

/** Fields the mapping still lacks: each entry is one, or several of which one is enough. */
export function missingFields(kind: ImportKind, mapping: ImportMapping): string[][] {
  return missingTargets(kind, mapping as Mapping<typeof kind>);
}

/** Only fields of this kind and columns of this file; anything else was never offered. */
export function tidyMapping(kind: ImportKind, mapping: ImportMapping, columns: number): ImportMapping {
  return Object.fromEntries(
    importFields[kind].map((field) => {
      const column = mapping[field] ?? null;
      return [field, column !== null && column < columns ? column : null];
    }),
  );
}

const moneyFields = ['price', 'unitPrice', 'lineTotal', 'discount'];
const dateFields = ['date', 'birthday'];

/** How to read the cells, as the samples suggest. */
export function guessOptions(
  kind: ImportKind,
  mapping: ImportMapping,
  sampleRows: readonly (readonly string[])[],
  shop: {
    readonly currency: string;
    readonly timeZone: string;
    readonly language: ImportOptions['language'];
  },
): ImportOptions {
  const samplesOf = (fields: readonly string[]) =>
    fields.flatMap((field) => {
      const column = mapping[field];
      return typeof column === 'number' ? sampleRows.map((row) => row[column] ?? '') : [];
    });
  return {
    currency: shop.currency,
    decimalMark: guessDecimalMark(samplesOf(moneyFields)) ?? '.',
    dateOrder: guessDateOrder(samplesOf(dateFields)),
    timeZone: shop.timeZone,
    unknownProducts: 'create',
    unknownCustomers: 'create',
    negativeReceipts: 'by-number',
    // A price list is there to change prices; a customer list must not overwrite what the counter knows better.
    existing: kind === 'products' ? 'replace' : 'fill',
    language: shop.language,
    category: kind === 'products' ? 'watch' : 'gift',
    keepOtherColumns: true,
    unreadablePrices: 'refuse',
  };
}
