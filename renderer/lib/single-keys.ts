import { LoneKeys } from '@shared/domain/key-bursts';
import { type RefObject, useEffect, useRef } from 'react';

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock']);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/** True while a dialog or a page for the customer stands over the counter. */
export const isBehind = () => document.getElementById('root')?.hasAttribute('inert') ?? false;

/** True while a dialog, a menu or an open list is on the screen: its keys are its own. */
function isCovered(): boolean {
  if (isBehind()) return true;
  const covers = document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]');
  return [...covers].some((cover) => cover.checkVisibility());
}

/**
 * Single keys that do something while no field has the focus and no dialog is open; with `within`, only while the focus
 * is in there. A key of a scanned code does nothing: each waits a moment for the next one. `keys` is by the key in
 * lower case.
 */
export function useSingleKeys(
  keys: Readonly<Record<string, () => void>>,
  within?: RefObject<HTMLElement | null>,
): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const lone = new LoneKeys();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const actAfter = (key: string, ms: number) => {
      const dueAt = performance.now() + ms;
      waiting = setTimeout(() => {
        const more = lone.stillToWait(dueAt, performance.now());
        if (more !== null) actAfter(key, more);
        else if (!isCovered()) latest.current[key]?.();
      }, ms);
    };
    const onKey = (event: KeyboardEvent) => {
      if (modifiers.has(event.key)) return;
      clearTimeout(waiting);
      const wait = lone.press({ key: event.key, at: event.timeStamp }, performance.now());
      if (wait === null || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered()) return;
      if (within && !within.current?.contains(event.target as Node)) return;
      const key = event.key.toLowerCase();
      if (!(key in latest.current)) return;
      event.preventDefault();
      actAfter(key, wait);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('keydown', onKey);
    };
  }, [within]);
}
