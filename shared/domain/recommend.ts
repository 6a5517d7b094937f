/**
 * Which products to show this customer now, and why. Plain arithmetic over facts that the caller looked up: every
 * point is accounted for, and the same facts give the same list on every counter.
 *
 * Discretion: a thing or need marked discreet takes part only where it keeps something off the list. It earns no
 * points by which it could be guessed and is named in no reason; a discreet need that the advisor is working on does
 * rank the list, under a part without a name.
 */

import { type CivilDate, daysBetween } from './dates';
import {
  type AttributeValue,
  attributeFits,
  isFarOverBudget,
  matchNeed,
  type NeedWishes,
  normaliseReference,
  type ProductFacts,
  sameWord,
  type WantedAttribute,
} from './needs';

export interface OwnedThing {
  readonly id: string;
  readonly productId: string | null;
  /** What the advisor calls it: "Datejust 36". */
  readonly label: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly discreet: boolean;
}

/** How much likelier than chance two products are bought by the same people, in the shop's own history. */
export interface CoPurchase {
  readonly withProductId: string;
  readonly lift: number;
  readonly customers: number;
  readonly sameReceipt: boolean;
}

export interface Candidate extends ProductFacts {
  /** Null where the shop does not count it. */
  readonly stock: number | null;
  readonly status: 'new' | 'current' | 'discontinued';
  readonly arrivedOn: CivilDate | null;
  /** Bought again and again (straps, polish): may be suggested to somebody who has it. */
  readonly consumable: boolean;
  readonly coPurchases: readonly CoPurchase[];
  /** Products the shop says this one goes with. */
  readonly companionOf: readonly string[];
}

/** Data of the shop: a strap goes with a watch of the same lug width. */
export interface ComplementRule {
  readonly ownedCategory: string;
  readonly suggests: string;
  readonly sameAttributes: readonly string[];
}

export interface RecommendationNeed extends NeedWishes {
  readonly id: string;
  readonly discreet: boolean;
  /** A present: the customer's own things and tastes say nothing about it. */
  readonly forSomebodyElse: boolean;
}

export interface RecommendationInput {
  readonly today: CivilDate;
  readonly need: RecommendationNeed | null;
  readonly owned: readonly OwnedThing[];
  /** `discreetTimes` of `times` were discreet purchases and count for nothing here. */
  readonly brandsBought: readonly {
    readonly brand: string;
    readonly times: number;
    readonly discreetTimes: number;
  }[];
  /** The customer's usual limit; the need's own budget goes before it. */
  readonly budgetMaxMinor: number | null;
  readonly preferences: {
    readonly brands: readonly string[];
    readonly attributes: Readonly<Record<string, WantedAttribute>>;
  };
  readonly candidates: readonly Candidate[];
  /** `needId` null: declined without a particular need. Leave out what was declined for another, discreet need. */
  readonly declined: readonly { readonly productId: string; readonly needId: string | null }[];
  /**
   * Brands of which the customer declined different products and bought none since. Leave out what was declined for
   * another, discreet need.
   */
  readonly brandsDeclined?: readonly { readonly brand: string; readonly products: number }[];
  /** What a consent or discretion rule keeps off the list. */
  readonly exclusions: {
    readonly productIds: readonly string[];
    readonly brands: readonly string[];
    readonly categories: readonly string[];
  };
  /** False where the customer's consent does not cover using what they bought. */
  readonly mayUseHistory: boolean;
  readonly complements: readonly ComplementRule[];
  readonly limit: number;
}

export type RecommendationCode =
  | 'ASKED_FOR'
  | 'COMPLEMENTS_OWNED'
  | 'BOUGHT_TOGETHER'
  | 'OTHERS_ALSO'
  | 'BRAND_BOUGHT'
  | 'BRAND_BOUGHT_TWICE'
  | 'PREFERRED_BRAND'
  | 'PREFERENCE_MATCHES'
  | 'FITS_BUDGET'
  | 'NEW_ARRIVAL'
  | 'IN_STOCK'
  | 'WORTH_SHOWING'
  | 'SLIGHTLY_OVER_BUDGET'
  | 'OVER_BUDGET'
  | 'UNDER_BUDGET'
  | 'OUT_OF_STOCK'
  | 'DECLINED_BEFORE'
  | 'BRAND_DECLINED'
  | 'UNDISCLOSED';

export interface ScorePart {
  readonly code: RecommendationCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
}

export interface Recommendation {
  readonly productId: string;
  /** The sum of the points of `parts`. */
  readonly score: number;
  /** Parts that speak for it, strongest first; never empty, never a discreet fact. */
  readonly reasons: readonly ScorePart[];
  /** Parts that speak against it: over budget, not in stock, declined before. */
  readonly cautions: readonly ScorePart[];
  readonly parts: readonly ScorePart[];
}

