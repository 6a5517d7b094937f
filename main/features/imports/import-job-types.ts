import type { ImportKind, ImportMapping, ImportOptions, ImportReport } from '@shared/contract/imports';
import type { DatabaseLocation } from '../../db/open';
import type { AuditHead } from '../../kernel/audit';
import type { DetectedFile } from './files/detect';

/** Everything a worker needs to import a file; plain data. */
export interface ImportJobInput {
  readonly location: DatabaseLocation;
  /** Where the rows are staged, encrypted with the shop's own key. */
  readonly stageFile: string;
  readonly path: string;
  readonly fileName: string;
  readonly detected: DetectedFile;
  readonly kind: ImportKind;
  readonly mapping: ImportMapping;
  readonly options: ImportOptions;
  /** False: everything but the last step. */
  readonly publish: boolean;
  readonly importId: string;
  /** SHA-256 of the file when it was checked; null where it was not. */
  readonly expectedHash: string | null;
  readonly requestId: string;
  readonly staffId: string;
  readonly counter: string;
  readonly timeZone: string;
  readonly now: number;
}

export interface ImportJobOutput {
  readonly report: ImportReport;
  readonly fileHash: string;
  /** Head of the log after publishing; null after a dry run. */
  readonly head: AuditHead | null;
}

/** What the stages of one import share. */
export interface ImportTask extends ImportJobInput {
  readonly today: string;
  /** Whether lines of purchases may be written while the file is still being read. */
  readonly writesMeanwhile: boolean;
}
