import { civilDateOf } from '@shared/domain/dates';
import { DEFAULT_GIFT_POLICY, giftBudget, isPastLimit } from '@shared/domain/gifts';
import { asLanguage, type Language } from '@shared/domain/languages';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';

type Said = Readonly<Record<Language, string>>;

const called: { readonly subject: Said; readonly words: Said; readonly reason: Said } = {
  subject: { en: 'A new arrival', 'zh-Hant': '新品到店', 'zh-Hans': '新品到店' },
  words: {
    en: 'Told her that the one she tried in spring is back; she comes on Friday.',
    'zh-Hant': '告知春天試戴的那枚已再到貨，星期五會來。',
    'zh-Hans': '告知春天试戴的那枚已再到货，星期五会来。',
  },
  reason: {
    en: 'She had asked to be rung the day it came, however often we had written before',
    'zh-Hant': '顧客曾要求到貨當日來電，不論之前聯絡過多少次',
    'zh-Hans': '顾客曾要求到货当日来电，不论之前联系过多少次',
  },
};
const thanked: { readonly whatFor: Said; readonly reason: Said } = {
  whatFor: {
    en: 'Three friends bought this month',
    'zh-Hant': '本月介紹三位朋友購買',
    'zh-Hans': '本月介绍三位朋友购买',
  },
  reason: {
    en: 'Agreed on the telephone with the manager before it was wrapped',
    'zh-Hant': '包裝前已致電經理同意',
    'zh-Hans': '包装前已致电经理同意',
  },
};

const dayMs = 86_400_000;

interface Member {
  readonly id: string;
  readonly language: string | null;
  readonly advisor: string;
  readonly tier: string;
}

/** A selling call past the contact limit and a gift past the year's, each with its reason: the manager has signed neither. */
export function insertPastLimits(db: WritableDb, now: number): void {
  // The members of longest standing: other stories are told of those that come first in the list of customers.
  const members = prepared(
    db,
    `SELECT c.id, c.language, c.primary_advisor_id AS advisor, m.tier FROM vip_memberships m
     JOIN customers c ON c.id = m.customer_id AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
       AND c.primary_advisor_id IS NOT NULL
     WHERE m.tier = 'silver' AND m.ended_on IS NULL ORDER BY m.since, m.id LIMIT 2`,
  ).all() as Member[];
  const [rung, given] = members;
  if (rung) insertCall(db, rung, now - 6 * dayMs);
  if (given) insertGift(db, given, now - 4 * dayMs);
}

function insertCall(db: WritableDb, { id, language, advisor }: Member, at: number): void {
  const spoken = asLanguage(language);
  rowInserter(
    db,
    'conversations',
  )({
    id: newId(),
    // A prefix that no counter has.
    number: 'T0-P00001',
    customer_id: id,
    at,
    channel: 'phone',
    direction: 'out',
    purpose: 'selling',
    goods_class: 'watches',
    staff_id: advisor,
    subject: called.subject[spoken],
    words: called.words[spoken],
    outcome: 'talked',
    gate: 'overridden',
    gate_obstacles: '["pressure"]',
    gate_reason: called.reason[spoken],
    made_by: advisor,
    made_at: at,
    updated_at: at,
  });
}

function insertGift(db: WritableDb, { id, language, advisor, tier }: Member, at: number): void {
  const kind = prepared(
    db,
    'SELECT id, cost_minor FROM gift_kinds WHERE retired_at IS NULL AND stock > 0 ORDER BY cost_minor DESC LIMIT 1',
  ).get() as { id: string; cost_minor: number } | undefined;
  const year = civilDateOf(at).slice(0, 4);
  const before = prepared(
    db,
    `SELECT coalesce(sum(cost_minor), 0) FROM gifts WHERE customer_id = ? AND given_on BETWEEN ? AND ?
       AND taken_back_at IS NULL`,
  )
    .pluck()
    .get(id, `${year}-01-01`, `${year}-12-31`) as number;
  const budget = giftBudget(DEFAULT_GIFT_POLICY, tier, before);
  if (!kind || !isPastLimit(budget, kind.cost_minor)) return;
  const spoken = asLanguage(language);
  const giftId = newId();
  rowInserter(
    db,
    'gifts',
  )({
    id: giftId,
    number: `G${takeNumber(db, 'A', 'gift')}`,
    customer_id: id,
    gift_kind_id: kind.id,
    quantity: 1,
    cost_minor: kind.cost_minor,
    currency: 'HKD',
    given_on: civilDateOf(at),
    given_by: advisor,
    occasion: 'thanks',
    what_for: thanked.whatFor[spoken],
    handed_over: 'in-person',
    tier,
    policy_version: 0,
    limit_minor: budget.limitMinor,
    given_before_minor: before,
    is_past_limit: 1,
    limit_reason: thanked.reason[spoken],
    made_by: advisor,
    made_at: at,
  });
  rowInserter(
    db,
    'gift_movements',
  )({
    id: newId(),
    gift_kind_id: kind.id,
    at,
    staff_id: advisor,
    kind: 'given',
    quantity: -1,
    gift_id: giftId,
  });
}
