import type { Output } from '@shared/contract';
import type { Gift } from '@shared/contract/gifts';
import { formatDate } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

type Reason = Output<'gifts.suggest'>['suggestions'][number]['reasons'][number];

interface NamedKind {
  readonly name: string;
  readonly chineseName: string | null;
}

/** Gifts in the language on the screen. */
export function useGiftWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const cost = (minor: number, currency = shop.currency) => formatMoney(money(minor, currency), language);
  const kindName = ({ name, chineseName }: NamedKind) => (language !== 'en' && chineseName) || name;
  const reason = (one: Reason): string => {
    switch (one.code) {
      case 'OCCASION':
        return t('gifts.reasons.OCCASION', { occasion: t(`gifts.occasions.${one.occasion}`) });
      case 'TASTE':
        return t('gifts.reasons.TASTE', { taste: one.taste });
      case 'ANY_OCCASION':
        return t('gifts.reasons.ANY_OCCASION');
      default:
        return t(`gifts.reasons.${one.code}`, { cost: cost(one.costMinor), left: cost(one.leftMinor) });
    }
  };
  return {
    cost,
    kindName,
    day: (date: string) => formatDate(date, language),
    what: ({ quantity, kind }: Gift): string =>
      quantity > 1 ? `${quantity} × ${kindName(kind)}` : kindName(kind),
    name: ({ customer }: Gift): string => customerName(customer, language),
    /** Why a gift is suggested, as one sentence. */
    why: (reasons: readonly Reason[]): string =>
      `${reasons.map(reason).join(language === 'en' ? '; ' : '；')}${language === 'en' ? '.' : '。'}`,
    budget: ({ givenMinor, limitMinor, leftMinor }: Output<'gifts.suggest'>['budget']): string =>
      t('gifts.budget', { given: cost(givenMinor), limit: cost(limitMinor), left: cost(leftMinor) }),
  };
}
