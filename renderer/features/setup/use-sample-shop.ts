import type { Progress } from '@shared/contract/errors';
import { useRef, useState } from 'react';
import { CallError, type RunningAction, startAction } from '../../lib/call';

/** Opening the sample shop; the first time it is made, which takes a while. */
export interface SampleShop {
  readonly open: () => void;
  readonly cancel: () => void;
  /** Null while nothing runs. */
  readonly startedAt: number | null;
  readonly progress: Progress | null;
  readonly error: unknown;
}

/** Starts `setup.openSample`, follows how far it is, and can stop it; nothing is left of one that was stopped. */
export function useSampleShop(): SampleShop {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<RunningAction<null> | null>(null);

  const open = () => {
    setStartedAt(Date.now());
    setProgress(null);
    setError(null);
    running.current = startAction('setup.openSample', {}, setProgress);
    running.current.result
      .catch((problem: unknown) => {
        const wasCancelled = problem instanceof CallError && problem.code === 'CANCELLED';
        if (!wasCancelled) setError(problem);
      })
      .finally(() => setStartedAt(null));
  };
  return { open, cancel: () => running.current?.cancel(), startedAt, progress, error };
}
