import { describe, expect, it } from 'vitest';
import { type FollowUpRule, followUpsOf } from './follow-ups';

const rule = (more: Partial<FollowUpRule> = {}): FollowUpRule => ({
  versionId: 'v1',
  ruleId: 'r1',
  after: 'purchase',
  delay: 3,
  unit: 'days',
  categories: [],
  who: 'seller',
  isOn: true,
  startsOn: '2026-01-01',
  ...more,
});
const sale = {
  after: 'purchase',
  on: '2026-11-30',
  goods: [
    { category: null, name: 'Engraving' },
    { category: 'watch', name: 'Seamaster' },
  ],
} as const;

describe('follow-ups', () => {
  it('are due so long after the purchase, and named by the goods they are about', () => {
    const due = followUpsOf([rule(), rule({ delay: 11, unit: 'months', categories: ['watch'] })], sale);
    expect(due.map(({ dueOn, about }) => [dueOn, about])).toEqual([
      ['2026-12-03', 'Engraving'],
      ['2027-10-30', 'Seamaster'],
    ]);
  });

  it('are none of a rule that is off, has not begun, is about other goods or follows a repair', () => {
    for (const no of [
      { isOn: false },
      { startsOn: '2026-12-01' },
      { categories: ['gift'] },
      { after: 'repair' as const },
    ])
      expect(followUpsOf([rule(no)], sale)).toEqual([]);
  });
});
