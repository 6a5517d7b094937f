import type { ShopPromise } from '@shared/contract/promises';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Promises in the language on the screen. */
export function usePromiseWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const day = (date: string) => formatDate(date, language);
  return {
    day,
    due: ({ dueOn, dueTime }: ShopPromise): string =>
      dueTime === null
        ? t('promises.dueOn', { date: day(dueOn) })
        : t('promises.dueAt', { date: day(dueOn), time: dueTime }),
    told: ({ told }: ShopPromise): string =>
      told
        ? t('promises.toldLine', {
            how: t(`promises.channel.${told.channel}`),
            when: formatInstant(told.at, language, shop.timeZone),
          })
        : t('promises.toldNot'),
    /** The record it comes from; nothing for one that was made at the counter. */
    origin: ({ origin: { kind, number } }: ShopPromise): string => {
      if (kind === 'counter') return '';
      return t(`promises.from.${kind}`, { number: number ?? '' }).trim();
    },
    name: ({ customer }: ShopPromise): string => customerName(customer, language),
  };
}
