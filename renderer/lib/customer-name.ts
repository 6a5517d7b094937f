import type { Names } from '@shared/contract/customer-shapes';
import type { Language } from '@shared/domain/languages';
import { fullName } from '@shared/domain/names';

/** A customer's full name in the script of the screen; the number where no name is recorded. */
export function customerName(customer: Names & { readonly number: string }, language: Language): string {
  return (
    fullName(
      {
        familyName: customer.familyName ?? '',
        givenName: customer.givenName ?? '',
        englishName: customer.englishName ?? '',
        chineseName: customer.chineseName ?? '',
        preferredName: customer.preferredName ?? '',
        otherNames: customer.otherNames ?? '',
      },
      language,
    ) || customer.number
  );
}
