import type { Input, OperationName, Output } from '@shared/contract';
import type { Progress } from '@shared/contract/errors';
import { useRef, useState } from 'react';
import { CallError, type RunningAction, startAction } from '../../lib/call';

interface Running {
  readonly startedAt: number;
  readonly progress: Progress | null;
}

/** One long action of this screen: how far it is, a way to stop it, and what went wrong. `onStopped` says that it was stopped. */
export function useRunning<N extends OperationName>(operation: N, onStopped: () => void) {
  const [running, setRunning] = useState<Running | null>(null);
  const [error, setError] = useState<unknown>(null);
  const action = useRef<RunningAction<Output<N>> | null>(null);

  /** The result, or null where it was cancelled or refused. */
  const start = async (input: Input<N>): Promise<Output<N> | null> => {
    setError(null);
    setRunning({ startedAt: Date.now(), progress: null });
    action.current = startAction(operation, input, (progress) =>
      setRunning((now) => (now ? { ...now, progress } : now)),
    );
    try {
      return await action.current.result;
    } catch (problem) {
      if (problem instanceof CallError && problem.code === 'CANCELLED') onStopped();
      else setError(problem);
      return null;
    } finally {
      action.current = null;
      setRunning(null);
    }
  };
  return { start, running, error, cancel: () => action.current?.cancel() };
}
