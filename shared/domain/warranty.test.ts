import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import {
  careDates,
  readWarrantyPolicy,
  type WarrantyItem,
  type WarrantyPolicy,
  warrantyOf,
  warrantyState,
} from './warranty';

const policy: WarrantyPolicy = {
  policyVersion: '2025-1',
  warrantyMonths: 24,
  extensionMonths: 72,
  serviceMonths: 60,
  waterTestMonths: 12,
  batteryMonths: null,
};
const watch: WarrantyItem = { soldOn: '2024-05-03', policy };

describe('warranty', () => {
  it('runs to the anniversary, that day included', () => {
    expect(warrantyState(watch, '2024-06-01')).toBe('in');
    expect(warrantyState(watch, '2026-02-01')).toBe('in');
    expect(warrantyState(watch, '2026-02-02')).toBe('ending');
    expect(warrantyState(watch, '2026-05-03')).toBe('ending');
    expect(warrantyState(watch, '2026-05-04')).toBe('out');
  });

  it('is unknown without a date or a term', () => {
    expect(warrantyState({ soldOn: null, policy }, '2026-01-01')).toBe('unknown');
    expect(warrantyState({ soldOn: '2024-01-01', policy: null }, '2026-01-01')).toBe('unknown');
  });

  it('believes the card before the calculation', () => {
    const report = warrantyOf({ soldOn: null, cardEndsOn: '2029-01-01', policy: null }, '2026-01-01');
    expect(report).toEqual({ state: 'in', endsOn: '2029-01-01', canExtend: false, policyVersion: null });
  });

  it('extends only when registered in warranty, to eight years in all', () => {
    expect(warrantyOf(watch, '2026-05-03').canExtend).toBe(true);
    expect(warrantyOf(watch, '2026-05-04').canExtend).toBe(false);
    expect(warrantyOf({ ...watch, extensionRegisteredOn: '2026-05-03' }, '2026-06-01')).toMatchObject({
      state: 'in',
      endsOn: '2032-05-03',
      canExtend: false,
    });
    expect(warrantyOf({ ...watch, extensionRegisteredOn: '2026-05-04' }, '2026-06-01').state).toBe('out');
  });

  it('never goes back in once out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), (a, b) => {
        const order = ['in', 'ending', 'out'];
        const early = warrantyState(watch, addDays('2024-05-03', Math.min(a, b)));
        const late = warrantyState(watch, addDays('2024-05-03', Math.max(a, b)));
        expect(order.indexOf(early)).toBeLessThanOrEqual(order.indexOf(late));
      }),
    );
  });
});

describe('a stored policy', () => {
  it('reads back what was stored, and nothing from what cannot be read', () => {
    expect(readWarrantyPolicy(JSON.stringify(policy))).toEqual(policy);
    expect(readWarrantyPolicy('{"policyVersion":"1","warrantyMonths":60}')).toMatchObject({
      warrantyMonths: 60,
      serviceMonths: null,
    });
    for (const bad of [null, '', '{', '{}', '{"policyVersion":"1","warrantyMonths":-1}', 'null']) {
      expect(readWarrantyPolicy(bad)).toBeNull();
    }
  });
});

describe('care dates', () => {
  it('lists what is due, soonest first', () => {
    expect(careDates(watch, '2025-04-01')).toEqual([
      { kind: 'water-test', dueOn: '2025-05-03', state: 'soon' },
      { kind: 'service', dueOn: '2029-05-03', state: 'later' },
    ]);
    expect(careDates(watch, '2025-05-04')[0]!.state).toBe('overdue');
    expect(careDates({ soldOn: '2024-05-03', policy: null }, '2025-01-01')).toEqual([]);
  });

  it('counts everything from the last service', () => {
    const serviced = { ...watch, lastServiceOn: '2028-01-10', lastWaterTestOn: '2026-01-01' };
    expect(careDates(serviced, '2028-02-01')).toEqual([
      { kind: 'water-test', dueOn: '2029-01-10', state: 'later' },
      { kind: 'service', dueOn: '2033-01-10', state: 'later' },
    ]);
  });
});