export type ExclusionCode =
  | 'OWNED'
  | 'DECLINED'
  | 'RULE'
  | 'UNAVAILABLE'
  | 'NOT_ASKED_FOR'
  | 'OVER_BUDGET'
  | 'NO_REASON';

export interface RecommendationResult {
  readonly shortlist: readonly Recommendation[];
  readonly excluded: readonly { readonly productId: string; readonly code: ExclusionCode }[];
}

const POINTS = {
  askedFor: 60,
  complement: 25,
  boughtTogetherMax: 20,
  othersAlsoMax: 15,
  brandBoughtEach: 6,
  brandBoughtMax: 18,
  preferredBrand: 8,
  preferenceEach: 5,
  preferenceMax: 15,
  fitsBudget: 10,
  farBelowBudget: 3,
  newArrival: 8,
  inStock: 5,
  slightlyOverBudget: -10,
  overBudget: -30,
  underBudget: -10,
  farUnderBudget: -25,
  outOfStock: -15,
  declinedBefore: -20,
  brandDeclinedEach: -4,
  brandDeclinedMost: -12,
} as const;

const NEW_FOR_DAYS = 90;
/** With fewer customers behind it, a figure would be a coincidence, or tell one customer about another. */
const MIN_CUSTOMERS = 5;

/** True and pleasant, but no reason to show this product rather than any other. */
const NOT_ENOUGH_ALONE: ReadonlySet<RecommendationCode> = new Set(['FITS_BUDGET', 'IN_STOCK']);

function owns(thing: OwnedThing, candidate: Candidate): boolean {
  if (thing.productId !== null) return thing.productId === candidate.id;
  // Bought elsewhere, the reference is all there is to compare.
  if (!thing.reference || !candidate.reference) return false;
  const sameBrand =
    thing.brand === null || candidate.brand === null || sameWord(thing.brand, candidate.brand);
  return sameBrand && normaliseReference(thing.reference) === normaliseReference(candidate.reference);
}

function isListed(list: readonly string[], word: string | null): boolean {
  return word !== null && list.some((entry) => sameWord(entry, word));
}

/** Why a product stays off the list before any points are counted. */
function exclusionOf(candidate: Candidate, input: RecommendationInput): ExclusionCode | null {
  const { exclusions, need } = input;
  if (
    exclusions.productIds.includes(candidate.id) ||
    isListed(exclusions.brands, candidate.brand) ||
    isListed(exclusions.categories, candidate.category)
  ) {
    return 'RULE';
  }
  const mine = input.owned.filter((thing) => owns(thing, candidate));
  if (mine.length > 0 && !candidate.consumable) {
    return mine.every((thing) => thing.discreet) ? 'RULE' : 'OWNED';
  }
  const needId = need?.id ?? null;
  if (input.declined.some((no) => no.productId === candidate.id && no.needId === needId)) {
    return need?.discreet ? 'RULE' : 'DECLINED';
  }
  if (candidate.status === 'discontinued' && (candidate.stock ?? 0) <= 0) return 'UNAVAILABLE';
  if (need?.category && !isListed([need.category], candidate.category)) {
    const asked = matchNeed(need, candidate).reasons.some((reason) => reason.code === 'REFERENCE_MATCHES');
    if (!asked) return need.discreet ? 'RULE' : 'NOT_ASKED_FOR';
  }
  return null;
}

function complementPart(
  candidate: Candidate,
  things: readonly OwnedThing[],
  input: RecommendationInput,
): ScorePart | null {
  const companion = things.find(
    (thing) => thing.productId !== null && candidate.companionOf.includes(thing.productId),
  );
  if (companion) {
    return { code: 'COMPLEMENTS_OWNED', params: { item: companion.label }, points: POINTS.complement };
  }
  for (const rule of input.complements) {
    if (candidate.category === null || !sameWord(rule.suggests, candidate.category)) continue;
    for (const thing of things) {
      if (thing.category === null || !sameWord(rule.ownedCategory, thing.category)) continue;
      // An unknown lug width fits nothing: better no strap than the wrong one.
      const fits = rule.sameAttributes.every((name) => {
        const [a, b] = [thing.attributes[name], candidate.attributes[name]];
        return a !== undefined && b !== undefined && attributeFits(a, b);
      });
      if (!fits) continue;
      return { code: 'COMPLEMENTS_OWNED', params: { item: thing.label }, points: POINTS.complement };
    }
  }
  return null;
}

