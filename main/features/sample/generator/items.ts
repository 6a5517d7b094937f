/** Owned items: from a sale here with its warranty, or bought elsewhere and told of at the counter. */
import { addMonths, civil } from './calendar.ts';
import { pickFrom } from './market.ts';
import { drawBand, type Profile } from './profile.ts';
import { type Random, scatter } from './random.ts';
import type {
  SampleItem,
  SampleProduct,
  SampleSale,
  SampleSaleLine,
  SampleWarrantyPolicy,
  WatchAttributes,
} from './types.ts';
import type { World } from './world.ts';

const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTVWXY';

/** Serial numbers that look drawn by lot and never repeat. */
export class SerialBook {
  private next: number;

  constructor(first: number) {
    this.next = first;
  }

  issue(style: 'letters' | 'digits' | 'movement'): string {
    const ordinal = this.next;
    this.next += 1;
    if (style === 'digits') return String(scatter(ordinal, 10_000, 10_000)).padStart(8, '0');
    if (style === 'movement') return String(scatter(ordinal % 10_000_000, 1000, 10_000)).padStart(7, '0');
    // 2^40 values: eight letters and digits without the ones that are easily confused.
    let rest = scatter(ordinal, 0x10_0000, 0x10_0000);
    let serial = '';
    for (let i = 0; i < 8; i += 1) {
      serial += LETTERS[rest % 32]!;
      rest = Math.floor(rest / 32);
    }
    return serial;
  }
}

const LETTER_SERIALS: ReadonlySet<string> = new Set([
  'Rolex',
  'Tudor',
  'Cartier',
  'TAG Heuer',
  'Verrin',
  'Aldermoor',
  'Kitefin',
]);

export function serialFor(serials: SerialBook, product: SampleProduct): string {
  return serials.issue(LETTER_SERIALS.has(product.brand) ? 'letters' : 'digits');
}

function watchOf(product: SampleProduct): WatchAttributes {
  if (product.attributes.kind !== 'watch') throw new TypeError(`${product.sku} is not a watch`);
  return product.attributes;
}

interface Due {
  serviceDueOn: string | null;
  waterTestDueOn: string | null;
  batteryDueOn: string | null;
}

function dueDates(policy: SampleWarrantyPolicy | undefined, watch: WatchAttributes, day: number): Due {
  const after = (months: number | null | undefined): string | null =>
    months == null ? null : civil(addMonths(day, months));
  const mechanical =
    watch.movement === 'automatic' || watch.movement === 'manual' || watch.movement === 'spring-drive';
  return {
    serviceDueOn: mechanical ? after(policy?.serviceMonthsMin) : null,
    waterTestDueOn: watch.waterResistanceM >= 100 ? after(policy?.waterTestMonths) : null,
    batteryDueOn: watch.movement === 'quartz' ? after(policy?.batteryMonths ?? 30) : null,
  };
}

/** The item that a line of a serial-numbered watch brings into being. */
export function itemFromSale(
  world: World,
  random: Random,
  sale: SampleSale,
  line: SampleSaleLine,
  day: number,
  nameOnCard: string | null,
  serials: SerialBook,
): SampleItem {
  const product = world.products[line.productIndex]!;
  const watch = watchOf(product);
  const policy = world.policies.get(product.warrantyPolicyId ?? 'house-2021')!;
  const registered = policy.extendedMonths !== null && random.chance(0.35);
  const months = registered ? policy.extendedMonths! : policy.warrantyMonths;
  const bracelet = watch.strap === 'bracelet';
  return {
    id: line.itemId ?? random.uuid7(sale.at),
    source: 'here',
    saleId: sale.id,
    saleLineId: line.id,
    productId: product.id,
    status: sale.gift ? 'given-away' : 'owned',
    brand: product.brand,
    family: product.family,
    reference: product.reference,
    serial: line.serial,
    movementNo: random.chance(0.3) ? serials.issue('movement') : null,
    calibre: watch.calibre,
    metal: watch.metal,
    caseMm: watch.caseMm,
    lugWidthMm: watch.lugWidthMm,
    dialColour: watch.dialColour,
    strap: watch.strap,
    complications: watch.complications,
    year: new Date(sale.at).getUTCFullYear(),
    linksRemoved: bracelet && !sale.gift ? random.int(0, 5) : null,
    box: true,
    papers: true,
    condition: null,
    acquiredOn: civil(day),
    purchasePrice: line.amount,
    warranty: {
      issuer: world.shop.nameEn,
      issuedOn: civil(day),
      nameOnCard,
      endsOn: civil(addMonths(day, months)),
      policyId: policy.id,
      policyVersion: policy.version,
    },
    ...dueDates(policy, watch, day),
    note: null,
  };
}

