import { v7 } from 'uuid';

/** A UUIDv7: made on the counter, offline, and sorted by the time it was made. */
export function newId(): string {
  return v7();
}

/** Many ids of one piece of work: the first 28 characters are shared, the last eight count. */
export interface IdSeries {
  /** What SQL puts before `printf('%08x', n)` to make the n-th id. */
  readonly prefix: string;
  at(n: number): string;
}

/**
 * Ids in bulk: one UUIDv7 whose last 32 bits become a counter. 42 of its random bits stay, so two counters that import in
 * the same millisecond do not meet; and making one costs no random bytes, which half a million lines notice.
 */
export function newIdSeries(): IdSeries {
  const prefix = v7().slice(0, 28);
  return { prefix, at: (n) => prefix + n.toString(16).padStart(8, '0') };
}
