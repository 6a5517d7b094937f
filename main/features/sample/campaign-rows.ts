import type { CampaignTexts } from '@shared/contract/campaigns';
import type { CampaignChannel, CampaignResponse } from '@shared/domain/campaigns';
import type { GoodsClass } from '@shared/domain/consent-events';
import { addDays, civilDateOf, daysBetween, startOfDay } from '@shared/domain/dates';
import { asLanguage, type Language } from '@shared/domain/languages';
import type { SegmentRule } from '@shared/domain/segments';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { insertCampaign, insertMaking } from '../campaigns/campaigns.sql';
import { insertEntry } from '../campaigns/entries.sql';
import { updateAction } from '../programmes/programmes.sql';
import { insertSegment } from '../segments/segments.sql';
import { listTemplates } from '../templates/templates.sql';
import type { Sample } from './generator/types';

type Said = Readonly<Record<Language, string>>;

const not = false;
const ever = { months: null, brand: null, category: null, product: null };

const segments: readonly { readonly key: string; readonly name: Said; readonly rule: SegmentRule }[] = [
  {
    key: 'omega',
    name: {
      en: 'Omega customers we may e-mail',
      'zh-Hant': '可電郵聯絡的 Omega 顧客',
      'zh-Hans': '可用电子邮件联系的 Omega 顾客',
    },
    rule: {
      groups: [
        { any: [{ ...ever, kind: 'bought', not, brand: 'Omega', months: 60 }] },
        { any: [{ kind: 'consent', not, channel: 'email', goodsClass: 'watches' }] },
      ],
    },
  },
  {
    key: 'quiet',
    name: {
      en: 'VIPs not spoken with for half a year',
      'zh-Hant': '半年沒有聯絡的貴賓',
      'zh-Hans': '半年没有联系的贵宾',
    },
    rule: {
      groups: [{ any: [{ kind: 'vip', not, tier: null }] }, { any: [{ kind: 'quiet', not, days: 180 }] }],
    },
  },
  {
    key: 'service',
    name: { en: 'Service due within two months', 'zh-Hant': '兩個月內須檢修', 'zh-Hans': '两个月内须检修' },
    rule: {
      groups: [
        { any: [{ kind: 'owns', not, brand: null, warrantyDays: null, serviceDays: 60 }] },
        { any: [{ kind: 'complaint', not: true }] },
      ],
    },
  },
  {
    key: 'prospects',
    name: {
      en: 'Prospects with an open need',
      'zh-Hant': '有需要而未購買的顧客',
      'zh-Hans': '有需要而未购买的顾客',
    },
    rule: {
      groups: [
        { any: [{ kind: 'prospect', not }] },
        { any: [{ kind: 'need', not, brand: null, category: null, atLeastMinor: null }] },
      ],
    },
  },
];

const strapText: CampaignTexts = {
  en: {
    subject: 'A new strap for your watch',
    body: 'Dear {{name}},\n\nThe autumn straps have come in. Bring your watch, and we fit one while you wait, free of charge.\n\n{{advisor}}\n{{shop}}',
  },
  'zh-Hant': {
    subject: '為您的手錶換上新錶帶',
    body: '{{name}}：\n\n秋季錶帶已到店。歡迎帶同手錶光臨，我們即場免費為您更換。\n\n{{advisor}}\n{{shop}}',
  },
  'zh-Hans': {
    subject: '为您的手表换上新表带',
    body: '{{name}}：\n\n秋季表带已到店。欢迎带同手表光临，我们即场免费为您更换。\n\n{{advisor}}\n{{shop}}',
  },
};

const cardText: CampaignTexts = {
  en: {
    subject: 'The colours of spring',
    body: 'Dear {{name}},\n\nThe first watches in the colours of spring have come in, and two of them made us think of you. May we lay them aside until you pass by?\n\n{{advisor}}\n{{shop}}',
  },
  'zh-Hant': {
    subject: '春日色彩',
    body: '{{name}}：\n\n首批春色腕錶已到店，其中兩枚令我們想起您。可否為您留到下次光臨？\n\n{{advisor}}\n{{shop}}',
  },
  'zh-Hans': {
    subject: '春日色彩',
    body: '{{name}}：\n\n首批春色腕表已到店，其中两枚令我们想起您。可否为您留到下次光临？\n\n{{advisor}}\n{{shop}}',
  },
};

const answers: readonly { readonly response: CampaignResponse; readonly words: Said }[] = [
  {
    response: 'answered',
    words: { en: 'Will come by on Saturday', 'zh-Hant': '星期六會來', 'zh-Hans': '星期六会来' },
  },
  {
    response: 'no',
    words: { en: 'Has enough of them', 'zh-Hant': '已有足夠', 'zh-Hans': '已有足够' },
  },
  {
    response: 'answered',
    words: { en: 'Asked for the brown one', 'zh-Hant': '詢問棕色款', 'zh-Hans': '询问棕色款' },
  },
];

