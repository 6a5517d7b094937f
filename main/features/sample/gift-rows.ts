import { civilDateOf } from '@shared/domain/dates';
import { DEFAULT_GIFT_POLICY, type GiftHanding, type GiftOccasion, giftBudget } from '@shared/domain/gifts';
import { rowInserter } from '../../db/bulk';
import { prepared, type WritableDb } from '../../db/sql';
import { Random } from './generator/random';
import type { SampleCustomer, SampleLanguage } from './generator/types';

interface Kind {
  readonly name: string;
  readonly chineseName: string;
  readonly words: string | null;
  readonly costMinor: number;
  readonly lowAt: number;
  readonly occasions: readonly GiftOccasion[];
  readonly tastes: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    name: 'Travel watch roll',
    chineseName: '旅行錶卷',
    words: 'Holds two watches, goat leather',
    costMinor: 260_00,
    lowAt: 5,
    occasions: ['birthday', 'vip-welcome'],
    tastes: ['black', 'leather'],
  },
  {
    name: 'Silk pocket square, blue',
    chineseName: '藍色絲質袋巾',
    words: null,
    costMinor: 180_00,
    lowAt: 4,
    occasions: ['birthday', 'anniversary'],
    tastes: ['blue'],
  },
  {
    name: 'Pair of tea cups',
    chineseName: '對裝茶杯',
    words: 'Porcelain, in a box with a ribbon',
    costMinor: 320_00,
    lowAt: 3,
    occasions: ['wedding', 'anniversary'],
    tastes: [],
  },
  {
    name: 'Polishing cloth and brush',
    chineseName: '抹錶布及刷',
    words: null,
    costMinor: 35_00,
    lowAt: 20,
    occasions: [],
    tastes: ['steel'],
  },
  {
    name: 'Dried tangerine peel, ten years',
    chineseName: '十年陳皮',
    words: 'For the New Year visit',
    costMinor: 420_00,
    lowAt: 6,
    occasions: ['new-year'],
    tastes: [],
  },
  {
    name: 'Leather key ring, green',
    chineseName: '綠色皮革匙扣',
    words: null,
    costMinor: 90_00,
    lowAt: 8,
    occasions: ['thanks', 'repair-apology', 'birthday'],
    tastes: ['green', 'leather'],
  },
  {
    name: 'Chocolates of the house',
    chineseName: '店方朱古力',
    words: 'Keep cool; best within two months',
    costMinor: 120_00,
    lowAt: 6,
    occasions: [],
    tastes: [],
  },
  {
    name: 'Desk winder',
    chineseName: '座枱搖錶器',
    words: 'For one watch',
    costMinor: 1_150_00,
    lowAt: 2,
    occasions: ['vip-welcome', 'anniversary'],
    tastes: [],
  },
];

const causes: readonly {
  readonly occasion: GiftOccasion;
  readonly whatFor: Readonly<Record<SampleLanguage, string>> | null;
}[] = [
  { occasion: 'birthday', whatFor: null },
  {
    occasion: 'vip-welcome',
    whatFor: { en: 'With the new card', 'zh-Hant': '隨新會員卡', 'zh-Hans': '随新会员卡' },
  },
  {
    occasion: 'repair-apology',
    whatFor: { en: 'For the long wait', 'zh-Hant': '多謝久候', 'zh-Hans': '感谢久候' },
  },
  { occasion: 'new-year', whatFor: null },
  {
    occasion: 'thanks',
    whatFor: { en: 'Brought a friend', 'zh-Hant': '介紹朋友', 'zh-Hans': '介绍朋友' },
  },
];

const handings: readonly GiftHanding[] = [
  'in-person',
  'in-person',
  'with-purchase',
  'with-repair',
  'courier',
];
const dayMs = 86_400_000;
const deliveredAtOnce = 24;
/** How likely the holder of a card was given something. */
const likelihood: Readonly<Record<string, number>> = { silver: 0.2, gold: 0.7, diamond: 0.9 };

