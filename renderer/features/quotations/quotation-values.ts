import type { Input } from '@shared/contract';
import type { Quotation } from '@shared/contract/quotations';
import type { CivilDate } from '@shared/domain/dates';
import type { QuotedAmounts } from '@shared/domain/quotations';
import type { PickedProduct } from '../../ui/product-picker';

/** One line as it is being typed. */
export interface LineValues {
  readonly key: string;
  readonly productId: string | null;
  /** As the screen shows it; a product's own name is kept as the catalogue has it. */
  readonly description: string;
  readonly pictureId: string | null;
  readonly listPriceMinor: number | null;
  readonly quantity: number;
  /** Null: still to be typed. */
  readonly unitPriceMinor: number | null;
  readonly discountMinor: number;
}

/** A quotation as it is being typed. */
export interface QuotationValues {
  readonly lines: readonly LineValues[];
  readonly expiresOn: CivilDate;
  readonly terms: string;
  readonly note: string;
  readonly isDiscreet: boolean;
}

/** What a draft holds already; `nameOf` says a line in the screen's language. */
export function valuesOf(
  quotation: Quotation,
  nameOf: (line: Quotation['lines'][number]) => string,
): QuotationValues {
  return {
    lines: quotation.lines.map((line) => ({
      key: line.id,
      productId: line.productId,
      description: nameOf(line),
      pictureId: line.pictureId,
      listPriceMinor: line.listPriceMinor,
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor,
      discountMinor: line.discountMinor,
    })),
    expiresOn: quotation.expiresOn,
    terms: quotation.terms ?? '',
    note: quotation.note ?? '',
    isDiscreet: quotation.isDiscreet,
  };
}

/** The lines with one more of a product: picked again, it counts up. */
export function withProduct(
  lines: readonly LineValues[],
  product: PickedProduct,
  name: string,
): LineValues[] {
  const same = lines.find(({ productId }) => productId === product.id);
  if (same) return lines.map((line) => (line === same ? { ...line, quantity: line.quantity + 1 } : line));
  return [
    ...lines,
    {
      key: crypto.randomUUID(),
      productId: product.id,
      description: name,
      pictureId: product.pictureId,
      listPriceMinor: product.priceMinor,
      quantity: 1,
      unitPriceMinor: product.priceMinor,
      discountMinor: 0,
    },
  ];
}

/** The lines with one that stands for no product. */
export function withText(lines: readonly LineValues[], description: string): LineValues[] {
  const free = { productId: null, pictureId: null, listPriceMinor: null, unitPriceMinor: null };
  return [...lines, { ...free, key: crypto.randomUUID(), description, quantity: 1, discountMinor: 0 }];
}

/** A line's amounts as the rules take them; a price still to be typed counts as nothing. */
export function amountsOf(line: LineValues): QuotedAmounts {
  return { ...line, unitPriceMinor: line.unitPriceMinor ?? 0 };
}

/** What is kept. */
export function contentOf(values: QuotationValues): Omit<Input<'quotations.draft'>, 'customerId'> {
  return {
    lines: values.lines.map((line) => ({
      productId: line.productId,
      ...(line.productId === null ? { description: line.description } : {}),
      quantity: line.quantity,
      ...(line.unitPriceMinor === null ? {} : { unitPriceMinor: line.unitPriceMinor }),
      discountMinor: line.discountMinor,
    })),
    expiresOn: values.expiresOn,
    terms: values.terms || null,
    note: values.note || null,
    isDiscreet: values.isDiscreet,
  };
}
