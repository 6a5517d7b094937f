import type { Insertable, Selectable } from 'kysely';
import type { BackupDrills, BackupPlaces, Backups } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

export type PlaceRow = Selectable<BackupPlaces>;
export type BackupRow = Selectable<Backups>;
export type DrillRow = Selectable<BackupDrills>;

/** The places copies go to, in the order they were added. */
export function listPlaces(db: ReadableDb): PlaceRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('backup_places')
      .selectAll()
      .where('removed_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id'),
  );
}

/** One place, removed or not. */
export function findPlace(db: ReadableDb, id: string): PlaceRow | undefined {
  return one(db, sqlBuilder.selectFrom('backup_places').selectAll().where('id', '=', id));
}

/** The place that copies to this folder now. */
export function findPlaceByFolder(db: ReadableDb, folder: string): PlaceRow | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('backup_places')
      .selectAll()
      .where('folder', '=', folder)
      .where('removed_at', 'is', null),
  );
}

/** Adds a place for copies. */
export function insertPlace(db: WritableDb, row: Insertable<BackupPlaces>): void {
  run(db, sqlBuilder.insertInto('backup_places').values(row));
}

/** Takes a place out of use, or back into it. */
export function updatePlaceRemoved(db: WritableDb, id: string, removedAt: number | null): void {
  run(db, sqlBuilder.updateTable('backup_places').set({ removed_at: removedAt }).where('id', '=', id));
}

/** Records one attempt at the end of the shop's own order. */
export function insertBackup(db: WritableDb, row: Omit<Insertable<Backups>, 'seq'>): void {
  const { next } = prepared(db, 'SELECT coalesce(max(seq), 0) + 1 AS next FROM backups').get() as {
    next: number;
  };
  run(db, sqlBuilder.insertInto('backups').values({ ...row, seq: next }));
}

/** The last attempts, newest first, with the name of their place. */
export function listAttempts(db: ReadableDb, limit: number) {
  return all(
    db,
    sqlBuilder
      .selectFrom('backups')
      .innerJoin('backup_places', 'backup_places.id', 'backups.place_id')
      .selectAll('backups')
      .select('backup_places.label')
      .orderBy('backups.seq', 'desc')
      .limit(limit),
  );
}

/** Every copy of a place that was proved and not removed since. */
export function listVerifiedCopies(db: ReadableDb, placeId: string): BackupRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('backups')
      .selectAll()
      .where('place_id', '=', placeId)
      .where('outcome', '=', 'verified')
      .orderBy('seq', 'desc'),
  );
}

/** One attempt. */
export function findBackup(db: ReadableDb, id: string): BackupRow | undefined {
  return one(db, sqlBuilder.selectFrom('backups').selectAll().where('id', '=', id));
}

/** What each place's last attempt came to. */
export function findLastAttempt(db: ReadableDb, placeId: string): BackupRow | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('backups')
      .selectAll()
      .where('place_id', '=', placeId)
      .where('outcome', '!=', 'pruned')
      .orderBy('seq', 'desc')
      .limit(1),
  );
}

/** Ids of copies that a later check found damaged. */
export function listDamagedIds(db: ReadableDb): string[] {
  return all(db, sqlBuilder.selectFrom('backups').select('id').where('outcome', '=', 'damaged')).map(
    ({ id }) => id,
  );
}

/** Copies that retention removed from the disk. */
export function markPruned(db: WritableDb, ids: readonly string[]): void {
  for (const id of ids)
    run(db, sqlBuilder.updateTable('backups').set({ outcome: 'pruned' }).where('id', '=', id));
}

/** What checking a copy again found. */
export function updateChecked(
  db: WritableDb,
  id: string,
  checked: { outcome: 'verified' | 'damaged'; error: string | null; checked_at: number },
): void {
  run(
    db,
    sqlBuilder.updateTable('backups').set(checked).where('id', '=', id).where('outcome', '!=', 'pruned'),
  );
}

/** The attempts of one day close, in order. */
export function listBackupsOfClose(db: ReadableDb, dayCloseId: string) {
  return all(
    db,
    sqlBuilder
      .selectFrom('backups')
      .innerJoin('backup_places', 'backup_places.id', 'backups.place_id')
      .selectAll('backups')
      .select(['backup_places.label', 'backup_places.kind', 'backup_places.folder as place_folder'])
      .where('backups.day_close_id', '=', dayCloseId)
      .orderBy('backups.seq'),
  );
}

/** Records a practice restore. */
export function insertDrill(db: WritableDb, row: Insertable<BackupDrills>): void {
  run(db, sqlBuilder.insertInto('backup_drills').values(row));
}

/** The last practice restore. */
export function findLastDrill(db: ReadableDb): DrillRow | undefined {
  return one(
    db,
    sqlBuilder.selectFrom('backup_drills').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(1),
  );
}
