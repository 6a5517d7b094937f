import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  type OwnedThing,
  type RecommendationInput,
  type RecommendationNeed,
  recommend,
} from './recommend';

function product(id: string, more: Partial<Candidate> = {}): Candidate {
  return {
    id,
    brand: 'Omega',
    category: 'watches',
    reference: id.toUpperCase(),
    attributes: {},
    priceMinor: 4_000_000,
    stock: 1,
    status: 'current',
    arrivedOn: '2024-01-01',
    consumable: false,
    coPurchases: [],
    companionOf: [],
    ...more,
  };
}
function owned(id: string, more: Partial<OwnedThing> = {}): OwnedThing {
  return {
    id,
    productId: id,
    label: `my ${id}`,
    brand: 'Rolex',
    category: 'watches',
    reference: id,
    attributes: { lugWidthMm: 20 },
    discreet: false,
    ...more,
  };
}
function need(more: Partial<RecommendationNeed> = {}): RecommendationNeed {
  return { id: 'n1', discreet: false, forSomebodyElse: false, category: 'watches', ...more };
}
function input(more: Partial<RecommendationInput> = {}): RecommendationInput {
  return {
    today: '2026-05-20',
    need: null,
    owned: [],
    brandsBought: [],
    budgetMaxMinor: null,
    preferences: { brands: [], attributes: {} },
    candidates: [],
    declined: [],
    exclusions: { productIds: [], brands: [], categories: [] },
    mayUseHistory: true,
    complements: [{ ownedCategory: 'watches', suggests: 'straps', sameAttributes: ['lugWidthMm'] }],
    limit: 5,
    ...more,
  };
}
const ids = (result: ReturnType<typeof recommend>) => result.shortlist.map((entry) => entry.productId);
const codes = (result: ReturnType<typeof recommend>, index = 0) =>
  result.shortlist[index]?.reasons.map((reason) => reason.code);

