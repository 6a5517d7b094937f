import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIP_RULES, tierFor, type VipFacts, vipEligibility } from './vip';

const facts: VipFacts = {
  today: '2026-05-20',
  lifetimeMinor: 6_000_000,
  last24MonthsMinor: 500_000,
  visits: 2,
  openComplaints: 0,
  isMember: false,
  lastInvitation: null,
};
const codes = (list: readonly { code: string }[]) => list.map((entry) => entry.code);

describe('VIP eligibility', () => {
  it('says why, and what is still missing', () => {
    expect(vipEligibility(facts)).toEqual({
      eligible: true,
      reasons: [{ code: 'SPEND_LIFETIME', params: { minor: 6_000_000, thresholdMinor: 5_000_000 } }],
      notYet: [
        {
          code: 'SPEND_LAST_24_MONTHS_SHORT',
          params: { missingMinor: 1_500_000, thresholdMinor: 2_000_000 },
        },
        { code: 'VISITS_SHORT', params: { missing: 1, threshold: 3 } },
      ],
    });
    expect(vipEligibility(facts, { ...DEFAULT_VIP_RULES, match: 'all' }).eligible).toBe(false);
  });

  it('is open to all when the shop sets no threshold', () => {
    const open = {
      ...DEFAULT_VIP_RULES,
      minLifetimeMinor: null,
      minLast24MonthsMinor: null,
      minVisits: null,
    };
    for (const match of ['any', 'all'] as const) {
      const result = vipEligibility({ ...facts, lifetimeMinor: 0 }, { ...open, match });
      expect(result).toMatchObject({ eligible: true, reasons: [{ code: 'OPEN_TO_ALL' }] });
    }
  });

  it('does not ask a member, nor during a complaint', () => {
    expect(codes(vipEligibility({ ...facts, isMember: true }).notYet)).toContain('ALREADY_MEMBER');
    expect(vipEligibility({ ...facts, openComplaints: 1 })).toMatchObject({ eligible: false });
    const rules = { ...DEFAULT_VIP_RULES, pauseOnOpenComplaint: false };
    expect(vipEligibility({ ...facts, openComplaints: 1 }, rules).eligible).toBe(true);
  });

  it('respects a no for a year', () => {
    const declined = (on: string) =>
      vipEligibility({ ...facts, lastInvitation: { outcome: 'declined', on } });
    expect(declined('2025-05-21')).toMatchObject({ eligible: false });
    expect(declined('2025-05-21').notYet[0]).toEqual({
      code: 'DECLINED_UNTIL',
      params: { until: '2026-05-21' },
    });
    expect(declined('2025-05-20').eligible).toBe(true);
  });

  it('asks somebody who is thinking again after a fortnight', () => {
    const thinking = (on: string) =>
      vipEligibility({ ...facts, lastInvitation: { outcome: 'thinking', on } });
    expect(thinking('2026-05-07').notYet[0]).toEqual({
      code: 'THINKING_UNTIL',
      params: { until: '2026-05-21' },
    });
    expect(codes(thinking('2026-05-06').reasons)).toContain('FOLLOW_UP_DUE');
    const named = { outcome: 'thinking', on: '2026-05-19', askAgainOn: '2026-05-20' } as const;
    expect(codes(vipEligibility({ ...facts, lastInvitation: named }).reasons)).toContain('FOLLOW_UP_DUE');
  });

  it('never becomes less eligible by spending more or coming more often', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.nat(6), amount, fc.nat(3), fc.constantFrom('any', 'all'), (...drawn) => {
        const [lifetimeMinor, last24MonthsMinor, visits, more, moreVisits, match] = drawn;
        const rules = { ...DEFAULT_VIP_RULES, match };
        const before = vipEligibility({ ...facts, lifetimeMinor, last24MonthsMinor, visits }, rules);
        const after = vipEligibility(
          {
            ...facts,
            lifetimeMinor: lifetimeMinor + more,
            last24MonthsMinor: last24MonthsMinor + more,
            visits: visits + moreVisits,
          },
          rules,
        );
        if (before.eligible) expect(after.eligible).toBe(true);
      }),
    );
  });
});

describe('tiers', () => {
  const tiers = [
    { code: 'gold', fromMinor: 10_000 },
    { code: 'silver', fromMinor: 5_000 },
  ];
  it('gives the highest tier reached and what is missing to the next', () => {
    expect(tierFor(4_999, tiers)).toEqual({ tier: null, next: tiers[1], missingMinor: 1 });
    expect(tierFor(5_000, tiers)).toEqual({ tier: tiers[1], next: tiers[0], missingMinor: 5_000 });
    expect(tierFor(99_999, tiers)).toEqual({ tier: tiers[0], next: null, missingMinor: null });
    expect(tierFor(1, [])).toEqual({ tier: null, next: null, missingMinor: null });
  });
});
