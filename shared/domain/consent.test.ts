import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describePermissions,
  mayContact,
  oralConfirmationDuties,
  type PermissionContext,
  type Permissions,
  permissionFor,
  permissionsFrom,
} from './consent';
import {
  CHANNELS,
  type Channel,
  type ConfirmationSentEvent,
  type ConsentEvent,
  DATA_KINDS,
  type DeclinedEvent,
  type FirstUseNoticeEvent,
  type GivenEvent,
  GOODS_CLASSES,
  type GoodsClass,
  PURPOSES,
  type ThinkingEvent,
  type WithdrawnEvent,
} from './consent-events';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 20, 4);
const nobody: PermissionContext = { now: NOW, suppressions: [], customer: { contactHashes: [] } };

let counter = 0;
function base(sequence: number) {
  counter += 1;
  const id = `e${counter}`;
  return {
    id,
    sequence,
    customerId: 'c1',
    regime: 'hk-pdpo' as const,
    at: NOW - DAY,
    staffId: 's1',
    note: null,
  };
}
function given(sequence: number, more: Partial<GivenEvent> = {}): GivenEvent {
  return {
    ...base(sequence),
    kind: 'given',
    purpose: 'direct-marketing',
    channels: ['email', 'whatsapp'],
    classes: ['watches'],
    dataKinds: DATA_KINDS,
    recipients: [],
    forGain: false,
    form: 'written',
    noticeId: 'n1',
    noticeVersion: 3,
    noticeLanguage: 'zh-Hant',
    evidence: { signature: 'sig1', noticeHash: 'abc' },
    confirmationDueAt: null,
    parentName: null,
    minorAtTheTime: false,
    ...more,
  };
}
function withdrawn(sequence: number, more: Partial<WithdrawnEvent> = {}): WithdrawnEvent {
  const scope = { purpose: 'all', channels: 'all', classes: 'all' } as const;
  return { ...base(sequence), kind: 'withdrawn', ...scope, ...more };
}
function declined(sequence: number, more: Partial<DeclinedEvent> = {}): DeclinedEvent {
  return {
    ...base(sequence),
    kind: 'declined',
    purpose: 'direct-marketing',
    channels: 'all',
    classes: 'all',
    ...more,
  };
}
function thinking(sequence: number): ThinkingEvent {
  return {
    ...base(sequence),
    kind: 'thinking',
    purpose: 'direct-marketing',
    channels: 'all',
    classes: 'all',
  };
}
function confirmed(sequence: number, of: GivenEvent, at: number): ConfirmationSentEvent {
  return { ...base(sequence), kind: 'confirmation-sent', givenEventId: of.id, channel: 'email', at };
}
function told(sequence: number): FirstUseNoticeEvent {
  return { ...base(sequence), kind: 'first-use-notice', purpose: 'direct-marketing', channel: 'email' };
}

const emailWatches = { purpose: 'direct-marketing', channel: 'email', class: 'watches' } as const;
const ask = (events: ConsentEvent[], context = nobody) =>
  mayContact(permissionsFrom(events, context), emailWatches);
const allowedKeys = (permissions: Permissions) =>
  new Set(permissions.cells.filter((c) => c.allowed).map((c) => `${c.purpose}/${c.channel}/${c.class}`));

