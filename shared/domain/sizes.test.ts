import { expect, it } from 'vitest';
import { formatBytes, formatDuration, formatTimeLeft, readableHead, wholeHead } from './sizes';

it('says sizes as on the packaging of a disk', () => {
  expect([0, 999, 1000, 4_200_000, 123_456_789, 2_500_000_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '4.2 MB',
    '123 MB',
    '2.5 GB',
  ]);
});

it('says durations in the language', () => {
  expect(formatDuration(420, 'en')).toBe('0.4 s');
  expect(formatDuration(12_300, 'zh-Hant')).toBe('12 秒');
  expect(formatDuration(185_000, 'en')).toBe('3 min 5 s');
});

it('says how long something still takes in whole seconds', () => {
  expect(formatTimeLeft(400, 'en')).toBe('1 s');
  expect(formatTimeLeft(12_300, 'zh-Hant')).toBe('12 秒');
  expect(formatTimeLeft(119_600, 'zh-Hans')).toBe('2 分 0 秒');
});

it('groups a log head for the eye', () => {
  const hash = '0123456789abcdef'.repeat(4);
  expect(readableHead(hash)).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef');
  expect(wholeHead(hash).join(' ').replaceAll(' ', '')).toBe(hash);
});
