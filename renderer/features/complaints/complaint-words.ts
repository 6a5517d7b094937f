import type { Complaint } from '@shared/contract/complaints';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Cases in the language on the screen. */
export function useComplaintWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const when = (at: number) => formatInstant(at, language, shop.timeZone);
  return {
    when,
    day: (date: string) => formatDate(date, language),
    amount: (minor: number, currency: string) => formatMoney(money(minor, currency), language),
    /** The clock that runs now; of a closed case, when it ended. */
    clock: ({ nextDue, respondedAt, closedAt }: Complaint): string => {
      if (nextDue === null) return t('complaints.clock.closedOn', { when: when(closedAt ?? 0) });
      return t(respondedAt === null ? 'complaints.clock.respondDue' : 'complaints.clock.resolveDue', {
        when: when(nextDue),
      });
    },
    told: ({ told }: Complaint): string | null =>
      told &&
      t('complaints.toldAlready', {
        how: t(`promises.channel.${told.channel}`),
        when: when(told.at),
        what: told.what,
      }),
    name: ({ customer }: Complaint): string => customerName(customer, language),
  };
}

/** True where the clock that runs now is over. */
export function isLateNow({ nextDue, respondedAt, isResponseLate, isResolutionLate }: Complaint): boolean {
  if (nextDue === null) return isResolutionLate;
  return respondedAt === null ? isResponseLate : isResolutionLate;
}
