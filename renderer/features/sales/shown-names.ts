import type { Output } from '@shared/contract';
import { displayName } from '@shared/domain/names';
import { useCallback } from 'react';
import { useWords } from '../../lib/i18n';

/** A product's name in the screen's language, its brand first. */
export function productName(
  product: { name: string; chineseName: string | null; brand: string | null },
  language: string,
): string {
  const name = (language !== 'en' && product.chineseName) || product.name;
  return product.brand && !name.startsWith(product.brand) ? `${product.brand} ${name}` : name;
}

/** Makes a customer's name in the script of the screen. */
export function useCustomerName() {
  const { language } = useWords();
  return useCallback(
    (customer: Output<'customers.get'>) =>
      displayName(
        {
          familyName: customer.familyName ?? '',
          givenName: customer.givenName ?? '',
          englishName: customer.englishName ?? '',
          chineseName: customer.chineseName ?? '',
          preferredName: customer.preferredName ?? '',
        },
        language,
      ),
    [language],
  );
}
