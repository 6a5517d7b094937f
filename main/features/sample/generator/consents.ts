/** Consent events and the VIP programme. */
import { type Acquaintance, momentAfter } from './acquaintance.ts';
import { civil, DAY_MS, dayOf } from './calendar.ts';
import { REFUSAL_WORDS, WITHDRAWAL_WORDS } from './notes-data.ts';
import type { Random } from './random.ts';
import type {
  ConsentChannel,
  ConsentGoods,
  Instant,
  SampleConsent,
  SampleContact,
  SampleSale,
  SampleTier,
  SampleVip,
  SampleVipInvitation,
} from './types.ts';
import { staffOn, type World } from './world.ts';

const GOODS: readonly ConsentGoods[] = [
  'watches',
  'straps-accessories',
  'gifts',
  'service-reminders',
  'events',
];
const FORTNIGHT = 14 * DAY_MS;

function channelsOf(random: Random, contacts: SampleContact[]): ConsentChannel[] {
  const possible = new Set<ConsentChannel>();
  for (const contact of contacts) {
    if (contact.kind === 'phone' && contact.label !== 'home') possible.add('phone').add('sms');
    else if (contact.kind === 'whatsapp' || contact.kind === 'wechat' || contact.kind === 'email')
      possible.add(contact.kind);
  }
  const chosen = random.some([...possible], 0.55);
  return chosen.length > 0 ? chosen : [...possible].slice(0, 1);
}

function consentEvent(
  world: World,
  random: Random,
  who: Acquaintance,
  at: Instant,
  event: SampleConsent['event'],
  form: SampleConsent['form'],
): SampleConsent {
  const day = dayOf(at);
  const notices = world.shop.noticeVersions;
  const notice = [...notices].reverse().find((version) => version.validFrom <= civil(day)) ?? notices[0]!;
  const given = event === 'given';
  const channels = given || event === 'withdrawn' ? channelsOf(random, who.contacts) : [];
  const goods = given ? random.some(GOODS, 0.62) : [];
  if (given && goods.length === 0) goods.push('watches');
  const oral = given && form === 'oral';
  // Most are confirmed in time, some are still within their fortnight, and a few were forgotten.
  const confirmed = oral && random.chance(at > world.today - FORTNIGHT ? 0.35 : 0.93);
  const sentAt = confirmed
    ? momentAfter(world, random, at + 3_600_000, Math.min(13, (world.today - at) / DAY_MS))
    : null;
  return {
    id: random.uuid7(at),
    at,
    staffId: staffOn(world, random, day, random.chance(0.75) ? who.advisor : null),
    regime:
      who.origin === 'mainland' && random.chance(0.5)
        ? 'PIPL'
        : who.origin === 'western' && random.chance(0.2)
          ? 'GDPR'
          : 'HK-PDPO',
    purpose: 'direct-marketing',
    event,
    form,
    channels,
    goods,
    dataKinds: given
      ? [
          'name',
          ...(channels.includes('email') ? (['email'] as const) : []),
          ...(channels.some((c) => c !== 'email') ? (['phone'] as const) : []),
        ]
      : [],
    noticeId: notice.id,
    noticeVersion: notice.version,
    language: who.language,
    signatureSeed: given && form === 'written' ? random.int(1, 2_000_000_000) : null,
    confirmationDueAt: oral ? at + FORTNIGHT : null,
    confirmationSentAt: sentAt,
    confirmationChannel: sentAt === null ? null : (channels.find((channel) => channel !== 'phone') ?? 'post'),
    firstUseNoticeAt:
      given && !(oral && sentAt === null) && at < world.today - 30 * DAY_MS && random.chance(0.6)
        ? momentAfter(world, random, (sentAt ?? at) + DAY_MS, 25)
        : null,
    withdrawsId: null,
    words:
      event === 'given'
        ? null
        : random.chance(0.5)
          ? random.pick((event === 'declined' ? REFUSAL_WORDS : WITHDRAWAL_WORDS)[who.language])
          : null,
  };
}

