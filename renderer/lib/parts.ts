import { type RefObject, useEffect, useRef } from 'react';

/** Parts of the customer's screen that a duty, a search result or the next best thing may lead to. */
export type PartName =
  | 'needs'
  | 'recommendations'
  | 'consent'
  | 'items'
  | 'vip'
  | 'promises'
  | 'complaints'
  | 'feedback'
  | 'conversations'
  | 'enquiries'
  | 'quotations'
  | 'interests'
  | 'jobs'
  | 'handovers'
  | 'events'
  | 'plans'
  | 'campaigns'
  | 'gifts'
  | 'reviews'
  | 'privacy';

let wanted: PartName | null = null;
const listeners = new Set<(part: PartName) => void>();

/** Brings a part of the customer's screen into view: at once where it is on the screen, otherwise as soon as it comes. */
export function goToPart(part: PartName): void {
  wanted = part;
  for (const listener of listeners) listener(part);
}

/** Put on a part: it comes into view, its heading focused, when somebody goes there. */
export function usePart(part: PartName | undefined): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!part) return;
    const comeIntoView = (name: PartName) => {
      if (name !== part) return;
      wanted = null;
      element.current?.scrollIntoView({ block: 'start' });
      element.current?.querySelector('h2')?.focus({ preventScroll: true });
    };
    if (wanted === part) comeIntoView(part);
    listeners.add(comeIntoView);
    return () => void listeners.delete(comeIntoView);
  }, [part]);
  return element;
}
