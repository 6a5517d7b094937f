import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, checkPin, isLockedOut } from './pins';

describe('PINs', () => {
  it.each(['708394', '947025', '683017'])('accepts %s for an advisor', (pin) => {
    expect(checkPin(pin, 'advisor')).toBeNull();
    expect(checkPin(pin, 'service')).toBeNull();
    expect(checkPin(pin, 'manager')).toBe('PIN_TOO_SHORT');
  });

  it.each(['70839461', '9470258316'])('accepts %s for a manager', (pin) => {
    expect(checkPin(pin, 'manager')).toBeNull();
    expect(checkPin(pin, 'advisor')).toBe('PIN_TOO_LONG');
  });

  it.each([
    ['', 'PIN_TOO_SHORT'],
    ['12345', 'PIN_TOO_SHORT'],
    ['12a456', 'PIN_NOT_DIGITS'],
    ['１２３４５６', 'PIN_NOT_DIGITS'],
    ['000000', 'PIN_REPEATED'],
    ['121212', 'PIN_REPEATED'],
    ['583583', 'PIN_REPEATED'],
    ['448877', 'PIN_REPEATED'],
    ['787788', 'PIN_REPEATED'],
    ['123456', 'PIN_SEQUENCE'],
    ['654321', 'PIN_SEQUENCE'],
    ['890123', 'PIN_SEQUENCE'],
    ['135791', 'PIN_SEQUENCE'],
    ['573375', 'PIN_SEQUENCE'],
    ['520131', 'PIN_COMMON'],
    ['147258', 'PIN_COMMON'],
    ['198507', 'PIN_DATE'],
    ['071985', 'PIN_DATE'],
    ['310785', 'PIN_DATE'],
    ['850731', 'PIN_DATE'],
    ['073185', 'PIN_DATE'],
    ['290285', 'PIN_DATE'],
  ])('refuses %s for an advisor', (pin, code) => {
    expect(checkPin(pin, 'advisor')).toBe(code);
  });

  it.each([
    ['19850731', 'PIN_DATE'],
    ['31071985', 'PIN_DATE'],
    ['07311985', 'PIN_DATE'],
    ['6198507318', 'PIN_DATE'],
    ['12341234', 'PIN_REPEATED'],
    ['11223344', 'PIN_REPEATED'],
    ['70707078', 'PIN_REPEATED'],
    ['98765432', 'PIN_SEQUENCE'],
    ['12369874', 'PIN_COMMON'],
    ['12345678901234567', 'PIN_TOO_LONG'],
  ])('refuses %s for a manager', (pin, code) => {
    expect(checkPin(pin, 'manager')).toBe(code);
  });

  it('leaves most six-digit PINs to choose from', () => {
    let accepted = 0;
    for (let pin = 0; pin < 1_000_000; pin += 7) {
      if (checkPin(String(pin).padStart(6, '0'), 'advisor') === null) accepted += 1;
    }
    expect(accepted / (1_000_000 / 7)).toBeGreaterThan(0.85);
  });
});

describe('back-off', () => {
  it('starts at the third wrong PIN, doubles, and locks at the tenth', () => {
    expect([0, 1, 2].map(backOff)).toEqual([0, 0, 0]);
    expect([3, 4, 5, 9].map(backOff)).toEqual([5_000, 10_000, 20_000, 320_000]);
    expect(backOff(10)).toBe(Number.POSITIVE_INFINITY);
    expect([9, 10, 11].map(isLockedOut)).toEqual([false, true, true]);
  });

  it('never gets shorter', () => {
    fc.assert(
      fc.property(fc.nat(50), (attempts) => {
        expect(backOff(attempts + 1)).toBeGreaterThanOrEqual(backOff(attempts));
      }),
    );
  });
});
