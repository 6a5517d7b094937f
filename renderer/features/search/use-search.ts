import type { SearchResult } from '@shared/contract/search';
import { useEffect, useRef, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { call } from '../../lib/call';

/** The newest answer, with the text that it answers. */
export interface SearchAnswer {
  readonly text: string;
  readonly results: readonly SearchResult[];
  readonly hasFailed: boolean;
}

/**
 * Asks main on every change of the text, at once: an answer takes a few milliseconds, and one that was overtaken by a later
 * question is dropped. Until the next one comes the last one stays. Without text, whom this person opened last.
 */
export function useSearch(text: string, isOpen: boolean): SearchAnswer {
  const isEmpty = text.trim() === '';
  // Asked again whenever a record was opened: the box may be open before that was saved.
  const recent = useAsk('search.recent', {}, ['views', 'customers'], { enabled: isOpen && isEmpty });
  const [answer, setAnswer] = useState<SearchAnswer>({ text: '', results: [], hasFailed: false });
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    if (!isOpen || isEmpty) return;
    const question = asked.current;
    call('search.query', { text }).then(
      ({ results }) => {
        if (question === asked.current) setAnswer({ text, results, hasFailed: false });
      },
      () => {
        if (question === asked.current) setAnswer({ text, results: [], hasFailed: true });
      },
    );
  }, [text, isOpen, isEmpty]);
  if (isEmpty) return { text, results: recent.data?.results ?? [], hasFailed: recent.isError };
  return answer;
}
