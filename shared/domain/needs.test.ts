import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNeed, type NeedWishes, type ProductFacts } from './needs';

const watch: ProductFacts = {
  id: 'p1',
  brand: 'Cartier',
  category: 'watches',
  reference: 'WSSA-0018',
  attributes: { caseSizeMm: 39.8, metal: 'Steel', automatic: true },
  priceMinor: 6_000_000,
};
const codes = (need: NeedWishes, product = watch) =>
  matchNeed(need, product).reasons.map((reason) => reason.code);

describe('matching a need', () => {
  it('scores what was wished for', () => {
    const need: NeedWishes = {
      brands: ['cartier', 'Omega'],
      category: 'Watches',
      attributes: { caseSizeMm: { max: 40 }, metal: ['steel', 'titanium'], automatic: true },
      budgetMaxMinor: 6_500_000,
    };
    const match = matchNeed(need, watch);
    expect(match).toMatchObject({ matches: true, score: 100 });
    expect(match.reasons.map((reason) => reason.code)).toEqual([
      'CATEGORY_MATCHES',
      'BRAND_MATCHES',
      'ATTRIBUTE_MATCHES',
      'ATTRIBUTE_MATCHES',
      'ATTRIBUTE_MATCHES',
      'WITHIN_BUDGET',
    ]);
  });

  it('knows the reference however it is written, and lets it decide', () => {
    const match = matchNeed({ reference: 'wssa 0018', budgetMaxMinor: 100 }, watch);
    expect(match.matches).toBe(true);
    expect(codes({ reference: 'WSSA0019' })).toEqual(['REFERENCE_DIFFERS']);
  });

  it('never matches another category or a price far over the budget', () => {
    expect(matchNeed({ category: 'straps', brands: ['Cartier'] }, watch).matches).toBe(false);
    expect(
      matchNeed({ brands: ['Cartier'], category: 'watches', budgetMaxMinor: 4_999_999 }, watch),
    ).toMatchObject({
      matches: false,
    });
    expect(codes({ budgetMaxMinor: 5_000_000 })).toEqual(['SLIGHTLY_OVER_BUDGET']);
    expect(codes({ budgetMaxMinor: 4_999_999 })).toEqual(['OVER_BUDGET']);
    expect(codes({ budgetMinMinor: 7_000_000 })).toEqual(['UNDER_BUDGET']);
    expect(codes({ budgetMaxMinor: 1 }, { ...watch, priceMinor: null })).toEqual(['PRICE_UNKNOWN']);
  });

  it('does not guess what the catalogue does not say', () => {
    expect(codes({ attributes: { waterproofM: 100 } })).toEqual(['ATTRIBUTE_UNKNOWN']);
    expect(codes({ attributes: { metal: { min: 3 } } })).toEqual(['ATTRIBUTE_DIFFERS']);
  });

  it('matches nothing when nothing was wished for', () => {
    expect(matchNeed({}, watch)).toEqual({ matches: false, score: 0, reasons: [] });
  });

  it('scores between 0 and 100, and its arithmetic adds up', () => {
    const anyNeed = fc.record(
      {
        reference: fc.constantFrom(null, 'WSSA0018', 'X'),
        brands: fc.subarray(['Cartier', 'Omega']),
        category: fc.constantFrom(null, 'watches', 'straps'),
        attributes: fc.dictionary(
          fc.constantFrom('caseSizeMm', 'metal', 'other'),
          fc.constantFrom(39.8, 'steel', 1),
        ),
        budgetMaxMinor: fc.option(fc.integer({ min: 1, max: 9_000_000 })),
        budgetMinMinor: fc.option(fc.integer({ min: 1, max: 9_000_000 })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyNeed, (need) => {
        const { score, reasons } = matchNeed(need, watch);
        const outOf = reasons.reduce((sum, reason) => sum + reason.outOf, 0);
        const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
        expect(score).toBe(outOf === 0 ? 0 : Math.round((100 * points) / outOf));
        for (const reason of reasons) expect(reason.points).toBeLessThanOrEqual(reason.outOf);
      }),
    );
  });
});