describe('recommendations', () => {
  const strap = product('strap', { category: 'straps', attributes: { lugWidthMm: 20 }, priceMinor: 50_000 });

  it('complements what the customer owns, when it fits', () => {
    const wrong = product('wrong', { category: 'straps', attributes: { lugWidthMm: 18 } });
    const unknown = product('unknown', { category: 'straps' });
    const result = recommend(input({ owned: [owned('w')], candidates: [wrong, unknown, strap] }));
    expect(ids(result)).toEqual(['strap']);
    expect(result.shortlist[0]!.reasons[0]).toEqual({
      code: 'COMPLEMENTS_OWNED',
      params: { item: 'my w' },
      points: 25,
    });
    expect(result.excluded.map((entry) => entry.code)).toEqual(['NO_REASON', 'NO_REASON']);
  });

  it('believes the shop about what goes with what', () => {
    const roll = product('roll', { category: 'gifts', companionOf: ['w'], stock: null, arrivedOn: null });
    expect(codes(recommend(input({ owned: [owned('w')], candidates: [roll] })))).toEqual([
      'COMPLEMENTS_OWNED',
    ]);
  });

  it('puts what was asked for first', () => {
    const asked = product('asked', { attributes: { dial: 'blue' } });
    const fresh = product('fresh', { status: 'new' });
    const result = recommend(
      input({ need: need({ attributes: { dial: 'blue' }, brands: ['Omega'] }), candidates: [fresh, asked] }),
    );
    expect(ids(result)).toEqual(['asked', 'fresh']);
    expect(codes(result)).toEqual(['ASKED_FOR', 'IN_STOCK']);
    expect(recommend(input({ need: need(), candidates: [strap] })).excluded).toEqual([
      { productId: 'strap', code: 'NOT_ASKED_FOR' },
    ]);
  });

  it('knows the brands bought, what is new, what is preferred and what others bought with it', () => {
    const result = recommend(
      input({
        owned: [owned('w')],
        brandsBought: [{ brand: 'omega', times: 2, discreetTimes: 0 }],
        preferences: { brands: ['Omega'], attributes: { dial: ['blue', 'green'] } },
        budgetMaxMinor: 4_000_000,
        candidates: [
          product('p', {
            attributes: { dial: 'green' },
            arrivedOn: '2026-05-01',
            coPurchases: [
              { withProductId: 'w', lift: 2, customers: 12, sameReceipt: true },
              { withProductId: 'w', lift: 4, customers: 4, sameReceipt: false },
              { withProductId: 'w', lift: 1.5, customers: 9, sameReceipt: false },
            ],
          }),
        ],
      }),
    );
    expect(codes(result)).toEqual([
      'BRAND_BOUGHT_TWICE',
      'FITS_BUDGET',
      'BOUGHT_TOGETHER',
      'PREFERRED_BRAND',
      'NEW_ARRIVAL',
      'OTHERS_ALSO',
      'PREFERENCE_MATCHES',
      'IN_STOCK',
    ]);
    expect(result.shortlist[0]!.score).toBe(12 + 10 + 8 + 8 + 8 + 5 + 5 + 5);
  });

  it('does not repeat what they own, here or elsewhere, unless it is used up', () => {
    const fresh = { status: 'new' as const };
    const elsewhere = owned('x', { productId: null, brand: 'Omega', reference: '310.30' });
    const result = recommend(
      input({
        owned: [owned('w'), elsewhere],
        candidates: [
          product('w', fresh),
          product('same', { ...fresh, reference: '31030' }),
          product('polish', { ...fresh, consumable: true }),
        ],
      }),
    );
    expect(ids(result)).toEqual(['polish']);
    expect(result.excluded.map((entry) => entry.code)).toEqual(['OWNED', 'OWNED']);
  });

  it('goes over the budget by a fifth, and further only when nothing else is left', () => {
    const wanted = need({ budgetMaxMinor: 1_000_000 });
    const near = product('near', { priceMinor: 1_200_000, status: 'new' });
    const far = product('far', { priceMinor: 1_200_001, status: 'new' });
    const both = recommend(input({ need: wanted, candidates: [far, near] }));
    expect(ids(both)).toEqual(['near']);
    expect(both.shortlist[0]!.cautions.map((part) => part.code)).toEqual(['SLIGHTLY_OVER_BUDGET']);
    expect(both.excluded).toEqual([{ productId: 'far', code: 'OVER_BUDGET' }]);
    const alone = recommend(input({ need: wanted, candidates: [far] }));
    expect(alone.shortlist[0]!.cautions[0]).toMatchObject({
      code: 'OVER_BUDGET',
      params: { overMinor: 200_001 },
    });
  });

  it('does not show again what was declined for this need, and doubts what was declined for another', () => {
    const candidates = [product('p', { status: 'new' })];
    const declined = [{ productId: 'p', needId: 'n1' }];
    expect(recommend(input({ need: need(), candidates, declined })).excluded[0]!.code).toBe('DECLINED');
    const other = recommend(input({ need: need({ id: 'n2' }), candidates, declined }));
    expect(other.shortlist[0]!.cautions[0]!.code).toBe('DECLINED_BEFORE');
  });

  it('obeys the exclusions, and does not use a history it may not use', () => {
    const candidates = [product('p', { status: 'new' }), strap];
    const exclusions = { productIds: [], brands: [], categories: ['Watches'] };
    expect(ids(recommend(input({ owned: [owned('w')], candidates, exclusions })))).toEqual(['strap']);
    expect(ids(recommend(input({ owned: [owned('w')], candidates, mayUseHistory: false })))).toEqual(['p']);
  });

  it('leaves the customer’s own taste aside for a present', () => {
    const wanted = need({ forSomebodyElse: true, category: null, brands: ['Omega'] });
    const result = recommend(input({ need: wanted, owned: [owned('w')], candidates: [strap] }));
    expect(codes(result)).toEqual(['ASKED_FOR', 'IN_STOCK']);
  });
});

describe('discretion', () => {
  it('names a discreet need in no reason, though it ranks the list', () => {
    const wanted = need({ discreet: true, attributes: { dial: 'blue' }, budgetMaxMinor: 5_000_000 });
    const candidates = [product('a'), product('b', { attributes: { dial: 'blue' } })];
    const result = recommend(input({ need: wanted, candidates }));
    expect(ids(result)).toEqual(['b', 'a']);
    expect(codes(result)).toEqual(['IN_STOCK']);
    const sold = recommend(input({ need: wanted, candidates: [product('c', { stock: 0 })] }));
    expect(codes(sold)).toEqual(['WORTH_SHOWING']);
    expect(JSON.stringify(result)).not.toMatch(/ASKED|BUDGET|blue|5000000/);
  });

  it('gives nothing away about a discreet thing', () => {
    const secret = owned('secret', { discreet: true, label: 'ring for Anna' });
    const candidates = [
      product('strap', { category: 'straps', attributes: { lugWidthMm: 20 }, status: 'new' }),
      product('pair', {
        status: 'new',
        coPurchases: [{ withProductId: 'secret', lift: 8, customers: 50, sameReceipt: true }],
      }),
      product('secret', { status: 'new' }),
    ];
    const brandsBought = [{ brand: 'Omega', times: 1, discreetTimes: 1 }];
    const result = recommend(input({ owned: [secret], candidates, brandsBought }));
    expect(JSON.stringify(result)).not.toMatch(/Anna|COMPLEMENTS|TOGETHER|BRAND_BOUGHT|OWNED/);
    expect(result.excluded).toEqual([{ productId: 'secret', code: 'RULE' }]);
  });
});

