import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { daysOfWeek, dutyTime, isSameOccurrence, isSnoozed, lastSnooze, weekOf } from './duties';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('duties', () => {
  it('stand in the week that begins on Monday', () => {
    expect(weekOf('2026-11-26')).toBe('2026-11-23');
    expect(weekOf('2026-11-23')).toBe('2026-11-23');
    expect(weekOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2023-12-31')).toBe('2023-12-25');
    fc.assert(fc.property(day, (one) => daysOfWeek(weekOf(one)).includes(one)));
  });

  it('are overdue, for today, to come, or without a day', () => {
    const time = (dueOn: string | null, isOverdue = false) => dutyTime({ dueOn, isOverdue }, '2026-11-20');
    expect(time('2026-11-19', true)).toBe('overdue');
    expect(time('2026-11-20')).toBe('today');
    expect(time('2026-11-19')).toBe('today');
    expect(time('2026-11-21')).toBe('coming');
    expect(time(null)).toBe('undated');
  });

  it('come back on the day they were put off to', () => {
    expect(isSnoozed('need', '2026-11-20', '2026-11-25', '2026-11-24')).toBe(true);
    expect(isSnoozed('need', '2026-11-20', '2026-11-25', '2026-11-25')).toBe(false);
    expect(isSnoozed('need', '2026-11-20', null, '2026-11-24')).toBe(false);
  });

  it('never hide a legal deadline on its last day or after it', () => {
    expect(lastSnooze('oral-consent', '2026-11-28')).toBe('2026-11-28');
    expect(lastSnooze('need', '2026-11-28')).toBeNull();
    fc.assert(
      fc.property(day, day, day, (due, until, today) =>
        ['oral-consent', 'complaint'].every((kind) => !(today >= due && isSnoozed(kind, due, until, today))),
      ),
    );
  });

  it('that come again are moved once, not for ever', () => {
    expect(isSameOccurrence('birthday', '2026-11-20', '2027-11-20')).toBe(false);
    expect(isSameOccurrence('birthday', '2026-11-20', '2026-11-20')).toBe(true);
    expect(isSameOccurrence('need', '2026-11-20', '2026-12-20')).toBe(true);
  });
});
