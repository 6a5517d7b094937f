import { civilDateOf } from '@shared/domain/dates';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import { FileProblem } from './files/problems';
import type { ImportJobInput, ImportJobOutput, ImportTask } from './import-job-types';

const ATTEMPTS = 3;

/** One reading of the file; null where the shop changed meanwhile, or did not keep still, and it must be read again. */
export type Attempt = (task: ImportTask, context: JobContext) => Promise<ImportJobOutput | null>;

/**
 * The import itself, on a worker's thread: the whole file is read into the stage, every row checked and resolved there, and
 * all of it comes into the shop in one transaction. A dry run is the same without the writing, hence exactly its result.
 * Fails with a file's code, CANCELLED, IMPORT_FILE_CHANGED, or BUSY where the shop never stood still long enough.
 */
export async function importFile(input: ImportJobInput, context: JobContext): Promise<ImportJobOutput> {
  const today = civilDateOf(input.now, input.timeZone);
  const attempt = await attemptOf(input.kind);
  try {
    for (let times = 1; times <= ATTEMPTS; times += 1) {
      // Whatever was in the way the first time: after that, the shop is kept waiting only once everything is read.
      const done = await attempt({ ...input, today, writesMeanwhile: times === 1 }, context);
      if (done) return done;
    }
    throw new Failure('BUSY');
  } catch (error) {
    if (error instanceof FileProblem) throw new Failure(error.code, error.params);
    throw error;
  }
}

/** A purchase file is waited for by three threads at once: they do not read the modules of the other way as well. */
async function attemptOf(kind: ImportJobInput['kind']): Promise<Attempt> {
  return kind === 'purchases'
    ? (await import('./import-purchases')).importPurchases
    : (await import('./import-records')).importRecords;
}
