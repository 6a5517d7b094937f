import type { JobSummary } from '@shared/contract/jobs';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Service jobs in the language on the screen. */
export function useJobWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return {
    day: (date: string) => formatDate(date, language),
    instant: (at: number) => formatInstant(at, language, shop.timeZone),
    money: (minor: number, currency: string) => formatMoney({ minor, currency }, language),
    holder: ({ holder, holderName }: Pick<JobSummary, 'holder' | 'holderName'>): string =>
      t(`jobs.holder.${holder}`, { name: holderName ?? '' }),
    name: ({ customer }: Pick<JobSummary, 'customer'>): string => customerName(customer, language),
  };
}
