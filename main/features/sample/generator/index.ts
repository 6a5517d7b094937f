/**
 * The sample shop: a seeded, streaming generator of a Hong Kong watch and gift shop. Equal options give equal output,
 * and no more than one customer is held in memory at a time.
 */
import { ReceiptBook } from './calendar.ts';
import { inventCustomer } from './customers.ts';
import { SerialBook } from './items.ts';
import { inventProfile } from './profile.ts';
import { type Buyer, inventSale, type Run } from './purchases.ts';
import { Random } from './random.ts';
import type { Sample, SampleAnonymousSale, SampleCustomer, SampleOptions } from './types.ts';
import { buildWorld, type World } from './world.ts';

/** Passers-by: one sale without a name for about every tenth receipt with one. */
const ANONYMOUS_PER_CUSTOMER = 0.4;
/** Beyond this, two customers are often served in the same minute, and receipts count seconds. */
const SECONDS_ABOVE = 20_000;
/** So many customers fit one counter's receipts when counted in seconds. */
const CUSTOMERS_PER_COUNTER = 2_000_000;
const ANONYMOUS_SERIALS = 50_000_000;
/** As measured on the output. */
const LINES_PER_RECEIPT = 1.62;
const BUSY_SERIALS = 60_000_000;

function newRuns(world: World): Run[] {
  const counters = Math.max(1, Math.ceil(world.customers / CUSTOMERS_PER_COUNTER));
  const serials = new SerialBook(1);
  return Array.from({ length: counters }, (_, i) => ({
    // C2 is the gift counter, where the passers-by are served.
    receipts: new ReceiptBook(world.calendar, `C${i === 0 ? 1 : i + 2}`, world.customers > SECONDS_ABOVE),
    serials,
  }));
}

function* customers(world: World): Generator<SampleCustomer, void, undefined> {
  const runs = newRuns(world);
  for (let index = 0; index < world.customers; index += 1) {
    yield inventCustomer(world, runs[index % runs.length]!, index, null);
  }
}

function* anonymousSales(world: World): Generator<SampleAnonymousSale, void, undefined> {
  const run: Run = {
    receipts: new ReceiptBook(world.calendar, 'C2', world.customers > SECONDS_ABOVE),
    serials: new SerialBook(ANONYMOUS_SERIALS),
  };
  const count = Math.round(world.customers * ANONYMOUS_PER_CUSTOMER);
  for (let index = 0; index < count; index += 1) {
    const random = new Random(world.seed, 'anonymous', index);
    const { day } = world.calendar.dayAtQuantile((index + 0.5) / count);
    const buyer: Buyer = {
      id: null,
      profile: inventProfile(world.market, random, random.chance(0.5) ? 'male' : 'female'),
      advisor: null,
      birthMonth: null,
      nameOnCard: '',
    };
    const seconds = world.calendar.pickSeconds(random, day);
    const visit = inventSale(world, run, random, buyer, day, seconds, false, [], random.chance(0.25));
    if (visit !== null) yield { ...visit.sale, customerId: null };
  }
}

export function generateSample(options: SampleOptions): Sample {
  const world = buildWorld(options);
  return {
    shop: world.shop,
    staff: world.staff,
    products: world.products,
    customers: () => customers(world),
    anonymousSales: () => anonymousSales(world),
    busyCustomer: (lines) => {
      const run: Run = {
        receipts: new ReceiptBook(world.calendar, 'C9', true),
        serials: new SerialBook(BUSY_SERIALS),
      };
      return inventCustomer(world, run, world.customers, Math.round(lines / LINES_PER_RECEIPT));
    },
  };
}
