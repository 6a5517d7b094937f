import { describe, expect, it } from 'vitest';
import { isUnder18 } from './minors';

const born = (
  birthYear: number | null,
  birthMonth: number | null = null,
  birthDay: number | null = null,
) => ({
  isMinor: false,
  birthYear,
  birthMonth,
  birthDay,
});

describe('under 18', () => {
  it('until the birthday itself', () => {
    expect(isUnder18(born(2008, 11, 21), '2026-11-20')).toBe(true);
    expect(isUnder18(born(2008, 11, 20), '2026-11-20')).toBe(false);
  });
  it('is whoever may still be, where only the year is known', () => {
    expect(isUnder18(born(2008), '2026-11-20')).toBe(true);
    expect(isUnder18(born(2007), '2026-11-20')).toBe(false);
  });
  it('is nobody by a birthday without its year, and everybody who was marked so', () => {
    expect(isUnder18(born(null, 5, 3), '2026-11-20')).toBe(false);
    expect(isUnder18({ ...born(1980), isMinor: true }, '2026-11-20')).toBe(true);
  });
});
