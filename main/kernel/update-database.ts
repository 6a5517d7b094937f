import { loadMigrations, migrate, pendingSteps, schemaVersion } from '../db/migrate';
import { type DatabaseLocation, openForWriting } from '../db/open';
import type { ReadableDb, WritableDb } from '../db/sql';
import { copyBeforeMigration, type UpdateProgress } from './before-migration';
import { Failure } from './errors';

/** What an update may leave out, and whom it tells. */
interface UpdateOptions {
  /** False where the database is itself a copy: nothing is kept of it then. */
  readonly keepsCopy: boolean;
  /** Makes what is derived from rows anew, as far as the steps have outdated it. */
  readonly derive: (db: WritableDb, onProgress: (done: number, total: number) => void) => void;
  readonly onProgress?: UpdateProgress;
}

/** True where a shop's database lacks a step of this version's schema. Fails with DATABASE_TOO_NEW, or DATABASE_DAMAGED where it is none. */
export function isOutdated(db: ReadableDb): boolean {
  // A key that fits an empty database is not a shop: migrating it would show a damaged one as new.
  if (schemaVersion(db) === 0) throw new Failure('DATABASE_DAMAGED');
  return pendingSteps(db).length > 0;
}

/**
 * Brings a shop's database to this version's schema on a connection of its own: a verified copy beside the shop, then every step
 * and a look at every reference, whole or not at all. A database that is up to date is not touched. Fails with
 * MIGRATION_FAILED or MIGRATION_COPY_FAILED, where it is as it was, and as the opening does.
 */
export function updateDatabase(
  location: DatabaseLocation,
  { keepsCopy, derive, onProgress = () => {} }: UpdateOptions,
): void {
  const db = openForWriting(location);
  try {
    if (!isOutdated(db)) return;
    migrate(db, loadMigrations(), {
      beforeFirst: () => {
        if (keepsCopy) copyFirst(db, location, onProgress);
      },
      derive: () => derive(db, (done, total) => onProgress('setup.update.index', done, total)),
      onStep: (done, total) =>
        onProgress(done < total ? 'setup.update.change' : 'setup.update.references', done, total + 1),
    });
    onProgress('setup.update.fold', 1, 1);
  } catch (error) {
    throw error instanceof Failure || isDriverError(error) ? error : failedBecause(error);
  } finally {
    db.close();
  }
}

function copyFirst(db: WritableDb, location: DatabaseLocation, onProgress: UpdateProgress): void {
  try {
    copyBeforeMigration(db, location, onProgress);
  } catch (error) {
    // What is wrong with a copy is said in the words of backups; here it means that nothing was changed.
    throw error instanceof Failure ? new Failure('MIGRATION_COPY_FAILED', { reason: error.code }) : error;
  }
}

/** A full disk or a damaged page is what it is; anything else is a step that this database does not fit. */
const isDriverError = (error: unknown) =>
  /^SQLITE_(?!ERROR|CONSTRAINT)/.test(String((error as { code?: unknown }).code ?? ''));

const failedBecause = (error: unknown) => Object.assign(new Failure('MIGRATION_FAILED'), { cause: error });
