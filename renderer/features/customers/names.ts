import type { Names } from '@shared/contract/customer-shapes';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { asLanguage } from '@shared/domain/languages';
import { displayName, formOfAddress, fullName, type Title } from '@shared/domain/names';
import { formatPhone } from '@shared/domain/phones';
import i18next from 'i18next';
import { useCounter } from '../../lib/counter';
import { personNames } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** How names, dates and phones are said in the language on the screen. */
export function useNames() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return {
    /** One script. */
    short: (names: Names) => displayName(personNames(names), language) || t('customers.unnamed'),
    /** Both scripts, the screen's own first. */
    full: (names: Names) => fullName(personNames(names), language) || t('customers.unnamed'),
    /** As this person wants to be addressed, in the language spoken with them. */
    address: (names: Names, spoken: string) =>
      names.formOfAddress ??
      formOfAddress(personNames(names), names.title as Title | null, asLanguage(spoken)),
    day: (at: number) => formatDate(civilDateOf(at, shop.timeZone), language),
    contact: (normalised: string) => (normalised.startsWith('+') ? formatPhone(normalised) : normalised),
  };
}

/** A tier in words; a name the shop gave itself stands as it is. */
export function useTierName(): (tier: string) => string {
  const { t } = useWords();
  return (tier) => (i18next.exists(`vip.tier.${tier}`) ? t(`vip.tier.${tier as 'gold'}`) : tier);
}
