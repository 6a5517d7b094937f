/** One customer with everything that belongs to them. */
import type { Acquaintance } from './acquaintance.ts';
import { civil, DAY_MS, dayOf } from './calendar.ts';
import { inventConsents, inventVip } from './consents.ts';
import { inventContacts } from './contacts.ts';
import { itemFromElsewhere } from './items.ts';
import { type Identity, invent, sharedFamilyName } from './names.ts';
import type { FamilyName } from './names-data.ts';
import { inventNeeds } from './needs.ts';
import { languageOfNote, type NoteFacts, writeText } from './notes.ts';
import {
  ESTATES_EN,
  ESTATES_ZH,
  HONG_KONG_PLACES,
  MACAU,
  MAINLAND_PLACES,
  type Place,
} from './places-data.ts';
import { inventProfile, PROSPECT_SHARE, type Profile, visitsOf } from './profile.ts';
import { type Buyer, inventHistory, type Run } from './purchases.ts';
import { Random, weightTable } from './random.ts';
import type {
  Colour,
  Gender,
  LinkKind,
  Metal,
  SampleCustomer,
  SampleDiscretion,
  SampleImportantDate,
  SampleLink,
  SampleNote,
  SamplePreferences,
  SampleSale,
  StrapKind,
} from './types.ts';
import { arrivalOf, staffOn, type World } from './world.ts';

const HONG_KONG_TABLE = weightTable(HONG_KONG_PLACES.map((place) => place.weight));
const MAINLAND_TABLE = weightTable(MAINLAND_PLACES.map((place) => place.weight));
const COLOURS: readonly Colour[] = [
  'black',
  'blue',
  'white',
  'silver',
  'green',
  'grey',
  'champagne',
  'pink',
  'mother-of-pearl',
  'burgundy',
  'ice-blue',
];
const METALS: readonly Metal[] = ['steel', 'rose-gold', 'yellow-gold', 'two-tone', 'titanium', 'white-gold'];
const STRAPS: readonly StrapKind[] = ['bracelet', 'leather', 'alligator', 'rubber', 'nato', 'mesh'];
const BAND_BUDGETS = [2000, 6000, 18_000, 50_000, 120_000, 300_000];

/** Two neighbours in the book who know each other. */
interface Pair {
  kind: LinkKind;
  reverseKind: LinkKind;
  family: FamilyName | null;
  discreet: boolean;
}

const PAIR_SHARE = 0.11;

/** Whether customers 2k and 2k+1 belong together: drawn from a stream of its own, so that either can ask. */
function pairOf(world: World, index: number): Pair | null {
  const random = new Random(world.seed, 'pair', index >>> 1);
  if ((index | 1) >= world.customers || !random.chance(PAIR_SHARE)) return null;
  const roll = random.unit();
  const discreet = random.chance(0.06);
  if (roll < 0.46) return { kind: 'spouse', reverseKind: 'spouse', family: null, discreet };
  const family = sharedFamilyName(random);
  if (roll < 0.64) return { kind: 'parent', reverseKind: 'child', family, discreet };
  if (roll < 0.8) return { kind: 'sibling', reverseKind: 'sibling', family, discreet };
  if (roll < 0.92) return { kind: 'friend', reverseKind: 'friend', family: null, discreet };
  return { kind: 'colleague', reverseKind: 'colleague', family: null, discreet };
}

function genderOf(world: World, index: number): Gender {
  const first = new Random(world.seed, 'gender', index & ~1).chance(0.52) ? 'male' : 'female';
  if ((index & 1) === 0) return first;
  const pair = pairOf(world, index);
  if (pair?.kind === 'spouse') return first === 'male' ? 'female' : 'male';
  return new Random(world.seed, 'gender', index).chance(0.52) ? 'male' : 'female';
}

/** The id and name of a customer, found without generating the rest. */
function personOf(world: World, index: number): { id: string; who: Identity } {
  const random = new Random(world.seed, 'person', index);
  const id = random.uuid7(arrivalFor(world, index).at);
  return { id, who: invent(random, genderOf(world, index), pairOf(world, index)?.family ?? null) };
}

function arrivalFor(world: World, index: number): { at: number; cardFile: boolean } {
  // One beyond the book (the long-history customer) has been with the shop from the start.
  return arrivalOf(world, index >= world.customers ? 0 : index);
}

