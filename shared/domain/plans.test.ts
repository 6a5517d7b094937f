import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { CADENCE_UNITS, laterBy, latestFor, readPlanName } from './plans';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const cadence = fc.record({
  every: fc.integer({ min: 1, max: 365 }),
  unit: fc.constantFrom(...CADENCE_UNITS),
});

describe('the contact plan', () => {
  it('counts days, weeks and months', () => {
    expect(laterBy('2026-01-31', { every: 10, unit: 'days' })).toBe('2026-02-10');
    expect(laterBy('2026-01-31', { every: 2, unit: 'weeks' })).toBe('2026-02-14');
    expect(laterBy('2026-01-31', { every: 1, unit: 'months' })).toBe('2026-02-28');
  });

  it('finds the last day that is due, the long ends of months included', () => {
    expect(latestFor('2026-02-28', { every: 1, unit: 'months' })).toBe('2026-01-31');
    expect(latestFor('2026-02-27', { every: 1, unit: 'months' })).toBe('2026-01-27');
    fc.assert(
      fc.property(day, cadence, (due, every) => {
        const last = latestFor(due, every);
        return laterBy(last, every) <= due && laterBy(addDays(last, 1), every) > due;
      }),
    );
  });

  it('reads the names the database gives to plans', () => {
    expect(readPlanName('tier gold')).toEqual({ of: 'tier', tier: 'gold' });
    expect(readPlanName('tier very important')).toEqual({ of: 'tier', tier: 'very important' });
    expect(readPlanName('own 6 weeks')).toEqual({ of: 'customer', cadence: { every: 6, unit: 'weeks' } });
    expect(readPlanName('own six weeks')).toBeNull();
    expect(readPlanName('own 6 years')).toBeNull();
  });
});
