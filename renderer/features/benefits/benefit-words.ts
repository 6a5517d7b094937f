import type { Output } from '@shared/contract';
import { tierInWords } from '@shared/words/vip';
import { useWords } from '../../lib/i18n';

export type Benefit = Output<'benefits.list'>[number];
export type BenefitVersion = Benefit['versions'][number];

/** Rules in the language on the screen. */
export function useBenefitWords() {
  const { t, language } = useWords();
  const comma = language === 'en' ? ', ' : '、';
  return {
    /** "Items bought here, 1 time a year, gold 2, on request only". */
    terms: ({ items, perYear, tiers, isOnRequest }: BenefitVersion): string =>
      [
        t(`benefits.itemsOf.${items}`),
        t('benefits.terms.times', { count: perYear }),
        ...Object.entries(tiers).map(([tier, count]) =>
          t('benefits.terms.tier', { tier: tierInWords(tier, language), count }),
        ),
        isOnRequest && t('benefits.terms.onRequest'),
      ]
        .filter(Boolean)
        .join(comma),
  };
}
