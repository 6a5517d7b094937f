import type { ScarceProduct, Ties } from '@shared/contract/interests';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { tiesInWords } from '@shared/words/allocation-sentences';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';

/** Interests in the language on the screen. */
export function useInterestWords() {
  const { language } = useWords();
  const { shop } = useCounter();
  return {
    day: (date: string) => formatDate(date, language),
    when: (at: number) => formatInstant(at, language, shop.timeZone),
    product: (product: ScarceProduct) => fullProductName(product, language),
    name: (customer: Parameters<typeof customerName>[0]) => customerName(customer, language),
    ties: (ties: Ties, brand: string | null) => tiesInWords(ties, brand, language).join(' · '),
  };
}
