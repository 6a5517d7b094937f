import type { Input, OperationName, Output } from '@shared/contract';
import type { Progress } from '@shared/contract/errors';
import { useRef, useState } from 'react';
import { CallError, type RunningAction, startAction } from './call';

/** A long action from a screen: how far it is, what came of it, and a way to stop it. */
export interface LongAction<N extends OperationName> {
  start(input: Input<N>): Promise<Output<N> | null>;
  cancel(): void;
  /** Null while nothing runs. */
  readonly startedAt: number | null;
  readonly progress: Progress | null;
  readonly result: Output<N> | null;
  /** Not set when the person stopped it. */
  readonly error: unknown;
}

/** Starts an operation that reports progress; one at a time. */
export function useAction<N extends OperationName>(operation: N): LongAction<N> {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<Output<N> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<RunningAction<Output<N>> | null>(null);

  const start = async (input: Input<N>): Promise<Output<N> | null> => {
    setStartedAt(Date.now());
    setProgress(null);
    setResult(null);
    setError(null);
    const action = startAction(operation, input, setProgress);
    running.current = action;
    try {
      const value = await action.result;
      setResult(value);
      return value;
    } catch (problem) {
      if (!isCancelled(problem)) setError(problem);
      return null;
    } finally {
      setStartedAt(null);
    }
  };
  return { start, cancel: () => running.current?.cancel(), startedAt, progress, result, error };
}

/** The person stopped it, or did not type the PIN: nothing to report. */
function isCancelled(problem: unknown): boolean {
  return problem instanceof CallError && ['CANCELLED', 'CONFIRMATION_NEEDED'].includes(problem.code);
}
