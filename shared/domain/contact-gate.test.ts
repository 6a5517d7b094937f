import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactGate, DEFAULT_PRESSURE, type GateFacts, PAUSES, pressureOf } from './contact-gate';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 20, 4);
const permitted = { ok: true, reason: 'CONSENTED', firstUseNoticeDue: false } as const;
const denied = { ok: false, reason: 'WITHDRAWN', firstUseNoticeDue: false } as const;
const facts = (more: Partial<GateFacts> = {}): GateFacts => ({
  permission: permitted,
  sellingAt: [],
  pauses: [],
  rules: DEFAULT_PRESSURE,
  now,
  ...more,
});

const someFacts = fc.record({
  permission: fc.constantFrom(permitted, denied, null),
  sellingAt: fc.array(
    fc.integer({ min: -90, max: 2 }).map((days) => now + days * day),
    { maxLength: 8 },
  ),
  pauses: fc.subarray([...PAUSES]),
  rules: fc.record({ most: fc.integer({ min: 0, max: 5 }), days: fc.integer({ min: 1, max: 90 }) }),
  now: fc.constant(now),
});

describe('the gate', () => {
  it('is open for a permitted customer who was left in peace', () => {
    expect(contactGate(facts())).toMatchObject({ state: 'open', reason: null, obstacles: [] });
  });

  it('counts two in thirty days by whatever way, and says when the next one fits', () => {
    const sellingAt = [now - 3 * day, now - 20 * day, now - 31 * day];
    const { state, obstacles, pressure } = contactGate(facts({ sellingAt }));
    expect({ state, obstacles }).toEqual({ state: 'needs-reason', obstacles: ['pressure'] });
    expect(pressure).toEqual({ count: 2, most: 2, days: 30, freeAt: now + 10 * day });
  });

  it('a contact leaves the count on the last of its days, to the millisecond', () => {
    const rules = { most: 1, days: 30 };
    expect(pressureOf([now - 30 * day], rules, now).count).toBe(0);
    expect(pressureOf([now - 30 * day + 1], rules, now).count).toBe(1);
  });

  it('rests while a complaint is open or a repair is late', () => {
    for (const pause of PAUSES)
      expect(contactGate(facts({ pauses: [pause] }))).toMatchObject({
        state: 'needs-reason',
        obstacles: [pause],
      });
  });

  it('tells of the right to opt out only where the message may go', () => {
    const permission = { ...permitted, firstUseNoticeDue: true };
    expect(contactGate(facts({ permission })).firstUseNoticeDue).toBe(true);
    expect(contactGate(facts({ permission: { ...denied, firstUseNoticeDue: true } })).firstUseNoticeDue).toBe(
      false,
    );
  });
});

describe('whatever the facts', () => {
  it('a missing permission closes it, and nothing else does', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        expect(contactGate(given).state === 'closed').toBe(given.permission?.ok === false);
      }),
    );
  });

  it('another contact or another pause never opens it', () => {
    const rank = { open: 0, 'needs-reason': 1, closed: 2 };
    fc.assert(
      fc.property(someFacts, fc.constantFrom(...PAUSES), (given, pause) => {
        const before = rank[contactGate(given).state];
        const more = { ...given, sellingAt: [...given.sellingAt, now] };
        expect(rank[contactGate(more).state]).toBeGreaterThanOrEqual(before);
        expect(
          rank[contactGate({ ...given, pauses: [...given.pauses, pause] }).state],
        ).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('pressure is gone at the moment it names, and not a millisecond before', () => {
    fc.assert(
      fc.property(someFacts, ({ sellingAt, rules }) => {
        const { freeAt } = pressureOf(sellingAt, rules, now);
        if (freeAt === null) return;
        expect(pressureOf(sellingAt, rules, freeAt).count).toBeLessThan(rules.most);
        expect(pressureOf(sellingAt, rules, freeAt - 1).count).toBeGreaterThanOrEqual(rules.most);
      }),
    );
  });

  it('the order in which contacts were written down changes nothing', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const turned = { ...given, sellingAt: [...given.sellingAt].reverse() };
        expect(contactGate(turned)).toEqual(contactGate(given));
      }),
    );
  });
});