/** Where the events of one customer lead: given, refused, taken back, asked again. */
export function inventConsents(world: World, random: Random, who: Acquaintance): SampleConsent[] {
  const events: SampleConsent[] = [];
  const roll = random.unit();
  if (roll > 0.72) return events;
  // Newcomers are asked at the first visit; the old card file over the following year.
  const askedAt = momentAfter(
    world,
    random,
    who.arrivedAt,
    !who.cardFile && random.chance(0.75) ? 0.01 : 300,
  );
  if (roll > 0.52) {
    events.push(
      consentEvent(world, random, who, askedAt, 'declined', random.chance(0.6) ? 'oral' : 'written'),
    );
    return events;
  }
  const oralRoll = random.unit();
  const given = consentEvent(
    world,
    random,
    who,
    askedAt,
    'given',
    oralRoll < 0.66 ? 'written' : oralRoll < 0.92 ? 'oral' : 'electronic',
  );
  events.push(given);
  if (random.chance(0.1) && askedAt < world.today - 20 * DAY_MS) {
    const at = momentAfter(world, random, askedAt + 5 * DAY_MS, (world.today - askedAt) / DAY_MS - 5);
    const back = consentEvent(
      world,
      random,
      who,
      at,
      'withdrawn',
      random.chance(0.5) ? 'oral' : 'electronic',
    );
    back.withdrawsId = given.id;
    back.channels = given.channels;
    back.goods = given.goods;
    events.push(back);
  }
  return events;
}

const WINDOW = 730 * DAY_MS;

/** The first moment at which 24 months of purchases reach the lowest tier, and the most they ever reached. */
function bestWindow(
  sales: SampleSale[],
  threshold: number,
): { at: Instant; spend: number; best: number } | null {
  let from = 0;
  let spend = 0;
  let best = 0;
  let first: { at: Instant; spend: number } | null = null;
  for (const sale of sales) {
    spend += sale.total;
    while (sales[from]!.at < sale.at - WINDOW) {
      spend -= sales[from]!.total;
      from += 1;
    }
    if (spend > best) best = spend;
    if (first === null && spend >= threshold) first = { at: sale.at, spend };
  }
  return first === null ? null : { ...first, best };
}

/** Invited when the spend says so, or because somebody put in a word; joining is always with a signature. */
export function inventVip(
  world: World,
  random: Random,
  who: Acquaintance,
  index: number,
): { vip: SampleVip; consent: SampleConsent | null } {
  const none = { vip: { invitations: [], membership: null }, consent: null };
  const tiers = world.shop.vipTiers;
  const reached = bestWindow(who.sales, tiers[0]!.minSpend);
  const special = reached === null && who.sales.length > 2 && random.chance(0.008);
  if (reached === null && !special) return none;
  if (reached !== null && !random.chance(0.86)) return none;
  const from = reached?.at ?? who.sales[who.sales.length - 1]!.at;
  const at = momentAfter(world, random, from + 900_000, 45);
  const staffId = staffOn(world, random, dayOf(at), who.advisor);
  const roll = random.unit();
  const late = at > world.today - 40 * DAY_MS;
  const outcome =
    late && roll > 0.45
      ? roll > 0.75
        ? 'open'
        : 'thinking'
      : roll < 0.8
        ? 'accepted'
        : roll < 0.93
          ? 'declined'
          : 'thinking';
  const invitation: SampleVipInvitation = {
    id: random.uuid7(at),
    at,
    staffId,
    reason: special ? random.pick(['referral', 'collector', 'visits'] as const) : 'spend',
    spend24Months: reached?.spend ?? 0,
    language: who.language,
    outcome,
    outcomeAt: outcome === 'open' ? null : Math.min(at + 300_000, world.today),
    consentId: null,
  };
  if (outcome !== 'accepted') return { vip: { invitations: [invitation], membership: null }, consent: null };
  const joinedAt = invitation.outcomeAt ?? at;
  const consent = consentEvent(world, random, who, joinedAt, 'given', 'written');
  invitation.consentId = consent.id;
  const best = reached?.best ?? 0;
  const tier: SampleTier = tiers.reduce<SampleTier>(
    (highest, next) => (best >= next.minSpend ? next.id : highest),
    'silver',
  );
  const ended = joinedAt < world.today - WINDOW && random.chance(0.05);
  return {
    consent,
    vip: {
      invitations: [invitation],
      membership: {
        id: random.uuid7(joinedAt),
        invitationId: invitation.id,
        cardNo: `${world.shop.memberPrefix}V-${String(200_000 + index * 3).padStart(6, '0')}`,
        tier,
        joinedAt,
        welcome:
          who.contacts.some((contact) => contact.kind === 'email') && random.chance(0.6)
            ? 'emailed'
            : 'printed',
        status: ended ? 'ended' : 'active',
        endedAt: ended ? momentAfter(world, random, joinedAt + 200 * DAY_MS, 400) : null,
      },
    },
  };
}
