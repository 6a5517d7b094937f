import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGES,
  ageOf,
  clockStanding,
  DEFAULT_COMPLAINT_RULES,
  dueOf,
  mayGrant,
  SEVERITIES,
} from './complaints';

const rules = DEFAULT_COMPLAINT_RULES;
const hour = 3_600_000;
const instant = fc.integer({ min: 0, max: 4e12 });
const hours = fc.integer({ min: 1, max: 2000 });
const clocks = fc.record({
  minor: fc.record({ respondHours: hours, resolveHours: hours }),
  serious: fc.record({ respondHours: hours, resolveHours: hours }),
  grave: fc.record({ respondHours: hours, resolveHours: hours }),
});

describe('the clocks of a complaint', () => {
  it('run from the receipt, by severity', () => {
    expect(dueOf(0, 'grave', rules)).toEqual({ respondBy: 2 * hour, resolveBy: 48 * hour });
    expect(dueOf(0, 'minor', rules)).toEqual({ respondBy: 24 * hour, resolveBy: 168 * hour });
  });

  it('never ask to resolve before the first answer, whatever hours a manager types', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...SEVERITIES), clocks, (at, severity, those) => {
        const { respondBy, resolveBy } = dueOf(at, severity, { clocks: those });
        expect(respondBy).toBe(at + those[severity].respondHours * hour);
        expect(resolveBy).toBeGreaterThanOrEqual(respondBy);
      }),
    );
  });

  it('are breached a millisecond after, not at the instant', () => {
    const due = { ...dueOf(0, 'grave', rules), respondedAt: null, closedAt: null };
    expect(clockStanding(due, due.respondBy).isResponseLate).toBe(false);
    expect(clockStanding(due, due.respondBy + 1).isResponseLate).toBe(true);
    expect(clockStanding(due, due.resolveBy)).toMatchObject({ isResolutionLate: false });
    expect(clockStanding(due, due.resolveBy + 1)).toMatchObject({ isResolutionLate: true });
  });

  it('once breached stay breached, and once met stay met', () => {
    const opened = fc.record({
      respondBy: instant,
      resolveBy: instant,
      respondedAt: fc.option(instant),
      closedAt: fc.option(instant),
    });
    fc.assert(
      fc.property(opened, instant, instant, (complaint, one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        const then = clockStanding(complaint, sooner);
        const now = clockStanding(complaint, later);
        if (then.isResponseLate) expect(now.isResponseLate).toBe(true);
        if (then.isResolutionLate) expect(now.isResolutionLate).toBe(true);
        if (complaint.closedAt !== null) expect(now).toEqual(then);
        if (complaint.respondedAt !== null) expect(now.isResponseLate).toBe(then.isResponseLate);
      }),
    );
  });

  it('point at the answer first, then at the end, then at nothing', () => {
    const due = { respondBy: 10, resolveBy: 20 };
    expect(clockStanding({ ...due, respondedAt: null, closedAt: null }, 0).nextDue).toBe(10);
    expect(clockStanding({ ...due, respondedAt: 5, closedAt: null }, 0).nextDue).toBe(20);
    expect(clockStanding({ ...due, respondedAt: 5, closedAt: 6 }, 7).nextDue).toBeNull();
  });
});

describe('what a remedy may cost', () => {
  it('is limited by role, and by what a manager allowed', () => {
    expect(mayGrant(1_000_00, 'advisor', rules, null)).toBe(true);
    expect(mayGrant(1_000_01, 'advisor', rules, null)).toBe(false);
    expect(mayGrant(5_000_00, 'advisor', rules, 5_000_00)).toBe(true);
    expect(mayGrant(5_000_01, 'service', rules, 5_000_00)).toBe(false);
    expect(mayGrant(9_000_000_00, 'manager', rules, null)).toBe(true);
  });
});

it('ages only ever grow older', () => {
  fc.assert(
    fc.property(fc.nat(4e9), fc.nat(4e9), (one, more) => {
      expect(AGES.indexOf(ageOf(one + more))).toBeGreaterThanOrEqual(AGES.indexOf(ageOf(one)));
    }),
  );
  expect([0, 1, 3, 7, 14].map((days) => ageOf(days * 24 * hour))).toEqual([...AGES]);
});