describe('whatever the catalogue', () => {
  const candidate = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    brand: fc.constantFrom('Omega', 'Rolex', null),
    category: fc.constantFrom('watches', 'straps'),
    attributes: fc.record({ lugWidthMm: fc.constantFrom(18, 20) }),
    priceMinor: fc.option(fc.integer({ min: 1, max: 2_000 })),
    stock: fc.option(fc.integer({ min: 0, max: 2 })),
    status: fc.constantFrom('new' as const, 'current' as const, 'discontinued' as const),
    consumable: fc.boolean(),
    coPurchases: fc.constantFrom([], [{ withProductId: 'z', lift: 3, customers: 9, sameReceipt: true }]),
  });
  const situation = fc.record({
    candidates: fc
      .uniqueArray(candidate, { selector: (c) => c.id, maxLength: 6 })
      .map((list) => list.map((c) => product(c.id, c))),
    need: fc.option(fc.record({ discreet: fc.boolean(), forSomebodyElse: fc.boolean() }).map(need)),
    owned: fc
      .uniqueArray(fc.constantFrom('a', 'b', 'z'), { maxLength: 3 })
      .map((list) => list.map((id) => owned(id))),
    budgetMaxMinor: fc.option(fc.integer({ min: 1, max: 2_000 })),
    declined: fc.array(
      fc.record({ productId: fc.constantFrom('a', 'c', 'd'), needId: fc.constantFrom('n1', null) }),
    ),
  });

  it('adds up, obeys the rules, and does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(situation, (drawn) => {
        const given = input(drawn);
        const result = recommend(given);
        expect(recommend({ ...given, candidates: [...given.candidates].reverse() })).toEqual(result);
        expect(result.shortlist.length).toBeLessThanOrEqual(given.limit);
        const prices = new Map(given.candidates.map((c) => [c.id, c]));
        const far = (id: string) => {
          const price = prices.get(id)!.priceMinor;
          return given.budgetMaxMinor !== null && price !== null && price > given.budgetMaxMinor * 1.2;
        };
        const anyFar = result.shortlist.some((entry) => far(entry.productId));
        for (const entry of result.shortlist) {
          expect(entry.score).toBe(entry.parts.reduce((sum, part) => sum + part.points, 0));
          expect(entry.reasons.length).toBeGreaterThan(0);
          const shown = prices.get(entry.productId)!;
          if (given.owned.some((thing) => thing.id === entry.productId)) expect(shown.consumable).toBe(true);
          expect(
            given.declined.some((no) => no.productId === shown.id && no.needId === (given.need?.id ?? null)),
          ).toBe(false);
          if (anyFar) expect(far(entry.productId)).toBe(true);
        }
      }),
    );
  });

  it('answers the same whatever a discreet thing is, as long as it is not on the list itself', () => {
    const secretOf = fc.record({
      label: fc.constantFrom('S1', 'S2'),
      brand: fc.constantFrom('Omega', 'Rolex'),
      category: fc.constantFrom('watches', 'straps'),
    });
    fc.assert(
      fc.property(situation, secretOf, (drawn, more) => {
        const secret = owned('y', { ...more, discreet: true });
        const given = input(drawn);
        expect(recommend({ ...given, owned: [...given.owned, secret] })).toEqual(recommend(given));
      }),
    );
  });
});

describe('a budget that has only an upper end', () => {
  it('ranks what makes use of it before what costs next to nothing', () => {
    const { shortlist } = recommend(
      input({
        need: need({ budgetMaxMinor: 6_000_000 }),
        candidates: [
          product('a', { priceMinor: 181_000 }),
          product('b', { priceMinor: 5_190_000 }),
          product('c', { priceMinor: 2_000_000 }),
        ],
      }),
    );
    expect(shortlist.map(({ productId }) => productId)).toEqual(['b', 'c', 'a']);
  });
});
