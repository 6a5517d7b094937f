/** What every part of the generator needs to know about the shop; built once, small, and never changed. */
import { closesAt, dayOf, dayOfCivil, instantOf, opensAt, ShopCalendar, secondsOf } from './calendar.ts';
import { mobileShift } from './contacts.ts';
import { buildMarket, type Market } from './market.ts';
import { sampleProducts } from './products.ts';
import { calibrateVisits } from './profile.ts';
import type { Random } from './random.ts';
import { sampleShop, sampleStaff } from './shop.ts';
import type {
  Instant,
  SampleOptions,
  SampleProduct,
  SampleShop,
  SampleStaff,
  SampleWarrantyPolicy,
} from './types.ts';

export interface World {
  seed: number;
  customers: number;
  years: number;
  today: Instant;
  linesPerCustomer: number;
  shop: SampleShop;
  staff: SampleStaff[];
  staffJoined: number[];
  advisors: number[];
  sellers: number[];
  serviceId: string;
  products: SampleProduct[];
  policies: ReadonlyMap<string, SampleWarrantyPolicy>;
  calendar: ShopCalendar;
  market: Market;
  mobileShift: number;
  /** Multiplies everybody's number of visits, so that the mean comes out as asked. */
  visitScale: number;
}

export function buildWorld(options: SampleOptions): World {
  const years = options.years ?? 5;
  const shop = sampleShop();
  const staff = sampleStaff(options.seed);
  const calendar = new ShopCalendar(options.today, years);
  const products = sampleProducts(options.seed, options.products ?? 400, options.today, years);
  const places = staff.map((_, index) => index);
  const advisors = places.filter((i) => staff[i]!.role === 'advisor');
  const managers = places.filter((i) => staff[i]!.role === 'manager');
  return {
    seed: options.seed,
    customers: options.customers,
    years,
    today: options.today,
    linesPerCustomer: options.linesPerCustomer ?? 10,
    shop,
    staff,
    staffJoined: staff.map((person) => dayOfCivil(person.joinedOn)),
    advisors,
    // Managers serve too, but less often.
    sellers: [...advisors, ...advisors, ...managers],
    serviceId: staff.find((person) => person.role === 'service')!.id,
    products,
    policies: new Map(shop.warrantyPolicies.map((policy) => [policy.id, policy])),
    calendar,
    market: buildMarket(options.seed, products),
    mobileShift: mobileShift(options.seed),
    visitScale: calibrateVisits(options.linesPerCustomer ?? 10),
  };
}

/** Somebody who worked here on that day: `preferred` when possible. */
export function staffOn(world: World, random: Random, day: number, preferred: number | null): string {
  if (preferred !== null && world.staffJoined[preferred]! <= day) return world.staff[preferred]!.id;
  const chosen = random.pick(world.sellers);
  return world.staffJoined[chosen]! <= day ? world.staff[chosen]!.id : world.staff[0]!.id;
}

/** The member numbers follow the order of arrival, so the arrival of any customer is known without the others. */
const CARD_FILE_SHARE = 0.4;

export function arrivalOf(world: World, index: number): { at: Instant; cardFile: boolean } {
  const quantile = (index + 0.5) / Math.max(1, world.customers);
  const { calendar } = world;
  if (quantile < CARD_FILE_SHARE) {
    // The old card file was typed in during the first ten evenings after closing.
    const place = (quantile / CARD_FILE_SHARE) * 10;
    const day = Math.min(calendar.firstDay - 10 + Math.floor(place), calendar.lastDay);
    return { at: instantOf(day, Math.floor(closesAt(day) + (place % 1) * 2.5 * 3600)), cardFile: true };
  }
  const { day, within } = calendar.dayAtQuantile(
    Math.min(1 - 1e-9, (quantile - CARD_FILE_SHARE) / (1 - CARD_FILE_SHARE)),
  );
  const closes = day === dayOf(world.today) ? Math.min(closesAt(day), secondsOf(world.today)) : closesAt(day);
  // Leave the last quarter of an hour free, so that the first sale still fits into the same day.
  const seconds = Math.floor(opensAt(day) + within * Math.max(60, closes - 900 - opensAt(day)));
  return { at: instantOf(day, seconds), cardFile: false };
}
