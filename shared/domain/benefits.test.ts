import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowanceOf, benefitName, benefitYearOf } from './benefits';
import { addDays } from './dates';

const terms = { items: 'bought-here', perYear: 1, tiers: { gold: 2, silver: 0 } } as const;

it('gives what the tier has, else what everybody has, and nothing for an item from elsewhere', () => {
  expect(allowanceOf(terms, { isBoughtHere: true, tier: null })).toBe(1);
  expect(allowanceOf(terms, { isBoughtHere: true, tier: 'gold' })).toBe(2);
  expect(allowanceOf(terms, { isBoughtHere: true, tier: 'silver' })).toBe(0);
  expect(allowanceOf(terms, { isBoughtHere: true, tier: 'unheard-of' })).toBe(1);
  expect(allowanceOf(terms, { isBoughtHere: false, tier: 'gold' })).toBe(0);
  expect(allowanceOf({ ...terms, items: 'all' }, { isBoughtHere: false, tier: 'gold' })).toBe(2);
});

it('counts years from the purchase, and calendar years where its day is not known', () => {
  expect(benefitYearOf('2024-03-15', '2026-03-14')).toEqual({ from: '2025-03-15', to: '2026-03-14' });
  expect(benefitYearOf('2024-03-15', '2026-03-15')).toEqual({ from: '2026-03-15', to: '2027-03-14' });
  expect(benefitYearOf('2024-02-29', '2025-02-28')).toEqual({ from: '2025-02-28', to: '2026-02-27' });
  expect(benefitYearOf(null, '2026-07-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(benefitYearOf('2027-01-01', '2026-07-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
});

it('always holds the day it is asked for, and the next year begins the day after', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }), (bought, later) => {
      const boughtOn = addDays('2016-01-01', bought);
      const day = addDays(boughtOn, later);
      const { from, to } = benefitYearOf(boughtOn, day);
      expect(from <= day && day <= to).toBe(true);
      expect(benefitYearOf(boughtOn, addDays(to, 1)).from).toBe(addDays(to, 1));
    }),
  );
});

it('is called by the nearest name there is', () => {
  expect(benefitName({ en: 'Polish', 'zh-Hant': '打磨', 'zh-Hans': '' }, 'zh-Hans')).toBe('打磨');
  expect(benefitName({ en: '', 'zh-Hant': '', 'zh-Hans': '抛光' }, 'en')).toBe('抛光');
  expect(benefitName({ en: 'Polish', 'zh-Hant': '', 'zh-Hans': '' }, 'zh-Hant')).toBe('Polish');
});
