/**
 * Seeded randomness (sfc32). Every customer gets a stream of its own, derived from the seed, a label and a number, so
 * that changing how much one part draws never shifts another part, and nothing has to be kept in memory.
 */

const HEX: readonly string[] = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));

/** FNV-1a over a label: cheap, and good enough once mixed by the warm-up rounds. */
function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A table that answers "which index?" for given weights in O(log n). */
export interface WeightTable {
  readonly cumulative: Float64Array;
  readonly total: number;
}

export function weightTable(weights: ArrayLike<number>): WeightTable {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    total += weights[i]!;
    cumulative[i] = total;
  }
  return { cumulative, total };
}

/** Weights 1/rank^exponent. */
export function zipfTable(size: number, exponent = 1): WeightTable {
  return weightTable(Array.from({ length: size }, (_, rank) => (rank + 1) ** -exponent));
}

/** A well-mixed non-negative number for any 32-bit one. */
function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Sends every number below left × right to another one of the same range, no two to the same: running numbers come
 * out looking drawn by lot, yet never repeat, and no list of those given out is needed. (A Feistel network.)
 */
export function scatter(ordinal: number, left: number, right: number): number {
  let l = Math.floor(ordinal / right) % left;
  let r = ordinal % right;
  for (let round = 1; round <= 3; round += 1) {
    r = (r + mix(l + round * 0x1000_0000)) % right;
    l = (l + mix(r + round * 0x2000_0000)) % left;
  }
  return l * right + r;
}

/** First index whose cumulative weight exceeds `at`. */
export function findWeight(
  cumulative: Float64Array,
  at: number,
  low = 0,
  high = cumulative.length - 1,
): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (cumulative[middle]! > at) to = middle;
    else from = middle + 1;
  }
  return from;
}

export class Random {
  private readonly state = new Int32Array(4);
  private spareNormal = Number.NaN;

  constructor(seed: number, label = '', number = 0) {
    this.reseed(seed, label, number);
  }

  /** Starts the stream named by (seed, label, number); equal names give equal streams. */
  reseed(seed: number, label: string, number: number): void {
    const state = this.state;
    state[0] = seed | 0;
    state[1] = (Math.floor(seed / 0x1_0000_0000) ^ hashLabel(label)) | 0;
    // 0x9e3779b9 spreads neighbouring numbers apart before the warm-up.
    state[2] = (Math.imul(number, 0x9e3779b9) ^ Math.floor(number / 0x1_0000_0000)) | 0;
    state[3] = 1;
    this.spareNormal = Number.NaN;
    for (let round = 0; round < 12; round += 1) this.bits();
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    const s = this.state;
    const sum = (((s[0]! + s[1]!) | 0) + s[3]!) | 0;
    s[3] = (s[3]! + 1) | 0;
    s[0] = s[1]! ^ (s[1]! >>> 9);
    s[1] = (s[2]! + (s[2]! << 3)) | 0;
    s[2] = (((s[2]! << 21) | (s[2]! >>> 11)) + sum) | 0;
    return sum;
  }

  /** In [0, 1). */
  unit(): number {
    return (this.bits() >>> 0) / 0x1_0000_0000;
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)]!;
  }

  /** An index drawn by weight. */
  weighted(table: WeightTable): number {
    return findWeight(table.cumulative, this.unit() * table.total);
  }

  /** A rank from 0 to size-1 of a Zipf distribution; build the table once with `zipfTable`. */
  zipf(table: WeightTable): number {
    return this.weighted(table);
  }

  /** Box–Muller; the second value of each pair is kept for the next call. */
  normal(mean = 0, deviation = 1): number {
    if (!Number.isNaN(this.spareNormal)) {
      const spare = this.spareNormal;
      this.spareNormal = Number.NaN;
      return mean + deviation * spare;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    const angle = 2 * Math.PI * this.unit();
    this.spareNormal = radius * Math.sin(angle);
    return mean + deviation * radius * Math.cos(angle);
  }

  /** Shuffles in place. */
  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i);
      const kept = list[i]!;
      list[i] = list[j]!;
      list[j] = kept;
    }
    return list;
  }

  /** Some of the list, each with the same probability, in the list's order. */
  some<T>(list: readonly T[], probability: number): T[] {
    return list.filter(() => this.unit() < probability);
  }

  /** A UUIDv7 that carries `at` and is otherwise drawn from this stream. */
  uuid7(at: number): string {
    const high = Math.floor(at / 0x1_0000);
    const low = at % 0x1_0000;
    const a = this.bits();
    const b = this.bits();
    const c = this.bits();
    return (
      HEX[(high >>> 24) & 255]! +
      HEX[(high >>> 16) & 255]! +
      HEX[(high >>> 8) & 255]! +
      HEX[high & 255]! +
      '-' +
      HEX[(low >>> 8) & 255]! +
      HEX[low & 255]! +
      '-' +
      HEX[0x70 | (a & 15)]! +
      HEX[(a >>> 8) & 255]! +
      '-' +
      HEX[0x80 | ((a >>> 16) & 63)]! +
      HEX[(a >>> 24) & 255]! +
      '-' +
      HEX[b & 255]! +
      HEX[(b >>> 8) & 255]! +
      HEX[(b >>> 16) & 255]! +
      HEX[(b >>> 24) & 255]! +
      HEX[c & 255]! +
      HEX[(c >>> 8) & 255]!
    );
  }
}

/** The stream of its own that `label` number `number` draws from. */
export function stream(seed: number, label: string, number = 0): Random {
  return new Random(seed, label, number);
}
