/** Codes the kernel itself may answer with, for any operation. */
export const kernelErrors = [
  'INVALID_INPUT',
  'NOT_ALLOWED',
  'LOCKED',
  'NO_SHOP',
  'CONFIRMATION_NEEDED',
  'BUSY',
  'DISK_FULL',
  'CANCELLED',
  'UNKNOWN_OPERATION',
  'UNEXPECTED',
] as const;
export type KernelError = (typeof kernelErrors)[number];

/** Values an error's text may show; never personal data, since errors are logged. */
export type ErrorParams = Record<string, string | number>;

/** What crosses the process boundary: a value, or a code that has words in every language. */
export type Envelope<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: string;
      readonly params: ErrorParams;
      /** Finds the log entry. */
      readonly ref: string;
    };

/** What the page sends: one call. */
export interface CallMessage {
  readonly operation: string;
  readonly input: unknown;
  /** Made by the caller: a retried command with the same id answers what it answered the first time. */
  readonly requestId: string;
}

/** Progress of an action, sent to the page that started it. */
export interface Progress {
  readonly requestId: string;
  /** A key in the word lists, such as `backups.step.copy`. */
  readonly step: string;
  readonly done: number;
  /** Null while the end is not known. */
  readonly total: number | null;
}
