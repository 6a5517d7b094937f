import { ScannedCode } from '@shared/domain/key-bursts';
import { useEffect, useRef } from 'react';
import { isBehind } from '../../lib/single-keys';

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/**
 * Listens while no field has the focus: `onCode` gets what a barcode scanner sent, `onCall` is told when somebody asks for
 * the box (/ or, from any screen, Ctrl+K). What stands over the counter (a dialog, a page for the customer) keeps its keys.
 */
export function useScanner(onCode: (code: string) => void, onCall: () => void): void {
  const handlers = useRef({ onCode, onCall });
  handlers.current = { onCode, onCall };
  useEffect(() => {
    const scanned = new ScannedCode();
    const onKey = (event: KeyboardEvent) => {
      if (isBehind()) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        handlers.current.onCall();
        return;
      }
      if (isEditable(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Shift') return;
      const { code, isFirst } = scanned.press({ key: event.key, at: event.timeStamp });
      if (code !== null) {
        // Not also a press of whatever button has the focus.
        event.preventDefault();
        handlers.current.onCode(code);
      } else if (event.key === '/' && isFirst) {
        event.preventDefault();
        handlers.current.onCall();
      }
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
