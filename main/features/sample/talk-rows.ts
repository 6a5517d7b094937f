import { GOODS_CLASSES } from '@shared/domain/consent-events';
import type { ConversationChannel, ConversationOutcome } from '@shared/domain/conversations';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { Random } from './generator/random';
import type { SampleCustomer, SampleLanguage } from './generator/types';

const dayMs = 86_400_000;
/** Conversations are invented for those who bought within this time: the shop's half year. */
const recentMs = 180 * dayMs;

const said = {
  visit: {
    en: [
      'Came in to have the bracelet sized.',
      'Looked at the new dials, wants to think.',
      'Collected the receipt copy.',
    ],
    'zh-Hant': ['來店調校錶鏈。', '看過新錶盤，想再考慮。', '來取收據副本。'],
    'zh-Hans': ['来店调校表链。', '看过新表盘，想再考虑。', '来取收据副本。'],
  },
  thanks: {
    en: [
      'Thanked for the purchase and asked how the watch runs.',
      'Thank-you message; offered to size the strap.',
    ],
    'zh-Hant': ['多謝惠顧，問手錶走得如何。', '感謝訊息，可代調校錶帶。'],
    'zh-Hans': ['感谢惠顾，问手表走得如何。', '感谢信息，可代调校表带。'],
  },
  answer: {
    en: [
      'Very happy, keeps good time.',
      'Asked about the water resistance; answered.',
      'Will drop by at the weekend.',
    ],
    'zh-Hant': ['很滿意，走時準。', '問防水性能，已解答。', '週末會過來。'],
    'zh-Hans': ['很满意，走时准。', '问防水性能，已解答。', '周末会过来。'],
  },
  arrival: {
    en: ['Told of the new arrivals in the colour they like.'],
    'zh-Hant': ['告知有合心意顏色的新品到店。'],
    'zh-Hans': ['告知有合心意颜色的新品到店。'],
  },
} satisfies Record<string, Record<SampleLanguage, readonly string[]>>;

interface Talk {
  readonly at: number;
  readonly channel: ConversationChannel;
  readonly direction: 'in' | 'out';
  readonly outcome: ConversationOutcome;
  readonly about: keyof typeof said;
  readonly isSelling?: boolean;
}

/** Writes what was said with those who bought lately: thanks, answers, visits, and a few offers to those who permit them. */
export function talkWriter(db: WritableDb, seed: number, now: number): (customer: SampleCustomer) => void {
  const insert = rowInserter(db, 'conversations');
  let count = 0;
  return (customer) => {
    const sale = customer.sales.filter(({ kind }) => kind === 'sale').at(-1);
    if (!sale || sale.at < now - recentMs) return;
    const random = new Random(seed, 'talks', customer.index);
    for (const talk of talksAfter(random, customer, sale.at, now)) {
      count += 1;
      const isSelling = talk.isSelling === true;
      insert({
        id: random.uuid7(talk.at),
        // A prefix that no counter has.
        number: `T0-${String(count).padStart(6, '0')}`,
        customer_id: customer.id,
        at: talk.at,
        channel: talk.channel,
        direction: talk.direction,
        purpose: isSelling ? 'selling' : 'service',
        goods_class: isSelling ? GOODS_CLASSES[0] : null,
        staff_id: sale.staffId,
        words: random.pick(said[talk.about][customer.language]),
        outcome: talk.outcome,
        gate: isSelling ? 'open' : null,
        made_by: sale.staffId,
        made_at: talk.at,
        updated_at: talk.at,
      });
    }
  };
}

function talksAfter(random: Random, customer: SampleCustomer, boughtAt: number, now: number): Talk[] {
  const talks: Talk[] = [];
  const add = (talk: Talk) => talk.at < now && talks.push(talk);
  const channel = wayTo(random, customer);
  const thankedAt = boughtAt + random.int(2, 4) * dayMs;
  if (channel && random.chance(0.6)) {
    const isCall = channel === 'phone';
    const isAnswered = random.chance(channel === 'email' || channel === 'letter' ? 0.3 : 0.6);
    const outcome = isCall ? (isAnswered ? 'talked' : 'no-answer') : 'sent';
    add({ at: thankedAt, channel, direction: 'out', outcome, about: 'thanks' });
    if (isAnswered && !isCall && channel !== 'letter')
      add({
        at: thankedAt + random.int(1, 40) * 3_600_000,
        channel,
        direction: 'in',
        outcome: 'sent',
        about: 'answer',
      });
  }
  if (random.chance(0.3))
    add({
      at: boughtAt + random.int(8, 60) * dayMs,
      channel: 'visit',
      direction: 'in',
      outcome: 'talked',
      about: 'visit',
    });
  const permitted = permittedWay(customer);
  if (permitted && random.chance(0.35))
    add({
      at: boughtAt + random.int(30, 90) * dayMs,
      channel: permitted,
      direction: 'out',
      outcome: 'sent',
      about: 'arrival',
      isSelling: true,
    });
  return talks;
}

/** As they prefer, else by what is on the record. */
function wayTo(random: Random, { preferredChannel, contacts }: SampleCustomer): ConversationChannel | null {
  if (preferredChannel) return preferredChannel === 'post' ? 'letter' : preferredChannel;
  const ways = contacts
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'email' || kind === 'phone' || kind === 'whatsapp');
  return ways.length > 0 ? random.pick(ways) : null;
}

/** A way by which watches may be offered: what the last answer says, signed and without a catch. */
function permittedWay({ consents }: SampleCustomer): ConversationChannel | null {
  const last = consents.at(-1);
  if (last?.event !== 'given' || last.form !== 'written' || !last.goods.includes('watches')) return null;
  const way = last.channels.find((one) => one !== 'post');
  return way ?? null;
}

/** Writes two messages that were prepared some days ago, and nobody said whether they went out. */
export function insertPreparedTalks(db: WritableDb, counter: string, now: number): void {
  const insert = rowInserter(db, 'conversations');
  const people = db
    .prepare(
      `SELECT c.id, c.language, c.primary_advisor_id AS staff_id FROM customers c
       JOIN customer_contacts k ON k.customer_id = c.id AND k.kind = 'email'
       WHERE c.primary_advisor_id IS NOT NULL AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
       ORDER BY c.id DESC LIMIT 2`,
    )
    .all() as { id: string; language: SampleLanguage; staff_id: string }[];
  for (const [index, { id, language, staff_id }] of people.entries()) {
    const at = now - (2 + index) * dayMs;
    insert({
      id: newId(),
      number: `T${takeNumber(db, counter, 'conversation')}`,
      customer_id: id,
      at,
      channel: 'email',
      direction: 'out',
      purpose: 'service',
      staff_id,
      words: preparedWords[language],
      made_by: staff_id,
      made_at: at,
      updated_at: at,
    });
  }
}

const preparedWords: Readonly<Record<SampleLanguage, string>> = {
  en: 'The strap you asked about is in. We keep it for you until Sunday.',
  'zh-Hant': '您查詢的錶帶已到店，為您保留至星期日。',
  'zh-Hans': '您查询的表带已到店，为您保留至星期日。',
};
