import { type BudgetBand, budgetBands, type Need, type NeedMatchCard } from '@shared/contract/needs';
import { formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { type WantedAttribute, wishInWords } from '@shared/domain/needs';
import { useWords } from '../../lib/i18n';

/** How a need is said in the language on the screen; words of the shop's own stand as they were written. */
export function useNeedWords() {
  const { t, language } = useWords();
  const known = (group: 'occasions' | 'recipients' | 'categories' | 'reasons', code: string) =>
    t(`needs.${group}.${code as never}`, { defaultValue: code }) as string;
  const amount = (minor: number, currency: string) => formatMoney({ minor, currency }, language);
  const budget = ({ budgetMinMinor: min, budgetMaxMinor: max, currency }: Budget): string | null => {
    if (max !== null && min)
      return t('needs.budgetBetween', { from: amount(min, currency), to: amount(max, currency) });
    if (max !== null) return t('needs.budgetUpTo', { to: amount(max, currency) });
    return min ? t('needs.budgetFrom', { from: amount(min, currency) }) : null;
  };
  const category = (code: string) => known('categories', code);
  const occasion = (code: string) => known('occasions', code);
  const fact = (group: 'attribute' | 'value', code: string) =>
    t(`productFacts.${group}.${code as never}`, { defaultValue: code }) as string;
  return {
    category,
    occasion,
    recipient: (code: string) => known('recipients', code),
    reason: (code: string) => known('reasons', code),
    day: (date: string) => formatDate(date, language),
    amount,
    budget,
    fact,
    /** A band of the board and the quick form. */
    band(code: string, currency: string): string {
      const band: BudgetBand | undefined = budgetBands.find((one) => one.code === code);
      if (!band) return t('needs.band.none');
      if (band.maxMinor === null)
        return t('needs.band.over', { from: short(band.minMinor, currency, amount) });
      const to = short(band.maxMinor, currency, amount);
      if (band.minMinor === 0) return t('needs.band.upTo', { to });
      return t('needs.band.between', {
        from: short(band.minMinor, currency, amount),
        to: plainShort(band.maxMinor),
      });
    },
    /** Why a product answers a need, in a few words; what does not fit is said, too. */
    match(reasons: readonly MatchedReason[], currency: string): string {
      return reasons
        .filter(({ points, code }) => points > 0 || code === 'PRICE_UNKNOWN')
        .map(({ code, params }) =>
          t(`needs.match.${code as 'BRAND_MATCHES'}`, {
            defaultValue: '',
            ...params,
            attribute: fact('attribute', String(params.attribute ?? '')),
            value: fact('value', String(params.value ?? '')),
            amount: typeof params.overMinor === 'number' ? amount(params.overMinor, currency) : '',
          }),
        )
        .filter(Boolean)
        .join(language === 'en' ? ', ' : '、');
    },
    /** What is looked for: "Watch, Omega Seamaster, blue". */
    what(need: Need): string {
      const named = [need.brand, need.reference].filter(Boolean).join(' ');
      const wishes = Object.values(need.attributes).flatMap((wish) =>
        wishInWords(wish as WantedAttribute, (value) => fact('value', value)),
      );
      const parts = [need.category && category(need.category), named, ...wishes].filter(Boolean);
      return parts.join(language === 'en' ? ', ' : '、') || t('needs.anything');
    },
    /** For what and for whom, for how much, by when. */
    circumstances(need: Need): string[] {
      const whom = need.forWhom && need.forWhom !== 'self' ? known('recipients', need.forWhom) : null;
      return [
        need.occasion && occasion(need.occasion),
        whom && t('needs.forPerson', { whom }),
        budget(need),
        need.byDate && t('needs.by', { date: formatDate(need.byDate, language) }),
      ].filter((part) => typeof part === 'string' && part !== '') as string[];
    },
  };
}

type MatchedReason = NeedMatchCard['reasons'][number];
type Budget = Pick<Need, 'budgetMinMinor' | 'budgetMaxMinor' | 'currency'>;

/** HK$50,000 as HK$50k where that is exact: six bands side by side. */
function short(minor: number, currency: string, amount: (minor: number, currency: string) => string): string {
  const thousands = minor / 100_000;
  if (!Number.isInteger(thousands)) return amount(minor, currency);
  return `${amount(100, currency).replace(/1(\.0+)?$/, '')}${plainShort(minor)}`;
}

const plainShort = (minor: number) => `${minor / 100_000}k`;
