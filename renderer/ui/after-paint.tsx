import { type ReactNode, startTransition, useEffect, useState } from 'react';

interface AfterPaintProps {
  /** Height kept free until then, where something stands below. */
  readonly room?: number;
  readonly children: ReactNode;
}

/** Draws its children once the screen around them has been painted: for what is long or usually out of sight. */
export function AfterPaint({ room, children }: AfterPaintProps) {
  const isPainted = useIsPainted();
  if (isPainted) return children;
  return room === undefined ? null : <div style={{ height: room }} />;
}

/**
 * False until the screen on which this part first stood has been painted. What is drawn then is drawn in slices that a key
 * press may interrupt.
 */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
