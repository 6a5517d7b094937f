import type { Output } from '@shared/contract';
import type { Topic } from '@shared/contract/topics';
import type { SegmentRule } from '@shared/domain/segments';
import { useEffect, useState } from 'react';
import { useAsk } from './ask';
import { call } from './call';

/** What a condition may be about: when one of these changes, who belongs to a segment may change. */
const watched: readonly Topic[] = [
  'customers',
  'sales',
  'items',
  'needs',
  'consents',
  'vip',
  'complaints',
  'feedback',
  'conversations',
];
/** Beyond this many, how many exactly is of no use to anybody. */
const enough = 10_000;
const shownPeople = 20;

type Look = Output<'segments.look'>;

/** How many belong to a segment, as far as is known yet. */
export interface SegmentCount {
  readonly found: number;
  readonly looked: number;
  readonly of: number;
  /** True where the whole shop was looked at. */
  readonly isWhole: boolean;
  readonly isCounting: boolean;
  readonly people: Look['people'];
}

/** Counts who belongs to a rule, a piece of a large shop at a time; null while nothing is known. */
export function useSegmentCount(rule: SegmentRule | null): { count: SegmentCount | null; error: unknown } {
  const asked = rule ?? { groups: [] };
  const first = useAsk('segments.look', { rule: asked }, watched, {
    enabled: rule !== null,
    keepPrevious: true,
  });
  const begun = rule === null ? undefined : first.data;
  const [rest, setRest] = useState<{ of: Look; sum: Look } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const key = JSON.stringify(asked);
  useEffect(() => {
    let isCurrent = true;
    setError(null);
    const goOn = async (of: Look) => {
      let sum = of;
      while (isCurrent && sum.next !== null && sum.found <= enough) {
        const more = await call('segments.look', { rule: JSON.parse(key), after: sum.next });
        sum = {
          ...more,
          found: sum.found + more.found,
          looked: sum.looked + more.looked,
          people: [...sum.people, ...more.people].slice(0, shownPeople),
        };
        if (isCurrent) setRest({ of, sum });
      }
    };
    if (begun && !first.isPlaceholderData)
      goOn(begun).catch((problem) => {
        if (isCurrent) setError(problem);
      });
    return () => {
      isCurrent = false;
    };
  }, [begun, key, first.isPlaceholderData]);
  if (!begun) return { count: null, error: first.error };
  const sum = rest?.of === begun ? rest.sum : begun;
  const isWhole = sum.next === null;
  return {
    count: {
      found: sum.found,
      looked: sum.looked,
      of: sum.of,
      isWhole,
      isCounting: !isWhole && sum.found <= enough,
      people: sum.people,
    },
    error: first.error ?? error,
  };
}
