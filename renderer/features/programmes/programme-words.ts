import type { Programme, ProgrammeResult } from '@shared/contract/programmes';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import {
  goalInWords,
  programmeFigure,
  resultInWords,
  targetInWords,
} from '@shared/words/programme-sentences';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';

/** Programmes in the language on the screen. */
export function useProgrammeWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return {
    day: (day: string) => formatDate(day, language),
    date: (at: number) => formatDate(civilDateOf(at, shop.timeZone), language),
    money: (minor: number, currency: string) => formatMoney(money(minor, currency), language),
    goal: (programme: Programme) => goalInWords(programme, language),
    target: (programme: Programme) => targetInWords(programme, language),
    figure: (value: number, programme: Programme) => programmeFigure(value, programme, language),
    result: (programme: Programme, result: ProgrammeResult) => resultInWords(programme, result, language),
    budget({ budgetMinor, spentMinor, currency }: Programme): string {
      const spent = formatMoney(money(spentMinor, currency), language);
      if (budgetMinor !== null)
        return t('programmes.budgetLine.spentOf', {
          spent,
          budget: formatMoney(money(budgetMinor, currency), language),
        });
      return spentMinor > 0 ? t('programmes.budgetLine.spent', { spent }) : t('programmes.budgetLine.none');
    },
  };
}
