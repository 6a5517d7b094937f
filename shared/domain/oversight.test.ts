import { describe, expect, it } from 'vitest';
import { DEFAULT_OVERSIGHT_RULES, discountPercentOf, lookupCause } from './oversight';

const facts = { isStaffRecord: false, isAmongOpened: false, opened: 0, isReasonGiven: false };
const cause = (more: object) => lookupCause({ ...facts, ...more }, DEFAULT_OVERSIGHT_RULES);

describe('a look-up', () => {
  it('needs no reason at the counter', () => {
    expect(cause({})).toBeNull();
    expect(cause({ opened: 28 })).toBeNull();
  });
  it('needs one for a record of the staff, and from the thirtieth different record on', () => {
    expect(cause({ isStaffRecord: true })).toBe('staff-record');
    expect(cause({ opened: 29 })).toBe('many-records');
    expect(cause({ opened: 40 })).toBe('many-records');
  });
  it('is not asked twice: neither for a record seen within the hour nor once the reason was given', () => {
    expect(cause({ opened: 40, isAmongOpened: true })).toBeNull();
    expect(cause({ isStaffRecord: true, isReasonGiven: true })).toBeNull();
    // Having seen it is no reason where the record is a colleague's.
    expect(cause({ isStaffRecord: true, isAmongOpened: true })).toBe('staff-record');
  });
});

it('a discount is said in percent of the price', () => {
  expect(discountPercentOf(1500, 10_000)).toBe(15);
  expect(discountPercentOf(1, 3)).toBe(33.3);
  expect(discountPercentOf(0, 0)).toBe(0);
});