describe('what may be done', () => {
  it('takes silence for no', () => {
    expect(ask([])).toEqual({ ok: false, reason: 'NEVER_ASKED', eventId: null, firstUseNoticeDue: false });
    expect(allowedKeys(permissionsFrom([], nobody)).size).toBe(0);
  });

  it('permits what was signed for, and nothing beside it', () => {
    const yes = given(1);
    expect(ask([yes])).toMatchObject({ ok: true, reason: 'CONSENTED', eventId: yes.id });
    expect(allowedKeys(permissionsFrom([yes], nobody))).toEqual(
      new Set(['direct-marketing/email/watches', 'direct-marketing/whatsapp/watches']),
    );
  });

  it('ends at once with a withdrawal, an equal sequence included, whatever the clock says', () => {
    const yes = given(5, { at: NOW });
    expect(ask([yes, withdrawn(6, { at: NOW - 900 * DAY })])).toMatchObject({
      ok: false,
      reason: 'WITHDRAWN',
    });
    expect(ask([yes, withdrawn(5)])).toMatchObject({ ok: false, reason: 'WITHDRAWN' });
    expect(ask([yes, withdrawn(6, { channels: ['whatsapp'] })]).ok).toBe(true);
    expect(ask([yes, withdrawn(6), given(7)]).ok).toBe(true);
  });

  it('takes a later refusal for a withdrawal, and thinking for neither yes nor no', () => {
    expect(ask([given(1), declined(2)])).toMatchObject({ ok: false, reason: 'DECLINED' });
    expect(ask([given(1), thinking(2)]).ok).toBe(true);
    expect(ask([thinking(1)])).toMatchObject({ ok: false, reason: 'THINKING' });
  });

  it('believes no imported yes', () => {
    const scope = { purpose: 'all', channels: 'all', classes: 'all' } as const;
    const claim: ConsentEvent = { ...base(9), kind: 'imported-claim', ...scope, note: 'old.csv' };
    expect(ask([claim])).toMatchObject({ ok: false, reason: 'IMPORTED_CLAIM_ONLY' });
    expect(ask([declined(1), claim])).toMatchObject({ ok: false, reason: 'DECLINED' });
  });

  it('lets a suppression beat everything, but only for the contact it hashes', () => {
    const suppressions = [{ hash: 'h1' }];
    expect(ask([given(1)], { ...nobody, suppressions, customer: { contactHashes: ['h1'] } })).toMatchObject({
      ok: false,
      reason: 'SUPPRESSED',
      eventId: null,
    });
    expect(ask([given(1)], { ...nobody, suppressions, customer: { contactHashes: ['h2'] } }).ok).toBe(true);
  });

  it('needs the notice, and the kind of data the channel uses', () => {
    expect(ask([given(1, { noticeId: null })])).toMatchObject({ ok: false, reason: 'NO_NOTICE' });
    expect(ask([given(1, { dataKinds: ['name', 'phone'] })])).toMatchObject({
      ok: false,
      reason: 'DATA_KIND_NOT_COVERED',
    });
  });

  it('needs a parent for a minor, then and now', () => {
    const minor = { ...nobody, customer: { minor: true, contactHashes: [] } };
    expect(ask([given(1)], minor)).toMatchObject({ ok: false, reason: 'MINOR_NEEDS_PARENT' });
    expect(ask([given(1, { parentName: 'Chan Siu Ming', minorAtTheTime: true })], minor).ok).toBe(true);
    expect(ask([given(1, { minorAtTheTime: true })])).toMatchObject({ reason: 'MINOR_NEEDS_PARENT' });
  });

  it('shares only on written consent that names recipients and gain', () => {
    const share = { purpose: 'sharing', channel: 'post', class: 'watches' } as const;
    const sharing = (more: Partial<GivenEvent>) =>
      permissionFor(
        [
          given(1, {
            purpose: 'sharing',
            channels: [],
            recipients: ['watch brands'],
            forGain: false,
            ...more,
          }),
        ],
        share,
        nobody,
      );
    expect(sharing({}).allowed).toBe(true);
    expect(sharing({ form: 'oral' }).reason).toBe('SHARING_NEEDS_WRITTEN');
    expect(sharing({ form: 'electronic' }).reason).toBe('SHARING_NEEDS_WRITTEN');
    expect(sharing({ form: 'electronic', regime: 'gdpr' }).allowed).toBe(true);
    expect(sharing({ recipients: [] }).reason).toBe('SHARING_NOT_SPECIFIED');
    expect(sharing({ dataKinds: [] }).reason).toBe('SHARING_NOT_SPECIFIED');
    expect(permissionFor([given(1)], share, nobody).reason).toBe('NEVER_ASKED');
  });

  it('owes the opt-out notice at the first use of each consent', () => {
    expect(ask([given(1)]).firstUseNoticeDue).toBe(true);
    expect(permissionsFrom([given(1)], nobody).firstUseNoticeDue).toEqual(['direct-marketing']);
    expect(ask([given(1), told(2)]).firstUseNoticeDue).toBe(false);
    expect(ask([given(1), told(2), withdrawn(3), given(4)]).firstUseNoticeDue).toBe(true);
  });
});

