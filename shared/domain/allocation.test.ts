import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  CRITERIA,
  type Figures,
  monthsBetween,
  nextInLine,
  type Place,
  rankCandidates,
  scoreLine,
  scoreOf,
  type WeightedCriterion,
  waitStats,
} from './allocation';

const figures = fc.record(
  Object.fromEntries(CRITERIA.map((code) => [code, fc.integer({ min: 0, max: 5_000_000_000 })])),
) as fc.Arbitrary<Figures>;
const criteria: fc.Arbitrary<WeightedCriterion[]> = fc
  .subarray([...CRITERIA], { minLength: 1 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({
          code: fc.constant(code),
          weight: fc.integer({ min: -100, max: 100 }),
          full: fc.integer({ min: 1, max: 1_000_000_000 }),
        }),
      ),
    ),
  );
const candidates = fc.uniqueArray(
  fc.record({
    interestId: fc.uuid(),
    // Few moments, so that ties are common.
    registeredAt: fc.integer({ min: 0, max: 5 }),
    figures,
  }),
  { selector: ({ interestId }) => interestId, maxLength: 30 },
) as fc.Arbitrary<Candidate[]>;

describe('the list of those who wait', () => {
  it('is the same whatever order they are read in, and everybody stands on it once', () => {
    fc.assert(
      fc.property(candidates, criteria, fc.infiniteStream(fc.nat()), (people, rules, random) => {
        const shuffled = [...people]
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const ranked = rankCandidates(people, rules);
        expect(rankCandidates(shuffled, rules)).toEqual(ranked);
        expect(ranked.map(({ rank }) => rank)).toEqual(people.map((_, index) => index + 1));
        expect(new Set(ranked.map(({ interestId }) => interestId)).size).toBe(people.length);
      }),
    );
  });

  it('shows a sum that is exactly its lines, never more than the weights', () => {
    fc.assert(
      fc.property(figures, criteria, (known, rules) => {
        const { points, lines } = scoreOf(known, rules);
        expect(points).toBe(lines.reduce((sum, line) => sum + line.percent * line.weight, 0));
        for (const line of lines) {
          expect(line.percent).toBeGreaterThanOrEqual(0);
          expect(line.percent).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('never puts anybody lower for more of what counts for them, nor higher for more of what counts against', () => {
    fc.assert(
      fc.property(
        candidates.filter((people) => people.length > 0),
        criteria,
        fc.nat({ max: 1_000_000_000 }),
        fc.nat(),
        (people, rules, more, which) => {
          const rule = rules[which % rules.length] as WeightedCriterion;
          const [first, ...others] = people as [Candidate, ...Candidate[]];
          const better = {
            ...first,
            figures: { ...first.figures, [rule.code]: first.figures[rule.code] + more },
          };
          const rankOf = (list: Candidate[]) =>
            rankCandidates(list, rules).find(({ interestId }) => interestId === first.interestId)?.rank ?? 0;
          const [before, after] = [rankOf(people), rankOf([better, ...others])];
          if (rule.weight >= 0) expect(after).toBeLessThanOrEqual(before);
          if (rule.weight <= 0) expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('puts whoever registered first before, where the points are equal', () => {
    fc.assert(
      fc.property(candidates, criteria, (people, rules) => {
        const at = new Map(people.map(({ interestId, registeredAt }) => [interestId, registeredAt]));
        const ranked = rankCandidates(people, rules);
        ranked.forEach((place, index) => {
          const next = ranked[index + 1];
          if (!next) return;
          expect(place.points).toBeGreaterThanOrEqual(next.points);
          if (place.points === next.points)
            expect(at.get(place.interestId)).toBeLessThanOrEqual(at.get(next.interestId) as number);
        });
      }),
    );
  });

  it('reads as a person would add it up', () => {
    expect(scoreLine({ code: 'waiting', weight: 30, full: 24 }, 14)).toEqual({
      code: 'waiting',
      value: 14,
      full: 24,
      percent: 58,
      weight: 30,
      points: 1740,
    });
    expect(scoreLine({ code: 'resale', weight: -40, full: 1 }, 1).points).toBe(-4000);
    expect(scoreLine({ code: 'brand-spend', weight: 15, full: 100 }, -50).points).toBe(0);
  });
});

describe('who is next', () => {
  const place = (rank: number, more: Partial<Place> = {}): Place => ({
    interestId: String(rank),
    rank,
    state: 'waiting',
    wasOffered: false,
    ...more,
  });

  it('is the highest place that still waits and was not asked', () => {
    expect(nextInLine([place(2), place(1)])?.rank).toBe(1);
    expect(
      nextInLine([place(1, { wasOffered: true }), place(2, { state: 'withdrawn' }), place(3)])?.rank,
    ).toBe(3);
    expect(nextInLine([place(1, { state: 'offered' })])).toBeNull();
    expect(nextInLine([])).toBeNull();
  });
});

describe('waiting', () => {
  it('is counted in whole months', () => {
    expect(monthsBetween('2025-01-31', '2025-02-28')).toBe(0);
    expect(monthsBetween('2025-01-15', '2026-03-15')).toBe(14);
    expect(monthsBetween('2025-01-15', '2026-03-14')).toBe(13);
    expect(monthsBetween('2026-01-15', '2025-01-15')).toBe(0);
  });

  it('has a middle and a longest', () => {
    expect(waitStats([])).toEqual({ count: 0, median: null, longest: null });
    expect(waitStats([30, 10, 20])).toEqual({ count: 3, median: 20, longest: 30 });
    expect(waitStats([40, 10])).toEqual({ count: 2, median: 25, longest: 40 });
  });
});
