import type { Ties } from '../contract/interests';
import { CRITERION_UNITS, type Criterion, type ScoreLine } from '../domain/allocation';
import { formatDate } from '../domain/dates';
import type { Language } from '../domain/languages';
import { formatMoney } from '../domain/money';
import { allocationsWords } from './allocations';
import { interestsWords } from './interests';
import { vipWords } from './vip';

// The arithmetic as it is said on the screen and on paper alike.

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

/** A text with its singular and plural form. */
function counted(forms: { readonly one: string; readonly other: string }, count: number): string {
  return filled(count === 1 ? forms.one : forms.other, { count });
}

/** Hundredths of a point as people write them: 17.4, −40. */
export function pointsInWords(hundredths: number): string {
  return (hundredths / 100)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('-', '−');
}

/** A criterion's figure in its unit: '14 months', 'HK$380,000', 'yes'. */
export function figureInWords(code: Criterion, value: number, currency: string, language: Language): string {
  const { unit } = allocationsWords[language];
  switch (CRITERION_UNITS[code]) {
    case 'money':
      return formatMoney({ minor: value, currency }, language);
    case 'months':
      return counted({ one: unit.months_one, other: unit.months_other }, value);
    case 'years':
      return counted({ one: unit.years_one, other: unit.years_other }, value);
    case 'jobs':
      return counted({ one: unit.jobs_one, other: unit.jobs_other }, value);
    default:
      return value > 0 ? unit.yes : unit.no;
  }
}

/** One line of the arithmetic: '58% × 30 = 17.4'. */
export function scoreInWords({ percent, weight, points }: ScoreLine, language: Language): string {
  return filled(allocationsWords[language].score, {
    percent,
    weight: weight < 0 ? `−${-weight}` : weight,
    points: pointsInWords(points),
  });
}

/** A criterion as the manager wrote it, in one line. */
export function criterionInWords(
  { code, weight, full }: { readonly code: Criterion; readonly weight: number; readonly full: number },
  currency: string,
  language: Language,
): string {
  const { criteria, criterionName } = allocationsWords[language];
  const isYes = CRITERION_UNITS[code] === 'yes';
  return filled(isYes ? criteria.lineYes : criteria.line, {
    criterion: criterionName[code],
    weight: weight < 0 ? `−${-weight}` : weight,
    full: isYes ? '' : figureInWords(code, full, currency, language),
  });
}

/** The ties to the shop with their figures, one sentence each. */
export function tiesInWords(ties: Ties, brand: string | null, language: Language): string[] {
  const { tie } = interestsWords[language];
  const amount = (minor: number) => formatMoney({ minor, currency: ties.currency }, language);
  const purchases = counted({ one: tie.purchases_one, other: tie.purchases_other }, ties.purchases);
  const tiers: Readonly<Record<string, string>> = vipWords[language].tier;
  return [
    filled(tie.purchasesOf, { purchases, amount: amount(ties.lifetimeMinor) }),
    ...(brand === null ? [] : [filled(tie.brand, { amount: amount(ties.brandMinor) })]),
    filled(ties.years === 1 ? tie.since_one : tie.since_other, {
      count: ties.years,
      date: formatDate(ties.since, language),
    }),
    counted({ one: tie.services_one, other: tie.services_other }, ties.services),
    ties.tier === null ? tie.noVip : filled(tie.tier, { tier: tiers[ties.tier] ?? ties.tier }),
  ];
}
