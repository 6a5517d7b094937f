import type { Input, Output } from '@shared/contract';
import type { productStatuses } from '@shared/contract/products';
import type { useFactWords } from '../../lib/product-facts';

type FullProduct = Output<'products.get'>;
type Fields = Input<'products.update'>['fields'];

/** One specification as a form shows it. */
export interface AttributeLine {
  readonly key: string;
  /** The name it is kept under; null for a new one. */
  readonly code: string | null;
  /** What is kept of it; what is not touched stays as it is. */
  readonly stored: FullProduct['attributes'][string] | null;
  /** Name and value in the words of the screen. */
  name: string;
  value: string;
}

export const intervals = [
  'warrantyMonths',
  'extensionMonths',
  'serviceMonths',
  'waterTestMonths',
  'batteryMonths',
] as const;

/** A product as its form holds it: texts, and an empty text for nothing. */
export interface ProductFormValues {
  code: string;
  brand: string;
  family: string;
  reference: string;
  barcode: string;
  name: string;
  chineseName: string;
  category: string;
  attributes: AttributeLine[];
  priceMinor: number | null;
  status: (typeof productStatuses)[number];
  isSerialised: boolean;
  isPrecious: boolean;
  policyVersion: string;
  months: Record<(typeof intervals)[number], number | ''>;
  care: string;
}

const watchFacts =
  'metal case_mm thickness_mm lug_mm dial strap movement calibre water_m power_reserve_h complications crystal bezel gem_set wearer year';
const usualFacts: Readonly<Record<string, string>> = {
  watch: watchFacts,
  strap: 'material colour width_mm buckle_mm buckle length stitch',
  gift: 'gift_kind material colour engravable',
  jewellery: 'metal gem_set colour length wearer',
  accessory: 'kind material colour',
};

/** Names of the specifications that goods of this category usually have. */
export function factsOf(category: string): string[] {
  return (usualFacts[category] ?? '').split(' ').filter(Boolean);
}

type FactWords = ReturnType<typeof useFactWords>;

/** What the form starts with. */
export function valuesOf(product: FullProduct | null, words: FactWords): ProductFormValues {
  const policy = product?.warranty ?? null;
  return {
    code: product?.code ?? '',
    brand: product?.brand ?? '',
    family: product?.family ?? '',
    reference: product?.reference ?? '',
    barcode: product?.barcode ?? '',
    name: product?.name ?? '',
    chineseName: product?.chineseName ?? '',
    category: product?.category ?? 'watch',
    attributes: Object.entries(product?.attributes ?? {}).map(([name, value]) => ({
      key: crypto.randomUUID(),
      code: name,
      stored: value,
      name: words.nameOf(name),
      value: words.textOf(value),
    })),
    priceMinor: product?.priceMinor ?? null,
    status: product?.status ?? 'new',
    isSerialised: product?.isSerialised ?? false,
    isPrecious: product?.isPrecious ?? false,
    policyVersion: policy?.policyVersion ?? '',
    months: {
      warrantyMonths: policy?.warrantyMonths ?? '',
      extensionMonths: policy?.extensionMonths ?? '',
      serviceMonths: policy?.serviceMonths ?? '',
      waterTestMonths: policy?.waterTestMonths ?? '',
      batteryMonths: policy?.batteryMonths ?? '',
    },
    care: product?.care ?? '',
  };
}

/** What is saved. */
export function fieldsOf(
  { attributes, policyVersion, months, ...values }: ProductFormValues,
  words: FactWords,
): Fields {
  const numbers = Object.fromEntries(
    intervals.map((name) => [name, months[name] === '' ? null : Number(months[name])]),
  ) as Record<(typeof intervals)[number], number | null>;
  const hasPolicy = policyVersion.trim() !== '' || Object.values(numbers).some((value) => value !== null);
  return {
    ...values,
    attributes: Object.fromEntries(
      attributes
        .filter(({ name, value }) => name.trim() && value.trim())
        .map(({ code, stored, name, value }) => [
          words.nameCode(name.trim(), code),
          stored !== null && value === words.textOf(stored)
            ? stored
            : readValue(words.valueCode(value.trim())),
        ]),
    ),
    warranty: hasPolicy ? { policyVersion: policyVersion.trim() || 'house', ...numbers } : null,
  };
}

/** Typed text as a number or yes and no where it is one, so that needs can be compared with it. */
function readValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : text;
}
