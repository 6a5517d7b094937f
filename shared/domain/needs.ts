/** How well a product answers a need somebody stated: every stated wish is one criterion, and says how it fared. */

export type AttributeValue = string | number | boolean;

/** An exact value, any one of several, or a range of numbers. */
export type WantedAttribute =
  | AttributeValue
  | readonly AttributeValue[]
  | { readonly min?: number; readonly max?: number };

export interface NeedWishes {
  readonly reference?: string | null;
  readonly brands?: readonly string[];
  readonly category?: string | null;
  readonly attributes?: Readonly<Record<string, WantedAttribute>>;
  readonly budgetMinMinor?: number | null;
  readonly budgetMaxMinor?: number | null;
}

export interface ProductFacts {
  readonly id: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** In the currency of the need's budget; null for "price on request". */
  readonly priceMinor: number | null;
}

export type MatchReasonCode =
  | 'REFERENCE_MATCHES'
  | 'BRAND_MATCHES'
  | 'CATEGORY_MATCHES'
  | 'ATTRIBUTE_MATCHES'
  | 'WITHIN_BUDGET'
  | 'SLIGHTLY_OVER_BUDGET'
  | 'UNDER_BUDGET'
  | 'REFERENCE_DIFFERS'
  | 'BRAND_DIFFERS'
  | 'CATEGORY_DIFFERS'
  | 'ATTRIBUTE_DIFFERS'
  | 'ATTRIBUTE_UNKNOWN'
  | 'OVER_BUDGET'
  | 'PRICE_UNKNOWN';

export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Points earned of the points the wish was worth: the arithmetic behind the score. */
  readonly points: number;
  readonly outOf: number;
}

export interface NeedMatch {
  readonly matches: boolean;
  /** 0 to 100: points earned per hundred possible. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

const WEIGHTS = { reference: 40, brand: 20, category: 20, attribute: 10, budget: 20 } as const;

/** A price above the budget by at most this is worth showing; more is not what was asked for. */
const BUDGET_TOLERANCE_PERCENT = 20;
const SCORE_TO_MATCH = 50;

/** References are typed with and without dots, hyphens and spaces: 116500LN-0001 and 116500 LN 0001 are one. */
export function normaliseReference(reference: string): string {
  return reference
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-/]/g, '');
}

const mostWords = 5000;
const foldedWords = new Map<string, string>();

/** Brands, categories and colours are few and are compared hundreds of times for one list. */
function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = word.normalize('NFKC').trim().toLowerCase();
  if (foldedWords.size >= mostWords) foldedWords.clear();
  foldedWords.set(word, folded);
  return folded;
}

export function sameWord(a: string, b: string): boolean {
  return a === b || foldWord(a) === foldWord(b);
}

function sameValue(wanted: AttributeValue, value: AttributeValue): boolean {
  return typeof wanted === 'string' && typeof value === 'string' ? sameWord(wanted, value) : wanted === value;
}

function isList(wanted: WantedAttribute): wanted is readonly AttributeValue[] {
  return Array.isArray(wanted);
}

/** A stated wish in a few words; a range by its end, a yes or no not at all. */
export function wishInWords(wish: WantedAttribute, say: (value: string) => string): string[] {
  if (isList(wish)) return wish.map((value) => say(String(value)));
  if (typeof wish !== 'object') return typeof wish === 'boolean' ? [] : [say(String(wish))];
  if (wish.max !== undefined) return [`≤ ${wish.max}`];
  return wish.min === undefined ? [] : [`≥ ${wish.min}`];
}

export function attributeFits(wanted: WantedAttribute, value: AttributeValue): boolean {
  if (isList(wanted)) return wanted.some((one) => sameValue(one, value));
  if (typeof wanted === 'object') {
    if (typeof value !== 'number') return false;
    return (
      value >= (wanted.min ?? Number.NEGATIVE_INFINITY) && value <= (wanted.max ?? Number.POSITIVE_INFINITY)
    );
  }
  return sameValue(wanted, value);
}

