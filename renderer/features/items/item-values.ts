import type { Input, Output } from '@shared/contract';
import type { itemStatuses } from '@shared/contract/items';

/** An item as the closet shows it. */
export type Item = Output<'items.forCustomer'>[number];
type Fields = Input<'items.update'>['fields'];

const texts = [
  'description',
  'brand',
  'family',
  'reference',
  'serial',
  'movementNumber',
  'calibre',
  'boughtElsewhereAt',
  'warrantyIssuer',
  'warrantyName',
  'note',
] as const;
const days = [
  'boughtOn',
  'warrantyStart',
  'warrantyEnd',
  'serviceDue',
  'waterTestDue',
  'batteryDue',
] as const;

/** An item as its form holds it: texts, and an empty text for nothing. */
export type ItemFormValues = Record<(typeof texts)[number] | (typeof days)[number], string> & {
  isDiscreet: boolean;
  status: (typeof itemStatuses)[number];
};

/** What the form starts with. */
export function valuesOf(item: Item | null): ItemFormValues {
  const pairs = [...texts, ...days].map((name) => [name, item?.[name] ?? '']);
  return {
    ...(Object.fromEntries(pairs) as Record<(typeof texts)[number] | (typeof days)[number], string>),
    isDiscreet: item?.isDiscreet ?? false,
    status: item?.status ?? 'owned',
  };
}

/** What is saved; what the form does not show stays as it was. */
export function fieldsOf(values: ItemFormValues, item: Item | null): Fields {
  const dates = Object.fromEntries(days.map((name) => [name, values[name] || null])) as Record<
    (typeof days)[number],
    string | null
  >;
  return { ...values, ...dates, attributes: item?.attributes ?? {}, warranty: item?.warranty ?? null };
}
