import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareMeans,
  compareShares,
  drawHeldOut,
  heldOutCount,
  meanInterval,
  newcombeInterval,
  seededRandom,
  studentQuantile95,
  welchInterval,
  wilsonInterval,
} from './programmes';

describe('published figures', () => {
  it.each([
    // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('one proportion, %i of %i', (hits, of, low, high) => {
    const interval = wilsonInterval(hits, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it.each([
    // Newcombe, "Interval estimation for the difference between independent proportions" (1998), table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('the difference of two proportions, %i of %i and %i of %i', (a, m, b, n, low, high) => {
    const interval = newcombeInterval({ hits: a, of: m }, { hits: b, of: n });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('the difference of two means: Student’s sleep data (1908), as R’s manual gives Welch’s interval', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const interval = welchInterval(first, second);
    expect(interval?.low).toBeCloseTo(-3.3654832, 5);
    expect(interval?.high).toBeCloseTo(0.2054832, 5);
  });

  it.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
    [1e6, 1.96],
  ])('Student’s t for %i degrees of freedom', (freedom, quantile) => {
    expect(studentQuantile95(freedom)).toBeCloseTo(quantile, 3);
  });
});

const counted = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((hits) => ({ hits, of })));
const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 40 });

describe('intervals', () => {
  it('hold the difference they are about and turn with it', () => {
    fc.assert(
      fc.property(counted, counted, (first, second) => {
        const there = newcombeInterval(first, second);
        const back = newcombeInterval(second, first);
        const difference = first.hits / first.of - second.hits / second.of;
        expect(there.low).toBeLessThanOrEqual(difference + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of means hold their difference, turn with it, and move with an amount that is added to everybody', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 0, max: 10_000 }), (first, second, more) => {
        const there = welchInterval(first, second);
        const back = welchInterval(second, first);
        const moved = welchInterval(
          first.map((value) => value + more),
          second,
        );
        if (!there || !back || !moved) throw new Error('two people are enough');
        const { difference } = compareMeans(first, second);
        expect(there.low).toBeLessThanOrEqual((difference?.value ?? 0) + 1e-6);
        expect(there.high).toBeGreaterThanOrEqual((difference?.value ?? 0) - 1e-6);
        expect(there.low).toBeCloseTo(-back.high, 4);
        expect(moved.low - there.low).toBeCloseTo(more, 4);
      }),
    );
  });

  it('grow narrower with more people', () => {
    fc.assert(
      fc.property(counted, counted, (first, second) => {
        const wide = newcombeInterval(first, second);
        const many = ({ hits, of }: typeof first) => ({ hits: hits * 4, of: of * 4 });
        const narrow = newcombeInterval(many(first), many(second));
        expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low);
      }),
    );
  });

  it('hold the truth about as often as they say', () => {
    const random = seededRandom(1998);
    const drawn = (share: number, of: number) => ({
      of,
      hits: Array.from({ length: of }, random).filter((one) => one < share).length,
    });
    const rounds = 2000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { low, high } = newcombeInterval(drawn(0.34, 160), drawn(0.22, 40));
      if (low <= 0.12 && 0.12 <= high) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.93);
    expect(held / rounds).toBeLessThan(0.975);
  });
});

describe('a comparison', () => {
  it('says more, less or chance by where the interval lies, and warns of few', () => {
    expect(compareShares({ hits: 136, of: 400 }, { hits: 22, of: 100 })).toMatchObject({
      verdict: 'more',
      isThin: false,
    });
    expect(compareShares({ hits: 30, of: 100 }, { hits: 9, of: 29 })).toMatchObject({
      verdict: 'chance',
      isThin: true,
    });
    expect(compareShares({ hits: 10, of: 200 }, { hits: 30, of: 100 }).verdict).toBe('less');
    expect(compareShares({ hits: 10, of: 20 }, { hits: 0, of: 0 })).toMatchObject({
      verdict: 'unknown',
      difference: null,
    });
    expect(compareMeans([5], [1, 2]).difference).toBeNull();
    expect(meanInterval([7])).toEqual({ low: 7, high: 7 });
  });
});

describe('the lot', () => {
  const people = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 200 });

  it('draws the same people whatever the order, and the share that was asked for', () => {
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 5, max: 50 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (ids, percent, seed) => {
          const drawn = drawHeldOut(ids, percent, seed);
          expect(drawHeldOut([...ids].reverse(), percent, seed)).toEqual(drawn);
          expect(drawn.size).toBe(heldOutCount(ids.length, percent));
          expect(drawn.size).toBeLessThan(ids.length);
          for (const id of drawn) expect(ids).toContain(id);
        },
      ),
    );
  });

  it('treats everybody alike: over many seeds each is drawn about as often', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `id-${index}`);
    const times = new Map<string, number>();
    const rounds = 4000;
    for (let seed = 0; seed < rounds; seed += 1)
      for (const id of drawHeldOut(ids, 20, seed)) times.set(id, (times.get(id) ?? 0) + 1);
    // Six standard deviations of a binomial around one in five.
    const width = 6 * Math.sqrt(0.2 * 0.8 * rounds);
    for (const id of ids) expect(Math.abs((times.get(id) ?? 0) - 0.2 * rounds)).toBeLessThan(width);
  });

  it('holds nobody out of one, and one of two', () => {
    expect(heldOutCount(1, 20)).toBe(0);
    expect(heldOutCount(2, 20)).toBe(1);
    expect(heldOutCount(100, 20)).toBe(20);
  });

  it('is drawn by a generator whose numbers are fixed for good', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()].map((value) => Math.floor(value * 1e6))).toEqual([
      627073, 2735, 527447,
    ]);
  });
});
