import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedPromise, isBreach, isPast, keptRate, shopTimeOf } from './promises';

const now = { date: '2026-11-20', time: '15:00' };
const open = (dueOn: string, dueTime: string | null = null): CountedPromise => ({
  status: 'open',
  dueOn,
  dueTime,
  closedAt: null,
});
const kept = (dueOn: string, on: string, at = '12:00', dueTime: string | null = null): CountedPromise => ({
  status: 'kept',
  dueOn,
  dueTime,
  closedAt: { date: on, time: at },
});

describe('when a promise is late', () => {
  it('has the whole day where no time was said, and the minute itself where one was', () => {
    expect(isPast({ dueOn: '2026-11-20', dueTime: null }, now)).toBe(false);
    expect(isPast({ dueOn: '2026-11-20', dueTime: '15:00' }, now)).toBe(false);
    expect(isPast({ dueOn: '2026-11-20', dueTime: '14:59' }, now)).toBe(true);
    expect(isPast({ dueOn: '2026-11-19', dueTime: '23:59' }, now)).toBe(true);
  });

  it('is judged by when it was closed, not by when somebody looks', () => {
    expect(isBreach(kept('2026-11-10', '2026-11-10'), now)).toBe(false);
    expect(isBreach(kept('2026-11-10', '2026-11-11'), now)).toBe(true);
    expect(isBreach(open('2026-11-19'), now)).toBe(true);
  });

  it('knows the shop’s clock', () => {
    expect(shopTimeOf(Date.UTC(2026, 10, 20, 16, 5), 'Asia/Hong_Kong')).toEqual({
      date: '2026-11-21',
      time: '00:05',
    });
  });
});

describe('the kept-rate', () => {
  it('counts what ended and what is overdue, and nothing that is still ahead or was released', () => {
    const rate = keptRate(
      [
        kept('2026-11-10', '2026-11-09'),
        kept('2026-11-10', '2026-11-12'),
        { status: 'broken', dueOn: '2026-11-01', dueTime: null, closedAt: now },
        open('2026-11-18'),
        open('2026-12-01'),
        { status: 'released', dueOn: '2026-11-01', dueTime: null, closedAt: now },
      ],
      now,
    );
    expect(rate).toEqual({ inTime: 1, late: 1, broken: 1, overdue: 1, counted: 4, rate: 0.25 });
    expect(keptRate([], now).rate).toBeNull();
  });

  it('never exceeds one, and its parts are the whole', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    const promise = fc.record({
      status: fc.constantFrom('open' as const, 'kept' as const, 'broken' as const, 'released' as const),
      dueOn: day,
      dueTime: fc.constantFrom(null, '09:30'),
      closedAt: day.map((date) => ({ date, time: '10:00' })),
    });
    fc.assert(
      fc.property(fc.array(promise), (promises) => {
        const { counted, inTime, late, broken, overdue, rate } = keptRate(promises, now);
        expect(inTime + late + broken + overdue).toBe(counted);
        expect(counted).toBeLessThanOrEqual(promises.length);
        if (rate !== null) expect(rate).toBeLessThanOrEqual(1);
      }),
    );
  });
});
