import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayContact, permissionsFrom } from './consent';
import { CHANNELS, type ConsentEvent, DATA_KIND_OF_CHANNEL, GOODS_CLASSES, PURPOSES } from './consent-events';
import { dataKindsFor, eventsOfForm, type FormAnswer, isHalfAnswered } from './consent-form';

const answer = fc
  .record({
    channels: fc.subarray([...CHANNELS]),
    classes: fc.subarray([...GOODS_CLASSES]),
  })
  .filter(({ channels, classes }) => (channels.length === 0) === (classes.length === 0));
const form = fc.tuple(answer, answer).map(([marketing, reminders]): FormAnswer[] => [
  { purpose: 'direct-marketing', ...marketing },
  { purpose: 'service-reminders', ...reminders },
]);

function record(forms: readonly FormAnswer[][]): ConsentEvent[] {
  let sequence = 0;
  return forms.flatMap((answers) =>
    eventsOfForm(answers).map((event): ConsentEvent => {
      sequence += 1;
      const base = {
        id: `e${sequence}`,
        sequence,
        customerId: 'c',
        regime: 'hk-pdpo' as const,
        at: 1_000,
        staffId: null,
        note: null,
      };
      if (event.kind === 'declined') return { ...base, ...event };
      return {
        ...base,
        kind: 'given',
        ...event.answer,
        dataKinds: event.dataKinds,
        recipients: [],
        forGain: false,
        form: 'written',
        noticeId: 'n',
        noticeVersion: 1,
        noticeLanguage: 'en',
        evidence: { signature: null, noticeHash: null },
        confirmationDueAt: null,
        parentName: null,
        minorAtTheTime: false,
      };
    }),
  );
}

test('exactly what the last form ticked is permitted, whatever was ticked before', () => {
  fc.assert(
    fc.property(fc.array(form, { minLength: 1, maxLength: 4 }), (forms) => {
      const permissions = permissionsFrom(record(forms), {
        now: 2_000,
        suppressions: [],
        customer: { contactHashes: [] },
      });
      const last = forms.at(-1)!;
      for (const purpose of PURPOSES) {
        const ticked = last.find((entry) => entry.purpose === purpose);
        for (const channel of CHANNELS) {
          for (const goods of GOODS_CLASSES) {
            const wanted = { purpose, channel, class: goods };
            const isTicked = Boolean(ticked?.channels.includes(channel) && ticked.classes.includes(goods));
            expect(mayContact(permissions, wanted).ok).toBe(isTicked);
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('the kinds of data name what each channel uses, once, the name first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PURPOSES), fc.subarray([...CHANNELS]), (purpose, channels) => {
      const kinds = dataKindsFor(purpose, channels);
      expect(kinds[0]).toBe('name');
      expect(new Set(kinds).size).toBe(kinds.length);
      for (const channel of channels) expect(kinds).toContain(DATA_KIND_OF_CHANNEL[channel]);
    }),
  );
});

test('an unticked form is a plain no', () => {
  const answers: FormAnswer[] = [{ purpose: 'direct-marketing', channels: [], classes: [] }];
  expect(eventsOfForm(answers)).toEqual([
    { kind: 'declined', purpose: 'direct-marketing', channels: 'all', classes: 'all' },
  ]);
  expect(isHalfAnswered({ purpose: 'direct-marketing', channels: ['email'], classes: [] })).toBe(true);
});
