import type { SearchWhy } from '@shared/contract/search';
import classes from './search-box.module.css';

/** A value with the places that matched marked. */
export function Highlight({ value, ranges }: Pick<SearchWhy, 'value' | 'ranges'>) {
  const parts: Array<{ text: string; at: number; isMatch: boolean }> = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) parts.push({ text: value.slice(from, start), at: from, isMatch: false });
    parts.push({ text: value.slice(start, end), at: start, isMatch: true });
    from = end;
  }
  if (from < value.length) parts.push({ text: value.slice(from), at: from, isMatch: false });
  return parts.map(({ text, at, isMatch }) =>
    isMatch ? (
      <mark key={at} className={classes.match}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}
