import { expect, it } from 'vitest';
import { gapsIn, householdKey, responseRate } from './campaigns';

it('two people at one address are known, however it was typed', () => {
  const flat = householdKey('letter', 'Flat A, 12/F\n1 Nathan Road');
  expect(householdKey('letter', 'FLAT A,12/F,  1 Nathan Road.')).toBe(flat);
  expect(householdKey('letter', 'Flat B, 12/F, 1 Nathan Road')).not.toBe(flat);
  expect(householdKey('sms', '+852 9123 4567')).toBe(householdKey('whatsapp', '+85291234567'));
  expect(householdKey('email', 'Ann@Example.com')).toBe(householdKey('email', 'ann@example.com'));
});

it('what is left to fill in by hand is found', () => {
  expect(gapsIn('[watch] has arrived on [day]. [watch]! [ ]')).toEqual(['[watch]', '[day]', '[ ]']);
  expect(gapsIn('Dear {{name}}, nothing is open.')).toEqual([]);
});

it('an opt-out is an answer, too', () => {
  expect(responseRate({ written: 8, answered: 1, no: 1, optedOut: 2 })).toBe(0.5);
  expect(responseRate({ written: 0, answered: 0, no: 0, optedOut: 0 })).toBeNull();
});
