import { type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Draws its children once the screen around them has been painted, in slices that a key press may interrupt: for what
 * is long and usually lies below the first screenful.
 */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted ? children : null;
}
