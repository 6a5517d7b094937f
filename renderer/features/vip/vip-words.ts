import type { VipReasonShape } from '@shared/contract/vip';
import { formatDate } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import { useWords } from '../../lib/i18n';

const moneyParams: ReadonlySet<string> = new Set(['minor', 'thresholdMinor', 'missingMinor']);
const dayParams: ReadonlySet<string> = new Set(['since', 'until']);

/** A reason's code and figures as a sentence in the screen's language. */
export function useVipReasons(currency: string): (reason: VipReasonShape) => string {
  const { t, language } = useWords();
  const translate = t as unknown as (key: string, params: object) => string;
  return ({ code, params }) => {
    const shown = Object.entries(params).map(([name, value]) => {
      if (moneyParams.has(name)) return [name, formatMoney(money(Number(value), currency), language)];
      if (dayParams.has(name)) return [name, formatDate(String(value), language)];
      return [name, value];
    });
    return translate(`vip.reason.${code}`, Object.fromEntries(shown));
  };
}
