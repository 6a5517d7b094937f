import { useSyncExternalStore } from 'react';

/** Which of a customer's needs the counter is talking about; undefined until somebody chose. */
type Current = string | null | undefined;

const chosen = new Map<string, string | null>();
const listeners = new Set<() => void>();

/** From now on the talk is about this need of the customer, or about none in particular (null). */
export function setCurrentNeed(customerId: string, needId: string | null): void {
  chosen.set(customerId, needId);
  for (const tell of listeners) tell();
}

/** The need that the needs list and the recommendations of one customer are both about. */
export function useCurrentNeed(customerId: string): Current {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen.get(customerId),
  );
}

const asked = new Set<() => void>();

/** Asks for the form of a new need to be opened, where one is on the screen. */
export function askForNewNeed(): void {
  for (const open of asked) open();
}

/** Called when somebody asks for a new need; returns how to stop listening. */
export function onNewNeedAsked(open: () => void): () => void {
  asked.add(open);
  return () => asked.delete(open);
}