/** Writes the drawer of gifts, and what the holders of cards were given in the last year and a half. */
export function giftWriter(
  db: WritableDb,
  { seed, now, receivedBy }: { seed: number; now: number; receivedBy: string },
): (customer: SampleCustomer) => void {
  const insertKind = rowInserter(db, 'gift_kinds');
  const insertGift = rowInserter(db, 'gifts');
  const insertMovement = rowInserter(db, 'gift_movements');
  const drawer = kinds.map((kind, index) => {
    const id = new Random(seed, 'gift kinds', index).uuid7(now - 700 * dayMs);
    return { ...kind, id, stock: 0 };
  });
  const receive = (kind: (typeof drawer)[number], random: Random, at: number, quantity: number) => {
    kind.stock += quantity;
    insertMovement({
      id: random.uuid7(at),
      gift_kind_id: kind.id,
      at,
      staff_id: receivedBy,
      kind: 'received',
      quantity,
      gift_id: null,
    });
  };
  let isDrawerMade = false;
  const makeDrawer = () => {
    isDrawerMade = true;
    for (const [index, kind] of drawer.entries()) {
      insertKind({
        id: kind.id,
        name: kind.name,
        chinese_name: kind.chineseName,
        words: kind.words,
        cost_minor: kind.costMinor,
        currency: 'HKD',
        low_at: kind.lowAt,
        occasions: JSON.stringify(kind.occasions),
        tastes: JSON.stringify(kind.tastes),
        updated_at: now - 700 * dayMs,
      });
      // Of the last few only as many came as make the warning be seen.
      const quantity = index < kinds.length - 2 ? deliveredAtOnce : kind.lowAt;
      receive(kind, new Random(seed, 'gift delivery', index), now - 690 * dayMs, quantity);
    }
  };
  let given = 0;
  return ({ id, index, vip, language, primaryAdvisorId }) => {
    if (!isDrawerMade) makeDrawer();
    const card = vip.membership;
    if (!card || card.endedAt !== null) return;
    const random = new Random(seed, 'gifts', index);
    if (!random.chance(likelihood[card.tier] ?? 0)) return;
    const what = random.pick(causes);
    const at = now - random.int(3, 520) * dayMs;
    if (at < card.joinedAt) return;
    const fitting = drawer
      .slice(0, -2)
      .filter(({ occasions }) => occasions.length === 0 || occasions.includes(what.occasion));
    const kind = random.pick(fitting);
    if (kind.stock === 0) receive(kind, random, at, deliveredAtOnce);
    kind.stock -= 1;
    given += 1;
    const giftId = random.uuid7(at);
    insertGift({
      id: giftId,
      number: `GA-${String(given).padStart(6, '0')}`,
      customer_id: id,
      gift_kind_id: kind.id,
      quantity: 1,
      cost_minor: kind.costMinor,
      currency: 'HKD',
      given_on: civilDateOf(at),
      given_by: primaryAdvisorId,
      occasion: what.occasion,
      what_for: what.whatFor?.[language] ?? null,
      handed_over: random.pick(handings),
      tier: card.tier,
      policy_version: 0,
      limit_minor: giftBudget(DEFAULT_GIFT_POLICY, card.tier, 0).limitMinor,
      given_before_minor: 0,
      is_past_limit: 0,
      made_by: primaryAdvisorId,
      made_at: at,
    });
    insertMovement({
      id: random.uuid7(at),
      gift_kind_id: kind.id,
      at,
      staff_id: primaryAdvisorId,
      kind: 'given',
      quantity: -1,
      gift_id: giftId,
    });
    // The next number anybody takes is the next one.
    prepared(
      db,
      `INSERT INTO number_sequences (kind, prefix, next) VALUES ('gift', 'A', @next)
       ON CONFLICT (kind, prefix) DO UPDATE SET next = @next`,
    ).run({ next: given + 1 });
  };
}
