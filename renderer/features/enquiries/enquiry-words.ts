import type { Enquiry, ProductFactsShown } from '@shared/contract/enquiries';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { ToldChannel } from '@shared/domain/promises';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Enquiries in the language on the screen. */
export function useEnquiryWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const moment = (at: number) => formatInstant(at, language, shop.timeZone);
  const channel = (how: ToldChannel) => t(`promises.channel.${how}`);
  const time = (months: number) =>
    months % 12 === 0 ? t('products.years', { count: months / 12 }) : t('products.months', { count: months });
  return {
    name: ({ customer }: Enquiry) => customerName(customer, language),
    asked: (enquiry: Enquiry) =>
      t('enquiries.asked', { how: channel(enquiry.channel), when: moment(enquiry.askedAt) }),
    due: ({ promise }: Enquiry): string => {
      if (!promise) return t('enquiries.noDue');
      const date = formatDate(promise.dueOn, language);
      return promise.dueTime === null
        ? t('enquiries.dueOn', { date })
        : t('enquiries.dueAt', { date, time: promise.dueTime });
    },
    told: ({ told, by }: NonNullable<Enquiry['answer']>) =>
      t('enquiries.toldLine', { how: channel(told.channel), when: moment(told.at), name: by.name }),
    /** Warranty and intervals as they are read out to a customer. */
    warranty: ({ warranty: terms }: ProductFactsShown): string => {
      if (!terms) return t('products.noWarranty');
      const said = [
        terms.warrantyMonths && t('products.warrantyFor', { time: time(terms.warrantyMonths) }),
        terms.extensionMonths && t('products.extensionFor', { time: time(terms.extensionMonths) }),
        terms.serviceMonths && t('products.serviceEvery', { time: time(terms.serviceMonths) }),
        terms.waterTestMonths && t('products.waterTestEvery', { time: time(terms.waterTestMonths) }),
        terms.batteryMonths && t('products.batteryEvery', { time: time(terms.batteryMonths) }),
      ].filter(Boolean);
      return said.join('\n') || t('products.noWarranty');
    },
  };
}
