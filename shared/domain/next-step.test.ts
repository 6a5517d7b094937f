import { describe, expect, it } from 'vitest';
import { rankSteps, STEP_KINDS } from './next-step';

describe('the next best thing to do', () => {
  it('is what the law asks, then what the customer asked for, then what might please', () => {
    const steps = (['care', 'complement', 'need', 'oral-consent', 'arrival'] as const).map((kind) => ({
      kind,
      dueOn: null,
    }));
    expect(rankSteps(steps).map(({ kind }) => kind)).toEqual([
      'oral-consent',
      'arrival',
      'need',
      'complement',
      'care',
    ]);
  });
  it('takes the nearer day first, and leaves equals in their order', () => {
    const steps = ['2026-12-02', null, '2026-11-30'].map((dueOn) => ({ kind: 'need' as const, dueOn }));
    expect(rankSteps(steps).map(({ dueOn }) => dueOn)).toEqual(['2026-11-30', '2026-12-02', null]);
  });
  it('ends with asking', () => {
    expect(STEP_KINDS.at(-1)).toBe('ask');
  });
});
