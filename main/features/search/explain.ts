import {
  recordSearchFields,
  type SearchFieldName,
  type SearchWhy,
  searchPlaces,
} from '@shared/contract/search';
import { explainMatch, type Query, type SearchField } from '@shared/domain/search-keys';

/** A stored value that may be why something matched. */
export interface NamedValue extends SearchField {
  readonly field: SearchFieldName;
  readonly value: string;
}

/** Records whose words are as long as a note's. */
const recordFields: ReadonlySet<string> = new Set([...recordSearchFields, ...searchPlaces]);
const CONTEXT = 28;
const SHOWN_DIGITS = 4;

/** Why these values answer the query, ready to show: numbers hidden but for what was typed, notes cut around the match. */
export function explain(query: Query, values: readonly NamedValue[]): SearchWhy[] {
  return explainMatch(query, values).map(({ field, value, ranges, by }) => {
    const why: SearchWhy = { field: field as SearchFieldName, value, ranges, by };
    if (why.field === 'discreetNote') return { ...why, value: '', ranges: [] };
    if (why.field === 'note' || recordFields.has(why.field)) return cutAround(why);
    if (why.field === 'phone' || why.field === 'whatsapp') return hideDigits(why);
    return why;
  });
}

/** A customer may be looking at the screen: only the last digits and those that were typed are shown. */
function hideDigits(why: SearchWhy): SearchWhy {
  const digits = [...why.value.matchAll(/[0-9]/g)].map(({ index }) => index);
  const shown = new Set(digits.slice(-SHOWN_DIGITS));
  for (const [start, end] of why.ranges) for (let at = start; at < end; at += 1) shown.add(at);
  const value = [...why.value]
    .map((character, at) => (/[0-9]/.test(character) && !shown.has(at) ? '•' : character))
    .join('');
  return { ...why, value };
}

function cutAround(why: SearchWhy): SearchWhy {
  const [first] = why.ranges;
  if (!first || why.value.length <= CONTEXT * 3) return why;
  const from = wordStart(why.value, Math.max(0, first[0] - CONTEXT));
  const to = Math.min(why.value.length, first[1] + CONTEXT * 2);
  const head = from > 0 ? '…' : '';
  const shift = head.length - from;
  return {
    ...why,
    value: head + why.value.slice(from, to) + (to < why.value.length ? '…' : ''),
    ranges: why.ranges
      .filter(([, end]) => end <= to)
      .map(([start, end]): [number, number] => [start + shift, end + shift]),
  };
}

/** Moves to the next space where there is one near, so that no word and no surrogate pair is cut. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  if (space >= 0 && space - at < CONTEXT / 2) return space + 1;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
