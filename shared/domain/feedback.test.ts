import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areAnswersTo,
  askingWindow,
  csatOf,
  DEFAULT_SURVEY_RULES,
  isLow,
  npsOf,
  type Question,
  quietUntil,
  scoreOf,
} from './feedback';

const text = { en: 'How?', 'zh-Hant': '如何？', 'zh-Hans': '如何？' };
const questions: Question[] = [
  { id: 'a', kind: 'nps', text, choices: [] },
  { id: 'b', kind: 'csat', text, choices: [] },
  { id: 'c', kind: 'choice', text, choices: [{ id: 'x', text }] },
  { id: 'd', kind: 'words', text, choices: [] },
];

describe('the net promoter score', () => {
  it('is promoters minus detractors, in per cent of all answers', () => {
    // 5 promoters, 3 passives, 2 detractors of 10: 50 % − 20 % = 30.
    expect(npsOf([10, 10, 9, 9, 9, 8, 7, 7, 6, 0])).toEqual({
      answers: 10,
      promoters: 5,
      passives: 3,
      detractors: 2,
      score: 30,
    });
    expect(npsOf([]).score).toBeNull();
  });

  it('lies between −100 and 100, adds up, and only rises when somebody is kinder', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 });
    fc.assert(
      fc.property(scores, fc.nat(), (list, at) => {
        const one = npsOf(list);
        expect(one.promoters + one.passives + one.detractors).toBe(list.length);
        expect(Math.abs(one.score ?? 999)).toBeLessThanOrEqual(100);
        const kinder = list.map((score, index) =>
          index === at % list.length ? Math.min(10, score + 1) : score,
        );
        expect(npsOf(kinder).score).toBeGreaterThanOrEqual(one.score ?? 0);
      }),
    );
  });
});

it('satisfaction is the share of fours and fives, and the mean', () => {
  expect(csatOf([5, 4, 3, 2])).toEqual({ answers: 4, satisfied: 2, share: 50, mean: 3.5 });
  expect(csatOf([])).toMatchObject({ share: null, mean: null });
});

it('a low score is six of ten or two of five', () => {
  expect([isLow(6, null), isLow(7, 5), isLow(10, 2), isLow(null, 3), isLow(null, null)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

describe('answers', () => {
  it('belong to their questions and nothing else', () => {
    expect(areAnswersTo(questions, { a: 10, b: 1, c: 'x', d: 'Fine' })).toBe(true);
    for (const wrong of [{}, { a: 11 }, { a: '10' }, { b: 0 }, { c: 'y' }, { d: ' ' }, { z: 1 }, { a: 1.5 }])
      expect(areAnswersTo(questions, wrong as never)).toBe(false);
  });

  it('tell their scores, or that there is none', () => {
    expect(scoreOf(questions, { a: 0, d: 'Bad' }, 'nps')).toBe(0);
    expect(scoreOf(questions, { d: 'Bad' }, 'csat')).toBeNull();
  });
});

describe('whom to ask', () => {
  const rules = DEFAULT_SURVEY_RULES;
  it('leaves people in peace for ninety days, a year when they declined', () => {
    expect(quietUntil([], rules)).toBeNull();
    expect(quietUntil([{ on: '2026-01-01', status: 'answered' }], rules)).toBe('2026-04-01');
    expect(
      quietUntil(
        [
          { on: '2026-03-01', status: 'answered' },
          { on: '2026-01-01', status: 'declined' },
        ],
        rules,
      ),
    ).toBe('2027-01-01');
  });

  it('asks from five days after the purchase on, for two weeks', () => {
    expect(askingWindow('2026-11-20', 'purchase', rules)).toEqual({ from: '2026-11-01', to: '2026-11-15' });
  });

  it('asks after a repair by days of its own, and not at all where that is off', () => {
    expect(askingWindow('2026-11-20', 'repair', rules)).toEqual({ from: '2026-11-03', to: '2026-11-17' });
    expect(askingWindow('2026-11-20', 'repair', { ...rules, isRepairOn: false })).toBeNull();
    expect(askingWindow('2026-11-20', 'purchase', { ...rules, isOn: false })).toBeNull();
  });
});
