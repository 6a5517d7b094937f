import type { Reason } from '@shared/contract/needs';
import { formatMoney } from '@shared/domain/money';
import { useWords } from '../../lib/i18n';

/** More than these make a list, not a sentence. */
const mostReasons = 3;
/** True, but said beside the price and the stock already, unless there is nothing else to say. */
const plain = new Set(['IN_STOCK', 'OUT_OF_STOCK', 'WORTH_SHOWING', 'UNDISCLOSED']);

/** Reasons as one sentence in the language on the screen: "Goes with their Datejust; fits the budget of HK$50,000." */
export function useReasonSentence(currency: string): (reasons: readonly Reason[]) => string {
  const { t, language } = useWords();
  const word = (key: string, otherwise: string) =>
    t(`productFacts.${key as 'value.steel'}`, { defaultValue: otherwise }) as string;
  const say = ({ code, params }: Reason): string => {
    const minor = params.overMinor ?? params.budgetMaxMinor;
    const value = String(params.value ?? '');
    const attribute = String(params.attribute ?? '');
    return t(`recommendations.reason.${code as 'IN_STOCK'}`, {
      defaultValue: t('recommendations.reason.WORTH_SHOWING'),
      ...params,
      ...(typeof minor === 'number' ? { amount: formatMoney({ minor, currency }, language) } : {}),
      ...(value ? { value: word(`value.${value}`, value) } : {}),
      ...(attribute ? { attribute: word(`attribute.${attribute}`, attribute) } : {}),
    });
  };
  return (reasons) => {
    const telling = reasons.filter(({ code }) => !plain.has(code));
    const chosen = (telling.length > 0 ? telling : reasons).slice(0, mostReasons);
    const sentence = chosen.map(say).join(t('recommendations.separator'));
    return sentence && sentence.charAt(0).toUpperCase() + sentence.slice(1) + t('recommendations.stop');
  };
}
