import type { Input, OperationName, Output } from '@shared/contract';
import type { ErrorParams, Progress } from '@shared/contract/errors';

/** An operation refused, with the code its contract declares; `errorText` turns it into words. */
export class CallError extends Error {
  readonly code: string;
  readonly params: ErrorParams;
  readonly ref: string;

  constructor(code: string, params: ErrorParams, ref: string) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.params = params;
    this.ref = ref;
  }
}

// Eight seconds: the publishing step of a large import takes a few.
const busyTries = 80;
const busyPauseMs = 100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type ConfirmPin = () => Promise<boolean>;
let confirmPin: ConfirmPin = async () => false;

/** Set once by the shell: asks for the PIN again when an operation wants it; false when the person changed their mind. */
export function onConfirmationNeeded(ask: ConfirmPin): void {
  confirmPin = ask;
}

interface CallOptions {
  /** Keep the id of a call whose answer was lost, and the command is not done twice. */
  readonly requestId?: string;
}

/**
 * Asks main for one operation. Rejects with CallError. A busy writer is asked again with the same request id;
 * an operation that wants the PIN again gets it through the shell's dialog and is asked once more.
 */
export async function call<N extends OperationName>(
  operation: N,
  input: Input<N>,
  { requestId = crypto.randomUUID() }: CallOptions = {},
): Promise<Output<N>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await window.vitrine.invoke({ operation, input, requestId });
    if (answer.ok) return answer.value as Output<N>;
    if (answer.code === 'BUSY' && tries < busyTries) {
      await pause(busyPauseMs);
      continue;
    }
    if (answer.code === 'CONFIRMATION_NEEDED' && tries === 1 && (await confirmPin())) continue;
    throw new CallError(answer.code, answer.params, answer.ref);
  }
}

const watchers = new Map<string, (progress: Progress) => void>();
let isListening = false;

/** A running action: its result, and a way to stop it. */
export interface RunningAction<T> {
  readonly result: Promise<T>;
  cancel(): void;
}

/** Starts an action that reports progress and can be cancelled. */
export function startAction<N extends OperationName>(
  operation: N,
  input: Input<N>,
  onProgress: (progress: Progress) => void,
): RunningAction<Output<N>> {
  if (!isListening) {
    isListening = true;
    window.vitrine.onProgress((progress) => watchers.get(progress.requestId)?.(progress));
  }
  const requestId = crypto.randomUUID();
  watchers.set(requestId, onProgress);
  return {
    result: call(operation, input, { requestId }).finally(() => watchers.delete(requestId)),
    cancel: () => window.vitrine.cancel(requestId),
  };
}
