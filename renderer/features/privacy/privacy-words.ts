import type { PrivacyRequest } from '@shared/contract/privacy';
import { formatDate } from '@shared/domain/dates';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Requests in the language on the screen. */
export function usePrivacyWords() {
  const { t, language } = useWords();
  const day = (date: string) => formatDate(date, language);
  return {
    day,
    /** Whose it is: the customer, else whoever asks. */
    name: ({ customer, requesterName }: PrivacyRequest): string =>
      customer?.isErased
        ? t('privacy.erasedCustomer')
        : customer
          ? customerName(customer, language)
          : (requesterName ?? ''),
    /** How much of the 40 days is left. */
    left: ({ daysLeft }: PrivacyRequest): string | null => {
      if (daysLeft === null) return null;
      if (daysLeft === 0) return t('privacy.lastDay');
      return daysLeft > 0
        ? t('privacy.daysLeft', { count: daysLeft })
        : t('privacy.lateBy', { count: -daysLeft });
    },
    months: (months: number | null): string => {
      if (months === null) return t('privacy.retention.without');
      return months % 12 === 0
        ? t('privacy.retention.years', { count: months / 12 })
        : t('privacy.retention.months', { count: months });
    },
  };
}
