import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_QUOTATION_RULES,
  discountLimitOf,
  isRunningOut,
  isWithinLimit,
  mostReduction,
  type QuotationStanding,
  type QuotedAmounts,
  quotationNumber,
  quotationState,
  quotedLineTotal,
  quotedTotals,
  reductionOf,
} from './quotations';

const line = (more: Partial<QuotedAmounts> = {}): QuotedAmounts => ({
  quantity: 1,
  unitPriceMinor: 46_300_00,
  discountMinor: 0,
  listPriceMinor: 46_300_00,
  ...more,
});

const amounts: fc.Arbitrary<QuotedAmounts> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 50 }),
    unitPriceMinor: fc.integer({ min: 0, max: 500_000_000 }),
    share: fc.integer({ min: 0, max: 1000 }),
    listPriceMinor: fc.option(fc.integer({ min: 0, max: 500_000_000 })),
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    discountMinor: Math.floor((rest.quantity * rest.unitPriceMinor * share) / 1000),
  }));
const percents = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);

describe('what a quotation comes to', () => {
  it('is the sum of its lines to the cent, and total + discount = gross', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 30 }), (lines) => {
        const totals = quotedTotals(lines);
        expect(totals.totalMinor).toBe(lines.reduce((sum, one) => sum + quotedLineTotal(one), 0));
        expect(totals.totalMinor + totals.discountMinor).toBe(totals.grossMinor);
        expect(Number.isSafeInteger(totals.grossMinor)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 10 }), (lines) => {
        expect(quotedTotals([...lines].reverse())).toEqual(quotedTotals(lines));
      }),
    );
  });
});

describe('how much may be taken off', () => {
  it('is 5 % for an advisor and 15 % for a manager until somebody sets it otherwise', () => {
    const limit = (role: string) => discountLimitOf(role, DEFAULT_QUOTATION_RULES);
    expect([limit('advisor'), limit('manager'), limit('service')]).toEqual([5, 15, 0]);
    expect(isWithinLimit(line({ discountMinor: 2_315_00 }), 5)).toBe(true);
    expect(isWithinLimit(line({ discountMinor: 2_315_01 }), 5)).toBe(false);
  });

  it('counts a price below the catalogue’s as discount, so that it cannot go round the limit', () => {
    expect(reductionOf(line({ unitPriceMinor: 40_000_00, discountMinor: 300_00 }))).toBe(6_600_00);
    expect(isWithinLimit(line({ unitPriceMinor: 40_000_00 }), 5)).toBe(false);
    expect(isWithinLimit(line({ unitPriceMinor: 50_000_00, discountMinor: 2_500_00 }), 5)).toBe(true);
  });

  it('never passes the limit by a rounding, and the next cent is always refused', () => {
    fc.assert(
      fc.property(amounts, percents, (given, percent) => {
        const free = { ...given, discountMinor: 0, listPriceMinor: null };
        const most = mostReduction(free, percent);
        const gross = BigInt(free.quantity) * BigInt(free.unitPriceMinor);
        const hundredths = BigInt(Math.round(percent * 100));
        expect(BigInt(most) * 10_000n <= gross * hundredths).toBe(true);
        expect(BigInt(most + 1) * 10_000n > gross * hundredths).toBe(true);
        expect(isWithinLimit({ ...free, discountMinor: most }, percent)).toBe(true);
        expect(isWithinLimit({ ...free, discountMinor: most + 1 }, percent)).toBe(false);
      }),
    );
  });
});

describe('how an offer stands', () => {
  const offer = (more: Partial<QuotationStanding> = {}): QuotationStanding => ({
    status: 'sent',
    expiresOn: '2026-11-20',
    isSuperseded: false,
    isSold: false,
    ...more,
  });

  it('holds through its last day and has run out the day after', () => {
    expect(quotationState(offer(), '2026-11-20')).toBe('sent');
    expect(quotationState(offer(), '2026-11-21')).toBe('expired');
    expect(quotationState(offer({ status: 'confirmed' }), '2026-12-31')).toBe('confirmed');
    expect(quotationState(offer({ status: 'draft' }), '2026-12-31')).toBe('draft');
  });

  it('is replaced before it is anything else', () => {
    expect(quotationState(offer({ isSuperseded: true }), '2026-11-21')).toBe('revised');
    expect(quotationState(offer({ status: 'confirmed', isSold: true }), '2026-11-21')).toBe('sold');
  });

  it('runs out within a week, and not once somebody answered', () => {
    expect(isRunningOut(offer(), '2026-11-13', 7)).toBe(true);
    expect(isRunningOut(offer(), '2026-11-12', 7)).toBe(false);
    expect(isRunningOut(offer(), '2026-11-21', 7)).toBe(false);
    expect(isRunningOut(offer({ status: 'declined' }), '2026-11-20', 7)).toBe(false);
  });

  it('says which version it is from the second on', () => {
    expect(quotationNumber('QA-000007', 1)).toBe('QA-000007');
    expect(quotationNumber('QA-000007', 3)).toBe('QA-000007-3');
  });
});