const noonMs = 12 * 3_600_000;
/** Every fourth said something. */
const answeredEvery = 4;

/** A few segments, a campaign that has run, and one that is being written: the same handful however large the shop is. */
export function insertCampaigns(db: WritableDb, sample: Sample, now: number): void {
  const manager = sample.staff.find(({ role }) => role === 'manager') ?? sample.staff[0];
  if (!manager) return;
  const language = asLanguage(manager.language);
  const today = civilDateOf(now);
  const ids = new Map(segments.map(({ key }) => [key, newId()]));
  const made = startOfDay(addDays(today, -70)) + noonMs;
  for (const { key, name, rule } of segments)
    insertSegment(db, {
      id: ids.get(key) ?? '',
      name: name[language],
      rule: JSON.stringify(rule),
      made_by: manager.id,
      made_at: made,
      updated_at: made,
    });
  const campaign = (terms: {
    name: Said;
    segmentId: string;
    programmeId?: string;
    channel: CampaignChannel;
    goodsClass: GoodsClass;
    texts: CampaignTexts;
    from: number;
    isMade: boolean;
    templateId?: string;
  }) => {
    const id = newId();
    const at = startOfDay(addDays(today, terms.from)) + noonMs;
    insertCampaign(db, {
      id,
      number: `K${takeNumber(db, 'A', 'campaign')}`,
      name: terms.name[language],
      owner_id: manager.id,
      segment_id: terms.segmentId,
      programme_id: terms.programmeId ?? null,
      channel: terms.channel,
      goods_class: terms.goodsClass,
      template_id: terms.templateId ?? null,
      template_version: terms.templateId ? 0 : null,
      texts: JSON.stringify(terms.texts),
      starts_on: addDays(today, terms.from),
      ends_on: addDays(today, terms.from + 45),
      sales_days: 45,
      status: terms.isMade ? 'made' : 'draft',
      made_at: terms.isMade ? at : null,
      sent_at: terms.isMade ? at : null,
      created_by: manager.id,
      created_at: at,
      updated_at: at,
    });
    return { id, at };
  };
  const straps = campaign({
    name: { en: 'Autumn straps', 'zh-Hant': '秋季錶帶', 'zh-Hans': '秋季表带' },
    segmentId: ids.get('omega') ?? '',
    channel: 'email',
    goodsClass: 'watches',
    texts: strapText,
    from: -40,
    isMade: true,
  });
  insertEntries(db, straps, {
    managerId: manager.id,
    rule: segments[0]?.rule,
    texts: strapText,
    prefix: 'K',
    customers: listWilling(db, straps.at, { programmeId: null, most: 36 }),
  });
  const programme = runningProgramme(db);
  if (programme) {
    const card = campaign({
      name: {
        en: 'A card in the colours of spring',
        'zh-Hant': '春日色彩賀卡',
        'zh-Hans': '春日色彩贺卡',
      },
      segmentId: programme.segment_id,
      programmeId: programme.id,
      channel: 'email',
      goodsClass: 'watches',
      texts: cardText,
      from: daysBetween(today, programme.due_on),
      isMade: true,
    });
    updateAction(db, programme.action_id, { campaign_id: card.id });
    insertEntries(db, card, {
      managerId: manager.id,
      rule: JSON.parse(programme.segment_rule) as SegmentRule,
      texts: cardText,
      prefix: 'L',
      customers: listWilling(db, card.at, { programmeId: programme.id, most: 24 }),
    });
  }
  campaign({
    name: { en: 'New at the counter', 'zh-Hant': '新品到店', 'zh-Hans': '新品到店' },
    segmentId: ids.get('quiet') ?? '',
    channel: 'email',
    goodsClass: 'watches',
    texts: arrivalTexts(db),
    templateId: arrivalTemplate,
    from: 3,
    isMade: false,
  });
}

const arrivalTemplate = 'new-arrival-email';

/** The built-in text about something new, with what is still to be filled in. */
function arrivalTexts(db: WritableDb): CampaignTexts {
  const texts = listTemplates(db).find(({ id }) => id === arrivalTemplate)?.texts;
  return texts ? bare(texts) : strapText;
}

const bare = (texts: Readonly<Record<Language, { subject: string; body: string }>>): CampaignTexts => ({
  en: { subject: texts.en.subject, body: texts.en.body },
  'zh-Hant': { subject: texts['zh-Hant'].subject, body: texts['zh-Hant'].body },
  'zh-Hans': { subject: texts['zh-Hans'].subject, body: texts['zh-Hans'].body },
});

