import type { Output } from '@shared/contract';
import { createContext, useContext } from 'react';

type State = Output<'session.state'>;

/** Which shop is open and who is working: for every screen behind the lock. */
export interface CounterState {
  readonly shop: NonNullable<State['shop']>;
  readonly staff: NonNullable<State['staff']>;
  /** Leaves the sample shop and begins to set up a real one. */
  readonly startForReal: () => void;
}

export const CounterContext = createContext<CounterState | null>(null);

/** The open shop and the person working. */
export function useCounter(): CounterState {
  const state = useContext(CounterContext);
  if (!state) throw new Error('only inside the unlocked counter');
  return state;
}
