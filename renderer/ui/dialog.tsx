import { Drawer, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useId, useSyncExternalStore } from 'react';
import { useWords } from '../lib/i18n';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Width in pixels. */
  readonly size?: number;
  readonly children: ReactNode;
}

let open = 0;

/** While it is on the screen, nothing behind it can be reached, by a key or by a screen reader. */
export function InertBehind() {
  useEffect(() => {
    const root = document.getElementById('root');
    open += 1;
    root?.toggleAttribute('inert', true);
    return () => {
      open -= 1;
      if (open === 0) root?.toggleAttribute('inert', false);
    };
  }, []);
  return null;
}

let shown: readonly string[] = [];
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** True for the dialog that was opened last: where one stands upon another, Escape closes one at a time. */
function useIsOnTop(isOpen: boolean): boolean {
  const id = useId();
  useEffect(() => {
    const set = (next: readonly string[]) => {
      shown = next;
      for (const watcher of watchers) watcher();
    };
    if (!isOpen) return;
    set([...shown, id]);
    return () => set(shown.filter((one) => one !== id));
  }, [id, isOpen]);
  return useSyncExternalStore(watch, () => shown.at(-1) === id);
}

/** A question or a short form in the middle of the window. */
export function Dialog({ title, isOpen, onClose, size = 520, children }: DialogProps) {
  const { t } = useWords();
  const isOnTop = useIsOnTop(isOpen);
  return (
    <Modal
      opened={isOpen}
      closeOnEscape={isOnTop}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <InertBehind />}
      {children}
    </Modal>
  );
}

/** A long form or a list at the right side, with the screen it belongs to still in sight. */
export function SidePanel({ title, isOpen, onClose, size = 560, children }: DialogProps) {
  const { t } = useWords();
  const isOnTop = useIsOnTop(isOpen);
  return (
    <Drawer
      opened={isOpen}
      closeOnEscape={isOnTop}
      onClose={onClose}
      title={title}
      size={size}
      position="right"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <InertBehind />}
      {children}
    </Drawer>
  );
}
