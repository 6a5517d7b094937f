import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONVERSATION_CHANNELS,
  CONVERSATION_OUTCOMES,
  type CountedTalk,
  consentChannelOf,
  DIRECTIONS,
  isRealContact,
  isSellingContact,
  responseRates,
} from './conversations';
import { fillTemplate, MERGE_FIELDS, type MergeValues, unknownFields } from './templates';

const day = 86_400_000;
const talk = (more: Partial<CountedTalk>): CountedTalk => ({
  customerId: 'c',
  at: 0,
  channel: 'email',
  direction: 'out',
  outcome: 'sent',
  ...more,
});

describe('a conversation', () => {
  it('is real contact when the customer said something', () => {
    expect(isRealContact({ direction: 'in', outcome: null })).toBe(true);
    expect(isRealContact({ direction: 'out', outcome: 'talked' })).toBe(true);
    expect(isRealContact({ direction: 'out', outcome: 'sent' })).toBe(false);
  });

  it('is a selling contact only where we begin, to sell, by a way that needs permission', () => {
    const selling = { direction: 'out', purpose: 'selling' } as const;
    expect(isSellingContact({ ...selling, channel: 'letter' })).toBe(true);
    expect(isSellingContact({ ...selling, channel: 'visit' })).toBe(false);
    expect(isSellingContact({ ...selling, direction: 'in', channel: 'phone' })).toBe(false);
    expect(isSellingContact({ ...selling, purpose: 'service', channel: 'phone' })).toBe(false);
    expect(consentChannelOf('letter')).toBe('post');
  });
});

describe('the response rate', () => {
  it('credits an answer to the last thing we sent, within two weeks, by whatever way it comes', () => {
    const rates = responseRates([
      talk({ at: 0 }),
      talk({ at: day, channel: 'whatsapp' }),
      talk({ at: 3 * day, channel: 'visit', direction: 'in', outcome: 'talked' }),
      talk({ at: 40 * day }),
      talk({ at: 60 * day, direction: 'in' }),
      talk({ at: 70 * day, channel: 'phone', outcome: 'talked' }),
      talk({ at: 71 * day, channel: 'phone', outcome: 'no-answer', customerId: 'other' }),
    ]);
    expect(rates).toEqual([
      { channel: 'phone', sent: 2, answered: 1 },
      { channel: 'email', sent: 2, answered: 0 },
      { channel: 'whatsapp', sent: 1, answered: 1 },
    ]);
  });

  it('never counts more answers than contacts, and every contact once', () => {
    const some = fc.record({
      customerId: fc.constantFrom('a', 'b'),
      at: fc.integer({ min: 0, max: 60 }).map((days) => days * day),
      channel: fc.constantFrom(...CONVERSATION_CHANNELS),
      direction: fc.constantFrom(...DIRECTIONS),
      outcome: fc.constantFrom(...CONVERSATION_OUTCOMES, null),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (talks) => {
        const rates = responseRates(talks);
        for (const { sent, answered } of rates) expect(answered).toBeLessThanOrEqual(sent);
        const ours = talks.filter(
          ({ direction, channel, outcome }) =>
            direction === 'out' && consentChannelOf(channel) && outcome !== 'not-sent',
        );
        expect(rates.reduce((sum, { sent }) => sum + sent, 0)).toBe(ours.length);
      }),
    );
  });
});

describe('a template', () => {
  const values = Object.fromEntries(MERGE_FIELDS.map((name) => [name, name.toUpperCase()])) as MergeValues;

  it('is filled in, and says which fields have nothing', () => {
    expect(fillTemplate('Dear {{name}}, {{ shop }}', values)).toEqual({
      text: 'Dear NAME, SHOP',
      missing: [],
    });
    expect(fillTemplate('To {{address}}', { ...values, address: '' })).toEqual({
      text: 'To ',
      missing: ['address'],
    });
  });

  it('leaves what it does not know, and names it', () => {
    expect(fillTemplate('{{nam}}', values).text).toBe('{{nam}}');
    expect(unknownFields('{{name}} {{nam}} {{nam}} {{}}')).toEqual(['nam', '']);
  });

  it('does not read a value as a template', () => {
    expect(fillTemplate('{{name}}', { ...values, name: '{{hotline}} $&' }).text).toBe('{{hotline}} $&');
  });
});
