import type { Quotation, QuotationLine } from '@shared/contract/quotations';
import { formatDate, formatInstant } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';

/** Quotations in the language on the screen. */
export function useQuotationWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const moment = (at: number) => formatInstant(at, language, shop.timeZone);
  return {
    moment,
    name: ({ customer }: Quotation) => customerName(customer, language),
    money: (minor: number, currency: string) => formatMoney({ minor, currency }, language),
    line: ({ productId, brand, description, chineseName }: QuotationLine): string =>
      productId === null ? description : fullProductName({ brand, name: description, chineseName }, language),
    /** Until when it holds, or held. */
    until: ({ state, expiresOn }: Quotation): string =>
      t(state === 'expired' ? 'quotations.ranOut' : 'quotations.validUntil', {
        date: formatDate(expiresOn, language),
      }),
    /** What has happened with it, the last thing first. */
    news(quotation: Quotation): string[] {
      const { sent, confirmed, declinedReason, sale } = quotation;
      return [
        sale && t('quotations.soldLine', { number: sale.receiptNumber }),
        confirmed &&
          t('quotations.confirmedLine', {
            name: confirmed.name,
            how: t(`promises.channel.${confirmed.how}`),
            when: moment(confirmed.at),
          }),
        declinedReason && t('quotations.declinedLine', { reason: declinedReason }),
        sent &&
          t('quotations.sentLine', {
            how: t(`quotations.howDone.${sent.how}`),
            when: moment(sent.at),
            name: sent.by.name,
          }),
      ].filter((line) => typeof line === 'string');
    },
  };
}
