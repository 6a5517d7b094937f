/** What the parts that describe a relationship know of a customer, and when its moments happen. */
import { DAY_MS, dayOf, instantOf } from './calendar.ts';
import type { NoteFacts } from './notes.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Instant, SampleContact, SampleLanguage, SampleSale } from './types.ts';
import type { World } from './world.ts';

/** What the relationship is made of. */
export interface Acquaintance {
  language: SampleLanguage;
  origin: string;
  advisor: number;
  profile: Profile;
  facts: NoteFacts;
  contacts: SampleContact[];
  arrivedAt: Instant;
  /** Typed in from the old cards, after hours. */
  cardFile: boolean;
  sales: SampleSale[];
}

/** A moment within opening hours, at most `days` after `from`; never later than today. */
export function momentAfter(world: World, random: Random, from: Instant, days: number): Instant {
  const day = dayOf(from + random.unit() * days * DAY_MS);
  const at = day > world.calendar.lastDay ? 0 : instantOf(day, world.calendar.pickSeconds(random, day));
  // The same visit: a few minutes later.
  return at > from ? at : Math.min(from + random.int(60, 600) * 1000, world.today);
}
