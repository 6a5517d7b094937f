import type { ScarceProduct, Ties } from '@shared/contract/interests';
import type { Criterion, ScoreLine, WeightedCriterion } from '@shared/domain/allocation';
import { formatDate, formatInstant } from '@shared/domain/dates';
import {
  criterionInWords,
  figureInWords,
  pointsInWords,
  scoreInWords,
  tiesInWords,
} from '@shared/words/allocation-sentences';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';

/** Allocations in the language on the screen. */
export function useAllocationWords() {
  const { language } = useWords();
  const { shop } = useCounter();
  return {
    day: (date: string) => formatDate(date, language),
    when: (at: number) => formatInstant(at, language, shop.timeZone),
    productName: (product: ScarceProduct) => fullProductName(product, language),
    product: (product: ScarceProduct) =>
      [fullProductName(product, language), product.reference].filter(Boolean).join(' · '),
    name: (customer: Parameters<typeof customerName>[0]) => customerName(customer, language),
    points: pointsInWords,
    score: (line: ScoreLine) => scoreInWords(line, language),
    figure: (code: Criterion, value: number) => figureInWords(code, value, shop.currency, language),
    criterion: (criterion: WeightedCriterion) => criterionInWords(criterion, shop.currency, language),
    ties: (ties: Ties, brand: string | null) => tiesInWords(ties, brand, language).join(' · '),
  };
}
