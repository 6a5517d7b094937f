import { useEffect, useRef } from 'react';

/** A scanner sends a whole code in this time; a hand does not press a second key. */
const handPauseMs = 60;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/** True while a dialog, a menu or an open list is on the screen: its keys are its own. */
function isCovered(): boolean {
  if (document.getElementById('root')?.hasAttribute('inert')) return true;
  const covers = document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]');
  return [...covers].some((cover) => cover.checkVisibility());
}

/**
 * Single keys that do something while no field has the focus and no dialog is open. A key that is the first of a scanned
 * code does nothing: it waits a moment for the next one. `keys` is by the key in lower case.
 */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let lastAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      const isQuick = event.timeStamp - lastAt < handPauseMs;
      lastAt = event.timeStamp;
      clearTimeout(waiting);
      if (isQuick || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.defaultPrevented || isTyping(event.target) || isCovered()) return;
      const key = event.key.toLowerCase();
      if (!(key in latest.current)) return;
      event.preventDefault();
      waiting = setTimeout(() => latest.current[key]?.(), handPauseMs);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
