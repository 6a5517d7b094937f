import type { Output } from '@shared/contract';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
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

/** Who was here before the lock; nobody when the app has just started. */
let lastHere: string | null = null;

/**
 * False while another person than the last is led to where they begin: what the last one left open is not opened again in
 * their name.
 */
function useOwnScreen(staffId: string): boolean {
  const [hereIs, setHereIs] = useState(lastHere ?? staffId);
  useEffect(() => {
    const arrive = () => {
      lastHere = staffId;
      setHereIs(staffId);
    };
    if (hereIs === staffId) {
      arrive();
      return;
    }
    router.history.push('/');
    router.load().then(arrive, arrive);
  }, [hereIs, staffId]);
  return hereIs === staffId;
}

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
  const isOwn = useOwnScreen(staff.id);

  return (
    <CounterContext.Provider value={{ shop, staff, startForReal }}>
      {isOwn && <RouterProvider router={router} />}
      <ConfirmPin />
    </CounterContext.Provider>
  );
}
