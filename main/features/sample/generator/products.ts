/** The catalogue: real references, invented houses, straps and gifts, with barcodes, prices through the years and stock. */

import { giftDraft, strapDraft } from './accessories.ts';
import { GIFT_LINES, STRAP_LINES } from './accessories-data.ts';
import { civil, DAY_MS, dayOf } from './calendar.ts';
import { type Draft, everyVariant } from './draft.ts';
import { HOUSE_FAMILIES } from './house-watches-data.ts';
import { Random } from './random.ts';
import type { SamplePrice, SampleProduct } from './types.ts';
import { houseWatch, realWatches } from './watches.ts';

/** The thirteenth digit of an EAN-13. */
export function eanCheckDigit(twelve: string): number {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += Number(twelve[i]) * (i % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10;
}

/** In-house article numbers begin with 2 and belong to no manufacturer. */
export function inHouseEan(article: number): string {
  const twelve = `20${String(article).padStart(10, '0')}`;
  return twelve + eanCheckDigit(twelve);
}

function take(source: Iterator<Draft>, count: number): Draft[] {
  const drafts: Draft[] = [];
  while (drafts.length < count) {
    const next = source.next();
    if (next.done === true) break;
    drafts.push(next.value);
  }
  return drafts;
}

/** Spreads a choice of `count` evenly over the list, so that a small catalogue still has every brand. */
function spread(drafts: Draft[], count: number): Draft[] {
  if (count >= drafts.length) return drafts;
  return Array.from({ length: count }, (_, i) => drafts[Math.floor((i * drafts.length) / count)]!);
}

/** Prices went up once a year, dearer goods a little more; the last price is today's. */
function priceHistory(
  random: Random,
  draft: Draft,
  launchDay: number,
  firstDay: number,
  lastDay: number,
): SamplePrice[] {
  const step = draft.price >= 10_000 ? 100 : 10;
  const entries: SamplePrice[] = [];
  let price = draft.price;
  // One change each year, in January for dear brands and in September for the rest, on a working day.
  const month = draft.price >= 20_000 ? 0 : 8;
  let year = new Date(lastDay * DAY_MS).getUTCFullYear();
  const start = Math.max(launchDay, firstDay);
  for (;;) {
    const change = Date.UTC(year, month, random.int(2, 12)) / DAY_MS;
    if (change <= start) break;
    if (change <= lastDay && random.chance(0.85)) {
      entries.push({ from: civil(change), price: price * 100 });
      const rise = draft.category === 'watch' ? 0.02 + random.unit() * 0.06 : random.unit() * 0.05;
      price = Math.max(step, Math.round(price / (1 + rise) / step) * step);
    }
    year -= 1;
  }
  entries.push({ from: civil(start), price: price * 100 });
  return entries.reverse();
}

/** Builds the catalogue: about half watches, a quarter straps, a quarter gifts. */
export function sampleProducts(seed: number, count: number, today: number, years: number): SampleProduct[] {
  const watches = Math.round(count * 0.475);
  const strapCount = Math.round(count * 0.275);
  const real = realWatches();
  const fromReal = spread(real, Math.min(real.length, Math.round(watches * 0.76)));
  const drafts = [
    ...fromReal,
    ...take(
      everyVariant(HOUSE_FAMILIES, (f) => f.dials.length * f.straps.length * f.metals.length, houseWatch),
      watches - fromReal.length,
    ),
    ...take(
      everyVariant(STRAP_LINES, (line) => line.colours.length * line.widths.length, strapDraft),
      strapCount,
    ),
    ...take(
      everyVariant(GIFT_LINES, (line) => line.colours.length, giftDraft),
      count - watches - strapCount,
    ),
  ];
  const lastDay = dayOf(today);
  const firstDay = lastDay - Math.round(years * 365.25);
  return drafts.map((draft, index) => {
    const random = new Random(seed, 'product', index);
    const fate = random.unit();
    const discontinued = !draft.scarce && fate < 0.12;
    const fresh = !discontinued && fate > 0.91;
    const launchDay = fresh
      ? lastDay - random.int(5, 170)
      : random.chance(0.3)
        ? firstDay + random.int(30, Math.round(years * 365.25 * 0.7))
        : firstDay - random.int(60, 1500);
    const endDay = discontinued
      ? lastDay - random.int(30, Math.max(31, Math.round((lastDay - Math.max(launchDay, firstDay)) * 0.5)))
      : null;
    const prices = priceHistory(random, draft, launchDay, firstDay, endDay ?? lastDay);
    const cheap = draft.price < 3000;
    const stock = discontinued
      ? random.int(0, 1)
      : draft.scarce
        ? random.chance(0.15)
          ? 1
          : 0
        : draft.category === 'watch'
          ? random.int(0, draft.price > 100_000 ? 2 : 4)
          : random.int(cheap ? 3 : 1, cheap ? 24 : 8);
    return {
      id: random.uuid7(Math.min(today, Math.max(launchDay, firstDay) * DAY_MS)),
      index,
      sku: `${draft.category === 'watch' ? 'W' : draft.category === 'strap' ? 'S' : 'G'}${String(index + 1).padStart(4, '0')}`,
      barcode: inHouseEan(1000 + index * 7),
      category: draft.category,
      brand: draft.brand,
      brandZh: draft.brandZh,
      family: draft.family,
      reference: draft.reference,
      nameEn: draft.nameEn,
      nameZhHant: draft.nameZhHant,
      descriptionEn: draft.descriptionEn,
      descriptionZhHant: draft.descriptionZhHant,
      attributes: draft.attributes,
      status: discontinued ? 'discontinued' : fresh ? 'new' : 'current',
      scarce: draft.scarce,
      serialised: draft.category === 'watch',
      precious: draft.precious,
      launchedOn: civil(launchDay),
      discontinuedOn: endDay === null ? null : civil(endDay),
      price: prices[prices.length - 1]!.price,
      priceHistory: prices,
      stock,
      warrantyPolicyId: draft.policyId,
    };
  });
}
