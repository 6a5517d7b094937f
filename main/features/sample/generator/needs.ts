/** Needs and recommendations: what was asked for at the counter, what was shown, and how it ended. */
import { type Acquaintance, momentAfter } from './acquaintance.ts';
import { civil, DAY_MS, dayOf, instantOf } from './calendar.ts';
import { bandOf, pickFrom } from './market.ts';
import { writeText } from './notes.ts';
import { drawBand } from './profile.ts';
import { type Random, weightTable } from './random.ts';
import type { Instant, Occasion, SampleNeed, SampleRecommendation, SampleSale } from './types.ts';
import { staffOn, type World } from './world.ts';

const OCCASIONS: readonly Occasion[] = [
  'own-use',
  'birthday',
  'wedding',
  'anniversary',
  'graduation',
  'new-job',
  'retirement',
  'new-year',
  'christmas',
  'business-gift',
  'new-baby',
  'collection',
];
const OCCASION_WEIGHTS = weightTable([30, 18, 6, 9, 5, 5, 4, 6, 6, 6, 2, 8]);
const FOR_WHOM = ['spouse', 'parent', 'child', 'friend', 'business'] as const;
const LOST = ['price', 'not-available', 'bought-elsewhere', 'changed-mind', 'too-large'] as const;
const POSTPONED = ['waiting-for-bonus', 'asks-family', 'after-travel'] as const;

function inventNeed(
  world: World,
  random: Random,
  who: Acquaintance,
  at: Instant,
  fulfilled: SampleSale | null,
): SampleNeed {
  const day = dayOf(at);
  const bought = fulfilled === null ? null : world.products[fulfilled.lines[0]!.productIndex]!;
  const occasion = OCCASIONS[random.weighted(OCCASION_WEIGHTS)]!;
  const self =
    occasion === 'own-use' || occasion === 'collection' || (occasion === 'new-job' && random.chance(0.5));
  const category =
    bought?.category ?? (random.chance(0.62) ? 'watch' : random.chance(0.3) ? 'strap' : 'gift');
  const price =
    bought?.price ??
    100 *
      (category === 'watch'
        ? [2000, 6000, 18_000, 50_000, 120_000, 300_000][drawBand(random, who.profile)]!
        : 1500);
  const step = price > 2_000_000 ? 500_000 : price > 300_000 ? 100_000 : 20_000;
  const budgetMax = random.chance(0.8) ? Math.ceil((price * (1 + random.unit() * 0.25)) / step) * step : null;
  const age = (world.today - at) / DAY_MS;
  const roll = random.unit();
  const state =
    fulfilled !== null
      ? 'met'
      : age < 45
        ? roll < 0.85
          ? 'open'
          : 'postponed'
        : age < 200
          ? roll < 0.4
            ? 'open'
            : roll < 0.62
              ? 'postponed'
              : 'lost'
          : roll < 0.07
            ? 'open'
            : roll < 0.13
              ? 'postponed'
              : 'lost';
  const closedAt =
    fulfilled !== null
      ? fulfilled.at
      : state === 'lost'
        ? momentAfter(world, random, at + DAY_MS, Math.min(60, age))
        : null;
  const language = who.language;
  return {
    id: random.uuid7(at),
    at,
    staffId: staffOn(world, random, day, random.chance(0.7) ? who.advisor : null),
    seen: random.chance(0.7) ? writeText(random, 'seen', language, who.facts) : null,
    asked: random.chance(0.8) ? writeText(random, 'asked', language, who.facts) : null,
    answered: random.chance(0.85) ? writeText(random, 'answered', language, who.facts) : null,
    language,
    occasion,
    forWhom: self ? 'self' : occasion === 'business-gift' ? 'business' : random.pick(FOR_WHOM),
    budgetMin: budgetMax !== null && random.chance(0.4) ? Math.round((budgetMax * 0.6) / step) * step : null,
    budgetMax,
    byOn: random.chance(0.4) ? civil(day + random.int(5, 75)) : null,
    category,
    brand:
      bought !== null
        ? random.chance(0.7)
          ? bought.brand
          : null
        : category === 'watch' && random.chance(0.6)
          ? who.facts.brand
          : null,
    family: bought !== null && random.chance(0.4) ? bought.family : null,
    colour: random.chance(0.4) ? who.facts.colour : null,
    metal:
      category === 'watch' && random.chance(0.2)
        ? random.pick(['steel', 'rose-gold', 'yellow-gold', 'titanium'] as const)
        : null,
    state,
    closedAt,
    reason: state === 'lost' ? random.pick(LOST) : state === 'postponed' ? random.pick(POSTPONED) : null,
    postponedUntilOn: state === 'postponed' ? civil(dayOf(world.today) + random.int(-20, 120)) : null,
    saleId: fulfilled?.id ?? null,
  };
}

