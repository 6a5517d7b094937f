import { addDays, addMonths, civilDateOf, startOfDay } from '@shared/domain/dates';
import { DEFAULT_REVIEW_RULES, type ReviewSource } from '@shared/domain/reviews';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { Random } from './generator/random';
import type { SampleCustomer, SampleLanguage } from './generator/types';

interface Said {
  readonly source: ReviewSource;
  readonly isInternal?: boolean;
  readonly words: Readonly<Record<SampleLanguage, string>>;
  readonly minutes: Readonly<Record<SampleLanguage, string>>;
}

const points: readonly Said[] = [
  {
    source: 'care',
    words: {
      en: 'Service of the older pieces',
      'zh-Hant': '較舊手錶的保養服務',
      'zh-Hans': '较旧手表的保养服务',
    },
    minutes: {
      en: 'Would rather have one collected every spring than all at once.',
      'zh-Hant': '希望每年春天取一枚，而不是一次全做。',
      'zh-Hans': '希望每年春天取一枚，而不是一次全做。',
    },
  },
  {
    source: 'own',
    words: {
      en: 'What is planned for the coming year',
      'zh-Hant': '來年的打算',
      'zh-Hans': '来年的打算',
    },
    minutes: {
      en: 'Looking for one dress watch; no hurry, no larger than 38 mm.',
      'zh-Hant': '想找一枚正裝錶，不急，不大於 38 毫米。',
      'zh-Hans': '想找一枚正装表，不急，不大于 38 毫米。',
    },
  },
  {
    source: 'spend',
    isInternal: true,
    words: {
      en: 'Fewer visits than the year before',
      'zh-Hant': '到店次數比上年少',
      'zh-Hans': '到店次数比上年少',
    },
    minutes: {
      en: 'Travels more; prefers messages to calls.',
      'zh-Hant': '出差較多，寧願收訊息而非電話。',
      'zh-Hans': '出差较多，宁愿收信息而非电话。',
    },
  },
];

const customerWords: Readonly<Record<SampleLanguage, readonly string[]>> = {
  en: [
    'You remember what I said last time. That is why I come.',
    'Good as always; the wait for the strap was long.',
  ],
  'zh-Hant': ['你們記得我上次說的話，所以我才來。', '一如既往地好；只是等錶帶等了很久。'],
  'zh-Hans': ['你们记得我上次说的话，所以我才来。', '一如既往地好；只是等表带等了很久。'],
};
const places: Readonly<Record<SampleLanguage, string>> = {
  en: 'In the shop, upstairs',
  'zh-Hant': '店內二樓',
  'zh-Hans': '店内二楼',
};
const noonMs = 12 * 3_600_000;

/** Writes the meetings with those whose card has a cadence: the last one held, of a few the next one planned or due. */
export function reviewWriter(
  db: WritableDb,
  { seed, now }: { seed: number; now: number },
): (customer: SampleCustomer) => void {
  const insertMeeting = rowInserter(db, 'review_meetings');
  const insertPoint = rowInserter(db, 'review_points');
  const insertEvent = rowInserter(db, 'review_events');
  const today = civilDateOf(now);
  let made = 0;
  const write = (
    random: Random,
    { id: customerId, language, primaryAdvisorId }: SampleCustomer,
    day: string,
    held: { nextOn: string } | null,
  ) => {
    made += 1;
    const madeAt = startOfDay(addDays(held ? day : today, -9)) + noonMs;
    const heldAt = startOfDay(day) + noonMs;
    const reviewId = random.uuid7(madeAt);
    insertMeeting({
      id: reviewId,
      number: `RA-${String(made).padStart(6, '0')}`,
      customer_id: customerId,
      planned_on: day,
      planned_time: held ? null : '15:00',
      place: places[language],
      our_people: JSON.stringify([primaryAdvisorId]),
      lead_id: primaryAdvisorId,
      language,
      made_by: primaryAdvisorId,
      made_at: madeAt,
      updated_at: held ? heldAt : madeAt,
    });
    for (const [position, point] of points.entries())
      insertPoint({
        id: random.uuid7(madeAt),
        review_id: reviewId,
        position,
        source: point.source,
        words: point.words[language],
        is_internal: point.isInternal ? 1 : 0,
        minutes: held ? point.minutes[language] : null,
      });
    const event = { review_id: reviewId, staff_id: primaryAdvisorId, reason: null };
    insertEvent({
      ...event,
      id: random.uuid7(madeAt),
      at: madeAt,
      kind: 'planned',
      detail: JSON.stringify({ on: day }),
    });
    if (held) {
      prepared(
        db,
        `UPDATE review_meetings SET status = 'held', held_on = @day, closed_at = @heldAt, next_on = @nextOn,
           customer_words = @words, satisfaction = @satisfaction WHERE id = @reviewId`,
      ).run({
        day,
        heldAt,
        reviewId,
        nextOn: held.nextOn,
        words: random.pick(customerWords[language]),
        satisfaction: random.int(3, 5),
      });
      insertEvent({
        ...event,
        id: random.uuid7(heldAt),
        at: heldAt,
        kind: 'held',
        detail: JSON.stringify({ nextOn: held.nextOn }),
      });
    }
    return reviewId;
  };
  return (customer) => {
    const card = customer.vip.membership;
    const months = card?.endedAt === null ? DEFAULT_REVIEW_RULES.months[card.tier] : undefined;
    if (!months) return;
    const random = new Random(seed, 'reviews', customer.index);
    const dueOn = random.chance(0.2)
      ? addDays(today, random.int(-12, 10))
      : addDays(today, random.int(20, months * 30));
    const lastId = write(random, customer, addMonths(dueOn, -months), { nextOn: dueOn });
    if (dueOn <= addDays(today, 10) && random.chance(0.5)) {
      const nextId = write(random, customer, addDays(today, random.int(1, 12)), null);
      prepared(db, 'UPDATE review_meetings SET followed_by_id = ? WHERE id = ?').run(nextId, lastId);
    }
    prepared(
      db,
      `INSERT INTO number_sequences (kind, prefix, next) VALUES ('review', 'A', @next)
       ON CONFLICT (kind, prefix) DO UPDATE SET next = @next`,
    ).run({ next: made + 1 });
  };
}