describe('oral consent', () => {
  const at = NOW - 10 * DAY;
  const spoken = given(1, { form: 'oral', at });
  const late = { ...nobody, now: at + 14 * DAY + 1 };

  it('waits for its written confirmation', () => {
    expect(ask([spoken])).toMatchObject({ ok: false, reason: 'ORAL_AWAITING_CONFIRMATION' });
    expect(ask([spoken, confirmed(2, spoken, NOW)]).ok).toBe(true);
    expect(ask([spoken, confirmed(2, given(1), NOW)]).ok).toBe(false);
  });

  it('lapses on the fifteenth day, and a late confirmation does not revive it', () => {
    expect(ask([spoken], { ...nobody, now: at + 14 * DAY }).reason).toBe('ORAL_AWAITING_CONFIRMATION');
    expect(ask([spoken], late).reason).toBe('ORAL_NOT_CONFIRMED');
    expect(ask([spoken, confirmed(2, spoken, at + 14 * DAY + 1)], late).reason).toBe('ORAL_NOT_CONFIRMED');
    expect(ask([spoken, confirmed(2, spoken, at + 14 * DAY)], late).ok).toBe(true);
  });

  it('may have a shorter time than the ordinance, never a longer one', () => {
    const short = { ...spoken, confirmationDueAt: at + 2 * DAY };
    const long = { ...spoken, confirmationDueAt: at + 99 * DAY };
    expect(ask([short]).reason).toBe('ORAL_NOT_CONFIRMED');
    expect(ask([long], late).reason).toBe('ORAL_NOT_CONFIRMED');
  });

  it('does not spoil an earlier written consent while it waits', () => {
    const paper = given(1);
    expect(ask([paper, { ...spoken, sequence: 2 }])).toMatchObject({ ok: true, eventId: paper.id });
  });

  it('is a duty until confirmed, asked again or withdrawn', () => {
    const duty = { eventId: spoken.id, customerId: 'c1', dueAt: at + 14 * DAY };
    expect(oralConfirmationDuties([spoken], NOW)).toEqual([{ ...duty, overdue: false }]);
    expect(oralConfirmationDuties([spoken], late.now)).toEqual([{ ...duty, overdue: true }]);
    expect(oralConfirmationDuties([spoken, confirmed(2, spoken, NOW)], NOW)).toEqual([]);
    expect(oralConfirmationDuties([spoken, withdrawn(2)], NOW)).toEqual([]);
    expect(oralConfirmationDuties([{ ...spoken, sequence: 3 }, withdrawn(2)], NOW)).toHaveLength(1);
    expect(oralConfirmationDuties([spoken, withdrawn(2, { channels: ['email'] })], NOW)).toHaveLength(1);
    expect(oralConfirmationDuties([spoken, given(2)], NOW)).toEqual([]);
    expect(oralConfirmationDuties([spoken, withdrawn(2, { customerId: 'c2' })], NOW)).toHaveLength(1);
    expect(oralConfirmationDuties([{ ...spoken, regime: 'sg-pdpa' }], NOW)).toEqual([]);
  });
});

describe('in words', () => {
  it('says it in few statements, what may be done first', () => {
    const yes = given(1, { channels: ['email', 'post', 'whatsapp'], classes: ['watches', 'straps'] });
    const stop = withdrawn(2, { purpose: 'direct-marketing', channels: ['whatsapp'] });
    const told = describePermissions(permissionsFrom([yes, stop], nobody));
    expect(told[0]).toEqual({
      verdict: 'may',
      purpose: 'direct-marketing',
      channels: ['email', 'post'],
      classes: ['watches', 'straps'],
      reason: 'CONSENTED',
    });
    expect(told).toContainEqual({
      verdict: 'not',
      purpose: 'sharing',
      channels: CHANNELS,
      classes: GOODS_CLASSES,
      reason: 'NEVER_ASKED',
    });
  });
});

