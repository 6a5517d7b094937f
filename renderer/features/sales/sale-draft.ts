import type { Input, Output } from '@shared/contract';
import { preciousCashMinor } from '@shared/contract/sales';

type Product = Output<'products.scan'>[number];

/** One line as it is being typed. */
export interface DraftLine {
  readonly key: string;
  readonly productId: string | null;
  readonly description: string;
  readonly isSerialised: boolean;
  readonly isPrecious: boolean;
  /** By the product's terms; null where it has none. */
  readonly warrantyMonths: number | null;
  readonly pictureId: string | null;
  readonly quantity: number;
  /** Null: still to be typed. */
  readonly unitPriceMinor: number | null;
  readonly discountMinor: number;
  readonly discountReason: string;
  readonly serial: string;
  /** The end on the card where it is not the terms' own; '' otherwise. */
  readonly warrantyEndsOn: string;
}

/** A sale as it is being typed; survives a lock. */
export interface SaleDraft {
  readonly lines: readonly DraftLine[];
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly paymentNote: string;
  readonly cashMinor: number | null;
  readonly note: string;
  readonly isStaffPurchase: boolean;
  readonly isDiscreet: boolean;
}

/** What the screen was opened with. */
export interface SaleLinks {
  readonly customerId?: string | undefined;
  readonly productId?: string | undefined;
  readonly needId?: string | undefined;
  readonly recommendationId?: string | undefined;
}

/** Nothing yet. */
export const emptySale: SaleDraft = {
  lines: [],
  customer: null,
  paymentNote: '',
  cashMinor: null,
  note: '',
  isStaffPurchase: false,
  isDiscreet: false,
};

const freeLine = {
  productId: null,
  isSerialised: false,
  isPrecious: false,
  warrantyMonths: null,
  pictureId: null,
  quantity: 1,
  unitPriceMinor: null,
  discountMinor: 0,
  discountReason: '',
  serial: '',
  warrantyEndsOn: '',
};

/** The sale with one more of a product: a second scan of the same thing counts up, unless each has its serial. */
export function withProduct(sale: SaleDraft, product: Product, name: string): SaleDraft {
  const same = sale.lines.find((line) => line.productId === product.id && !line.isSerialised);
  if (same) return withLine(sale, same.key, { quantity: same.quantity + 1 });
  const line: DraftLine = {
    ...freeLine,
    key: crypto.randomUUID(),
    productId: product.id,
    description: name,
    isSerialised: product.isSerialised,
    isPrecious: product.isPrecious,
    warrantyMonths: product.warrantyMonths,
    pictureId: product.pictureId,
    unitPriceMinor: product.priceMinor,
  };
  return { ...sale, lines: [...sale.lines, line] };
}

/** The sale with a line that stands for no product. */
export function withText(sale: SaleDraft, description: string): SaleDraft {
  return { ...sale, lines: [...sale.lines, { ...freeLine, key: crypto.randomUUID(), description }] };
}

/** The sale with one line changed. */
export function withLine(sale: SaleDraft, key: string, change: Partial<DraftLine>): SaleDraft {
  return { ...sale, lines: sale.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) };
}

/** The sale's total, minor units. */
export function totalOf(sale: SaleDraft): number {
  return sale.lines.reduce((sum, line) => sum + amountOf(line), 0);
}

/** How much of it was cash: as typed, or all of it where that is how it was paid; null where nobody said. */
export function cashOf(sale: SaleDraft, payment: string | undefined): number | null {
  return sale.cashMinor ?? (payment === 'cash' ? totalOf(sale) : null);
}

/**
 * True where cash alone could reach what the dealers' rules ask about and nobody said how much of it is cash. `payment`
 * is the code of a usual way to pay: all but a mixed one say it.
 */
export function asksForCash(sale: SaleDraft, currency: string, payment: string | undefined): boolean {
  return (
    currency === 'HKD' &&
    sale.cashMinor === null &&
    (payment === undefined || payment === 'mixed') &&
    sale.lines.some(({ isPrecious }) => isPrecious) &&
    totalOf(sale) >= preciousCashMinor
  );
}

/** A line's amount after discount, minor units. */
export function amountOf(line: DraftLine): number {
  return (line.unitPriceMinor ?? 0) * line.quantity - line.discountMinor;
}

/** From the words on the screen back to the codes that are kept. */
export interface Codes {
  readonly reasons: ReadonlyMap<string, string>;
  readonly payments: ReadonlyMap<string, string>;
}

/** What is recorded. */
export function inputOf(
  sale: SaleDraft,
  links: { needId?: string | undefined; recommendationId?: string | undefined },
  { reasons, payments }: Codes,
  isPreciousCashConfirmed: boolean,
): Input<'sales.record'> {
  return {
    customerId: sale.customer?.id ?? null,
    lines: sale.lines.map((line) => ({
      productId: line.productId,
      ...(line.productId ? {} : { description: line.description }),
      quantity: line.quantity,
      ...(line.unitPriceMinor === null ? {} : { unitPriceMinor: line.unitPriceMinor }),
      discountMinor: line.discountMinor,
      discountReason: reasons.get(line.discountReason) ?? (line.discountReason || null),
      serial: line.serial || null,
      warrantyEndsOn: line.warrantyEndsOn || null,
    })),
    paymentNote: payments.get(sale.paymentNote) ?? (sale.paymentNote || null),
    cashMinor: cashOf(sale, payments.get(sale.paymentNote)),
    note: sale.note || null,
    isStaffPurchase: sale.isStaffPurchase,
    isDiscreet: sale.isDiscreet && sale.customer !== null,
    isPreciousCashConfirmed,
    needId: links.needId ?? null,
    recommendationId: links.recommendationId ?? null,
  };
}
