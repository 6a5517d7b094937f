import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerByOf,
  type CountedGuest,
  costPerHead,
  eventStageOf,
  type GuestWay,
  guestFigures,
  guestVerdict,
  INVITATION_WAYS,
  momentOf,
  perGuest,
  REPLIES,
} from './events';
import { shopTimeOf } from './promises';

const way = (more: Partial<GuestWay> = {}): GuestWay => ({
  way: 'email',
  hasAddress: true,
  isPermitted: true,
  reason: 'CONSENTED',
  ...more,
});

describe('who may be asked how', () => {
  it('offers the ways that are permitted and for which there is an address', () => {
    const ways = [
      way(),
      way({ way: 'letter', hasAddress: false }),
      way({ way: 'phone', isPermitted: false }),
    ];
    expect(guestVerdict(ways, [])).toEqual({
      state: 'may-invite',
      ways: ['email'],
      reason: null,
      obstacles: [],
    });
  });

  it('leaves only the face where nothing is permitted, and says the most telling reason', () => {
    const ways = [
      way({ isPermitted: false, reason: 'NEVER_ASKED' }),
      way({ way: 'phone', isPermitted: false, reason: 'WITHDRAWN' }),
    ];
    expect(guestVerdict(ways, ['pressure'])).toMatchObject({
      state: 'in-person',
      ways: [],
      reason: 'WITHDRAWN',
    });
  });

  it('asks for a reason where selling rests, and says so where only an address is missing', () => {
    expect(guestVerdict([way()], ['late-repair'])).toMatchObject({ state: 'resting', ways: ['email'] });
    expect(guestVerdict([way({ hasAddress: false })], [])).toMatchObject({ state: 'no-address', ways: [] });
  });

  it('never offers a way that is not permitted, whatever else', () => {
    const anyWay = fc.record({
      way: fc.constantFrom(...INVITATION_WAYS),
      hasAddress: fc.boolean(),
      isPermitted: fc.boolean(),
      reason: fc.constantFrom('NEVER_ASKED' as const, 'DECLINED' as const, 'CONSENTED' as const),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyWay, { selector: ({ way: name }) => name }),
        fc.subarray(['pressure' as const, 'open-complaint' as const]),
        (ways, obstacles) => {
          const verdict = guestVerdict(ways, obstacles);
          for (const offered of verdict.ways)
            expect(ways.find(({ way: name }) => name === offered)).toMatchObject({
              isPermitted: true,
              hasAddress: true,
            });
          expect(verdict.ways.length > 0).toBe(['may-invite', 'resting'].includes(verdict.state));
          if (verdict.state === 'may-invite') expect(obstacles).toEqual([]);
        },
      ),
    );
  });
});

describe('figures', () => {
  const guest = (more: Partial<CountedGuest> = {}): CountedGuest => ({
    isWalkIn: false,
    isInvited: true,
    reply: null,
    persons: null,
    arrivedPersons: null,
    ...more,
  });

  it('counts persons expected, here and beyond what was announced', () => {
    const figures = guestFigures(
      [
        guest({ reply: 'coming', persons: 2, arrivedPersons: 3 }),
        guest({ reply: 'coming', persons: 4 }),
        guest({ reply: 'not-coming', persons: 1, arrivedPersons: 1 }),
        guest({ isWalkIn: true, isInvited: false, arrivedPersons: 2 }),
        guest(),
        guest({ isInvited: false }),
      ],
      5,
    );
    expect(figures).toEqual({
      guests: 5,
      invited: 4,
      coming: 2,
      maybe: 0,
      notComing: 1,
      unanswered: 1,
      expectedPersons: 6,
      here: 3,
      herePersons: 11,
      extraPersons: 9,
      missing: 1,
    });
  });

  it('adds up: nobody is counted as here and missing, and extra is never more than here', () => {
    const anyGuest = fc.record({
      isWalkIn: fc.boolean(),
      isInvited: fc.boolean(),
      reply: fc.option(fc.constantFrom(...REPLIES)),
      persons: fc.option(fc.integer({ min: 1, max: 20 })),
      arrivedPersons: fc.option(fc.integer({ min: 1, max: 20 })),
    });
    fc.assert(
      fc.property(fc.array(anyGuest), fc.nat(50), (guests, unnamed) => {
        const all = guestFigures(guests, unnamed);
        expect(all.extraPersons).toBeLessThanOrEqual(all.herePersons);
        expect(all.missing).toBeLessThanOrEqual(all.coming);
        expect(
          all.coming + all.maybe + all.notComing + guests.filter(({ reply }) => reply === null).length,
        ).toBe(guests.length);
      }),
    );
  });
});

it('is on from two hours before its beginning to its end', () => {
  const event = { isCancelled: false, startsAt: 10_000_000, endsAt: 20_000_000 };
  expect(eventStageOf(event, 10_000_000 - 7_200_001)).toBe('coming');
  expect(eventStageOf(event, 10_000_000 - 7_200_000)).toBe('on');
  expect(eventStageOf(event, 20_000_000)).toBe('on');
  expect(eventStageOf(event, 20_000_001)).toBe('past');
  expect(eventStageOf({ ...event, isCancelled: true }, 20_000_001)).toBe('cancelled');
});

it('says share, spend and cost a head, and nothing where there is nobody', () => {
  expect(perGuest({ customers: 4, buyers: 1, netMinor: 1001 })).toEqual({ share: 0.25, meanMinor: 250 });
  expect(perGuest({ customers: 0, buyers: 0, netMinor: 0 })).toEqual({ share: null, meanMinor: null });
  expect(costPerHead(1000, 3)).toBe(333);
  expect(costPerHead(null, 3)).toBeNull();
  expect(costPerHead(1000, 0)).toBeNull();
  expect(answerByOf('2026-12-03', 5)).toBe('2026-11-28');
});

it('finds the moment at which the shop’s clock shows a day and time', () => {
  expect(momentOf('2026-11-27', '18:30', 'Asia/Hong_Kong')).toBe(Date.UTC(2026, 10, 27, 10, 30));
  // The day on which London puts its clocks back.
  expect(shopTimeOf(momentOf('2026-10-25', '18:30', 'Europe/London'), 'Europe/London')).toEqual({
    date: '2026-10-25',
    time: '18:30',
  });
});
