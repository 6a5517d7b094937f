import type { ErrorParams } from '@shared/contract/errors';
import type { ImportReport } from '@shared/contract/imports';
import type { ImportTask } from './import-job-types';

/** Lines of new receipts, each as `lineColumn` says: nothing about them can change any more. */
export type LineBatch = Float64Array;

/** A customer whom the import makes: the file's number for them, and their id. */
export interface NewCustomer {
  readonly no: number;
  readonly key: string;
  readonly id: string;
}

/** What the one who writes into the shop hears while a purchase file is being staged, in this order. */
export type StagerNews =
  /** What the shop was like that the rows are resolved against (`fingerprint`). */
  | { readonly kind: 'seen'; readonly fingerprint: string }
  | { readonly kind: 'read'; readonly bytesRead: number; readonly bytesTotal: number }
  | { readonly kind: 'lines'; readonly lines: LineBatch }
  /** In the order of their numbers; whoever is not among them waits in the stage. */
  | { readonly kind: 'customers'; readonly customers: readonly NewCustomer[] }
  /** All rows are read; what is there already is being found out. */
  | { readonly kind: 'checking' }
  /** For seconds nothing came of the file. */
  | { readonly kind: 'stalled' }
  /** The stage holds all the rest, and nobody has it open. */
  | { readonly kind: 'staged'; readonly report: ImportReport };

/** What the staging thread says. */
export type FromStager =
  | StagerNews
  /** The file as a whole is wrong, or the shop does not open. */
  | { readonly kind: 'refused'; readonly code: string; readonly params: ErrorParams }
  /** Anything else; of an error only what it says crosses over, so its code goes beside it. */
  | { readonly kind: 'broken'; readonly error: unknown; readonly code: string | undefined };

/** What it is told: which file to stage; that a batch of lines is done with. */
export type ToStager = { readonly kind: 'stage'; readonly task: ImportTask } | { readonly kind: 'taken' };
