export type ImportKind = 'customers' | 'products' | 'purchases';

export interface TargetField {
  readonly field: string;
  /** 'yes': every row needs it. 'one-of': a row needs at least one of the fields marked so. */
  readonly required: 'yes' | 'one-of' | 'no';
}

const yes = <F extends string>(field: F) => ({ field, required: 'yes' }) as const;
const oneOf = <F extends string>(field: F) => ({ field, required: 'one-of' }) as const;
const no = <F extends string>(field: F) => ({ field, required: 'no' }) as const;

/** What a column can be read into, in the order the mapping screen shows. */
export const TARGETS = {
  customers: [
    no('externalId'),
    no('memberNumber'),
    oneOf('familyName'),
    oneOf('givenName'),
    oneOf('englishName'),
    oneOf('chineseName'),
    oneOf('fullName'),
    no('title'),
    no('phone'),
    no('phone2'),
    no('email'),
    no('wechat'),
    no('address'),
    no('language'),
    no('birthday'),
    no('note'),
    no('advisor'),
    no('acceptsEmail'),
    no('acceptsSms'),
    no('tags'),
  ],
  // Columns mapped to none of these may be kept as attributes: see `leftoverColumns`.
  products: [
    yes('code'),
    no('brand'),
    no('family'),
    no('reference'),
    no('barcode'),
    oneOf('name'),
    oneOf('chineseName'),
    no('category'),
    no('price'),
    no('currency'),
    no('status'),
    no('stock'),
  ],
  purchases: [
    yes('receiptNumber'),
    yes('date'),
    no('customerId'),
    oneOf('productCode'),
    oneOf('description'),
    no('quantity'),
    oneOf('unitPrice'),
    oneOf('lineTotal'),
    no('discount'),
    no('currency'),
    no('serial'),
    no('staff'),
    no('country'),
  ],
} as const satisfies Record<ImportKind, readonly TargetField[]>;

/** The fields of one kind of file, by name. */
export type TargetOf<K extends ImportKind> = (typeof TARGETS)[K][number]['field'];

/** For each field the column it is read from, counted from 0; null where the file has none. */
export type Mapping<K extends ImportKind> = Record<TargetOf<K>, number | null>;

/**
 * Fields marked 'one-of' that stand for each other; a mapping needs at least one of each group. A purchase needs
 * something that says what was bought, and something that says for how much.
 */
export const ONE_OF_GROUPS = {
  customers: [['familyName', 'givenName', 'englishName', 'chineseName', 'fullName']],
  products: [['name', 'chineseName']],
  purchases: [
    ['productCode', 'description'],
    ['unitPrice', 'lineTotal'],
  ],
} as const satisfies { readonly [K in ImportKind]: readonly (readonly TargetOf<K>[])[] };

/** What a mapping still lacks: each entry is a field, or several of which one is enough. */
export function missingTargets<K extends ImportKind>(kind: K, mapping: Mapping<K>): string[][] {
  const columns: Readonly<Record<string, number | null>> = mapping;
  const mapped = (field: string) => typeof columns[field] === 'number';
  const targets: readonly TargetField[] = TARGETS[kind];
  const groups: readonly (readonly string[])[] = ONE_OF_GROUPS[kind];
  return [
    ...targets
      .filter(({ field, required }) => required === 'yes' && !mapped(field))
      .map(({ field }) => [field]),
    ...groups.filter((group) => !group.some(mapped)).map((group) => [...group]),
  ];
}
