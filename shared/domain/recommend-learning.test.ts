import { describe, expect, it } from 'vitest';
import { type RecommendationInput, recommend } from './recommend';

const candidate = (id: string, brand: string): RecommendationInput['candidates'][number] => ({
  id,
  brand,
  category: 'watch',
  reference: null,
  attributes: {},
  priceMinor: 1_000_000,
  stock: 1,
  status: 'new',
  arrivedOn: null,
  consumable: false,
  coPurchases: [],
  companionOf: [],
});
const input = (brandsDeclined: RecommendationInput['brandsDeclined']): RecommendationInput => ({
  today: '2026-05-20',
  need: null,
  owned: [],
  brandsBought: [],
  budgetMaxMinor: null,
  preferences: { brands: [], attributes: {} },
  candidates: [candidate('a', 'Omega'), candidate('b', 'Seiko')],
  declined: [],
  exclusions: { productIds: [], brands: [], categories: [] },
  mayUseHistory: true,
  complements: [],
  limit: 5,
  ...(brandsDeclined ? { brandsDeclined } : {}),
});
const order = (brandsDeclined?: RecommendationInput['brandsDeclined']) =>
  recommend(input(brandsDeclined)).shortlist.map(({ productId }) => productId);

describe('learning from what was declined', () => {
  it('puts a brand of which two products were declined behind the others, and says why', () => {
    expect(order([{ brand: 'omega', products: 2 }])).toEqual(['b', 'a']);
    const { cautions } = recommend(input([{ brand: 'omega', products: 9 }])).shortlist[1]!;
    expect(cautions).toEqual([
      { code: 'BRAND_DECLINED', params: { brand: 'omega', products: 9 }, points: -12 },
    ]);
  });
  it('takes one declined product for no opinion about its brand', () => {
    expect(order([{ brand: 'omega', products: 1 }])).toEqual(order());
  });
});

describe('a budget with a lower end', () => {
  it('puts what costs far less behind, and says so', () => {
    const need = {
      id: 'n',
      discreet: false,
      forSomebodyElse: false,
      category: 'watch',
      budgetMinMinor: 2_000_000,
    };
    const cheap = { ...candidate('a', 'Seiko'), priceMinor: 150_000 };
    const right = { ...candidate('b', 'Omega'), priceMinor: 2_500_000 };
    const { shortlist } = recommend({ ...input(undefined), need, candidates: [cheap, right] });
    expect(shortlist.map(({ productId }) => productId)).toEqual(['b', 'a']);
    expect(shortlist[1]!.cautions).toEqual([
      { code: 'UNDER_BUDGET', params: { underMinor: 1_850_000 }, points: -25 },
    ]);
  });
});