function placeFor(random: Random, who: Identity): Place | null {
  if (!random.chance(0.72)) return null;
  if (who.origin === 'mainland') return MAINLAND_PLACES[random.weighted(MAINLAND_TABLE)]!;
  if (random.chance(0.015)) return MACAU;
  return HONG_KONG_PLACES[random.weighted(HONG_KONG_TABLE)]!;
}

function addressFor(random: Random, who: Identity, place: Place | null): string | null {
  if (place === null || who.origin === 'mainland' || !random.chance(0.3)) return null;
  const floor = random.int(2, 38);
  const flat = random.pick(['A', 'B', 'C', 'D', 'E', 'F']);
  const estate = random.int(0, ESTATES_EN.length - 1);
  return who.language === 'zh-Hant' && random.chance(0.6)
    ? `${place.zh}${ESTATES_ZH[estate]!} ${random.int(1, 8)} 座 ${floor} 樓 ${flat} 室`
    : `Flat ${flat}, ${floor}/F, Block ${random.int(1, 8)}, ${ESTATES_EN[estate]!}, ${place.en}`;
}

function inventDates(
  random: Random,
  at: number,
  birthday: SampleCustomer['birthday'],
  thisYear: number,
): SampleImportantDate[] {
  const dates: SampleImportantDate[] = [];
  const add = (
    kind: SampleImportantDate['kind'],
    labelEn: string,
    labelZhHant: string,
    month: number,
    day: number,
    year: number | null,
    discreet: boolean,
  ): void => {
    dates.push({
      id: random.uuid7(at),
      kind,
      month,
      day,
      year,
      labelEn,
      labelZhHant,
      remindDaysBefore: random.pick([7, 7, 14, 21]),
      discreet,
    });
  };
  if (birthday !== null)
    add('birthday', 'Birthday', '生日', birthday.month, birthday.day, birthday.year, false);
  const any = (): [number, number] => [random.int(1, 12), random.int(1, 28)];
  if (random.chance(0.12))
    add(
      'wedding-anniversary',
      'Wedding anniversary',
      '結婚週年',
      ...any(),
      random.chance(0.5) ? thisYear - random.int(1, 35) : null,
      random.chance(0.2),
    );
  if (random.chance(0.07))
    add('spouse-birthday', "Spouse's birthday", '配偶生日', ...any(), null, random.chance(0.3));
  if (random.chance(0.05))
    add('child-birthday', "Child's birthday", '子女生日', ...any(), thisYear - random.int(1, 25), false);
  if (random.chance(0.015))
    add(
      'graduation',
      "Child's graduation",
      '子女畢業',
      random.int(5, 11),
      random.int(1, 28),
      thisYear + 1,
      false,
    );
  if (random.chance(0.012)) add('retirement', 'Retirement', '榮休', ...any(), thisYear + 1, false);
  return dates;
}

function inventPreferences(random: Random, profile: Profile): SamplePreferences | null {
  const keen = profile.archetype === 'enthusiast' || profile.archetype === 'collector';
  if (!random.chance(keen ? 0.92 : 0.45)) return null;
  const male = profile.gender === 'male';
  const wrist = Math.round(random.normal(male ? 172 : 152, 9));
  const band = Math.max(0, Math.min(5, Math.round(profile.habits.band + profile.wealth * 0.75)));
  const budget = BAND_BUDGETS[band]! * 100;
  const sized = random.chance(0.35);
  const middle = Math.round(wrist / 4.45);
  return {
    wristMm: random.chance(0.7) ? wrist : null,
    strap: random.chance(0.5) ? random.pick(STRAPS) : null,
    metals: random.chance(0.6) ? [...new Set([random.pick(METALS), random.pick(METALS)])] : [],
    brands: profile.brands,
    colours: random.chance(0.6) ? [...new Set([random.pick(COLOURS), random.pick(COLOURS)])] : [],
    caseMmMin: sized ? middle - 2 : null,
    caseMmMax: sized ? middle + 2 : null,
    budgetMin: random.chance(0.3) ? budget / 2 : null,
    budgetMax: random.chance(0.6) ? budget * 2 : null,
  };
}

const RELATIVE_KINDS: readonly [LinkKind, LinkKind][] = [
  ['spouse', 'spouse'],
  ['parent', 'child'],
  ['child', 'parent'],
  ['sibling', 'sibling'],
  ['friend', 'friend'],
  ['assistant', 'colleague'],
];

