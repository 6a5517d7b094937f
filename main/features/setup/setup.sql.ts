import { run, sqlBuilder, type WritableDb } from '../../db/sql';

/** A backup place as set-up writes it. */
export interface NewPlace {
  readonly id: string;
  readonly label: string;
  readonly folder: string;
  readonly kind: string;
  readonly created_at: number;
}

/** Adds a place for copies. */
export function insertPlace(db: WritableDb, place: NewPlace): void {
  run(db, sqlBuilder.insertInto('backup_places').values(place));
}
