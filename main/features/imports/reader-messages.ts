import type { FileCode, ProblemParams } from './files/problems';
import type { ImportTask } from './import-job-types';
import type { PurchaseBatch } from './purchase-batches';

/** What the reading thread says. */
export type FromReader =
  | { readonly kind: 'batch'; readonly batch: PurchaseBatch }
  | { readonly kind: 'cells'; readonly cells: readonly (readonly string[])[] }
  | { readonly kind: 'end' }
  /** The file as a whole is wrong. */
  | { readonly kind: 'problem'; readonly code: FileCode; readonly params: ProblemParams }
  | { readonly kind: 'broken'; readonly error: unknown };

/** What it is told: which file to read; of which rows of the oldest batch the cells are wanted; that this batch is done with. */
export type ToReader =
  | { readonly kind: 'read'; readonly task: ImportTask }
  | { readonly kind: 'cells'; readonly rows: readonly number[] }
  | { readonly kind: 'taken' };
