import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import type { FollowUpKind } from '@shared/domain/follow-ups';
import { type Cadence, laterBy } from '@shared/domain/plans';
import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import { Random } from './generator/random';
import type { Sample, SampleCustomer, SampleLanguage, SampleSale } from './generator/types';

const dayMs = 86_400_000;
const noonMs = 12 * 3_600_000;

/** The manager's plan per tier, set when the shop began to keep one; silver comes by itself. */
const tierPlans: readonly (Cadence & {
  tier: string;
  purpose: 'service' | 'selling';
  channel: string | null;
})[] = [
  { tier: 'diamond', every: 6, unit: 'months', purpose: 'service', channel: 'phone' },
  { tier: 'gold', every: 12, unit: 'months', purpose: 'selling', channel: null },
];
const plannedDaysAgo = 200;

/** Writes the plans of the tiers, before anybody is in one. */
export function insertTierPlans(db: WritableDb, managerId: string, seed: number, now: number): void {
  const insert = rowInserter(db, 'tier_plans');
  const random = new Random(seed, 'plans', 0);
  const at = now - plannedDaysAgo * dayMs;
  for (const plan of tierPlans)
    insert({ id: random.uuid7(at), ...plan, kind: 'every', made_by: managerId, made_at: at });
}

const hours: Readonly<Record<SampleLanguage, string>> = {
  en: 'Weekdays after six',
  'zh-Hant': '平日六時後',
  'zh-Hans': '平日六点后',
};
const note: Readonly<Record<SampleLanguage, string>> = {
  en: 'Wants to hear of new straps',
  'zh-Hant': '有新錶帶請通知',
  'zh-Hans': '有新表带请通知',
};
const leftAlone: Readonly<Record<SampleLanguage, string>> = {
  en: 'Asked not to be called',
  'zh-Hant': '要求不要致電',
  'zh-Hans': '要求不要致电',
};

/** The rules that come with the app, as far as the sample has followed them. */
const rules: readonly (Cadence & {
  id: string;
  kind: FollowUpKind;
  isWatch: boolean;
  from: number;
  to: number;
})[] = [
  { id: 'follow-up-thank-you-1', kind: 'thank-you', every: 3, unit: 'days', isWatch: false, from: 0, to: 30 },
  { id: 'follow-up-fit-check-1', kind: 'fit-check', every: 14, unit: 'days', isWatch: true, from: 0, to: 40 },
  { id: 'follow-up-care-1', kind: 'care', every: 180, unit: 'days', isWatch: true, from: 172, to: 190 },
  {
    id: 'follow-up-anniversary-1',
    kind: 'anniversary',
    every: 11,
    unit: 'months',
    isWatch: true,
    from: 326,
    to: 342,
  },
];

const outcomes: Readonly<Record<FollowUpKind, Readonly<Record<SampleLanguage, string>>>> = {
  'thank-you': {
    en: 'Thanked by message; very happy',
    'zh-Hant': '已發訊息致謝，顧客很滿意',
    'zh-Hans': '已发信息致谢，顾客很满意',
  },
  'fit-check': {
    en: 'Sits well; one link taken out',
    'zh-Hant': '合戴，已除一格',
    'zh-Hans': '合戴，已除一格',
  },
  care: { en: 'Runs well', 'zh-Hant': '走時準確', 'zh-Hans': '走时准确' },
  anniversary: { en: 'Will come in for a polish', 'zh-Hant': '會來店打磨', 'zh-Hans': '会来店打磨' },
  other: { en: 'Done', 'zh-Hant': '已完成', 'zh-Hans': '已完成' },
};
const skipped: Readonly<Record<SampleLanguage, string>> = {
  en: 'Thanked at the counter',
  'zh-Hant': '已在櫃位致謝',
  'zh-Hans': '已在柜台致谢',
};

/** Of those who bought within the year, one in so many has a plan of their own. */
const planEvery = 19;

/** Days before today from which on nobody has got round to it. */
const openDays = 2;

/** Writes plans of a few customers' own, and what followed the purchases of the last weeks. */
export function planWriter(
  db: WritableDb,
  { products }: Pick<Sample, 'products'>,
  { seed, now }: { seed: number; now: number },
): (customer: SampleCustomer) => void {
  const insertPlan = rowInserter(db, 'contact_plans');
  const insertFollowUp = rowInserter(db, 'follow_ups');
  const today = civilDateOf(now);
  const watchOf = ({ lines }: SampleSale) =>
    lines.map(({ productIndex }) => products[productIndex]).find((one) => one?.category === 'watch');
  return (customer) => {
    const { id, index, language, primaryAdvisorId } = customer;
    const recent = customer.sales.filter(({ kind, at }) => kind === 'sale' && at > now - 342 * dayMs);
    if (recent.length === 0) return;
    const random = new Random(seed, 'plans', index + 1);
    if (index % planEvery === 0 && primaryAdvisorId) {
      const isOff = index % 5 === 0;
      const at = now - random.int(20, 190) * dayMs;
      insertPlan({
        id: random.uuid7(at),
        customer_id: id,
        kind: isOff ? 'off' : 'every',
        every: isOff ? null : random.int(2, 6),
        unit: isOff ? null : 'months',
        hours: isOff ? null : hours[language],
        purpose: index % 2 === 0 ? 'service' : 'selling',
        note: (isOff ? leftAlone : note)[language],
        set_by: primaryAdvisorId,
        set_at: at,
      });
    }
    for (const sale of recent) {
      const soldOn = civilDateOf(sale.at);
      const age = Math.floor((now - sale.at) / dayMs);
      const watch = watchOf(sale);
      for (const rule of rules) {
        if (age < rule.from || age > rule.to || (rule.isWatch && !watch)) continue;
        const about = watch ?? products[sale.lines[0]?.productIndex ?? -1];
        const dueOn = laterBy(soldOn, rule);
        const isOpen = dueOn >= addDays(today, -openDays) || random.chance(0.04);
        const isSkipped = !isOpen && random.chance(0.1);
        insertFollowUp({
          id: random.uuid7(sale.at),
          customer_id: id,
          rule_version_id: rule.id,
          sale_id: sale.id,
          about: about?.nameEn ?? '',
          due_on: dueOn,
          owner_id: sale.staffId,
          is_discreet: sale.gift ? 1 : 0,
          status: isOpen ? 'open' : isSkipped ? 'skipped' : 'done',
          words: isOpen ? null : (isSkipped ? skipped : outcomes[rule.kind])[language],
          made_at: sale.at,
          closed_at: isOpen ? null : startOfDay(dueOn) + noonMs,
          closed_by: isOpen ? null : sale.staffId,
        });
      }
    }
  };
}
