/** Gifts of the shop: for which occasions, up to how much a year, and which one would please. */

import type { CivilDate } from './dates';

/** What a gift may be given for. */
export const GIFT_OCCASIONS = [
  'birthday',
  'anniversary',
  'wedding',
  'repair-apology',
  'vip-welcome',
  'new-year',
  'thanks',
  'other',
] as const;
export type GiftOccasion = (typeof GIFT_OCCASIONS)[number];

/** Occasions that the record sees coming, and of which Today can therefore tell. */
export const CUSTOMARY_OCCASIONS = ['birthday', 'anniversary', 'vip-welcome', 'new-year'] as const;
export type CustomaryOccasion = (typeof CUSTOMARY_OCCASIONS)[number];

/** How a gift reached the customer. */
export const GIFT_HANDINGS = [
  'in-person',
  'with-purchase',
  'with-repair',
  'courier',
  'post',
  'proxy',
] as const;
export type GiftHanding = (typeof GIFT_HANDINGS)[number];

/** What a movement of the stock was. */
export const GIFT_MOVEMENTS = ['received', 'counted', 'corrected', 'given', 'taken-back'] as const;
export type GiftMovement = (typeof GIFT_MOVEMENTS)[number];

/** What may be given to one customer in a calendar year, and to whom a gift is customary. */
export interface GiftPolicy {
  readonly limits: {
    /** Minor units, for a customer without a card and for a tier that is not listed. */
    readonly withoutCard: number;
    readonly tiers: Readonly<Record<string, number>>;
  };
  /** By occasion, the tiers to whom a gift is customary. */
  readonly customary: Readonly<Record<CustomaryOccasion, readonly string[]>>;
}

/** What holds until the manager wrote a policy; version 0. */
export const DEFAULT_GIFT_POLICY: GiftPolicy = {
  limits: { withoutCard: 200_00, tiers: { silver: 500_00, gold: 1_000_00, diamond: 3_000_00 } },
  customary: {
    birthday: ['gold', 'diamond'],
    anniversary: ['diamond'],
    'vip-welcome': ['gold', 'diamond'],
    'new-year': ['diamond'],
  },
};

/** What one customer's year has room for. */
export interface GiftBudget {
  readonly limitMinor: number;
  readonly givenMinor: number;
  /** Never below 0. */
  readonly leftMinor: number;
}

/** The limit of this tier, what the year has taken of it, and what is left. */
export function giftBudget(policy: GiftPolicy, tier: string | null, givenMinor: number): GiftBudget {
  const { tiers, withoutCard } = policy.limits;
  const limitMinor = (tier === null ? undefined : tiers[tier]) ?? withoutCard;
  return { limitMinor, givenMinor, leftMinor: Math.max(0, limitMinor - givenMinor) };
}

/** True when this gift takes the year past its limit; the limit itself may be reached. */
export function isPastLimit({ limitMinor, givenMinor }: GiftBudget, costMinor: number): boolean {
  return givenMinor + costMinor > limitMinor;
}

/** The calendar year of a civil date, first and last day. */
export function giftYear(date: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const year = date.slice(0, 4);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** A kind of gift as the suggestion sees it. */
export interface GiftCandidate {
  readonly id: string;
  readonly costMinor: number;
  readonly stock: number;
  readonly lowAt: number;
  /** Empty: for any occasion. */
  readonly occasions: readonly GiftOccasion[];
  /** Colours, metals, brands, straps: words as the preferences have them. */
  readonly tastes: readonly string[];
}

/** What is known of the customer, and nothing of anybody else. */
export interface GiftWish {
  readonly occasion: GiftOccasion;
  readonly budget: GiftBudget;
  /** The customer's own preferences. */
  readonly tastes: readonly string[];
  /** Kinds this customer was given before: none is given twice. */
  readonly givenKinds: ReadonlySet<string>;
}

/** Why a gift is suggested, as a code and its words; `taste` is one of the customer's own. */
export type GiftReason =
  | { readonly code: 'OCCASION'; readonly occasion: GiftOccasion }
  | { readonly code: 'TASTE'; readonly taste: string }
  | { readonly code: 'ANY_OCCASION' }
  | { readonly code: 'WITHIN'; readonly costMinor: number; readonly leftMinor: number }
  | { readonly code: 'PAST'; readonly costMinor: number; readonly leftMinor: number };

export interface GiftSuggestion {
  readonly kindId: string;
  readonly score: number;
  readonly isPastLimit: boolean;
  readonly reasons: readonly GiftReason[];
}

const weight = { occasion: 4, taste: 3, within: 5, few: 1 } as const;

/**
 * Which gifts would please, the best first. Left out: what is not there, what is meant for other occasions, and what this
 * customer was given before. What would go past the limit comes last, and says so.
 */
export function suggestGifts(
  candidates: readonly GiftCandidate[],
  { occasion, budget, tastes, givenKinds }: GiftWish,
): GiftSuggestion[] {
  const liked = new Map(tastes.map((taste) => [keyOf(taste), taste]));
  const suggestions = candidates
    .filter((one) => one.stock > 0 && !givenKinds.has(one.id))
    .filter(({ occasions }) => occasions.length === 0 || occasions.includes(occasion))
    .map((one): GiftSuggestion & { readonly costMinor: number } => {
      const matches = [...new Set(one.tastes.map(keyOf))].flatMap((key) => liked.get(key) ?? []);
      const isMeant = one.occasions.includes(occasion);
      const isPast = isPastLimit(budget, one.costMinor);
      const figures = { costMinor: one.costMinor, leftMinor: budget.leftMinor };
      const score =
        (isMeant ? weight.occasion : 0) +
        matches.length * weight.taste +
        (isPast ? 0 : weight.within) -
        (one.stock <= one.lowAt ? weight.few : 0);
      return {
        kindId: one.id,
        costMinor: one.costMinor,
        score,
        isPastLimit: isPast,
        reasons: [
          isMeant ? { code: 'OCCASION', occasion } : { code: 'ANY_OCCASION' },
          ...matches.map((taste) => ({ code: 'TASTE' as const, taste })),
          { code: isPast ? 'PAST' : 'WITHIN', ...figures },
        ],
      };
    });
  return suggestions
    .sort(
      (a, b) =>
        Number(a.isPastLimit) - Number(b.isPastLimit) ||
        b.score - a.score ||
        b.costMinor - a.costMinor ||
        (a.kindId < b.kindId ? -1 : 1),
    )
    .map(({ costMinor: _, ...suggestion }) => suggestion);
}

const keyOf = (taste: string) => taste.trim().toLocaleLowerCase('en');

/** One gift as the year's report counts it. */
export interface CountedGift {
  readonly occasion: string;
  readonly givenBy: string;
  readonly tier: string | null;
  readonly costMinor: number;
}

/** How many and how much, by one property of the gifts, the dearest first. */
export function sumGifts<G extends CountedGift>(
  gifts: readonly G[],
  by: (gift: G) => string,
): { readonly key: string; readonly gifts: number; readonly costMinor: number }[] {
  const sums = new Map<string, { gifts: number; costMinor: number }>();
  for (const gift of gifts) {
    const sum = sums.get(by(gift)) ?? { gifts: 0, costMinor: 0 };
    sums.set(by(gift), { gifts: sum.gifts + 1, costMinor: sum.costMinor + gift.costMinor });
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum }))
    .sort((a, b) => b.costMinor - a.costMinor || (a.key < b.key ? -1 : 1));
}