/** The strongest tie to something owned, for things bought together and for things the same people bought. */
function coPurchaseParts(candidate: Candidate, things: readonly OwnedThing[]): ScorePart[] {
  const parts: ScorePart[] = [];
  for (const sameReceipt of [true, false]) {
    const max = sameReceipt ? POINTS.boughtTogetherMax : POINTS.othersAlsoMax;
    let best: ScorePart | null = null;
    for (const pair of candidate.coPurchases) {
      if (pair.sameReceipt !== sameReceipt || pair.customers < MIN_CUSTOMERS || pair.lift <= 1) continue;
      const thing = things.find((owned) => owned.productId === pair.withProductId);
      if (!thing) continue;
      const points = Math.min(max, Math.round(8 * Math.log2(pair.lift)));
      if (points <= (best?.points ?? 0)) continue;
      const params = { item: thing.label, lift: Math.round(pair.lift * 10) / 10, customers: pair.customers };
      best = { code: sameReceipt ? 'BOUGHT_TOGETHER' : 'OTHERS_ALSO', params, points };
    }
    if (best) parts.push(best);
  }
  return parts;
}

/** What the customer's own things, brands and tastes say; nothing when they buy for somebody else. */
function personalParts(candidate: Candidate, input: RecommendationInput): ScorePart[] {
  if (input.need?.forSomebodyElse) return [];
  const parts: ScorePart[] = [];
  if (input.mayUseHistory) {
    const things = input.owned.filter((thing) => !thing.discreet);
    const complement = complementPart(candidate, things, input);
    if (complement) parts.push(complement);
    parts.push(...coPurchaseParts(candidate, things));
    const bought = input.brandsBought.find((entry) => isListed([entry.brand], candidate.brand));
    const times = bought ? bought.times - bought.discreetTimes : 0;
    if (bought && times > 0) {
      const points = Math.min(POINTS.brandBoughtMax, times * POINTS.brandBoughtEach);
      const code = times >= 2 ? 'BRAND_BOUGHT_TWICE' : 'BRAND_BOUGHT';
      parts.push({ code, params: { brand: bought.brand, times }, points });
    }
  }
  if (candidate.brand !== null && isListed(input.preferences.brands, candidate.brand)) {
    parts.push({
      code: 'PREFERRED_BRAND',
      params: { brand: candidate.brand },
      points: POINTS.preferredBrand,
    });
  }
  let left: number = POINTS.preferenceMax;
  for (const attribute of Object.keys(input.preferences.attributes).sort()) {
    const value = candidate.attributes[attribute];
    const wanted = input.preferences.attributes[attribute]!;
    if (left <= 0 || value === undefined || !attributeFits(wanted, value)) continue;
    const params = { attribute, value: String(value) };
    parts.push({ code: 'PREFERENCE_MATCHES', params, points: POINTS.preferenceEach });
    left -= POINTS.preferenceEach;
  }
  return parts;
}

function budgetOf(input: RecommendationInput): number | null {
  return input.need?.budgetMaxMinor ?? input.budgetMaxMinor;
}

function isTooDear(candidate: Candidate, input: RecommendationInput): boolean {
  const max = budgetOf(input);
  return max !== null && candidate.priceMinor !== null && isFarOverBudget(candidate.priceMinor, max);
}

function budgetPart(candidate: Candidate, input: RecommendationInput): ScorePart | null {
  const max = budgetOf(input);
  const min = input.need?.budgetMinMinor ?? null;
  if (min !== null && candidate.priceMinor !== null && candidate.priceMinor < min) {
    // Somebody who wants to spend 20,000 is not served with something at 1,500.
    const isFar = candidate.priceMinor * 2 < min;
    return {
      code: 'UNDER_BUDGET',
      params: { underMinor: min - candidate.priceMinor },
      points: isFar ? POINTS.farUnderBudget : POINTS.underBudget,
    };
  }
  if (max === null || candidate.priceMinor === null) return null;
  const overMinor = candidate.priceMinor - max;
  if (overMinor <= 0)
    return {
      code: 'FITS_BUDGET',
      params: { budgetMaxMinor: max },
      points: fitPoints(candidate.priceMinor, max),
    };
  const params = { overMinor, budgetMaxMinor: max };
  return isTooDear(candidate, input)
    ? { code: 'OVER_BUDGET', params, points: POINTS.overBudget }
    : { code: 'SLIGHTLY_OVER_BUDGET', params, points: POINTS.slightlyOverBudget };
}

/** "Up to 60,000" is no wish for something at 1,800: below half of the budget the points grow with the price. */
function fitPoints(priceMinor: number, max: number): number {
  const share = max === 0 ? 1 : Math.min(1, (2 * priceMinor) / max);
  return Math.round(POINTS.farBelowBudget + share * (POINTS.fitsBudget - POINTS.farBelowBudget));
}

