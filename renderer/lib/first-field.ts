import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the field a form begins with: it has the focus as soon as the form is there, which comes a moment after its dialog, once the
 * draft was looked for.
 */
export function useFirstField<T extends HTMLElement>(): RefObject<T | null> {
  const first = useRef<T>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}
