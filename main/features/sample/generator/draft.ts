/** A product before the shop's own facts are added, and how the lines of a catalogue are crossed into products. */
import type { ProductAttributes, ProductCategory } from './types.ts';

/** What is known of a product before barcode, stock and prices are added. */
export interface Draft {
  category: ProductCategory;
  brand: string;
  brandZh: string;
  family: string;
  reference: string;
  nameEn: string;
  nameZhHant: string;
  descriptionEn: string;
  descriptionZhHant: string;
  attributes: ProductAttributes;
  scarce: boolean;
  precious: boolean;
  /** HK$ */
  price: number;
  policyId: string | null;
}

/**
 * Every line's variants in turn, one from each line per round, so that a few already show all lines. When all are used
 * up, they come again as the next edition: a catalogue may be of any size.
 */
export function* everyVariant<L>(
  lines: readonly L[],
  size: (line: L) => number,
  draft: (line: L, variant: number, edition: number) => Draft,
): Generator<Draft> {
  const rounds = Math.max(...lines.map(size));
  for (let edition = 0; ; edition += 1) {
    for (let variant = 0; variant < rounds; variant += 1) {
      for (const line of lines) if (variant < size(line)) yield draft(line, variant, edition);
    }
  }
}

/** 'HH-SF38.03', and with the edition from the second on. */
export function numbered(prefix: string, variant: number, edition: number): string {
  return `${prefix}${String(variant + 1).padStart(2, '0')}${edition === 0 ? '' : `-${edition + 1}`}`;
}
