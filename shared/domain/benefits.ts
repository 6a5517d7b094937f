/**
 * What the shop gives free of charge with an item, such as a strap fit or a polish. How often and to whom is the shop's own
 * data, in dated versions; nothing here knows a brand.
 */

import { addDays, addMonths, type CivilDate } from './dates';
import { textFor } from './guidelines';
import { type Language, languages } from './languages';

/** Which items have a benefit. */
export const BENEFIT_ITEMS = ['all', 'bought-here'] as const;
export type BenefitItems = (typeof BENEFIT_ITEMS)[number];

/** The rule of one benefit as one version states it. */
export interface BenefitTerms {
  readonly items: BenefitItems;
  /** Per item and year. */
  readonly perYear: number;
  /** For members of these tiers instead. */
  readonly tiers: Readonly<Record<string, number>>;
}

/** What decides how often an item has it. */
export interface BenefitOwner {
  readonly isBoughtHere: boolean;
  /** Of the owner's membership; null without one. */
  readonly tier: string | null;
}

/** How often per year this item has the benefit; 0: not at all. A tier without a number of its own has everybody's. */
export function allowanceOf(terms: BenefitTerms, { isBoughtHere, tier }: BenefitOwner): number {
  if (terms.items === 'bought-here' && !isBoughtHere) return 0;
  return (tier === null ? undefined : terms.tiers[tier]) ?? terms.perYear;
}

export interface BenefitYear {
  readonly from: CivilDate;
  /** The last day of it. */
  readonly to: CivilDate;
}

/**
 * The year in which a day falls for one item: it begins on the anniversaries of the purchase; the calendar's where the day
 * of the purchase is not known or still to come.
 */
export function benefitYearOf(boughtOn: CivilDate | null, day: CivilDate): BenefitYear {
  if (boughtOn === null || boughtOn > day) {
    const year = day.slice(0, 4);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  let years = Number(day.slice(0, 4)) - Number(boughtOn.slice(0, 4));
  if (addMonths(boughtOn, years * 12) > day) years -= 1;
  return { from: addMonths(boughtOn, years * 12), to: addDays(addMonths(boughtOn, (years + 1) * 12), -1) };
}

/** Its name in the reader's language, or the nearest there is. */
export function benefitName(names: Readonly<Record<Language, string>>, language: Language): string {
  const given = languages
    .filter((one) => names[one] !== '')
    .map((one) => ({ language: one, name: names[one] }));
  return textFor(given, language)?.name ?? '';
}