const ELSEWHERE_NOTES = [
  'Bought in Tokyo, no local card.',
  "Father's watch, worn on Sundays.",
  'Wedding present, keeps the box at home.',
  '日本買入，無本地保養卡。',
  '爺爺留低嘅錶，唔會賣。',
  'Pre-owned from a friend; bracelet has been polished.',
  '二手買入，錶帶曾打磨。',
  null,
  null,
  null,
] as const;
const CONDITIONS = ['excellent', 'good', 'good', 'fair', 'unworn'] as const;

/** A watch the customer wears that was not bought here; the shop knows what it was shown. */
export function itemFromElsewhere(
  world: World,
  random: Random,
  profile: Profile,
  at: number,
  day: number,
  nameOnCard: string,
  serials: SerialBook,
): SampleItem | null {
  const band = drawBand(random, profile);
  const brand = profile.brands.length > 0 && random.chance(0.5) ? random.pick(profile.brands) : null;
  const shelves = brand === null ? undefined : world.market.brandBands.get(brand);
  const found =
    pickFrom(world.market, random, shelves?.[band], day) ??
    pickFrom(world.market, random, world.market.bands[band], day);
  if (found === null) return null;
  const product = world.products[found]!;
  const watch = watchOf(product);
  const year = new Date(at).getUTCFullYear() - 1 - Math.floor(Math.abs(random.normal(0, 6)));
  const preowned = random.chance(0.4);
  const papers = random.chance(0.6);
  const policy = world.policies.get(product.warrantyPolicyId ?? 'house-2021');
  // Remembered to the year at best, unless the card was shown.
  const acquiredDay = papers
    ? Math.floor((Date.UTC(year, random.int(0, 11), random.int(1, 28)) + 1) / 86_400_000)
    : null;
  return {
    id: random.uuid7(at),
    source: 'elsewhere',
    saleId: null,
    saleLineId: null,
    productId: random.chance(0.6) ? product.id : null,
    status: random.chance(0.06) ? 'sold' : 'owned',
    brand: product.brand,
    family: product.family,
    reference: product.reference,
    serial: random.chance(0.7) ? serialFor(serials, product) : null,
    movementNo: null,
    calibre: watch.calibre,
    metal: watch.metal,
    caseMm: watch.caseMm,
    lugWidthMm: watch.lugWidthMm,
    dialColour: watch.dialColour,
    strap: watch.strap,
    complications: watch.complications,
    year,
    linksRemoved: null,
    box: random.chance(0.55),
    papers,
    condition: preowned ? random.pick(CONDITIONS) : null,
    acquiredOn: acquiredDay === null ? null : civil(acquiredDay),
    purchasePrice: random.chance(0.25)
      ? Math.round((product.price * (0.6 + random.unit() * 0.4)) / 10_000) * 10_000
      : null,
    warranty:
      acquiredDay !== null && policy !== undefined && random.chance(0.5)
        ? {
            issuer: `${product.brand} Boutique`,
            issuedOn: civil(acquiredDay),
            nameOnCard: preowned ? null : nameOnCard,
            endsOn: civil(addMonths(acquiredDay, policy.warrantyMonths)),
            policyId: policy.id,
            policyVersion: policy.version,
          }
        : null,
    ...(acquiredDay === null
      ? { serviceDueOn: null, waterTestDueOn: null, batteryDueOn: null }
      : dueDates(policy, watch, acquiredDay)),
    note: random.pick(ELSEWHERE_NOTES),
  };
}
