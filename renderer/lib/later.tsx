import { type ComponentType, lazy, Suspense } from 'react';

const parts: (() => Promise<unknown>)[] = [];

/**
 * A part of the window that the first screen does without: read once that is painted (`readTheRest`), or when it is
 * wanted, whichever comes first.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  parts.push(load);
  const Part = lazy(async () => ({ default: await load() }));
  return function Later(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** Reads every part now that nobody waits for it, so that it is there at once when somebody does. */
export function readTheRest(): void {
  requestIdleCallback(() => {
    for (const load of parts) void load();
  });
}
