import type { ReadableDb } from '@main/db/sql';
import { searchFeature } from '@main/features/search';
import type { ShopHandle } from '@main/kernel/shop-handle';
import type { SearchResult } from '@shared/contract/search';

/** Milliseconds at three places of their distribution. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** 99th percentile of the time spent computing: what is left when other programs on the machine are taken out. */
  readonly cpuP99: number;
  readonly count: number;
}

/** One timing, in milliseconds. */
export interface Timing {
  readonly wall: number;
  readonly cpu: number;
}

const at = (values: readonly number[], share: number) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** The distribution of some timings. */
export function timesOf(timings: readonly Timing[]): Times {
  const wall = timings.map((timing) => timing.wall);
  return {
    p50: at(wall, 0.5),
    p95: at(wall, 0.95),
    p99: at(wall, 0.99),
    cpuP99: at(
      timings.map(({ cpu }) => cpu),
      0.99,
    ),
    count: timings.length,
  };
}

type Ask = (
  context: { db: ReadableDb; staff: { staffId: string; language: string } },
  input: object,
) => {
  results: SearchResult[];
};
const ask = searchFeature.handlers['search.query'] as unknown as Ask;

/** What the box asks, through the handler that answers it. */
export function search({ reader }: ShopHandle, text: string): SearchResult[] {
  return ask({ db: reader, staff: { staffId: 'bench', language: 'en' } }, { text, limit: 8 }).results;
}

/** With one pass of 200 questions the 99th percentile is the second worst answer: one hiccup of the machine. */
const PASSES = 3;

/** Times each question three times, after a pass that is not counted. */
export function timeWarm(shop: ShopHandle, texts: readonly string[]): Times {
  for (const text of texts) search(shop, text);
  const passes = Array.from({ length: PASSES }, () => texts.map((text) => timeOne(() => search(shop, text))));
  return timesOf(passes.flat());
}

/** Times each question as the first one after opening the database, opening not included. */
export function timeCold(open: () => ShopHandle, texts: readonly string[]): Times {
  return timesOf(
    texts.map((text) => {
      const shop = open();
      const time = timeOne(() => search(shop, text));
      shop.reader.close();
      shop.writer.close();
      return time;
    }),
  );
}

/** How long the work takes. */
export function timeOne(work: () => unknown): Timing {
  const cpu = process.cpuUsage();
  const started = process.hrtime.bigint();
  work();
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}