/** Two or three things are shown for a need; if it was met, the one that was bought is among them. */
function recommend(
  world: World,
  random: Random,
  need: SampleNeed,
  sale: SampleSale | null,
): SampleRecommendation[] {
  const { market } = world;
  const day = dayOf(need.at);
  const shown: SampleRecommendation[] = [];
  const show = (
    product: number | null,
    outcome: SampleRecommendation['outcome'],
    outcomeAt: Instant,
  ): void => {
    if (product === null || shown.some((entry) => entry.productIndex === product)) return;
    const goods = world.products[product]!;
    shown.push({
      id: random.uuid7(need.at),
      at: need.at,
      staffId: need.staffId,
      needId: need.id,
      productId: goods.id,
      productIndex: product,
      reason:
        goods.brand === need.brand
          ? 'brand'
          : random.pick(['need', 'need', 'budget', 'complements', 'co-purchase'] as const),
      outcome,
      outcomeAt,
      saleId: outcome === 'bought' ? (sale?.id ?? null) : null,
    });
  };
  if (sale !== null) show(sale.lines[0]!.productIndex, 'bought', sale.at);
  const tries = random.int(1, 2);
  for (let i = 0; i < tries; i += 1) {
    const shelf =
      need.category === 'watch'
        ? market.bands[bandOf(need.budgetMax ?? 2_000_000)]
        : need.category === 'strap'
          ? market.straps
          : market.gifts;
    const branded =
      need.brand === null || need.category !== 'watch'
        ? undefined
        : market.brandBands.get(need.brand)?.[bandOf(need.budgetMax ?? 2_000_000)];
    const roll = random.unit();
    const outcome = roll < 0.4 ? 'shown' : roll < 0.75 ? 'tried' : 'declined';
    show(
      pickFrom(market, random, branded, day) ?? pickFrom(market, random, shelf, day),
      outcome,
      Math.min(need.at + 600_000, world.today),
    );
  }
  return shown;
}

export function inventNeeds(
  world: World,
  random: Random,
  who: Acquaintance,
  prospect: boolean,
): { needs: SampleNeed[]; recommendations: SampleRecommendation[] } {
  const needs: SampleNeed[] = [];
  const recommendations: SampleRecommendation[] = [];
  const add = (need: SampleNeed, sale: SampleSale | null): void => {
    needs.push(need);
    if (random.chance(0.75)) recommendations.push(...recommend(world, random, need, sale));
  };
  // Needs that were met: some of the purchases were talked about days before.
  for (const sale of who.sales) {
    if (needs.length >= 6) break;
    if (sale.kind !== 'sale' || sale.total < 100_000 || !random.chance(sale.total > 1_000_000 ? 0.3 : 0.07))
      continue;
    const days = Math.floor(random.unit() ** 2 * 40);
    // Asked and bought at one visit, or some days before.
    const before =
      days === 0
        ? sale.at - 600_000
        : instantOf(dayOf(sale.at) - days, world.calendar.pickSeconds(random, dayOf(sale.at) - days));
    add(inventNeed(world, random, who, Math.max(before, who.arrivedAt), sale), sale);
  }
  const loose = prospect
    ? random.chance(0.75)
      ? 1
      : 0
    : (random.chance(0.16) ? 1 : 0) + (random.chance(0.05) ? 1 : 0);
  for (let i = 0; i < loose; i += 1) {
    // Half of what is still open was said in the last weeks.
    const span = (world.today - who.arrivedAt) / DAY_MS;
    const from = random.chance(0.5) ? Math.max(who.arrivedAt, world.today - 50 * DAY_MS) : who.arrivedAt;
    add(
      inventNeed(
        world,
        random,
        who,
        momentAfter(world, random, from, Math.min(span, (world.today - from) / DAY_MS)),
        null,
      ),
      null,
    );
  }
  needs.sort((a, b) => a.at - b.at);
  recommendations.sort((a, b) => a.at - b.at);
  return { needs, recommendations };
}
