import type { Names } from '@shared/contract/customer-shapes';
import type { Language } from '@shared/domain/languages';
import { fullName, type PersonNames } from '@shared/domain/names';

/** A record's names as the name rules take them. */
export function personNames(names: Names): PersonNames {
  return {
    familyName: names.familyName ?? '',
    givenName: names.givenName ?? '',
    englishName: names.englishName ?? '',
    chineseName: names.chineseName ?? '',
    preferredName: names.preferredName ?? '',
    otherNames: names.otherNames ?? '',
  };
}

/** A customer's full name in the script of the screen; the number where no name is recorded. */
export function customerName(customer: Names & { readonly number: string }, language: Language): string {
  return fullName(personNames(customer), language) || customer.number;
}
