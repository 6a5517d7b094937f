import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_GIFT_POLICY,
  GIFT_OCCASIONS,
  type GiftCandidate,
  giftBudget,
  giftYear,
  isPastLimit,
  suggestGifts,
  sumGifts,
} from './gifts';

const candidate = (id: string, more: Partial<GiftCandidate> = {}): GiftCandidate => ({
  id,
  costMinor: 100_00,
  stock: 10,
  lowAt: 2,
  occasions: [],
  tastes: [],
  ...more,
});
const wish = {
  occasion: 'birthday' as const,
  budget: { limitMinor: 500_00, givenMinor: 300_00, leftMinor: 200_00 },
  tastes: ['Blue', 'leather'],
  givenKinds: new Set<string>(),
};

describe('the limit of a year', () => {
  it('is the tier’s, and that of no card for a tier nobody wrote a limit for', () => {
    expect(giftBudget(DEFAULT_GIFT_POLICY, 'gold', 400_00)).toEqual({
      limitMinor: 1_000_00,
      givenMinor: 400_00,
      leftMinor: 600_00,
    });
    expect(giftBudget(DEFAULT_GIFT_POLICY, 'platinum', 0).limitMinor).toBe(200_00);
    expect(giftBudget(DEFAULT_GIFT_POLICY, null, 900_00)).toMatchObject({ limitMinor: 200_00, leftMinor: 0 });
  });

  it('may be reached and not passed', () => {
    expect(isPastLimit(wish.budget, 200_00)).toBe(false);
    expect(isPastLimit(wish.budget, 200_01)).toBe(true);
  });

  it('is of the calendar year', () => {
    expect(giftYear('2026-11-20')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });
});

describe('a suggestion', () => {
  it('prefers what is meant for the occasion and to their taste, and says why', () => {
    const [best, second] = suggestGifts(
      [candidate('a'), candidate('b', { occasions: ['birthday'], tastes: ['blue', 'gold'] })],
      wish,
    );
    expect(best).toMatchObject({ kindId: 'b', isPastLimit: false });
    expect(best?.reasons.map(({ code }) => code)).toEqual(['OCCASION', 'TASTE', 'WITHIN']);
    expect(best?.reasons[1]).toEqual({ code: 'TASTE', taste: 'Blue' });
    expect(second?.reasons.map(({ code }) => code)).toEqual(['ANY_OCCASION', 'WITHIN']);
  });

  it('leaves out what was given before, what is not there and what is for other occasions', () => {
    const kinds = [
      candidate('given'),
      candidate('none', { stock: 0 }),
      candidate('wedding', { occasions: ['wedding'] }),
    ];
    expect(suggestGifts(kinds, { ...wish, givenKinds: new Set(['given']) })).toEqual([]);
  });

  it('puts what goes past the limit last', () => {
    const kinds = [
      candidate('dear', { costMinor: 900_00, occasions: ['birthday'], tastes: ['blue'] }),
      candidate('a'),
    ];
    expect(suggestGifts(kinds, wish).map(({ kindId, isPastLimit: past }) => [kindId, past])).toEqual([
      ['a', false],
      ['dear', true],
    ]);
  });

  it('never names a taste that is not the customer’s own, repeats a gift or offers what is gone', () => {
    const kind = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      costMinor: fc.nat(1_000_00),
      stock: fc.nat(5),
      lowAt: fc.nat(3),
      occasions: fc.uniqueArray(fc.constantFrom(...GIFT_OCCASIONS)),
      tastes: fc.array(fc.constantFrom('blue', 'gold', 'Steel')),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(kind, { selector: ({ id }) => id }),
        fc.array(fc.constantFrom('Blue', 'steel')),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
        (kinds, tastes, given) => {
          const found = suggestGifts(kinds, { ...wish, tastes, givenKinds: new Set(given) });
          for (const { kindId, reasons } of found) {
            expect(given).not.toContain(kindId);
            expect(kinds.find(({ id }) => id === kindId)?.stock).toBeGreaterThan(0);
            for (const reason of reasons) if (reason.code === 'TASTE') expect(tastes).toContain(reason.taste);
          }
        },
      ),
    );
  });
});

it('the year’s sums add up, the dearest first', () => {
  const gifts = [
    { occasion: 'birthday', givenBy: 'x', tier: null, costMinor: 10 },
    { occasion: 'wedding', givenBy: 'x', tier: 'gold', costMinor: 50 },
    { occasion: 'birthday', givenBy: 'y', tier: 'gold', costMinor: 20 },
  ];
  expect(sumGifts(gifts, ({ occasion }) => occasion)).toEqual([
    { key: 'wedding', gifts: 1, costMinor: 50 },
    { key: 'birthday', gifts: 2, costMinor: 30 },
  ]);
});
