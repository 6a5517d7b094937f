import { formatMoney, money } from '@shared/domain/money';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useComplaintWords } from './complaint-words';

/** Something a case may point at, as a list shows it. */
export interface LinkChoice {
  readonly value: string;
  readonly label: string;
}

/** What a case of this customer may be about: their purchases, their items, and the people who work here. */
export function useLinks(customerId: string): {
  sales: LinkChoice[];
  items: LinkChoice[];
  people: LinkChoice[];
} {
  const { language } = useWords();
  const words = useComplaintWords();
  const sales = useAsk('sales.forCustomer', { customerId, kind: 'sale', limit: 100 }, ['sales']);
  const items = useAsk('items.forCustomer', { customerId }, ['items']);
  const staff = useAsk('staff.list', {}, ['staff']);
  return {
    sales: (sales.data?.sales ?? []).map((sale) => ({
      value: sale.id,
      label: [
        words.day(sale.soldOn),
        sale.receiptNumber,
        formatMoney(money(sale.totalMinor, sale.currency), language),
      ].join(' · '),
    })),
    items: (items.data ?? []).map(({ id, description, serial }) => ({
      value: id,
      label: [description, serial].filter(Boolean).join(' · '),
    })),
    people: (staff.data ?? []).map(({ id, name, chineseName }) => ({
      value: id,
      label: (language !== 'en' && chineseName) || name,
    })),
  };
}