describe('whatever was said', () => {
  const channels = fc.subarray([...CHANNELS]);
  const classes = fc.subarray([...GOODS_CLASSES]);
  const scope = fc.record({
    purpose: fc.constantFrom(...PURPOSES, 'all' as const),
    channels: fc.oneof(channels, fc.constant<'all'>('all')),
    classes: fc.oneof(classes, fc.constant<'all'>('all')),
  });
  const anyGiven = fc.record({
    purpose: fc.constantFrom(...PURPOSES),
    channels,
    classes,
    dataKinds: fc.oneof(fc.constant([...DATA_KINDS]), fc.subarray([...DATA_KINDS])),
    recipients: fc.constantFrom([], ['brands']),
    forGain: fc.boolean(),
    form: fc.constantFrom('written' as const, 'oral' as const, 'electronic' as const),
    noticeId: fc.constantFrom('n1', 'n1', 'n1', null),
    parentName: fc.constantFrom(null, 'Chan Siu Ming'),
    at: fc.integer({ min: NOW - 30 * DAY, max: NOW }),
  });
  const drawn = fc.oneof(
    anyGiven.map(
      (more) =>
        (s: number): ConsentEvent =>
          given(s, more),
    ),
    scope.map(
      (more) =>
        (s: number): ConsentEvent =>
          withdrawn(s, more),
    ),
    scope.map(
      (more) =>
        (s: number): ConsentEvent =>
          declined(s, more),
    ),
    fc.constant((s: number): ConsentEvent => thinking(s)),
    fc.constant((s: number): ConsentEvent => told(s)),
  );
  const history = fc
    .array(fc.tuple(drawn, fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 10 })
    .map((list) =>
      list.flatMap(([make, sequence, confirm]): ConsentEvent[] => {
        const event = make(sequence);
        const confirms = confirm && event.kind === 'given' && event.form === 'oral';
        return confirms ? [event, confirmed(sequence, event, event.at + DAY)] : [event];
      }),
    );

  it('nothing is permitted that no given event covers, and every answer names it', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { cells } = permissionsFrom(events, nobody);
        expect(cells).toHaveLength(PURPOSES.length * CHANNELS.length * GOODS_CLASSES.length);
        for (const cell of cells.filter((c) => c.allowed)) {
          const from = events.find((event) => event.id === cell.eventId);
          expect(from?.kind).toBe('given');
          const grant = from as GivenEvent;
          expect(grant.purpose).toBe(cell.purpose);
          expect(grant.classes).toContain(cell.class);
          if (cell.purpose === 'sharing') expect(grant.form).toBe('written');
          else expect(grant.channels).toContain(cell.channel);
        }
      }),
    );
  });

  it('a withdrawal, at any sequence, never permits anything new', () => {
    fc.assert(
      fc.property(history, scope, fc.integer({ min: 0, max: 14 }), (events, more, sequence) => {
        const before = allowedKeys(permissionsFrom(events, nobody));
        const after = allowedKeys(permissionsFrom([...events, withdrawn(sequence, more)], nobody));
        for (const key of after) expect(before).toContain(key);
      }),
    );
  });

  it('a withdrawal of everything, last, leaves nothing', () => {
    fc.assert(
      fc.property(history, (events) => {
        expect(allowedKeys(permissionsFrom([...events, withdrawn(12)], nobody)).size).toBe(0);
      }),
    );
  });

  it('without a given event nothing is permitted', () => {
    fc.assert(
      fc.property(history, (events) => {
        const rest = events.filter((event) => event.kind !== 'given');
        expect(allowedKeys(permissionsFrom(rest, nobody)).size).toBe(0);
      }),
    );
  });

  it('unconfirmed oral consent permits nothing', () => {
    fc.assert(
      fc.property(history, (events) => {
        const spoken = events
          .filter((event) => event.kind !== 'confirmation-sent')
          .map((event): ConsentEvent => (event.kind === 'given' ? { ...event, form: 'oral' } : event));
        expect(allowedKeys(permissionsFrom(spoken, nobody)).size).toBe(0);
      }),
    );
  });

  it('the order in which rows arrive does not matter', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
          ),
        ),
        ([events, shuffled]) => {
          expect(permissionsFrom(shuffled, nobody)).toEqual(permissionsFrom(events, nobody));
        },
      ),
    );
  });

  it('the order of events that have nothing to do with each other does not matter', () => {
    const about = (goods: GoodsClass, channel: Channel) => [
      (s: number): ConsentEvent => given(s, { id: `g-${goods}`, classes: [goods], channels: [channel] }),
      (s: number): ConsentEvent => withdrawn(s, { id: `w-${goods}`, classes: [goods], channels: [channel] }),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.nat(1), { maxLength: 4 }),
        fc.array(fc.nat(1), { maxLength: 4 }),
        fc.boolean(),
        (a, b, aFirst) => {
          const watches = (from: number) => a.map((which, i) => about('watches', 'email')[which]!(from + i));
          const gifts = (from: number) => b.map((which, i) => about('gifts', 'post')[which]!(from + i));
          const one = [...watches(aFirst ? 0 : 10), ...gifts(aFirst ? 10 : 0)];
          const other = [...watches(aFirst ? 10 : 0), ...gifts(aFirst ? 0 : 10)];
          expect(allowedKeys(permissionsFrom(one, nobody))).toEqual(
            allowedKeys(permissionsFrom(other, nobody)),
          );
        },
      ),
    );
  });

  it('a suppressed contact is never used', () => {
    const suppressions = [{ hash: 'h' }];
    fc.assert(
      fc.property(history, (events) => {
        const context = { ...nobody, suppressions, customer: { contactHashes: ['h'] } };
        expect(allowedKeys(permissionsFrom(events, context)).size).toBe(0);
      }),
    );
  });

  it('every cell is told exactly once', () => {
    fc.assert(
      fc.property(history, (events) => {
        const permissions = permissionsFrom(events, nobody);
        const seen = new Map<string, string>();
        for (const statement of describePermissions(permissions)) {
          for (const channel of statement.channels) {
            for (const goods of statement.classes) {
              const key = `${statement.purpose}/${channel}/${goods}`;
              expect(seen.has(key)).toBe(false);
              seen.set(key, statement.reason);
            }
          }
        }
        expect(seen.size).toBe(permissions.cells.length);
        for (const c of permissions.cells) {
          expect(seen.get(`${c.purpose}/${c.channel}/${c.class}`)).toBe(c.reason);
        }
      }),
    );
  });
});
