import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaChange, DEFAULT_REVIEW_RULES, nextReviewOn } from './reviews';

describe('the next review meeting', () => {
  it('is due by the cadence of the tier, at the end of a shorter month', () => {
    expect(nextReviewOn(DEFAULT_REVIEW_RULES, 'gold', '2026-11-20')).toBe('2027-11-20');
    expect(nextReviewOn({ months: { gold: 3 } }, 'gold', '2026-11-30')).toBe('2027-02-28');
  });

  it('is not due by rule for a tier without a cadence', () => {
    expect(nextReviewOn(DEFAULT_REVIEW_RULES, 'silver', '2026-11-20')).toBeNull();
    expect(nextReviewOn(DEFAULT_REVIEW_RULES, null, '2026-11-20')).toBeNull();
  });
});

describe('an edited agenda', () => {
  it('keeps, adds and removes every point exactly once, in the order left', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(
        fc.uniqueArray(ids),
        fc.uniqueArray(fc.option(ids, { nil: null }), { selector: (id) => id ?? Symbol('new') }),
        (standing, left) => {
          const edited = left.map((id) => ({ id, words: 'x', isInternal: false }));
          const { kept, added, removed } = agendaChange(standing, edited);
          expect(kept.length + added.length).toBe(edited.length);
          expect(kept.length + removed.length).toBe(standing.length);
          const places = [...kept, ...added].map(({ position }) => position).sort((a, b) => a - b);
          expect(places).toEqual(edited.map((_, index) => index));
        },
      ),
    );
  });
});