function inventLinks(world: World, random: Random, index: number, at: number, who: Identity): SampleLink[] {
  const links: SampleLink[] = [];
  const pair = pairOf(world, index);
  if ((index & 1) === 1 && pair !== null) {
    const other = personOf(world, index - 1);
    links.push({
      id: random.uuid7(at),
      kind: pair.kind,
      reverseKind: pair.reverseKind,
      otherCustomerId: other.id,
      otherCustomerIndex: index - 1,
      otherName: other.who.fullName,
      discreet: pair.discreet,
    });
  }
  if (random.chance(0.05)) {
    const [kind, reverseKind] = random.pick(RELATIVE_KINDS);
    const gender: Gender =
      kind === 'spouse'
        ? who.gender === 'male'
          ? 'female'
          : 'male'
        : random.chance(0.5)
          ? 'male'
          : 'female';
    const other = invent(random, gender, null);
    links.push({
      id: random.uuid7(at),
      kind,
      reverseKind,
      otherCustomerId: null,
      otherCustomerIndex: null,
      otherName: other.chineseName ?? other.fullName,
      discreet: random.chance(0.08),
    });
  }
  return links;
}

function inventNotes(
  world: World,
  random: Random,
  who: Identity,
  facts: NoteFacts,
  advisor: number,
  arrivedAt: number,
  sales: SampleSale[],
): SampleNote[] {
  const notes: SampleNote[] = [];
  const write = (at: number, staffId: string): void => {
    const language = languageOfNote(random, who.language);
    notes.push({
      id: random.uuid7(at),
      at,
      staffId,
      language,
      text: writeText(random, 'note', language, facts),
      internal: random.chance(0.35),
    });
  };
  if (random.chance(0.35))
    write(
      arrivedAt + 120_000 > world.today ? arrivedAt : arrivedAt + 120_000,
      staffOn(world, random, dayOf(arrivedAt), advisor),
    );
  for (const sale of sales) {
    if (notes.length >= 12) break;
    if (random.chance(sale.total > 1_000_000 ? 0.35 : 0.1))
      write(Math.min(sale.at + random.int(60, 900) * 1000, world.today), sale.staffId);
  }
  return notes;
}

function inventDiscretions(
  random: Random,
  who: Identity,
  facts: NoteFacts,
  sales: SampleSale[],
): SampleDiscretion[] {
  const secrets: SampleDiscretion[] = [];
  for (const sale of sales) {
    if (
      !sale.gift ||
      sale.kind !== 'sale' ||
      secrets.length >= 2 ||
      !random.chance(sale.total > 500_000 ? 0.2 : 0.02)
    )
      continue;
    const language = languageOfNote(random, who.language);
    secrets.push({
      id: random.uuid7(sale.at),
      at: sale.at,
      staffId: sale.staffId,
      text: writeText(random, 'discretion', language, facts),
      saleId: sale.id,
      endsOn: random.chance(0.5) ? civil(dayOf(sale.at) + random.int(20, 120)) : null,
    });
  }
  return secrets;
}

const SOURCES = [
  'walk-in',
  'walk-in',
  'walk-in',
  'referral',
  'referral',
  'event',
  'wechat',
  'hotline',
  'instagram',
] as const;

