/** What kind of customer somebody is: how often they come, what they buy, what they like. Never part of the output. */

import type { Market } from './market.ts';
import { findWeight, Random, weightTable } from './random.ts';
import type { Gender } from './types.ts';

export type Archetype = 'giver' | 'everyday' | 'enthusiast' | 'collector';

const ARCHETYPES: readonly Archetype[] = ['giver', 'everyday', 'enthusiast', 'collector'];
const ARCHETYPE_TABLE = weightTable([46, 34, 15, 5]);

interface Habits {
  /** Share of visits that are about a watch. */
  watchShare: number;
  /** Share of the other goods that are straps. */
  strapShare: number;
  /** Middle of the price bands they buy watches from. */
  band: number;
  visits: number;
}

const HABITS: Readonly<Record<Archetype, Habits>> = {
  giver: { watchShare: 0.09, strapShare: 0.16, band: 0.9, visits: 0.85 },
  everyday: { watchShare: 0.17, strapShare: 0.42, band: 1.35, visits: 0.95 },
  enthusiast: { watchShare: 0.27, strapShare: 0.6, band: 2.1, visits: 1.3 },
  collector: { watchShare: 0.34, strapShare: 0.5, band: 3.2, visits: 1.8 },
};

export interface Profile {
  archetype: Archetype;
  habits: Habits;
  /** Standard deviations above the middle income. */
  wealth: number;
  /** Houses they ask for by name, at most three. */
  brands: string[];
  gender: Gender;
}

export function inventProfile(market: Market, random: Random, gender: Gender): Profile {
  const archetype = ARCHETYPES[random.weighted(ARCHETYPE_TABLE)]!;
  const wealth = random.normal();
  const count =
    archetype === 'giver' ? random.int(0, 1) : archetype === 'everyday' ? random.int(1, 2) : random.int(1, 3);
  const brands: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const brand = market.watchBrands[random.weighted(market.watchBrandTable)];
    if (brand !== undefined && !brands.includes(brand)) brands.push(brand);
  }
  return { archetype, habits: HABITS[archetype], wealth, brands, gender };
}

/** Pareto's exponent: a few come every fortnight, most two or three times in five years. */
const TAIL = 1.35;
const MOST_VISITS = 260;
export const PROSPECT_SHARE = 0.1;

/** How many times somebody buys who has been known for `span` (0…1) of the records. */
export function visitsOf(random: Random, habits: Habits, span: number, scale: number): number {
  const drawn = scale * habits.visits * (0.15 + 0.85 * span) * (1 - random.unit()) ** (-1 / TAIL);
  return Math.max(1, Math.min(Math.round(drawn), MOST_VISITS, 3 + Math.floor(span * 600)));
}

/** Mean lines a planned visit comes to, measured on the output: 1.62 a receipt, less the visits that fall on one day. */
const LINES_PER_VISIT = 1.57;

/** Finds the scale at which the mean customer has the asked-for number of lines; by trial, as the tail is cut off. */
export function calibrateVisits(linesPerCustomer: number): number {
  const wanted = linesPerCustomer / (1 - PROSPECT_SHARE) / LINES_PER_VISIT;
  let low = 0.05;
  let high = 60;
  for (let round = 0; round < 14; round += 1) {
    const scale = (low + high) / 2;
    const random = new Random(1, 'calibrate');
    let visits = 0;
    const draws = 4000;
    for (let i = 0; i < draws; i += 1) {
      const archetype = findWeight(ARCHETYPE_TABLE.cumulative, random.unit() * ARCHETYPE_TABLE.total);
      const span = i % 100 < 40 ? 1 : 1 - random.unit();
      visits += visitsOf(random, HABITS[ARCHETYPES[archetype]!], span, scale);
    }
    if (visits / draws < wanted) low = scale;
    else high = scale;
  }
  return (low + high) / 2;
}

/** The price band of the next watch: about the customer's own, and now and then a stretch. */
export function drawBand(random: Random, profile: Profile): number {
  const centre = profile.habits.band + profile.wealth * 0.75;
  return Math.max(0, Math.min(5, Math.round(random.normal(centre, 0.9))));
}