/** In whole numbers, so that exactly 120% of the budget is on the same side everywhere. */
export function isFarOverBudget(priceMinor: number, budgetMaxMinor: number): boolean {
  return (priceMinor - budgetMaxMinor) * 100 > budgetMaxMinor * BUDGET_TOLERANCE_PERCENT;
}

function budgetReason(need: NeedWishes, priceMinor: number | null): MatchReason | null {
  const max = need.budgetMaxMinor ?? null;
  const min = need.budgetMinMinor ?? null;
  if (max === null && min === null) return null;
  const outOf = WEIGHTS.budget;
  if (priceMinor === null) return { code: 'PRICE_UNKNOWN', params: {}, points: 0, outOf };
  if (max !== null && priceMinor > max) {
    const overMinor = priceMinor - max;
    const slight = !isFarOverBudget(priceMinor, max);
    return {
      code: slight ? 'SLIGHTLY_OVER_BUDGET' : 'OVER_BUDGET',
      params: { overMinor, budgetMaxMinor: max },
      points: slight ? outOf / 2 : 0,
      outOf,
    };
  }
  if (min !== null && priceMinor < min) {
    return { code: 'UNDER_BUDGET', params: { underMinor: min - priceMinor }, points: outOf / 2, outOf };
  }
  return { code: 'WITHIN_BUDGET', params: { priceMinor }, points: outOf, outOf };
}

function criteria(need: NeedWishes, product: ProductFacts): MatchReason[] {
  const reasons: MatchReason[] = [];
  const judge = (
    fits: boolean,
    outOf: number,
    yes: MatchReasonCode,
    no: MatchReasonCode,
    params: MatchReason['params'],
  ): void => {
    reasons.push({ code: fits ? yes : no, params, points: fits ? outOf : 0, outOf });
  };

  if (need.reference) {
    const fits =
      product.reference !== null &&
      normaliseReference(product.reference) === normaliseReference(need.reference);
    judge(fits, WEIGHTS.reference, 'REFERENCE_MATCHES', 'REFERENCE_DIFFERS', { reference: need.reference });
  }
  if (need.category) {
    const fits = product.category !== null && sameWord(product.category, need.category);
    judge(fits, WEIGHTS.category, 'CATEGORY_MATCHES', 'CATEGORY_DIFFERS', { category: need.category });
  }
  if (need.brands && need.brands.length > 0) {
    const { brand } = product;
    const fits = brand !== null && need.brands.some((wanted) => sameWord(wanted, brand));
    const params = { brand: fits ? brand : need.brands.join(', ') };
    judge(fits, WEIGHTS.brand, 'BRAND_MATCHES', 'BRAND_DIFFERS', params);
  }
  for (const [attribute, wanted] of Object.entries(need.attributes ?? {})) {
    const value = product.attributes[attribute];
    const outOf = WEIGHTS.attribute;
    if (value === undefined) {
      reasons.push({ code: 'ATTRIBUTE_UNKNOWN', params: { attribute }, points: 0, outOf });
    } else {
      const params = { attribute, value: String(value) };
      judge(attributeFits(wanted, value), outOf, 'ATTRIBUTE_MATCHES', 'ATTRIBUTE_DIFFERS', params);
    }
  }
  const budget = budgetReason(need, product.priceMinor);
  if (budget) reasons.push(budget);
  return reasons;
}

/**
 * The very reference asked for always matches. Otherwise another category or a price more than 20% over the budget
 * never does, and half of what was wished for must be there. A need without wishes matches nothing.
 */
export function matchNeed(need: NeedWishes, product: ProductFacts): NeedMatch {
  const reasons = criteria(need, product);
  const possible = reasons.reduce((sum, reason) => sum + reason.outOf, 0);
  const earned = reasons.reduce((sum, reason) => sum + reason.points, 0);
  const score = possible === 0 ? 0 : Math.round((100 * earned) / possible);
  const has = (code: MatchReasonCode): boolean => reasons.some((reason) => reason.code === code);
  const contradicted = has('CATEGORY_DIFFERS') || has('OVER_BUDGET');
  const matches = has('REFERENCE_MATCHES') || (possible > 0 && !contradicted && score >= SCORE_TO_MATCH);
  return { matches, score, reasons };
}