function needParts(candidate: Candidate, input: RecommendationInput): ScorePart[] {
  const { need } = input;
  const parts: ScorePart[] = [];
  if (need) {
    const match = matchNeed(need, candidate);
    const points = Math.round((POINTS.askedFor * match.score) / 100);
    if (points > 0) parts.push({ code: 'ASKED_FOR', params: { matchScore: match.score }, points });
  }
  const budget = budgetPart(candidate, input);
  if (budget) parts.push(budget);
  return parts;
}

function shopParts(candidate: Candidate, input: RecommendationInput): ScorePart[] {
  const parts: ScorePart[] = [];
  const { arrivedOn, stock } = candidate;
  const days = arrivedOn === null ? null : daysBetween(arrivedOn, input.today);
  if (candidate.status === 'new' || (days !== null && days >= 0 && days <= NEW_FOR_DAYS)) {
    const params: ScorePart['params'] = arrivedOn === null ? {} : { since: arrivedOn };
    parts.push({ code: 'NEW_ARRIVAL', params, points: POINTS.newArrival });
  }
  if (stock !== null && stock > 0) {
    parts.push({ code: 'IN_STOCK', params: { stock }, points: POINTS.inStock });
  } else if (stock !== null) {
    parts.push({ code: 'OUT_OF_STOCK', params: {}, points: POINTS.outOfStock });
  }
  if (input.declined.some((no) => no.productId === candidate.id)) {
    parts.push({ code: 'DECLINED_BEFORE', params: {}, points: POINTS.declinedBefore });
  }
  const brand = brandDeclinedPart(candidate, input);
  if (brand) parts.push(brand);
  return parts;
}

/** One product declined says something about that product; two say something about the brand. */
function brandDeclinedPart(candidate: Candidate, input: RecommendationInput): ScorePart | null {
  const declined = input.brandsDeclined?.find((entry) => isListed([entry.brand], candidate.brand));
  if (!declined || declined.products < 2) return null;
  const points = Math.max(POINTS.brandDeclinedMost, declined.products * POINTS.brandDeclinedEach);
  return { code: 'BRAND_DECLINED', params: { brand: declined.brand, products: declined.products }, points };
}

/** Several facts under one nameless figure: their number and kind would already tell. */
function undisclosed(parts: readonly ScorePart[]): ScorePart[] {
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  return parts.length === 0 ? [] : [{ code: 'UNDISCLOSED', params: {}, points }];
}

function recommendationOf(candidate: Candidate, input: RecommendationInput): Recommendation | null {
  const fromNeed = needParts(candidate, input);
  const open = [...personalParts(candidate, input), ...shopParts(candidate, input)];
  const speaksFor = [...fromNeed, ...open].some(
    (part) => part.points > 0 && !NOT_ENOUGH_ALONE.has(part.code),
  );
  if (!speaksFor) return null;

  const parts = [...(input.need?.discreet ? undisclosed(fromNeed) : fromNeed), ...open];
  const byPoints = (a: ScorePart, b: ScorePart): number => b.points - a.points;
  const named = parts.filter((part) => part.code !== 'UNDISCLOSED');
  const reasons = named.filter((part) => part.points > 0).sort(byPoints);
  if (reasons.length === 0) reasons.push({ code: 'WORTH_SHOWING', params: {}, points: 0 });
  return {
    productId: candidate.id,
    score: parts.reduce((sum, part) => sum + part.points, 0),
    reasons,
    cautions: named.filter((part) => part.points < 0).sort((a, b) => byPoints(b, a)),
    parts,
  };
}

/**
 * The ranked shortlist. What costs over 120% of the budget is shown only when nothing else is left, and says so.
 * Ties go to the lower product id, so that the list does not depend on the order of the rows.
 */
export function recommend(input: RecommendationInput): RecommendationResult {
  const excluded: { productId: string; code: ExclusionCode }[] = [];
  const affordable: Recommendation[] = [];
  const tooDear: Recommendation[] = [];
  for (const candidate of input.candidates) {
    const code = exclusionOf(candidate, input);
    const ranked = code ? null : recommendationOf(candidate, input);
    if (!ranked) excluded.push({ productId: candidate.id, code: code ?? 'NO_REASON' });
    else if (isTooDear(candidate, input)) tooDear.push(ranked);
    else affordable.push(ranked);
  }
  const shown = affordable.length > 0 ? affordable : tooDear;
  if (affordable.length > 0) {
    const code = input.need?.discreet ? 'RULE' : 'OVER_BUDGET';
    for (const { productId } of tooDear) excluded.push({ productId, code });
  }
  const byId = (a: { productId: string }, b: { productId: string }): number =>
    a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0;
  return {
    shortlist: [...shown].sort((a, b) => b.score - a.score || byId(a, b)).slice(0, Math.max(0, input.limit)),
    excluded: excluded.sort(byId),
  };
}
