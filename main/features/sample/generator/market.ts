/** Which goods sell how often, and to whom. */
import { dayOfCivil } from './calendar.ts';
import { Random, type WeightTable, weightTable } from './random.ts';
import type { SampleProduct } from './types.ts';

/** Upper ends of the price bands for watches, in cents. */
export const BAND_ENDS: readonly number[] = [
  300_000,
  1_000_000,
  3_000_000,
  8_000_000,
  20_000_000,
  Number.POSITIVE_INFINITY,
];

export interface Shelf {
  products: number[];
  table: WeightTable;
}

export interface Market {
  /** Watches by price band. */
  bands: Shelf[];
  brandBands: ReadonlyMap<string, Shelf[]>;
  straps: Shelf;
  strapsByWidth: ReadonlyMap<number, Shelf>;
  gifts: Shelf;
  /** For each product: goods that are often bought with it. */
  companions: number[][];
  launchDay: Float64Array;
  endDay: Float64Array;
  /** Price steps per product as parallel arrays: days and cents. */
  priceDays: number[][];
  prices: number[][];
  watchBrands: string[];
  watchBrandTable: WeightTable;
}

/** How eagerly Hong Kong buys each house, beyond what price alone says. */
const BRAND_PULL: Readonly<Record<string, number>> = {
  Rolex: 2.6,
  Omega: 1.9,
  Cartier: 1.8,
  Tudor: 1.5,
  Longines: 1.6,
  Tissot: 1.6,
  Seiko: 1.3,
  'Grand Seiko': 1.1,
  'Patek Philippe': 0.7,
  IWC: 1,
  'Jaeger-LeCoultre': 0.8,
  'TAG Heuer': 0.9,
  Casio: 1.5,
  'Harbour Hours': 0.8,
};

function shelf(products: number[], weights: Float64Array): Shelf {
  return { products, table: weightTable(products.map((index) => weights[index]!)) };
}

export function bandOf(price: number): number {
  return BAND_ENDS.findIndex((end) => price < end);
}

export function buildMarket(seed: number, products: SampleProduct[]): Market {
  const random = new Random(seed, 'market');
  const weights = new Float64Array(products.length);
  // Popularity is Zipf within each category; the rank is by lot, so that the first in the catalogue is not the best seller.
  for (const category of ['watch', 'strap', 'gift'] as const) {
    const ranked = random.shuffle(
      products.filter((product) => product.category === category).map((product) => product.index),
    );
    ranked.forEach((index, rank) => {
      const product = products[index]!;
      const pull =
        category === 'watch' ? (BRAND_PULL[product.brand] ?? 0.7) * (product.scarce ? 0.35 : 1) : 1;
      weights[index] = pull * (rank + 3) ** -0.85;
    });
  }
  const watches = products.filter((product) => product.category === 'watch');
  const indices = (list: SampleProduct[]): number[] => list.map((product) => product.index);
  const byBand = (list: SampleProduct[]): Shelf[] =>
    BAND_ENDS.map((_, band) =>
      shelf(indices(list.filter((product) => bandOf(product.price) === band)), weights),
    );
  const brands = [...new Set(watches.map((product) => product.brand))];
  const straps = products.filter((product) => product.category === 'strap');
  const widths = new Map<number, SampleProduct[]>();
  for (const product of straps) {
    if (product.attributes.kind !== 'strap') continue;
    const width = product.attributes.widthMm;
    widths.set(width, [...(widths.get(width) ?? []), product]);
  }
  const gifts = products.filter((product) => product.category === 'gift');
  const giftShelf = shelf(indices(gifts), weights);
  const winders = indices(
    gifts.filter(
      (p) =>
        p.attributes.kind === 'gift' &&
        ['winder', 'travel-case', 'watch-box', 'care-kit'].includes(p.attributes.giftKind),
    ),
  );
  const companions = products.map((product) => {
    const own: number[] = [];
    if (product.attributes.kind === 'watch' && winders.length > 0)
      own.push(random.pick(winders), random.pick(winders));
    if (gifts.length > 0) own.push(giftShelf.products[random.weighted(giftShelf.table)]!);
    return own;
  });
  return {
    bands: byBand(watches),
    brandBands: new Map(
      brands.map((brand) => [brand, byBand(watches.filter((product) => product.brand === brand))]),
    ),
    straps: shelf(indices(straps), weights),
    strapsByWidth: new Map([...widths].map(([width, list]) => [width, shelf(indices(list), weights)])),
    gifts: giftShelf,
    companions,
    launchDay: Float64Array.from(products, (product) => dayOfCivil(product.launchedOn)),
    endDay: Float64Array.from(products, (product) =>
      product.discontinuedOn === null ? Infinity : dayOfCivil(product.discontinuedOn),
    ),
    priceDays: products.map((product) => product.priceHistory.map((entry) => dayOfCivil(entry.from))),
    prices: products.map((product) => product.priceHistory.map((entry) => entry.price)),
    watchBrands: brands,
    watchBrandTable: weightTable(
      brands.map(
        (brand) => (BRAND_PULL[brand] ?? 0.7) * Math.sqrt(watches.filter((p) => p.brand === brand).length),
      ),
    ),
  };
}

/** The price on a day. */
export function priceOn(market: Market, product: number, day: number): number {
  const days = market.priceDays[product]!;
  let step = days.length - 1;
  while (step > 0 && days[step]! > day) step -= 1;
  return market.prices[product]![step]!;
}

export function onSale(market: Market, product: number, day: number): boolean {
  return market.launchDay[product]! <= day && day <= market.endDay[product]!;
}

/** Something from the shelf that was for sale that day; null when a few tries found nothing. */
export function pickFrom(
  market: Market,
  random: Random,
  from: Shelf | undefined,
  day: number,
): number | null {
  if (from === undefined || from.products.length === 0) return null;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const product = from.products[random.weighted(from.table)]!;
    if (onSale(market, product, day)) return product;
  }
  return null;
}
