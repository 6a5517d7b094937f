import { expect, test } from 'vitest';
import { canonicalNotice, noticeBlocks } from './notice-text';

test('headings, lists and paragraphs', () => {
  expect(noticeBlocks('# Title\n\nOne.\n\n- a\n- b\n\nTwo\nlines.')).toEqual([
    { kind: 'heading', text: 'Title' },
    { kind: 'paragraph', text: 'One.' },
    { kind: 'list', entries: ['a', 'b'] },
    { kind: 'paragraph', text: 'Two lines.' },
  ]);
});

test('line ends and outer spaces do not change the text that is hashed', () => {
  expect(canonicalNotice(' T ', 'a\r\nb\n')).toBe(canonicalNotice('T', 'a\nb'));
  expect(canonicalNotice('T', 'a')).not.toBe(canonicalNotice('T', 'A'));
});
