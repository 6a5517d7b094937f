/** Room for the numbers of rows that one thread hands to another. */
export interface Blocks {
  take(): Float64Array;
  /** A block, or a part that stands for it, that nobody reads any more. */
  give(block: Float64Array): void;
}

/**
 * Blocks that both threads see: half a million rows pass through a few of them, which are neither copied nor collected. What is
 * in a block that is taken again is what was there before.
 */
export function sharedBlocks(length: number): Blocks {
  const free: Float64Array[] = [];
  return {
    take: () =>
      free.pop() ?? new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT)),
    give(block) {
      free.push(new Float64Array(block.buffer));
    },
  };
}

/** Blocks of one thread, which nobody gives back. */
export const ownBlocks = (length: number): Blocks => ({ take: () => new Float64Array(length), give() {} });
