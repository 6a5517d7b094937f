import type { Output } from '@shared/contract';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../lib/call';
import { CounterContext } from '../lib/counter';
import { whenCalm } from '../lib/later';
import { ConfirmPin } from './confirm-pin';
import { readCustomerScreen, router } from './routes';

type State = Output<'session.state'>;

interface CounterProps {
  readonly shop: NonNullable<State['shop']>;
  readonly staff: NonNullable<State['staff']>;
  readonly startForReal: () => void;
}

const activityEveryMs = 15_000;

/** The unlocked counter. Typing and pointing keep it open; main locks it by itself when nobody does. */
export function Counter({ shop, staff, startForReal }: CounterProps) {
  useEffect(() => {
    let last = 0;
    const note = () => {
      const now = Date.now();
      if (now - last < activityEveryMs) return;
      last = now;
      call('session.active', {}).catch(() => {
        // Locked meanwhile: the gate shows it.
      });
    };
    window.addEventListener('keydown', note);
    window.addEventListener('pointerdown', note);
    return () => {
      window.removeEventListener('keydown', note);
      window.removeEventListener('pointerdown', note);
    };
  }, []);

  useEffect(() => whenCalm(() => void readCustomerScreen()), []);

  return (
    <CounterContext.Provider value={{ shop, staff, startForReal }}>
      <RouterProvider router={router} />
      <ConfirmPin />
    </CounterContext.Provider>
  );
}
