import type { ShopPromise } from '@shared/contract/promises';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { fullName } from '@shared/domain/names';
import { useCounter } from '../../lib/counter';
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
    name: ({ customer }: ShopPromise): string =>
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
      ) || customer.number,
  };
}