/** The programme that runs, and its action that is a campaign. */
function runningProgramme(db: ReadableDb) {
  return prepared(
    db,
    `SELECT p.id, p.segment_id, p.segment_rule, a.id AS action_id, a.due_on FROM programmes p
     JOIN programme_actions a ON a.programme_id = p.id AND a.kind = 'campaign'
     WHERE p.status = 'running' ORDER BY p.started_at, a.due_on LIMIT 1`,
  ).get() as
    | { id: string; segment_id: string; segment_rule: string; action_id: string; due_on: string }
    | undefined;
}

interface Willing {
  readonly id: string;
  readonly language: string;
  readonly advisor_id: string | null;
}

/**
 * Customers who had said yes to e-mails by then, and have an address to write to; of a programme only those whom its lot did not
 * hold out.
 */
function listWilling(
  db: ReadableDb,
  at: number,
  { programmeId, most }: { readonly programmeId: string | null; readonly most: number },
): Willing[] {
  const from =
    programmeId === null
      ? 'customers c WHERE 1 = 1'
      : `programme_members m JOIN customers c ON c.id = m.customer_id
         WHERE m.programme_id = @programmeId AND m.is_held_out = 0`;
  return prepared(
    db,
    `SELECT c.id, c.language, c.primary_advisor_id AS advisor_id FROM ${from}
       AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
       AND EXISTS (SELECT 1 FROM customer_contacts k WHERE k.customer_id = c.id AND k.kind = 'email')
       AND EXISTS (SELECT 1 FROM consent_events e WHERE e.customer_id = c.id AND e.kind = 'given' AND e.at < @at
         AND instr(e.channels, '"email"') > 0 AND instr(e.goods_classes, '"watches"') > 0)
     ORDER BY c.id LIMIT @most`,
  ).all({ at, most, ...(programmeId === null ? {} : { programmeId }) }) as Willing[];
}

interface Entries {
  readonly managerId: string;
  readonly rule: SegmentRule | undefined;
  readonly texts: CampaignTexts;
  /** Of the conversations' numbers, so that two campaigns share none. */
  readonly prefix: string;
  readonly customers: readonly Willing[];
}

/** Whom it was written to, and what every fourth of them said. */
function insertEntries(
  db: WritableDb,
  { id, at }: { readonly id: string; readonly at: number },
  { managerId, rule, texts, prefix, customers }: Entries,
): void {
  const makingId = newId();
  insertMaking(db, {
    id: makingId,
    campaign_id: id,
    at,
    staff_id: managerId,
    kind: 'emails',
    rule: JSON.stringify(rule ?? { groups: [] }),
    people: customers.length,
    files: customers.length + 1,
    finished_at: at,
  });
  const insertTalk = prepared(
    db,
    `INSERT INTO conversations (id, number, customer_id, at, channel, direction, purpose, goods_class, staff_id, subject,
       words, outcome, gate, origin_kind, origin_id, made_by, made_at, updated_at)
     VALUES (@id, @number, @customerId, @at, 'email', @direction, @purpose, @goodsClass, @staffId, @subject, @words, @outcome,
       @gate, 'campaign', @campaignId, @staffId, @at, @at)`,
  );
  customers.forEach((customer, index) => {
    const language = asLanguage(customer.language);
    const staffId = customer.advisor_id ?? managerId;
    const talk = { customerId: customer.id, campaignId: id, subject: texts[language].subject };
    const conversationId = newId();
    insertTalk.run({
      ...talk,
      id: conversationId,
      // A prefix that no counter has.
      number: `T0-${prefix}${String(index + 1).padStart(5, '0')}`,
      at,
      direction: 'out',
      purpose: 'selling',
      goodsClass: 'watches',
      staffId: managerId,
      words: texts[language].subject,
      outcome: 'sent',
      gate: 'open',
    });
    const said =
      index % answeredEvery === 1 ? answers[Math.floor(index / answeredEvery) % answers.length] : null;
    const saidAt = at + (1 + (index % 6)) * 86_400_000;
    if (said)
      insertTalk.run({
        ...talk,
        id: newId(),
        number: `T0-${prefix}R${String(index + 1).padStart(5, '0')}`,
        at: saidAt,
        direction: 'in',
        purpose: 'service',
        goodsClass: null,
        staffId,
        words: said.words[language],
        outcome: null,
        gate: null,
      });
    insertEntry(db, {
      id: newId(),
      campaign_id: id,
      customer_id: customer.id,
      asked_id: customer.id,
      making_id: makingId,
      conversation_id: conversationId,
      advisor_id: staffId,
      at,
      written_at: at,
      response: said?.response ?? null,
      response_at: said ? saidAt : null,
      response_by: said ? staffId : null,
      response_words: said?.words[language] ?? null,
    });
  });
}
