import type { CampaignTexts } from '@shared/contract/campaigns';
import type { CampaignResponse } from '@shared/domain/campaigns';
import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { asLanguage, type Language } from '@shared/domain/languages';
import type { SegmentRule } from '@shared/domain/segments';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { insertCampaign, insertMaking } from '../campaigns/campaigns.sql';
import { insertEntry } from '../campaigns/entries.sql';
import { addressFor } from '../conversations/before-contact.sql';
import { gateOf } from '../conversations/gate.sql';
import { findCustomer } from '../customers/customers.sql';
import { insertSegment } from '../segments/segments.sql';
import type { Sample } from './generator/types';

type Said = Readonly<Record<Language, string>>;

const name: Said = { en: 'A call before the holidays', 'zh-Hant': '節前問候', 'zh-Hans': '节前问候' };
const segmentName: Said = {
  en: 'Customers we may ring about watches',
  'zh-Hant': '可致電介紹腕錶的顧客',
  'zh-Hans': '可致电介绍腕表的顾客',
};
const rule: SegmentRule = {
  groups: [{ any: [{ kind: 'consent', not: false, channel: 'phone', goodsClass: 'watches' }] }],
};
const texts: CampaignTexts = {
  en: {
    subject: 'A call before the holidays',
    body: 'Ask how the watch runs. Then: the winter pieces have come in, and we lay two aside for {{name}} until Sunday.',
  },
  'zh-Hant': {
    subject: '節前問候',
    body: '先問候腕錶走時可好。再說：冬季新款已到店，可為{{name}}留兩枚到星期日。',
  },
  'zh-Hans': {
    subject: '节前问候',
    body: '先问候腕表走时可好。再说：冬季新款已到店，可为{{name}}留两枚到星期日。',
  },
};

/** What those who were rung said; everybody after them is still to be rung. */
const answers: readonly { readonly response: CampaignResponse; readonly words: Said }[] = [
  {
    response: 'answered',
    words: {
      en: 'Comes on Saturday with his wife',
      'zh-Hant': '星期六與太太同來',
      'zh-Hans': '星期六与太太同来',
    },
  },
  { response: 'not-reached', words: { en: '', 'zh-Hant': '', 'zh-Hans': '' } },
  {
    response: 'no',
    words: { en: 'Not before the spring', 'zh-Hant': '春天再說', 'zh-Hans': '春天再说' },
  },
];

/** How many are on the call sheets, and among how many who said yes to calls they are looked for. */
const mostCalls = 12;
const mostExamined = 200;
const daysAgo = 2;
const hourMs = 3_600_000;

/** A campaign by telephone that was begun the day before yesterday: most of its calls are still to be made. */
export function insertCalls(db: WritableDb, { staff }: Sample, now: number): void {
  const manager = staff.find(({ role }) => role === 'manager');
  if (!manager) return;
  const language = asLanguage(manager.language);
  const startsOn = addDays(civilDateOf(now), -daysAgo);
  const at = startOfDay(startsOn) + 12 * hourMs;
  const people = listToRing(db, now);
  if (people.length === 0) return;
  const segmentId = newId();
  insertSegment(db, {
    id: segmentId,
    name: segmentName[language],
    rule: JSON.stringify(rule),
    made_by: manager.id,
    made_at: at,
    updated_at: at,
  });
  const campaignId = newId();
  insertCampaign(db, {
    id: campaignId,
    number: `K${takeNumber(db, 'A', 'campaign')}`,
    name: name[language],
    owner_id: manager.id,
    segment_id: segmentId,
    channel: 'phone',
    goods_class: 'watches',
    texts: JSON.stringify(texts),
    starts_on: startsOn,
    ends_on: addDays(startsOn, 14),
    sales_days: 30,
    status: 'made',
    made_at: at,
    created_by: manager.id,
    created_at: at,
    updated_at: at,
  });
  const makingId = newId();
  insertMaking(db, {
    id: makingId,
    campaign_id: campaignId,
    at,
    staff_id: manager.id,
    kind: 'call-sheets',
    rule: JSON.stringify(rule),
    people: people.length,
    files: 1,
    finished_at: at,
  });
  const insertTalk = rowInserter(db, 'conversations');
  for (const [index, person] of people.entries()) {
    const said = answers[index];
    const advisorId = person.advisor_id ?? manager.id;
    const saidAt = at + (22 + index) * hourMs;
    const conversationId = newId();
    const words = said?.words[asLanguage(person.language)] ?? '';
    insertTalk({
      id: conversationId,
      // A prefix that no counter has.
      number: `T0-C${String(index + 1).padStart(5, '0')}`,
      customer_id: person.id,
      at: said ? saidAt : at,
      channel: 'phone',
      direction: 'out',
      purpose: 'selling',
      goods_class: 'watches',
      staff_id: said ? advisorId : manager.id,
      subject: texts[asLanguage(person.language)].subject,
      words,
      outcome: said ? (said.response === 'not-reached' ? 'no-answer' : 'talked') : null,
      gate: 'open',
      origin_kind: 'campaign',
      origin_id: campaignId,
      made_by: manager.id,
      made_at: at,
      updated_at: said ? saidAt : at,
    });
    insertEntry(db, {
      id: newId(),
      campaign_id: campaignId,
      customer_id: person.id,
      asked_id: person.id,
      making_id: makingId,
      conversation_id: conversationId,
      advisor_id: advisorId,
      is_call: 1,
      at,
      written_at: at,
      response: said?.response ?? null,
      response_at: said ? saidAt : null,
      response_by: said ? advisorId : null,
      response_words: words || null,
    });
  }
}

interface Person {
  readonly id: string;
  readonly language: string | null;
  readonly advisor_id: string | null;
}

/** Customers whom the app itself would put on a call sheet, from those of the last years on: other stories are told of the first. */
function listToRing(db: WritableDb, now: number): Person[] {
  const candidates = prepared(
    db,
    `SELECT c.id, c.language, c.primary_advisor_id AS advisor_id FROM customers c
     WHERE c.deleted_at IS NULL AND c.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM consent_events e
       WHERE e.customer_id = c.id AND e.kind = 'given' AND instr(e.channels, '"phone"') > 0
         AND instr(e.goods_classes, '"watches"') > 0)
     ORDER BY c.id DESC LIMIT ?`,
  ).all(mostExamined) as Person[];
  const mayRing = ({ id }: Person) => {
    const customer = findCustomer(db, id);
    const gate = gateOf(db, id, { channel: 'phone', goodsClass: 'watches', now });
    return gate.state === 'open' && customer !== undefined && addressFor(db, customer, 'phone') !== null;
  };
  const people: Person[] = [];
  for (const person of candidates) {
    if (people.length === mostCalls) break;
    if (mayRing(person)) people.push(person);
  }
  return people;
}
