import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import type { PromiseKind } from '@shared/domain/promises';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import type { SampleCustomer, SampleLanguage } from './generator/types';

interface Said {
  readonly kind: PromiseKind;
  readonly what: Readonly<Record<SampleLanguage, string>>;
  readonly outcome: Readonly<Record<SampleLanguage, string>>;
}

const said: readonly Said[] = [
  {
    kind: 'call-back',
    what: {
      en: 'Ring when the rubber strap is in',
      'zh-Hant': '橡膠錶帶到店時致電',
      'zh-Hans': '橡胶表带到店时致电',
    },
    outcome: {
      en: 'Rang; will come on Saturday',
      'zh-Hant': '已致電，星期六到店',
      'zh-Hans': '已致电，星期六到店',
    },
  },
  {
    kind: 'find',
    what: {
      en: 'Ask the other shop for the blue dial',
      'zh-Hant': '向分店查詢藍面款',
      'zh-Hans': '向分店查询蓝面款',
    },
    outcome: {
      en: 'None in Hong Kong until spring',
      'zh-Hant': '香港要到春天才有貨',
      'zh-Hans': '香港要到春天才有货',
    },
  },
  {
    kind: 'document',
    what: {
      en: 'Send the valuation for the insurance',
      'zh-Hant': '寄出保險用的估價信',
      'zh-Hans': '寄出保险用的估价信',
    },
    outcome: { en: 'Sent by registered post', 'zh-Hant': '已用掛號寄出', 'zh-Hans': '已用挂号寄出' },
  },
  {
    kind: 'reserve',
    what: {
      en: 'Hold the moon phase until Sunday',
      'zh-Hant': '月相錶保留至星期日',
      'zh-Hans': '月相表保留至星期日',
    },
    outcome: { en: 'Bought', 'zh-Hant': '已購買', 'zh-Hans': '已购买' },
  },
  {
    kind: 'answer',
    what: {
      en: 'Say whether the bracelet can be shortened',
      'zh-Hant': '回覆錶鏈能否截短',
      'zh-Hans': '回复表链能否截短',
    },
    outcome: { en: 'It can, by two links', 'zh-Hant': '可以，除兩格', 'zh-Hans': '可以，除两格' },
  },
];

/** One customer in so many was promised something. */
const oneIn = 23;
/** Of the promises, every third is open still; of those that ended, every ninth was not kept. */
const openEvery = 3;
const brokenEvery = 9;
const noonMs = 12 * 3_600_000;

/** Writes what was promised: a few promises open, one or two of them late, the others kept or, seldom, not. */
export function promiseWriter(db: WritableDb, now: number): (customer: SampleCustomer) => void {
  const insertPromise = rowInserter(db, 'promises');
  const insertEvent = rowInserter(db, 'promise_events');
  const today = civilDateOf(now);
  let made = 0;
  return ({ id, index, language, primaryAdvisorId: staffId }) => {
    if (index % oneIn !== 0) return;
    const what = said[made % said.length] as Said;
    made += 1;
    const isOpen = made % openEvery === 0;
    const isBroken = !isOpen && made % brokenEvery === 1;
    // Open ones fall due from the day before yesterday on; the others fell due in the last weeks.
    const dueOn = addDays(today, isOpen ? ((made / openEvery) % 11) - 2 : -3 - (made % 60));
    const madeAt = startOfDay(addDays(dueOn, -4)) + noonMs;
    const closedAt = isOpen ? null : startOfDay(addDays(dueOn, isBroken ? 2 : -1)) + noonMs;
    const promiseId = newId();
    insertPromise({
      id: promiseId,
      number: `PA-${String(made).padStart(6, '0')}`,
      customer_id: id,
      kind: what.kind,
      what: what.what[language],
      due_on: dueOn,
      owner_id: staffId,
      made_by: staffId,
      made_at: madeAt,
      status: isOpen ? 'open' : isBroken ? 'broken' : 'kept',
      outcome: isOpen ? null : what.outcome[language],
      broken_reason: isBroken ? brokenReason[language] : null,
      closed_at: closedAt,
      closed_by: isOpen ? null : staffId,
      told_channel: isOpen ? null : 'phone',
      told_at: closedAt,
      updated_at: closedAt ?? madeAt,
    });
    const event = { promise_id: promiseId, staff_id: staffId, reason: null, detail: '{}' };
    insertEvent({ ...event, id: newId(), at: madeAt, kind: 'made', detail: JSON.stringify({ dueOn }) });
    if (closedAt !== null) insertEvent({ ...event, id: newId(), at: closedAt, kind: 'closed' });
    // The next number anybody takes is the next one.
    prepared(
      db,
      `INSERT INTO number_sequences (kind, prefix, next) VALUES ('promise', 'A', @next)
       ON CONFLICT (kind, prefix) DO UPDATE SET next = @next`,
    ).run({ next: made + 1 });
  };
}

const brokenReason: Readonly<Record<SampleLanguage, string>> = {
  en: 'The maker answered two days late',
  'zh-Hant': '廠方遲了兩天回覆',
  'zh-Hans': '厂方迟了两天回复',
};
