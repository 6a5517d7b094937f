import { useEffect, useRef } from 'react';

/** A scanner types like a keyboard, but no hand presses keys this fast. */
const FASTEST_HAND_MS = 40;
const SHORTEST_CODE = 4;

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/**
 * Listens while no field has the focus: `onCode` gets what a barcode scanner sent, `onCall` is told when somebody asks for
 * the box (/ or, from anywhere, Ctrl+K).
 */
export function useScanner(onCode: (code: string) => void, onCall: () => void): void {
  const handlers = useRef({ onCode, onCall });
  handlers.current = { onCode, onCall };
  useEffect(() => {
    let typed = '';
    let lastAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        handlers.current.onCall();
        return;
      }
      if (isEditable(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const isQuick = event.timeStamp - lastAt < FASTEST_HAND_MS;
      lastAt = event.timeStamp;
      if (!isQuick) typed = '';
      if (event.key === 'Enter' && typed.length >= SHORTEST_CODE) {
        // Not also a press of whatever button has the focus.
        event.preventDefault();
        handlers.current.onCode(typed);
        typed = '';
      } else if (event.key.length === 1) {
        if (event.key === '/' && !isQuick) {
          event.preventDefault();
          handlers.current.onCall();
        } else typed += event.key;
      }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
