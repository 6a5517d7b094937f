import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SampleCustomer } from '@main/features/sample/generator/types';
import { closeShop } from '@main/kernel/open-shop';
import { type Times, timeCold, timeWarm } from './measure';
import { measurePeers, type PeerRow } from './peers';
import { kinds, nameForms, questionsOf } from './questions';
import { type Recall, recallOf, recallOfTypos } from './recall';
import { type Making, openShopOfSize, sampleCustomers } from './shop-of-size';

/** What `npm run bench -- lookup` was asked. */
export interface LookupOptions {
  readonly customers: number;
  /** Also 10,000 customers, to see how times grow. */
  readonly growth: boolean;
  readonly peers: boolean;
  /** Writes the index of a kept shop anew. */
  readonly reindex: boolean;
  readonly say: (line: string) => void;
}

/** Everything measured about look-up at one size. */
export interface LookupResult {
  readonly making: Making;
  readonly kinds: Record<string, { warm: Times; cold: Times; small: Times | null }>;
  readonly recall: Record<string, Recall>;
  readonly peers: readonly PeerRow[];
}

const QUESTIONS = 200;
const COLD_QUESTIONS = 12;
const RECALL = 300;
const TYPOS = 600;
const SMALL = 10_000;

/** Where made shops are kept between runs; nothing real is in them. */
const cache = () => join(process.env.VITRINE_BENCH_CACHE ?? join(tmpdir(), 'vitrine-bench'));

/** Makes or reuses the shops, and measures every kind of query, recall, growth and the peers. */
export async function benchLookup(options: LookupOptions): Promise<LookupResult> {
  const { customers, say } = options;
  const source = openShopOfSize(cache(), customers, say, options);
  const small = options.growth && customers > SMALL ? openShopOfSize(cache(), SMALL, say, options) : null;
  const typed = whatIsTyped(source.folder, customers);
  const typedSmall = small ? whatIsTyped(small.folder, SMALL) : {};
  // The people the questions were made of are let go: the app's own process does not hold them either.
  globalThis.gc?.();

  const result: LookupResult = { making: source.making, kinds: {}, recall: {}, peers: [] };
  const shop = source.open();
  const smallShop = small?.open();
  for (const [kind, texts] of Object.entries(typed)) {
    say(`timing: ${kind}`);
    result.kinds[kind] = {
      warm: timeWarm(shop, texts),
      cold: timeCold(source.open, texts.slice(0, COLD_QUESTIONS)),
      small: smallShop ? timeWarm(smallShop, typedSmall[kind] ?? []) : null,
    };
  }
  const people = spread(source.folder, customers);
  for (const [name, form] of Object.entries(nameForms)) {
    say(`finding: ${name}`);
    result.recall[name] = recallOf(shop, form, people.slice(0, RECALL));
  }
  say('finding: typing errors');
  result.recall['one typing error'] = recallOfTypos(shop, people.slice(0, TYPOS));
  if (smallShop) closeShop(smallShop);
  const peers = options.peers ? await measurePeers(shop, people, customers, say) : [];
  closeShop(shop);
  return { ...result, peers };
}

/** By kind of query, what is typed. */
function whatIsTyped(folder: string, customers: number): Record<string, string[]> {
  const people = spread(folder, customers);
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, make]) => [
      kind,
      questionsOf(make, people, QUESTIONS).map(({ typed }) => typed),
    ]),
  );
}

const PEOPLE = 3000;

/** Customers from all over the shop. The generator makes them in order, so each is kept as it comes by, and kept on disk. */
function spread(folder: string, customers: number): SampleCustomer[] {
  const file = join(folder, 'people.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SampleCustomer[];
  const step = Math.max(1, Math.floor(customers / PEOPLE));
  const people: SampleCustomer[] = [];
  for (const customer of sampleCustomers(customers)) if (customer.index % step === 0) people.push(customer);
  // Not in the order of the member numbers: neighbours share pages.
  people.sort((a, b) => scattered(a.index) - scattered(b.index));
  writeFileSync(file, JSON.stringify(people));
  return people;
}

const scattered = (index: number) => (index * 2_654_435_761) % 4_294_967_296;
