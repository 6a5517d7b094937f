import { expect, test } from 'vitest';
import { sharedBlocks } from './blocks';

test('hands out what was given back, whole, and nothing that is still in use', () => {
  const blocks = sharedBlocks(10);
  const [first, second] = [blocks.take(), blocks.take()];
  expect(first.buffer).not.toBe(second.buffer);
  blocks.give(first.subarray(0, 3));
  const again = blocks.take();
  expect(again.buffer).toBe(first.buffer);
  expect(again).toHaveLength(10);
  expect(blocks.take().buffer).not.toBe(second.buffer);
});
