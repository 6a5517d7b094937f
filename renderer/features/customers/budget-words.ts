import type { Preferences } from '@shared/contract/customer-shapes';
import { formatMoney, money } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';

/** Says what somebody likes to spend; null where nothing was said. */
export function useBudgetWords(): (
  likes: Pick<Preferences, 'budgetMinMinor' | 'budgetMaxMinor'>,
) => string | null {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const amount = (minor: number) => formatMoney(money(minor, shop.currency), language);
  return ({ budgetMinMinor: from, budgetMaxMinor: to }) => {
    if (from !== null && to !== null) return t('customers.budget', { from: amount(from), to: amount(to) });
    if (to !== null) return t('customers.budgetUpTo', { to: amount(to) });
    return from !== null ? t('customers.budgetFrom', { from: amount(from) }) : null;
  };
}
