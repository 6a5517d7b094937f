/** What the demand of a shop comes to: what nothing on its shelves answers, and what would be worth buying in. */

import { isFarOverBudget, normaliseReference } from './needs';

/** A product as far as demand is measured by it. */
export interface StockedProduct {
  readonly brand: string | null;
  readonly category: string;
  readonly reference: string | null;
  readonly currency: string;
  /** Null: price on request. */
  readonly priceMinor: number | null;
}

/** A wish as far as the shelves can answer it. */
export interface Demanded {
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  readonly currency: string;
  readonly budgetMaxMinor: number | null;
}

const plain = (word: string | null) => (word ?? '').normalize('NFKC').trim().toLowerCase();
const keyOf = (currency: string, category: string, brand: string) =>
  [currency, category, brand].join('\u0000');

/** What the shelves have, put so that thousands of wishes are answered at once. */
export class Shelves {
  /** The lowest price of a kind and brand; price on request counts as any price. */
  readonly #lowest = new Map<string, number>();
  readonly #references = new Set<string>();

  constructor(products: Iterable<StockedProduct>) {
    for (const { brand, category, reference, currency, priceMinor } of products) {
      if (reference) this.#references.add(`${currency} ${normaliseReference(reference)}`);
      for (const kind of new Set([plain(category), '']))
        for (const maker of new Set([plain(brand), ''])) {
          const key = keyOf(currency, kind, maker);
          this.#lowest.set(key, Math.min(this.#lowest.get(key) ?? Number.POSITIVE_INFINITY, priceMinor ?? 0));
        }
    }
  }

  /**
   * True when something of the wished kind and brand is there, at most a fifth over the budget, or the very reference.
   * Sizes and colours are left to the advisor: what almost fits is worth showing.
   */
  answers({ brand, category, reference, currency, budgetMaxMinor }: Demanded): boolean {
    if (reference && this.#references.has(`${currency} ${normaliseReference(reference)}`)) return true;
    const lowest = this.#lowest.get(keyOf(currency, plain(category), plain(brand)));
    if (lowest === undefined) return false;
    return budgetMaxMinor === null || !isFarOverBudget(lowest, budgetMaxMinor);
  }
}

/** What the shop could not answer: one need, or several that are alike. */
export interface Unanswered {
  readonly brand: string | null;
  readonly category: string | null;
  readonly reference: string | null;
  /** A code of the budget bands. */
  readonly band: string;
  /** When the first of them was noted. */
  readonly at: number;
  readonly count: number;
  /** Lost already, for want of it; otherwise somebody still waits. */
  readonly isLost: boolean;
}

/** One line of what to buy in. */
export interface BuyIn {
  readonly brand: string | null;
  readonly category: string | null;
  readonly band: string;
  readonly waiting: number;
  readonly lost: number;
  /** When the first of those who wait asked; null where nobody does. */
  readonly since: number | null;
  /** The references that were named, the most often first. */
  readonly references: readonly string[];
}

const mostReferences = 3;

/** What to buy in: wishes of one kind, brand and budget together, where most wait or were lost first. */
export function buyIn(needs: readonly Unanswered[], most: number): BuyIn[] {
  const groups = new Map<string, Unanswered[]>();
  for (const need of needs) {
    const key = keyOf(need.band, plain(need.category), plain(need.brand));
    const group = groups.get(key);
    if (group) group.push(need);
    else groups.set(key, [need]);
  }
  const weight = ({ waiting, lost }: BuyIn) => waiting + lost;
  return [...groups.values()]
    .map((group): BuyIn => {
      const first = group[0] as Unanswered;
      const waiting = group.filter(({ isLost }) => !isLost);
      const lost = group.filter(({ isLost }) => isLost);
      return {
        brand: first.brand,
        category: first.category,
        band: first.band,
        waiting: countOf(waiting),
        lost: countOf(lost),
        since: waiting.reduce<number | null>(
          (least, { at }) => (least === null || at < least ? at : least),
          null,
        ),
        references: namedMostOften(group),
      };
    })
    .sort((a, b) => weight(b) - weight(a) || (a.since ?? Infinity) - (b.since ?? Infinity))
    .slice(0, most);
}

const countOf = (group: readonly Unanswered[]) => group.reduce((sum, { count }) => sum + count, 0);

function namedMostOften(group: readonly Unanswered[]): string[] {
  const counts = new Map<string, number>();
  for (const { reference, count } of group)
    if (reference !== null) counts.set(reference, (counts.get(reference) ?? 0) + count);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostReferences)
    .map(([reference]) => reference);
}