/** Customer number `index`. `visits` overrides how often they came. */
export function inventCustomer(world: World, run: Run, index: number, visits: number | null): SampleCustomer {
  const { id, who } = personOf(world, index);
  const random = new Random(world.seed, 'customer', index);
  const arrival = arrivalFor(world, index);
  const arrivedAt = arrival.at;
  const profile = inventProfile(world.market, random, who.gender);
  const thisYear = new Date(world.today).getUTCFullYear();
  const advisor = world.advisors[Math.floor(random.unit() ** 1.3 * world.advisors.length)]!;
  const second = random.chance(0.35) ? random.pick(world.sellers) : advisor;
  const age = Math.max(19, Math.min(84, Math.round(random.normal(44, 13))));
  const birthMonth = random.int(1, 12);
  const birthday = random.chance(0.55)
    ? {
        year: random.chance(0.6) ? thisYear - age : null,
        month: birthMonth,
        day: random.int(1, birthMonth === 2 ? 28 : 30),
      }
    : null;
  const { contacts, preferredChannel } = inventContacts(random, world.mobileShift, index, who, arrivedAt);
  const place = placeFor(random, who);
  const address = addressFor(random, who, place);
  const preferences = inventPreferences(random, profile);

  const span = Math.max(0, (world.today - arrivedAt) / (world.years * 365.25 * DAY_MS));
  const buys = visits !== null || !random.chance(PROSPECT_SHARE);
  const wanted = visits ?? visitsOf(random, profile.habits, Math.min(1, span), world.visitScale);
  const buyer: Buyer = {
    id,
    profile,
    advisor,
    birthMonth: birthday === null ? null : birthMonth,
    nameOnCard: who.fullName,
  };
  const { sales, items } = buys
    ? inventHistory(world, run, random, buyer, arrival, wanted, who.origin === 'mainland')
    : { sales: [], items: [] };
  if (
    random.chance(profile.archetype === 'collector' ? 0.4 : profile.archetype === 'enthusiast' ? 0.22 : 0.05)
  ) {
    const owned = itemFromElsewhere(
      world,
      random,
      profile,
      arrivedAt,
      dayOf(arrivedAt),
      who.fullName,
      run.serials,
    );
    if (owned !== null) items.push(owned);
  }
  // A late hour may have been moved to an earlier free one by the receipt book: the record is never younger than it.
  const createdAt = sales.length > 0 ? Math.min(arrivedAt, sales[0]!.at - 60_000) : arrivedAt;
  const brand = profile.brands[0] ?? world.market.watchBrands[0] ?? 'Harbour Hours';
  const liked =
    world.products[
      world.market.brandBands.get(brand)?.find((shelf) => shelf.products.length > 0)?.products[0] ?? 0
    ];
  const facts: NoteFacts = {
    gender: who.gender,
    name: who.language === 'zh-Hans' ? (who.addressZh ?? who.preferredName) : who.preferredName,
    brand,
    brandZh: liked?.brandZh ?? brand,
    family: liked?.family ?? '',
    colour: preferences?.colours[0] ?? random.pick(COLOURS),
    strap: preferences?.strap ?? 'bracelet',
    wristMm: preferences?.wristMm ?? (who.gender === 'male' ? 172 : 152),
    districtEn: place?.en ?? 'Central',
    districtZh: place?.zh ?? '中環',
    budget: preferences?.budgetMax ?? 2_000_000,
  };
  const acquaintance: Acquaintance = {
    language: who.language,
    origin: who.origin,
    advisor,
    profile,
    facts,
    contacts,
    arrivedAt: createdAt,
    cardFile: arrival.cardFile,
    sales,
  };
  const { needs, recommendations } = inventNeeds(world, random, acquaintance, sales.length === 0);
  const consents = inventConsents(world, random, acquaintance);
  const { vip, consent } = inventVip(world, random, acquaintance, index);
  if (consent !== null) {
    consents.push(consent);
    consents.sort((a, b) => a.at - b.at);
  }
  const notes = inventNotes(world, random, who, facts, advisor, createdAt, sales);
  return {
    id,
    index,
    memberNo: `${world.shop.memberPrefix}-${String(100_001 + index)}`,
    prospect: sales.length === 0,
    createdAt,
    updatedAt: Math.max(createdAt, sales[sales.length - 1]?.at ?? 0, notes[notes.length - 1]?.at ?? 0),
    customerSince: arrival.cardFile
      ? civil(dayOf(arrivedAt) - random.int(20, 2900))
      : civil(dayOf(arrivedAt)),
    source: arrival.cardFile ? 'card-file' : random.pick(SOURCES),
    ...who,
    birthday,
    districtEn: place?.en ?? null,
    districtZhHant: place?.zh ?? null,
    address,
    contacts,
    preferredChannel,
    contactHours: random.chance(0.3)
      ? random.pick(['weekday-day', 'weekday-evening', 'weekend'] as const)
      : null,
    primaryAdvisorId: world.staff[advisor]!.id,
    secondaryAdvisorId: second === advisor ? null : world.staff[second]!.id,
    importantDates: inventDates(random, createdAt, birthday, thisYear),
    preferences,
    links: inventLinks(world, random, index, createdAt, who),
    discretions: inventDiscretions(random, who, facts, sales),
    notes,
    sales,
    items,
    needs,
    recommendations,
    consents,
    vip,
  };
}
