import { type ComponentType, lazy, Suspense } from 'react';

const parts: (() => Promise<unknown>)[] = [];

/** Long enough for the first screen to be painted, shorter than a hand needs to do something on it. */
const calmMs = 200;

/** Calls back when the first screen has been painted and nothing else is waiting. */
export function whenCalm(then: () => void): void {
  setTimeout(() => requestIdleCallback(then), calmMs);
}

const quietMs = 10_000;

/** Calls back once nobody has touched keys or pointer for some seconds: for work that a typist would feel. */
export function whenQuiet(then: () => void): void {
  const touches = ['keydown', 'pointerdown', 'wheel'] as const;
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const touch of touches) window.removeEventListener(touch, wait, true);
      then();
    }, quietMs);
  };
  for (const touch of touches) window.addEventListener(touch, wait, { capture: true, passive: true });
  wait();
}

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

/** Reads every part before somebody wants it, so that it is there at once when they do. */
export function readTheRest(): void {
  for (const load of parts) void load();
}
