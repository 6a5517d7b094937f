import type { SearchResult } from '@shared/contract/search';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { call } from '../../lib/call';
import { whenCalm } from '../../lib/later';

/** The newest answer, with the text that it answers. */
export interface SearchAnswer {
  readonly text: string;
  readonly results: readonly SearchResult[];
  readonly hasFailed: boolean;
}

const noAnswer: SearchAnswer = { text: '', results: [], hasFailed: false };

/**
 * Asks main on every change of the text, at once: an answer takes a few milliseconds, and one that was overtaken by a later
 * question is dropped. Until the next one comes the last one stays. Without text, whom this person opened last. `ask` is for
 * the key itself: main answers while the window still draws what was typed.
 */
export function useSearch(
  text: string,
  isOpen: boolean,
): { readonly answer: SearchAnswer; readonly ask: (text: string) => void } {
  const isEmpty = text.trim() === '';
  // Asked again whenever a record was opened: the box may be open before that was saved.
  const recent = useAsk('search.recent', {}, ['views', 'customers'], { enabled: isOpen && isEmpty });
  const [found, setFound] = useState(noAnswer);
  const newest = useRef<{ readonly text: string } | null>(null);
  const ask = useCallback((next: string) => {
    const question = { text: next };
    newest.current = question;
    const settle = (answer: SearchAnswer) => {
      if (newest.current === question) setFound(answer);
    };
    if (next.trim() === '') return settle(noAnswer);
    call('search.query', { text: next }).then(
      ({ results }) => settle({ text: next, results, hasFailed: false }),
      () => settle({ text: next, results: [], hasFailed: true }),
    );
  }, []);
  useEffect(() => {
    rehearse(() => (newest.current?.text ?? '') !== '');
    return () => {
      newest.current = null;
    };
  }, []);
  useEffect(() => {
    if (!isOpen) newest.current = null;
    else if (newest.current?.text !== text) ask(text);
  }, [text, isOpen, ask]);
  const { data, isError } = recent;
  const known = useMemo<SearchAnswer>(
    () => ({ text: '', results: data?.results ?? [], hasFailed: isError }),
    [data, isError],
  );
  return { answer: isEmpty || found === noAnswer ? known : found, ask };
}

/** Every way to begin, two words, Chinese. */
const beginnings = [...'abcdefghijklmnopqrstuvwxyz0123456789', 'ka', 'chan t', '陳'];
const pauseMs = 1000;
let isRehearsed = false;

/**
 * Asks what everybody begins with while nobody waits: the first answers after a start, for which tables of names, statements and
 * pages of the database are read, would take several times as long. Once for this window, one question at a time, none while
 * somebody types.
 */
function rehearse(isTyping: () => boolean): void {
  if (isRehearsed) return;
  isRehearsed = true;
  const rest = [...beginnings];
  const next = () => {
    if (isTyping()) return void setTimeout(next, pauseMs);
    const text = rest.shift();
    if (text === undefined) return;
    // Locked meanwhile: what is left is read when it is typed.
    call('search.query', { text }).then(
      () => requestIdleCallback(next),
      () => {},
    );
  };
  whenCalm(next);
}
